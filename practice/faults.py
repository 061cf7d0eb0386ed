"""What is wrong with a scenario that has the right shape, each with where it stands."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from dialogs.engine.flow import Flow
from dialogs.engine.lines import EachLine
from guidance.decision import Decision
from practice.registry import KINDS
from practice.scenario import Given, Scenario, Trap
from practice.simulation import Walk, chosen, model, near_miss
from practice.traps import faults_alone, faults_in_flow, faults_on_the_way
from practice.values import line_ids, offered_by, question_of, takes, value_of
from practice.yaml_lines import Path

Found = Iterator[tuple[Path, str]]
LONGEST_STORY = 1800
"""Characters of all there is to read: a card on a phone."""
SHORTEST_CLUE = 6


def faults_of(scenario: Scenario, name: str) -> Found:
    """What is wrong with a scenario that has the right shape, as (where, what)."""
    if scenario.id != name:
        yield ("id",), f"id: the file is called {name}, so the id is too"
    if len(scenario.told) > LONGEST_STORY:
        yield ("story",), f"story: {len(scenario.told)} characters to read; {LONGEST_STORY} is the most"
    yield from _clues(scenario)
    yield from _of_each_trap(scenario, faults_alone)
    yield from _twice(scenario)
    if scenario.flow not in KINDS:
        yield ("flow",), f"flow: unknown; one of {', '.join(KINDS)}"
        return
    yield from _way(scenario)
    yield from _of_each_trap(scenario, faults_in_flow)
    answers = list(_answers(scenario))
    yield from answers
    if not answers:
        yield from _on_the_way(scenario, model(scenario))


def _on_the_way(scenario: Scenario, walk: Walk) -> Found:
    """What can be said once the answers lead somewhere."""
    yield from _path(scenario, walk)
    if walk.missing:
        return
    asked = [question.name for question in walk.asked]
    chosen_ones = [question.name for question in walk.asked if chosen(question, scenario)]
    for place, names, known in (("clues", scenario.clues, asked), ("noticed", scenario.noticed, chosen_ones)):
        for name in names:
            if name not in known:
                yield (place, name), f"{place}: {name} is not asked on the way; one of {', '.join(known)}"
    yield from _of_each_trap(scenario, lambda scenario, trap: faults_on_the_way(scenario, trap, walk))
    yield from _near(scenario, walk)
    yield from _agrees(scenario, walk)


def _of_each_trap(scenario: Scenario, said: Callable[[Scenario, Trap], Iterable[str]]) -> Found:
    for number, trap in enumerate(scenario.traps):
        yield from ((("traps", number), fault) for fault in said(scenario, trap))


def _twice(scenario: Scenario) -> Found:
    """The second of two traps on the same answer would never be heard."""
    seen: list[tuple[str, object, str]] = []
    for number, trap in enumerate(scenario.traps):
        same = (trap.question, trap.value, trap.line)
        if same in seen:
            yield ("traps", number), f"trap: {trap.question}: {trap.value} is the answer of another trap"
        seen.append(same)


def _way(scenario: Scenario) -> Found:
    flow = KINDS[scenario.flow]
    if scenario.way and flow.action(scenario.way) is None:
        yield ("way",), f"way: unknown; one of {', '.join(way.name for way in flow.actions)}"
    for number, name in enumerate(scenario.to_write):
        question = question_of(flow, name)
        if question is None or chosen(question, scenario.model_copy(update={"to_write": []})):
            yield ("to_write", number), f"to_write: {name} is no question that is answered in words"


def _answers(scenario: Scenario) -> Found:
    """Every answer is to a question of the flow, and one that it takes."""
    flow = KINDS[scenario.flow]
    yield from ((("answers", name), said) for name, said in answer_faults(flow, scenario.answers, scenario.answers))
    if scenario.near_miss:
        flipped = scenario.near_miss.answers
        for name, said in answer_faults(flow, {**scenario.answers, **flipped}, flipped):
            yield ("near_miss", "answers", name), said


def answer_faults(flow: Flow, every: Mapping[str, Given], some: Mapping[str, Given]) -> Iterator[tuple[str, str]]:
    """What is wrong with some answers, as (question, what). `every`: those that they stand among."""
    ids = line_ids(flow, every)
    for name, said in some.items():
        question = question_of(flow, name)
        if question is None:
            yield name, f"{name}: no question of the flow {flow.name}"
        elif isinstance(question, EachLine) and (not isinstance(said, dict) or set(said) - {*ids, *ids.values()}):
            yield name, f"{name}: one answer for each line, by the names of the lines ({', '.join(ids) or 'none'})"
        elif not takes(question, value_of(question, said, ids)):
            yield name, f"{name}: {offered_by(question)}"


def _path(scenario: Scenario, walk: Walk) -> Found:
    """The answers lead to the end, and none of them is left over."""
    for question in walk.missing:
        yield ("answers", question.name), f"answers: {question.name} is asked and has no whole answer"
    asked = {question.name for question in walk.asked}
    if not walk.missing:
        for name in scenario.answers:
            if name not in asked:
                yield ("answers", name), f"{name}: never asked, given the other answers"
    cards = [card.name for card, _ in walk.cards]
    if scenario.later and scenario.later.after not in cards[:-1]:
        yield ("later", "after"), f"later: after one of {', '.join(cards[:-1])}"


def _plain(text: str) -> str:
    return " ".join(text.split()).lower()


def _clues(scenario: Scenario) -> Found:
    told = _plain(scenario.told)
    for name, clue in scenario.clues.items():
        if _plain(clue) not in told:
            yield ("clues", name), f"clues: {name}: these words do not stand in the story"
        elif len(_plain(clue)) < SHORTEST_CLUE:
            yield ("clues", name), f"clues: {name}: too short to point to anything"


def _near(scenario: Scenario, walk: Walk) -> Found:
    near = near_miss(scenario)
    if near is None:
        return
    place: Path = ("near_miss",)
    if near.missing:
        yield place, f"near_miss: {', '.join(q.name for q in near.missing)} is asked and has no whole answer"
        return
    both = {q.name for q in walk.asked} & {q.name for q in near.asked}
    turned = [name for name in both if walk.values.get(name) != near.values.get(name)]
    if len(turned) != 1:
        yield place, f"near_miss: one answer is flipped, and these are: {', '.join(sorted(turned)) or 'none'}"
    if outcome(near.decision) == outcome(walk.decision) and near.conclusion == walk.conclusion:
        yield place, "near_miss: the decision stays the same"


def outcome(decision: Decision) -> tuple[object, ...]:
    """What makes one decision another."""
    grounds, record, said = decision.exception_grounds, decision.missing_from_record, decision.first_contact_missing
    entry = decision.case_summary_note_missing
    return decision.may_go_ahead_now, decision.outstanding_before_go_ahead, grounds, record, said, entry


def _agrees(scenario: Scenario, walk: Walk) -> Found:
    expected, decision = scenario.check, walk.decision
    if expected is None:
        return
    said = {True: "true", False: "false", None: "null"}[decision.may_go_ahead_now]
    if expected.may_go_ahead_now not in (None, said):
        yield ("check", "may_go_ahead_now"), f"check: the rules say {said}"
    if expected.outstanding is not None and tuple(expected.outstanding) != decision.outstanding_before_go_ahead:
        found = ", ".join(decision.outstanding_before_go_ahead) or "nothing"
        yield ("check", "outstanding"), f"check: the rules say {found}"
    if expected.conclusion not in (None, walk.conclusion):
        yield ("check", "conclusion"), f"check: the rules say {walk.conclusion}"
