"""Every statement on the outbox, compiled once (see statements.py)."""

from typing import Any

from sqlalchemy import (
    BigInteger,
    BindParameter,
    ColumnElement,
    Dialect,
    Insert,
    Integer,
    Select,
    bindparam,
    exists,
    insert,
    not_,
    or_,
    select,
    update,
)

from bot.storage.statements import compiler
from bot.storage.tables import DOUBTFUL, SENDING, WAITING, cards, conversations, fixed, outbox

_NOW = bindparam("now", type_=BigInteger)
_SENDER: BindParameter[str] = bindparam("sender")
_ROW = outbox.c.id == bindparam("row")
_UNSENT = outbox.c.state.in_([WAITING, SENDING])
_EMPTY = fixed("")
_MINE = outbox.c.claimed_by == _SENDER


class OutboxStatements:
    """The driver's text of each statement."""

    def __init__(self, dialect: Dialect) -> None:
        text = compiler(dialect)
        self.add = text(_add())
        self.claimable = text(_claimable())
        claimed = {"state": SENDING, "claimed_by": _SENDER, "claimed_until": bindparam("until")}
        self.claim = text(update(outbox).where(_ROW).values(claimed))
        outcome: dict[str, BindParameter[Any]] = {
            name: bindparam(name) for name in ("state", "attempts", "due_at", "last_error")
        }
        self.retry = text(update(outbox).where(_ROW, _MINE, outbox.c.state == SENDING).values(outcome))
        # A row that others already called doubtful, because this sender was too slow, may still turn out well.
        open_to_me = outbox.c.state.in_([SENDING, DOUBTFUL])
        self.settle = text(update(outbox).where(_ROW, _MINE, open_to_me).values({**outcome, "payload": _EMPTY}))
        self.keep_activity = text(
            update(cards).where(cards.c.id == bindparam("card")).values(activity_id=bindparam("activity_id"))
        )
        sending = _UNSENT & (outbox.c.state == SENDING)
        self.senders = text(select(outbox.c.claimed_by).where(sending).distinct())
        self.claimed = text(select(outbox.c.id).where(sending, _MINE))
        self.unclaim = text(update(outbox).where(_ROW, _MINE, sending).values(state=WAITING))
        left = sending & (_MINE | (outbox.c.claimed_until < _NOW))
        doubtful = {"state": DOUBTFUL, "payload": _EMPTY, "last_error": fixed("left by a sender")}
        self.doubt_left_posts = text(update(outbox).where(left, outbox.c.verb == fixed("post")).values(doubtful))
        repeatable = outbox.c.verb.in_([fixed("update"), fixed("remind")])
        self.repeat_left_updates = text(update(outbox).where(left, repeatable).values(state=WAITING, due_at=_NOW))


def _add() -> Insert:
    given = ("conversation_id", "card_id", "verb", "payload", "due_at", "created_at")
    fresh = {
        "state": WAITING,
        "attempts": fixed(0),
        "last_error": _EMPTY,
        "claimed_by": _EMPTY,
        "claimed_until": fixed(0),
    }
    return insert(outbox).inline().values(**{name: bindparam(name) for name in given}, **fresh)


def _claimable() -> Select[tuple[object, ...]]:
    """The first due row of each conversation in which nothing earlier is under way or waits for another try.

    Rows that are to be sent later hold nobody up. Rows that another sender is just claiming are skipped.
    """
    columns = (outbox.c.id, outbox.c.verb, outbox.c.card_id, outbox.c.payload, outbox.c.attempts, cards.c.activity_id)
    address = [column for column in conversations.c if column.name != "state"]
    return (
        select(*columns, *address)
        .join_from(outbox, conversations, conversations.c.id == outbox.c.conversation_id)
        .join(cards, cards.c.id == outbox.c.card_id, isouter=True)
        .where(outbox.c.state == WAITING, outbox.c.due_at <= _NOW, not_(_held_up()))
        .order_by(outbox.c.id)
        .limit(bindparam("room", type_=Integer))
        .offset(fixed(0))
        .with_for_update(of=outbox, skip_locked=True)
    )


def _held_up() -> ColumnElement[bool]:
    earlier = outbox.alias("earlier")
    started = or_(earlier.c.state == SENDING, earlier.c.attempts > fixed(0), earlier.c.due_at <= _NOW)
    return exists().where(
        earlier.c.conversation_id == outbox.c.conversation_id,
        earlier.c.id < outbox.c.id,
        earlier.c.state.in_([WAITING, SENDING]),
        started,
    )
