"""The page of one flow, in Markdown."""

from collections.abc import Iterator
from typing import Any

from cards import words
from cards.pages.conditions import in_words
from cards.pages.drawing import drawn
from cards.pages.labels import card_title, flow_title, question_label, way_label
from dialogs.engine.flow import Ask, Flow, Step, always, never_early
from guidance.paragraphs import VERSION
from guidance.reasons import sentences
from guidance.rule import Rule
from guidance.rule import always as in_every_case
from guidance.rulebook import RULEBOOK

WORDS_LOOKED_AT = "words_parents"


def page(flow: Flow) -> str:
    """The whole page: the drawing, the questions card by card, what comes after the answer, the rules."""
    return "\n".join([*_head(flow), *_questions(flow), *_after(flow), *_rules(flow)]) + "\n"


def _head(flow: Flow) -> Iterator[str]:
    yield from (f"# {flow_title(flow.name)}", "", words.label("pages.written", version=VERSION), "")
    yield from (_heading("pages.drawn"), "", drawn(flow), "")


def _questions(flow: Flow) -> Iterator[str]:
    yield from (_heading("pages.questions"), "")
    for number, card in enumerate(flow.steps, 1):
        yield from _card(flow, card, f"{number}.")
    yield ""
    if flow.ends_early is not never_early and (said := in_words(flow.ends_early)):
        yield from (f"{words.label('pages.ends_early')}: {_lowered(said)}.", "")


def _after(flow: Flow) -> Iterator[str]:
    if not (flow.closing or flow.transitions):
        return
    yield from (_heading("pages.after"), "")
    for card in flow.closing:
        by = [way_label(flow.name, way.name) for way in flow.actions if way.step == card.name]
        yield from _card(flow, card, "-", f" ({words.label('pages.by_way_of')}: {', '.join(by)})" if by else "")
    for card in flow.looks:
        asks_for_it = way_label(flow.name, WORDS_LOOKED_AT)
        yield from _card(flow, card, "-", f" ({words.label('pages.by_way_of')}: {asks_for_it})")
    for other in dict.fromkeys(handed.to for handed in flow.transitions):
        yield f"- {words.label('pages.goes_on', flow=flow_title(other))}"
    yield ""


def _card(flow: Flow, card: Step, marker: str, behind: str = "") -> Iterator[str]:
    """The card, and its questions under it; a condition that they all share stands once, beside the card."""
    indent = " " * (len(marker) + 1)
    shared = {_asked_when(ask) for ask in card.asks}
    beside = shared.pop() if len(shared) == 1 else ""
    yield f"{marker} **{card_title(flow.name, card)}**{behind}{beside}"
    for ask in card.asks:
        ref = f" ({ask.question.ref})" if ask.question.ref else ""
        yield f"{indent}- {question_label(flow.name, ask.question)}{ref}{'' if beside else _asked_when(ask)}"


def _asked_when(ask: Ask) -> str:
    condition = "" if ask.when is always else in_words(ask.when)
    return f" *{words.label('pages.asked_when')}:* {_lowered(condition)}." if condition else ""


def _rules(flow: Flow) -> Iterator[str]:
    yield from (_heading("pages.rules"), "", words.label("pages.rules_lead"), "")
    for number, rule in enumerate(RULEBOOK[flow.rules], 1):
        yield f"{number}. **{rule.ref}** {' '.join(_rule(rule))}"


def _rule(rule: Rule[Any]) -> Iterator[str]:
    yield sentences()[rule.words]
    if rule.when is not in_every_case and (condition := in_words(rule.when)):
        yield f"*{words.label('pages.rule_holds')}:* {_lowered(condition)}."
    if rule.obstacle:
        yield f"*{words.label('pages.in_the_way')}:* `{rule.obstacle}`."
    if rule.stands_alone:
        yield words.label("pages.stands_alone")


def _heading(key: str) -> str:
    return f"## {words.label(key)}"


def _lowered(sentence: str) -> str:
    """A sentence that goes on behind a colon: its first letter small, unless its word is written in capitals."""
    sentence = sentence.removeprefix("Whether ")
    first = sentence.partition(" ")[0]
    return sentence if first[1:2].isupper() or first == "I" else sentence[:1].lower() + sentence[1:]
