"""What `app.py scenarios` prints, without Teams."""

import argparse
import json
from collections.abc import Callable, Mapping
from pathlib import Path

from practice.answers_file import CannotPlay, answered
from practice.final_questions import RESTS_ON, WOULD_DO, rests_on
from practice.printing import as_json, as_text
from practice.registry import KINDS
from practice.repository import listed, named, scenarios
from practice.scenario import Given, Scenario
from practice.simulation import chosen, model
from practice.validation import check
from practice.values import values_of

BAD_INPUT = 2
Printed = tuple[str, int]


def list_them(_: argparse.Namespace) -> Printed:
    """Every scenario with its computed decision. Raises BadScenarios."""
    return json.dumps([listed(scenario) for scenario in scenarios().values()], ensure_ascii=False, indent=2), 0


def check_one(given: argparse.Namespace) -> Printed:
    """What is wrong with one file, a line each. Raises OSError."""
    file = Path(given.file)
    faults = check(file).faults
    if faults:
        return "\n".join(f"{file}:{fault.line}: {fault.said}" for fault in faults), BAD_INPUT
    return f"{file}: nothing wrong", 0


def play(given: argparse.Namespace) -> Printed:
    """The feedback on the answers of a file: {"answers": ..., "would_do": ..., "rests_on": ...} in JSON or YAML.

    Without answers, those that the story supports are played. `json`: the verdicts and points alone, for a program.
    Raises CannotPlay, OSError.
    """
    scenario = named(given.id)
    if scenario is None:
        raise CannotPlay(f"no scenario is called {given.id}, or its file is at fault")
    right = model(scenario)
    if given.answers is None:
        values = {**right.values, WOULD_DO: right.conclusion, RESTS_ON: rests_on(right)[0]}
    else:
        said = answered(Path(given.answers), scenario)
        words_given = values_of(right.flow, {**_words_given(scenario), **said.answers})
        values = {**words_given, WOULD_DO: said.would_do, RESTS_ON: said.rests_on}
    return (as_json(scenario, values) if given.json else as_text(scenario, values)), 0


def _words_given(scenario: Scenario) -> dict[str, Given]:
    """What the story gives, so that a file of answers holds the choices alone."""
    asked = {question.name: question for question in KINDS[scenario.flow].questions()}
    return {n: said for n, said in scenario.answers.items() if not chosen(asked[n], scenario)}


COMMANDS: Mapping[str, Callable[[argparse.Namespace], Printed]] = {"list": list_them, "check": check_one, "play": play}
