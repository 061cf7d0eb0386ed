"""What requests show, and to whom."""

from msgspec import Struct

from dialogs.approvals.request import Request
from dialogs.engine.matter import Matter
from dialogs.placement import DETAIL, OUTCOME, Placement

PAGE = 5
"""Requests that one card of a list, or of the day's digest, holds."""


class ChannelPrompt(Struct, frozen=True):
    """In the team's channel: a number, the kind, the paragraph, how long it waits. Never a word of the matter.

    `moved`: it is further down now.
    """

    request: Request
    moved: bool = False


class ChannelDigest(Struct, frozen=True):
    """In the channel, once a day: what could not wait, for review after the fact."""

    requests: tuple[Request, ...]


class StillWaiting(Struct, frozen=True):
    """Nobody has answered yet: told to the worker, or to a supervisor in their own chat. Nothing of the matter.

    `not_posted`: the channel could not be reached, or, `in_doubt`, perhaps was not. `told`: the names of supervisors
    who were told in their own chats; `not_told`: of those who could not be; `away`: of those who are away.
    """

    request: Request
    to_supervisor: bool = False
    not_posted: bool = False
    in_doubt: bool = False
    told: tuple[str, ...] = ()
    not_told: tuple[str, ...] = ()
    away: tuple[str, ...] = ()


class ForSupervisor(Struct, frozen=True):
    """In the supervisor's own chat: what is asked, with the worker's own words, and the ways to answer.

    `matter`: as it was when it was asked. `fault` and `typed`: an answer that could not be taken. `others`: object id
    and name of the channel's other supervisors, to hand it to. `is_deciders`: the one who reads it settled it,
    and has a note to write.
    """

    request: Request
    matter: Matter
    fault: str = ""
    typed: str = ""
    others: tuple[tuple[str, str], ...] = ()
    is_deciders: bool = False

    @property
    def placement(self) -> Placement:
        return Placement(DETAIL, self.request.id)


class WorkersRequest(Struct, frozen=True):
    """In the worker's own chat: what became of their request, with the addition for the note.

    `matter`: as it is now, None when it is gone. `fault` and `typed`: an answer that could not be taken.
    """

    request: Request
    matter: Matter | None
    fault: str = ""
    typed: str = ""

    @property
    def placement(self) -> Placement:
        return Placement(OUTCOME, self.request.id)

    @property
    def copied(self) -> bool:
        """Whether the note was copied before: what is added to it now has to be copied too."""
        return bool(self.matter and self.matter.copied_at)


class AskSupervisor(Struct, frozen=True):
    """In the worker's own chat: a box for a question to the supervisors. `fault`: why it could not be taken."""

    typed: str = ""
    fault: str = ""


class SupervisorRole(Struct, frozen=True):
    """Someone may decide in a team's channel from now on, or no longer `may`: named `by` whom, and how many wait."""

    team: str
    by: str
    may: bool = True
    waiting: int = 0


class Away(Struct, frozen=True):
    """A supervisor's absence: the day they are back and their deputy, or the questions that note it down.

    `others`: the ids and names of possible deputies. `fault` and `typed`: a day that could not be taken, or that
    was typed in a message.
    """

    back_on: str = ""
    deputy: str = ""
    others: tuple[tuple[str, str], ...] = ()
    fault: str = ""
    typed: str = ""


class StandsIn(Struct, frozen=True):
    """Told to a deputy: for whom they stand in and until when, or, without a day, that it has ended."""

    name: str
    back_on: str = ""


class OpenApprovals(Struct, frozen=True):
    """A supervisor's list of what waits for them; `first` of the page."""

    requests: tuple[Request, ...]
    first: int = 0


class MyRequests(Struct, frozen=True):
    """A worker's list of what they asked; `first` of the page."""

    requests: tuple[Request, ...]
    first: int = 0


ApprovalScreen = (
    ChannelPrompt
    | ChannelDigest
    | StillWaiting
    | ForSupervisor
    | WorkersRequest
    | AskSupervisor
    | SupervisorRole
    | Away
    | StandsIn
    | OpenApprovals
    | MyRequests
)
