"""What a turn has to ask Teams: whether someone is in a team, what a team is called, a chat that nobody opened yet.

A transaction waits for nobody. One that needs an answer raises `Unanswered` and is rolled back; the questions are asked
all at once, and it is begun again with what Teams said.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from bot.incoming import Address, Scope
from bot.storage.unit_of_work import UnitOfWork

T = TypeVar("T")

ANSWER_SECONDS = 2.5
"""How long Teams may take for its answers; what has not come by then is not known."""
_ROUNDS = 4
_AT_ONCE = 20


class Membership(StrEnum):
    """Whether someone is in a team or channel now. UNKNOWN: Teams does not say."""

    MEMBER = "member"
    STRANGER = "stranger"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class TeamNames:
    """What Teams calls a team and a channel of it, and the channel's kind: "standard", "private" or "shared"."""

    team: str = ""
    channel: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class IsMember:
    """Is this person, by Teams' or Entra's id, in the team or channel at this address?"""

    address: Address
    who: str


@dataclass(frozen=True, slots=True)
class OpenChat:
    """The id of a chat with this person alone, by Entra id, who is reached as the channel at this address is."""

    address: Address
    who: str


@dataclass(frozen=True, slots=True)
class Names:
    """What are the team and the channel at this address called?"""

    address: Address
    team: str


Question = IsMember | OpenChat | Names


class Unanswered(Exception):
    """The work needs answers that are not there yet."""

    def __init__(self, questions: Iterable[Question]) -> None:
        super().__init__("Teams has to be asked")
        self.questions = tuple(questions)


class Roster(Protocol):
    """The calls of a connector that answer questions. None of them raises anything."""

    async def membership(self, address: Address, user_id: str) -> Membership:
        """Return whether this person is in the team or channel."""

    async def open_chat(self, address: Address, object_id: str) -> str:
        """Return the id of the chat with this person alone, "" where Teams does not allow one."""

    async def names_of(self, address: Address, team_id: str) -> TeamNames:
        """Return what the team and the channel are called, as far as Teams says."""


class Lookups(Struct, frozen=True):
    """The answers so far. `is_last`: nothing more is asked, and what is missing is not known."""

    answers: Mapping[Question, Any] = {}
    is_last: bool = True

    def need(self, *questions: Question) -> None:
        """Raise Unanswered if one of these has no answer, so that all of them are asked at once."""
        missing = [question for question in questions if question not in self.answers]
        if missing and not self.is_last:
            raise Unanswered(missing)

    def membership(self, question: IsMember) -> Membership:
        """Return whether they are a member. Raises Unanswered."""
        self.need(question)
        return Membership(self.answers.get(question, Membership.UNKNOWN))

    def chat(self, question: OpenChat) -> str:
        """Return the chat's id, "" for none. Raises Unanswered."""
        self.need(question)
        return str(self.answers.get(question, ""))

    def names(self, question: Names) -> TeamNames:
        """Return the names. Raises Unanswered."""
        self.need(question)
        return self.answers.get(question) or TeamNames()

    def save_chats(self, unit: UnitOfWork) -> None:
        """Store the chats that were opened, before anything else is locked."""
        for question, conversation_id in self.answers.items():
            if isinstance(question, OpenChat) and conversation_id and unit.address_as_it_is(conversation_id) is None:
                chat = replace(question.address, conversation_id=conversation_id, scope=Scope.PERSONAL, user_id="")
                unit.save_conversation(replace(chat, user_object_id=question.who))


async def answered(
    transact: Callable[[Callable[[UnitOfWork], T]], Awaitable[T]],
    work: Callable[[UnitOfWork, Lookups], T],
    teams: Roster,
) -> T:
    """Do the work in a transaction of `transact`, and again with what it had to ask; return its result."""
    known: dict[Question, Any] = {}
    for left in reversed(range(_ROUNDS)):
        lookups = Lookups(dict(known), is_last=left == 0)

        def begun(unit: UnitOfWork, lookups: Lookups = lookups) -> T:
            if lookups.answers:
                lookups.save_chats(unit)
            return work(unit, lookups)

        try:
            return await transact(begun)
        except Unanswered as needed:
            known |= await _ask(teams, needed.questions)
    raise AssertionError("the last round asks nothing")


async def _ask(teams: Roster, questions: tuple[Question, ...]) -> dict[Question, Any]:
    """Return the answers that come in time; None for one that did not, or that was one too many."""
    tasks = {question: asyncio.create_task(_answer(teams, question)) for question in questions[:_AT_ONCE]}
    await asyncio.wait(tasks.values(), timeout=ANSWER_SECONDS)
    for task in tasks.values():
        task.cancel()
    came = {question: task.result() for question, task in tasks.items() if task.done() and not task.cancelled()}
    return {question: came.get(question, _NOT_KNOWN[type(question)]) for question in questions}


async def _answer(teams: Roster, question: Question) -> Any:
    if isinstance(question, IsMember):
        return await teams.membership(question.address, question.who)
    if isinstance(question, OpenChat):
        return await teams.open_chat(question.address, question.who)
    return await teams.names_of(question.address, question.team)


_NOT_KNOWN: Mapping[type, Any] = {IsMember: Membership.UNKNOWN, OpenChat: "", Names: TeamNames()}
