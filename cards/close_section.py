"""The ways to close a matter on the answer card: their questions open under a button, so that it takes one turn."""

from collections.abc import Sequence
from datetime import datetime

from cards.elements import Buttons, Part
from cards.inputs import inputs_of
from cards.layout import Section, button, folded, small_print
from cards.people import label_values
from cards.presenters import presenter_of
from cards.words import has_key, key_for_flow, render_text
from dialogs.engine.answers import GOES_AHEAD
from dialogs.engine.matter import Matter
from dialogs.engine.questions import Question


def close_section(matter: Matter, ways: Sequence[str], now: datetime, *, lean: bool, primary: str = "") -> list[Part]:
    """Return buttons such as "I've shared it" and "I didn't in the end", with boxes for what each asks.

    Lean: each brings up the card that asks it, so that nothing typed there has to be shown here. `primary`: the one
    that is pressed in most cases.
    """
    if not ways:
        return []
    if lean:
        pressed = (button(way, matter, style="positive" if way == primary else None) for way in ways)
        return [_not_yet(matter), Buttons(actions=tuple(pressed))]
    return folded(_section(way, matter, now, primary=way == primary) for way in ways)


def _not_yet(matter: Matter) -> Part:
    return small_print(render_text(key_for_flow(matter.flow.name, "answer.not_shared_yet")))


def _section(way: str, matter: Matter, now: datetime, *, primary: bool) -> Section:
    title = render_text(f"buttons.{way}")
    return Section(f"close_{way}", title, _asked(way, matter, now), style="positive" if primary else None)


def _asked(way: str, matter: Matter, now: datetime) -> tuple[Part, ...]:
    questions = _questions_of(way, matter)
    parts: list[Part] = []
    for question in questions:
        if question.name in presenter_of(matter).boxed_below:
            continue
        parts += inputs_of(question, matter, now, numbered=False)
        key = key_for_flow(matter.flow.name, f"questions.{question.name}.hint")
        if has_key(key):
            hint = render_text(key, **label_values(matter))
            parts.append(small_print(hint, spacing="Small"))
    shown = ",".join(question.name for question in questions)
    send = button(way, matter, style="positive", title=render_text(f"buttons.save_{way}"), shown=shown)
    return (_not_yet(matter), *parts, Buttons(actions=(send,)))


def _questions_of(name: str, matter: Matter) -> tuple[Question, ...]:
    """Return the questions that the step of this way asks. Raises ValueError for an unknown way."""
    way = matter.flow.actions_by_name.get(name)
    if way is None:
        raise ValueError(f"no way on called {name}")
    card = next(card for card in matter.flow.closing if card.name == way.step)
    return card.asked({**matter.values, **way.says, GOES_AHEAD: matter.decision().may_go_ahead_now})
