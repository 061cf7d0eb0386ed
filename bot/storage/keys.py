"""The key of the storage: STORAGE_KEY, or in development a key file made beside the SQLite file."""

import contextlib
import os
import resource
import secrets
from pathlib import Path

from cryptography.fernet import Fernet
from sqlalchemy import make_url

from bot.storage.encryption import Cipher
from bot.storage.errors import StorageError


def cipher_for(url: str, storage_key: str) -> Cipher:
    """Build the cipher from STORAGE_KEY, or from the key file beside a SQLite database, made when both are new.

    The process leaves no core from then on. Raises StorageError: no key for another database, a bad key, or a database
    whose key file is gone.
    """
    _leave_no_core()
    if storage_key.strip():
        return Cipher.from_keys(storage_key)
    if not url.startswith("sqlite:///"):
        raise StorageError("STORAGE_KEY must be set for PostgreSQL")
    database = Path(make_url(url).database or "")
    return Cipher.from_keys(_key_beside(database, database.with_suffix(".key")))


def _leave_no_core() -> None:
    """Have a crash write no picture of the memory, which would hold the keys and what people wrote."""
    _, hard = resource.getrlimit(resource.RLIMIT_CORE)
    # One byte is too little for a file, and the kernel's sign to hand none to a program that collects them.
    resource.setrlimit(resource.RLIMIT_CORE, (1 if hard else 0, hard))


def _key_beside(database: Path, key_file: Path) -> str:
    try:
        if not key_file.exists():
            if database.exists() and database.stat().st_size:
                raise StorageError(f"{database} has lost its key file {key_file}: put it back, or set STORAGE_KEY")
            _make(key_file)
        return key_file.read_text("ascii")
    except (OSError, UnicodeDecodeError) as error:
        raise StorageError(
            f"the key file {key_file}: {getattr(error, 'strerror', None) or 'it holds no key'}"
        ) from None


def _make(key_file: Path) -> None:
    """Write a new key file in one step; of two processes, the first one's file stays."""
    key_file.parent.mkdir(parents=True, exist_ok=True)
    draft = key_file.with_name(f"{key_file.name}.{secrets.token_hex(4)}")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(Fernet.generate_key())
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileExistsError):
            os.link(draft, key_file)
    finally:
        draft.unlink(missing_ok=True)
