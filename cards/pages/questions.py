"""The questions of a flow on its page: card by card, with their options and when they are asked."""

from collections.abc import Iterator

from cards.pages.conditions import describe, describe_shared, lowered
from cards.pages.labels import card_title, flow_title, option_labels, question_label, way_label
from cards.words import render_text
from dialogs.engine.first_or_why import FirstOrWhy
from dialogs.engine.flow import Ask, Flow, Step
from dialogs.engine.questions import Question, Ticks

WORDS_LOOKED_AT = "words_parents"


def questions_up_to_the_answer(flow: Flow) -> Iterator[str]:
    """Yield the lines about what is asked before the answer."""
    for number, card in enumerate(flow.steps, 1):
        yield from _card(flow, card, f"{number}.")
    yield ""
    if flow.ends_early and (condition := describe(flow, flow.ends_early)):
        yield from (f"{render_text('pages.ends_early')}: {lowered(condition)}.", "")


def questions_after_the_answer(flow: Flow) -> Iterator[str]:
    """Yield the lines about what is asked after the answer, and about the flows it goes on in."""
    for card in flow.closing:
        buttons = [f'"{way_label(flow.name, way.name)}"' for way in flow.actions if way.step == card.name]
        yield from _card(flow, card, "-", _behind(buttons))
    for card in flow.looks:
        yield from _card(flow, card, "-", _behind([f'"{way_label(flow.name, WORDS_LOOKED_AT)}"']))
    for other in dict.fromkeys(handed.to for handed in flow.transitions):
        yield f"- {render_text('pages.goes_on', flow=flow_title(other))}"
    yield ""


def _behind(buttons: list[str]) -> str:
    return f" ({render_text('pages.after_button')} {', '.join(buttons)})" if buttons else ""


def _card(flow: Flow, card: Step, marker: str, behind: str = "") -> Iterator[str]:
    """Yield the card and its questions. What all their conditions share is said once, beside the card."""
    indent = " " * (len(marker) + 1)
    conditions = [(card.when, ask.when) for ask in card.asks]
    yield f"{marker} **{card_title(flow.name, card)}**{behind}{_asked_when(describe_shared(flow, conditions))}"
    for ask, condition in zip(card.asks, conditions, strict=True):
        yield from _question(flow, ask, indent, describe(flow, condition, besides=conditions))


def _question(flow: Flow, ask: Ask, indent: str, condition: str) -> Iterator[str]:
    ref = f" ({ask.question.ref})" if ask.question.ref else ""
    yield f"{indent}- {question_label(flow.name, ask.question)}{ref}{_asked_when(condition)}"
    yield from (f"{indent}  - {line}" for line in _options(flow, ask.question))


def _options(flow: Flow, question: Question) -> Iterator[str]:
    """Yield the options, and how many of them can be chosen; nothing for a question in own words."""
    labels = option_labels(flow.name, question)
    if isinstance(question, FirstOrWhy):
        yes, *others = labels
        yield _listed("pages.choose", yes, render_text(f"questions.{question.name}.first.no"))
        yield _listed("pages.why_not", *others)
    elif labels:
        yield _listed("pages.tick" if isinstance(question, Ticks) else "pages.choose", *labels)


def _listed(how: str, *labels: str) -> str:
    return f"*{render_text(how)}:* {' / '.join(labels)}"


def _asked_when(condition: str) -> str:
    return f" *{render_text('pages.asked_when')}:* {lowered(condition)}." if condition else ""
