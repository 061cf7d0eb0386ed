"""Every statement on the audit record, compiled once (see statements.py)."""

from sqlalchemy import BigInteger, Dialect, bindparam, insert, select, update

from bot.storage.statements import compiler
from bot.storage.tables import audit, audit_head, fixed

_HEAD = audit_head.c.id == fixed(1)
_PAGE = 500


class AuditStatements:
    """The driver's text of each statement."""

    def __init__(self, dialect: Dialect) -> None:
        text = compiler(dialect)
        self.head = text(select(audit_head.c.number, audit_head.c.seal).where(_HEAD).with_for_update())
        self.move_head = text(
            update(audit_head).where(_HEAD).values(number=bindparam("to_number"), seal=bindparam("to_seal"))
        )
        self.add = text(insert(audit).inline().values({column.name: bindparam(column.name) for column in audit.c}))
        after = audit.c.number > bindparam("after", type_=BigInteger)
        self.page = text(select(audit).where(after).order_by(audit.c.number).limit(fixed(_PAGE)).offset(fixed(0)))
