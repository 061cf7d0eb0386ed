"""What a typed message says to the two last questions: a number or the words of an answer, and a paragraph."""

import re

from practice.final_questions import RESTS_ON, WOULD_DO, conclusion_text, final_options
from practice.scenario import Scenario
from practice.simulation import model_walk

NUMBER = r"(?:(?:option|number|no\.?) ?)?\(?(?P<number>\d{1,2})\)?\.?"
PARAGRAPH = r"(?:it rests on )?(?:para(?:graph)? )?(?P<ref>\d+\.\d+(?:\([a-z]\))?)\.?"
BARE = re.compile(rf"(?i)\s*(?:{NUMBER})?(?:\s*(?:,|;|and|\s)\s*|^\s*)?(?:{PARAGRAPH})?\s*")
"""A number, a paragraph or both, and nothing else: anything more could be a question, or mean something else."""


def read_final_answers(text: str, scenario: Scenario) -> dict[str, str]:
    """The answers that this text gives; a paragraph or a number that is not offered is no answer."""
    found = final_options(scenario, model_walk(scenario))
    bare = BARE.fullmatch(text)
    if bare is None:
        labels = {name: conclusion_text(model_walk(scenario).matter, name) for name in found.conclusions}
        said = {WOULD_DO: _option_by_words(text, labels)}
    else:
        ref = (bare.group("ref") or "").lower()
        said = {
            WOULD_DO: _option_by_number(bare.group("number") or "", found.conclusions),
            RESTS_ON: ref if ref in found.refs else "",
        }
    return {name: value for name, value in said.items() if value}


def _option_by_number(number: str, names: tuple[str, ...]) -> str:
    return names[int(number) - 1] if number and 0 < int(number) <= len(names) else ""


def _option_by_words(text: str, labels: dict[str, str]) -> str:
    """The answer that begins with these words, where only one does."""
    said = _words(text)
    meant = [name for name, label in labels.items() if said and _words(label)[: len(said)] == said]
    return meant[0] if len(meant) == 1 else ""


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9']+", text.lower())
