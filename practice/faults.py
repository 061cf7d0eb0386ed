"""What is wrong with a scenario that has the right shape, each with where it stands."""

from collections.abc import Iterator

from dialogs.lines import EachLine
from guidance.decision import Decision
from practice.kinds import KINDS
from practice.lined import Path
from practice.scenario import Scenario
from practice.trapping import faults_of_trap
from practice.values import line_ids, offered_by, question_of, takes, value_of
from practice.walk import Walk, chosen, model, near_miss

Found = Iterator[tuple[Path, str]]
LONGEST_STORY = 1800
"""Characters of all there is to read: a card on a phone."""


def faults_of(scenario: Scenario, name: str) -> Found:
    """What is wrong with a scenario that has the right shape, as (where, what)."""
    if scenario.id != name:
        yield ("id",), f"id: the file is called {name}, so the id is too"
    if len(scenario.told) > LONGEST_STORY:
        yield ("story",), f"story: {len(scenario.told)} characters to read; {LONGEST_STORY} is the most"
    if scenario.flow not in KINDS:
        yield ("flow",), f"flow: unknown; one of {', '.join(KINDS)}"
        return
    yield from _way(scenario)
    answers = list(_answers(scenario))
    yield from answers
    if answers:
        return
    walk = model(scenario)
    yield from _path(scenario, walk)
    if walk.missing:
        return
    yield from _clues(scenario)
    yield from _noticed(scenario, walk)
    for number, trap in enumerate(scenario.traps):
        yield from (((("traps", number), said)) for said in faults_of_trap(scenario, trap, walk))
    yield from _near(scenario, walk)
    yield from _agrees(scenario, walk)


def _way(scenario: Scenario) -> Found:
    flow = KINDS[scenario.flow]
    if scenario.way and flow.way(scenario.way) is None:
        yield ("way",), f"way: unknown; one of {', '.join(way.name for way in flow.ways)}"
    for number, name in enumerate(scenario.to_write):
        question = question_of(flow, name)
        if question is None or chosen(question, scenario.model_copy(update={"to_write": []})):
            yield ("to_write", number), f"to_write: {name} is no question that is answered in words"


def _answers(scenario: Scenario) -> Found:
    """Every answer is to a question of the flow, and one that it takes."""
    flow = KINDS[scenario.flow]
    tables = {"answers": scenario.answers}
    if scenario.near_miss:
        tables["near_miss"] = {**scenario.near_miss.answers}
    for place, table in tables.items():
        ids = line_ids(flow, {**scenario.answers, **table})
        for name, said in table.items():
            path: Path = (place, name) if place == "answers" else (place, "answers", name)
            question = question_of(flow, name)
            if question is None:
                yield path, f"{name}: no question of the flow {flow.name}"
            elif isinstance(question, EachLine) and (not isinstance(said, dict) or set(said) - {*ids, *ids.values()}):
                yield path, f"{name}: one answer for each line, by the names of the lines ({', '.join(ids) or 'none'})"
            elif not takes(question, value_of(question, said, ids)):
                yield path, f"{name}: {offered_by(question)}"


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
        if question_of(KINDS[scenario.flow], name) is None:
            yield ("clues", name), f"clues: {name} is no question of the flow"
        if _plain(clue) not in told:
            yield ("clues", name), f"clues: {name}: these words do not stand in the story"


def _noticed(scenario: Scenario, walk: Walk) -> Found:
    """What is said for a good answer belongs to a question, so that nobody hears it who answered otherwise."""
    asked = [question.name for question in walk.asked if chosen(question, scenario)]
    for name in scenario.noticed:
        if name not in asked:
            yield ("noticed", name), f"noticed: {name} is not chosen on the way; one of {', '.join(asked)}"


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
