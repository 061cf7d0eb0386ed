"""A sharing opens the ledger of a document in its pack and comes back; a document that waits leads to a sharing."""

import pytest

from dialogs.context import Press
from dialogs.engine.matter import Phase, goes_on
from dialogs.flows.document.facts import found_out
from dialogs.flows.receive.flow import FLOW as RECEIVE
from guidance.decide import decide
from tests.cards.matters import ANSWERS as SHARES
from tests.cards.matters import AUTHORS, ROUTINE, Given, matter
from tests.cards.of_document import ANSWERS, OF_DOCUMENT, OURS, QUOTING, READY, TO_NURSE
from tests.dialogs.desks import Worker

IN_THE_PACK: Given = {**ROUTINE, **AUTHORS, "author_agreed": "not_asked", "author_talk": "no"}
LEDGER = {
    "document": "asthma plan",
    "who_exactly": "N.O., school nurse",
    "document_author": "R.S., paediatrician",
    "author_service": "the hospital",
    "document_dated": "",
    "whose_words": "someone_else",
    "quotes": "no",
    "author_agreed": "written",
    "author_talk": "yes",
    "lawful_doubt": "no",
    "need_to_know": "yes",
    "doc_needed": "all",
    "unshareable": "no",
    "taken_out_by": "",
    "legal_status": "none",
    "court_case": "no",
    "told_items": "what,why,used_for,to_whom",
}


def worker_on(given: Given) -> Worker:
    one = matter(given)
    return Worker(kept={one.id: one}, current=one.id)


def opens_the_ledger(given: Given) -> Worker:
    worker = worker_on(given)
    worker.presses(Press("hand_on", worker.matter.id, worker.matter.revision, about="document"))
    return worker


def fills_in_the_ledger(worker: Worker, **changed: str) -> None:
    answers = {**LEDGER, **changed}
    while worker.matter.phase is Phase.ASKING:
        asked = [question.name for question in worker.matter.position.questions]
        shown = worker.matter.answers
        ours = {name: answers.get(name, str(shown.ever_given.get(name) or "")) for name in asked}
        lists = {name: ",".join(map(str, v)) for name in asked if isinstance(v := shown.ever_given.get(name), list)}
        worker.fills_in(**{**ours, **{name: text for name, text in lists.items() if name not in changed}})


def goes_back(worker: Worker) -> None:
    worker.presses(Press("go_back_to", worker.matter.id, worker.matter.revision))


def test_the_ledger_starts_with_what_the_sharing_knows_of_it_and_nothing_else() -> None:
    worker = opens_the_ledger(IN_THE_PACK)
    assert worker.matter.flow is OF_DOCUMENT.flow
    assert worker.matter.values == {
        "child": "P",
        "part_in_case": "allocated",
        "recipient": "school_nurse",
        "audience": ["other_professionals"],
        "why": ROUTINE["why"],
        "used_for": ROUTINE["used_for"],
    }


def test_the_agreement_found_there_is_filled_in_here() -> None:
    worker = opens_the_ledger(IN_THE_PACK)
    fills_in_the_ledger(worker)
    assert worker.matter.decision().may_go_ahead_now
    goes_back(worker)
    assert worker.matter.flow.name == "share"
    assert worker.matter.values["author_agreed"] == "written"
    assert worker.matter.decision().may_go_ahead_now


@pytest.mark.parametrize("changed", [{"recipient": "gp"}, {"audience": "parents"}])
def test_an_agreement_for_someone_else_is_not_brought_back(changed: dict[str, str]) -> None:
    worker = opens_the_ledger(IN_THE_PACK)
    fills_in_the_ledger(worker, **changed)
    goes_back(worker)
    assert worker.matter.values["author_agreed"] == "not_asked"


def test_opened_again_it_is_the_same_ledger() -> None:
    worker = opens_the_ledger(IN_THE_PACK)
    first = worker.matter.id
    goes_back(worker)
    worker.presses(Press("hand_on", worker.matter.id, worker.matter.revision, about="document"))
    assert worker.matter.id == first


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (TO_NURSE, ("written", "yes", "no")),
        ({**TO_NURSE, "lawful_doubt": "advised"}, ("written", "yes", "no")),
        ({**TO_NURSE, "lawful_doubt": "yes"}, ("written", "yes", "yes")),
        ({**TO_NURSE, "author_agreed": "forwarded"}, ("forwarded", "yes", "no")),
        ({**TO_NURSE, "author_agreed": "written_other"}, ("written_other", "yes", "no")),
        ({**TO_NURSE, "quotes": "not_read"}, ("unsure", "yes", "no")),
        ({**QUOTING, **TO_NURSE, "quotes": "yes", "quoted_agreed": "all"}, ("written", "yes", "no")),
        ({**QUOTING, **TO_NURSE, "quotes": "yes", "quoted_agreed": "not_all"}, ("unsure", "yes", "no")),
    ],
)
def test_in_writing_only_where_every_author_gave_it_for_this(given: Given, expected: tuple[str, ...]) -> None:
    said = found_out(given)
    assert (said["author_agreed"], said["author_talk"], said["lawful_doubt"]) == expected


@pytest.mark.parametrize("given", [READY, OURS, {**OURS, "audience": ["other_professionals"]}])
def test_what_is_for_others_or_ours_says_nothing_to_a_sharing(given: Given) -> None:
    assert found_out(given) == {}


@pytest.mark.parametrize(
    ("name", "offered"),
    [("told", False), ("the author was not asked", True), ("everything at once", True), ("they don't need it", False)],
)
def test_a_sharing_offers_the_ledger_where_someone_elses_words_are_in_it(name: str, offered: bool) -> None:
    one = matter(SHARES[name][1])
    assert [other.to for other in goes_on(one)] == (["document"] if offered else [])


@pytest.mark.parametrize("name", ANSWERS)
def test_while_a_document_waits_what_we_know_ourselves_may_go_another_way(name: str) -> None:
    one = OF_DOCUMENT.matter(ANSWERS[name][1])
    waits = not one.decision().may_go_ahead_now
    assert [other.to for other in goes_on(one)] == (["share"] if waits else [])


def test_the_document_and_its_author_stay_behind() -> None:
    one = OF_DOCUMENT.matter(ANSWERS["tell the parents first"][1])
    carried = goes_on(one)[0].carries(one.values)
    assert set(carried) == {"child", "part_in_case", "staff", "parents", "contact", "recipient"}
    to_father = OF_DOCUMENT.matter(ANSWERS["nothing done"][1])
    assert "recipient" not in goes_on(to_father)[0].carries(to_father.values)


@pytest.mark.parametrize(
    ("came_with", "offered"), [("none", False), ("keep", False), ("pass_on", True), ("unsure", True)]
)
def test_a_document_that_came_in_opens_its_ledger_and_whoever_passed_it_on_is_not_its_author(
    came_with: str, offered: bool
) -> None:
    ledger = next(other for other in RECEIVE.transitions if other.to == "document")
    values: Given = {"child": "P", "part_in_case": "allocated", "from_whom": "R.L.", "came_with": came_with}
    assert ledger.offered(values, decide(*RECEIVE.facts(values))) is offered
    assert ledger.carries(values) == {"child": "P", "part_in_case": "allocated"}
