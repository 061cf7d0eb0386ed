"""What is urgent whatever was learned: the buttons' words. And what never is: numbers and bare answers."""

import pytest

from dialogs.understanding.urgency import is_urgent

BUTTONS = [
    "Child in danger now: act first",
    "CHILD IN DANGER NOW ACT FIRST",
    "child in danger",
    "a child is in danger",
    "the child is in danger now",
    "chld in dangr now act 1st",
    "chiled in danger now",
    "in danger now",
    "danger",
    "Danger!",
    "act now",
    "act first",
    "act first please",
    "emergency",
    "emergancy",
    "999",
    "999!!",
]
HAPPENING = [
    "he's going to hit her now",
    "she has gone very floppy and i cant wake her",
    "mum isnt answering and the toddler is at the window on the 4th floor",
    "he has left with the passports, flight is at 9",
    "hes got a nife at her throte",
    "stop, forget the form, he's here with a hammer",
]
CALM = [
    "",
    "1",
    "6",
    "2 and 3",
    "yes",
    "no",
    "mum only",
    "the GP",
    "he hit her last year",
    "he hits her",
    "risk of harm to the child",
    "domestic abuse history",
    "police were called in June",
    "if I tell dad he might hurt her",
    "what do I do if a child is in danger",
    "A&E visit on Tuesday with a broken arm",
    "she is safe with grandma now",
    "this deadline is killing me",
    "the child isn't in danger",
]


@pytest.mark.parametrize("text", BUTTONS)
def test_the_red_button_is_known_in_any_spelling(text: str) -> None:
    assert is_urgent(text)


@pytest.mark.parametrize("text", HAPPENING)
def test_what_happens_now_is_urgent(text: str) -> None:
    assert is_urgent(text)


@pytest.mark.parametrize("text", CALM)
def test_an_answer_or_what_is_over_is_not(text: str) -> None:
    assert not is_urgent(text)


def test_a_message_that_is_too_long_to_weigh_whole_is_read_all_the_same() -> None:
    assert is_urgent("the report was sent to the school in june " * 200 + ". he is at the door with a knife now")
