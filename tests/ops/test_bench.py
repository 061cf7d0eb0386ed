"""The benchmark's own arithmetic, and one very short run of it: no test here depends on how fast anything is."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from aiohttp import ClientSession, web

from bot.storage.tables import cards, conversations, matters
from ops.bench import growth
from ops.bench.__main__ import measure, users_for
from ops.bench.load import Load, local_connector, send_all
from ops.bench.results import RATIOS, Measured, chart, goals, ratios, summary, table
from ops.bench.targets import TARGETS
from ops.bench.users import AT_ONCE, User, as_user, buttons, in_turns, inputs
from ops.processes import ProgramError, free_port
from tests.bot.storage.shelf import rows
from tests.postgresql import PostgreSqlServer

BY_NAME = {target.name: target for target in TARGETS}


def measured(rate: float, cpu_ms: float = 1.0) -> Measured:
    return Measured(turns=100, seconds=100 / rate, cpu_ms=cpu_ms, median_ms=1.0, slowest_percent_ms=2.0)


@pytest.mark.parametrize("name", BY_NAME)
async def test_a_short_run_counts_every_turn_and_all_its_calls(
    name: str, tmp_path: Path, postgresql: PostgreSqlServer
) -> None:
    found = await measure(BY_NAME[name], 2, tmp_path / "log", postgresql)
    assert found.turns >= 2 * 5
    assert found.seconds > 0


async def test_turns_are_timed_beside_one_matter_and_beside_many(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    small, large = (f"sqlite:///{tmp_path}/{name}.db" for name in ("small", "large"))
    await growth.compare("SQLite", small, large, count=90, rounds=2)
    titles = [line[:28].strip() for line in capsys.readouterr().out.splitlines()[2:]]
    assert [titles[0], *titles[-3:]] == ["typed", "Next on parents_know", "my matters", "all of them"]
    kept = [len(rows(large, table)) - len(rows(small, table)) for table in (conversations, matters, cards)]
    assert kept == [4, 90, 90]


async def test_a_call_too_many_is_not_overlooked() -> None:
    async with local_connector() as connector, ClientSession(connector.service_url) as client:
        await call(client, "POST", "v3/conversations/a%3Aworker000001/activities")
        with pytest.raises(ProgramError, match="Expected 0 POST and 0 PUT calls, but 1 and 0 arrived"):
            connector.refuse_surplus(0, 0)


async def test_the_connector_counts_and_keeps_what_arrives() -> None:
    async with local_connector() as connector, ClientSession(connector.service_url) as client:
        for method, path in (("POST", "activities"), ("PUT", "activities/sent-00000001")):
            assert await call(client, method, f"v3/conversations/a:worker000001/{path}") == {"id": "sent-00000001"}
        await connector.wait_for(1, 1)
        assert connector.last_at <= time.monotonic()
        assert connector.given_ids == {"a:worker000001": "sent-00000001"}
        assert connector.last_cards("PUT") == [{"type": "AdaptiveCard"}]


async def call(client: ClientSession, method: str, path: str) -> Any:
    async with client.request(method, path, json={"attachments": [{"content": {"type": "AdaptiveCard"}}]}) as answer:
        return await answer.json()


def test_rates_are_set_against_each_other_within_a_round() -> None:
    ones, others = [measured(100, 2.0), measured(300, 2.5), measured(50, 2.0)], [measured(50, 8.0)] * 3
    assert ratios(ones, others) == {"by_time": 2.0, "by_cpu": 4.0}


def test_an_unknown_processor_time_gives_no_ratio() -> None:
    assert ratios([measured(100, 0.0)], [measured(50, 0.0)]) == {"by_time": 2.0, "by_cpu": 0.0}


def test_the_summary_holds_medians_and_only_the_ratios_that_were_measured() -> None:
    found = summary({"typed": [measured(10), measured(30), measured(20)], "stock": [measured(10)] * 3})
    assert found["targets"]["typed"]["turns_per_second"] == {"median": 20.0, "lowest": 10.0, "highest": 30.0}
    assert [(entry["of"], entry["to"]) for entry in found["ratios"]] == [("typed", "stock")]
    assert "Sharing Guide, typed turn" in table(found)


def test_each_goal_is_met_or_missed_by_so_much() -> None:
    typed = Measured(100, 1.0, 0.5, 1.0, 2.0, ready_cpu_s=3.0, memory_mib=90.0)
    stock = Measured(100, 1.0, 8.0, 1.0, 2.0, memory_mib=80.0)
    found = summary({"typed": [typed], "stock": [stock], "durable": [measured(10, 0.4)]})
    assert goals(found) == [
        ("typed: CPU ms, by stock", 0.4, 0.5, 1.25),
        ("typed: CPU ms, by durable", pytest.approx(0.4 / 0.7), 0.5, 0.0),
        ("ready: CPU s", 1.5, 3.0, 2.0),
        ("memory: MiB, by stock", 100.0, 90.0, 0.0),
    ]
    assert [line.split("  ")[-1] for line in table(found).splitlines()[-4:]] == [
        *("missed by a factor of 1.2", "met", "missed by a factor of 2.0", "met"),
    ]


def test_the_chart_has_a_bar_for_each_target_that_was_measured() -> None:
    drawn = chart(summary({"typed": [measured(10, 2.0)], "stock": [measured(10, 8.0)]}))
    found = ElementTree.fromstring(drawn).findall("{*}rect")
    bars = [(bar.get("width"), bar.get("x")) for bar in found]
    assert bars == [("420", "290"), ("105", "290")]


def test_every_ratio_is_between_targets() -> None:
    assert {name for one, other, _ in RATIOS for name in (one, other)} <= set(BY_NAME)


@pytest.mark.parametrize(("seconds", "users"), [(5.0, 50), (0.01, 1), (0.51, 6)])
def test_the_number_of_users_follows_the_time_wanted(seconds: float, users: int) -> None:
    assert users_for(Measured(20, 1.0, 1.0, 1.0, 1.0), 10, seconds) == users


def test_users_take_turns_and_each_keeps_their_own_order() -> None:
    walks = [[{"user": user, "step": step} for step in range(3)] for user in range(AT_ONCE + 1)]
    order = [json.loads(line) for line in in_turns(walks)]
    assert [entry["user"] for entry in order[: AT_ONCE + 1]] == [*range(AT_ONCE), 0]
    assert [entry["step"] for entry in order if entry["user"] == AT_ONCE] == [0, 1, 2]
    assert len(order) == 3 * (AT_ONCE + 1)


def test_every_activity_has_an_id_of_its_own() -> None:
    users = [User(number, "http://127.0.0.1:1/") for number in range(3)]
    ids = [user.says(turn, "yes")["id"] for user in users for turn in range(3)]
    assert len(set(ids)) == len(ids)


def test_what_the_pilot_did_is_played_with_the_ids_of_somebody_else() -> None:
    pilot, other = (User(n, "http://127.0.0.1:1/", f"matter-{n}", f"sent-0000000{n + 1}") for n in (0, 1))
    walk = [pilot.presses(2, "next", {"m": pilot.matter, "r": 3})]
    assert as_user(walk, pilot, other) == [other.presses(2, "next", {"m": other.matter, "r": 3})]


def test_inputs_and_buttons_are_found_wherever_they_stand() -> None:
    field = {"type": "Input.Text", "id": "why"}
    card: dict[str, Any] = {
        "body": [{"type": "Container", "items": [field]}, {"type": "TextBlock", "id": "no input"}],
        "actions": [{"verb": "next", "data": {"r": 1}}, {"type": "Action.ToggleVisibility"}],
    }
    assert inputs(card) == ["why"]
    assert buttons(card) == {"next": {"r": 1}}


@asynccontextmanager
async def answering(status: int) -> AsyncIterator[tuple[int, list[Any]]]:
    """A server that gives every turn this status, with all that it was sent."""
    received = []

    async def messages(request: web.Request) -> web.Response:
        received.append(await request.json())
        await asyncio.sleep(0.01)
        return web.Response(status=status)

    app = web.Application()
    app.router.add_post("/api/messages", messages)
    runner = web.AppRunner(app)
    await runner.setup()
    port = free_port()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    try:
        yield port, received
    finally:
        await runner.cleanup()


async def test_each_turn_is_sent_once_and_timed() -> None:
    async with answering(202) as (port, received):
        load = await send_all(port, [json.dumps(number).encode() for number in range(20)], connections=3)
    assert sorted(received) == list(range(20))
    assert len(load.latencies) == 20
    assert min(load.latencies) >= 10
    assert load.answered - load.started >= 0.06


async def test_a_turn_that_was_refused_spoils_the_run() -> None:
    async with answering(500) as (port, _):
        with pytest.raises(ProgramError, match="A turn was answered 500"):
            await send_all(port, [b"1"], connections=1)


async def test_a_broken_connection_spoils_the_run() -> None:
    def hang_up(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.close()

    async with await asyncio.start_server(hang_up, "127.0.0.1", port := free_port()):
        with pytest.raises(ProgramError, match="A connection broke"):
            await send_all(port, [b"1"], connections=1)


def test_the_slowest_percent_is_what_all_but_one_in_a_hundred_stay_under() -> None:
    load = Load(0.0, 1.0, [float(number) for number in range(101)])
    assert (load.median(), load.slowest_percent()) == (50.0, 99.0)
