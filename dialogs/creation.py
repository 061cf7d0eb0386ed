"""A fresh matter, and whether a kept one is of an older version of the guidance."""

from dialogs.context import DialogContext
from dialogs.engine.flow import Flow
from dialogs.engine.matter import Matter, Phase
from guidance.paragraphs import VERSION


def new_matter(desk: DialogContext, flow: Flow, *, on_phone: bool = False, came_from: str = "") -> Matter:
    """A fresh matter of this flow, begun now."""
    begun_at = desk.now.strftime("%Y-%m-%dT%H:%M")
    return Matter(desk.new_id(), flow, VERSION, on_phone=on_phone, begun_at=begun_at, came_from=came_from)


def untouched(matter: Matter) -> bool:
    """Whether nothing was ever answered or said of it, so that there is nothing to keep."""
    return not (matter.answers.by_name or matter.danger or matter.came_from or matter.copied_at)


def left_untouched(desk: DialogContext, begun: Matter) -> tuple[str, ...]:
    """The ids of the others in which nothing was answered: they are dropped when another is begun."""
    return tuple(other for other in desk.listing.untouched() if other != begun.id)


def outdated(matter: Matter) -> bool:
    """Whether it was begun under another version of the guidance, and its answer is still open."""
    return matter.guidance_version != VERSION and matter.phase not in (Phase.NOTE, Phase.COPIED)
