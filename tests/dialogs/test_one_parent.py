"""3.2  One parent told is not both: in every flow, from the first answer or since, by clicking and by typing."""

import pytest

from dialogs.engine.flow import Flow
from dialogs.engine.matter import Matter, Phase
from dialogs.flows.registry import FLOWS
from guidance.decision import Decision
from guidance.paragraphs import VERSION
from tests.cards import matters
from tests.cards.matters import Given
from tests.cards.of_document import NURSE_UNTOLD, TOLD
from tests.cards.of_gather import CHECKS, REQUEST
from tests.cards.of_gather import TELL_FIRST as CHECKS_TELL_FIRST
from tests.dialogs.desks import Worker

ONE_ONLY = "one_only"
SINCE: Given = {"told_since": "yes", "told_when": "2026-03-11T12:05", "told_how": "T, by phone"}
T_ONLY: Given = {**SINCE, "told_each": {"T": "told", "D": "not_yet"}}
NOBODY: Given = {**SINCE, "told_each": {"T": "not_yet", "D": "not_yet"}}
BOTH: Given = {**SINCE, "told_each": {"T": "told", "D": "told"}}
UNTOLD: dict[str, Given] = {
    "share": {**matters.ASKED_UNTOLD, "reasons": ["tell_first"]},
    "gather": {**CHECKS, **CHECKS_TELL_FIRST},
    "document": {**NURSE_UNTOLD, "reasons": ["tell_first"]},
}
ON_A_GROUND: dict[str, Given] = {
    "share": {**matters.ASKED_UNTOLD, **matters.CRIME},
    "gather": {**REQUEST, **matters.CRIME, **matters.FAMILY},
    "document": {**NURSE_UNTOLD, **matters.CRIME},
}
EACH = pytest.mark.parametrize("flow", [FLOWS[name] for name in UNTOLD], ids=list(UNTOLD))


def of(flow: Flow, *given: Given) -> Matter:
    values = {name: value for part in given for name, value in part.items()}
    return Matter("m", flow, VERSION).hold(values)


def outside(decision: Decision) -> bool:
    """Whether it is the answer for one parent told: nothing goes, and no one is told before the supervisor has said."""
    asks = decision.outstanding_before_go_ahead == ("take_to_supervisor",)
    named = decision.outside_guidance == ("only_one_parent_told",) and "only_one_parent_told" in decision.weighed
    return asks and named and decision.inform_parents == "take to supervisor" and not decision.may_go_ahead_now


def said_at_first(flow: Flow) -> Given:
    return {"told_of_checks": ONE_ONLY} if flow.name == "gather" else {"told_items": [ONE_ONLY]}


@EACH
def test_one_who_knows_leads_outside_the_guidance_and_nothing_more_is_asked_of_telling(flow: Flow) -> None:
    kept = {name: value for name, value in UNTOLD[flow.name].items() if name not in ("reasons", "parents", "contact")}
    one = of(flow, kept, said_at_first(flow))
    assert one.phase is Phase.ANSWER
    assert outside(one.decision())
    assert "they_know" in flow.shown_actions(one.values, one.decision())


@EACH
def test_grounds_that_were_said_before_do_not_count_beside_it(flow: Flow) -> None:
    assert of(flow, ON_A_GROUND[flow.name]).decision().may_go_ahead_now
    assert outside(of(flow, ON_A_GROUND[flow.name], said_at_first(flow)).decision())


@EACH
@pytest.mark.parametrize("parents", ["T, mother, and D, father", "both parents"])
def test_told_since_counts_for_those_who_were_told(flow: Flow, parents: str) -> None:
    named = parents.startswith("T")
    some, every = (T_ONLY, BOTH) if named else (_of_all("not_yet"), _of_all("told"))
    given = {**UNTOLD[flow.name], "parents": parents}
    assert of(flow, given, SINCE).phase is Phase.CLOSING
    assert outside(of(flow, given, some).decision())
    assert of(flow, given, some).phase is Phase.ANSWER
    assert of(flow, given, every).decision().inform_parents == "already done"
    assert of(flow, given, said_at_first(flow), {"parents": parents}, every).decision().may_go_ahead_now


def _of_all(value: str) -> Given:
    return {**SINCE, "told_each": {"everyone": value}}


@EACH
def test_where_there_is_one_parent_only_they_know_means_that_one(flow: Flow) -> None:
    one = of(flow, UNTOLD[flow.name], {"parents": "T, mother"}, SINCE)
    assert one.phase is Phase.ANSWER
    assert one.decision().inform_parents == "already done"


@EACH
def test_where_nobody_was_told_after_all_it_is_as_before(flow: Flow) -> None:
    assert of(flow, UNTOLD[flow.name], NOBODY).decision() == of(flow, UNTOLD[flow.name]).decision()


@EACH
def test_an_exception_still_holds_once_one_of_them_knows(flow: Flow) -> None:
    decision = of(flow, ON_A_GROUND[flow.name], T_ONLY).decision()
    assert decision.may_go_ahead_now
    assert decision.inform_parents == "exception: not before"


@EACH
def test_what_was_closed_by_an_older_version_stays_closed_and_told(flow: Flow) -> None:
    """It kept what was told at first as all four, and did not ask of each."""
    closed = {"share": "shared", "gather": "sent", "document": "given"}[flow.name]
    older = {"told_of_checks": "yes"} if flow.name == "gather" else TOLD
    one = of(flow, UNTOLD[flow.name], older, SINCE, {"outcome": closed})
    assert "told_each" not in {question.name for question in one.position.questions}
    assert one.decision().inform_parents == "already done"


@EACH
def test_what_an_older_version_left_at_the_answer_is_asked_of_each(flow: Flow) -> None:
    older = {"told_of_checks": "yes"} if flow.name == "gather" else TOLD
    one = of(flow, UNTOLD[flow.name], older, SINCE)
    assert [question.name for question in one.position.open_questions] == ["told_each"]
    assert outside(of(flow, UNTOLD[flow.name], older, T_ONLY).decision())
    assert not of(flow, UNTOLD[flow.name], older, NOBODY).decision().may_go_ahead_now


def at_the_answer(flow: str) -> Worker:
    worker = Worker()
    one = of(FLOWS[flow], UNTOLD[flow])
    worker.kept[one.id], worker.current = one, one.id
    return worker


@EACH
def test_by_clicking_first_one_then_the_other(flow: Flow) -> None:
    worker = at_the_answer(flow.name)
    worker.goes_on("they_know")
    when = {"told_when__date": "2026-03-11", "told_when__time": "10:00"}
    worker.fills_in(**when, told_each__T="told", told_each__D="not_yet", told_how="T, by phone")
    assert worker.matter.phase is Phase.ANSWER
    assert outside(worker.matter.decision())
    worker.goes_on("they_know")
    worker.fills_in(**when, told_each__T="told", told_each__D="told", told_how="T, by phone; D in person")
    assert worker.matter.decision().inform_parents == "already done"


@EACH
def test_by_typing_first_one_then_the_other(flow: Flow) -> None:
    worker = at_the_answer(flow.name)
    for text in ("they know", "today 10:00", "T told, D not yet", "T, by phone"):
        worker.says(text)
    assert outside(worker.matter.decision())
    for text in ("they know", "today 11:00", "both by phone"):
        worker.says(text)
    assert worker.matter.phase is Phase.ANSWER
    assert worker.matter.decision().inform_parents == "already done"
    assert worker.matter.values["told_how"] == "both by phone"


@EACH
def test_undone_it_is_as_it_was_at_first(flow: Flow) -> None:
    worker = at_the_answer(flow.name)
    before = worker.matter.decision()
    worker.goes_on("they_know")
    worker.says("back")
    assert worker.matter.phase is Phase.ANSWER
    assert worker.matter.decision() == before


@EACH
def test_a_change_to_what_goes_asks_who_knows_again(flow: Flow) -> None:
    changed = {"agencies": matters.lines("GP: anything else")} if flow.name == "gather" else {"why": "P sleeps"}
    one = of(flow, UNTOLD[flow.name], BOTH).hold(changed)
    assert {"told_since", "told_each", "told_how"} & set(one.values) == set()
