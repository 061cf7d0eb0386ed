"""What in the product rests on a paragraph: questions, rules, words, terms, scenarios."""

import ast
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from cards.words import has_key, key_for_flow
from dialogs.engine.questions import Question
from dialogs.flows.registry import FLOWS
from guidance.glossary import glossary
from guidance.rulebook import RULEBOOK
from practice import repository
from proof.coverage.references import cites, family

ROOT = Path(__file__).resolve().parents[2]
WORDS = ROOT / "cards" / "words"
LETTERS = ROOT / "cards" / "letters"


def questions(ref: str) -> list[str]:
    """Return the questions that this paragraph or a part of it asks, or an option is about: "share.need_to_know"."""
    own = family(ref)
    return [f"{name}.{one.name}" for name, flow in FLOWS.items() for one in flow.questions() if _refs(one) & own]


def _refs(question: Question) -> set[str]:
    return {question.ref, *(option.ref for option in getattr(question, "options", ()))}


def rules(ref: str) -> list[str]:
    """Return the rules of this paragraph or its parts ("share.told"), and the predicates that cite it."""
    return _lines(ref) + [name for name, refs in _predicates().items() if cites(refs, ref)]


def texts(ref: str) -> list[str]:
    """Return the keys of words and the letters that cite this paragraph or speak for its rules and questions."""
    citing = [key for key, text in _texts().items() if cites(text, ref)]
    speaking = [_key(name, "why.{}") for name in _lines(ref)]
    asking = [_key(name, "questions.{}.label") for name in questions(ref)]
    return list(dict.fromkeys([*citing, *(key for key in (*speaking, *asking) if has_key(key))]))


def terms(ref: str) -> list[str]:
    """Return the glossary's terms that come from this paragraph, its parts, or the paragraph it is a part of."""
    near = family(ref) | {ref.partition("(")[0]}
    return [key for key, term in glossary().items() if term.ref in near]


def scenarios(ref: str) -> list[str]:
    """Return the ids of the scenarios that practise this paragraph or a part of it. Raises BadScenarios."""
    own = family(ref)
    return [name for name, refs in _scenario_refs().items() if own & refs]


@cache
def _scenario_refs() -> dict[str, frozenset[str]]:
    return {name: repository.all_refs(scenario) for name, scenario in repository.all_scenarios().items()}


def _lines(ref: str) -> list[str]:
    own = family(ref)
    lines = [f"{flow}.{rule.words}" for flow, rules in RULEBOOK.items() for rule in rules if rule.ref in own]
    return list(dict.fromkeys(lines))


def _key(name: str, shape: str) -> str:
    """Return the key of the words for "flow.name", the flow's own where it has them."""
    flow, _, rest = name.partition(".")
    return key_for_flow(flow, shape.format(rest))


@cache
def _predicates() -> dict[str, str]:
    """Return the refs at the head of each predicate's docstring, by "module.function"."""
    found: dict[str, str] = {}
    for path in sorted((ROOT / "guidance").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef) and (said := ast.get_docstring(node)):
                refs, apart, _ = said.partition("  ")
                if apart:
                    found[f"{path.stem}.{node.name}"] = refs
    return found


@cache
def _texts() -> dict[str, str]:
    """Return every text that a person reads, by its key or its file."""
    found: dict[str, str] = {}
    for path in sorted(WORDS.glob("*.toml")):
        found.update(_leaves(tomllib.loads(path.read_text("utf-8"))))
    for path in sorted(LETTERS.rglob("*.j2")):
        found[path.relative_to(LETTERS.parent).as_posix()] = path.read_text("utf-8")
    return found


def _leaves(table: Mapping[str, Any], under: str = "") -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        key = f"{under}.{name}" if under else name
        if isinstance(value, Mapping):
            yield from _leaves(value, key)
        else:
            yield key, " ".join(value) if isinstance(value, list) else str(value)
