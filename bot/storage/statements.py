"""Every statement of a turn, built with SQLAlchemy and compiled once: at run time they are plain text for the driver,
which costs a tenth of compiling, binding and wrapping each time."""

from collections.abc import Callable

from sqlalchemy import BindParameter, Dialect, Table, bindparam, delete, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql import ClauseElement

from bot.storage.tables import cards, conversations, fixed, handovers, inbox, matters, outbox, practice

MOST_AT_ONCE = 50
"""How many matters are looked up at once to be let go."""

Compile = Callable[[ClauseElement], str]


def compiler(dialect: Dialect) -> Compile:
    """Return what turns a statement into the driver's own text with named parameters."""

    def text(statement: ClauseElement) -> str:
        compiled = statement.compile(dialect=dialect)
        if any(value is not None for value in compiled.params.values()):
            raise ValueError(f"a constant must be written with fixed(): {compiled}")
        return str(compiled)

    return text


def writing(table: Table, dialect: Dialect) -> sqlite.Insert | postgresql.Insert:
    """Insert a row of every column."""
    build = postgresql.insert if dialect.name == "postgresql" else sqlite.insert
    return build(table).values({column.name: bindparam(column.name) for column in table.c})


def replacing(table: Table, dialect: Dialect, *kept: str, key: str = "id") -> ClauseElement:
    """Insert the row, or overwrite all of it but its key and the columns kept."""
    write = writing(table, dialect)
    changed = {column.name: write.excluded[column.name] for column in table.c if column.name not in {key, *kept}}
    return write.on_conflict_do_update(index_elements=[key], set_=changed)


def _locked(table: Table) -> ClauseElement:
    """Read a row that may be written next; others who would, wait (on SQLite each transaction is alone anyway)."""
    return select(table).where(table.c.id == bindparam("id")).with_for_update(key_share=True)


class Statements:
    """The driver's text of each statement of a `Unit`."""

    def __init__(self, dialect: Dialect) -> None:
        text = compiler(dialect)
        self.take = text(writing(inbox, dialect).on_conflict_do_nothing())
        self.conversation = text(_locked(conversations))
        self.reader = text(select(conversations.c.user_object_id).where(conversations.c.id == bindparam("id")))
        self.save_conversation = text(replacing(conversations, dialect, "state"))
        self.set_state = text(
            update(conversations).where(conversations.c.id == bindparam("row")).values(state=bindparam("state"))
        )
        self.matter = text(_locked(matters))
        self.matters_of = text(
            select(matters).where(matters.c.owner == bindparam("owner")).order_by(matters.c.updated_at.desc())
        )
        self.matters_before = text(
            select(matters.c.id)
            .where(matters.c.updated_at < bindparam("before"))
            .order_by(matters.c.updated_at)
            .limit(fixed(MOST_AT_ONCE))
            .offset(fixed(0))
        )
        self.oldest_matter = text(select(matters).order_by(matters.c.updated_at).limit(fixed(1)).offset(fixed(0)))
        self.save_matter = text(replacing(matters, dialect))
        self.forget_matter = text(delete(matters).where(matters.c.id == bindparam("id")))
        self._cards(text, dialect)
        self._handovers(text, dialect)
        self._practice(text, dialect)
        self._purge(text)

    def _cards(self, text: Compile, dialect: Dialect) -> None:
        card = select(cards.c.id, cards.c.conversation_id, cards.c.matter_id, cards.c.kind, cards.c.activity_id)
        self.add_card = text(writing(cards, dialect))
        self.card = text(card.where(cards.c.id == bindparam("id")))
        self.give_card = text(
            update(cards)
            .where(cards.c.id == bindparam("row"))
            .values(matter_id=bindparam("matter"), kind=bindparam("sort"))
        )
        self.card_by_activity = text(
            card.where(
                cards.c.conversation_id == bindparam("conversation_id"), cards.c.activity_id == bindparam("activity_id")
            )
        )
        self.cards_of = text(
            card.where(cards.c.matter_id == bindparam("matter_id")).order_by(cards.c.created_at, cards.c.id)
        )

    def _practice(self, text: Compile, dialect: Dialect) -> None:
        of_tenant = practice.c.tenant_id == bindparam("tenant_id")
        self.practice = text(_locked(practice))
        self.practice_of_tenant = text(select(practice.c.id, practice.c.content).where(of_tenant))
        self.save_practice = text(replacing(practice, dialect))
        self.forget_practice = text(delete(practice).where(practice.c.id == bindparam("id")))

    def _handovers(self, text: Compile, dialect: Dialect) -> None:
        now: BindParameter[int] = bindparam("now")
        of_matter = handovers.c.matter_id == bindparam("matter_id")
        is_open = (handovers.c.taken == fixed(0), handovers.c.expires_at > now)
        self.add_handover = text(writing(handovers, dialect))
        self.handover = text(select(handovers).where(handovers.c.code_hash == bindparam("code_hash")))
        self.open_handover = text(select(handovers).where(of_matter, *is_open))
        self.take_handover = text(
            update(handovers).where(handovers.c.code_hash == bindparam("row"), *is_open).values(taken=fixed(1))
        )
        self.end_handovers = text(delete(handovers).where(of_matter))

    def _purge(self, text: Compile) -> None:
        before: BindParameter[int] = bindparam("before")
        settled = or_(*(outbox.c.state == fixed(state) for state in ("sent", "doubtful", "given_up")))
        self.purge_inbox = text(delete(inbox).where(inbox.c.taken_at < before))
        self.purge_handovers = text(delete(handovers).where(handovers.c.expires_at < bindparam("now")))
        self.purge_outbox = text(delete(outbox).where(outbox.c.created_at < before, settled))
