"""The conversations in `tests/transcripts/` run through the real app as they are written."""

from pathlib import Path

import pytest

from dialogs.flows.registry import FLOWS
from tests.scenarios.running import Bot
from tests.transcripts.playing import play
from tests.transcripts.reading import every_transcript, read

AT_LEAST = 3


@pytest.mark.parametrize("path", every_transcript(), ids=lambda path: path.stem)
async def test_the_conversation_runs_as_it_is_written(path: Path, bot: Bot) -> None:
    assert list(await play(read(path), bot)) == []


@pytest.mark.parametrize("flow", [name for name, flow in FLOWS.items() if flow.rules == name])
def test_every_flow_has_its_conversations(flow: str) -> None:
    named = [path.stem for path in every_transcript() if path.stem.replace("-", "_").startswith(f"{flow}_")]
    assert len(named) >= AT_LEAST, f"{flow}: only {named}"


def test_a_line_that_the_bot_does_not_say_is_found_missing(tmp_path: Path) -> None:
    path = tmp_path / "share-x.md"
    path.write_text("# A title\n\nWhy.\n\n**Worker:** hello\n\n**Bot:** Never said\n")
    assert read(path).turns[0].shown == ["Never said"]


async def test_a_line_that_is_not_on_the_card_is_told(tmp_path: Path, bot: Bot) -> None:
    path = tmp_path / "share-x.md"
    path.write_text("# A title\n\nWhy.\n\n**Worker:** hello\n\n**Bot:** Never said\n")
    assert len(list(await play(read(path), bot))) == 1
