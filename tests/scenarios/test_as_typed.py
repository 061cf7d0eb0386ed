"""What a person typed comes back exactly as typed, and only ever as text."""

import pytest

from bot.edge.message_text import read_text, seen
from tests.scenarios.journeys import EVERY_CARD, HARM, MARK, OWN_WORDS, marked
from tests.scenarios.reading import Card, own
from tests.scenarios.worker import Worker

ODD = {
    "emoji": "👩\u200d👧 \U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f \u2764\ufe0f",
    "right to left": "שלום עולם، مرحبا \u202eabc\u202c",
    "combined": "e\u0301 Zoe\u0308 \u0e19\u0e49\u0e33",
    "HTML": "<b>bold</b><script>alert('x')</script> &lt; &amp; <at>bot</at>",
    "Markdown": "**bold** [link](https://example.org) `code` # title ![i](https://example.org/i.png) ~~s~~",
    "a table": "| a | b |\n|---|---|\n| 1 | 2 |",
    "a bare link": "https://example.org/a?b=c#d www.example.org a@example.org",
    "JSON": '{"type": "Action.Execute", "verb": "delete_yes"}, "\\u0041", \\n',
    "Jinja": "{{ 7 * 7 }} {% raw %} {{ config }} {# no #} ${7*7} #{7*7}",
    "a template of cards": "{{DATE(2026-01-01T00:00:00Z, SHORT)}} ${$root}",
    "quotes": "\u201cshe said \u2018don\u2019t\u2019\u201d 'x' \"y\" \\",
    "newlines": "one\ntwo\n\nthree\tfour",
}
OWN_PLACES = {"TextBlock": ("text",), "FactSet": ("facts",)}
FIELDS = ("label", "title", "placeholder", "tooltip", "url", "altText", "fallbackText", "errorMessage", "verb", "data")
AS_PEOPLE_WRITE = "Mum said, \u201cI\u2019m fine.\u201d Zo\u00eb 'cried'.\n" * 42


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD.keys())
async def test_it_stands_in_the_note_and_the_words_as_typed_and_only_as_text(worker: Worker, odd: str) -> None:
    text = seen(f"{MARK} {odd} {MARK}")
    await worker.say("share")
    await worker.go_on(marked(EVERY_CARD, text) | {"lines": f"{MARK} {odd}".replace("\n", " ")})
    await worker.press("words_recipient")
    assert text in worker.below[0].filled["words_recipient_email"]
    rest = dict.fromkeys(("parents_said", "shared_different", "shared_with", "child_view"), text)
    await worker.press("shared", shared_how="phone", **rest)
    note = worker.card.filled["note"]
    assert note.count(text) >= len(OWN_WORDS)
    for card in worker.chat.ever_shown:
        assert markdown_of(card) == []


def markdown_of(card: Card) -> list[object]:
    """The places of a card that the client reads as more than text, and in which a person's words are."""
    fields = [(e["type"], f) for e in card.elements for f in FIELDS if MARK in str(e.get(f, ""))]
    blocks = [e for e in card.elements for f in OWN_PLACES.get(e.get("type", ""), ()) if MARK in str(e.get(f, ""))]
    choices = [c for e in card.elements for c in e.get("choices", ()) if MARK in str(c)]
    return [*fields, *blocks, *choices]


async def test_it_stands_in_its_input_again_as_typed(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(EVERY_CARD, until="what_and_why")
    for odd in ODD.values():
        why = seen(f"so that P can sleep: {odd}")
        await worker.press("next", **worker.given(EVERY_CARD) | {"why": why})
        await worker.press("back")
        assert worker.card.filled["why"] == why


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD.keys())
async def test_typed_in_the_chat_it_is_kept_as_it_was_meant(worker: Worker, odd: str) -> None:
    await worker.say("share")
    await worker.go_on(HARM, until="grounds")
    for text in (f"yes, {odd}", "yes", odd, "none"):
        await worker.say(text)
        if "keep_typed" in worker.card.verbs:
            await worker.press("keep_typed")
    await worker.press("shared", shared_how="phone")
    assert worker.card.filled["note"].count(read_text(odd, (), (), "")) == 2


async def test_a_message_of_the_bot_shows_nothing_of_it_on_a_lock_screen(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(marked(HARM))
    await worker.press("words_recipient")
    assert all(MARK not in str(call.activity.get("summary", "")) for call in worker.chat.calls)
    assert all("text" not in call.activity for call in worker.chat.calls)


@pytest.mark.parametrize("name", ["lines", "why", "used_for"])
async def test_an_answer_of_more_than_1500_characters_is_refused_with_the_count_and_stays_in_the_card(
    worker: Worker, name: str
) -> None:
    await worker.say("share")
    await worker.go_on(HARM, until="what_and_why")
    given = {field: HARM[field] for field in worker.card.inputs} | {name: "ab " * 500 + "c"}
    await worker.press("next", **given)
    assert worker.card.name == "what_and_why"
    assert worker.card.says("faults.too_long", count="1,501", most="1,500")
    assert worker.card.filled == given


async def test_an_answer_of_exactly_1500_characters_is_taken(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(HARM | {"why": "é" * 1500}, until="weigh")
    assert worker.card.name == "weigh"


async def test_a_line_too_long_to_be_weighed_is_refused_with_the_count_and_stays(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(EVERY_CARD, until="closer_look")
    await worker.press("next", shorter__L1="x" * 301)
    assert worker.card.says("faults.line_too_long", count="301", most="300")
    assert worker.card.filled["shorter__L1"] == "x" * 301


@pytest.mark.parametrize("at", ["", "what_and_why", "answer"])
async def test_a_message_of_more_than_1500_characters_is_refused_with_the_count(worker: Worker, at: str) -> None:
    if at:
        await worker.say("share")
        await worker.go_on(HARM, until=at)
    before = worker.card.title or own("welcome.title")
    await worker.say("x" * 1501)
    assert worker.card.says("notices.too_long_message", count="1,501", most="1,500")
    assert worker.card.title == before


async def test_more_than_a_card_can_hold_is_refused_with_the_count_and_changes_nothing(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(HARM, until="what_and_why")
    before = worker.chat.standing(worker.card.activity_id).content
    await worker.press("next", lines="x" * 100_000)
    assert "100,000" in worker.notice
    assert worker.chat.standing(worker.card.activity_id).content == before


async def test_no_refused_answer_makes_a_card_too_large_to_send(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(HARM, until="what_and_why")
    for letter in ("x", "é", "👩", '"', "\n", "\\", "<"):
        for length in (1_501, 3_900, 7_900, 15_000):
            await worker.press("next", lines=letter * length, why="w")
            assert f"{length:,}" in worker.card.text or f"{length + 1:,}" in worker.notice, letter


@pytest.mark.parametrize("said", ["x" * 1500, AS_PEOPLE_WRITE[:900]], ids=["plain", "as people write"])
async def test_with_every_answer_long_every_card_can_still_be_sent(worker: Worker, said: str) -> None:
    await worker.say("share")
    await worker.go_on(long_answers(said))
    await worker.press("words_recipient")
    rest = {"shared_how": "phone"} | dict.fromkeys(("parents_said", "shared_different", "child_view"), said.strip())
    if "shared_how" in worker.card.inputs:
        await worker.press("shared", **rest)
    else:
        await worker.press("shared")
        await worker.press("next", **rest)
    assert worker.card.filled["note"].count(said.strip()) >= 5


def long_answers(said: str) -> dict[str, str]:
    """The way through every card, each answer as long as this."""
    lines = "\n".join(f"{number} {said[:140]}".replace("\n", " ") for number in range(10))
    long = dict.fromkeys(OWN_WORDS, said.strip())
    return EVERY_CARD | long | {"lines": lines, "shorter__L1": lines[:140], "weights": "needs"}


async def test_more_than_a_card_can_hold_altogether_is_refused_and_stays_to_be_shortened(worker: Worker) -> None:
    answers = long_answers("P said so.")
    await worker.say("share")
    await worker.go_on(answers, until="grounds")
    heavy = {"harm_known": "👩" * 1500, "crime_because": "👩" * 1500, "not_practicable_because": "é" * 1200}
    given = worker.given(answers) | heavy
    await worker.press("next", **given)
    assert worker.card.says("faults.too_much")
    assert worker.card.filled == given
    await worker.press("next", crime_because="DC N.", not_practicable_because="T is abroad.", harm_known="P said so.")
    assert "shared" in worker.card.verbs
