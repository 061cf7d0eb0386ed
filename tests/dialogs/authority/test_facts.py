"""Every answer about a caller as the fact that the rules weigh, and where nothing that is left could change them."""

from itertools import product

import pytest

from dialogs.engine.answers import Json
from dialogs.engine.flow import replay
from dialogs.engine.matter import Matter
from dialogs.flows.authority.flow import FLOW as AUTHORITY
from dialogs.flows.case_summary.flow import FLOW as CASE_SUMMARY
from guidance.decide import decide
from guidance.paragraphs import VERSION
from tests.cards import of_authority
from tests.cards.matters import Given, lines, without
from tests.cards.of_authority import ANSWERED, AUTHORISED, BARE_ENTRY, CALLER, ENTRY, SUMMARY_NO
from tests.dialogs.journeys import some_matters
from tests.dialogs.test_early_end import AUTHOR, TELLING, WEIGHED, completions, same

PARTS = ("allocated", "supervisor", "authorised", "none", "unsure")
SUMMARIES = ("silent", "may", "may_not")


def fact(name: str, **answers: Json) -> object:
    """The fact that follows from these answers, over those of someone who may answer."""
    given = {**ANSWERED, **answers}
    _, found = AUTHORITY.facts(without(given, [name for name, value in given.items() if value is None]))
    return found[name]


@pytest.mark.parametrize(
    ("answer", "said"),
    [("silent", "silent"), ("may", "may be disclosed"), ("may_not", "may not be disclosed"), (None, "silent")],
)
def test_what_the_case_summary_says_is_weighed_as_it_was_said(answer: str | None, said: str) -> None:
    assert fact("case_summary_says", case_summary_says=answer) == said


@pytest.mark.parametrize(("answer", "said"), [("yes", True), ("no", False), ("unsure", "unsure")])
def test_who_was_authorised_counts_as_staff_only_when_they_said_so(answer: str | None, said: object) -> None:
    assert fact("is_social_work_staff", part_in_case="authorised", staff=answer) == said


@pytest.mark.parametrize("part", ["allocated", "supervisor", "none", "unsure"])
def test_whether_someone_else_is_staff_is_not_asked_and_not_weighed(part: str) -> None:
    assert fact("is_social_work_staff", part_in_case=part, staff="no") is True


def test_rung_back_or_not_the_rules_weigh_the_same() -> None:
    facts = [AUTHORITY.facts({**ANSWERED, "rung_back": said}) for said in ("yes", "not_yet", "no_call")]
    assert facts[0] == facts[1] == facts[2]


@pytest.mark.parametrize(("headline", "given"), of_authority.ANSWERS.values(), ids=of_authority.ANSWERS.keys())
def test_every_kind_of_answer_is_decided_as_who_may_disclose(headline: str, given: Given) -> None:
    assert replay(AUTHORITY, given).step is None
    assert decide(*AUTHORITY.facts(given)).flow == "authority"


NOT_THEIRS: tuple[Given, ...] = (
    {"child": "P", "part_in_case": "none"},
    {"child": "P", "part_in_case": "unsure"},
    {"child": "P", "part_in_case": "authorised", "staff": "no"},
    {"child": "P", "part_in_case": "authorised", "staff": "unsure"},
)


@pytest.mark.parametrize("early", NOT_THEIRS, ids=str)
def test_nothing_left_can_change_it_once_it_is_not_known_to_be_theirs(early: Given) -> None:
    rest: tuple[Given, ...] = tuple(
        {"recipient": who, "need_to_know": need, "case_summary_says": says}
        for who, need, says in product(("school", "not_professional"), ("yes", "no"), SUMMARIES)
    )
    now, tried = decide(*AUTHORITY.facts(early)), 0
    assert AUTHORITY.ends_early and AUTHORITY.ends_early(early)
    assert now.outstanding_before_go_ahead == ("refer",)
    for whole in completions(early, rest, AUTHOR[::8], WEIGHED[:4], TELLING[::4]):
        tried += 1
        assert same(decide(*AUTHORITY.facts(whole)), now), whole
    assert tried > 400


@pytest.mark.parametrize("says", SUMMARIES)
@pytest.mark.parametrize("part", ["allocated", "authorised"])
def test_nothing_left_can_change_it_once_they_do_not_need_it(part: str, says: str) -> None:
    said: Given = {"need_to_know": "no", "case_summary_says": says, "court_ordered": "no"}
    early: Given = {**CALLER, "part_in_case": part, "staff": "yes", **said}
    now = decide(*AUTHORITY.facts(early))
    assert AUTHORITY.ends_early and AUTHORITY.ends_early(early)
    for whole in completions(early, AUTHOR[::4], WEIGHED[::2], TELLING[::2]):
        assert same(decide(*AUTHORITY.facts(whole)), now), whole


def test_who_was_authorised_is_asked_whether_they_are_staff_before_it_ends() -> None:
    given: Given = {**CALLER, "part_in_case": "authorised", "need_to_know": "no"}
    card = replay(AUTHORITY, given).step
    assert card is not None and card.name == "staff"
    answers = {
        decide(*AUTHORITY.facts({**given, "staff": staff})).outstanding_before_go_ahead for staff in ("yes", "no")
    }
    assert answers == {("do_not_share",), ("refer",)}


@pytest.mark.parametrize("part", [part for part in PARTS if part != "authorised"])
def test_no_one_else_is_asked_whether_they_are_staff(part: str) -> None:
    (staff,) = (card for card in AUTHORITY.steps if card.name == "staff")
    assert staff.asked({"part_in_case": part}) == ()


def test_a_yes_is_only_for_those_who_may_disclose_and_never_against_the_case_summary() -> None:
    agreed = [
        one for one in some_matters(300, AUTHORITY) if not one.before_answer.step and one.decision().may_go_ahead_now
    ]
    assert len(agreed) > 5
    for one in agreed:
        assert one.values["part_in_case"] in ("allocated", "supervisor", "authorised")
        assert one.values["case_summary_says"] != "may_not"
        assert one.values["part_in_case"] != "authorised" or one.values["staff"] == "yes"


def matter(given: Given) -> Matter:
    """A matter about a caller, with these answers."""
    return Matter("m", AUTHORITY, VERSION).hold(given)


@pytest.mark.parametrize("name", ["rung_back", "case_summary_says", "need_to_know", "told_items"])
def test_another_caller_is_asked_about_afresh(name: str) -> None:
    assert name not in matter(ANSWERED).hold({"recipient": "police"}).values


def test_what_the_case_summary_says_is_asked_again_when_more_would_be_given() -> None:
    more = lines("P has missed two asthma check-ups", "P has been coughing at night", "Where P is staying")
    assert "case_summary_says" in matter(without(ANSWERED, ["lines"])).hold({"lines": more}).values
    assert "case_summary_says" not in matter(ANSWERED).hold({"lines": more}).values


def test_what_the_case_summary_says_stands_when_less_would_be_given() -> None:
    assert "case_summary_says" in matter(SUMMARY_NO).hold({"lines": lines("P has missed two asthma check-ups")}).values


@pytest.mark.parametrize(
    ("changed", "missing"),
    [
        ({}, ()),
        ({"may_lines": []}, ("information_that_may_be_disclosed",)),
        ({"may_not_lines": []}, ("information_that_may_not_be_disclosed",)),
        ({"seen_where": ["not_yet"]}, ("easily_accessible_to_all_team_members",)),
        ({"seen_where": ["elsewhere"]}, ()),
        ({"may_to": "", "says_otherwise": ""}, ()),
        (
            BARE_ENTRY,
            (
                "information_that_may_be_disclosed",
                "information_that_may_not_be_disclosed",
                "easily_accessible_to_all_team_members",
            ),
        ),
    ],
    ids=str,
)
def test_what_an_entry_lacks_is_named(changed: Given, missing: tuple[str, ...]) -> None:
    assert decide(*CASE_SUMMARY.facts({**ENTRY, **changed})).case_summary_note_missing == missing


def test_authorised_staff_may_answer_as_the_allocated_worker_may() -> None:
    assert decide(*AUTHORITY.facts({**ANSWERED, **AUTHORISED})).may_go_ahead_now is True
