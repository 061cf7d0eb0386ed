"""One open transaction, as the parts of a unit share it."""

from dataclasses import dataclass

from sqlalchemy.engine.interfaces import DBAPICursor

from bot.storage.approval_statements import ApprovalStatements
from bot.storage.audit_statements import AuditStatements
from bot.storage.encryption import Codec
from bot.storage.outbox_statements import OutboxStatements
from bot.storage.statements import Statements


@dataclass(frozen=True, slots=True)
class Transaction:
    """The driver's cursor, the statements it runs, the codec, and the time (microseconds) that counts as now."""

    cursor: DBAPICursor
    sql: Statements
    outbox_sql: OutboxStatements
    audit_sql: AuditStatements
    approval_sql: ApprovalStatements
    codec: Codec
    now: int


class Rows:
    """Base of what reads and writes rows in one transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self.transaction = transaction
        self._cursor = transaction.cursor
        self._sql = transaction.sql
        self._codec = transaction.codec
