"""The screens of follow-ups, and to whom each is shown."""

from collections.abc import Mapping

from msgspec import Struct

from dialogs.approvals.request import Request
from dialogs.engine.questions import Fault
from dialogs.follow_ups.follow_up import FollowUp
from dialogs.placement import FOLLOW_UP, Placement

PAGE = 5
"""Follow-ups that one card lists."""


class MyFollowUps(Struct, frozen=True):
    """A worker's own, the next due first; `first` of the page."""

    follow_ups: tuple[FollowUp, ...]
    first: int = 0
    open_matter: bool = False


class OneFollowUp(Struct, frozen=True):
    """One of them with the ways on, in the owner's own chat.

    `request`: the one for not telling the family, if there is any. `matter_there`: its matter can be opened.
    `opened`: the way whose box is open with `fault` and what was `typed`. `words`: those for the family below.
    `rewording`: its additions are in a box to be changed.
    """

    follow_up: FollowUp
    request: Request | None = None
    matter_there: bool = False
    opened: str = ""
    fault: Fault | None = None
    typed: Mapping[str, str] = {}
    words: bool = False
    rewording: bool = False

    @property
    def placement(self) -> Placement:
        """The owner's card of this follow-up."""
        return Placement(FOLLOW_UP, self.follow_up.id, leaves_list=True)


class TeamFollowUps(Struct, frozen=True):
    """A supervisor's teams' overdue ones: the number, whose, the kind and the day. Never what it is about."""

    follow_ups: tuple[FollowUp, ...]
    first: int = 0


FollowUpScreen = MyFollowUps | OneFollowUp | TeamFollowUps
