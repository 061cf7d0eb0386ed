"""Conversations and the activities taken in them, cards, and messages for the outbox, within one transaction."""

import secrets
import time
from collections.abc import Collection
from datetime import datetime
from typing import Any

import orjson
from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import ScalarSelect, bindparam, func, not_, select, update
from sqlalchemy import insert as insert_into

from bot.incoming import Address, Scope
from bot.storage.errors import Unreadable
from bot.storage.messages import ClaimedMessage, MessageState, Priority
from bot.storage.records import Conversation, StoredCard, to_microseconds
from bot.storage.statements import Statement, first, insert, insert_new, lock_by_id, upsert
from bot.storage.tables import (
    GIVEN_UP,
    SENDING,
    WAITING,
    cards,
    channels,
    conversations,
    fixed,
    inbox,
    outbox,
    supervisors,
)
from bot.storage.transaction import Row, Rows, say_altered

SEALED_AS = "conversations/"
"""What a conversation's state is sealed for, before its id."""
QUIET_AT_ONCE = 200
"""How many conversations are looked through at once for what waits in them."""

_CLAIM_ACTIVITY = insert_new(inbox)

_LOCK_CONVERSATION = lock_by_id(conversations)
_SAVE_CONVERSATION = upsert(conversations, "state")
_SET_STATE = Statement(
    update(conversations).where(conversations.c.id == bindparam("row")).values(state=bindparam("state"))
)
_ADDRESS = Statement(
    select(
        *(conversations.c[name] for name in ("id", "scope", "service_url", "tenant_id", "bot_id")),
        *(conversations.c[name] for name in ("user_id", "user_object_id", "former_url")),
    ).where(conversations.c.id == bindparam("id"))
)
_HAS_TAKEN = select(inbox.c.conversation_id).where(inbox.c.conversation_id == conversations.c.id).exists()
_QUIET = Statement(
    first(select(conversations.c.id, conversations.c.state), QUIET_AT_ONCE)
    .where(conversations.c.id > bindparam("after"), func.length(conversations.c.state) > fixed(0), not_(_HAS_TAKEN))
    .order_by(conversations.c.id)
)
_IS_QUIET = Statement(select(conversations.c.id).where(conversations.c.id == bindparam("id"), not_(_HAS_TAKEN)))
_READER = Statement(select(conversations.c.user_object_id).where(conversations.c.id == bindparam("id")))
_SENT_BY = Statement(
    first(select(conversations.c.user_object_id), 1)
    .where(
        conversations.c.tenant_id == bindparam("tenant_id"),
        func.lower(conversations.c.user_object_id) == func.lower(bindparam("object_id")),
    )
    .order_by(conversations.c.scope.desc())
)
_LISTED_AS_SUPERVISOR = Statement(
    first(select(supervisors.c.object_id), 1)
    .join_from(supervisors, channels, channels.c.id == supervisors.c.channel_id)
    .where(
        func.lower(supervisors.c.object_id) == func.lower(bindparam("object_id")),
        channels.c.tenant_id == bindparam("tenant_id"),
    )
)
_PERSONAL_CONVERSATION = Statement(
    first(select(conversations.c.id), 1)
    .where(
        conversations.c.tenant_id == bindparam("tenant_id"),
        conversations.c.user_object_id == bindparam("object_id"),
        conversations.c.scope == fixed("personal"),
    )
    .order_by(conversations.c.user_id.desc())  # one that they wrote in before one that the bot opened
)

_SELECT_CARDS = select(cards.c.id, cards.c.conversation_id, cards.c.matter_id, cards.c.kind, cards.c.activity_id)
_ADD_CARD = insert(cards)
_CARD = Statement(_SELECT_CARDS.where(cards.c.id == bindparam("id")))
_CARD_BY_ACTIVITY = Statement(
    _SELECT_CARDS.where(
        cards.c.conversation_id == bindparam("conversation_id"), cards.c.activity_id == bindparam("activity_id")
    )
)
_NEVER_ARRIVED = Statement(
    _SELECT_CARDS.where(
        cards.c.conversation_id == bindparam("conversation_id"),
        cards.c.activity_id == fixed(""),
        cards.c.matter_id != fixed(""),
        select(outbox.c.id)
        .where(outbox.c.card_id == cards.c.id, outbox.c.verb == fixed("post"), outbox.c.state == fixed("given_up"))
        .exists(),
    ).order_by(cards.c.created_at, cards.c.id)
)
_CARDS_OF = Statement(
    _SELECT_CARDS.where(cards.c.matter_id == bindparam("matter_id")).order_by(cards.c.created_at, cards.c.id)
)
_NEWEST_CARD = Statement(
    first(_SELECT_CARDS, 1)
    .where(cards.c.conversation_id == bindparam("conversation_id"))
    .order_by(cards.c.created_at.desc(), cards.c.id.desc())
)
_ON_ITS_WAY = Statement(
    first(select(outbox.c.id), 1).where(
        outbox.c.card_id == bindparam("card_id"),
        outbox.c.verb == fixed("post"),
        outbox.c.state.in_([WAITING, SENDING]),
    )
)
_REASSIGN_CARD = Statement(
    update(cards).where(cards.c.id == bindparam("row")).values(matter_id=bindparam("matter"), kind=bindparam("sort"))
)
_LEARN_ACTIVITY = Statement(
    update(cards).where(cards.c.id == bindparam("row")).values(activity_id=bindparam("activity"))
)

_WRITTEN = ("conversation_id", "card_id", "verb", "payload", "due_at", "created_at", "priority", "state", "claimed_by")
_INSERT = insert_into(outbox).values(
    **{name: bindparam(name) for name in _WRITTEN},
    attempts=fixed(0),
    last_error=fixed(""),
    claimed_until=bindparam("until"),
)
_ADD_MESSAGE = Statement(_INSERT.inline())
_ADD_CLAIMED = Statement(_INSERT.returning(outbox.c.id))
_UNSENT = Statement(
    select(outbox.c.id, outbox.c.verb, outbox.c.card_id, outbox.c.state, outbox.c.priority, outbox.c.claimed_by).where(
        outbox.c.conversation_id == bindparam("conversation_id"), outbox.c.state.in_([WAITING, SENDING])
    )
)
_REPLACE = Statement(
    update(outbox)
    .where(outbox.c.id == bindparam("row"), outbox.c.state == WAITING)
    .values(state=GIVEN_UP, payload=fixed(""), last_error=fixed("replaced"))
)
_POST, _FADE = outbox.alias("post"), outbox.alias("fade")


def _posted_at(card: str) -> ScalarSelect[Any]:
    """Select the moment of the transaction that left a card's post, as long as the post is not settled."""
    post = select(_POST.c.created_at).where(
        _POST.c.conversation_id == bindparam("conversation_id"),
        _POST.c.card_id == bindparam(card),
        _POST.c.verb == fixed("post"),
        _POST.c.state.in_([WAITING, SENDING]),
    )
    return first(post, 1).scalar_subquery()


# Of several, one whose message is known: the others never came, for all that is known.
_FADED_BY = Statement(
    first(
        select(_FADE.c.card_id)
        .join(cards, cards.c.id == _FADE.c.card_id)
        .where(
            _FADE.c.conversation_id == bindparam("conversation_id"),
            _FADE.c.created_at == _posted_at("card_id"),
            _FADE.c.verb == fixed("fade"),
            _FADE.c.state.in_([WAITING, SENDING]),
        )
        .order_by(cards.c.activity_id == fixed(""), _FADE.c.id.desc()),
        1,
    )
)
_FADE_WITH = Statement(
    update(outbox)
    .where(
        outbox.c.conversation_id == bindparam("conversation_id"),
        outbox.c.created_at == _posted_at("card_id"),
        outbox.c.verb == fixed("fade"),
        outbox.c.state.in_([WAITING, SENDING]),
    )
    .values(created_at=func.coalesce(_posted_at("later"), outbox.c.created_at + fixed(1)))
)
_PRIORITIES = {
    "post": Priority.NEWS,
    "update": Priority.UPDATE,
    "fade": Priority.UPDATE,
    "remind": Priority.REMINDER,
}
_REDRAWING = ("update", "fade")
CLAIMED_UNTIL = 90_000_000
"""Microseconds: only an older version of the bot goes by this, as it looks for what dead senders left."""


class Left(Struct, frozen=True):
    """What a transaction leaves to be sent: messages claimed for this process's sender, and whether others wait."""

    claimed: list[ClaimedMessage]
    waiting: bool


def payload_name(conversation_id: str, card_id: str | None) -> str:
    """Return the name that an outbox row's payload is sealed for."""
    return f"outbox/{card_id or conversation_id}"


class ConversationRows(Rows):
    """The conversations, the activities taken in them, and the state of each."""

    _conversations: dict[str, tuple[Address, bytes] | None]

    def claim_activity(self, conversation_id: str, activity_id: str) -> bool:
        """Note that the activity is taken. Returns False when it already was."""
        now = self.transaction.now
        return (
            self._execute(_CLAIM_ACTIVITY, conversation_id=conversation_id, activity_id=activity_id, taken_at=now) == 1
        )

    def save_conversation(self, address: Address) -> None:
        """Store the address of the conversation if it changed. Call it before adding cards and messages."""
        known = self._conversation(address.conversation_id)
        if known is not None:
            before = known[0]
            has_moved = before.service_url != address.service_url
            address = replace(address, former_url=before.service_url if has_moved else before.former_url)
            if before == address:
                return
        self._conversations[address.conversation_id] = (address, known[1] if known else b"{}")
        self._execute(
            _SAVE_CONVERSATION,
            id=address.conversation_id,
            scope=address.scope.value,
            service_url=address.service_url,
            tenant_id=address.tenant_id,
            bot_id=address.bot_id,
            user_id=address.user_id,
            user_object_id=address.user_object_id,
            former_url=address.former_url,
            state=b"",
        )

    def conversation(self, conversation_id: str) -> Conversation | None:
        """Lock and return the conversation, or None when it was never saved. Raises Unreadable."""
        known = self._conversation(conversation_id)
        return Conversation(known[0], orjson.loads(known[1])) if known else None

    def address_of(self, conversation_id: str) -> Address | None:
        """Lock the conversation and return its address, or None when it was never saved. Raises Unreadable."""
        known = self._conversation(conversation_id)
        return known[0] if known else None

    def address_as_it_is(self, conversation_id: str) -> Address | None:
        """Return the address of the conversation, or None when it was never saved, and lock nothing."""
        row = self._row(_ADDRESS, id=conversation_id)
        return Address(row[0], Scope(row[1]), *row[2:]) if row else None

    def known_object_id(self, tenant_id: str, object_id: str) -> str:
        """Return this Entra object id in the case in which it is stored, "" for nobody's; a personal chat's first."""
        for statement in (_SENT_BY, _LISTED_AS_SUPERVISOR):
            row = self._row(statement, tenant_id=tenant_id, object_id=object_id)
            if row:
                return str(row[0])
        return ""

    def reader_of(self, conversation_id: str) -> str:
        """Return the Entra object id of the person in the conversation, "" for none, without locking it."""
        row = self._row(_READER, id=conversation_id)
        return str(row[0]) if row else ""

    def personal_conversation(self, tenant_id: str, object_id: str) -> str:
        """Return the id of the conversation of this person alone with the bot, "" when they never opened one."""
        row = self._row(_PERSONAL_CONVERSATION, tenant_id=tenant_id, object_id=object_id)
        return str(row[0]) if row else ""

    def set_state(self, conversation_id: str, state: dict[str, Any]) -> None:
        """Replace the state of a saved conversation; raises LookupError for another."""
        known = self._conversation(conversation_id)
        if known is None:
            raise LookupError("the conversation was never saved")
        plain = orjson.dumps(state)
        if plain != known[1]:
            self._conversations[conversation_id] = (known[0], plain)
            self._execute(_SET_STATE, row=conversation_id, state=self._cipher.seal(SEALED_AS + conversation_id, plain))

    def forget_in_quiet(self, after: str, names: Collection[str]) -> str:
        """Let these parts of the state go in the next conversations, by id, in which no activity is remembered.

        Returns the last one's id, "" at the end. What cannot be read is left: `doctor` names it.
        """
        quiet = self._rows(_QUIET, after=after)
        for conversation_id, sealed in quiet:
            try:
                state = orjson.loads(self._cipher.unseal(SEALED_AS + conversation_id, sealed))
            except Unreadable:
                continue
            if any(map(state.get, names)) and self._is_still_quiet(conversation_id):
                self.set_state(conversation_id, {name: value for name, value in state.items() if name not in names})
        return str(quiet[-1][0]) if len(quiet) == QUIET_AT_ONCE else ""

    def _is_still_quiet(self, conversation_id: str) -> bool:
        """Lock the conversation, and tell whether a turn has not been taken in it meanwhile."""
        return bool(self._conversation(conversation_id) and self._row(_IS_QUIET, id=conversation_id))

    def _conversation(self, conversation_id: str) -> tuple[Address, bytes] | None:
        """Read the row once a transaction: it is locked, so nobody else can change it meanwhile."""
        if conversation_id not in self._conversations:
            row = self._row(_LOCK_CONVERSATION, id=conversation_id)
            if row is None:
                self._conversations[conversation_id] = None
                return None
            _, scope, *rest, sealed = row
            try:
                plain = self._cipher.unseal(SEALED_AS + conversation_id, sealed) if sealed else b"{}"
            except Unreadable as error:
                say_altered(error)
                plain = b"{}"  # the conversation begins anew
            self._conversations[conversation_id] = Address(conversation_id, Scope(scope), *rest), plain
        return self._conversations[conversation_id]


def _new_card_id() -> str:
    """Return an id that sorts after every earlier one, so that cards of one moment keep their order."""
    return f"{time.time_ns():016x}{secrets.token_hex(8)}"


class CardRows(Rows):
    """Which card is in which conversation. What a card showed is never stored."""

    _seen: dict[str, StoredCard]

    def add_card(self, conversation_id: str, matter_id: str, kind: str, activity_id: str = "") -> str:
        """Add a card of a saved conversation and return our id for it."""
        card = self._see((_new_card_id(), conversation_id, matter_id, kind, activity_id))
        self._execute(
            _ADD_CARD,
            id=card.id,
            conversation_id=conversation_id,
            matter_id=matter_id,
            kind=kind,
            activity_id=activity_id,
            created_at=self.transaction.now,
        )
        return card.id

    def reassign_card(self, card: StoredCard, matter_id: str, kind: str) -> None:
        """Note that a card now shows another matter, or another kind of card. Writes nothing when nothing changed."""
        if (card.matter_id, card.kind) != (matter_id, kind):
            self._see((card.id, card.conversation_id, matter_id, kind, card.activity_id))
            self._execute(_REASSIGN_CARD, row=card.id, matter=matter_id, sort=kind)

    def learn_activity(self, card: StoredCard, activity_id: str) -> StoredCard:
        """Note the message that turned out to be this card, and return the card as it is known now."""
        self._execute(_LEARN_ACTIVITY, row=card.id, activity=activity_id)
        return self._see((card.id, card.conversation_id, card.matter_id, card.kind, activity_id))

    def card(self, card_id: str) -> StoredCard | None:
        """Return the card with our id, or None. It is read once."""
        row = None if card_id in self._seen else self._row(_CARD, id=card_id)
        return self._see(row) if row else self._seen.get(card_id)

    def card_by_activity(self, conversation_id: str, activity_id: str) -> StoredCard | None:
        """Return the card that Teams knows by this activity, or None."""
        if not activity_id:
            return None
        row = self._row(_CARD_BY_ACTIVITY, conversation_id=conversation_id, activity_id=activity_id)
        return self._see(row) if row else None

    def never_arrived(self, conversation_id: str) -> list[StoredCard]:
        """Return the cards about something whose message was refused for good, the oldest first."""
        return [self._see(row) for row in self._rows(_NEVER_ARRIVED, conversation_id=conversation_id)]

    def newest_card(self, conversation_id: str) -> StoredCard | None:
        """Return the card that was posted last in the conversation, or None."""
        row = self._row(_NEWEST_CARD, conversation_id=conversation_id)
        return self._see(row) if row else None

    def is_coming(self, card: StoredCard) -> bool:
        """Tell whether the card has arrived or is on its way."""
        return bool(card.activity_id) or self._row(_ON_ITS_WAY, card_id=card.id) is not None

    def cards_of(self, matter_id: str) -> list[StoredCard]:
        """Return the cards of a matter, a request or a follow-up, the oldest first."""
        return [self._see(row) for row in self._rows(_CARDS_OF, matter_id=matter_id)]

    def _see(self, row: Row) -> StoredCard:
        card = StoredCard(*row)
        self._seen[card.id] = card
        return card


class MessageRows(CardRows):
    """Messages left in the outbox in the turn's own transaction, to be sent after the commit."""

    _messages: list[dict[str, Any]]

    def post_card(self, card_id: str, card: dict[str, Any], *, due_at: datetime | None = None) -> None:
        """Send the card as a new message, now or when due; its activity id is then stored in the card's row.

        Raises LookupError when there is no such card; so does `update_card`.
        """
        self._leave("post", "", card_id, card, due_at)

    def update_card(self, card_id: str, card: dict[str, Any], *, bulk: bool = False) -> None:
        """Replace the message that the card was sent as; dropped when it never was sent.

        `bulk`: one of many that nobody waits for.
        """
        message = self._leave("update", "", card_id, card)
        if bulk:
            message["priority"] = Priority.BULK.value

    def fade_card(self, card_id: str, card: dict[str, Any]) -> None:
        """Replace the message that the card was sent as, but only if the cards posted in this transaction arrive."""
        self._leave("fade", "", card_id, card)

    def faded_by(self, card: StoredCard) -> str:
        """Return the card that is to fade once this one has arrived, "" for none or when that is settled."""
        row = self._row(_FADED_BY, conversation_id=card.conversation_id, card_id=card.id)
        return str(row[0]) if row else ""

    def fade_with(self, card: StoredCard, later: str) -> None:
        """Have what was to fade with this card fade with a later one, or at once if that has arrived."""
        self._execute(_FADE_WITH, conversation_id=card.conversation_id, card_id=card.id, later=later)

    def post_text(self, conversation_id: str, text: str, *, due_at: datetime | None = None) -> None:
        """Send a plain-text message, now or when due."""
        self._leave("post", conversation_id, None, text, due_at)

    def remind(self, conversation_id: str, about: dict[str, Any], due_at: datetime) -> None:
        """Have `about` (ids and numbers of ours) handled when it is due, by whichever process runs then."""
        self._leave("remind", conversation_id, None, about, due_at)

    def write_messages(self, sender: str = "", own: Address | None = None) -> Left:
        """Write the messages, in order, at the end of the transaction.

        Those for the turn's `own` conversation are claimed for the sender of this process as they are written, unless
        others have messages of that conversation in hand.
        """
        now = self.transaction.now
        mine = own.conversation_id if own else ""
        may_claim = bool(self._messages and sender and mine) and self._has_free_way(sender, mine)
        claimed: list[ClaimedMessage] = []
        waiting: list[dict[str, object]] = []
        others_wait = False
        for message in self._messages:
            if message["conversation_id"] == mine and message["verb"] == "post":
                message["priority"] = Priority.WAITED_FOR.value
            plain = message.pop("plain")
            if own and may_claim and message["conversation_id"] == mine and message["due_at"] == now:
                claim = {"state": "sending", "claimed_by": sender, "until": now + CLAIMED_UNTIL}
                ((row,),) = self._rows(_ADD_CLAIMED, **message, **claim)
                claimed.append(self._handed(row, message, plain, own))
            else:
                waiting.append({**message, "state": "waiting", "claimed_by": "", "until": 0})
                others_wait = others_wait or message["due_at"] == now
        self._execute_each(_ADD_MESSAGE, waiting)
        return Left(claimed, others_wait)

    def _has_free_way(self, sender: str, conversation_id: str) -> bool:
        """Tell whether all that is unsent in the conversation is this sender's, or such as may be overtaken.

        A waiting update that nobody needs any more, as the same card is redrawn now, is given up.
        """
        redrawn = {message["card_id"] for message in self._messages if message["verb"] in _REDRAWING}
        free = True
        for row, verb, card_id, state, priority, claimed_by in self._rows(_UNSENT, conversation_id=conversation_id):
            if state == MessageState.SENDING:
                free = free and claimed_by == sender
            elif verb in _REDRAWING and card_id in redrawn:
                self._execute(_REPLACE, row=row)
            elif verb != "remind":
                free = free and priority == Priority.BULK
        return free

    def _handed(self, row: int, message: dict[str, Any], plain: bytes, own: Address) -> ClaimedMessage:
        card = self._seen.get(message["card_id"] or "")
        activity_id = card.activity_id if card else ""
        verb, priority = str(message["verb"]), int(message["priority"])
        return ClaimedMessage(row, verb, message["card_id"], plain, 0, activity_id, own, priority, fresh=True)

    def _leave(
        self, verb: str, conversation_id: str, card_id: str | None, body: object, due_at: datetime | None = None
    ) -> dict[str, Any]:
        """Leave a message about a card in the card's own conversation, or another in this one."""
        if card_id is not None:
            card = self.card(card_id)
            if card is None:
                raise LookupError("there is no such card")
            conversation_id = card.conversation_id
        plain = orjson.dumps(body)
        message = {
            "conversation_id": conversation_id,
            "card_id": card_id,
            "verb": verb,
            "plain": plain,
            "payload": self._cipher.seal(payload_name(conversation_id, card_id), plain),
            "due_at": max(to_microseconds(due_at), self.transaction.now) if due_at else self.transaction.now,
            "created_at": self.transaction.now,
            "priority": _PRIORITIES[verb].value,
        }
        self._messages.append(message)
        return message
