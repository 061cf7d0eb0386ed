"""The sentences that the rules speak with: each used, each resting on a paragraph, "must" kept for law and court."""

import re
from typing import Any

import pytest

from guidance.flows import authority, document, first_contact, gather, receive, share
from guidance.paragraphs import paragraph, paragraphs
from guidance.reasons import sentences
from guidance.rule import Rule

FLOWS: dict[str, tuple[Rule[Any], ...]] = {
    "share": share.RULES,
    "gather": gather.RULES,
    "document": document.RULES,
    "receive": receive.RULES,
    "first_contact": first_contact.RULES,
    "authority": authority.REFER,
}
RULES = [rule for rules in FLOWS.values() for rule in rules]
COURT = "3.9(d)"


def test_every_rule_has_a_sentence_and_every_sentence_a_rule() -> None:
    assert {rule.words for rule in RULES} == sentences().keys()


def test_every_rule_rests_on_a_paragraph() -> None:
    assert {rule.ref for rule in RULES} <= paragraphs().keys()


@pytest.mark.parametrize("flow", FLOWS)
def test_no_flow_says_the_same_of_a_paragraph_twice(flow: str) -> None:
    lines = [(rule.ref, rule.words) for rule in FLOWS[flow]]
    assert len(lines) == len(set(lines))


@pytest.mark.parametrize("words", sentences())
def test_a_sentence_is_plain(words: str) -> None:
    text = sentences()[words]
    assert re.fullmatch(r"[A-Z].*[.]", text)
    assert max(len(part.split()) for part in re.split(r"[.:;?]", text)) <= 24


@pytest.mark.parametrize("words", sentences())
def test_must_is_said_only_of_law_and_of_a_court(words: str) -> None:
    said_by = {rule.ref for rule in RULES if rule.words == words}
    lawful = all(ref == COURT or paragraph(ref).force == "law" for ref in said_by)
    assert lawful or not re.search(r"\b(must|have to|has to|obliged)\b", sentences()[words])


@pytest.mark.parametrize("words", sentences())
def test_no_sentence_asks_for_the_parents_consent(words: str) -> None:
    assert not re.search(
        r"(?i)parents?(?:'s?)? (?:agree|consent|permission)", sentences()[words].replace(NOT_NEEDED, "")
    )


NOT_NEEDED = "The parents' consent is not needed"


def _named_predicates() -> dict[str, Rule[Any]]:
    return {
        f"{rule.when.__module__}.{rule.when.__name__}": rule
        for rule in RULES
        if rule.when.__name__ not in ("<lambda>", "always")
    }


@pytest.mark.parametrize("name", _named_predicates())
def test_a_rules_docstring_begins_with_a_paragraph(name: str) -> None:
    said = (_named_predicates()[name].when.__doc__ or "").split()
    assert said[0].strip(",") in paragraphs()
