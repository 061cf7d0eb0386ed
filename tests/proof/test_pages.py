"""The pages of the flows: never stale, whole, and drawn so that Mermaid can read them."""

import re
from pathlib import Path

import pytest

from cards.pages.conditions import in_words
from cards.pages.drawing import drawn
from cards.pages.page import page
from dialogs.engine.flow import Flow, Transition, always
from dialogs.flows.registry import FLOWS
from guidance.reasons import sentences
from guidance.rulebook import RULEBOOK
from proof import pages

SHARE = FLOWS["share"]
NODE = re.compile(r'(\w+)(?:\(\["[^"]+"\]\)|\["[^"]+"\]|\{"[^"]+"\})')
EDGE = re.compile(r'(\w+) (?:-->|-\.->)(?:\|"[^"]+"\|)? (\w+)')


def lines_of(flow: str) -> list[str]:
    """The drawing without its fences, as (stripped) lines."""
    return [line.strip() for line in drawn(DRAWN[flow]).splitlines()[2:-1]]


def test_no_page_is_stale() -> None:
    assert pages.stale() == [], "write them again: python app.py flows"


def test_a_page_that_is_changed_missing_or_of_no_flow_is_stale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "FOLDER", tmp_path / "flows")
    assert pages.stale() == [f"{name}.md" for name in sorted(FLOWS)]
    pages.write()
    assert pages.stale() == []
    (tmp_path / "flows" / "share.md").write_text("another")
    (tmp_path / "flows" / "of_no_flow.md").write_text("left over")
    assert pages.stale() == ["of_no_flow.md", "share.md"]
    pages.write()
    assert pages.stale() == []


@pytest.mark.parametrize("flow", FLOWS)
def test_every_card_and_every_rule_stands_on_the_page(flow: str) -> None:
    text = page(FLOWS[flow])
    assert len(re.findall(r"\n {3,4}- ", text)) >= sum(len(card.asks) for card in FLOWS[flow].steps)
    for rule in RULEBOOK[FLOWS[flow].rules]:
        assert f"**{rule.ref}** {sentences()[rule.words]}" in text


@pytest.mark.parametrize("flow", FLOWS)
def test_every_condition_has_words(flow: str) -> None:
    asks = [ask for card in FLOWS[flow].every_step() for ask in card.asks if ask.when is not always]
    assert [ask.question.name for ask in asks if not in_words(ask.when)] == []


def every_way(_: object, __: object) -> bool:
    return True


STRAIGHT_TO_THE_NOTE = Flow(
    "receive",
    SHARE.steps[2:4],
    SHARE.closing[-1:],
    facts=SHARE.facts,
    note_at_once=True,
    transitions=(Transition("document", every_way, dict),),
)
DRAWN = {**FLOWS, "straight to the note": STRAIGHT_TO_THE_NOTE}


def test_a_flow_without_an_answer_is_drawn_straight_to_the_note() -> None:
    text = drawn(STRAIGHT_TO_THE_NOTE)
    assert "answer" not in text
    assert "card2 --> note" in text
    assert 'to_document(["A document someone else wrote"])' in text
    assert "note -.-> to_document" in text


@pytest.mark.parametrize("flow", DRAWN)
def test_a_drawing_is_made_of_quoted_nodes_and_edges_between_them_only(flow: str) -> None:
    nodes = {found[1] for line in lines_of(flow) if (found := NODE.fullmatch(line))}
    edges = [found.groups() for line in lines_of(flow) if (found := EDGE.fullmatch(line))]
    assert len(nodes) + len(edges) == len(lines_of(flow))
    assert {end for edge in edges for end in edge} == nodes


@pytest.mark.parametrize("flow", DRAWN)
def test_everything_drawn_is_reached_from_the_start_and_ends_in_the_note(flow: str) -> None:
    edges = {found.groups() for line in lines_of(flow) if (found := EDGE.fullmatch(line))}
    nodes = {end for edge in edges for end in edge}
    others = {node for node in nodes if node.startswith("to_")}
    assert spread("start", edges) == nodes
    assert spread("note", {(end, start) for start, end in edges}) == nodes - others


def spread(start: str, edges: set[tuple[str, ...]]) -> set[str]:
    """Every node that can be reached."""
    reached = {start}
    while more := {end for begin, end in edges if begin in reached} - reached:
        reached |= more
    return reached


def made(*values: str) -> object:
    """3.9  It was one of these."""
    return lambda given: given in values


def plain(_: object) -> bool:
    """3.7  Something
    holds.

    More of it.
    """
    return True


def test_a_condition_is_said_in_its_docstring_with_its_paragraph_behind() -> None:
    assert in_words(plain) == "Something holds (3.7)"


def test_a_condition_made_by_a_function_is_said_with_what_it_was_given() -> None:
    predicate = made("one", "the_other")
    assert callable(predicate)
    assert in_words(predicate) == "It was one of these (3.9): one, the other"


def test_a_condition_without_words_is_empty() -> None:
    assert in_words(lambda _: True) == ""
