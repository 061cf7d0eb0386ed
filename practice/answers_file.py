"""A file of answers to a scenario, as `app.py scenarios play` reads it."""

from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from practice.faults import answer_faults
from practice.final_questions import final_options
from practice.registry import PRACTICE_FLOWS
from practice.scenario import Given, Scenario
from practice.simulation import model_walk
from practice.validation import PLAIN_MESSAGES
from practice.yaml_lines import LocatedYaml, read_yaml


class CannotPlay(Exception):
    """There is no such scenario, or its answers cannot be read."""


class AnswersFile(BaseModel):
    """What a file of answers holds; `answers` are written as in a scenario."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    answers: dict[str, Given] = {}
    would_do: str = ""
    rests_on: str = ""


def read_answers(file: Path, scenario: Scenario) -> AnswersFile:
    """The answers of this file. Raises CannotPlay with everything that is wrong with them; OSError."""
    try:
        lined = read_yaml(file.read_text("utf-8-sig"))
    except UnicodeDecodeError:
        raise CannotPlay(f"{file}: this is not UTF-8 text") from None
    said, faults = _read(lined)
    faults += [f"{fault.line}: {fault.said}" for fault in lined.faults]
    faults += _answer_faults(said, scenario, lined) if said else []
    if said is None or faults:
        raise CannotPlay(f"{file}:{'; '.join(faults)}")
    return said


def _read(lined: LocatedYaml) -> tuple[AnswersFile | None, list[str]]:
    if lined.data is None:
        return None, []
    try:
        return AnswersFile.model_validate(lined.data), []
    except ValidationError as error:
        found = {fault["loc"][:2]: PLAIN_MESSAGES.get(fault["type"], "not an answer") for fault in error.errors()}
    return None, [
        f"{lined.line(path)}: {'.'.join(map(str, path)) or 'the file'}: {said}" for path, said in found.items()
    ]


def _answer_faults(said: AnswersFile, scenario: Scenario, lined: LocatedYaml) -> list[str]:
    wrong = answer_faults(PRACTICE_FLOWS[scenario.flow], {**scenario.answers, **said.answers}, said.answers)
    found = [f"{lined.line(('answers', name))}: {why}" for name, why in wrong]
    return found + list(_final_answer_faults(said, scenario, lined))


def _final_answer_faults(said: AnswersFile, scenario: Scenario, lined: LocatedYaml) -> Iterator[str]:
    choices = final_options(scenario, model_walk(scenario))
    for name, value, known in (
        ("would_do", said.would_do, choices.conclusions),
        ("rests_on", said.rests_on, choices.refs),
    ):
        if value and value not in known:
            yield f"{lined.line((name,))}: {name}: one of {', '.join(known)}"
