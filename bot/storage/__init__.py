"""Storage: the tables, the codec, and one transaction at a time."""

from bot.storage.encryption import Codec
from bot.storage.errors import StorageError, StorageUnavailable, Unreadable
from bot.storage.keys import codec_for
from bot.storage.records import Conversation, Handover, StoredCard, StoredMatter
from bot.storage.storage import Storage
from bot.storage.unit_of_work import UnitOfWork

__all__ = [
    "Codec",
    "Conversation",
    "Handover",
    "Storage",
    "StorageError",
    "StorageUnavailable",
    "StoredCard",
    "StoredMatter",
    "UnitOfWork",
    "Unreadable",
    "codec_for",
]
