"""A flow is found by its folders: begun, decided, noted and replayed without a change to any file that others share."""

import sys
from collections.abc import Iterator
from importlib import invalidate_caches
from pathlib import Path
from typing import Any

import pytest

import cards.flows
import dialogs.flows
import guidance.flows
from cards import letters, words
from cards.presenters import PRESENTERS, add_root
from dialogs.context import Press
from dialogs.flows.registry import FLOWS
from dialogs.screens import Asking, Shown, TheAnswer, TheNote
from guidance import rulebook
from guidance.replay import replay
from guidance.replay_code import encode
from tests.cards.drawn import as_sent
from tests.cards.walking import read_out
from tests.dialogs.desks import Worker
from tests.scenarios.running import running_by, ticking
from tests.scenarios.worker import Worker as InTeams
from tests.seventh.files import written

TABLES: tuple[dict[str, Any], ...] = (rulebook.FLOWS, rulebook.RULEBOOK, FLOWS, PRESENTERS)
FOLDERS: tuple[Any, ...] = (
    guidance.flows.__path__,
    dialogs.flows.__path__,
    cards.flows.__path__,
    words.FOLDERS,
    letters.FOLDERS,
)


@pytest.fixture
def recording(tmp_path: Path) -> Iterator[Path]:
    """The project with one more flow, from a folder of its own; without it again afterwards."""
    before = [dict(table) for table in TABLES], [list(folders) for folders in FOLDERS]
    add_root(written(tmp_path))
    yield tmp_path
    for table, as_it_was in zip(TABLES, before[0], strict=True):
        table.clear()
        table.update(as_it_was)
    for folders, as_they_were in zip(FOLDERS, before[1], strict=True):
        folders[:] = as_they_were
    for name in [name for name in sys.modules if ".flows.recording" in name]:
        del sys.modules[name]
    add_root(tmp_path / "nowhere")  # forgets the words and sentences that were read
    invalidate_caches()


def shown(result: Any) -> str:
    return read_out(as_sent(result.shown))


def test_it_is_played_from_a_first_message_to_its_note(recording: Path) -> None:
    worker = Worker()
    assert isinstance(worker.says("recording a decision about P").shown.screen, Asking)
    assert worker.matter.flow.name == "recording"
    answered = worker.fills_in(child="P", decided_what="Not to tell the school", reasons_recorded="no")
    assert isinstance(answered.shown.screen, TheAnswer)
    assert "The reasons are still to be recorded." in shown(answered)
    assert "Write why, on P's record." in shown(answered)
    worker.presses(Press("change", worker.matter.id, worker.matter.revision, about="decided"))
    answered = worker.fills_in(child="P", decided_what="Not to tell the school", reasons_recorded="yes")
    assert "The decision and its reasons are on the record." in shown(answered)
    worker.says("it's recorded")
    noted = worker.fills_in(recorded_by="T. M., social worker")
    assert isinstance(noted.shown.screen, TheNote)
    note = next(part["value"] for part in as_sent(noted.shown)["body"] if part.get("id") == "note")
    assert "Not to tell the school\nRecorded by T. M., social worker." in note


def test_its_note_can_be_replayed_and_its_answer_says_what_would_change(recording: Path) -> None:
    worker = Worker()
    worker.says("decision recording")
    answered = worker.fills_in(child="P", decided_what="Not to share", reasons_recorded="unsure")
    assert "If the reasons were recorded, nothing would be left to do." in shown(answered)
    assert replay(encode(*worker.matter.flow.facts(worker.matter.values))).still_stands is True


def test_it_is_one_press_away_from_the_welcome(recording: Path) -> None:
    welcome = Worker().says("hello").shown
    assert "Record a decision" in str(as_sent(Shown(welcome.screen)))


async def test_it_is_played_through_the_real_service(recording: Path, sqlite_url: str) -> None:
    async with running_by(ticking(), sqlite_url, {}) as bot:
        worker = InTeams(bot)
        await worker.join()
        await worker.press("start", about="recording")
        await worker.press("next", child="P", decided_what="Not to share", reasons_recorded="yes")
        await worker.press("recorded", recorded_by="T. M., social worker")
        assert "Recorded by T. M., social worker." in worker.card.filled["note"]
        await worker.press("copied")
        assert "Not to share" not in worker.card.text


def test_the_flows_of_the_project_stand_as_they_did_before(recording: Path) -> None:
    assert list(FLOWS) == [
        "share",
        "gather",
        "document",
        "receive",
        "first_contact",
        "authority",
        "case_summary",
        "recording",
    ]


def test_a_flow_called_otherwise_than_its_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "dialogs" / "flows" / "misnamed"
    folder.mkdir(parents=True)
    (folder / "__init__.py").touch()
    (folder / "flow.py").write_text("from dialogs.flows.share.flow import FLOW\n")
    monkeypatch.setattr(dialogs.flows, "__path__", [*dialogs.flows.__path__])
    with pytest.raises(ValueError, match="dialogs/flows/misnamed"):
        add_root(tmp_path)
