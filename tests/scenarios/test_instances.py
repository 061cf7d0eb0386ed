"""Two instances behind nginx on one PostgreSQL: one is killed, the database goes away, both are rolled; people go on.

Nothing is lost, nothing is there twice without saying so, and nobody is stranded.
"""

import asyncio
import os
import re
import signal
import socket
import ssl
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import orjson
import psycopg
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from bot.storage.tables import EXTENSIONS_TABLE
from ops.processes import Program, free_port
from tests.bot.edge import message
from tests.counted import say
from tests.postgresql import PostgreSqlServer
from tests.scenarios.journeys import ROUTINE
from tests.scenarios.reading import Card, own
from tests.scenarios.released import unpack
from tests.scenarios.running import ROOT, Bot, Outbox, Process, surroundings
from tests.scenarios.worker import Worker

PEOPLE = int(os.environ.get("SOAK_PEOPLE", "8"))
GUARD_SECONDS = 120.0
"""A step that takes longer hangs."""
AWAY = float(os.environ.get("SOAK_AWAY", "0"))
"""Seconds that the database is away, in the soak; its server is then a test's own, which takes time to make."""
TEAMS_WAITS = 15.0 if "SOAK_PEOPLE" in os.environ else GUARD_SECONDS
"""Seconds: the longest that anybody may be without an answer or a card while instances come and go, in the soak."""
STEPS = 7
"""What each person does: a text, four cards answered, a text that it was shared, how."""


@dataclass
class Tally:
    """What everybody saw together."""

    steps: int = 0
    allowed: int = 0
    again: int = 0
    longest: float = 0.0
    stranded: list[str] = field(default_factory=list)
    at_once: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(30))

    async def until(self, steps: float) -> None:
        """Wait until all of them together have done so many steps."""
        async with asyncio.timeout(GUARD_SECONDS + AWAY):
            while self.steps < steps:  # noqa: ASYNC110  people tell nobody
                await asyncio.sleep(0.02)


@dataclass
class Person:
    """Someone who presses again where nothing came of it, as people do."""

    worker: Worker
    tally: Tally
    done: int = 0

    async def do(self, what: Coroutine[Any, Any, None]) -> None:
        """Do the next thing, once it is time for it."""
        while self.done >= self.tally.allowed:  # noqa: ASYNC110  likewise
            await asyncio.sleep(0.02)
        async with self.tally.at_once:
            began = time.monotonic()
            await what
            self.tally.longest = max(self.tally.longest, time.monotonic() - began)
        self.done += 1
        self.tally.steps += 1

    async def say(self, text: str) -> None:
        """Type, and again when it is said not to have been taken."""
        chat = self.worker.chat
        seen, texts = len(chat.posts), len(chat.texts)
        await self.deliver(self.worker.activity(message, text=text))
        while not (cards := [call for call in chat.posts[seen:] if call.activity.get("attachments")]):
            if len(chat.texts) > texts:
                texts = len(chat.texts)
                self.tally.again += 1
                await self.deliver(self.worker.activity(message, text=text))
            await asyncio.sleep(0.02)
        self.worker.card = chat.standing(cards[-1].given_id)

    async def press(self, **inputs: str) -> None:
        """Press "next", and again when it is answered by anything but a card."""
        while True:
            pressed = self.worker.pressing("next", **inputs)
            _, reply = await self.deliver(pressed)
            if reply and "card" in reply["type"]:
                self.worker.card = Card(str(pressed["replyToId"]), reply["value"])
                return
            self.tally.again += 1
            await asyncio.sleep(0.3)

    async def deliver(self, activity: dict[str, Any]) -> tuple[int, Any]:
        """Deliver, and again as Teams does where there was no answer."""
        while True:
            try:
                status, reply = await self.worker.bot.post(activity)
            except aiohttp.ClientError:
                status, reply = 0, None
            if status == 200:
                return status, reply
            self.tally.again += 1
            await asyncio.sleep(0.1)

    async def go(self) -> None:
        """From the first card to the case note."""
        await self.do(self.say("share"))
        while self.worker.card.name:
            await self.do(self.press(**self.worker.given(ROUTINE)))
        await self.do(self.say("I've shared it"))
        await self.do(self.press(shared_how="phone"))
        if "note" not in self.worker.card.filled:
            self.tally.stranded.append(self.worker.name)


@dataclass
class Instances:
    """Two processes of the app behind the proxy of deploy/compose, and their database."""

    bot: Bot
    running: tuple[Process, Process]
    server: PostgreSqlServer


@pytest.fixture
async def instances(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Instances]:
    server: PostgreSqlServer = request.getfixturevalue("own_postgresql" if AWAY else "postgresql")
    async with behind_proxy(server.new_database(with_tables=True), server, tmp_path, ROOT) as running:
        yield running


@dataclass(frozen=True)
class Older:
    """The released version: its tables are those that a council has, its instances those that are replaced."""

    root: Path
    commit: str
    extensions: str
    """The last of those that it makes."""


@pytest.fixture
def older(tmp_path: Path) -> Older:
    root = tmp_path / "older"
    commit = unpack(root)
    return Older(root, commit[:7], _last_extension(root))


def _last_extension(root: Path) -> str:
    folder = root / "bot" / "storage" / "migrations" / "extensions" / "versions"
    return max(path.name.partition("_")[0] for path in folder.glob("e*.py"))


@pytest.fixture
async def released(postgresql: PostgreSqlServer, tmp_path: Path, older: Older) -> AsyncIterator[Instances]:
    """Two instances of the version before, on the tables that it made."""
    async with behind_proxy(postgresql.new_database(), postgresql, tmp_path, older.root) as running:
        yield running


@asynccontextmanager
async def behind_proxy(url: str, server: PostgreSqlServer, tmp_path: Path, root: Path) -> AsyncIterator[Instances]:
    trusting = aiohttp.TCPConnector(limit=200, ssl=_own_certificate(tmp_path))
    async with surroundings(url) as bot, aiohttp.ClientSession(connector=trusting) as session:
        bots = (replace(bot), replace(bot))
        running = (Process(bots[0]), Process(bots[1]))
        proxy = None
        try:
            for process in running:
                process.root = root
                await process.start()
            port = free_port()
            proxy = _proxy(tmp_path, port, [one.url.removeprefix("http://") for one in bots])
            bot.url, bot.session, bot.outbox = f"https://localhost:{port}", session, Outbox(url)
            yield Instances(bot, running, server)
            bot.outbox.close()
        finally:
            if proxy:
                proxy.stop()
            for process in running:
                await process.abandon()


def _proxy(folder: Path, port: int, instances: list[str]) -> Program:
    """Start nginx with the configuration that deploy/compose has, but for its names and places."""
    text = (ROOT / "deploy" / "compose" / "nginx.conf").read_text("utf-8")
    for there, here in (
        ("one:3978", instances[0]),
        ("two:3978", instances[1]),
        ("listen 8443", f"listen 127.0.0.1:{port}"),
        ("/tmp/", f"{folder}/"),
        ("/certificates/", f"{folder}/"),
    ):
        assert there in text
        text = text.replace(there, here)
    (folder / "nginx.conf").write_text(text)
    nginx = (ROOT / ".venv" / "nginx").resolve()
    as_us = "daemon off; user root;" if os.getuid() == 0 else "daemon off;"
    command: list[str | Path] = [nginx, "-c", folder / "nginx.conf", "-p", folder, "-g", as_us]
    proxy = Program("nginx", command, {}, folder, folder / "nginx.log")
    proxy.start()
    proxy.wait_until(lambda: _listens(port), GUARD_SECONDS)
    return proxy


def _listens(port: int) -> bool:
    with socket.socket() as attempt:
        return attempt.connect_ex(("127.0.0.1", port)) == 0


def _own_certificate(folder: Path) -> ssl.SSLContext:
    """Make the proxy's certificate, and return what trusts it and no other."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    (folder / "fullchain.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    plain = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "privkey.pem").write_bytes(key.private_bytes(*plain))
    return ssl.create_default_context(cafile=str(folder / "fullchain.pem"))


async def step(tally: Tally, disturb: Callable[[], Awaitable[object]] | None = None) -> float:
    """Let everybody do one more thing; when half have, disturb them. Returns the longest that anyone waited."""
    tally.longest, before = 0.0, PEOPLE * tally.allowed
    tally.allowed += 1
    if disturb:
        await tally.until(before + PEOPLE / 2)
        await disturb()
    await tally.until(before + PEOPLE)
    return tally.longest


async def test_people_go_on_while_one_is_killed_the_database_goes_away_and_both_are_rolled(
    instances: Instances, request: pytest.FixtureRequest
) -> None:
    tally = Tally()
    people = [Person(Worker(instances.bot, f"person-{number}"), tally) for number in range(PEOPLE)]
    going = asyncio.gather(*(person.go() for person in people))
    one, two = instances.running
    waits = {
        "nothing": await step(tally),
        "a kill": await step(tally, lambda: one.restart(signal.SIGKILL)),
        "the database away": await step(tally, (lambda: _stop_for_a_while(instances.server)) if AWAY else None),
        "the first rolled": await step(tally, lambda: one.restart(signal.SIGTERM)),
        "the second rolled": await step(tally, lambda: two.restart(signal.SIGTERM)),
    }
    tally.allowed = STEPS
    await going
    await instances.bot.all_sent(60)

    doubled, said_twice = _doubled(people)
    lost = [person.worker.name for person in people if _note(person) != _note(people[0])]
    matters = int(_rows(instances, "SELECT count(*) FROM matters")[0][0])
    states = dict(_rows(instances, "SELECT state, count(*) FROM outbox GROUP BY state"))
    say(
        request.node,
        f"two instances, {PEOPLE} people, {tally.steps} steps: lost {len(lost)}, doubled {len(doubled)}, cards that "
        f"say that they may be there twice {said_twice}, stranded {len(tally.stranded)}; pressed or sent again "
        f"{tally.again}; longest wait with " + ", ".join(f"{what} {wait:.1f} s" for what, wait in waits.items()),
    )
    assert (lost, doubled, tally.stranded) == ([], [], [])
    assert matters == PEOPLE
    assert max(wait for what, wait in waits.items() if what != "the database away") < TEAMS_WAITS
    assert waits["the database away"] < TEAMS_WAITS + AWAY
    assert set(states) <= {"sent", "doubtful", "given_up"}


async def test_people_go_on_while_the_released_version_is_replaced_and_taken_back(
    released: Instances, older: Older, request: pytest.FixtureRequest
) -> None:
    """Each change meets people in the middle: the new one extends the tables, and the older one goes on beside it."""
    tally = Tally()
    people = [Person(Worker(released.bot, f"person-{number}"), tally) for number in range(PEOPLE)]
    going = asyncio.gather(*(person.go() for person in people))
    one, two = released.running

    async def replaced(process: Process, by: Path) -> None:
        process.root = by
        await process.restart(signal.SIGTERM)

    extensions = f"SELECT version_num FROM {EXTENSIONS_TABLE}"
    assert _rows(released, extensions) == [(older.extensions,)]
    waits = {
        "the older one alone": await step(tally),
        "both together": await step(tally, lambda: replaced(one, ROOT)),
        "the newer one alone": await step(tally, lambda: replaced(two, ROOT)),
        "the older one back": await step(tally, lambda: replaced(one, older.root)),
    }
    assert _rows(released, extensions) == [(_last_extension(ROOT),)]
    tally.allowed = STEPS
    await going
    await released.bot.all_sent(60)
    doubled, said_twice = _doubled(people)
    say(
        request.node,
        f"{older.commit} replaced under {PEOPLE} people and taken back, {tally.steps} steps: doubled {len(doubled)}, "
        f"cards that say that they may be there twice {said_twice}, stranded {len(tally.stranded)}; pressed or sent "
        f"again {tally.again}; longest wait with " + ", ".join(f"{what} {wait:.1f} s" for what, wait in waits.items()),
    )
    assert (doubled, tally.stranded) == ([], [])
    assert [person.worker.name for person in people if "school nurse" not in _note(person)] == []
    assert int(_rows(released, "SELECT count(*) FROM matters")[0][0]) == PEOPLE
    assert max(waits.values()) < TEAMS_WAITS


async def _stop_for_a_while(server: PostgreSqlServer) -> None:
    server.stop()
    await asyncio.sleep(AWAY)
    server.start()


def _note(person: Person) -> str:
    """Their case note, without the hour and the code, which differ with the minute."""
    return re.sub(r"\d\d[:.]\d\d", "", person.worker.card.filled["note"].partition("Recorded under")[0])


def _doubled(people: list[Person]) -> tuple[list[str], int]:
    """Whoever got the same card twice and was not told that it may be so, and how many cards said it."""
    doubled, said = [], 0
    notice = own("notices.may_be_twice")
    for person in people:
        cards = [call.activity["attachments"] for call in person.worker.chat.posts if "attachments" in call.activity]
        posts = [orjson.dumps(card) for card in cards]
        plain = [post for post in posts if notice.encode() not in post]
        said += len(posts) - len(plain)
        if max(Counter(plain).values()) > 1:
            doubled.append(person.worker.name)
    return doubled, said


def _rows(instances: Instances, question: str) -> list[tuple[Any, ...]]:
    with psycopg.connect(instances.bot.database_url) as connection:
        return connection.execute(question).fetchall()
