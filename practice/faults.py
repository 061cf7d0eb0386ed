"""What is wrong with a scenario that has the right shape: each fault with the path of the part it is in."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from dialogs.engine.flow import Flow
from dialogs.engine.lines import EachLine
from guidance.decision import Decision
from practice.registry import PRACTICE_FLOWS
from practice.scenario import Given, Scenario, Trap
from practice.simulation import Walk, is_chosen, model_walk, near_miss_walk
from practice.traps import faults_alone, faults_in_flow, faults_on_the_way
from practice.values import accepts, find_question, line_ids, rejection, to_value
from practice.variants import CaseDay, later_days
from practice.yaml_lines import Path

Found = Iterator[tuple[Path, str]]
LONGEST_STORY = 1800
"""Characters of all there is to read: a card on a phone."""
SHORTEST_CLUE = 6
WHOLE_CASE = "4"


def find_faults(scenario: Scenario, name: str) -> Found:
    """Yield (path, fault) for all that is wrong; `name`: the file's without its ending."""
    if scenario.id != name:
        yield ("id",), f"id: the file is called {name}, so the id is too"
    if scenario.days and scenario.near_miss:
        yield ("near_miss",), "near_miss: a case of several days has none"
    if bool(scenario.days) is not (scenario.level == WHOLE_CASE):
        yield ("level",), f"level: {WHOLE_CASE} is for cases with days, and they for it"
    flows = {scenario.flow, *(day.flow for day in scenario.days if day.flow)} - set(PRACTICE_FLOWS)
    if flows:
        yield ("flow",), f"flow: {', '.join(sorted(flows))} is unknown; one of {', '.join(PRACTICE_FLOWS)}"
    yield from _faults_of_one_day(scenario)
    for number, day in enumerate([] if flows else later_days(scenario)):
        yield from ((("days", number, *path), f"day {day.day}: {said}") for path, said in _faults_of_one_day(day))


def _faults_of_one_day(scenario: Scenario) -> Found:
    if len(scenario.told) > LONGEST_STORY:
        yield ("story",), f"story: {len(scenario.told)} characters to read; {LONGEST_STORY} is the most"
    yield from _clue_faults(scenario)
    yield from _trap_faults(scenario, faults_alone)
    yield from _repeated_traps(scenario)
    if scenario.flow not in PRACTICE_FLOWS:
        return
    yield from _unknown_names(scenario)
    yield from _trap_faults(scenario, faults_in_flow)
    answers = list(_wrong_answers(scenario))
    yield from answers
    if not answers:
        yield from _walk_faults(scenario, model_walk(scenario))


def _trap_faults(scenario: Scenario, find: Callable[[Scenario, Trap], Iterable[str]]) -> Found:
    for number, trap in enumerate(scenario.traps):
        yield from ((("traps", number), fault) for fault in find(scenario, trap))


def _repeated_traps(scenario: Scenario) -> Found:
    """Yield the second of two traps on the same answer: it would never be heard."""
    seen: list[tuple[str, object, str]] = []
    for number, trap in enumerate(scenario.traps):
        same = (trap.question, trap.value, trap.line)
        if same in seen:
            yield ("traps", number), f"trap: {trap.question}: {trap.value} is the answer of another trap"
        seen.append(same)


def _unknown_names(scenario: Scenario) -> Found:
    flow = PRACTICE_FLOWS[scenario.flow]
    if scenario.way and flow.actions_by_name.get(scenario.way) is None:
        yield ("way",), f"way: unknown; one of {', '.join(way.name for way in flow.actions)}"
    for number, name in enumerate(scenario.to_write):
        question = find_question(flow, name)
        if question is None or is_chosen(question, scenario.model_copy(update={"to_write": []})):
            yield ("to_write", number), f"to_write: {name} is no question that is answered in words"


def _wrong_answers(scenario: Scenario) -> Found:
    flow, answers = PRACTICE_FLOWS[scenario.flow], scenario.answers
    yield from ((("answers", name), said) for name, said in answer_faults(flow, answers, answers))
    flipped = scenario.near_miss.answers if scenario.near_miss else {}
    for name, said in answer_faults(flow, {**answers, **flipped}, flipped):
        yield ("near_miss", "answers", name), said


def answer_faults(flow: Flow, every: Mapping[str, Given], some: Mapping[str, Given]) -> Iterator[tuple[str, str]]:
    """Yield (question, fault) for some answers. `every`: all answers, which name the lines."""
    ids = line_ids(flow, every)
    for name, said in some.items():
        question = find_question(flow, name)
        if question is None:
            yield name, f"{name}: no question of the flow {flow.name}"
        elif isinstance(question, EachLine) and (not isinstance(said, dict) or set(said) - {*ids, *ids.values()}):
            yield name, f"{name}: one answer for each line, by the names of the lines ({', '.join(ids) or 'none'})"
        elif not accepts(question, to_value(question, said, ids)):
            yield name, f"{name}: {rejection(question)}"


def _walk_faults(scenario: Scenario, walk: Walk) -> Found:
    """Yield what can be seen once the answers lead somewhere."""
    yield from _path_faults(scenario, walk)
    if walk.missing:
        return
    asked = [question.name for question in walk.asked]
    chosen = [question.name for question in walk.asked if is_chosen(question, scenario)]
    for place, names, known in (("clues", scenario.clues, asked), ("noticed", scenario.noticed, chosen)):
        for name in names:
            if name not in known:
                yield (place, name), f"{place}: {name} is not asked on the way; one of {', '.join(known)}"
    yield from _trap_faults(scenario, lambda scenario, trap: faults_on_the_way(scenario, trap, walk))
    yield from _held_back_faults(scenario, walk)
    yield from _near_miss_faults(scenario, walk)
    yield from _check_faults(scenario, walk)


def _held_back_faults(scenario: Scenario, walk: Walk) -> Found:
    """Yield where it is not said of just the lines that are left out whether they are plausible."""
    said = walk.values.get("weights")
    weights = said if isinstance(said, dict) else {}
    ids = line_ids(walk.flow, scenario.answers)
    left = {name for name, line in ids.items() if weights.get(line) == "leave_out"}
    for name in sorted(left ^ set(scenario.held_back)):
        if name in left:
            yield ("answers", "weights"), f"held_back: {name}: plausible or idle? It is left out"
        else:
            yield ("held_back", name), f"held_back: {name}: not a line that is left out"


def _path_faults(scenario: Scenario, walk: Walk) -> Found:
    """Yield the questions without a whole answer; if there are none, the answers that are left over."""
    for question in walk.missing:
        yield ("answers", question.name), f"answers: {question.name} is asked and has no whole answer"
    asked = {question.name for question in walk.asked}
    for name in scenario.answers:
        if not walk.missing and name not in asked:
            yield ("answers", name), f"{name}: never asked, given the other answers"
    cards = [card.name for card, _ in walk.cards]
    if scenario.later and scenario.later.after not in cards[:-1]:
        yield ("later", "after"), f"later: after one of {', '.join(cards[:-1])}"


def _clue_faults(scenario: Scenario) -> Found:
    told = _normalised(f"{scenario.so_far} {scenario.told}" if isinstance(scenario, CaseDay) else scenario.told)
    for name, clue in scenario.clues.items():
        if _normalised(clue) not in told:
            yield ("clues", name), f"clues: {name}: these words do not stand in the story"
        elif len(_normalised(clue)) < SHORTEST_CLUE:
            yield ("clues", name), f"clues: {name}: too short to point to anything"


def _normalised(text: str) -> str:
    return " ".join(text.split()).lower()


def _near_miss_faults(scenario: Scenario, walk: Walk) -> Found:
    near, place = near_miss_walk(scenario), ("near_miss",)
    if near is None:
        return
    if near.missing:
        yield place, f"near_miss: {', '.join(q.name for q in near.missing)} is asked and has no whole answer"
        return
    both = {q.name for q in walk.asked} & {q.name for q in near.asked}
    turned = [name for name in both if walk.values.get(name) != near.values.get(name)]
    if len(turned) != 1:
        yield place, f"near_miss: one answer is flipped, and these are: {', '.join(sorted(turned)) or 'none'}"
    if _outcome(near.decision) == _outcome(walk.decision) and near.conclusion == walk.conclusion:
        yield place, "near_miss: the decision stays the same"


def _outcome(decision: Decision) -> tuple[object, ...]:
    """Return what makes one decision another."""
    grounds, record, said = decision.exception_grounds, decision.missing_from_record, decision.first_contact_missing
    entry = decision.case_summary_note_missing
    return decision.may_go_ahead_now, decision.outstanding_before_go_ahead, grounds, record, said, entry


def _check_faults(scenario: Scenario, walk: Walk) -> Found:
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
