"""Words about a document: for its author, for Legal Services, for the one who waits, for the parents."""

import pytest

from cards.flows.document.letters import TO_SAY
from dialogs.engine.matter import Matter, offers
from dialogs.screens import Shown, WordsToUse
from tests.cards.drawn import as_sent
from tests.cards.matters import Given
from tests.cards.of_document import (
    ANSWERS,
    HARM,
    NOTHING_DONE,
    NURSE,
    NURSE_UNTOLD,
    OF_DOCUMENT,
    QUOTING,
    READY,
    TO_NURSE,
)
from tests.cards.states import BARE, FULL
from tests.cards.walking import of_type, read_out
from tests.phrases import phrases

BEFORE: Given = {**NURSE_UNTOLD, "reasons": ["tell_first"]}
AFTER: Given = {**NURSE_UNTOLD, **HARM, "contact": ["write"]}
TEXTS: dict[str, tuple[str, Given]] = {
    "document_before": ("parents", BEFORE),
    "document_letter": ("parents", BEFORE),
    "document_after": ("parents", AFTER),
    "document_letter_after": ("parents", AFTER),
    "holding_said": ("holding", NOTHING_DONE),
    "holding_letter": ("holding", NOTHING_DONE),
}
"""Every text that reaches parents: its page, and answers that bring it."""


def page(draft: str, given: Given) -> str:
    one = OF_DOCUMENT.matter(given)
    return read_out(as_sent(Shown(WordsToUse(one, one.decision(), draft)), FULL))


def text(name: str) -> str:
    """One text as it is on its card."""
    draft, given = TEXTS[name]
    card = as_sent(Shown(WordsToUse(one := OF_DOCUMENT.matter(given), one.decision(), draft)), FULL)
    if name in TO_SAY:
        boxes = [box for box in of_type(card, "Container") if box.get("style") == "emphasis"]
        return "\n\n".join(run["text"] for run in of_type(boxes[0], "TextRun"))
    return str(next(box["value"] for box in of_type(card, "Input.Text") if box["id"] == f"words_{name}"))


@pytest.mark.parametrize("name", ["holding_said", "holding_letter"])
def test_the_one_who_waits_hears_no_promise_and_nothing_of_anyone_else(name: str) -> None:
    said = text(name)
    assert "You asked for the report. I haven't forgotten" in said
    assert "I don't know yet what the answer will be" in said
    for never in phrases("""
        psychiatrist | mother | father | Care Order | Legal | redact | soon | promise | third party
    """):
        assert never not in said


BY_OBSTACLE: dict[str, tuple[str, ...]] = {
    "the author was not asked": ("Someone else wrote it", "I will settle it with them first"),
    "nothing done": ("Someone else wrote it", "Then we need to go through it with care"),
    "one whom it quotes did not agree": ("Someone else's words are in it", "I will settle it with them first"),
    "ours, those it quotes were not asked": ("Someone else's words are in it",),
    "ours, not read": ("Before it can go to anyone, we need to go through it with care.",),
    "ours, something to take out": ("Before it can go to anyone, we need to go through it with care.",),
    "not read": ("Before it can go to anyone, we need to go through it with care.",),
    "taken out by the worker alone": ("Before it can go to anyone, we need to go through it with care.",),
    "taken out by both, on a care order": ("It can't go to you yet",),
    "a doubt whether it is lawful": ("It can't go to you yet",),
    "not sure whose case": ("It can't go to you yet",),
}
OF_THE_AUTHOR = ("Someone else", "settle it with them", "the person who wrote it")


@pytest.mark.parametrize("name", BY_OBSTACLE)
def test_the_one_who_waits_hears_what_it_waits_for_and_nothing_that_is_settled(name: str) -> None:
    said = page("holding", ANSWERS[name][1])
    assert [part for part in BY_OBSTACLE[name] if part not in said] == []
    assert "I'll ring you by [date] to say where it stands" in said
    if not BY_OBSTACLE[name][0].startswith("Someone else"):
        assert [part for part in OF_THE_AUTHOR if part in said] == []
    if "Then we need to go through it" not in BY_OBSTACLE[name][-1]:
        assert "Then we need" not in said


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"author_agreed": "verbal"}, "I am asking its author whether it may go to you."),
        ({"author_talk": "no"}, "There is something to settle first with its author."),
        ({"doc_needed": "unsure"}, "could you tell me what you will use it for, and which part of it you need?"),
        ({"unshareable": "not_read"}, "It can't go to you yet. I'll ring you by [date] to say where it stands."),
    ],
)
def test_a_professional_who_waits_hears_it_by_obstacle(given: Given, expected: str) -> None:
    said = page("holding", {**TO_NURSE, **given})
    assert expected in said
    asked = "I am asking its author" in said
    assert asked is (given == {"author_agreed": "verbal"})


@pytest.mark.parametrize("name", ["refused", "the nurse does not need it"])
def test_where_it_never_goes_there_are_no_words_to_wait_with(name: str) -> None:
    assert not offers(OF_DOCUMENT.matter(ANSWERS[name][1]), "words_holding")


def test_an_author_who_agreed_in_writing_is_not_asked_for_it_again() -> None:
    said = page("author", ANSWERS["not talked over"][1])
    assert "Thank you for agreeing in writing" in said
    assert "A yes on the phone isn't enough" not in said
    assert "For a secure email" not in said


def test_those_it_quotes_are_asked_and_its_author_not_again() -> None:
    said = page("author", ANSWERS["one whom it quotes did not agree"][1])
    assert "quotes you" in said
    assert "[the person it quotes]" in said
    assert "You wrote this for" not in said


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"unshareable": "not_read"}, "I have not read it yet for what may not go. Should you see it before it goes,"),
        ({"unshareable": "no"}, "I have read all of it and found nothing that should come out."),
        ({"audience": ["care_proceedings"]}, "Our guidance doesn't say whether you should see what goes to the court."),
    ],
)
def test_legal_services_are_told_what_has_been_read_and_no_more(given: Given, expected: str) -> None:
    said = page("legal", {**READY, "legal_status": "care_order", **given})
    assert expected in said
    assert "I know of nothing" not in said


def test_a_letter_to_the_one_who_waits_only_where_post_is_not_known_to_be_unsafe() -> None:
    assert "A letter" in page("holding", NOTHING_DONE)
    assert "A letter" not in page("holding", {**NOTHING_DONE, "contact": ["in_person"]})


def test_a_professional_who_waits_hears_whom_to_ask() -> None:
    said = page("holding", {**BEFORE, "author_agreed": "not_asked"})
    assert "until they have agreed in writing" in said
    assert "I haven't forgotten" not in said


def test_the_author_is_asked_for_this_audience_what_must_not_go_and_by_when() -> None:
    said = page("author", NOTHING_DONE)
    for part in phrases("""
        it may go to P's father, and to no one else | It would be used to understand what the assessment found
        What should not go to them? | Please answer by [date] | Use secure email | A yes on the phone isn't enough
    """):
        assert part in said


def test_each_one_quoted_is_to_be_asked_in_the_same_way() -> None:
    assert "Ask each person it quotes" in page("author", {**QUOTING, "quoted_agreed": "not_all"})
    ours = page("author", {**QUOTING, "whose_words": "ours", "author_agreed": "not_asked"})
    assert "A document of ours quotes you" in ours


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("taken out by both, on a care order", "PLEASE TAKE OUT"),
        ("a doubt whether it is lawful", "PLEASE ADVISE"),
        ("ready, nothing to take out on a care order", "PLEASE CHECK"),
        ("ready, an interim order", "There is an interim order."),
    ],
)
def test_legal_services_are_asked_for_just_what_is_needed_of_them(name: str, asked: str) -> None:
    said = page("legal", ANSWERS[name][1])
    headings = {"PLEASE TAKE OUT", "PLEASE ADVISE", "PLEASE CHECK"}
    assert asked in said
    assert len([heading for heading in headings if heading in said]) == 1
    assert "Nothing goes until I hear from you." in said


OFFERED: dict[str, tuple[str, ...]] = {
    "nothing done": ("author", "legal", "holding", "so_far"),
    "ready": (),
    "ready, an interim order": ("legal",),
    "refused": ("so_far",),
    "not talked over": ("author", "holding", "so_far"),
    "something to take out": ("holding", "so_far"),
    "tell the parents first": ("holding", "parents", "so_far"),
    "harm": ("parents",),
    "risk, no harm known": ("holding", "so_far"),
    "for the court": ("legal",),
    "ours, not read": ("holding", "so_far"),
    "not read for quotations": ("holding", "so_far"),
    "one whom it quotes did not agree": ("author", "holding", "so_far"),
    "the nurse does not need it, and a court ordered it": ("holding", "so_far"),
    "ready, a court case": ("legal",),
}


@pytest.mark.parametrize("name", OFFERED)
def test_words_are_offered_where_they_are_of_use(name: str) -> None:
    one: Matter = OF_DOCUMENT.matter(ANSWERS[name][1])
    drafts = tuple(draft.name for draft in OF_DOCUMENT.flow.texts if offers(one, draft.verb))
    assert drafts == OFFERED[name]


@pytest.mark.parametrize("document", ["referral from the neighbour", "The psychiatrist's report on T (mother)"])
def test_a_document_is_never_named_to_the_parents_as_it_was_typed(document: str) -> None:
    said = page("parents", {**BEFORE, "document": document})
    assert document not in said
    assert "It is a report by [job of the author]." in said
    assert "Is it about one parent? Then tell each alone, and leave out whose health it is about." in said


def test_a_council_that_has_set_nothing_leaves_no_gap() -> None:
    one = OF_DOCUMENT.matter({**READY, **NURSE, **BEFORE})
    said = read_out(as_sent(Shown(WordsToUse(one, one.decision(), "parents")), BARE))
    assert "what your rights are." in said
