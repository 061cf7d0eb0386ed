"""From one flow to another and back, with the answers that both know.

What was said about this recipient, this audience or this telling is never carried; `docs/decisions/` says why.
"""

from msgspec.structs import replace

from dialogs.context import DialogContext
from dialogs.creation import new_matter
from dialogs.engine.answers import Values
from dialogs.engine.flow import Transition
from dialogs.engine.matter import Matter
from dialogs.flows.registry import FLOWS


def gone_on(matter: Matter, other: Transition, context: DialogContext) -> Matter:
    """The matter of the other flow: the one that was begun from here before, or a fresh one with what is known."""
    begun = next((one for one in context.every() if _begun_from(matter, one, other)), None)
    held = context.find(begun.id) if begun else None
    if held:
        return held
    begun_here = new_matter(context, FLOWS[other.to], on_phone=matter.on_phone, came_from=matter.id)
    fresh = replace(begun_here, noticed=matter.noticed.carried())
    known = _known(fresh, other.carries(matter.values))
    return fresh.hold(known) if known else fresh


def _begun_from(matter: Matter, one: Matter, other: Transition) -> bool:
    return one.came_from == matter.id and one.flow.name == other.to and not one.copied_at


ABOUT = ("child", "recipient", "audience")
"""What an agreement and a talk are about: they say nothing of another child, recipient or audience."""


def brought_back(before: Matter, here: Matter) -> Matter:
    """The matter that this one went on from, with what its answers now say there, if they are about the same."""
    other = next((other for other in before.flow.transitions if other.to == here.flow.name), None)
    if other is None or before.copied_at or not _about_the_same(other.carries(before.values), here.values):
        return before
    said = _known(before, other.brings_back(here.values))
    changed = {name: value for name, value in said.items() if before.values.get(name) != value}
    return before.hold(changed) if changed else before


def _about_the_same(carried: Values, here: Values) -> bool:
    return all(here.get(name) == carried[name] for name in ABOUT if carried.get(name) is not None)


def _known(matter: Matter, values: Values) -> Values:
    """Return those of these answers that the flow asks for and that are whole."""
    questions = {question.name: question for question in matter.flow.questions()}
    whole = {**matter.values, **values}
    return {n: v for n, v in values.items() if n in questions and v is not None and questions[n].settled(v, whole)}
