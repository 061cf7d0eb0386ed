"""A fresh matter, and what is dropped when it is begun."""

from dialogs.context import DialogContext
from dialogs.engine.flow import Flow
from dialogs.engine.matter import Matter
from guidance.paragraphs import VERSION


def new_matter(context: DialogContext, flow: Flow, *, on_phone: bool = False, came_from: str = "") -> Matter:
    begun_at = context.now.strftime("%Y-%m-%dT%H:%M")
    return Matter(context.new_id(), flow, VERSION, on_phone=on_phone, begun_at=begun_at, came_from=came_from)


def left_untouched(context: DialogContext, begun: Matter) -> tuple[str, ...]:
    """The ids of the others in which nothing was answered: they are dropped when another is begun."""
    return tuple(other for other in context.listing.untouched() if other != begun.id)
