"""The kinds of follow-up, and what a close says of one that it opens."""

from enum import StrEnum

from msgspec import Struct


class FollowUpKind(StrEnum):
    """What is still to be done or to come."""

    TELL_FAMILY = "tell_family"
    REPLY = "reply"
    CONSENT = "consent"
    LEGAL = "legal"


class NewFollowUp(Struct, frozen=True):
    """One follow-up that a close opens; the same one each time that the close is looked at again.

    `subject` tells apart several of a kind, such as the replies of several agencies. It is due on `day` (local,
    "2026-03-12"), or after so many `working_days`. `named`: who is waited for, in a few words of the worker's.
    `since`: when what it follows on was done. `asked_for`: whether the guidance asks for it; else it is good practice.
    `excepted`: an exception was met, so that there is a reason not to tell that can go. `parents`: the parents or
    carers by the names they go by here, empty where they can't be told apart; `told`: those who know already.
    """

    kind: FollowUpKind
    subject: str = ""
    day: str = ""
    working_days: int = 0
    named: str = ""
    since: str = ""
    asked_for: bool = True
    excepted: bool = True
    parents: tuple[str, ...] = ()
    told: tuple[str, ...] = ()

    @property
    def when(self) -> str:
        """When it is due, as the close says it."""
        return self.day or f"+{self.working_days}"

    def id_in(self, matter_id: str) -> str:
        """Its id: the same for the same thing of the same matter."""
        return ".".join(part for part in (matter_id, self.kind.value, self.subject) if part)
