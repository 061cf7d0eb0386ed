"""A flow as a Mermaid flowchart: its cards in order, each that is not always asked behind its condition."""

import re
from collections.abc import Iterator, Sequence

from cards.pages.conditions import describe_any
from cards.pages.labels import card_title, flow_title, way_label
from cards.words import render_text
from dialogs.engine.flow import Flow, Step

Edges = Iterator[str]
WIDE_LABELS = '%%{init: {"flowchart": {"wrappingWidth": 360}}}%%'
"""Room for a whole condition in one shape."""


def render_flowchart(flow: Flow) -> str:
    lines = ["```mermaid", WIDE_LABELS, "flowchart TD", *(f"    {line}" for line in _lines(flow)), "```"]
    return "\n".join(lines)


def _lines(flow: Flow) -> Edges:
    end = "note" if flow.note_at_once else "answer"
    yield f'start(["{_safe(render_text("pages.start"))}"])'
    if not flow.note_at_once:
        yield f'answer(["{_safe(render_text("pages.answer"))}"])'
    yield f'note(["{_safe(render_text("pages.note"))}"])'
    yield from _cards(flow, [*flow.steps], end)
    yield from _ways(flow)
    for other in dict.fromkeys(handed.to for handed in flow.transitions):
        yield f'to_{other}(["{_safe(flow_title(other))}"])'
        yield f"{end} -.-> to_{other}"


def _cards(flow: Flow, cards: Sequence[Step], end: str) -> Edges:
    """Join each card to the next, and pass by one where its condition does not apply."""
    entries = [f"card{number}" if _is_always_asked(card) else f"if{number}" for number, card in enumerate(cards, 1)]
    entries.append(end)
    yield f"start --> {entries[0]}"
    for number, card in enumerate(cards, 1):
        here, onward = f"card{number}", entries[number]
        yield f'{here}["{_safe(f"{number}. {card_title(flow.name, card)}")}"]'
        if not _is_always_asked(card):
            condition = describe_any(flow, ((card.when, ask.when) for ask in card.asks))
            yield f'if{number}{{{{"{_safe(condition)}?"}}}}'
            yield f'if{number} -->|"{_safe(render_text("pages.yes"))}"| {here}'
            yield f'if{number} -->|"{_safe(render_text("pages.no"))}"| {onward}'
        yield f"{here} --> {onward}"


def _ways(flow: Flow) -> Edges:
    """Join the answer to the card of each button under it, and that card to the note, or back to the answer."""
    start = "note" if flow.note_at_once else "answer"
    for card in flow.closing:
        yield f'after_{card.name}["{_safe(card_title(flow.name, card))}"]'
    for way in flow.actions:
        yield f'{start} -->|"{_safe(way_label(flow.name, way.name))}"| after_{way.step}'
    onward = {way.step: "note" if "outcome" in way.says or flow.note_at_once else "answer" for way in flow.actions}
    for card in flow.closing:
        if card.name not in onward:
            onward[card.name] = "note"
            yield f"{start} --> after_{card.name}"
    yield from (f"after_{name} --> {end}" for name, end in onward.items())


def _is_always_asked(card: Step) -> bool:
    return card.when is None and any(ask.when is None for ask in card.asks)


def _safe(text: str) -> str:
    """Return text that is safe between quotes in Mermaid: no quote of its own, no markup, no entity."""
    return re.sub(r"[<>#;`{}|\\]", "", text.replace('"', "'").replace(";", ",")).strip()
