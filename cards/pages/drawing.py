"""A flow as a Mermaid flowchart: its cards in order, those that are not always asked behind a question of their own."""

import re
from collections.abc import Iterator, Sequence

from cards import words
from cards.pages.conditions import in_words
from cards.pages.labels import card_title, flow_title, way_label
from dialogs.engine.flow import Flow, Step, always

Edges = Iterator[str]


def drawn(flow: Flow) -> str:
    """The drawing as a block of Markdown."""
    lines = ["```mermaid", "flowchart TD", *(f"    {line}" for line in _lines(flow)), "```"]
    return "\n".join(lines)


def _lines(flow: Flow) -> Edges:
    end = "note" if flow.note_at_once else "answer"
    yield f'start(["{_safe(words.label("pages.start"))}"])'
    if not flow.note_at_once:
        yield f'answer(["{_safe(words.label("pages.answer"))}"])'
    yield f'note(["{_safe(words.label("pages.note"))}"])'
    yield from _cards(flow, [*flow.steps], end)
    yield from _ways(flow)
    for other in dict.fromkeys(handed.to for handed in flow.transitions):
        yield f'to_{other}(["{_safe(flow_title(other))}"])'
        yield f"{end} -.-> to_{other}"


def _cards(flow: Flow, cards: Sequence[Step], end: str) -> Edges:
    """Each card to the next; one that may not apply is passed by where it does not."""
    entries = [f"card{number}" if _always(card) else f"if{number}" for number, card in enumerate(cards, 1)] + [end]
    yield f"start --> {entries[0]}"
    for number, card in enumerate(cards, 1):
        here, onward = f"card{number}", entries[number]
        yield f'{here}["{_safe(f"{number}. {card_title(flow.name, card)}")}"]'
        if not _always(card):
            yield f'if{number}{{"{_safe(_condition(card))}"}}'
            yield f'if{number} -->|"{_safe(words.label("pages.yes"))}"| {here}'
            yield f'if{number} -->|"{_safe(words.label("pages.no"))}"| {onward}'
        yield f"{here} --> {onward}"


def _ways(flow: Flow) -> Edges:
    """Each way on from the answer: its card, then the note, or the answer again where it closes nothing."""
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


def _always(card: Step) -> bool:
    return any(ask.when is always for ask in card.asks)


def _condition(card: Step) -> str:
    """The one condition of all its questions; where there are several, whether any of them applies."""
    said = {in_words(ask.when) for ask in card.asks}
    return said.pop() if len(said) == 1 and "" not in said else words.label("pages.applies")


def _safe(text: str) -> str:
    """Text that can stand between quotes in Mermaid: no quote of its own, no markup, no entity."""
    return re.sub(r"[<>#;`{}|\\]", "", text.replace('"', "'")).strip()
