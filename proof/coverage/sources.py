"""What in the product rests on a paragraph: questions, rules, words, terms."""

import ast
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from cards import words
from dialogs.engine.questions import Question
from dialogs.flows.registry import FLOWS
from guidance.glossary import glossary
from guidance.rulebook import RULEBOOK
from proof.coverage.references import cites, family, whole_paragraph

ROOT = Path(__file__).resolve().parents[2]
WORDS = ROOT / "cards" / "words"
LETTERS = ROOT / "cards" / "letters"


def questions(ref: str) -> list[str]:
    """The questions that this paragraph, or a part of it, asks, by themselves or by an answer: "share.need_to_know"."""
    asking = family(ref)
    return [f"{name}.{one.name}" for name, flow in FLOWS.items() for one in flow.questions() if _refs(one) & asking]


def _refs(question: Question) -> set[str]:
    """The paragraph of the question, and those that its options are about."""
    return {question.ref, *(option.ref for option in getattr(question, "options", ()))}


def rules(ref: str) -> list[str]:
    """The rules of this paragraph or its parts ("share.told"), and the predicates that name it ("documents.told")."""
    return _lines(ref) + [name for name, refs in _predicates().items() if cites(refs, ref)]


def texts(ref: str) -> list[str]:
    """The words and letters that cite this paragraph, and those that speak for its rules and questions."""
    citing = [key for key, text in _texts().items() if cites(text, ref)]
    speaking = [_key(name, "why.{}") for name in _lines(ref)]
    asking = [_key(name, "questions.{}.label") for name in questions(ref)]
    return list(dict.fromkeys([*citing, *(key for key in (*speaking, *asking) if words.has(key))]))


def terms(ref: str) -> list[str]:
    """The terms that come from this paragraph, its parts, or the paragraph it is a part of."""
    near = family(ref) | {whole_paragraph(ref)}
    return [key for key, term in glossary().items() if term.ref in near]


def _lines(ref: str) -> list[str]:
    own = family(ref)
    lines = [f"{flow}.{rule.words}" for flow, rules in RULEBOOK.items() for rule in rules if rule.ref in own]
    return list(dict.fromkeys(lines))


def _key(name: str, shape: str) -> str:
    """The key of the words for "flow.name", the flow's own where it has them."""
    flow, _, rest = name.partition(".")
    return words.in_flow(flow, shape.format(rest))


@cache
def _predicates() -> dict[str, str]:
    """The refs that stand before each function's sentence, by "module.function"."""
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
    """Every text that a person reads, by its key or its file."""
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
