"""What a typed message says to the two last questions: a number or the words of an answer, and a paragraph."""

import re

from practice.deciding import RESTS_ON, WOULD_DO, conclusion_words, offered
from practice.scenario import Scenario
from practice.walk import model

PARAGRAPH = re.compile(r"(?i)(?<![\w.])(?:para(?:graph)?s? )?(\d+\.\d+(?:\([a-z]\))?)(?![\w(])")
NUMBER = re.compile(r"(?<![\w.(])(\d{1,2})(?![\w.(])")
LEAST = 4
"""Letters of an answer that must be typed for it to be known."""


def said_last(text: str, scenario: Scenario) -> dict[str, str]:
    """The answers that this text gives; a paragraph or a number that is not offered is no answer."""
    found = offered(scenario, model(scenario))
    refs = {ref.lower() for ref in PARAGRAPH.findall(text)} & set(found.refs)
    rest = PARAGRAPH.sub(" ", text)
    labels = {name: conclusion_words(model(scenario).matter, name) for name in found.conclusions}
    do = _by_number(rest, found.conclusions) or _by_words(rest, labels)
    said = {WOULD_DO: do, RESTS_ON: refs.pop() if len(refs) == 1 else ""}
    return {name: value for name, value in said.items() if value}


def _by_number(text: str, names: tuple[str, ...]) -> str:
    numbers = {int(number) for number in NUMBER.findall(text)}
    number = numbers.pop() if len(numbers) == 1 else 0
    return names[number - 1] if 0 < number <= len(names) else ""


def _by_words(text: str, labels: dict[str, str]) -> str:
    """The answer that begins with these words, where only one does."""
    said = _plain(text)
    meant = [name for name, label in labels.items() if len(said) >= LEAST and _plain(label).startswith(said)]
    return meant[0] if len(meant) == 1 else ""


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9']+", text.lower()))
