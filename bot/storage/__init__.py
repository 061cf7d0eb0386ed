"""Storage: the tables, encryption, and one transaction at a time."""

from bot.storage.encryption import Cipher
from bot.storage.errors import InDoubt, StorageError, StorageUnavailable, Unreadable
from bot.storage.keys import cipher_for
from bot.storage.records import Conversation, Handover, StoredCard, StoredMatter
from bot.storage.storage import Storage
from bot.storage.unit_of_work import UnitOfWork

__all__ = [
    "Cipher",
    "Conversation",
    "Handover",
    "InDoubt",
    "Storage",
    "StorageError",
    "StorageUnavailable",
    "StoredCard",
    "StoredMatter",
    "UnitOfWork",
    "Unreadable",
    "cipher_for",
]
