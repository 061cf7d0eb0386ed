"""One transaction's reads and writes."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import BindParameter, bindparam, delete, or_

from bot.storage.approval_rows import ChannelRows, FollowUpRows, RequestRows
from bot.storage.audit_rows import AuditRows
from bot.storage.conversation_rows import ConversationRows, MessageRows
from bot.storage.matter_rows import MatterRows, PracticeRows
from bot.storage.records import StoredRequest, from_microseconds, to_microseconds
from bot.storage.statements import Statement
from bot.storage.tables import fixed, handovers, inbox, outbox

_BEFORE: BindParameter[int] = bindparam("before")
_IS_SETTLED = or_(*(outbox.c.state == fixed(state) for state in ("sent", "doubtful", "given_up")))
_PURGE_INBOX = Statement(delete(inbox).where(inbox.c.taken_at < _BEFORE))
_PURGE_OUTBOX = Statement(delete(outbox).where(outbox.c.created_at < _BEFORE, _IS_SETTLED))
_PURGE_HANDOVERS = Statement(delete(handovers).where(handovers.c.expires_at < bindparam("now")))


class UnitOfWork(
    ConversationRows, MatterRows, PracticeRows, MessageRows, AuditRows, ChannelRows, RequestRows, FollowUpRows
):
    """One transaction's reads and writes. Use it inside `Storage.transact` only, and do not keep it.

    Records are read once: see `IdentityMap`. They live no longer than the unit of work.

    Rows are locked in one order, so that no two transactions wait for each other: the conversation, matters (several at
    once by `lock_matters`), a matter's requests, its follow-ups, the audit record.
    """

    def flush(self) -> None:
        """Write what was left to the end of the transaction, the audit record last; `Storage` does so."""
        super().flush()
        self.write_entries()

    def hold_requests(self, listed: Iterable[StoredRequest]) -> list[StoredRequest]:
        """Lock these requests, in whatever order they are listed, and return those that are still there."""
        asked = list(listed)
        self.lock_matters(one.matter_id for one in asked)
        return [held for one in asked if (held := self.request(one.id))]

    @property
    def now(self) -> datetime:
        """The time of this transaction, in UTC."""
        return from_microseconds(self.transaction.now)

    def purge(self, before: datetime) -> None:
        """Delete inbox keys and settled outbox rows from before that moment, and the offers that have expired."""
        self._execute(_PURGE_INBOX, before=to_microseconds(before))
        self._execute(_PURGE_OUTBOX, before=to_microseconds(before))
        self._execute(_PURGE_HANDOVERS, now=self.transaction.now)
