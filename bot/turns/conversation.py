"""Takes turns, each in one transaction and in limited time, and says so where the database is away or hangs."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from datetime import datetime
from functools import partial
from typing import Any, Protocol

from msgspec.structs import replace

from bot import faults
from bot.approvals.channel_commands import names_people
from bot.config.council import CouncilSettings, council_for_cards
from bot.config.working_time import to_london_time
from bot.edge.connector import MaybeSent, Refused, SendError, Sent
from bot.incoming import (
    CARD,
    QUERY,
    Address,
    Incoming,
    InvokeBody,
    Kind,
    Mention,
    Scope,
    card_reply,
    excess,
    filled_in,
    message_reply,
)
from bot.lookups import ANSWER_SECONDS, Lookups, Membership, TeamNames, answered
from bot.storage.errors import InDoubt, StorageUnavailable
from bot.storage.storage import Storage
from bot.storage.unit_of_work import UnitOfWork
from bot.turns.extension import ask_dialog, asked_dialog, question_in, search
from bot.turns.router import asks_to_act_first, take_turn
from cards.rendering import render_card
from cards.words import render_text
from dialogs.engine.questions import LONGEST
from dialogs.screens import ActNow, Shown
from dialogs.understanding.urgency import is_urgent

log = logging.getLogger(__name__)

MOST_MENTIONED = 20
TURN_SECONDS = 9.0
"""What a turn may take. With what is said then, an answer to Teams takes less than its 15 seconds."""
DANGER_SECONDS = 2.0
"""How long someone who says that a child is in danger waits for the database."""
SAY_SECONDS = 4.0
"""How long a turn waits for what is said without the database to arrive."""
_SUMMARY = "Sharing Guide: act first"
_SAY_AGAIN_SECONDS = (1.0, 3.0, 8.0)
_KEEP_AGAIN_SECONDS = (1.0, 2.0, 5.0, 10.0, *[30.0] * 60)
_MOST_KEPT = 1000
Work = Callable[[UnitOfWork, Lookups], InvokeBody | None]


class Teams(Protocol):
    """The calls of a connector by which a person is reached without the database. Each raises SendError."""

    async def post(self, address: Address, activity: Mapping[str, Any]) -> Sent:
        """Post an activity."""

    async def put(self, address: Address, activity_id: str, activity: Mapping[str, Any]) -> None:
        """Replace an activity."""

    async def post_text(self, address: Address, text: str) -> Any:
        """Post a plain text."""

    async def membership(self, address: Address, user_id: str) -> Membership:
        """Return whether this person is in the team or channel."""

    async def open_chat(self, address: Address, object_id: str) -> str:
        """Return the id of the chat with this person alone."""

    async def names_of(self, address: Address, team_id: str) -> TeamNames:
        """Return what the team and the channel are called."""

    async def find_object_id(self, address: Address, user_id: str) -> str:
        """Return the Entra object id of someone whom Teams knows by another id."""


class Conversations:
    """Takes turns. What they leave is sent by the storage's dispatcher. Call `stop` at the end."""

    def __init__(self, storage: Storage, council: CouncilSettings, teams: Teams) -> None:
        self._storage = storage
        self._council = council
        self._teams = teams
        self._under_way: dict[tuple[str, str], asyncio.Future[InvokeBody | None]] = {}
        self._kept: set[tuple[str, str]] = set()
        self._background: set[asyncio.Task[Any]] = set()

    async def stop(self) -> None:
        """End what goes on after its turn."""
        for task in self._background:
            task.cancel()
        await asyncio.gather(*self._background, return_exceptions=True)

    async def take(self, incoming: Incoming) -> InvokeBody | None:
        """Take one activity. Returns the body of the reply to a click, None for anything else.

        A second delivery while the first is under way is the same turn. Raises StorageUnavailable where someone came or
        went and the database is away: it is tried again here, and may be delivered again.
        """
        key = (incoming.address.conversation_id, incoming.activity_id)
        if key in self._under_way:
            return await asyncio.shield(self._under_way[key])
        first = self._under_way[key] = asyncio.get_running_loop().create_future()
        try:
            reply = await self._take(incoming)
            first.set_result(reply)
        except Exception as error:
            first.set_exception(error)
            first.exception()  # nobody else may have waited
            raise
        finally:
            first.cancel()
            del self._under_way[key], first
        return reply

    async def _take(self, incoming: Incoming) -> InvokeBody | None:
        if incoming.kind is Kind.EXTENSION:
            return await self._extension(incoming)
        if asks_to_act_first(incoming):
            return await self._act_first(incoming)
        too_many = excess(filled_in(incoming.data)) if incoming.kind is Kind.CLICK else 0
        if too_many:
            words = {"count": f"{too_many:,}", "most": f"{LONGEST:,}"}
            return message_reply(render_text("notices.too_long_message", **words))
        try:
            names = incoming.kind is Kind.MESSAGE and incoming.address.scope is Scope.CHANNEL
            return await self._turn(await self._known(incoming) if names else incoming)
        except StorageUnavailable as error:
            return await self._without_database(incoming, error)

    async def _extension(self, incoming: Incoming) -> InvokeBody:
        """Search the guidance, or take a question about a message to the person's own chat, where one is known."""
        council = council_for_cards(self._council, to_london_time(self._storage.now))
        if incoming.verb == QUERY:
            return search(incoming.data, council)
        question = question_in(incoming)
        if not question:
            return ask_dialog(incoming)
        chat = await self._chat_of(incoming.address)
        asked = replace(
            incoming,
            kind=Kind.MESSAGE,
            address=chat or incoming.address,
            text=question,
            verb="",
            data={},
            is_asked_elsewhere=True,
        )
        if chat:
            await self.take(asked)
        urgent = is_urgent(question)
        return asked_dialog(question, incoming.address.bot_id, council, taken=chat is not None, urgent=urgent)

    async def _chat_of(self, address: Address) -> Address | None:
        """Return the address of this person's own chat, None for one who has none, or where the database is away."""

        def find(unit: UnitOfWork) -> Address | None:
            object_id = unit.known_object_id(address.tenant_id, address.user_object_id)
            chat = unit.personal_conversation(address.tenant_id, object_id) if object_id else ""
            return unit.address_of(chat) if chat else None

        try:
            return await self._storage.transact(find, within=SAY_SECONDS)
        except StorageUnavailable:
            return None

    async def _turn(self, incoming: Incoming, work: Work | None = None) -> InvokeBody | None:
        """Take the turn in one transaction; where its commit may be lost, the inbox tells whether it was taken.

        `work`: what the transaction does instead of taking the turn alone.
        """
        work = work or partial(take_turn, incoming=incoming, council=self._council)
        clock = asyncio.get_running_loop().time
        until = clock() + TURN_SECONDS

        def transact(work: Callable[[UnitOfWork], InvokeBody | None]) -> Awaitable[InvokeBody | None]:
            left = max(until - clock(), 1.0)
            return self._storage.transact(work, conversation_id=incoming.address.conversation_id, within=left)

        try:
            return await answered(transact, work, self._teams)
        except InDoubt as error:
            if until - clock() < 1:
                raise
            try:
                return await answered(transact, work, self._teams)
            except StorageUnavailable:
                raise error from None

    async def _known(self, incoming: Incoming) -> Incoming:
        """With the object ids of those mentioned, where a command in a channel is about them."""
        if not names_people(incoming.text):
            return incoming

        async def with_object_id(one: Mention) -> Mention:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(ANSWER_SECONDS):
                    found = one.object_id or await self._teams.find_object_id(incoming.address, one.user_id)
                    return replace(one, object_id=found)
            return one

        known = await asyncio.gather(*map(with_object_id, incoming.mentions[:MOST_MENTIONED]))
        return replace(incoming, mentions=(*known, *incoming.mentions[MOST_MENTIONED:]))

    async def _act_first(self, incoming: Incoming) -> InvokeBody | None:
        """Take the turn, and where the database or Teams is not quick, show what to do first beside it.

        The turn goes on: once it is stored its own card follows, with the way back to the matter. See
        docs/decisions/0015-danger-without-a-database.md.
        """
        began, in_front = asyncio.get_running_loop().time(), ""

        def note_card_in_front(unit: UnitOfWork, lookups: Lookups) -> InvokeBody | None:
            nonlocal in_front
            reply = take_turn(unit, lookups, incoming, self._council)
            if found := unit.conversation(incoming.address.conversation_id):
                in_front = str(found.state.get("live", ""))
            return reply

        turn = self._start(self._turn(incoming, note_card_in_front))
        await asyncio.wait([turn], timeout=DANGER_SECONDS)
        in_time = turn.done() and turn.exception() is None
        if in_time and incoming.kind is Kind.CLICK:
            reply: InvokeBody | None = turn.result()
            return reply
        card = _act_first_card(self._council, self._storage.now)
        shown = {"type": "message", "attachments": [{"contentType": CARD, "content": card}], "summary": _SUMMARY}
        if in_time:
            self._start(self._unless_it_comes(in_front, incoming.address, shown, began + DANGER_SECONDS))
            return None
        log.error("act first was shown without the database")
        if incoming.kind is not Kind.CLICK:
            await self._say(lambda: self._teams.post(incoming.address, shown), even_twice=True)
            return None
        if incoming.reply_to:
            self._start(self._insist(lambda: self._teams.put(incoming.address, incoming.reply_to, shown)))
        return card_reply(card)

    async def _unless_it_comes(self, card_id: str, address: Address, shown: Mapping[str, Any], until: float) -> None:
        """Post what to do first past all else that waits to be sent, unless the turn's own card has come by then."""

        def has_come(unit: UnitOfWork) -> bool:
            card = unit.card(card_id)
            return card is None or bool(card.activity_id)

        await asyncio.sleep(until - asyncio.get_running_loop().time())
        sender = self._storage.dispatcher
        if sender and sender.has_posted(card_id):
            return
        with contextlib.suppress(StorageUnavailable):
            if await self._storage.transact(has_come, within=1.0):
                return
        log.error("act first was shown past the messages that wait")
        await self._insist(lambda: self._teams.post(address, shown), even_twice=True)

    async def _without_database(self, incoming: Incoming, error: StorageUnavailable) -> InvokeBody | None:
        """Say that it was not taken, or where that is not certain, that it may be."""
        in_doubt = isinstance(error, InDoubt)
        log.error("a turn %s: %s", "is in doubt" if in_doubt else "was not taken", error)
        text = render_text("notices.slow" if in_doubt else "notices.try_again")
        if incoming.kind is Kind.CLICK:
            return message_reply(text)
        if incoming.kind is Kind.MESSAGE:
            await self._say(lambda: self._teams.post_text(incoming.address, text))
        if incoming.kind in (Kind.JOINED, Kind.LEFT):
            self._keep(incoming)
            raise error
        return None

    def _keep(self, incoming: Incoming) -> None:
        """Take it again until it is taken: nobody would press or type it again."""
        key = (incoming.address.conversation_id, incoming.activity_id)
        if key not in self._kept and len(self._kept) < _MOST_KEPT:
            self._kept.add(key)
            self._start(self._take_later(incoming)).add_done_callback(lambda _: self._kept.discard(key))

    async def _take_later(self, incoming: Incoming) -> None:
        for seconds in _KEEP_AGAIN_SECONDS:
            await asyncio.sleep(seconds)
            try:
                await self._turn(incoming)
            except StorageUnavailable:
                continue
            return
        log.error("that someone came or went was not taken")

    async def _say(self, send: Callable[[], Awaitable[Any]], *, even_twice: bool = False) -> None:
        """Send it beside the outbox, which needs the database; no longer than Teams waits for the turn's end."""
        await asyncio.wait([self._start(self._insist(send, even_twice=even_twice))], timeout=SAY_SECONDS)

    async def _insist(self, send: Callable[[], Awaitable[Any]], *, even_twice: bool = False) -> None:
        """Send it, again where it was certainly not sent. What may have arrived is sent again `even_twice` alone."""
        for seconds in (*_SAY_AGAIN_SECONDS, 0.0):
            try:
                await send()
            except SendError as error:
                again = error.is_passing if isinstance(error, Refused) else not isinstance(error, MaybeSent)
                if not again and not (even_twice and isinstance(error, MaybeSent)):
                    log.error("a person could not be told: %s", error)
                    return
                log.warning("not said: %s", error)
                await asyncio.sleep(max(seconds, getattr(error, "retry_after_seconds", 0.0)))
            else:
                return

    def _start(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        task = asyncio.create_task(work)
        self._background.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._background.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            known = isinstance(error, StorageUnavailable)
            log.error("a turn ended late: %s", error if known else faults.describe(error))


def _act_first_card(council: CouncilSettings, moment: datetime) -> dict[str, Any]:
    """Return the card of what to do first, of no matter, with the number that answers at this moment (aware)."""
    now = to_london_time(moment)
    return render_card(Shown(ActNow(None)), council_for_cards(council, now), now)
