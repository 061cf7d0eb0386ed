"""What `app.py scenarios` prints, without Teams."""

import argparse
import json
from collections.abc import Callable, Mapping
from pathlib import Path

from practice.answers_file import CannotPlay, read_answers
from practice.final_questions import RESTS_ON, WOULD_DO, decisive_refs
from practice.printing import render_json, render_text
from practice.registry import PRACTICE_FLOWS
from practice.repository import all_scenarios, find_scenario, summarise
from practice.scenario import Given, Scenario
from practice.simulation import is_chosen, model_walk
from practice.validation import check_file
from practice.values import to_values

BAD_INPUT = 2
Printed = tuple[str, int]


def list_scenarios(_: argparse.Namespace) -> Printed:
    """Every scenario with its computed decision. Raises BadScenarios."""
    return json.dumps([summarise(scenario) for scenario in all_scenarios().values()], ensure_ascii=False, indent=2), 0


def check_scenario(given: argparse.Namespace) -> Printed:
    """What is wrong with one file, a line each. Raises OSError."""
    file = Path(given.file)
    faults = check_file(file).faults
    if faults:
        return "\n".join(f"{file}:{fault.line}: {fault.said}" for fault in faults), BAD_INPUT
    return f"{file}: nothing wrong", 0


def play_scenario(given: argparse.Namespace) -> Printed:
    """The feedback on the answers of a file: {"answers": ..., "would_do": ..., "rests_on": ...} in JSON or YAML.

    Without answers, those that the story supports are played. `json`: the verdicts and points alone, for a program.
    Raises CannotPlay, OSError.
    """
    scenario = find_scenario(given.id)
    if scenario is None:
        raise CannotPlay(f"no scenario is called {given.id}, or its file is at fault")
    right = model_walk(scenario)
    if given.answers is None:
        values = {**right.values, WOULD_DO: right.conclusion, RESTS_ON: decisive_refs(right)[0]}
    else:
        said = read_answers(Path(given.answers), scenario)
        words_given = to_values(right.flow, {**_given_by_story(scenario), **said.answers})
        values = {**words_given, WOULD_DO: said.would_do, RESTS_ON: said.rests_on}
    return (render_json(scenario, values) if given.json else render_text(scenario, values)), 0


def _given_by_story(scenario: Scenario) -> dict[str, Given]:
    """What the story gives, so that a file of answers holds the choices alone."""
    asked = {question.name: question for question in PRACTICE_FLOWS[scenario.flow].questions()}
    return {n: said for n, said in scenario.answers.items() if not is_chosen(asked[n], scenario)}


SCENARIO_COMMANDS: Mapping[str, Callable[[argparse.Namespace], Printed]] = {
    "list": list_scenarios,
    "check": check_scenario,
    "play": play_scenario,
}
