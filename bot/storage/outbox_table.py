"""The sender's side of the outbox table: claim messages to be sent, and store the result of each delivery."""

from collections.abc import Collection, Iterable, Mapping
from datetime import timedelta
from typing import Any

from sqlalchemy import (
    BigInteger,
    BindParameter,
    ColumnElement,
    Integer,
    bindparam,
    delete,
    exists,
    func,
    not_,
    or_,
    select,
    tuple_,
    update,
)

from bot.incoming import Address, Scope
from bot.storage.conversation_rows import CLAIMED_UNTIL, payload_name
from bot.storage.errors import Unreadable
from bot.storage.messages import ClaimedMessage, DeliveryResult, LeftPost, MessageState, Priority
from bot.storage.statements import Statement, insert_row
from bot.storage.tables import DOUBTFUL, GIVEN_UP, LEFT, SENDING, WAITING, cards, conversations, fixed, outbox, senders
from bot.storage.transaction import Row, Rows
from bot.storage.unit_of_work import UnitOfWork

_MICROSECOND = timedelta(microseconds=1)

_NOW = bindparam("now", type_=BigInteger)
_SENDER: BindParameter[str] = bindparam("sender")
_IS_ROW = outbox.c.id == bindparam("row")
_IS_MINE = outbox.c.claimed_by == _SENDER
_IS_SENDING = outbox.c.state == SENDING


def _is_held_up() -> ColumnElement[bool]:
    """Match a message that must wait for another one of its conversation.

    That is one under way, one that goes before it and was begun or is due, or any at all that Teams put off. An update
    waits until it is settled what becomes of its card's post.
    """
    other, left = outbox.alias("other"), outbox.alias("left_post")
    first = tuple_(other.c.priority, other.c.id) < tuple_(outbox.c.priority, outbox.c.id)
    begun = or_(other.c.attempts > fixed(0), other.c.due_at <= _NOW)
    put_off = (func.substr(other.c.last_error, fixed(1), fixed(9)) == fixed("throttled")) & (other.c.due_at > _NOW)
    is_of_a_left_post = exists().where(left.c.state == LEFT, left.c.card_id == outbox.c.card_id)
    return is_of_a_left_post | exists().where(
        other.c.conversation_id == outbox.c.conversation_id,
        other.c.id != outbox.c.id,
        # The index of unsent rows serves only a query that shows its whole condition.
        other.c.state.in_([WAITING, SENDING]),
        or_(other.c.state == SENDING, put_off, first & begun),
    )


# The first due row of each conversation. Rows that are to be sent later hold nobody up; rows that another sender is
# just claiming are skipped.
_CLAIMABLE = Statement(
    select(outbox.c.id, outbox.c.verb, outbox.c.card_id, outbox.c.payload, outbox.c.attempts, outbox.c.priority)
    .add_columns(cards.c.activity_id)
    .add_columns(*(column for column in conversations.c if column.name != "state"))
    .join_from(outbox, conversations, conversations.c.id == outbox.c.conversation_id)
    .join(cards, cards.c.id == outbox.c.card_id, isouter=True)
    .where(
        outbox.c.state == WAITING,
        outbox.c.priority == bindparam("priority", type_=Integer),
        outbox.c.due_at <= _NOW,
        not_(_is_held_up()),
    )
    .order_by(outbox.c.due_at, outbox.c.id)
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
_RETRY = Statement(update(outbox).where(_IS_ROW, _IS_MINE, _IS_SENDING).values(_RESULT))
# A row that others already called doubtful, because this sender was too slow, may still turn out well.
_SETTLE = Statement(
    update(outbox)
    .where(_IS_ROW, _IS_MINE, outbox.c.state.in_([SENDING, DOUBTFUL, LEFT]))
    .values({**_RESULT, "payload": fixed("")})
)
_settled = outbox.alias("settled")
# The old card stays usable where the new one did not come, or is not known to have come: by a press on it, perhaps.
_DROP_FADES = Statement(
    update(outbox)
    .where(
        not_(exists().where(cards.c.id == bindparam("card"), cards.c.activity_id != fixed(""))),
        outbox.c.conversation_id == bindparam("conversation_id"),
        outbox.c.state.in_([WAITING, SENDING]),
        outbox.c.verb == fixed("fade"),
        outbox.c.created_at
        == select(_settled.c.created_at).where(_settled.c.id == bindparam("post")).scalar_subquery(),
    )
    .values(state=GIVEN_UP, payload=fixed(""), last_error=fixed("its successor did not come"))
)
_KEEP_ACTIVITY = Statement(
    update(cards).where(cards.c.id == bindparam("card")).values(activity_id=bindparam("activity_id"))
)
_CLAIMED = Statement(select(outbox.c.id, outbox.c.conversation_id).where(_IS_SENDING, _IS_MINE))
_CLAIMED_IN = Statement(
    select(outbox.c.id).where(
        outbox.c.conversation_id == bindparam("conversation_id"),
        outbox.c.state.in_([WAITING, SENDING]),
        _IS_SENDING,
        _IS_MINE,
    )
)
_UNCLAIM = Statement(update(outbox).where(_IS_ROW, _IS_MINE, _IS_SENDING).values(state=WAITING))


def _beat(dialect: Any) -> Any:
    row = insert_row(senders, dialect)
    return row.on_conflict_do_update(index_elements=["name"], set_={"beat": senders.c.beat + fixed(1)})


_BEAT = Statement(_beat)
_BEATS = Statement(select(senders.c.name, senders.c.beat))
_FORGET_SENDER = Statement(delete(senders).where(senders.c.name == _SENDER))
# An older version of the bot gives no signs of life: what it claimed is left when its time is over.
_OLDER = Statement(
    select(outbox.c.claimed_by)
    .where(_IS_SENDING, outbox.c.claimed_until < _NOW, outbox.c.claimed_by.not_in(select(senders.c.name)))
    .distinct()
)
_LEAVE_POSTS = Statement(
    update(outbox)
    .where(_IS_SENDING, _IS_MINE, outbox.c.verb == fixed("post"))
    .values(state=LEFT, last_error=fixed("left by a sender"))
)
_REPEAT_UPDATES = Statement(update(outbox).where(_IS_SENDING, _IS_MINE).values(state=WAITING, due_at=_NOW))
_LEFT = Statement(
    select(outbox.c.id, outbox.c.conversation_id, outbox.c.card_id)
    .where(outbox.c.state == LEFT)
    .order_by(outbox.c.id)
    .limit(fixed(100))
    .offset(fixed(0))
)
_LEFT_PAYLOAD = Statement(select(outbox.c.payload).where(_IS_ROW, outbox.c.state == LEFT))
_IS_REDRAWN = Statement(
    select(outbox.c.id)
    .where(
        outbox.c.conversation_id == bindparam("conversation_id"),
        outbox.c.state.in_([WAITING, SENDING]),
        outbox.c.card_id == bindparam("card_id"),
        outbox.c.verb.in_([fixed("update"), fixed("fade")]),
    )
    .limit(fixed(1))
    .offset(fixed(0))
)
_DOUBT = Statement(update(outbox).where(_IS_ROW, outbox.c.state == LEFT).values(state=DOUBTFUL, payload=fixed("")))


class OutboxTable(Rows):
    """The outbox within one unit of work, as one sender sees it."""

    def __init__(self, unit: UnitOfWork, sender: str) -> None:
        super().__init__(unit.transaction)
        self._sender = sender

    def claim(self, rooms: Mapping[Priority, int]) -> list[ClaimedMessage]:
        """Claim what may be sent now, at most one message of each conversation, and of each priority so many."""
        claim = {"sender": self._sender, "until": self.transaction.now + CLAIMED_UNTIL}
        claimed: list[ClaimedMessage] = []
        for priority in sorted(rooms):
            if rooms[priority] <= 0:
                continue
            found = self._rows(_CLAIMABLE, now=self.transaction.now, priority=priority.value, room=rooms[priority])
            messages = [self._read(row) for row in found]
            self._execute_each(_CLAIM, [{"row": message.id, **claim} for message in messages])
            claimed += messages
        return claimed

    def keep(self, results: Iterable[DeliveryResult]) -> None:
        """Store the results of deliveries; a row that has one already is left as it is."""
        again: list[dict[str, object]] = []
        settled: list[dict[str, object]] = []
        posted: list[dict[str, object]] = []
        lost: list[dict[str, object]] = []
        for result in sorted(results, key=lambda result: result.message.id):  # so that no two wait for each other
            (again if result.state is MessageState.WAITING else settled).append(self._to_row(result))
            if result.activity_id and result.message.card_id:
                posted.append({"card": result.message.card_id, "activity_id": result.activity_id})
            if result.is_lost_card:
                message = result.message
                at = {"conversation_id": message.address.conversation_id, "card": message.card_id}
                lost.append({"post": message.id, **at})
        self._execute_each(_RETRY, again)
        self._execute_each(_SETTLE, settled)
        self._execute_each(_KEEP_ACTIVITY, posted)
        self._execute_each(_DROP_FADES, lost)

    def claimed(self) -> list[tuple[int, str]]:
        """Return the rows that are claimed for this sender, each with its conversation."""
        return [(row, conversation_id) for row, conversation_id in self._rows(_CLAIMED, sender=self._sender)]

    def release(self, conversation_id: str) -> set[int]:
        """Release what is claimed for this sender in the conversation, and return it: none of it may be under way."""
        rows = [row for (row,) in self._rows(_CLAIMED_IN, conversation_id=conversation_id, sender=self._sender)]
        self._execute_each(_UNCLAIM, [{"row": row, "sender": self._sender} for row in rows])
        return set(rows)

    def beat(self) -> dict[str, int]:
        """Give a sign of life, and return the last one of every sender."""
        self._execute(_BEAT, name=self._sender, beat=0)
        return {name: beat for name, beat in self._rows(_BEATS)}  # noqa: C416  a row is no pair to mypy

    def end(self) -> None:
        """Give no more signs of life, as nothing is claimed any more."""
        if not self.claimed():
            self._execute(_FORGET_SENDER, sender=self._sender)

    def older(self) -> list[str]:
        """Return the senders that give no signs of life and whose time is over."""
        return [sender for (sender,) in self._rows(_OLDER, now=self.transaction.now)]

    def recover(self, dead: Collection[str]) -> None:
        """Take what dead senders had claimed: their posts are left to be looked at, all else is done again."""
        for sender in sorted(dead):
            self._execute(_LEAVE_POSTS, sender=sender)
            self._execute(_REPEAT_UPDATES, sender=sender, now=self.transaction.now)
            self._execute(_FORGET_SENDER, sender=sender)

    def left(self) -> list[LeftPost]:
        """Return posts, the oldest first, that dead senders may have sent."""
        return [LeftPost(*row) for row in self._rows(_LEFT)]

    def settle_left(self, post: LeftPost) -> tuple[bool, bytes | None]:
        """Mark the post doubtful. Returns whether it was still left, and what it said.

        That is None when it cannot be read, or when the card has been redrawn since, perhaps to be emptied.
        """
        row = self._row(_LEFT_PAYLOAD, row=post.id)
        if row is None or not self._execute(_DOUBT, row=post.id):
            return False, None
        if post.card_id and self._row(_IS_REDRAWN, conversation_id=post.conversation_id, card_id=post.card_id):
            return True, None
        return True, self._unsealed(post.conversation_id, post.card_id, row[0])

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
        row_id, verb, card_id, sealed, attempts, priority, activity_id, conversation_id, scope, *rest = row
        payload = self._unsealed(conversation_id, card_id, sealed)
        address = Address(conversation_id, Scope(scope), *rest)
        return ClaimedMessage(row_id, verb, card_id, payload, attempts, activity_id or "", address, priority)

    def _unsealed(self, conversation_id: str, card_id: str | None, sealed: bytes) -> bytes | None:
        try:
            return self._cipher.unseal(payload_name(conversation_id, card_id), sealed)
        except Unreadable:
            return None
