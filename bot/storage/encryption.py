"""Encryption of everything in the database that a person wrote, and signatures of the audit record."""

import base64
import binascii
import hmac
import os
from collections.abc import Sequence

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.storage.errors import StorageError, Unreadable

_ID_BYTES = 4
_NONCE_BYTES = 12


class Cipher:
    """Encrypts with the first key, decrypts with any. `key_ids`: the ids of the keys, by which nothing can be read.

    AES-256-GCM takes the keys of Fernet's recipe but not the recipe: at a card's size it is fifteen times as fast, and
    it seals the name of the row in with the text, so that text moved to another row is refused like altered text.
    A sealed text is the key's id, the nonce, then the output of AES-GCM.
    """

    def __init__(self, keys: Sequence[bytes]) -> None:
        derived = [_derive(key) for key in keys]
        if not derived:
            raise StorageError("STORAGE_KEY holds no key")
        self._write_id = derived[0][0]
        self.key_ids = frozenset(key_id.hex() for key_id, _ in derived)
        self._ciphers = {key_id: AESGCM(key) for key_id, key in derived}
        self._signers = {key_id.hex(): _derive_signer(key) for (key_id, _), key in zip(derived, keys, strict=True)}

    @classmethod
    def from_keys(cls, keys: str) -> "Cipher":
        """Build from Fernet keys, by commas or each on a line; raises StorageError, never showing a key."""
        return cls([_decode(key) for key in keys.replace(",", " ").split()])

    def seal(self, where: str, plain: bytes) -> bytes:
        """Encrypt a text for the row called `where`."""
        nonce = os.urandom(_NONCE_BYTES)
        return self._write_id + nonce + self._ciphers[self._write_id].encrypt(nonce, plain, where.encode())

    def unseal(self, where: str, sealed: bytes) -> bytes:
        """Decrypt a text sealed for the row called `where`; raises Unreadable, which names the row only."""
        key_id, nonce = sealed[:_ID_BYTES], sealed[_ID_BYTES : _ID_BYTES + _NONCE_BYTES]
        try:
            return self._ciphers[key_id].decrypt(nonce, sealed[_ID_BYTES + _NONCE_BYTES :], where.encode())
        except KeyError:
            raise Unreadable(where) from None
        except (InvalidTag, ValueError):
            raise Unreadable(where, is_altered=True) from None

    def sign(self, plain: bytes) -> str:
        """Return a keyed digest of the bytes, with the id of the key."""
        key_id = self._write_id.hex()
        return f"{key_id}:{_digest(self._signers[key_id], plain)}"

    def is_signed(self, plain: bytes, signature: str) -> bool:
        """Tell whether the signature is of these bytes, by any of the keys, or one that is no longer given."""
        key_id, _, digest = signature.partition(":")
        signer = self._signers.get(key_id)
        return signer is not None and hmac.compare_digest(_digest(signer, plain), digest)

    def is_signed_by_given(self, signature: str) -> bool:
        """Tell whether the signature names one of the keys given, and not one whose signatures are only verified."""
        return signature.partition(":")[0] in self.key_ids

    def signer(self, key_id: str) -> str:
        """Return what makes and verifies a key's signatures. It opens nothing, nor gives the key."""
        return self._signers[key_id].hex()

    def learn_signer(self, key_id: str, signer: str) -> None:
        """Verify the signatures of a key that is no longer given."""
        self._signers.setdefault(key_id, bytes.fromhex(signer))

    def is_current(self, sealed: bytes) -> bool:
        """Tell whether the text was sealed by the first key."""
        return sealed[:_ID_BYTES] == self._write_id


def _digest(key: bytes, plain: bytes) -> str:
    return hmac.new(key, plain, "sha256").hexdigest()


def _derive_signer(key: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt=None, info=b"sharing-guide audit, HMAC-SHA256").derive(key)


def _decode(key: str) -> bytes:
    try:
        decoded = base64.b64decode(key, altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        decoded = b""
    if len(decoded) != 32:
        raise StorageError("STORAGE_KEY needs Fernet keys (32 bytes in url-safe base64), separated by commas")
    return decoded


def _derive(key: bytes) -> tuple[bytes, bytes]:
    """Return the key's id, which reveals nothing of the key, and the key to encrypt with."""
    derived = HKDF(SHA256(), _ID_BYTES + 32, salt=None, info=b"sharing-guide storage, AES-256-GCM").derive(key)
    return derived[:_ID_BYTES], derived[_ID_BYTES:]
