"""Conversations by typing only, from the first words to the case note, in the real client: nothing is pressed.

Ten of them run through the app in `tests/scenarios/test_transcripts.py`, every line; the client carries these.
"""

import pytest

from tests.browser.playground import Chat
from tests.transcripts.reading import FOLDER, folded, read

AN_OWN_DAY = "24/11/2026"
"""The day of the transcripts, which run by a clock of their own."""


@pytest.mark.parametrize("name", ["authority-typed-angrily", "share-typed-on-a-phone-with-a-disclosure"])
async def test_a_typed_conversation_reaches_its_note(chat: Chat, name: str) -> None:
    turns = read(FOLDER / f"{name}.md").turns
    for turn in turns:
        await chat.send(turn.text)
    note = folded(f"{await chat.text()} {await chat.value('Details')}")
    assert [line for line in turns[-1].shown if AN_OWN_DAY not in line and line not in note] == []
