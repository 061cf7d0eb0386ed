""" "This didn't help", and the figures of it and of answers: groups of five people or more, and nothing of a case."""

import asyncio
import json
import sqlite3
from contextlib import closing

import pytest

import app
from bot.storage.usage_rows import SMALLEST_GROUP
from tests.bot.storage.shelf import KEY, database_file
from tests.scenarios.journeys import ROUTINE
from tests.scenarios.running import Bot
from tests.scenarios.test_approvals import ADMIN
from tests.scenarios.worker import Worker

MARK = "zebra"


@pytest.fixture
def kind(each_kind: str) -> str:
    return each_kind


async def figures(bot: Bot, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> list[list[object]]:
    """What `python app.py usage` prints: all but the tenant and the week."""
    monkeypatch.setenv("DATABASE_URL", bot.database_url)
    monkeypatch.setenv("STORAGE_KEY", KEY)
    assert await asyncio.to_thread(app.main, ["usage"]) == 0
    return [list(row.values())[2:] for row in json.loads(capsys.readouterr().out)]


async def unhelped(worker: Worker, reason: str = "not_clear") -> None:
    """Ask what 3.7 says, and say that it did not help."""
    await worker.say("what does 3.7 say?")
    await worker.press("no_help", about="3.7")
    await worker.press("feedback", about=f"{reason}:3.7")
    assert worker.card.says("notices.feedback_thanks")


async def test_four_are_not_told_and_five_are(
    bot: Bot, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    group = [Worker(bot, f"w{number}") for number in range(SMALLEST_GROUP)]
    for one in group[:-1]:
        await unhelped(one)
    await unhelped(group[0])
    await unhelped(group[0], "too_long")
    assert await figures(bot, monkeypatch, capsys) == []
    await unhelped(group[-1])
    told = await figures(bot, monkeypatch, capsys)
    assert told == [["", "", "explained", "not_clear", 6, 5], ["", "3.7", "explained", "not_clear", 6, 5]]
    admin = Worker(bot, "admin", object_id=ADMIN)
    await admin.say("usage")
    assert admin.card.says("usage.week", day="23/11/2026")
    assert "3.7" in admin.card.text and "6 times, by 5 people" in admin.card.text


async def test_an_answer_is_counted_once_by_paragraph_and_outcome(
    bot: Bot, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(SMALLEST_GROUP):
        one = Worker(bot, f"w{number}")
        await one.say("share")
        await one.go_on(ROUTINE)
        await one.say("hello")
    told = await figures(bot, monkeypatch, capsys)
    assert ["share", "", "yes", "", 5, 5] in told
    assert ["share", "3.7", "yes", "", 5, 5] in told


async def test_on_an_answer_the_answer_stands_again(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE)
    verbs = worker.card.verbs
    await worker.press("no_help")
    assert worker.card.says("hearing.feedback.why")
    await worker.press("feedback", about="not_this_case:answer")
    assert worker.card.says("notices.feedback_thanks")
    assert worker.card.verbs == verbs


async def test_nothing_typed_or_forged_is_kept(bot: Bot, kind: str) -> None:
    worker = Worker(bot, "w1")
    await worker.say("share")
    for about in (f"{MARK}:3.7", f"too_long:{MARK}", "too_long:answer", "too_long", ""):
        await worker.send(worker.clicking("feedback", {"about": about, "m": worker.card.matter}))
        assert worker.card.says("notices.moved_on")
    await worker.send(worker.clicking("no_help", {"about": MARK}))
    assert worker.card.says("hearing.feedback.why")
    if kind == "sqlite":
        with closing(sqlite3.connect(database_file(bot.database_url))) as database:
            assert database.execute("SELECT count(*) FROM usage").fetchone() == (0,)


async def test_others_do_not_see_the_figures(worker: Worker) -> None:
    await worker.say("usage")
    assert not worker.card.says("usage.none")
