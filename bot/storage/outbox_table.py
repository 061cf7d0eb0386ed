"""The sender's side of the outbox table: claiming what is to be sent, and keeping what became of it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any

from bot.incoming import Address, Scope
from bot.storage.errors import Unreadable
from bot.storage.post_rows import payload_name
from bot.storage.transaction import Rows
from bot.storage.unit_of_work import UnitOfWork

_MICROSECOND = timedelta(microseconds=1)


class State(StrEnum):
    """Where a row of the outbox stands. The last three are settled: such a row holds no payload any more."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    DOUBTFUL = "doubtful"  # may have arrived: never sent again
    GIVEN_UP = "given_up"


@dataclass(frozen=True, slots=True)
class Claimed:
    """A row to be sent now. `payload` is JSON, None when it cannot be read; `activity_id` is its card's, or ""."""

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
        """Whether nothing is sent, and something is to be looked at again."""
        return self.verb == "remind"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a claimed row. `error` is a status, never text; `again_in` says when a waiting row is due."""

    row: Claimed
    state: State
    error: str = ""
    activity_id: str = ""
    again_in: timedelta | None = None


class OutboxTable(Rows):
    """The outbox within one unit's transaction, as one sender sees it."""

    def __init__(self, unit: UnitOfWork, sender: str) -> None:
        super().__init__(unit.transaction)
        self._outbox_sql = unit.transaction.outbox_sql
        self._sender = sender

    def claim(self, room: int, lease: timedelta) -> list[Claimed]:
        """Take up to `room` rows that may be sent now, at most one of each conversation."""
        if not room:
            return []
        self._cursor.execute(self._outbox_sql.claimable, {"now": self.transaction.now, "room": room})
        rows = [self._read(row) for row in self._cursor.fetchall()]
        until = self.transaction.now + lease // _MICROSECOND
        self._each(self._outbox_sql.claim, [{"row": row.id, "sender": self._sender, "until": until} for row in rows])
        return rows

    def keep(self, outcomes: Iterable[Outcome]) -> None:
        """Write down what became of claimed rows; what was written down before is left as it is."""
        again: list[dict[str, object]] = []
        settled: list[dict[str, object]] = []
        posted: list[dict[str, object]] = []
        for outcome in outcomes:
            (again if outcome.state is State.WAITING else settled).append(self._outcome(outcome))
            if outcome.activity_id and outcome.row.card_id:
                posted.append({"card": outcome.row.card_id, "activity_id": outcome.activity_id})
        self._each(self._outbox_sql.retry, again)
        self._each(self._outbox_sql.settle, settled)
        self._each(self._outbox_sql.keep_activity, posted)

    def release(self, in_hand: Collection[int]) -> None:
        """Let go of rows that this sender claimed and does not know of: the claim's answer was lost, nothing sent."""
        self._cursor.execute(self._outbox_sql.claimed, {"sender": self._sender})
        unknown = [row for (row,) in self._cursor.fetchall() if row not in in_hand]
        self._each(self._outbox_sql.unclaim, [{"row": row, "sender": self._sender} for row in unknown])

    def senders(self) -> list[str]:
        """Name the senders that hold rows."""
        self._cursor.execute(self._outbox_sql.senders, {})
        return [sender for (sender,) in self._cursor.fetchall()]

    def recover(self, dead: Collection[str] = ()) -> None:
        """Settle what dead senders, or any whose lease ran out, left: posts are doubtful, updates are sent again."""
        for sender in ("", *dead):
            left = {"sender": sender, "now": self.transaction.now}
            self._cursor.execute(self._outbox_sql.doubt_left_posts, left)
            self._cursor.execute(self._outbox_sql.repeat_left_updates, left)

    def _each(self, sql: str, rows: list[dict[str, object]]) -> None:
        if rows:
            self._cursor.executemany(sql, rows)

    def _outcome(self, outcome: Outcome) -> dict[str, object]:
        return {
            "row": outcome.row.id,
            "sender": self._sender,
            "state": outcome.state.value,
            "attempts": outcome.row.attempts + 1,
            "due_at": self.transaction.now + (outcome.again_in or timedelta(0)) // _MICROSECOND,
            "last_error": outcome.error,
        }

    def _read(self, row: Any) -> Claimed:
        row_id, verb, card_id, sealed, attempts, activity_id, conversation_id, scope, *rest = row
        try:
            payload = self._codec.unseal(payload_name(conversation_id, card_id), sealed)
        except Unreadable:
            payload = None
        address = Address(conversation_id, Scope(scope), *rest)
        return Claimed(row_id, verb, card_id, payload, attempts, activity_id or "", address)
