"""What is missing in words to parents, and what must not be said, found by plain words."""

import pytest

from practice.own_words import LOOKED_FOR, find_faults, look_through, missing_parts, reading_age

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


SAID_BADLY = {
    "consent": [
        "Can you sign here?",
        "I'd need you to sign this.",
        "Would you be happy for me to ring?",
        "Sign below.",
    ],
    "secrecy": [
        "This stays in this room.",
        "I won't tell anyone.",
        "Nobody will know.",
        "It's strictly between you and me.",
    ],
}


@pytest.mark.parametrize(("kind", "said"), [(kind, said) for kind, every in SAID_BADLY.items() for said in every])
def test_a_signature_asked_for_and_a_secret_promised_are_found_with_their_sentence(kind: str, said: str) -> None:
    assert [(one.kind, one.sentence) for one in find_faults(f"Hello. {said} Thank you.")] == [(kind, said)]


@pytest.mark.parametrize(
    "said",
    [
        "You don't have to sign anything.",
        "I can't promise that nobody will know.",
        "There is nothing to sign.",
        "What you tell me is kept safe.",
        "I'm not asking you to agree or to sign anything.",
        "I won't tell the school about the rent.",
    ],
)
def test_what_is_rightly_said_is_not_found(said: str) -> None:
    assert find_faults(said) == ()


@pytest.mark.parametrize(
    "said", ["Gran told me that P is cold.", "Your neighbour heard shouting.", "P's aunt is worried."]
)
def test_who_told_us_is_found_with_its_sentence(said: str) -> None:
    assert ("who_told", said) in [(one.kind, one.sentence) for one in look_through(f"Hello. {said}")]


def test_words_too_hard_for_a_child_of_eleven_are_found_by_their_hardest_sentence() -> None:
    hard = (
        "Notwithstanding the aforementioned considerations, the dissemination of information pertaining to the family "
        "will be undertaken in accordance with the applicable statutory requirements and organisational procedures."
    )
    found = [one.sentence for one in look_through(f"Hello. I ring you today. {hard}") if one.kind == "hard"]
    assert found == [hard]
    assert [one for one in look_through(WHOLE) if one.kind == "hard"] == []
    assert reading_age(WHOLE) < 11 < reading_age(hard)


@pytest.mark.parametrize(
    ("said", "doubtful"),
    [
        ("I'm going to tell the GP that P is well.", False),
        ("P's sister has moved.", True),
        ("The police come on Friday.", True),
    ],
)
def test_what_is_looked_at_twice_in_real_letters_is_here_too(said: str, doubtful: bool) -> None:
    assert bool([one for one in look_through(said) if one.kind == "doubtful"]) is doubtful


def test_a_sentence_is_named_for_one_thing_only() -> None:
    assert [one.kind for one in look_through("I won't tell anyone else.")] == ["secrecy"]
