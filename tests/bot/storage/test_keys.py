import stat
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from bot.storage import Cipher, Storage, StorageError, Unreadable, cipher_for
from tests.bot.storage.shelf import KEY, matter, opened


def test_a_given_key_is_used() -> None:
    sealed = cipher_for("postgresql://localhost/guide", KEY).seal("a", b"text")
    assert Cipher.from_keys(KEY).unseal("a", sealed) == b"text"


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


def test_postgresql_without_a_key_is_refused() -> None:
    with pytest.raises(StorageError, match=r"^STORAGE_KEY must be set"):
        cipher_for("postgresql://localhost/guide", " ")


async def test_a_wrong_key_stops_the_start(database_url: str) -> None:
    with opened(database_url) as storage:
        await storage.transact(lambda unit: unit.save_matter(matter()))
    other = Cipher.from_keys(Fernet.generate_key().decode())
    with pytest.raises(Unreadable, match=r"^matters/m1"):
        Storage.open(database_url, other)
