"""The ways to close a matter, on the answer card: what is asked opens under its button, so that it takes one turn."""

from datetime import datetime

from cards import words
from cards.actions import button, toggle
from cards.elements import Action, Box, Buttons, Part, TextBlock
from cards.inputs import inputs_of
from cards.people import names
from dialogs.matter import Matter
from dialogs.offers import unsafe_to_tell
from dialogs.questions import Question
from guidance.decision import Decision


def closing_boxes(matter: Matter, decision: Decision, now: datetime, *, lean: bool) -> list[Part]:
    """Buttons that open "I've shared it", "They know now" and "I didn't in the end", and what each asks.

    Lean, each brings up the card that asks it, so that nothing typed there has to stand here.
    """
    ways = _ways(decision)
    opens: list[Action] = [button(way, matter) if lean else toggle(way, f"close_{way}") for way in ways]
    boxes = [] if lean else [_box(way, matter, now) for way in ways]
    heading = TextBlock(text=words.label("answer.close"), style="heading", weight="Bolder", spacing="Medium")
    hint = TextBlock(text=words.label("answer.not_shared_yet"), size="Small", is_subtle=True, spacing="Small")
    return [heading, hint, Buttons(actions=tuple(opens)), *boxes]


def _ways(decision: Decision) -> tuple[str, ...]:
    if decision.flow == "authority":
        return ("passed_on",)
    if decision.inform_parents == "before" and not unsafe_to_tell(decision):
        return ("they_know", "not_shared", "shared")
    if unsafe_to_tell(decision):
        return ("not_shared", "shared", "they_know")
    return ("shared", "not_shared") if decision.may_go_ahead_now else ("not_shared", "shared")


def _box(way: str, matter: Matter, now: datetime) -> Box:
    questions = _questions(way, matter)
    parts: list[Part] = []
    for question in questions:
        parts += inputs_of(question, matter, now, numbered=False)
        key = f"questions.{question.name}.hint"
        if words.has(key):
            hint = words.label(key, **names(matter))
            parts.append(TextBlock(text=hint, size="Small", is_subtle=True, spacing="Small"))
    shown = ",".join(question.name for question in questions)
    send = button(way, matter, style="positive", title=words.label(f"buttons.save_{way}"), shown=shown)
    return Box(id=f"close_{way}", is_visible=False, style="emphasis", items=(*parts, Buttons(actions=(send,))))


def _questions(way: str, matter: Matter) -> tuple[Question, ...]:
    """What the closing card of this way would ask, were it chosen."""
    chosen = {"told_since": "yes"} if way == "they_know" else {"outcome": way}
    values = {**matter.values, **chosen}
    name = "told_since" if way == "they_know" else way
    card = next(card for card in matter.flow.closing if card.name == name)
    return card.asked(values)
