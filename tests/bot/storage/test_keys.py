import resource
import stat
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import update

from bot.storage import Cipher, Storage, StorageError, UnitOfWork, cipher_for
from bot.storage.databases import database_at
from bot.storage.tables import matters
from tests.bot.storage.shelf import KEY, address, matter, opened


def test_a_given_key_is_used() -> None:
    sealed = cipher_for("postgresql://localhost/guide", KEY).seal("a", b"text")
    assert Cipher.from_keys(KEY).unseal("a", sealed) == b"text"


def test_who_has_the_keys_leaves_no_core() -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
    cipher_for("postgresql://localhost/guide", KEY)
    assert resource.getrlimit(resource.RLIMIT_CORE)[0] in (0, 1)


def test_a_key_is_made_beside_a_new_sqlite_file_for_its_owner_only(tmp_path: Path) -> None:
    cipher_for(f"sqlite:///{tmp_path}/var/guide.db", "")
    assert stat.S_IMODE((tmp_path / "var" / "guide.key").stat().st_mode) == 0o600
    assert [file.name for file in (tmp_path / "var").iterdir()] == ["guide.key"]


def test_the_key_that_was_made_is_used_again(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/guide.db"
    sealed = cipher_for(url, "").seal("a", b"text")
    assert cipher_for(url, "").unseal("a", sealed) == b"text"


def test_processes_that_start_at_once_share_one_key(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/guide.db"
    together = threading.Barrier(8)

    def start(_: int) -> Cipher:
        together.wait()
        return cipher_for(url, "")

    with ThreadPoolExecutor(8) as threads:
        ciphers = list(threads.map(start, range(8)))
    sealed = ciphers[0].seal("a", b"text")
    assert [cipher.unseal("a", sealed) for cipher in ciphers] == [b"text"] * 8


def test_a_database_that_lost_its_key_file_is_not_given_another(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/guide.db"
    with opened(url):
        pass
    with pytest.raises(StorageError, match=r"lost its key file .*guide\.key"):
        cipher_for(url, "")


@pytest.mark.parametrize(
    ("make", "said"),
    [(Path.mkdir, "Is a directory"), (lambda path: path.write_bytes(b"\xff"), "it holds no key")],
)
def test_a_key_file_that_cannot_be_read_is_named(tmp_path: Path, make: Callable[[Path], object], said: str) -> None:
    make(tmp_path / "guide.key")
    with pytest.raises(StorageError, match=rf"^the key file .*guide\.key: {said}"):
        cipher_for(f"sqlite:///{tmp_path}/guide.db", "")


def test_a_folder_that_cannot_be_made_for_the_key_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageError, match=r"^the key file .*guide\.key: Not a directory"):
        cipher_for(f"sqlite:///{tmp_path}/file/below/guide.db", "")


def test_postgresql_without_a_key_is_refused() -> None:
    with pytest.raises(StorageError, match=r"^STORAGE_KEY must be set"):
        cipher_for("postgresql://localhost/guide", " ")


OTHER = Fernet.generate_key().decode()


def _state(unit: UnitOfWork) -> None:
    unit.save_conversation(address())
    unit.set_state("a:1", {"open": "m1"})


def _message(unit: UnitOfWork) -> None:
    unit.save_conversation(address())
    unit.post_text("a:1", "hello")


LEFT: dict[str, Callable[[UnitOfWork], object]] = {
    "nothing": lambda unit: None,
    "a matter": lambda unit: unit.save_matter(matter()),
    "a conversation's state": _state,
    "a message that was not sent": _message,
    "progress in practice": lambda unit: unit.save_practice("t/p", "t", {}),
    "an entry of the record": lambda unit: unit.record("x", "request_made", "r"),
}


def _everything(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {file.name: (file.read_bytes(), file.stat().st_mtime_ns) for file in folder.iterdir()}


@pytest.mark.parametrize("left", LEFT)
async def test_a_wrong_key_stops_the_start_whatever_is_left(database_url: str, tmp_path: Path, left: str) -> None:
    with opened(database_url) as storage:
        await storage.transact(LEFT[left])
    before = _everything(tmp_path)
    with pytest.raises(StorageError, match=r"^STORAGE_KEY is not the key of this database"):
        Storage.open(database_url, Cipher.from_keys(OTHER))
    assert _everything(tmp_path) == before, "it touched the database"


@pytest.mark.parametrize("left", [one for one in LEFT if one != "nothing"])
async def test_a_wrong_key_does_not_open_what_an_earlier_version_left(database_url: str, left: str) -> None:
    with opened(database_url) as storage:
        await storage.transact(LEFT[left])
    as_before_integrity(database_url)
    with pytest.raises(StorageError, match=r"^STORAGE_KEY is not the key of this database"):
        Storage.open(database_url, Cipher.from_keys(OTHER))
    assert "integrity" not in tables_of(database_url), "it was migrated"
    with opened(database_url) as storage:
        await storage.check()
    with pytest.raises(StorageError, match=r"^STORAGE_KEY is not the key of this database"):
        Storage.open(database_url, Cipher.from_keys(OTHER))


async def test_a_key_that_an_earlier_version_needed_as_well_is_missed(database_url: str) -> None:
    with opened(database_url) as storage:
        await storage.transact(_state)
    with opened(database_url, keys=f"{OTHER},{KEY}") as storage:
        await storage.transact(lambda unit: unit.save_matter(matter()))
    as_before_integrity(database_url)
    with pytest.raises(StorageError, match=r"lacks one of its keys"):
        Storage.open(database_url, Cipher.from_keys(OTHER))


async def test_a_row_that_was_altered_does_not_stop_the_start(database_url: str) -> None:
    with opened(database_url) as storage:
        await storage.transact(lambda unit: unit.save_matter(matter()))
    with database_at(database_url).engine.begin() as connection:
        connection.execute(update(matters).values(content=b"x" * 40))
    with opened(database_url) as storage:
        await storage.check()


def as_before_integrity(url: str) -> None:
    """Make of the database what the version before the sealed notes left."""
    with database_at(url).engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE integrity")
        connection.exec_driver_sql("DROP INDEX matters_copied")
        connection.exec_driver_sql("DROP INDEX cards_newest")
        connection.exec_driver_sql("ALTER TABLE conversations DROP COLUMN former_url")
        connection.exec_driver_sql("UPDATE extensions SET version_num = 'e008'")


def tables_of(url: str) -> set[str]:
    database = database_at(url)
    with database.reading() as cursor:
        return database.tables(cursor)


async def test_a_new_key_before_the_old_one_opens_it_and_then_the_old_one_alone_does_not(database_url: str) -> None:
    with opened(database_url) as storage:
        await storage.transact(lambda unit: unit.save_matter(matter()))
    for keys in (f"{OTHER},{KEY}", f"{KEY}\n{OTHER}"):
        with opened(database_url, keys=keys) as storage:
            assert await storage.transact(lambda unit: unit.matter("m1")) == matter()
    with pytest.raises(StorageError, match=r"^STORAGE_KEY .* lacks one of its keys"):
        Storage.open(database_url, Cipher.from_keys(KEY))
