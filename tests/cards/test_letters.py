"""Words for the parents and for the one who is told: whole, safe, and made of what the worker kept."""

import re

import pytest

from cards.flows.share.hand_over import drafted
from cards.flows.share.template_context import sharing
from cards.letters import render_letter
from dialogs.engine.matter import Matter
from dialogs.screens import Shown, WordsToUse
from tests.cards import matters
from tests.cards.drawn import as_sent
from tests.cards.matters import Given, lines, matter
from tests.cards.states import BARE, FULL
from tests.cards.walking import of_type, read_out

BEFORE, AFTER = ("said_before", "letter_before"), ("said_after", "letter_after")
TEXTS = ("text_before", "text_after_talking")
COACH: Given = {"recipient": "other_professional", "recipient_named": "R.L., the football coach"}

ASKS_FOR_A_YES = (
    r"\bdo you (?:agree|consent|mind)\b",
    r"\b(?:is|would) (?:that|it|this) (?:be )?(?:ok|okay|all right|alright)\b",
    r"\b(?:are|would) you (?:be )?(?:happy|willing|content|ok)\b",
    r"\b(?:may|can|could) (?:I|we) (?:share|tell|talk to|speak to|pass)\b",
    r"\bplease (?:confirm|sign|say yes|agree|tick|return)\b",
    r"\bif you (?:agree|consent|are happy|say yes|don't object|do not object)\b",
    r"\bwith your (?:ok|agreement|consent|permission|blessing)\b",
    r"\bwe need your\b|\byour decision\b|\bup to you\b|\bopt (?:in|out)\b",
)


def text_of(name: str, *given: Given) -> str:
    """One text as it is written for a matter."""
    return render_letter(f"share/{name}", **sharing(matter(*given), FULL))


def parents_card(one: Matter) -> str:
    return read_out(as_sent(Shown(WordsToUse(one, one.decision(), "parents"))))


@pytest.mark.parametrize("name", [*BEFORE, *AFTER])
def test_the_law_is_named_after_what_is_shared_and_never_opens(name: str) -> None:
    said = text_of(name, matters.TELL_FIRST)
    assert said.index("Children Acts") > said.index("asthma check-ups")
    assert "law" not in said[:200]


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_never_tells_the_story(name: str) -> None:
    told = {**matters.TELL_FIRST, "child": "QZ"}
    said = text_of(name, told).lower()
    parts = ("QZ", "nurse", "school", "asthma", "cough", "check-up", "children's", "social", "privacy", "share", "told")
    assert [part for part in parts if part.lower() in said] == []
    assert len(said) < 200


@pytest.mark.parametrize("council", [FULL, BARE], ids=["all set", "nothing set"])
def test_a_text_says_no_more_of_who_is_writing_than_the_council(council: object) -> None:
    said = render_letter("share/text_before", **sharing(matter(matters.TELL_FIRST), FULL if council is FULL else BARE))
    assert ("from Exampleshire." if council is FULL else "from the council.") in said


@pytest.mark.parametrize("name", BEFORE)
def test_before_is_told_as_something_to_come(name: str) -> None:
    said = text_of(name, matters.TELL_FIRST)
    assert "before I do it" in said
    assert "I told" not in said
    assert "sorry" not in said


@pytest.mark.parametrize("name", AFTER)
def test_afterwards_is_told_as_done_with_an_apology(name: str) -> None:
    said = text_of(name, matters.HARM)
    assert "I told the school" in said
    assert "You have a right to know" in said
    assert "sorry that you are hearing it after the event" in said
    assert "going to" not in said


def test_the_reason_for_not_telling_is_left_to_the_worker() -> None:
    for name in AFTER:
        said = text_of(name, matters.HARM)
        assert "only if it can now be said without putting anyone at risk" in said
        assert "D may do what B says D threatened" not in said
        assert "belt" not in said


def test_parents_words_hold_the_kept_lines_only() -> None:
    said = parents_card(matter(matters.HARM))
    assert "I saw a mark on B's left forearm" in said
    assert "I will see B at school at 15:00" in said
    for held_back in ("How B said it happened", "T takes tablets", "as I saw when I sat with B"):
        assert held_back not in said


def test_nothing_that_only_the_worker_needs_reaches_the_parents() -> None:
    said = parents_card(matter(matters.HARM))
    for private in ("belt", "threatened", "T, mother, and D, father", "3.9", "replay"):
        assert private not in said


@pytest.mark.parametrize("name", [*BEFORE, *AFTER, "recipient_said", "recipient_email"])
def test_an_unlisted_recipient_is_named_as_the_worker_named_them(name: str) -> None:
    said = text_of(name, matters.TELL_FIRST, COACH)
    assert "this professional" not in said.lower()
    if name not in ("recipient_said", "recipient_email"):
        assert "R.L., the football coach" in said


@pytest.mark.parametrize(
    ("contact", "offered", "said"),
    [
        (["ring"], set(), "No letter is offered"),
        (["write"], {"letter_before"}, "You didn't say that ringing is safe"),
        (["text"], {"text_before", "text_after_talking"}, "No letter is offered"),
        (["ring", "write", "text"], {"letter_before", "text_before", "text_after_talking"}, ""),
        (["in_person"], set(), "No text is offered"),
        (["not_known"], set(), "How they can safely be reached isn't known yet"),
    ],
)
def test_only_ways_that_are_safe_are_offered(contact: list[str], offered: set[str], said: str) -> None:
    one = matter(matters.TELL_FIRST, {"contact": list(contact)})
    card = as_sent(Shown(WordsToUse(one, one.decision(), "parents")))
    assert {box["id"].removeprefix("words_") for box in of_type(card, "Input.Text")} == offered
    assert said in read_out(card)


def test_nothing_is_ever_texted_after_the_event() -> None:
    one = matter(matters.HARM, {"contact": ["ring", "write", "text"]})
    card = as_sent(Shown(WordsToUse(one, one.decision(), "parents")))
    assert {box["id"] for box in of_type(card, "Input.Text")} == {"words_letter_after"}


def test_the_recipient_hears_the_kept_lines_what_for_and_whom_not_to_tell() -> None:
    for name in ("recipient_said", "recipient_email"):
        said = text_of(name, matters.HARM)
        assert "I saw a mark on B's left forearm" in said
        assert "T takes tablets" not in said
        assert "keep B with them until I get there. Use it only for that, unless a child could be at risk." in said
        assert re.search("do(?:n't| not) speak to them about it", said)
        assert "know about this yet" in said


def test_the_recipient_of_a_told_sharing_hears_that_the_parents_know() -> None:
    for name in ("recipient_said", "recipient_email"):
        said = text_of(name, matters.ROUTINE)
        assert re.search("parents know that I(?:'m| am) telling you this", said)
        assert "until I tell you" not in said


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("allocated", "Hello, it's [your name], {}'s social worker"),
        ("supervisor", "Hello, it's [your name], supervisor of {}'s social worker"),
        ("authorised", "Hello, it's [your name], a colleague of {}'s social worker"),
    ],
)
@pytest.mark.parametrize(("name", "child"), [("said_before", "[child's first name]"), ("recipient_said", "P")])
def test_whoever_speaks_says_who_they_are(name: str, child: str, part: str, said: str) -> None:
    assert text_of(name, matters.TELL_FIRST, {"part_in_case": part}).startswith(said.format(child))


def test_one_line_is_one_thing() -> None:
    one: Given = {"lines": lines("P has missed two check-ups."), "weights": {"L1": "needs"}}
    assert "one thing: P has missed two check-ups." in text_of("said_before", matters.TELL_FIRST, one)
    assert "one thing about P" in text_of("recipient_said", matters.TELL_FIRST, one)


@pytest.mark.parametrize(
    ("why", "used_for"),
    [("so that P sleeps", "to make a plan"), ("P sleeps.", "make a plan."), ("So that P sleeps", "To make a plan")],
)
def test_a_sentence_that_is_begun_again_is_not_said_twice(why: str, used_for: str) -> None:
    said = text_of("said_before", matters.TELL_FIRST, {"why": why, "used_for": used_for})
    assert "I'm doing it so that P sleeps. The school nurse will use it to make a plan." in said


def test_no_letter_names_a_council_that_is_not_set() -> None:
    one = matter(matters.TELL_FIRST)
    for name in (*BEFORE, *AFTER, *TEXTS, "recipient_said", "recipient_email"):
        said = render_letter(f"share/{name}", **sharing(one, BARE))
        assert "Exampleshire" not in said
        assert "https://" not in said
        assert "()" not in said


def test_the_message_to_hand_over_gives_nothing_out() -> None:
    said = drafted(matter({"child": "P", "part_in_case": "none", "recipient": "gp"}))
    assert said.startswith("P: ")
    assert "the GP may need to know something." in said
    assert "someone may need to know something." in drafted(matter({"child": "P", "part_in_case": "none"}))
    assert "I gave nothing out" in said


def test_no_button_sends_anything_to_a_parent_or_an_agency() -> None:
    one = matter(matters.TELL_FIRST)
    for screen in (WordsToUse(one, one.decision(), "parents"), WordsToUse(one, one.decision(), "recipient")):
        card = as_sent(Shown(screen))
        assert [button["verb"] for button in of_type(card, "Action.Execute")] == ["danger"]
        assert not of_type(card, "Action.OpenUrl")
