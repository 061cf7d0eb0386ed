"""SQL statements that are built with SQLAlchemy and compiled once for each database.

At run time a statement is plain text for the driver: compiling, binding and wrapping each time costs ten times as much.
"""

from collections.abc import Callable

from sqlalchemy import Dialect, Select, Table, bindparam, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql import ClauseElement

from bot.storage.tables import fixed

_declared: list["Statement"] = []


class Statement:
    """One statement, declared as a constant beside the code that runs it."""

    def __init__(self, build: ClauseElement | Callable[[Dialect], ClauseElement]) -> None:
        self._build = build
        _declared.append(self)

    def compile(self, dialect: Dialect) -> str:
        """Return the driver's own text, with named parameters. Raises ValueError for a constant not made by `fixed`."""
        clause = self._build if isinstance(self._build, ClauseElement) else self._build(dialect)
        compiled = clause.compile(dialect=dialect)
        if any(value is not None for value in compiled.params.values()):
            raise ValueError(f"a constant must be written with fixed(): {compiled}")
        return str(compiled)


class CompiledStatements(dict[Statement, str]):
    """The text of each statement in one dialect."""

    def __init__(self, dialect: Dialect) -> None:
        super().__init__({statement: statement.compile(dialect) for statement in _declared})
        self.dialect = dialect

    def __missing__(self, statement: Statement) -> str:
        """Compile a statement of a module that was imported later."""
        return self.setdefault(statement, statement.compile(self.dialect))


_by_dialect: dict[str, CompiledStatements] = {}


def compiled_statements(dialect: Dialect) -> CompiledStatements:
    """Return the statements in this dialect, compiled once in a process."""
    if dialect.name not in _by_dialect:
        _by_dialect[dialect.name] = CompiledStatements(dialect)
    return _by_dialect[dialect.name]


def insert_row(table: Table, dialect: Dialect) -> sqlite.Insert | postgresql.Insert:
    """Insert a row of every column."""
    build = postgresql.insert if dialect.name == "postgresql" else sqlite.insert
    return build(table).values({column.name: bindparam(column.name) for column in table.c})


def insert(table: Table) -> Statement:
    return Statement(lambda dialect: insert_row(table, dialect))


def insert_new(table: Table) -> Statement:
    """Insert a row unless its key, or another value that must be unique, is there already."""
    return Statement(lambda dialect: insert_row(table, dialect).on_conflict_do_nothing())


def upsert(table: Table, *kept: str) -> Statement:
    """Insert the row, or overwrite all of it but its key and the columns `kept`."""
    (key,) = table.primary_key

    def build(dialect: Dialect) -> ClauseElement:
        insert = insert_row(table, dialect)
        changed = {
            column.name: insert.excluded[column.name] for column in table.c if column.name not in {key.name, *kept}
        }
        return insert.on_conflict_do_update(index_elements=[key.name], set_=changed)

    return Statement(build)


def select_by_id(table: Table) -> Select[tuple[object, ...]]:
    """Select the row with the key `id`."""
    return select(table).where(table.c.id == bindparam("id"))


def lock_by_id(table: Table) -> Statement:
    """Read a row that may be written next; others who would, wait (on SQLite each transaction is alone anyway)."""
    return Statement(select_by_id(table).with_for_update(key_share=True))


def first(query: Select[tuple[object, ...]], most: int) -> Select[tuple[object, ...]]:
    """Limit the query to its first rows."""
    return query.limit(fixed(most)).offset(fixed(0))
