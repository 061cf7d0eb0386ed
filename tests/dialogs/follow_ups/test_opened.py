"""Which follow-ups a close opens: plain answers and decisions in, follow-ups out."""

from typing import Any

import pytest
from msgspec.structs import replace

from dialogs.engine.answers import Json
from dialogs.engine.follow_up_kinds import FollowUpKind, NewFollowUp
from dialogs.flows.follow_ups_opened import CONSENT_IN, LEGAL_IN, REPLY_IN, of_checks, of_document, of_sharing
from guidance.decide import decide
from guidance.decision import Decision, NextStep
from tests.cards import matters
from tests.cards.matters import Given, matter

BASE = decide("share", {"recipient_needs_to_know": "yes", "information_relevant": "yes",
                        "information_necessary": "yes", "information_proportionate": "yes"})  # fmt: skip


def decision(**changed: Any) -> Decision:
    """A decision with these fields, whatever the flow."""
    return BASE.model_copy(update=changed)


UNTOLD = decision(inform_parents="exception: not before", tell_family_afterwards_or_when_safe=True)
TOLD = decision(inform_parents="already done")
LOOK_AGAIN = "2026-03-12T12:00"
TELL = FollowUpKind.TELL_FAMILY


@pytest.mark.parametrize(
    ("given", "asked_for"),
    [
        ((matters.HARM, matters.SHARED_UNTOLD), True),
        ((matters.HARM, {"kinds": ["none"]}, matters.SHARED_UNTOLD), False),
        ((matters.ASKED_UNTOLD, matters.COURT, {"kinds": ["health"]}, matters.SHARED_UNTOLD), True),
        ((matters.TELL_FIRST, matters.DEPARTED), False),
    ],
    ids=["harm, sensitive", "harm, not sensitive", "court order, sensitive", "against the answer"],
)
def test_shared_untold_leaves_the_family_to_be_told(given: tuple[Given, ...], asked_for: bool) -> None:
    one = matter(*given)
    excepted = one.decision().inform_parents == "exception: not before"
    left = NewFollowUp(TELL, "", "2026-03-12", since="2026-03-11T13:40", asked_for=asked_for, excepted=excepted)
    assert one.follow_ups() == (replace(left, parents=("T", "D")),)


@pytest.mark.parametrize(
    ("given", "parents", "told"),
    [
        ((matters.ASKED_UNTOLD, matters.CRIME, matters.ONE_TOLD), ("T", "D"), ("T",)),
        ((matters.TELL_FIRST, matters.ONE_TOLD, matters.DEPARTED), ("T", "D"), ("T",)),
        ((matters.HARM, {"parents": "both parents"}), (), ()),
        ((matters.HARM, {"parents": "Sarah and Dave"}), (), ()),
        ((matters.HARM, {"parents": "T, mother, D, father, and gran"}), ("T", "D", "gran"), ()),
    ],
)
def test_it_keeps_the_parents_and_which_of_them_know(
    given: tuple[Given, ...], parents: tuple[str, ...], told: tuple[str, ...]
) -> None:
    (left,) = matter(*given, matters.SHARED_UNTOLD, {"departed_because": "P was wheezing"}).follow_ups() or ()
    assert (left.parents, left.told) == (parents, told)


@pytest.mark.parametrize(
    "given",
    [
        (matters.ROUTINE, matters.SHARED),
        (matters.HARM, matters.NOT_SHARED),
        (matters.TELL_FIRST, matters.TOLD_SINCE, matters.SHARED),
        (matters.ANSWERS["not my case"][1], matters.PASSED_ON, {"hand_over": ""}),
        (matters.HARM, matters.SHARED_UNTOLD, matters.TOLD),
    ],
    ids=["told first", "not shared", "told since", "passed on", "told after all"],
)
def test_nothing_is_left_where_they_know_or_nothing_went(given: tuple[Given, ...]) -> None:
    assert matter(*given).follow_ups() == ()


def test_before_the_note_a_matter_says_nothing_of_it() -> None:
    assert matter(matters.HARM).follow_ups() is None
    assert matter(matters.HARM, {"outcome": "shared"}).follow_ups() is None


def test_a_close_that_was_undone_leaves_nothing() -> None:
    noted = matter(matters.HARM, matters.SHARED_UNTOLD)
    assert noted.changed(answers=noted.answers.without(["outcome"])).follow_ups() == ()


def test_once_it_was_copied_the_matter_says_nothing_of_it() -> None:
    assert matter(matters.HARM, matters.SHARED_UNTOLD).changed(copied_at="2026-03-11T14:00").follow_ups() is None


CHECKS: dict[str, Json] = {
    "outcome": "sent",
    "sent_when": "2026-03-11T13:40",
    "agencies": matters.lines("GP: any injuries seen since June", "school"),
}
GP = NewFollowUp(FollowUpKind.REPLY, "L1", working_days=REPLY_IN, named="GP", since="2026-03-11T13:40")
SCHOOL = NewFollowUp(FollowUpKind.REPLY, "L2", working_days=REPLY_IN, named="school", since="2026-03-11T13:40")
GP_REPLIED: dict[str, Json] = {"reply_who": {"L1": "Dr S."}, "reply_said": {"L1": "none"}}


@pytest.mark.parametrize(
    ("values", "decided", "expected"),
    [
        (CHECKS, TOLD, (GP, SCHOOL)),
        (CHECKS | GP_REPLIED, TOLD, (SCHOOL,)),
        (CHECKS | {"reply_who": {"L1": "Dr S."}}, TOLD, (GP, SCHOOL)),
        (
            CHECKS | {"look_again": LOOK_AGAIN},
            UNTOLD,
            (NewFollowUp(TELL, day="2026-03-12", since="2026-03-11T13:40"), GP, SCHOOL),
        ),
        (CHECKS | {"outcome": "not_sent"}, UNTOLD, ()),
        ({"agencies": CHECKS["agencies"]}, TOLD, ()),
    ],
    ids=["both awaited", "one replied", "half a reply", "untold", "not sent", "not closed"],
)
def test_checks_leave_each_reply_that_has_not_come(
    values: dict[str, Json], decided: Decision, expected: tuple[NewFollowUp, ...]
) -> None:
    assert of_checks(values, decided) == expected


CONSENT = NewFollowUp(FollowUpKind.CONSENT, working_days=CONSENT_IN, named="Dr S., psychiatrist")
LEGAL = NewFollowUp(FollowUpKind.LEGAL, working_days=LEGAL_IN)


@pytest.mark.parametrize(
    ("outcome", "outstanding", "expected"),
    [
        ("not_given", ("author_written_consent",), (CONSENT,)),
        ("not_given", ("legal_advice",), (LEGAL,)),
        ("not_given", ("redaction_legal_services",), (LEGAL,)),
        ("not_given", ("author_written_consent", "legal_advice", "redaction_legal_services"), (CONSENT, LEGAL)),
        ("not_given", ("redaction_worker_and_manager",), ()),
        ("not_given", ("do_not_share",), ()),
        ("given", (), ()),
        (None, ("author_written_consent",), ()),
    ],
)
def test_a_document_that_waits_leaves_what_it_waits_for(
    outcome: str | None, outstanding: tuple[str, ...], expected: tuple[NewFollowUp, ...]
) -> None:
    values: dict[str, Json] = {"outcome": outcome, "document_author": "Dr S.,  psychiatrist"}
    assert of_document(values, waiting_for(*outstanding)) == expected


def waiting_for(*steps: str) -> Decision:
    return decision(next_steps=tuple(NextStep(step=step, ref="4.1", text="") for step in steps))


QUOTED: dict[str, Json] = {"whose_words": "someone_else", "quotes": "yes", "quoted_who": "R.L., head of year"}


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ({"author_agreed": "not_asked"}, "Dr S."),
        ({**QUOTED, "author_agreed": "not_asked", "quoted_agreed": "not_all"}, "Dr S."),
        ({**QUOTED, "author_agreed": "written", "quoted_agreed": "not_all"}, "R.L., head of year"),
        ({**QUOTED, "whose_words": "ours", "author_agreed": "not_asked"}, "R.L., head of year"),
    ],
)
def test_the_agreement_that_is_awaited_is_named_by_whose_it_is(values: dict[str, Json], named: str) -> None:
    whole: dict[str, Json] = {"outcome": "not_given", "document_author": "Dr S.", **values}
    assert [one.named for one in of_document(whole, waiting_for("author_written_consent"))] == [named]


def test_an_agreement_in_hand_is_not_awaited_while_it_is_not_read_for_quotations() -> None:
    values: dict[str, Json] = {"outcome": "not_given", "whose_words": "someone_else", "quotes": "not_read"}
    assert of_document({**values, "author_agreed": "written"}, waiting_for("author_written_consent")) == ()


def test_a_document_given_untold_leaves_the_family_to_be_told() -> None:
    values: dict[str, Json] = {"outcome": "given", "given_when": "2026-03-11T13:40", "look_again": LOOK_AGAIN}
    assert of_document(values, UNTOLD) == (NewFollowUp(TELL, day="2026-03-12", since="2026-03-11T13:40"),)


def test_no_date_no_follow_up() -> None:
    assert of_sharing({"outcome": "shared", "look_again": ""}, UNTOLD) == ()


def test_an_id_is_the_same_each_time_and_its_own() -> None:
    ids = [one.id_in("m1") for one in (GP, SCHOOL, CONSENT, NewFollowUp(TELL))]
    assert ids == ["m1.reply.L1", "m1.reply.L2", "m1.consent", "m1.tell_family"]
