"""One word, written wherever something can be written, through a whole life: readable nowhere, and gone in the end."""

import asyncio
import secrets
import signal
import string
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

import app
from bot.config.council import CouncilSettings
from bot.retention import Retention
from bot.storage import Cipher
from bot.storage.databases import database_at
from bot.storage.records import utc_now
from bot.storage.rotation import SEALED
from bot.storage.tables import metadata
from dialogs.engine.questions import Words
from dialogs.flows.registry import FLOWS
from tests.bot.edge import message
from tests.bot.storage.shelf import KEY, opened, rows
from tests.scenarios.following_up import the_one, with_supervisor
from tests.scenarios.journeys import EVERY_CARD, HARM
from tests.scenarios.keeping import change
from tests.scenarios.practising import WRONG, plays
from tests.scenarios.reading import Json
from tests.scenarios.running import Bot, Outbox, Process, free_port, surroundings
from tests.scenarios.test_approvals import ADMIN
from tests.scenarios.test_authority import ANSWERED, ENTRY
from tests.scenarios.test_document import READY
from tests.scenarios.test_extension import about_message, called, query
from tests.scenarios.test_first_contact import TALKED, VISIT
from tests.scenarios.test_gather import DELAY, GP
from tests.scenarios.test_hand_over import code_from
from tests.scenarios.test_receive import CAME_IN, LIMITS
from tests.scenarios.test_telemetry import Collector
from tests.scenarios.worker import Worker

SHORT = {"child", "initials"}
"""Inputs that take no word of this length."""
NOT_MET = {"again_asked", "departed_because", "manager_signed", "told_how", "what_came_out"}
"""Questions of words that this life does not come by. They are kept as the others of their flow."""
WRITTEN = {"conversations", "follow_ups", "matters", "practice", "requests"}
"""The tables that hold the word, sealed; what goes out is emptied once it was sent."""
WAYS: dict[str, tuple[Mapping[str, str], str, Mapping[str, str]]] = {
    "share": (EVERY_CARD, "shared", {"shared_how": "phone"}),
    "gather": (DELAY, "sent", {"sent_how": "phone"}),
    "document": (READY | {"quotes": "yes", "quoted_agreed": "all"}, "given", {"given_how": "in_person"}),
    "first_contact": (VISIT, "talked", TALKED),
    "receive": ({**CAME_IN, **LIMITS}, "", {}),
    "authority": (ANSWERED, "shared", {"shared_how": "phone"}),
}
"""The answers of each flow, and the press that ends it."""


@dataclass
class Writer(Worker):
    """Someone whose name in Teams has the word in it, and who adds it to all that a card lets them write."""

    word: str = ""
    wrote_in: set[str] = field(default_factory=set)

    def activity(self, make: object = message, **changed: object) -> Json:
        made = super().activity(make, **changed)
        made["from"]["name"] = f"{self.name} {self.word}"
        return made

    def pressing(self, verb: str, *, about: str = "", **inputs: str) -> Json:
        filled = {**self.card.filled, **inputs}
        for name, one in self.card.inputs.items():
            if one["type"] == "Input.Text" and name not in SHORT:
                inputs[name] = f"{filled.get(name, '')} {self.word}".strip()
                self.wrote_in.add(name.partition("__")[0])
        return super().pressing(verb, about=about, **inputs)


@dataclass(repr=False)
class Life:
    """A process of the app, with all that could tell of it: its log at every level, its metrics, its traces."""

    bot: Bot
    process: Process
    collector: Collector
    metrics_url: str
    word: str

    def writer(self, name: str) -> Writer:
        return Writer(self.bot, name, word=self.word)

    async def told(self) -> str:
        """What the process has said so far, other than to the people in its chats."""
        async with self.bot.session.get(self.metrics_url) as response:
            return f"{await response.text()}\n{self.process.log()}\n{self.collector}"


@pytest.fixture
async def life(database_url: str) -> AsyncIterator[Life]:
    collector, port, metrics = Collector(), free_port(), free_port()
    collecting = await collector.serve(port)
    async with surroundings(database_url) as bot:
        settings = {
            "METRICS_PORT": str(metrics),
            "OTEL_EXPORTER_OTLP_ENDPOINT": f"http://127.0.0.1:{port}",
            "LOG_FORMAT": "json",
            "PYTHONFAULTHANDLER": "1",
            "ADMINISTRATORS": ADMIN,
            "PRACTICE_EDUCATORS": "o-teacher",
        }
        process = Process(bot, **settings)
        try:
            await process.start()
            bot.outbox = Outbox(database_url)
            word = "zq" + "".join(secrets.choice(string.ascii_lowercase) for _ in range(10))
            yield Life(bot, process, collector, f"http://127.0.0.1:{metrics}/metrics", word)
            bot.outbox.close()
        finally:
            await process.abandon()
    await collecting.cleanup()


async def every_flow(life: Life) -> set[str]:
    """A matter of each flow, to its end, in the hands of one worker."""
    writer = life.writer("worker")
    await writer.join()
    await writer.say(f"tell the school nurse about {life.word}")
    for flow, (answers, end, inputs) in WAYS.items():
        await writer.send(writer.clicking("start", {"about": flow}))
        await writer.say(f"the {life.word} is on my mind")
        await writer.send(writer.clicking("start", {"about": flow}))
        await writer.go_on(answers)
        if end:
            await writer.press(end, **inputs)
        if flow == "gather":
            await writer.press("reply", about="L1")
            await writer.press("next", **GP)
    await writer.say("case summary entry")
    await writer.press("next", **ENTRY)
    await writer.send(writer.clicking("start", {"about": "authority"}))
    await writer.press("next", child="P", part_in_case="none")
    await writer.press("passed_on")
    await writer.say(f"{life.word} " * 400)
    await writer.say(f"{life.word}")
    return writer.wrote_in


async def a_second_pair_of_eyes(life: Life) -> set[str]:
    """A request, asked back, answered, agreed; shared; the follow-up moved and done; the note copied; handed over."""
    channel, boss = await with_supervisor(life.bot), Writer(life.bot, "M.A.", word=life.word)
    channel.team_name = f"Team {life.word}"
    await channel.write(boss, f"what about {life.word}?")
    writer = life.writer("asker")
    await writer.say("share")
    await writer.go_on(HARM)
    await writer.press("ask_supervisor")
    await boss.say("hello")
    await channel.press(boss, channel.cards[-1], "open_request")
    boss.card = boss.chat.cards[-1]
    await boss.press("ask_back")
    writer.card = writer.chat.cards[-1]
    await writer.press("answer_back")
    boss.card = boss.chat.cards[-1]
    await boss.press("agree")
    writer.card = writer.chat.cards[-1]
    await writer.press("open")
    soon = (utc_now() + timedelta(days=2)).date().isoformat()
    await writer.press("shared", shared_how="phone", look_again__date=soon)
    await the_one(writer)
    await writer.press("move_follow_up", move_to__date=soon)
    await writer.press("follow_up_done", done_everyone="yes")
    await writer.say("my matters")
    await writer.press("open")
    await writer.press("copied")
    await writer.press("addition")
    giver = life.writer("giver")
    await giver.say("share")
    await giver.go_on(EVERY_CARD)
    await life.writer("colleague").say(f"take over {await code_from(giver)}")
    return writer.wrote_in | boss.wrote_in


async def all_told(life: Life) -> None:
    """The worker closes every follow-up that is still owed: it would be kept until they do."""
    writer = life.writer("worker")
    await writer.say("follow-ups")
    while owed := [one["data"]["about"] for one in writer.card.presses if one["verb"] == "open_follow_up"]:
        await writer.press("open_follow_up", about=owed[0])
        everyone = {"done_everyone": "yes"} if "done_everyone" in writer.card.inputs else {}
        await writer.press("follow_up_done", **everyone)
        await writer.press("follow_up_copied")
        await writer.say("follow-ups")


async def practice_and_the_rest(life: Life) -> set[str]:
    """A story played, shown, rehearsed; what the guide is asked, is told that did not help, and finds in Teams."""
    writer = life.writer("trainee")
    await plays(writer, WRONG)
    for verb in ("practise_own", "practise_checked", "practise_result"):
        await writer.press(verb)
    for verb in ("practise_rehearse", "practise_replied", "practise_result", "practise_show", "practise_show_yes"):
        await writer.press(verb)
    await writer.say("my progress")
    await writer.press("practise_record")
    await writer.press("practise_reflect")
    await writer.say("my progress")
    await writer.press("practise_call_first")
    await writer.say("share")
    await writer.go_on(HARM)
    await writer.press("your_call")
    await writer.say(f"what does the guidance say about {life.word}?")
    await writer.say("what does 3.7 say?")
    await writer.press("no_help", about="3.7")
    await writer.press("feedback", about="not_clear:3.7")
    await called(writer, "query", query(life.word))
    await called(writer, "submitAction", about_message(question=f"may I tell {life.word}?"))
    return writer.wrote_in


async def what_goes_wrong(life: Life) -> None:
    """Broken messages, tokens and paths, and a matter of no flow: faults of every kind, with the word in them."""
    bot, word, writer = life.bot, life.word, life.writer("unlucky")
    whole = writer.activity(text=word)
    elsewhere = f"https://{word}.example/"
    assert (await bot.post({**whole, "text": [word]}))[0] == 200
    for broken in ({"type": word * 300}, {"serviceUrl": elsewhere}, {"from": word}):
        assert 400 <= (await bot.post({**whole, **broken}))[0] < 500
    for path, headers in ((f"/{word}", {}), ("/api/messages", {"Authorization": f"Bearer {word}.{word}.{word}"})):
        async with bot.session.post(f"{bot.url}{path}?q={word}", data=f'{{"{word}":', headers=headers) as response:
            assert 400 <= response.status < 500
    await writer.say("share")
    await writer.go_on(EVERY_CARD, until="weigh")
    change(bot.database_url, "UPDATE matters SET flow = 'gone' WHERE owner LIKE '%o-unlucky'")
    assert (await bot.post(writer.pressing("next", **writer.given(EVERY_CARD))))[1]["type"].endswith("error")
    assert (await bot.post(writer.activity(text=word)))[0] == 500


def commands(folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What an operator is told by each command that reads the database, and what a pruning writes."""
    tomorrow, file = (utc_now() + timedelta(days=1)).date().isoformat(), folder / "old.jsonl"
    for command in ("audit verify", "audit export", "usage", f"audit prune --to {tomorrow} --file {file}"):
        assert app.main(command.split()) == 0, command
    told = capsys.readouterr()
    return told.out + told.err + file.read_text()


def sealed_in(url: str) -> dict[bytes, tuple[str, bytes]]:
    """Every sealed text there is, with its table and what the database's key opens of it."""
    cipher, database, found = Cipher.from_keys(KEY), database_at(url), {}
    with database.reading() as cursor:
        for column in SEALED:
            cursor.execute(database.sql[column.page], {"after": column.first_key})
            for row in cursor.fetchall():
                found[bytes(row[1])] = column.table, cipher.unseal(column.name_of(row), bytes(row[1]))
    database.engine.dispose()
    return found


def in_clear(url: str, folder: Path) -> bytes:
    """What whoever has the database without its key has: every file beside SQLite's, every row of PostgreSQL's."""
    if url.startswith("sqlite"):
        return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())
    return repr([rows(url, table) for table in metadata.sorted_tables]).encode()


async def test_one_word_through_a_whole_life(
    life: Life, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    word, url = life.word.encode(), life.bot.database_url
    wrote_in = await every_flow(life) | await a_second_pair_of_eyes(life) | await practice_and_the_rest(life)
    asked = {one.name for flow in FLOWS.values() for one in flow.questions() if isinstance(one, Words)}
    assert asked - wrote_in == NOT_MET
    await all_told(life)
    await what_goes_wrong(life)
    told = await life.told()
    await life.process.end(by=signal.SIGABRT)
    monkeypatch.setenv("DATABASE_URL", url)
    monkeypatch.setenv("STORAGE_KEY", KEY)
    told += life.process.log() + await asyncio.to_thread(commands, tmp_path, capsys)
    assert "Fatal Python error" in told and "share" in told
    assert life.word not in told

    before = sealed_in(url)
    assert {table for table, text in before.values() if word in text} == WRITTEN
    assert word not in in_clear(url, tmp_path)

    now = [utc_now() + timedelta(days=days) for days in (500, 508)]
    with opened(url, clock=lambda: now[0]) as storage:
        for _ in range(2):
            await Retention(storage, CouncilSettings(retention_days=30)).delete_expired()
            change(url, "UPDATE outbox SET state = 'sent'")  # cards that are emptied, as a sender would have sent them
            del now[:-1]
        after = sealed_in(url)
        assert [table for table, text in after.values() if word in text] == []
        everywhere = in_clear(url, tmp_path)
        assert [table for text, (table, _) in before.items() if text not in after and text in everywhere] == []
