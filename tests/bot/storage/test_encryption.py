import pytest
from cryptography.fernet import Fernet

from bot.storage import Cipher, StorageError, Unreadable

OLD, NEW = Fernet.generate_key().decode(), Fernet.generate_key().decode()


def test_what_is_sealed_is_read_again() -> None:
    cipher = Cipher.from_keys(OLD)
    assert cipher.unseal("matters/1", cipher.seal("matters/1", b"asthma")) == b"asthma"


def test_the_same_text_is_never_sealed_the_same() -> None:
    cipher = Cipher.from_keys(OLD)
    assert cipher.seal("matters/1", b"asthma") != cipher.seal("matters/1", b"asthma")


def test_what_an_old_key_wrote_is_read_after_a_new_key_was_put_before_it() -> None:
    sealed = Cipher.from_keys(OLD).seal("matters/1", b"asthma")
    assert Cipher.from_keys(f"{NEW}, {OLD}").unseal("matters/1", sealed) == b"asthma"


def test_the_first_key_writes() -> None:
    sealed = Cipher.from_keys(f"{NEW},{OLD}").seal("matters/1", b"asthma")
    assert Cipher.from_keys(NEW).unseal("matters/1", sealed) == b"asthma"
    with pytest.raises(Unreadable):
        Cipher.from_keys(OLD).unseal("matters/1", sealed)


@pytest.mark.parametrize("place", [0, 5, 20, -1])
def test_an_altered_text_is_refused_by_the_name_of_its_row(place: int) -> None:
    cipher = Cipher.from_keys(OLD)
    sealed = bytearray(cipher.seal("matters/1", b"asthma"))
    sealed[place] ^= 1
    with pytest.raises(Unreadable, match=r"^matters/1 cannot be read") as caught:
        cipher.unseal("matters/1", bytes(sealed))
    assert "asthma" not in str(caught.value)


@pytest.mark.parametrize("sealed", [b"", b"short", bytes(200)])
def test_what_was_never_sealed_is_refused(sealed: bytes) -> None:
    with pytest.raises(Unreadable):
        Cipher.from_keys(OLD).unseal("matters/1", sealed)


def test_a_cut_text_is_refused() -> None:
    cipher = Cipher.from_keys(OLD)
    with pytest.raises(Unreadable):
        cipher.unseal("matters/1", cipher.seal("matters/1", b"asthma")[:20])


def test_text_moved_to_another_row_is_refused() -> None:
    cipher = Cipher.from_keys(OLD)
    with pytest.raises(Unreadable, match=r"^matters/2"):
        cipher.unseal("matters/2", cipher.seal("matters/1", b"asthma"))


@pytest.mark.parametrize(
    "keys",
    ["", " , ", "secret", f"{OLD},secret", OLD[:-4], OLD + "AAAA", "é" * 44],
    ids=["none", "blank", "no key", "one of two", "cut", "too long", "not ASCII"],
)
def test_bad_keys_are_refused_without_being_shown(keys: str) -> None:
    with pytest.raises(StorageError, match=r"^STORAGE_KEY") as caught:
        Cipher.from_keys(keys)
    assert "secret" not in str(caught.value)
