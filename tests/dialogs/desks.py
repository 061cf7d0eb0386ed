"""A worker's desk without a database: matters in a dictionary, ids by number."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count

from dialogs.card_actions import handle_action
from dialogs.context import DialogContext, Press, Result
from dialogs.engine.matter import Matter
from dialogs.messages import handle_message

NOW = datetime(2026, 3, 11, 13, 40)  # noqa: DTZ001  local wall time, a Wednesday


@dataclass
class KeptList:
    """The list of the matters in a dictionary, in the dictionary's order."""

    kept: dict[str, Matter]

    @property
    def _listed(self) -> list[Matter]:
        return [matter for matter in self.kept.values() if not matter.is_untouched]

    def count_open(self) -> int:
        return sum(1 for matter in self._listed if not matter.copied_at)

    def count_listed(self) -> int:
        return len(self._listed)

    def count_all(self) -> int:
        return len(self.kept)

    def page(self, first: int, most: int) -> list[Matter]:
        return self._listed[first : first + most]

    def place_of(self, matter_id: str) -> int:
        return next((place for place, one in enumerate(self._listed) if one.id == matter_id), 0)

    def untouched(self) -> tuple[str, ...]:
        return tuple(matter.id for matter in self.kept.values() if matter.is_untouched)


def desk_of(*matters: Matter, current: Matter | None = None, now: datetime = NOW) -> DialogContext:
    """A desk with these matters on it."""
    kept = {matter.id: matter for matter in matters}
    numbers = count(1)
    new_id, listing = (lambda: f"new{next(numbers)}"), KeptList(kept)
    return DialogContext(now, current, kept.get, lambda: list(kept.values()), new_id, listing)


@dataclass
class Worker:
    """One worker at the bot: each press or message is taken, and what it saves is kept for the next."""

    now: datetime = NOW
    kept: dict[str, Matter] = field(default_factory=dict)
    current: str = ""
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    @property
    def matter(self) -> Matter:
        """The matter that the conversation is on."""
        return self.kept[self.current]

    def says(self, text: str) -> Result:
        """Type a message."""
        return self._taken(handle_message(self._desk(), text))

    def presses(self, press: Press) -> Result:
        """Press a button as it was drawn."""
        return self._taken(handle_action(self._desk(), press))

    def fills_in(self, verb: str = "next", **inputs: str) -> Result:
        """Fill in the card that is being asked, all of it shown, and press a button."""
        standing = self.matter.position
        card = standing.step.name if standing.step else ""
        shown = tuple(question.name for question in standing.questions)
        return self.presses(Press(verb, self.matter.id, self.matter.revision, card, "", shown, inputs))

    def goes_on(self, way: str, *, about: str = "") -> Result:
        """Press the button of a way on from the answer, with nothing filled in beside it."""
        return self.presses(Press(way, self.matter.id, self.matter.revision, about=about))

    def _desk(self) -> DialogContext:
        current = self.kept.get(self.current)
        every, listing = (lambda: list(self.kept.values())), KeptList(self.kept)
        return DialogContext(self.now, current, self.kept.get, every, self._new_id, listing)

    def _new_id(self) -> str:
        return f"m{next(self._numbers)}"

    def _taken(self, reply: Result) -> Result:
        for matter in reply.saved:
            self.kept[matter.id] = matter
        for matter_id in (*reply.forgotten, *reply.dropped):
            del self.kept[matter_id]
        self.current = reply.current.id if reply.current else ""
        return reply
