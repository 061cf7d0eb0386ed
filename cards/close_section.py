"""The ways to close a matter on the answer card: their questions open under a button, so that it takes one turn."""

from datetime import datetime

from cards.actions import button, toggle_button
from cards.elements import Action, Box, Buttons, Part
from cards.inputs import inputs_of
from cards.layout import small_heading, small_print
from cards.people import label_values
from cards.presenters import presenter_of
from cards.words import has_key, key_for_flow, render_text
from dialogs.engine.matter import Matter
from dialogs.engine.questions import Question
from guidance.decision import Decision


def close_section(matter: Matter, decision: Decision, now: datetime, *, lean: bool) -> list[Part]:
    """Return buttons such as "I've shared it" and "I didn't in the end", with boxes for what each asks.

    Lean, each brings up the card that asks it, so that nothing typed there has to stand here.
    """
    ways = matter.flow.shown_actions(matter.values, decision)
    opens: list[Action] = [button(way, matter) if lean else toggle_button(way, f"close_{way}") for way in ways]
    boxes = [] if lean else [_box(way, matter, now) for way in ways]
    if not ways:
        return []
    heading = small_heading(render_text("answer.close"))
    key = key_for_flow(matter.flow.name, "answer.not_shared_yet")
    hint = small_print(render_text(key), spacing="Small")
    return [heading, hint, Buttons(actions=tuple(opens)), *boxes]


def _box(way: str, matter: Matter, now: datetime) -> Box:
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
    return Box(id=f"close_{way}", is_visible=False, style="emphasis", items=(*parts, Buttons(actions=(send,))))


def _questions_of(name: str, matter: Matter) -> tuple[Question, ...]:
    """Return the questions that the step of this way asks. Raises ValueError for an unknown way."""
    way = matter.flow.action(name)
    if way is None:
        raise ValueError(f"no way on called {name}")
    card = next(card for card in matter.flow.closing if card.name == way.step)
    return card.asked({**matter.values, **way.says})
