"""Conversations by typing only, from the first words to the case note, in the real client: nothing is pressed."""

import re

import pytest

from ops.playground import Playground
from tests.browser.playground import Chat
from tests.transcripts.reading import FOLDER, folded, read

TEN = (
    "authority-typed-angrily",
    "authority-typed-formally",
    "document-typed-as-it-sounds",
    "first-contact-typed-formally",
    "gather-typed-by-dictation",
    "gather-typed-in-few-words",
    "receive-typed-by-dictation",
    "share-typed-newly-qualified-and-unsure",
    "share-typed-on-a-phone-with-a-disclosure",
    "share-typed-with-two-corrections",
)
"""In six voices: one with a disclosure half-way, one with corrections, one in a hurry on a phone."""
DAY = re.compile(r"\d\d/\d\d/\d{4}(?: \d\d:\d\d)?")
"""A day and a time: the transcripts run by a clock of their own."""


@pytest.mark.parametrize("name", TEN)
async def test_a_typed_conversation_reaches_its_note(chat: Chat, playground: Playground, name: str) -> None:
    await chat.shows("Sharing Guide")
    if await chat.ever_shown() > await chat.cards():  # the longer a page, the longer each turn takes to draw
        await chat.open(playground.url)
    turns = read(FOLDER / f"{name}.md").turns
    for turn in turns:
        await chat.send(turn.text)
    note = DAY.sub("", folded(f"{await chat.text()} {await chat.value('Details')}"))
    assert [line for line in turns[-1].shown if DAY.sub("", line) not in note] == []
