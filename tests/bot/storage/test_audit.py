"""The audit record cannot be changed quietly: whatever is done to it shows, and where."""

import asyncio
import os
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import asdict
from sqlalchemy import Table, delete, insert, text, update
from sqlalchemy.exc import DBAPIError

import bot.audit as audit_module
from bot.audit import AuditReport, export, prunable, verify
from bot.storage import Cipher, Storage, UnitOfWork
from bot.storage.audit_rows import PAGE, Entry
from bot.storage.databases import Database, database_at
from bot.storage.records import StoredChannel, StoredSupervisor
from bot.storage.tables import audit, audit_head, integrity
from tests.bot.storage.shelf import KEY, MONDAY, address, opened, rows
from tests.postgresql import PostgreSqlServer

OLD = int(os.environ.get("SOAK_ENTRIES", 2 * PAGE + 50))
"""Entries that are pruned while somebody verifies: more than two pages."""
OTHER_KEY = "b" * 43 + "="
Tampering = Callable[[Any], object]


def with_entries(storage: Storage, count: int = 5) -> Any:
    def work(unit: UnitOfWork) -> None:
        for number in range(1, count + 1):
            unit.record("object-id", "request_made", f"req-{number}", tenant="tenant", detail="3.9(a)")

    return storage.transact(work)


def verdict(url: str, keys: str = KEY, noted: str = "") -> AuditReport:
    return verify(database_at(url), Cipher.from_keys(keys), noted)


def tampered(url: str, *statements: Any) -> None:
    """Do this to the record as someone with the database's own rights, guards taken away first."""
    database = database_at(url)
    with database.engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("ALTER TABLE audit DISABLE TRIGGER ALL"))
        else:
            for name in ("audit_no_update", "audit_no_delete"):
                connection.execute(text(f"DROP TRIGGER IF EXISTS {name}"))
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    database.engine.dispose()


async def test_an_untouched_record_holds(database_url: str) -> None:
    with opened(database_url) as storage:
        await with_entries(storage)
    found = verdict(database_url)
    assert (found.entries, found.faults) == (5, ())
    assert found.last_seal == rows(database_url, audit_head)[0]["seal"]


async def test_an_empty_record_holds(database_url: str) -> None:
    with opened(database_url):
        pass
    assert verdict(database_url).faults == ()


def changed(column: str, value: object) -> Any:
    return update(audit).where(audit.c.number == 3).values({column: value})


TAMPERINGS: dict[str, tuple[tuple[Any, ...], str]] = {
    "who did it": ((changed("who", "someone else"),), "entry 3: changed"),
    "what was done": ((changed("what", "request_agreed"),), "entry 3: changed"),
    "when": ((changed("at", 0),), "entry 3: changed"),
    "on which reference": ((changed("reference", "req-9"),), "entry 3: changed"),
    "the detail": ((changed("detail", "3.9(b)"),), "entry 3: changed"),
    "the tenant": ((changed("tenant", "another"),), "entry 3: changed"),
    "the seal": ((changed("seal", "00000000:00"),), "entry 3: changed"),
    "one removed": ((delete(audit).where(audit.c.number == 3),), "entry 3: missing"),
    "several removed": ((delete(audit).where(audit.c.number.in_([2, 3])),), "entries 2 to 3: missing"),
    "the last removed": ((delete(audit).where(audit.c.number == 5),), "entry 5: missing"),
    "all removed": ((delete(audit),), "entry 1: missing"),
    "two swapped": (
        (
            update(audit).where(audit.c.number == 3).values(number=99),
            update(audit).where(audit.c.number == 4).values(number=3),
            update(audit).where(audit.c.number == 99).values(number=4),
        ),
        "entry 3: changed",
    ),
    "one removed and the rest moved up": (
        (delete(audit).where(audit.c.number == 5), update(audit_head).values(number=4)),
        "entry 5: missing; the record ended at entry 4",
    ),
}


@pytest.mark.parametrize("done", TAMPERINGS)
async def test_what_is_done_to_it_shows_and_where(database_url: str, done: str) -> None:
    statements, fault = TAMPERINGS[done]
    with opened(database_url) as storage:
        await with_entries(storage)
    tampered(database_url, *statements)
    assert any(fault in found for found in verdict(database_url).faults)


def forge(url: str, key: str) -> None:
    """Add an entry at the end of five, sealed with this key, and move the head."""
    last = rows(url, audit)[-1]
    forged = Entry(**{**last, "number": 6, "what": "agreed", "before": last["seal"], "seal": ""})
    seal = Cipher.from_keys(key).sign(forged.sealed_text())
    tampered(
        url,
        insert(audit).values(**{**asdict(forged), "seal": seal}),
        update(audit_head).values(number=6, seal=seal),
    )


async def test_an_entry_sealed_without_the_key_shows(database_url: str) -> None:
    with opened(database_url) as storage:
        await with_entries(storage)
    forge(database_url, OTHER_KEY)
    assert verdict(database_url).faults == ("entry 6: changed, or sealed with a key that is not here",)


def cut_to(url: str, number: int) -> None:
    """Take the last entries away and put the head back, as someone who can write the database but has no key."""
    seal = rows(url, audit, audit.c.number == number)[0]["seal"]
    tampered(url, delete(audit).where(audit.c.number > number), update(audit_head).values(number=number, seal=seal))


async def test_a_cut_at_the_end_shows_though_the_head_was_put_back(database_url: str) -> None:
    with opened(database_url) as storage:
        await with_entries(storage)
    cut_to(database_url, 3)
    assert verdict(database_url).faults == ("entry 4: missing; the record was cut, and had ended at entry 5",)


@pytest.mark.parametrize(
    "harm",
    [None, delete(integrity).where(integrity.c.id == "audit_end"), delete(integrity)],
    ids=["cut", "unsealed", "without a note"],
)
async def test_a_cut_shows_for_good_though_the_record_goes_on(database_url: str, harm: Any) -> None:
    with opened(database_url) as storage:
        await with_entries(storage)
    cut_to(database_url, 3)
    if harm is not None:
        tampered(database_url, harm)
        assert "not sealed" in verdict(database_url).faults[0]
    with opened(database_url) as storage:
        await with_entries(storage)
    assert verdict(database_url).faults == ("entry 4: written after entries had been cut off or put behind entry 3",)


async def test_a_record_put_back_whole_shows_beside_the_seal_that_was_noted(database_url: str) -> None:
    with opened(database_url) as storage:
        await with_entries(storage, 3)
        end = rows(database_url, integrity, integrity.c.id == "audit_end")[0]
        await with_entries(storage, 2)
    noted = verdict(database_url).last_seal
    assert verdict(database_url, noted=noted).faults == ()
    cut_to(database_url, 3)
    tampered(database_url, update(integrity).where(integrity.c.id == "audit_end").values(content=end["content"]))
    assert verdict(database_url).faults == ()
    assert verdict(database_url, noted=noted).faults == (
        "no entry bears the seal that was noted: the record was cut before it, or put back",
    )


async def test_many_are_pruned_page_by_page_while_somebody_verifies(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(database_url, clock=lambda: MONDAY) as storage:
        await with_entries(storage, OLD)
    with opened(database_url) as storage:
        await with_entries(storage, 3)
        pages = list(prunable(database_at(database_url), Cipher.from_keys(KEY), MONDAY + timedelta(days=1)))
        notes, looks = iter([note for _, note in pages]), []
        loop, read = asyncio.get_running_loop(), audit_module._page

        def read_then_prune(database: Database, cursor: Any, after: int) -> list[Entry]:
            """A page of the verification; the next page of the pruning goes before it looks at it."""
            looks.append(after)
            found = read(database, cursor, after)
            for note in islice(notes, 1):
                prune = storage.transact(partial(UnitOfWork.prune, note=note))
                asyncio.run_coroutine_threadsafe(prune, loop).result(30)
            return found

        monkeypatch.setattr(audit_module, "_page", read_then_prune)
        found = await asyncio.to_thread(verdict, database_url)
    assert sum(len(entries) for entries, _ in pages) == OLD
    assert (looks[:3], found.faults) == ([0, PAGE, 2 * PAGE], ())
    monkeypatch.undo()
    assert (verdict(database_url).entries, verdict(database_url).faults) == (3, ())


async def pruned(url: str) -> None:
    """Five entries, two of them pruned."""
    with opened(url, clock=lambda: MONDAY) as storage:
        await with_entries(storage, 2)
    with opened(url) as storage:
        await with_entries(storage, 3)
        for _, note in prunable(database_at(url), Cipher.from_keys(KEY), MONDAY + timedelta(days=1)):
            await storage.transact(partial(UnitOfWork.prune, note=note))


async def test_what_is_done_to_the_beginning_of_a_pruned_record_shows(database_url: str) -> None:
    await pruned(database_url)
    assert verdict(database_url).faults == ()
    (base,) = rows(database_url, integrity, integrity.c.id == "audit_base")
    third = rows(database_url, audit)[0]
    for harm, fault in (
        (insert(audit).values(**{**third, "number": 2}), "entry 2: put back, or put there"),
        (delete(audit).where(audit.c.number == 2), ""),
        (delete(integrity).where(integrity.c.id == "audit_base"), "entries 1 to 2: missing"),
        (insert(integrity).values(**base), ""),
        (delete(audit).where(audit.c.number == 3), "entry 3: missing"),
    ):
        tampered(database_url, harm)
        found = verdict(database_url).faults
        assert fault in found[0] if fault else found == ()


async def test_the_record_of_another_database_in_its_place_shows(
    database_url: str, tmp_path: Path, postgresql: PostgreSqlServer
) -> None:
    """The same key, so that every seal of it holds: what it says is not what the tables hold, nor the seal noted."""
    is_file = database_url.startswith("sqlite")
    other = f"sqlite:///{tmp_path}/other.db" if is_file else postgresql.new_database(with_tables=True)
    with opened(database_url) as storage:
        await with_entries(storage)
        await storage.transact(lambda unit: unit.record("admin", "supervisor_added", "19:x", detail="o-boss"))
        await storage.transact(_with_supervisor)
    noted = verdict(database_url).last_seal
    assert verdict(database_url).faults == ()
    with opened(other) as storage:
        await with_entries(storage, 9)
    theirs = {table: rows(other, table) for table in (audit, audit_head, integrity)}
    tampered(
        database_url, *(delete(table) for table in theirs), *(insert(table).values(theirs[table]) for table in theirs)
    )
    (fault,) = verdict(database_url).faults
    assert fault == "supervisor o-boss of 19:x: listed, but no entry says that they were added"
    assert "no entry bears the seal that was noted" in verdict(database_url, noted=noted).faults[0]


def _with_supervisor(unit: UnitOfWork) -> None:
    unit.save_conversation(address("19:x"))
    unit.save_channel(StoredChannel("19:x", "tenant", "", "", "", MONDAY))
    unit.add_supervisor(StoredSupervisor("19:x", "o-boss", "M.A."))


async def test_what_an_older_version_adds_in_a_rolling_update_is_no_fault(database_url: str) -> None:
    with opened(database_url) as storage:
        await with_entries(storage, 3)
        end = rows(database_url, integrity, integrity.c.id == "audit_end")[0]
        await with_entries(storage, 2)
    tampered(database_url, update(integrity).where(integrity.c.id == "audit_end").values(content=end["content"]))
    assert verdict(database_url).faults == ()
    with opened(database_url) as storage:
        await with_entries(storage, 1)
    assert verdict(database_url).faults == ()


async def test_entries_hold_after_the_key_was_changed_for_a_new_one(database_url: str) -> None:
    with opened(database_url) as storage:
        await with_entries(storage)
    with opened(database_url, keys=f"{OTHER_KEY},{KEY}") as storage:
        await storage.transact(lambda unit: unit.record("x", "request_made", "req-6"))
    assert verdict(database_url, f"{OTHER_KEY},{KEY}").faults == ()


@pytest.mark.parametrize("statement", [changed("who", "x"), delete(audit)], ids=["changed", "removed"])
async def test_the_database_itself_refuses_to_change_an_entry(database_url: str, statement: Any) -> None:
    with opened(database_url) as storage:
        await with_entries(storage)
    database = database_at(database_url)
    with database.engine.connect() as connection, pytest.raises(DBAPIError, match="append-only"):
        connection.execute(statement)
    database.engine.dispose()


async def test_what_a_transaction_undid_left_no_entry(database_url: str) -> None:
    def work(unit: UnitOfWork) -> None:
        unit.record("x", "request_made", "req-1")
        raise RuntimeError

    with opened(database_url) as storage:
        with pytest.raises(RuntimeError):
            await storage.transact(work)
        assert verdict(database_url).entries == 0


async def test_entries_written_at_once_by_two_instances_follow_one_another(database_url: str) -> None:
    with opened(database_url) as one, opened(database_url) as other:
        for number in range(20):
            storage = (one, other)[number % 2]
            await storage.transact(lambda unit: unit.record("x", "request_made", "r"), conversation_id=str(number))
        assert verdict(database_url).faults == ()


async def test_an_export_is_of_one_reference_or_a_period(database_url: str) -> None:
    with opened(database_url, clock=lambda: MONDAY) as storage:
        await with_entries(storage)
    database = database_at(database_url)
    one = list(export(database, reference="req-2", since=None, until=None))
    none = list(export(database, reference="", since=None, until=MONDAY))
    all_of_them = list(export(database, reference="", since=MONDAY, until=None))
    assert [(row["number"], row["at"]) for row in one] == [(2, MONDAY.isoformat())]
    assert none == []
    assert len(all_of_them) == 5


def _columns(table: Table) -> set[str]:
    return {column.name for column in table.columns}


def test_an_entry_has_no_room_for_content() -> None:
    assert _columns(audit) == {"number", "at", "tenant", "who", "what", "reference", "detail", "before", "seal"}
