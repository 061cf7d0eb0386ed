"""What people wrote is never on the disk as they wrote it."""

import asyncio
from pathlib import Path

from sqlalchemy import LargeBinary

from bot.storage import UnitOfWork
from bot.storage.messages import DeliveryResult, MessageState, Priority
from bot.storage.outbox_table import OutboxTable
from bot.storage.tables import matters, metadata, outbox
from tests.bot.storage.shelf import MONDAY, address, database_file, matter, opened, rows
from tests.postgresql import PostgreSqlServer

MARKER = "Zebrafinch"


def _write_everywhere(unit: UnitOfWork) -> None:
    unit.save_conversation(address())
    unit.set_state("a:1", {"typed": MARKER * 3})
    unit.save_matter(matter(content={"why": [MARKER] * 400}))
    card_id = unit.add_card("a:1", "m1", "main")
    unit.post_card(card_id, {"body": [{"text": MARKER}] * 200})
    unit.update_card(card_id, {"body": [{"text": MARKER}]})
    unit.post_text("a:1", f"{MARKER} came")


def _bytes_below(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())


async def test_a_typed_word_is_nowhere_in_the_sqlite_files(tmp_path: Path, sqlite_url: str) -> None:
    with opened(sqlite_url) as storage:
        await storage.transact(_write_everywhere)
        while_open = _bytes_below(tmp_path)
        assert b"2026.1" in while_open  # a word that is stored openly is found, so the search can fail
        assert MARKER.encode() not in while_open
        assert (tmp_path / "guide.db-wal").stat().st_size > 0
    assert MARKER.encode() not in _bytes_below(tmp_path)


async def test_a_typed_word_is_nowhere_in_a_dump_of_postgresql(postgresql: PostgreSqlServer) -> None:
    url = postgresql.new_database()
    with opened(url) as storage:
        await storage.transact(_write_everywhere)
    dump = repr([rows(url, table) for table in metadata.sorted_tables])
    assert "2026.1" in dump
    assert MARKER not in dump


async def test_what_was_forgotten_is_not_left_in_the_file_even_sealed(sqlite_url: str) -> None:
    with opened(sqlite_url) as storage:
        await storage.transact(lambda unit: unit.save_matter(matter(content={"why": "x" * 9000})))
        sealed = rows(sqlite_url, matters)[0]["content"]
    assert sealed[-200:] in database_file(sqlite_url).read_bytes()
    with opened(sqlite_url) as storage:
        await storage.transact(lambda unit: unit.delete_matter("m1"))
    assert sealed[-200:] not in database_file(sqlite_url).read_bytes()


def test_only_the_sealed_columns_can_hold_free_text() -> None:
    sealed = {str(column) for table in metadata.tables.values() for column in table.c if _is_sealed(column.type)}
    assert sealed == {
        "conversations.state",
        "follow_ups.content",
        "integrity.content",
        "matters.content",
        "outbox.payload",
        "practice.content",
        "requests.content",
    }


def _is_sealed(kind: object) -> bool:
    return isinstance(kind, LargeBinary)


async def test_a_message_given_up_or_sent_leaves_no_payload(database_url: str) -> None:
    with opened(database_url, clock=lambda: MONDAY) as storage:
        await storage.transact(_write_everywhere)
        assert all(len(row["payload"]) > 30 for row in rows(database_url, outbox))
        await asyncio.gather(*(storage.transact(_settle_next) for _ in range(3)))
    assert [bytes(row["payload"] or b"") for row in rows(database_url, outbox)] == [b"", b"", b""]


def _settle_next(unit: UnitOfWork) -> None:
    table = OutboxTable(unit, "host:1:x")
    table.keep([DeliveryResult(row, MessageState.SENT) for row in table.claim(dict.fromkeys(Priority, 1))])
