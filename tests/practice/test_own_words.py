"""The seven things in words to parents, found by plain words."""

import pytest

from practice.own_words import LOOKED_FOR, missing_parts

WHOLE = (
    "Hello, it's your social worker. I'm going to tell the school nurse that P has missed two check-ups. "
    "I'm doing it so that P can be checked at school. The nurse will use it to make a plan with you, and only the "
    "nurse will get it. The law, the Children Acts, lets us share this. I'm not asking you to agree or to sign "
    "anything. There is a privacy notice as well: shall I send it?"
)
WITHOUT = {
    "what": ("I'm going to tell the school nurse that P has missed two check-ups. ", ""),
    "why": ("I'm doing it so that P can be checked at school. ", ""),
    "used_for": ("The nurse will use it to make a plan with you, and only", "And only"),
    "legal": ("The law, the Children Acts, lets us share this. ", ""),
    "no_consent": ("I'm not asking you to agree or to sign anything. ", ""),
    "privacy": ("There is a privacy notice as well: shall I send it?", ""),
}


def test_whole_words_lack_nothing() -> None:
    assert missing_parts(WHOLE) == ()


@pytest.mark.parametrize("thing", WITHOUT)
def test_what_is_left_out_is_named(thing: str) -> None:
    part, instead = WITHOUT[thing]
    assert part in WHOLE
    assert thing in missing_parts(WHOLE.replace(part, instead))


def test_who_gets_it_is_missed_where_nobody_is_named() -> None:
    assert "who" in missing_parts(
        WHOLE.replace("school nurse", "someone").replace("nurse", "person").replace("school", "it")
    )


@pytest.mark.parametrize(
    "asks", ["Do you agree to that?", "Can I have your consent?", "Are you happy for me to ring?", "Please sign below."]
)
def test_asking_for_consent_is_named_even_beside_words_that_say_none_is_needed(asks: str) -> None:
    assert missing_parts(f"{WHOLE} {asks}") == ("no_consent",)


def test_nothing_holds_nothing() -> None:
    assert missing_parts("Hello.") == tuple(LOOKED_FOR)
