"""The ledger tells one truth: rows, what is missing and the next steps agree, whatever was answered."""

from collections.abc import Iterator
from functools import cache
from itertools import product
from random import Random

from dialogs.engine.answers import Values
from dialogs.engine.flow import replay
from dialogs.flows.document.conditions import ours_alone
from dialogs.flows.document.facts import facts
from dialogs.flows.document.flow import FLOW as DOCUMENT
from dialogs.flows.document.ledger import Step, ledger
from dialogs.flows.document.to_do import AFTERWARDS, CHECKS, ON_TELLING, checks, missing, to_do
from guidance.decide import decide
from guidance.decision import Decision
from tests.cards.matters import COURT, CRIME, NOT_PRACTICABLE, RISK_ONLY, Given
from tests.cards.of_document import (
    AUTHOR,
    BOTH_TOOK_OUT,
    CASE,
    CLEAN,
    HARM,
    NURSE,
    OF_DOCUMENT,
    TOLD,
    UNTOLD,
)

Case = tuple[Values, Decision]
QUOTED: Given = {"quoted_who": "R.L., head of year", "quoted_agreed": "all"}


def together(*parts: Given) -> Given:
    """All of these answers."""
    return {name: value for part in parts for name, value in part.items()}


TELLINGS: tuple[Given, ...] = (
    TOLD,
    {**UNTOLD, "reasons": ["tell_first"]},
    {**UNTOLD, **HARM},
    {**UNTOLD, **CRIME},
    {**UNTOLD, **NOT_PRACTICABLE},
    {**UNTOLD, **RISK_ONLY},
    {**UNTOLD, **RISK_ONLY, "harm_suffered": "unsure"},
    {**UNTOLD, **COURT, "court_covers": "unsure"},
    {**UNTOLD, **RISK_ONLY, "reasons": ["unsure"], "harm_suffered": "unsure", "real_concern": "unsure"},
)
PARTS: tuple[tuple[Given, ...], ...] = (
    tuple({"part_in_case": part, "staff": "yes"} for part in ("allocated", "none", "authorised")),
    tuple({"whose_words": whose} for whose in ("someone_else", "ours", "unsure")),
    (
        {"quotes": "no"},
        {"quotes": "not_read"},
        {"quotes": "yes", **QUOTED},
        {"quotes": "yes", **QUOTED, "quoted_agreed": "not_all"},
    ),
    tuple({"author_agreed": agreed} for agreed in ("written", "verbal", "forwarded", "not_asked", "refused")),
    tuple({"author_talk": talk} for talk in ("yes", "no")),
    tuple({"lawful_doubt": doubt} for doubt in ("no", "yes", "advised")),
    (
        CLEAN,
        {**CLEAN, "unshareable": "not_read"},
        {**CLEAN, "unshareable": "unsure"},
        *(together(BOTH_TOOK_OUT, {"taken_out_by": list(hands)}) for hands in (("no_one",), ("me",), ("manager",))),
        BOTH_TOOK_OUT,
        {**BOTH_TOOK_OUT, "taken_out_by": ["me", "manager", "legal"]},
    ),
    tuple(
        {"legal_status": status, "court_case": case}
        for status, case in product(("care_order", "interim", "none", "unsure"), ("no", "yes", "unsure"))
    ),
    (
        {"audience": ["parents"]},
        {"audience": ["care_proceedings"]},
        *(
            together(NURSE, needs, told, {"audience": list(audience)})
            for audience in (("other_professionals",), ("parents", "other_professionals"))
            for needs in (
                {},
                {"doc_needed": "part"},
                {"doc_needed": "unsure"},
                {"need_to_know": "no", "court_ordered": "yes"},
                {"need_to_know": "no", "court_ordered": "no"},
                {"recipient": "not_professional"},
            )
            for told in TELLINGS
        ),
    ),
)
"""What can be answered; one of each row makes a whole document."""


@cache
def every_case() -> tuple[Case, ...]:
    """Whole answers drawn by lot from all combinations, always the same, with what is decided on them."""
    return tuple(_cases(Random(14), 4_000))


def _cases(lot: Random, count: int) -> Iterator[Case]:
    for _ in range(count):
        often = lot.choice((0.15, 0.4, 1.0))  # the first of each row is what lets it go: with few others, it can
        parts = [lot.choice(part) if lot.random() < often else part[0] for part in PARTS]
        values = OF_DOCUMENT.matter(CASE, AUTHOR, *parts).values
        assert replay(DOCUMENT, values).step is None, values
        yield values, decide(*facts(values))


ROW_OF: dict[str, str] = {
    "refer": "yours",
    "establish_need_to_know": "need",
    "cut_down": "need",
    "no_professional": "need",
    "own_to_cut": "out",
    "read_for_quotations": "quotations",
    "quoted_agreement": "quotations",
    "read_it_first": "reading",
    "read_own_first": "reading",
    "discuss_with_author": "talk",
    "author_written_consent": "agreement",
    "legal_advice": "lawful",
    "redaction_legal_services": "legal_services",
    "unsure_of_care_order": "legal_services",
    "ask_legal_services": "legal_services",
    "court_case": "court",
    "inform_parents_first": "parents_told",
    "tell_parents_if_settled": "parents_told",
    **dict.fromkeys(ON_TELLING, "parents_told"),
}
"""The row of each step; what the worker and the manager take out has one row each."""
STILL_OPEN = ("to_do", "ask_first", "unsettled")


def rows(values: Values, decision: Decision) -> dict[str, Step]:
    return {step.name: step for step in ledger(values, decision)}


def open_rows(values: Values, decision: Decision) -> set[str]:
    return {name for name, step in rows(values, decision).items() if step.state in STILL_OPEN}


def still_possible() -> Iterator[tuple[Values, Decision, tuple[str, ...]]]:
    """The cases in which it is not settled that nothing goes, with what is to do."""
    for values, decision in every_case():
        if "do_not_share" not in decision.outstanding_before_go_ahead:
            yield values, decision, to_do(values, decision)


def test_the_cases_hold_every_step_and_every_kind_of_answer() -> None:
    found = {name for values, decision in every_case() for name in to_do(values, decision)}
    assert found >= {*ROW_OF, "redaction_worker_and_manager", "ordered_without_need"} - {"only_one_parent_told"}
    assert sum(decision.may_go_ahead_now is True for _, decision in every_case()) > 50


def test_nothing_is_missing_just_when_it_can_go() -> None:
    for values, decision, todo in still_possible():
        assert (not missing(todo)) is decision.may_go_ahead_now, values


def test_what_is_missing_is_open_in_the_ledger_and_what_is_open_is_missing() -> None:
    for values, decision, todo in still_possible():
        named = {ROW_OF[name] for name in missing(todo) if name != "redaction_worker_and_manager"}
        by_hand = {"out_by_me", "out_by_manager"} & open_rows(values, decision)
        assert bool(by_hand) is ("redaction_worker_and_manager" in todo), values
        assert open_rows(values, decision) - by_hand == named, values


def test_what_is_only_checked_stands_as_a_check_and_nothing_else_does() -> None:
    for values, decision, todo in still_possible():
        shown = {name for name, step in rows(values, decision).items() if step.state == "check"}
        assert shown == {ROW_OF[name] for name in checks(todo)}, values


def test_the_list_keeps_the_order_of_the_decision_and_adds_to_it_only_what_the_answers_tell_apart() -> None:
    added = {"read_for_quotations", "quoted_agreement", "if_it_holds_something", "court_case"}
    for values, decision in every_case():
        todo = to_do(values, decision)
        decided = [one.step for one in decision.next_steps if one.step not in AFTERWARDS]
        dropped = set(decided) - set(todo)
        assert [name for name in todo if name not in added] == [name for name in decided if name not in dropped]
        assert dropped <= {"author_written_consent"}
        if dropped:
            assert values["author_agreed"] == "written", values
            assert {"read_for_quotations", "quoted_agreement"} & set(todo), values


def test_the_authors_own_agreement_is_done_when_it_is_there() -> None:
    for values, decision, todo in still_possible():
        if not ours_alone(values):
            agreed = values["author_agreed"] == "written"
            assert (rows(values, decision)["agreement"].state == "done") is agreed, values
            assert ("author_written_consent" not in todo) is agreed, values


def test_where_telling_is_in_doubt_no_row_says_that_the_parents_are_still_to_be_told() -> None:
    for values, decision, todo in still_possible():
        told = rows(values, decision).get("parents_told")
        if "tell_parents_if_settled" in todo:
            assert told is not None and told.state == "ask_first", values
            assert "inform_parents_first" not in todo, values


def test_our_own_document_has_no_row_of_section_4_and_none_that_is_not_needed() -> None:
    of_section_4 = {"talk", "agreement", "quotations", "lawful", "out_by_me", "out_by_manager", "legal_services"}
    for values, decision in every_case():
        if ours_alone(values):
            found = rows(values, decision)
            assert not set(found) & of_section_4, values
            assert "not_needed" not in {step.state for step in found.values()}, values
            assert not {*CHECKS, "read_it_first", "author_written_consent"} & set(to_do(values, decision)), values
