"""Within one transaction a row is read, decrypted and parsed once; the next transaction reads it again."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from bot.storage import Cipher, Storage, UnitOfWork
from bot.storage.records import StoredFollowUp, StoredRequest
from bot.storage.storage import Commit
from tests.bot.storage.shelf import MONDAY, matter, opened

CHANNEL = "19:channel"


def request(request_id: str = "r1", number: int = 1, **changed: object) -> StoredRequest:
    made = StoredRequest(
        id=request_id,
        number=number,
        tenant_id="tenant",
        asker="tenant/worker",
        channel_id=CHANNEL,
        matter_id="m1",
        kind="untold",
        ref="3.9",
        state="waiting",
        after_the_fact=False,
        assigned_to="",
        asked_at=MONDAY,
        answered_at=None,
        reminded=0,
        content={"words": ["asthma"]},
    )
    return replace(made, **changed)


def follow_up(state: str = "open") -> StoredFollowUp:
    return StoredFollowUp("f1", "tenant", "owner", CHANNEL, "m1", "tell_family", state, MONDAY, 0, {"child": "P"})


@pytest.fixture
def decrypted(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The names of the rows that were decrypted."""
    names: list[str] = []
    unseal = Cipher.unseal

    def noting(cipher: Cipher, where: str, sealed: bytes) -> bytes:
        names.append(where)
        return unseal(cipher, where, sealed)

    monkeypatch.setattr(Cipher, "unseal", noting)
    yield names


def keep_one_of_each(unit: UnitOfWork) -> None:
    unit.save_matter(matter())
    unit.add_request(request())
    unit.save_follow_up(follow_up())


async def test_each_row_is_decrypted_once_however_it_is_read(storage: Storage, decrypted: list[str]) -> None:
    await storage.transact(keep_one_of_each)
    decrypted.clear()

    def read(unit: UnitOfWork) -> None:
        listed = [*unit.matters_of("worker"), *unit.requests_of_matter("m1"), *unit.follow_ups_of_matter("m1")]
        locked = [unit.matter("m1"), unit.request("r1"), unit.follow_up("f1")]
        again = [*unit.matters_of("worker"), *unit.open_requests(CHANNEL), *unit.follow_ups_of_owner("owner")]
        for first, second, third in zip(listed, locked, again, strict=True):
            assert first is second
            assert second is third

    await storage.transact(read)
    assert sorted(decrypted) == ["follow_ups/f1", "matters/m1", "requests/r1"]


async def test_what_was_written_takes_the_place_of_what_was_read(storage: Storage, decrypted: list[str]) -> None:
    await storage.transact(keep_one_of_each)
    changed = (matter(content={"why": ("cough", 1)}), request(state="agreed"), follow_up("done"))

    def change(unit: UnitOfWork) -> None:
        assert unit.matters_of("worker") == [matter()]
        assert unit.requests_of_matter("m1") == [request()]
        assert unit.follow_ups_of_matter("m1") == [follow_up()]
        unit.save_matter(changed[0])
        assert unit.change_request(changed[1], was="waiting")
        unit.save_follow_up(changed[2])
        decrypted.clear()
        stored = replace(changed[0], content={"why": ["cough", 1]})  # as JSON gives it back
        assert (unit.matter("m1"), unit.matters_of("worker")) == (stored, [stored])
        assert (unit.request("r1"), unit.requests_of_matter("m1")) == (changed[1], [changed[1]])
        assert (unit.follow_up("f1"), unit.follow_ups_of_matter("m1")) == (changed[2], [changed[2]])
        assert unit.open_requests(CHANNEL) == []
        assert decrypted == []

    await storage.transact(change)


async def test_what_was_deleted_is_gone_from_every_list(storage: Storage) -> None:
    await storage.transact(keep_one_of_each)

    def delete(unit: UnitOfWork) -> None:
        assert (unit.matter("m1"), unit.matters_of("worker")) == (matter(), [matter()])
        unit.delete_matter("m1")
        assert (unit.matter("m1"), unit.matters_of("worker")) == (None, [])

    await storage.transact(delete)


async def test_a_change_that_was_refused_leaves_the_row_as_it_is(storage: Storage) -> None:
    await storage.transact(keep_one_of_each)

    def change(unit: UnitOfWork) -> None:
        assert unit.request("r1") == request()
        assert not unit.change_request(request(state="agreed"), was="more_asked")
        assert (unit.request("r1"), unit.requests_of_matter("m1")) == (request(), [request()])

    await storage.transact(change)


async def test_nothing_is_remembered_in_the_next_transaction(database_url: str) -> None:
    with opened(database_url) as here, opened(database_url) as there:
        await here.transact(keep_one_of_each)
        assert await here.transact(lambda unit: unit.matter("m1")) == matter()
        await there.transact(lambda unit: unit.save_matter(matter(revision=2)))
        assert await here.transact(lambda unit: unit.matter("m1")) == matter(revision=2)


async def test_what_was_rolled_back_is_not_remembered(storage: Storage) -> None:
    await storage.transact(keep_one_of_each)

    def fail(unit: UnitOfWork) -> None:
        unit.save_matter(matter(revision=2))
        assert unit.matter("m1") == matter(revision=2)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        await storage.transact(fail)
    assert await storage.transact(lambda unit: unit.matter("m1")) == matter()


async def test_a_list_is_read_again_once_a_lock_was_taken(postgresql_url: str) -> None:
    """Others may have changed its rows while the lock was waited for. (On SQLite each transaction is alone.)"""
    with opened(postgresql_url) as here, opened(postgresql_url) as there:
        await here.transact(keep_one_of_each)

        def decide(unit: UnitOfWork) -> None:
            assert unit.change_request(request(state="agreed"), was="waiting")

        def look(unit: UnitOfWork) -> None:
            assert unit.requests_of_matter("m1") == [request()]
            there._workers[0].submit("", decide, Commit()).result()
            assert unit.request("r1") == request(state="agreed")
            assert unit.requests_of_matter("m1") == [request(state="agreed")]

        await here.transact(look)
