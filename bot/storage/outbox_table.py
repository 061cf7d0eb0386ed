"""The sender's side of the outbox table: claim messages to be sent, and store the result of each delivery."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, BindParameter, ColumnElement, Integer, bindparam, exists, not_, or_, select, update

from bot.incoming import Address, Scope
from bot.storage.conversation_rows import payload_name
from bot.storage.errors import Unreadable
from bot.storage.statements import Statement
from bot.storage.tables import DOUBTFUL, SENDING, WAITING, cards, conversations, fixed, outbox
from bot.storage.transaction import Row, Rows
from bot.storage.unit_of_work import UnitOfWork

_MICROSECOND = timedelta(microseconds=1)


class MessageState(StrEnum):
    """The state of a message in the outbox. The last three are settled: such a row holds no payload any more."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    DOUBTFUL = "doubtful"  # may have arrived: never sent again
    GIVEN_UP = "given_up"


_NOW = bindparam("now", type_=BigInteger)
_SENDER: BindParameter[str] = bindparam("sender")
_IS_ROW = outbox.c.id == bindparam("row")
_IS_MINE = outbox.c.claimed_by == _SENDER
# The index of unsent rows serves only a query that shows its whole condition.
_IS_SENDING = outbox.c.state.in_([WAITING, SENDING]) & (outbox.c.state == SENDING)
_IS_LEFT = _IS_SENDING & (_IS_MINE | (outbox.c.claimed_until < _NOW))


def _is_held_up() -> ColumnElement[bool]:
    """Match a message with an earlier one of its conversation under way, due, or waiting for another try."""
    earlier = outbox.alias("earlier")
    started = or_(earlier.c.state == SENDING, earlier.c.attempts > fixed(0), earlier.c.due_at <= _NOW)
    return exists().where(
        earlier.c.conversation_id == outbox.c.conversation_id,
        earlier.c.id < outbox.c.id,
        earlier.c.state.in_([WAITING, SENDING]),
        started,
    )


# The first due row of each conversation. Rows that are to be sent later hold nobody up; rows that another sender is
# just claiming are skipped.
_CLAIMABLE = Statement(
    select(outbox.c.id, outbox.c.verb, outbox.c.card_id, outbox.c.payload, outbox.c.attempts, cards.c.activity_id)
    .add_columns(*(column for column in conversations.c if column.name != "state"))
    .join_from(outbox, conversations, conversations.c.id == outbox.c.conversation_id)
    .join(cards, cards.c.id == outbox.c.card_id, isouter=True)
    .where(outbox.c.state == WAITING, outbox.c.due_at <= _NOW, not_(_is_held_up()))
    .order_by(outbox.c.id)
    .limit(bindparam("room", type_=Integer))
    .offset(fixed(0))
    .with_for_update(of=outbox, skip_locked=True)
)
_CLAIM = Statement(
    update(outbox).where(_IS_ROW).values(state=SENDING, claimed_by=_SENDER, claimed_until=bindparam("until"))
)
_RESULT: dict[str, BindParameter[Any]] = {
    name: bindparam(name) for name in ("state", "attempts", "due_at", "last_error")
}
_RETRY = Statement(update(outbox).where(_IS_ROW, _IS_MINE, outbox.c.state == SENDING).values(_RESULT))
# A row that others already called doubtful, because this sender was too slow, may still turn out well.
_SETTLE = Statement(
    update(outbox)
    .where(_IS_ROW, _IS_MINE, outbox.c.state.in_([SENDING, DOUBTFUL]))
    .values({**_RESULT, "payload": fixed("")})
)
_KEEP_ACTIVITY = Statement(
    update(cards).where(cards.c.id == bindparam("card")).values(activity_id=bindparam("activity_id"))
)
_SENDERS = Statement(select(outbox.c.claimed_by).where(_IS_SENDING).distinct())
_CLAIMED = Statement(select(outbox.c.id).where(_IS_SENDING, _IS_MINE))
_UNCLAIM = Statement(update(outbox).where(_IS_ROW, _IS_MINE, _IS_SENDING).values(state=WAITING))
_DOUBT_LEFT_POSTS = Statement(
    update(outbox)
    .where(_IS_LEFT, outbox.c.verb == fixed("post"))
    .values(state=DOUBTFUL, payload=fixed(""), last_error=fixed("left by a sender"))
)
_REPEAT_LEFT_UPDATES = Statement(
    update(outbox)
    .where(_IS_LEFT, outbox.c.verb.in_([fixed("update"), fixed("remind")]))
    .values(state=WAITING, due_at=_NOW)
)


@dataclass(frozen=True, slots=True)
class ClaimedMessage:
    """A message to be sent now. `payload` is JSON, None when it cannot be read; `activity_id` is its card's, or ""."""

    id: int
    verb: str
    card_id: str | None
    payload: bytes | None
    attempts: int
    activity_id: str
    address: Address

    @property
    def is_post(self) -> bool:
        """Whether it is a new message, which is never sent twice."""
        return self.verb == "post"

    @property
    def is_reminder(self) -> bool:
        """Whether it is handled here when due, and nothing is sent."""
        return self.verb == "remind"


@dataclass(frozen=True, slots=True)
class DeliveryResult:
    """The result of one delivery. `error` is a status, never text; `again_in` says when a waiting message is due."""

    message: ClaimedMessage
    state: MessageState
    error: str = ""
    activity_id: str = ""
    again_in: timedelta | None = None


class OutboxTable(Rows):
    """The outbox within one unit of work, as one sender sees it."""

    def __init__(self, unit: UnitOfWork, sender: str) -> None:
        super().__init__(unit.transaction)
        self._sender = sender

    def claim(self, room: int, lease: timedelta) -> list[ClaimedMessage]:
        """Claim up to `room` messages that may be sent now, at most one of each conversation."""
        if not room:
            return []
        messages = [self._read(row) for row in self._rows(_CLAIMABLE, now=self.transaction.now, room=room)]
        claim = {"sender": self._sender, "until": self.transaction.now + lease // _MICROSECOND}
        self._execute_each(_CLAIM, [{"row": message.id, **claim} for message in messages])
        return messages

    def keep(self, results: Iterable[DeliveryResult]) -> None:
        """Store the results of deliveries; a row that has one already is left as it is."""
        again: list[dict[str, object]] = []
        settled: list[dict[str, object]] = []
        posted: list[dict[str, object]] = []
        for result in results:
            (again if result.state is MessageState.WAITING else settled).append(self._to_row(result))
            if result.activity_id and result.message.card_id:
                posted.append({"card": result.message.card_id, "activity_id": result.activity_id})
        self._execute_each(_RETRY, again)
        self._execute_each(_SETTLE, settled)
        self._execute_each(_KEEP_ACTIVITY, posted)

    def release(self, in_hand: Collection[int]) -> None:
        """Release rows claimed for this sender that it does not know of: the claim's answer was lost, nothing sent."""
        unknown = [row for (row,) in self._rows(_CLAIMED, sender=self._sender) if row not in in_hand]
        self._execute_each(_UNCLAIM, [{"row": row, "sender": self._sender} for row in unknown])

    def senders(self) -> list[str]:
        """Return the names of the senders that hold rows."""
        return [sender for (sender,) in self._rows(_SENDERS)]

    def recover(self, dead: Collection[str] = ()) -> None:
        """Settle the rows of dead senders, and of any whose lease ran out: posts are doubtful, updates are repeated."""
        for sender in ("", *dead):
            self._execute(_DOUBT_LEFT_POSTS, sender=sender, now=self.transaction.now)
            self._execute(_REPEAT_LEFT_UPDATES, sender=sender, now=self.transaction.now)

    def _to_row(self, result: DeliveryResult) -> dict[str, object]:
        return {
            "row": result.message.id,
            "sender": self._sender,
            "state": result.state.value,
            "attempts": result.message.attempts + 1,
            "due_at": self.transaction.now + (result.again_in or timedelta(0)) // _MICROSECOND,
            "last_error": result.error,
        }

    def _read(self, row: Row) -> ClaimedMessage:
        row_id, verb, card_id, sealed, attempts, activity_id, conversation_id, scope, *rest = row
        try:
            payload = self._cipher.unseal(payload_name(conversation_id, card_id), sealed)
        except Unreadable:
            payload = None
        address = Address(conversation_id, Scope(scope), *rest)
        return ClaimedMessage(row_id, verb, card_id, payload, attempts, activity_id or "", address)
