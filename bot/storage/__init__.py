"""Storage: the tables, the codec, and one transaction at a time."""

from bot.storage.codec import Codec
from bot.storage.errors import StorageError, StorageUnavailable, Unreadable
from bot.storage.keys import codec_for
from bot.storage.storage import Storage
from bot.storage.stored import Conversation, Handover, StoredCard, StoredMatter
from bot.storage.unit import Unit

__all__ = [
    "Codec",
    "Conversation",
    "Handover",
    "Storage",
    "StorageError",
    "StorageUnavailable",
    "StoredCard",
    "StoredMatter",
    "Unit",
    "Unreadable",
    "codec_for",
]
