"""Everything that is wrong with a scenario's file, at once, each with its line."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path as File

from pydantic import ValidationError

from dialogs.lines import EachLine, lines_of
from dialogs.questions import Question, Ticks
from guidance.decision import Decision
from guidance.paragraphs import paragraphs
from practice.kinds import KINDS
from practice.lined import Fault, Lined, Path, read
from practice.salvaging import salvage
from practice.scenario import Scenario, Trap
from practice.values import line_ids, question_of, value_of
from practice.walk import Walk, chosen, model, near_miss

Found = Iterator[tuple[Path, str]]
EMPTY, WRITTEN = "empty", "written"
"""How a trap speaks of a box that the trainee fills in or leaves empty."""
LONGEST_STORY = 1800
"""Characters of all there is to read: a card on a phone."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A file's scenario, or what is wrong with it."""

    scenario: Scenario | None
    faults: tuple[Fault, ...]


def check(file: File) -> Checked:
    """Read one file. Raises OSError when it cannot be opened."""
    try:
        text = file.read_text("utf-8")
    except UnicodeDecodeError:
        return Checked(None, (Fault(1, "this is not UTF-8 text"),))
    return check_text(text, file.stem)


def check_text(text: str, name: str) -> Checked:
    """The same for a text; `name`: the file's, which its id is."""
    lined = read(text)
    if lined.data is None:
        return Checked(None, tuple(lined.faults))
    try:
        scenario = Scenario.model_validate(lined.data)
    except ValidationError as error:
        shape = [*lined.faults, *_of_shape(error, lined), *_beside_the_shape(error, lined, name)]
        return Checked(None, tuple(sorted(dict.fromkeys(shape))))
    found = [Fault(lined.line(path), said) for path, said in faults_of(scenario, name)]
    faults = tuple(sorted([*lined.faults, *dict.fromkeys(found)]))
    return Checked(None if faults else scenario, faults)


def _beside_the_shape(error: ValidationError, lined: Lined, name: str) -> Iterator[Fault]:
    """What else is wrong, read from the parts that have their right shape; nothing where too little of it has."""
    salvaged, kept = salvage(error, lined.data, name)
    if salvaged is None:
        return
    for path, said in faults_of(salvaged, name):
        of_trap = path[:1] == ("traps",) and isinstance(path[1], int)
        real = ("traps", kept[int(path[1])], *path[2:]) if of_trap else path
        yield Fault(lined.line(real), said)


def _of_shape(error: ValidationError, lined: Lined) -> Iterator[Fault]:
    said: dict[tuple[int, str], None] = {}
    for fault in error.errors(include_url=False, include_input=False):
        path = tuple(part for part in fault["loc"] if part not in ("str", "list[str]", "dict[str,str]"))
        missing = fault["type"] == "missing"
        where = ".".join(str(part + 1 if isinstance(part, int) else part) for part in path) or "the file"
        words = {"missing": "missing", "extra_forbidden": "not a field of a scenario"}.get(fault["type"], fault["msg"])
        said[lined.line(path[:-1] if missing else path), f"{where}: {words}"] = None
    return (Fault(line, words) for line, words in said)


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
    for number, trap in enumerate(scenario.traps):
        yield from (((("traps", number), said)) for said in _trap(scenario, trap, walk))
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
            elif not _taken(question, value_of(question, said, ids)):
                yield path, f"{name}: {_options(question)}"


def _taken(question: Question, value: object) -> bool:
    offered = {option.value for option in getattr(question, "options", ())}
    if isinstance(question, EachLine):
        return isinstance(value, dict) and set(value.values()) <= offered
    if isinstance(question, Ticks):
        ticks = value if isinstance(value, list) else []
        return bool(ticks) and set(ticks) <= offered and not (len(ticks) > 1 and set(ticks) & set(question.alone))
    return not offered or value in offered


def _options(question: Question) -> str:
    offered = ", ".join(option.value for option in getattr(question, "options", ()))
    return f"not one of {offered}" if offered else "not an answer that it takes"


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


def _trap(scenario: Scenario, trap: Trap, walk: Walk) -> Iterator[str]:
    question = next((q for q in walk.asked if q.name == trap.question), None)
    if question is None or not chosen(question, scenario):
        yield f"trap: {trap.question} is not chosen on the way to this answer"
        return
    if trap.question not in scenario.clues:
        yield f"trap: no clue says what in the story points to {trap.question}"
    ids = line_ids(walk.flow, scenario.answers)
    if isinstance(question, EachLine):
        known = dict(lines_of(walk.values, "lines"))
        if ids.get(trap.line, trap.line) not in known:
            yield f"trap: line: one of {', '.join(ids)}"
    said = {trap.line: str(trap.value)} if isinstance(question, EachLine) else trap.value
    if question.name in scenario.to_write and trap.value not in (EMPTY, WRITTEN):
        yield f"trap: {trap.question}: {EMPTY} or {WRITTEN}"
    if not _taken(question, value_of(question, said, ids)):
        yield f"trap: {trap.question}: {_options(question)}"
    if trap_caught(scenario, trap, walk.values.get(trap.question), ids):
        yield f"trap: {trap.question}: this is what the story supports"
    for ref in trap.refs:
        if ref not in paragraphs():
            yield f"trap: {ref} is no paragraph of the guidance"


def trap_caught(scenario: Scenario, trap: Trap, value: object, ids: dict[str, str]) -> bool:
    """Whether this answer walks into the trap. Of a box to write in, only "empty" or "written": no words are right."""
    if trap.question in scenario.to_write:
        return bool(value) is (trap.value == WRITTEN)
    if trap.line:
        return isinstance(value, dict) and value.get(ids.get(trap.line, trap.line)) == trap.value
    if isinstance(value, list):
        return trap.value in value if isinstance(trap.value, str) else set(trap.value) == set(value)
    return value == trap.value


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
