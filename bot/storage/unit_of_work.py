"""One transaction's reads and writes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    FromClause,
    Table,
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

from bot.storage.approval_rows import ChannelRows, FollowUpRows, RequestRows
from bot.storage.audit_rows import AuditRows
from bot.storage.conversation_rows import ConversationRows, Left, MessageRows
from bot.storage.matter_rows import MatterRows, PracticeRows
from bot.storage.records import StoredRequest, to_microseconds
from bot.storage.statements import Statement, first
from bot.storage.tables import (
    SENDING,
    WAITING,
    absences,
    cards,
    channels,
    conversations,
    fixed,
    follow_ups,
    handovers,
    inbox,
    matters,
    outbox,
    practice,
    requests,
    supervisors,
    usage,
    workers_channels,
)
from bot.storage.transaction import Transaction
from bot.storage.usage_rows import UsageRows

MOST_PURGED = 500
"""Rows of a table that one transaction deletes, so that nobody waits for it."""

USAGE_KEPT = timedelta(days=400)
"""How long it is known how often answers were given in a week."""

_BEFORE: BindParameter[int] = bindparam("before")
_NOW: BindParameter[int] = bindparam("now")
_WEEK: BindParameter[str] = bindparam("week")
_IS_SETTLED = or_(*(outbox.c.state == fixed(state) for state in ("sent", "doubtful", "given_up")))


def _purge(table: Table, *conditions: ColumnElement[bool], most: int = MOST_PURGED) -> Statement:
    """Delete the first rows that meet the conditions. No foreign key checks more than a few rows at once."""
    key = tuple_(*table.primary_key) if len(table.primary_key) > 1 else next(iter(table.primary_key))
    return Statement(delete(table).where(key.in_(first(select(*table.primary_key).where(*conditions), most))))


def _has(table: FromClause, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().select_from(table).where(*conditions)


_OWNERS = [
    conversations.c.tenant_id + fixed("/") + one for one in (conversations.c.user_object_id, conversations.c.user_id)
]
_PURGE_TRACES = (
    _purge(inbox, inbox.c.taken_at < _BEFORE),
    _purge(outbox, outbox.c.created_at < _BEFORE, _IS_SETTLED),
    _purge(handovers, handovers.c.expires_at < _NOW),
    _purge(absences, absences.c.until < _NOW),
    _purge(usage, usage.c.week < _WEEK),
)
_PURGE_CARDS = _purge(
    cards,
    cards.c.created_at < _BEFORE,
    *(not_(_has(table, table.c.id == cards.c.matter_id)) for table in (matters, requests, follow_ups)),
    not_(_has(outbox, outbox.c.card_id == cards.c.id)),
)
_PURGE_PRACTICE = _purge(practice, practice.c.updated_at < _BEFORE)
_PURGE_CONVERSATIONS = _purge(
    conversations,
    not_(_has(cards, cards.c.conversation_id == conversations.c.id)),
    not_(_has(inbox, inbox.c.conversation_id == conversations.c.id)),
    not_(_has(outbox, outbox.c.conversation_id == conversations.c.id)),
    not_(_has(handovers, handovers.c.conversation_id == conversations.c.id)),
    not_(_has(channels, channels.c.id == conversations.c.id)),
    not_(_has(supervisors, supervisors.c.object_id == conversations.c.user_object_id)),
    not_(_has(matters, matters.c.owner.in_(_OWNERS))),
    not_(_has(requests, requests.c.asker.in_(_OWNERS))),
    not_(_has(follow_ups, follow_ups.c.owner.in_(_OWNERS))),
    most=MOST_PURGED // 10,
)

# What is sent later on purpose, a reminder or the day's digest, does not wait yet.
_BACKLOG = Statement(
    select(func.count(), func.min(outbox.c.created_at)).where(
        outbox.c.state.in_([WAITING, SENDING]),
        outbox.c.verb != fixed("remind"),
        or_(outbox.c.attempts > fixed(0), outbox.c.due_at <= _NOW),
    )
)

_ASKED = Statement(select(requests.c.asked_at).where(requests.c.state.in_([fixed("waiting"), fixed("more_asked")])))
_OVERDUE = Statement(
    select(func.count()).where(follow_ups.c.state == fixed("open"), follow_ups.c.due_at < bindparam("now"))
)

_OLD: BindParameter[str] = bindparam("old")
_NEW: BindParameter[str] = bindparam("new")
_CHANNELS_KNOWN = workers_channels.alias()
_IDS_OF_OWNER = Statement(select(matters.c.id).where(matters.c.owner == _OLD))
_RENAME_OWNER = (
    Statement(
        update(handovers)
        .where(
            handovers.c.matter_id.in_(select(matters.c.id).where(matters.c.owner == _OLD)), handovers.c.owner == _OLD
        )
        .values(owner=_NEW)
    ),
    Statement(update(matters).where(matters.c.owner == _OLD).values(owner=_NEW)),
    Statement(update(follow_ups).where(follow_ups.c.owner == _OLD).values(owner=_NEW)),
    Statement(
        update(workers_channels)
        .where(workers_channels.c.owner == _OLD, not_(_has(_CHANNELS_KNOWN, _CHANNELS_KNOWN.c.owner == _NEW)))
        .values(owner=_NEW)
    ),
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits: messages and when the oldest was left, when each open request was made, overdue follow-ups.

    Moments are microseconds since 1970; 0 for none.
    """

    messages: int = 0
    oldest_message: int = 0
    requests: tuple[int, ...] = ()
    overdue: int = 0


class UnitOfWork(
    ConversationRows,
    MatterRows,
    PracticeRows,
    MessageRows,
    AuditRows,
    ChannelRows,
    RequestRows,
    FollowUpRows,
    UsageRows,
):
    """One transaction's reads and writes. Use it inside `Storage.transact` only, and do not keep it.

    Records are read once: see `RecordRows`. They live no longer than the unit of work.

    Rows are locked in one order, so that no two transactions wait for each other: the conversation, matters (several at
    once by `lock_matters`), a matter's requests, its follow-ups, the audit record.
    """

    def __init__(self, transaction: Transaction) -> None:
        super().__init__(transaction)
        self._conversations = {}
        self._seen = {}
        self._messages = []
        self._unwritten = []
        self._own = {}
        self._written = {}
        self._parsed = {}
        self.now = transaction.moment
        """The time of this transaction, in UTC."""

    def flush(self, sender: str = "", conversation_id: str = "") -> Left:
        """Write what was left to the end of the transaction, the audit record last; `Storage` does so.

        Messages for this conversation are the sender's, which is given them after the commit.
        """
        known = self._conversations.get(conversation_id)
        left = self.write_messages(sender, known[0] if known else None)
        if self._unwritten:
            self.write_entries()
        return left

    def hold_requests(self, listed: Iterable[StoredRequest]) -> list[StoredRequest]:
        """Lock these requests, in whatever order they are listed, and return those that are still there."""
        asked = list(listed)
        self.lock_matters(one.matter_id for one in asked)
        return [held for one in asked if (held := self.request(one.id))]

    def rename_owner(self, tenant_id: str, old: str, new: str) -> None:
        """Make what is this person's under one id theirs under another; what they have under that already stays."""
        before, after = f"{tenant_id}/{old}", f"{tenant_id}/{new}"
        self.lock_matters(str(row[0]) for row in self._rows(_IDS_OF_OWNER, old=before))
        self.give_requests(before, after)
        for statement in _RENAME_OWNER:
            self._execute(statement, old=before, new=after)
        self._forget_all()
        progress = self.practice(before)
        if progress and not self.practice(after):
            self.save_practice(after, tenant_id, progress)
            self.delete_practice(before)
        for card in self.cards_of(f"requests/{before}"):
            self.reassign_card(card, f"requests/{after}", card.kind)

    def backlog(self) -> tuple[int, int]:
        """Return how many messages wait to be sent, and when the oldest was left (microseconds; 0 for none)."""
        count, oldest = self._row(_BACKLOG, now=self.transaction.now) or (0, 0)
        return count, oldest or 0

    def waiting(self) -> "Waiting":
        """Return what waits, for monitoring."""
        overdue = self._row(_OVERDUE, now=self.transaction.now)
        asked = tuple(row[0] for row in self._rows(_ASKED))
        return Waiting(*self.backlog(), asked, overdue[0] if overdue else 0)

    def purge(self, before: datetime) -> bool:
        """Delete some inbox keys and settled outbox rows from before that moment, and what has expired.

        Returns whether there may be more, which is for a transaction of its own; so do the other two.
        """
        week = (self.now - USAGE_KEPT).date().isoformat()
        values = {"before": to_microseconds(before), "now": self.transaction.now, "week": week}
        deleted = [self._execute(statement, **values) for statement in _PURGE_TRACES]
        return max(deleted) >= MOST_PURGED

    def purge_cards(self, before: datetime) -> bool:
        """Delete some cards from before that moment that show nothing which is still stored."""
        return self._execute(_PURGE_CARDS, before=to_microseconds(before)) >= MOST_PURGED

    def purge_practice(self, before: datetime) -> bool:
        """Delete the progress of some of those who have not practised since that moment."""
        return self._execute(_PURGE_PRACTICE, before=to_microseconds(before)) >= MOST_PURGED

    def purge_conversations(self) -> bool:
        """Delete some conversations in which nothing is left: no card, no matter, no request, no task, no role."""
        return self._execute(_PURGE_CONVERSATIONS) >= MOST_PURGED // 10
