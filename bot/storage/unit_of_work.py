"""What a turn reads and writes, inside one transaction."""

from datetime import datetime

from bot.storage.approval_rows import ApprovalRows
from bot.storage.audit_rows import AuditRows
from bot.storage.conversation_rows import ConversationRows
from bot.storage.follow_up_rows import FollowUpRows
from bot.storage.handover_rows import HandoverRows
from bot.storage.matter_rows import MatterRows
from bot.storage.post_rows import PostRows
from bot.storage.practice_rows import PracticeRows
from bot.storage.records import from_microseconds, to_microseconds


class UnitOfWork(
    ConversationRows, MatterRows, HandoverRows, PracticeRows, PostRows, AuditRows, ApprovalRows, FollowUpRows
):
    """One transaction's reads and writes. Use it inside `Storage.transact` only, and do not keep it."""

    @property
    def now(self) -> datetime:
        """The time of this transaction, in UTC."""
        return from_microseconds(self.transaction.now)

    def first_time(self, conversation_id: str, activity_id: str) -> bool:
        """Note that the activity was taken; False when it already was."""
        key = {"conversation_id": conversation_id, "activity_id": activity_id, "taken_at": self.transaction.now}
        self._cursor.execute(self._sql.take, key)
        return self._cursor.rowcount == 1

    def purge(self, before: datetime) -> None:
        """Delete the inbox keys and the settled outbox rows from before that moment, and the codes that are over."""
        self._cursor.execute(self._sql.purge_inbox, {"before": to_microseconds(before)})
        self._cursor.execute(self._sql.purge_outbox, {"before": to_microseconds(before)})
        self._cursor.execute(self._sql.purge_handovers, {"now": self.transaction.now})
