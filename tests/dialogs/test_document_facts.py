"""For each answer about a document, the facts that `decide` gets; nothing is filled in that was not said."""

from itertools import product

import pytest

from dialogs.engine.flow import replay
from dialogs.engine.matter import Matter, Phase
from dialogs.flows.document.conditions import nothing_more_matters
from dialogs.flows.document.facts import facts
from dialogs.flows.document.flow import FLOW as DOCUMENT
from guidance.decide import decide
from guidance.decision import Decision
from tests.cards.matters import MATTER_ID, Given
from tests.cards.of_document import (
    AGREED,
    ANSWERS,
    AUTHOR,
    BOTH_TOOK_OUT,
    CASE,
    COACH,
    GIVEN_PLAINLY,
    HARM,
    NOT_GIVEN,
    NURSE_UNTOLD,
    OURS,
    OURS_ALONE,
    QUOTING,
    READY,
)
from tests.cards.of_document import TO_NURSE as NURSE_TOLD
from tests.dialogs.journeys import some_matters


def said(given: Given, *names: str) -> tuple[object, ...]:
    """These facts of a matter with these answers."""
    found = facts(given)[1]
    return tuple(found.get(name, "not given") for name in names)


CONSENT = (
    "author_written_consent",
    "author_refused",
    "consent_covers_this_audience",
    "consent_given_by_author",
)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("written", ("yes", False, True, True)),
        ("written_other", ("yes", False, False, True)),
        ("verbal", ("verbal only", False, True, True)),
        ("refused", ("no", True, True, True)),
        ("not_asked", ("not asked", False, True, True)),
        ("forwarded", ("yes", False, True, False)),
        ("unsure", ("no", False, True, True)),
    ],
)
def test_one_list_sets_the_four_facts_of_the_authors_agreement(answer: str, expected: tuple[object, ...]) -> None:
    assert said({**READY, "author_agreed": answer}, *CONSENT) == expected


@pytest.mark.parametrize(
    ("whose", "quotes", "expected"),
    [
        ("someone_else", "no", True),
        ("someone_else", "yes", True),
        ("someone_else", "not_read", True),
        ("ours", "no", False),
        ("ours", "yes", True),
        ("ours", "not_read", "unsure"),
        ("unsure", "no", "unsure"),
        ("unsure", "yes", True),
        ("unsure", "not_read", "unsure"),
    ],
)
def test_whose_words_it_holds(whose: str, quotes: str, expected: object) -> None:
    given = {**READY, "whose_words": whose, "quotes": quotes, "quoted_who": "R.L.", "quoted_agreed": "all"}
    assert said(given, "third_party_document_included") == (expected,)


@pytest.mark.parametrize(
    ("given", "covers"),
    [
        (QUOTING, True),
        ({**QUOTING, "quoted_agreed": "not_all"}, False),
        ({**QUOTING, "quoted_agreed": "unsure"}, False),
        ({**READY, "quotes": "not_read"}, False),
        ({**QUOTING, "whose_words": "ours", "quoted_agreed": "not_all"}, True),
    ],
)
def test_each_one_quoted_is_an_author_too(given: Given, covers: bool) -> None:
    assert said(given, "consent_covers_this_audience") == (covers,)


@pytest.mark.parametrize(
    ("answer", "expected"), [("no", (False, False)), ("yes", (True, False)), ("advised", (True, True))]
)
def test_a_doubt_and_the_advice_on_it(answer: str, expected: tuple[object, ...]) -> None:
    assert said({**READY, "lawful_doubt": answer}, "lawfulness_unclear", "legal_advice_obtained") == expected


@pytest.mark.parametrize(
    ("answer", "expected"), [("no", False), ("yes", True), ("not_read", "not known yet"), ("unsure", "unsure")]
)
def test_what_it_holds(answer: str, expected: object) -> None:
    assert said({**READY, "unshareable": answer}, "document_contains_unshareable_information") == (expected,)


@pytest.mark.parametrize(
    ("hands", "expected"),
    [
        (["no_one"], ("none", False)),
        (["me"], ("worker only", False)),
        (["manager"], ("manager only", False)),
        (["legal"], ("none", True)),
        (["me", "legal"], ("worker only", True)),
        (["me", "manager"], ("worker and manager", False)),
        (["me", "manager", "legal"], ("worker and manager", True)),
    ],
)
def test_who_took_it_out(hands: list[str], expected: tuple[object, ...]) -> None:
    given: Given = {**READY, "taken_out_by": list(hands)}
    assert said(given, "redaction_done_by", "legal_services_redaction_done") == expected


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("care_order", True),
        ("interim", "interim"),
        ("section_20", False),
        ("supervision_order", False),
        ("protection_plan", False),
        ("none", False),
        ("unsure", "unsure"),
    ],
)
def test_only_the_childs_own_care_order_is_one(status: str, expected: object) -> None:
    assert said({**READY, "legal_status": status}, "child_on_care_order") == (expected,)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("all", ("yes", "yes", "yes")),
        ("part", ("yes", "yes", "partly")),
        ("none", ("yes", "no", "yes")),
        ("unsure", ("unsure", "unsure", "unsure")),
    ],
)
def test_how_much_of_it_they_need(answer: str, expected: tuple[object, ...]) -> None:
    tests = ("information_relevant", "information_necessary", "information_proportionate")
    assert said({**NURSE_TOLD, "doc_needed": answer}, *tests) == expected


def test_nothing_of_the_author_is_said_where_we_wrote_it_and_quote_no_one() -> None:
    assert said({**OURS, "author_agreed": "refused"}, *CONSENT) == ("not given",) * 4
    assert decide(*facts({**OURS, "author_agreed": "refused"})).may_go_ahead_now


READING: tuple[tuple[Given, tuple[object, ...]], ...] = (
    ({}, (False, "none", True, ())),
    ({"unshareable": "not_read"}, ("not known yet", "none", False, ())),
    ({"unshareable": "unsure"}, ("unsure", "none", False, ())),
    ({"unshareable": "yes"}, (True, "none", False, ("cut_down",))),
    ({**BOTH_TOOK_OUT, "taken_out_by": ["me"]}, (True, "worker only", True, ())),
    ({**BOTH_TOOK_OUT, "taken_out_by": ["manager"]}, (True, "manager only", True, ())),
    (BOTH_TOOK_OUT, (True, "worker and manager", True, ())),
)


@pytest.mark.parametrize(("given", "expected"), READING)
def test_our_own_document_is_read_for_what_this_reader_cannot_have(given: Given, expected: tuple[object, ...]) -> None:
    answers = {**OURS, **given}
    assert replay(DOCUMENT, answers).step is None
    decision = decide(*facts(answers))
    found = said(answers, "document_contains_unshareable_information", "redaction_done_by")
    assert (*found, decision.may_go_ahead_now, decision.outstanding_before_go_ahead) == expected


NO_LONGER_ASKED: tuple[Given, ...] = (
    {**CASE, **AUTHOR, **OURS_ALONE, **GIVEN_PLAINLY},
    {**READY, "part_in_case": "authorised", **GIVEN_PLAINLY},
    {**NURSE_TOLD, "need_to_know": "no", **NOT_GIVEN},
)


@pytest.mark.parametrize("given", NO_LONGER_ASKED)
def test_a_matter_that_an_older_version_closed_is_not_opened_again(given: Given) -> None:
    older = {name: value for name, value in given.items() if name != "kinds"}
    closed = Matter(MATTER_ID, DOCUMENT, "2026-11").hold(older)
    assert closed.phase is Phase.NOTE
    assert isinstance(closed.decision(), Decision)
    assert closed.reopen("outcome").phase is Phase.ASKING


@pytest.mark.parametrize("audience", [["parents"], ["other_professionals"], ["parents", "care_proceedings"]])
def test_the_kinds_of_information_are_asked_wherever_it_goes_out(audience: list[str]) -> None:
    for given in (READY, OURS):
        whole: Given = {**NURSE_TOLD, **given, "audience": list(audience)}
        without = {name: value for name, value in whole.items() if name != "kinds"}
        standing = replay(DOCUMENT, without)
        assert standing.step is not None and standing.step.name == "doc_reading"


@pytest.mark.parametrize(("staff", "may_go"), [("yes", True), ("no", False), ("unsure", False)])
def test_only_social_work_staff_can_be_authorised_to_give_it(staff: str, may_go: bool) -> None:
    given: Given = {**READY, "part_in_case": "authorised"}
    standing = replay(DOCUMENT, given)
    assert standing.step is not None and standing.step.name == "staff"
    assert decide(*facts({**given, "staff": staff})).may_go_ahead_now is may_go


def test_nothing_of_need_or_telling_is_said_where_no_professional_is_among_them() -> None:
    given: Given = {**NURSE_UNTOLD, **HARM, "audience": ["parents"]}
    assert said(given, "recipient_needs_to_know", "child_has_suffered_harm") == ("not given",) * 2


def test_someone_who_is_no_professional_is_said_to_be_none() -> None:
    given: Given = {**NURSE_TOLD, **COACH}
    assert said(given, "recipient_is_professional", "recipient") == (False, "P's football coach")


@pytest.mark.parametrize("name", ANSWERS)
def test_every_state_comes_to_the_answer_it_is_named_for(name: str) -> None:
    _, given = ANSWERS[name]
    assert replay(DOCUMENT, given).step is None
    assert isinstance(decide(*facts(given)), Decision)


def test_every_journey_can_be_decided_and_none_gives_it_without_a_yes_in_writing_for_this_audience() -> None:
    went = 0
    for one in some_matters(300, DOCUMENT):
        if replay(DOCUMENT, one.values).step is None and one.decision().may_go_ahead_now:
            went += 1
            ours = (one.values["whose_words"], one.values["quotes"]) == ("ours", "no")
            assert ours or (one.values["author_agreed"], one.values["author_talk"]) == ("written", "yes")
    assert went > 5


NO_ORDER: Given = {"court_ordered": "no"}
EARLY: tuple[tuple[str, Given], ...] = (
    ("the author has refused", {**CASE, **AUTHOR, **AGREED, "author_agreed": "refused"}),
    (
        "refused, not sure who wrote it",
        {**CASE, **AUTHOR, **AGREED, "whose_words": "unsure", "author_agreed": "refused"},
    ),
    ("refused, for professionals", {**CASE, **AUTHOR, **AGREED, **NURSE_TOLD, "author_agreed": "refused"}),
    *(
        (f"not needed, {part}", {**NURSE_TOLD, **NO_ORDER, "need_to_know": "no", "part_in_case": part})
        for part in ("none", "unsure")
    ),
    ("none of it needed", {**NURSE_TOLD, **NO_ORDER, "doc_needed": "none"}),
    ("not needed, ours", {**NURSE_TOLD, **OURS_ALONE, **NO_ORDER, "need_to_know": "no"}),
    ("none of it needed, and a court ordered it", {**NURSE_TOLD, "doc_needed": "none", "court_ordered": "yes"}),
)
LATER: tuple[Given, ...] = tuple(
    {
        "unshareable": holds,
        "taken_out_by": list(hands),
        "legal_status": status,
        "told_items": list(told),
        "reasons": ["tell_first"],
    }
    for holds, hands, status, told in product(
        ("no", "yes", "not_read", "unsure"),
        (("no_one",), ("me", "manager"), ("me", "manager", "legal")),
        ("care_order", "interim", "none", "unsure"),
        (("none",), ("what", "why", "used_for", "to_whom")),
    )
)
NEEDS: tuple[Given, ...] = (
    {"need_to_know": "yes", "doc_needed": "all"},
    {"need_to_know": "no", "doc_needed": "part"},
    {"need_to_know": "unsure", "doc_needed": "none"},
)


@pytest.mark.parametrize(("name", "given"), EARLY, ids=[name for name, _ in EARLY])
def test_nothing_left_can_change_an_answer_that_ends_early(name: str, given: Given) -> None:
    answered = {key: value for key, value in given.items() if key not in LATER[0]}
    assert nothing_more_matters(answered)
    assert replay(DOCUMENT, answered).step is None
    now = decide(*facts(answered))
    assert "do_not_share" in now.outstanding_before_go_ahead
    refused = "author_written_consent" in now.outstanding_before_go_ahead
    for later in LATER:
        for needs in NEEDS if refused and "need_to_know" not in answered else ({},):
            whole = decide(*facts({**later, **needs, **answered}))
            assert whole.outstanding_before_go_ahead == now.outstanding_before_go_ahead


def test_that_it_is_not_needed_is_no_end_while_the_author_may_still_refuse() -> None:
    given = {name: value for name, value in NURSE_TOLD.items() if name not in AGREED}
    assert not nothing_more_matters({**given, "need_to_know": "no"})


@pytest.mark.parametrize("given", [{"need_to_know": "no"}, {"doc_needed": "none"}])
def test_before_a_flat_no_it_is_asked_whether_a_court_has_ordered_it(given: Given) -> None:
    asked = {**NURSE_TOLD, **given}
    standing = replay(DOCUMENT, asked)
    assert standing.step is not None and standing.step.name == "court_first"
    ordered = decide(*facts({**asked, "court_ordered": "yes"}))
    assert ordered.next_steps[0].step == "ordered_without_need"
    assert decide(*facts({**asked, "court_ordered": "no"})).next_steps[0].step == "do_not_share"


def test_an_early_end_is_never_a_yes() -> None:
    ended = [one for one in some_matters(200, DOCUMENT) if nothing_more_matters(one.values)]
    assert len(ended) > 20
    assert not any(one.decision().may_go_ahead_now for one in ended)
