"""What `app.py scenarios` prints, without Teams."""

import argparse
import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from practice.faults import answer_faults
from practice.final_questions import RESTS_ON, WOULD_DO, decisive_refs, final_options
from practice.new_file import new_scenario
from practice.printing import render_json, render_text
from practice.registry import PRACTICE_FLOWS
from practice.repository import FOLDER, all_scenarios, find_scenario, summarise
from practice.scenario import Given, Scenario
from practice.simulation import is_chosen, model_walk
from practice.validation import PLAIN_MESSAGES, check_file
from practice.values import to_values
from practice.yaml_lines import LocatedYaml, read_yaml

BAD_INPUT = 2
NAMED_AS_WANTED = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.yaml")
Printed = tuple[str, int]
"""The text, and the exit code."""


class CannotPlay(Exception):
    """There is no such scenario, or its answers cannot be read."""


class AnswersFile(BaseModel):
    """The answers to a scenario, written as in its file, and to the two last questions."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    answers: dict[str, Given] = {}
    would_do: str = ""
    rests_on: str = ""


def list_scenarios(_: argparse.Namespace) -> Printed:
    """Print every scenario with its computed decision. Raises BadScenarios."""
    return json.dumps([summarise(scenario) for scenario in all_scenarios().values()], ensure_ascii=False, indent=2), 0


def check_scenario(given: argparse.Namespace) -> Printed:
    """Print what is wrong with one file, or with every one that is here, a line each. Raises OSError."""
    files = [Path(given.file)] if given.file else sorted(FOLDER.glob("*.yaml"))
    said = [f"{file}:{fault.line}: {fault.said}" for file in files for fault in check_file(file).faults]
    if said:
        return "\n".join(said), BAD_INPUT
    return f"{given.file or len(files)}: nothing wrong", 0


def create_scenario(given: argparse.Namespace) -> Printed:
    """Write a new file, with every question of the flow, and print where. Raises CannotPlay, OSError."""
    if given.flow not in PRACTICE_FLOWS:
        raise CannotPlay(f"{given.flow}: no flow; one of {', '.join(PRACTICE_FLOWS)}")
    file = Path(given.file or FOLDER / f"{given.flow.replace('_', '-')}-new.yaml")
    if not NAMED_AS_WANTED.fullmatch(file.name):
        raise CannotPlay(f"{file.name}: small letters, numbers and single hyphens, and .yaml at the end")
    with file.open("x", encoding="utf-8") as new:
        new.write(new_scenario(given.flow, file.stem))
    return f"{file}: fill in what says TODO, then: scenarios check {file}", 0


def print_schema(_: argparse.Namespace) -> Printed:
    """Print the JSON schema of a scenario's file, by which an editor completes and checks it."""
    return json.dumps(Scenario.model_json_schema(), ensure_ascii=False, indent=2), 0


def play_scenario(given: argparse.Namespace) -> Printed:
    """Print the feedback on the answers of a file, JSON or YAML; without one, on those that the story supports.

    `given.json`: print the verdicts and points alone, for a program. Raises CannotPlay, OSError.
    """
    scenario = check_file(Path(given.id)).scenario if given.id.endswith(".yaml") else find_scenario(given.id)
    if scenario is None:
        raise CannotPlay(f"no scenario is called {given.id}, or its file is at fault")
    right = model_walk(scenario)
    if given.answers is None:
        values = {**right.values, WOULD_DO: right.conclusion, RESTS_ON: decisive_refs(right)[0]}
    else:
        said = _read_answers(Path(given.answers), scenario)
        asked = {question.name: question for question in PRACTICE_FLOWS[scenario.flow].questions()}
        told = {name: text for name, text in scenario.answers.items() if not is_chosen(asked[name], scenario)}
        chosen = to_values(right.flow, {**told, **said.answers})
        values = {**chosen, WOULD_DO: said.would_do, RESTS_ON: said.rests_on}
    return (render_json(scenario, values) if given.json else render_text(scenario, values)), 0


SCENARIO_COMMANDS: Mapping[str, Callable[[argparse.Namespace], Printed]] = {
    "list": list_scenarios,
    "check": check_scenario,
    "new": create_scenario,
    "schema": print_schema,
    "play": play_scenario,
}


def _read_answers(file: Path, scenario: Scenario) -> AnswersFile:
    """Read a file of answers. Raises CannotPlay with everything that is wrong with them; OSError."""
    try:
        located = read_yaml(file.read_text("utf-8-sig"))
    except UnicodeDecodeError:
        raise CannotPlay(f"{file}: this is not UTF-8 text") from None
    said, faults = _parse(located)
    faults += [f"{fault.line}: {fault.said}" for fault in located.faults]
    faults += _answers_at_fault(said, scenario, located) if said else ()
    if said is None or faults:
        raise CannotPlay(f"{file}:{'; '.join(faults)}")
    return said


def _parse(located: LocatedYaml) -> tuple[AnswersFile | None, list[str]]:
    if located.data is None:
        return None, []
    try:
        return AnswersFile.model_validate(located.data), []
    except ValidationError as error:
        found = {fault["loc"][:2]: PLAIN_MESSAGES.get(fault["type"], "not an answer") for fault in error.errors()}
    return None, [
        f"{located.line(path)}: {'.'.join(map(str, path)) or 'the file'}: {said}" for path, said in found.items()
    ]


def _answers_at_fault(said: AnswersFile, scenario: Scenario, located: LocatedYaml) -> Iterator[str]:
    flow = PRACTICE_FLOWS[scenario.flow]
    for name, why in answer_faults(flow, {**scenario.answers, **said.answers}, said.answers):
        yield f"{located.line(('answers', name))}: {why}"
    options = final_options(scenario)
    for name, value, known in ((WOULD_DO, said.would_do, options.conclusions), (RESTS_ON, said.rests_on, options.refs)):
        if value and value not in known:
            yield f"{located.line((name,))}: {name}: one of {', '.join(known)}"
