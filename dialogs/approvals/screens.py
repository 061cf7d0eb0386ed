"""What requests show, and to whom."""

from dataclasses import dataclass

from dialogs.approvals.request import Request
from dialogs.matter import Matter


@dataclass(frozen=True, slots=True)
class ChannelPrompt:
    """In the team's channel: a number, the kind, the paragraph, how long it waits. Never a word of the matter."""

    request: Request


@dataclass(frozen=True, slots=True)
class ForSupervisor:
    """In the supervisor's own chat: what is asked, with the worker's own words, and the ways to answer.

    `matter`: as it was when it was asked. `fault` and `typed`: an answer that could not be taken. `others`: object id
    and name of the channel's other supervisors, to hand it to.
    """

    request: Request
    matter: Matter
    fault: str = ""
    typed: str = ""
    others: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class WorkersRequest:
    """In the worker's own chat: what became of their request, with the addition for the note."""

    request: Request
    matter: Matter | None
    fault: str = ""
    typed: str = ""


@dataclass(frozen=True, slots=True)
class OpenApprovals:
    """A supervisor's list of what waits for them."""

    requests: tuple[Request, ...]


@dataclass(frozen=True, slots=True)
class MyRequests:
    """A worker's list of what they asked."""

    requests: tuple[Request, ...]


@dataclass(frozen=True, slots=True)
class ChannelNotice:
    """A sentence of our own in a channel: what was set up, or why something was not done."""

    name: str
    details: tuple[tuple[str, str], ...] = ()


ApprovalScreen = ChannelPrompt | ForSupervisor | WorkersRequest | OpenApprovals | MyRequests | ChannelNotice
