"""The ways to close a matter, on the answer card: what is asked opens under its button, so that it takes one turn."""

from datetime import datetime

from cards.actions import button, toggle_button
from cards.elements import Action, Box, Buttons, Part, TextBlock
from cards.inputs import inputs_of
from cards.people import label_values
from cards.presenters import presenter_of
from cards.words import has_key, key_for_flow, render_text
from dialogs.engine.matter import Matter
from dialogs.engine.questions import Question
from guidance.decision import Decision


def close_section(matter: Matter, decision: Decision, now: datetime, *, lean: bool) -> list[Part]:
    """Buttons that open "I've shared it", "They know now" and "I didn't in the end", and what each asks.

    Lean, each brings up the card that asks it, so that nothing typed there has to stand here.
    """
    ways = matter.flow.shown_actions(matter.values, decision)
    opens: list[Action] = [button(way, matter) if lean else toggle_button(way, f"close_{way}") for way in ways]
    boxes = [] if lean else [_box(way, matter, now) for way in ways]
    if not ways:
        return []
    heading = TextBlock(text=render_text("answer.close"), style="heading", weight="Bolder", spacing="Medium")
    key = key_for_flow(matter.flow.name, "answer.not_shared_yet")
    hint = TextBlock(text=render_text(key), size="Small", is_subtle=True, spacing="Small")
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
            parts.append(TextBlock(text=hint, size="Small", is_subtle=True, spacing="Small"))
    shown = ",".join(question.name for question in questions)
    send = button(way, matter, style="positive", title=render_text(f"buttons.save_{way}"), shown=shown)
    return Box(id=f"close_{way}", is_visible=False, style="emphasis", items=(*parts, Buttons(actions=(send,))))


def _questions_of(name: str, matter: Matter) -> tuple[Question, ...]:
    """What the card of this way would ask, were it taken."""
    way = matter.flow.action(name)
    if way is None:
        raise ValueError(f"no way on called {name}")
    card = next(card for card in matter.flow.closing if card.name == way.step)
    return card.asked({**matter.values, **way.says})
