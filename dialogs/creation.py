"""New matters: a fresh one, one for someone else to be told as well, the same once more, and going on in another flow.

Nothing that was said about one recipient counts for another, and no telling, agreement or ground counts twice:
`docs/decisions/` says why.
"""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from dialogs.context import DialogContext
from dialogs.engine.answers import NOTHING, Json, Values
from dialogs.engine.flow import CopiedAnswers, Flow, Transition
from dialogs.engine.matter import Matter
from dialogs.flows.registry import FLOWS
from guidance.paragraphs import VERSION


def new_matter(context: DialogContext, flow: Flow, *, on_phone: bool = False, came_from: str = "") -> Matter:
    begun_at = context.now.strftime("%Y-%m-%dT%H:%M")
    return Matter(context.new_id(), flow, VERSION, on_phone=on_phone, begun_at=begun_at, came_from=came_from)


def left_untouched(context: DialogContext, begun: Matter) -> tuple[str, ...]:
    """The ids of the others in which nothing was answered: they are dropped when another is begun."""
    return tuple(other for other in context.listing.untouched() if other != begun.id)


def grouped(matter: Matter) -> Matter:
    """The matter as one of a group, so that those for the other recipients are found; the same revision."""
    return matter if matter.group else replace(matter, group=matter.id)


def carried_on(matter: Matter, carried: CopiedAnswers, context: DialogContext, *, group: str = "") -> Matter:
    """A fresh matter with what is carried; the one just begun from here while nothing is answered in it yet."""
    just_begun = matter.id, 1, group
    begun = (one.id for one in context.every() if (one.carried_from, one.revision, one.group) == just_begun)
    return context.find(next(begun, "")) or _fresh(matter, carried, context, group)


def _fresh(matter: Matter, carried: CopiedAnswers, context: DialogContext, group: str) -> Matter:
    values = matter.values
    fresh = new_matter(context, matter.flow)
    known = NOTHING.hold(_of(values, carried.held)).keep_drafts(_of(values, carried.filled_in))
    day = last_day(matter, context)
    told_back = _of(values, carried.told_back)
    return replace(
        fresh,
        answers=known,
        group=group,
        carried_from=matter.id,
        carried_on=day,
        told_back=told_back,
        noticed=matter.noticed.carried(),
    )


def _of(values: Values, names: Iterable[str]) -> Mapping[str, Json]:
    return {name: values[name] for name in names if name in values}


def last_day(matter: Matter, context: DialogContext) -> str:
    """The day that its answers are of: when it was done, else when it was begun."""
    dated = str(matter.values.get(matter.flow.dated) or matter.copied_at or matter.begun_at)
    return dated[:10] or context.now.strftime("%Y-%m-%d")


def others_of(matter: Matter, context: DialogContext) -> tuple[Matter, ...]:
    """This person's other matters of the same group, the last updated first."""
    if not matter.group:
        return ()
    return tuple(one for one in context.every() if one.group == matter.group and one.id != matter.id)


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
