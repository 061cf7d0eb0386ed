"""A file of answers to a scenario, as `app.py scenarios play` reads it."""

from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from practice.faults import answer_faults
from practice.final_questions import offered
from practice.registry import KINDS
from practice.scenario import Given, Scenario
from practice.simulation import model
from practice.validation import PLAINLY
from practice.yaml_lines import Lined, read


class CannotPlay(Exception):
    """There is no such scenario, or its answers cannot be read."""


class Answered(BaseModel):
    """What a file of answers holds; `answers` are written as in a scenario."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    answers: dict[str, Given] = {}
    would_do: str = ""
    rests_on: str = ""


def answered(file: Path, scenario: Scenario) -> Answered:
    """The answers of this file. Raises CannotPlay with everything that is wrong with them; OSError."""
    try:
        lined = read(file.read_text("utf-8-sig"))
    except UnicodeDecodeError:
        raise CannotPlay(f"{file}: this is not UTF-8 text") from None
    said, faults = _read(lined)
    faults += [f"{fault.line}: {fault.said}" for fault in lined.faults]
    faults += _of_answers(said, scenario, lined) if said else []
    if said is None or faults:
        raise CannotPlay(f"{file}:{'; '.join(faults)}")
    return said


def _read(lined: Lined) -> tuple[Answered | None, list[str]]:
    if lined.data is None:
        return None, []
    try:
        return Answered.model_validate(lined.data), []
    except ValidationError as error:
        found = {fault["loc"][:2]: PLAINLY.get(fault["type"], "not an answer") for fault in error.errors()}
    return None, [
        f"{lined.line(path)}: {'.'.join(map(str, path)) or 'the file'}: {said}" for path, said in found.items()
    ]


def _of_answers(said: Answered, scenario: Scenario, lined: Lined) -> list[str]:
    wrong = answer_faults(KINDS[scenario.flow], {**scenario.answers, **said.answers}, said.answers)
    found = [f"{lined.line(('answers', name))}: {why}" for name, why in wrong]
    return found + list(_of_the_last(said, scenario, lined))


def _of_the_last(said: Answered, scenario: Scenario, lined: Lined) -> Iterator[str]:
    choices = offered(scenario, model(scenario))
    for name, value, known in (
        ("would_do", said.would_do, choices.conclusions),
        ("rests_on", said.rests_on, choices.refs),
    ):
        if value and value not in known:
            yield f"{lined.line((name,))}: {name}: one of {', '.join(known)}"
