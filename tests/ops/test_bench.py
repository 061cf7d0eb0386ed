"""The benchmark's own arithmetic, and one very short run of it: no test here depends on how fast anything is."""

import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from ops.bench.calls import Counts, local_connector
from ops.bench.client import Speaker, as_person, buttons, inputs
from ops.bench.contenders import CONTENDERS
from ops.bench.load import Latency, Wrk
from ops.bench.people import AT_ONCE, Person, in_turns
from ops.bench.results import RATIOS, ratios, summary, table
from ops.bench.rounds import Measured, measure, people_for, refuse_surplus
from ops.places import ROOT
from ops.processes import ProgramError

BY_NAME = {contender.name: contender for contender in CONTENDERS}


def measured(rate: float, cpu_ms: float = 1.0) -> Measured:
    return Measured(turns=100, seconds=100 / rate, cpu_ms=cpu_ms, latency=Latency(1.0, 2.0))


class OneByOne:
    """A load without wrk: every turn is sent when the one before it is answered."""

    def __init__(self, port: int, lines: list[str]) -> None:
        self._port = port
        self._lines = lines

    def started(self) -> float:
        return time.monotonic()

    def answered(self) -> float:
        with closing(Speaker(self._port)) as speaker:
            for line in self._lines:
                speaker.send(json.loads(line))
        return time.monotonic()

    def finish(self) -> Latency:
        return Latency(0.0, 0.0)


@contextmanager
def one_by_one(port: int, turns: Path, connections: int, core: int | None) -> Iterator[OneByOne]:
    yield OneByOne(port, turns.read_text("utf-8").splitlines())


@pytest.mark.parametrize("name", ["raw-post-and-put", "raw-put", "typed", "execute"])
def test_a_short_run_counts_every_turn_and_all_its_calls(name: str) -> None:
    found = measure(BY_NAME[name], 2, one_by_one)
    assert found.turns >= 2 * 5
    assert found.seconds > 0


def test_a_call_too_many_is_not_overlooked() -> None:
    with pytest.raises(ProgramError, match="Expected 10 POST and 0 PUT calls, but 10 and 1 arrived"):
        refuse_surplus(Counts(10, 0), Counts(10, 1))


def test_the_connector_counts_and_keeps_what_arrives(tmp_path: Path) -> None:
    with local_connector(None, tmp_path / "log") as calls:
        for method, path in (("POST", "activities"), ("PUT", "activities/sent-00000001")):
            call(calls.service_url, method, f"v3/conversations/a%3Aworker000001/{path}")
        assert calls.wait_for(Counts(1, 1)).last_at <= time.monotonic()
        assert calls.given_ids() == {"a:worker000001": "sent-00000001"}
        assert calls.last_cards("PUT") == [{"type": "AdaptiveCard"}]


def call(service_url: str, method: str, path: str) -> None:
    with closing(HTTPConnection(urlsplit(service_url).netloc)) as connection:
        connection.request(method, f"/{path}", json.dumps({"attachments": [{"content": {"type": "AdaptiveCard"}}]}))
        connection.getresponse().read()


def test_rates_are_set_against_each_other_within_a_round() -> None:
    ones, others = [measured(100, 2.0), measured(300, 2.5), measured(50, 2.0)], [measured(50, 8.0)] * 3
    assert ratios(ones, others) == {"by_time": 2.0, "by_cpu": 4.0}


def test_an_unknown_processor_time_gives_no_ratio() -> None:
    assert ratios([measured(100, 0.0)], [measured(50, 0.0)]) == {"by_time": 2.0, "by_cpu": 0.0}


def test_the_summary_holds_medians_and_only_the_ratios_that_were_measured() -> None:
    found = summary({"typed": [measured(10), measured(30), measured(20)], "stock": [measured(10)] * 3})
    assert found["contenders"]["typed"]["turns_per_second"] == {"median": 20.0, "lowest": 10.0, "highest": 30.0}
    assert [(entry["of"], entry["to"]) for entry in found["ratios"]] == [("typed", "stock")]
    assert "Sharing Guide, typed turn" in table(found)


def test_every_ratio_is_between_contenders() -> None:
    assert {name for one, other, _ in RATIOS for name in (one, other)} <= set(BY_NAME)


@pytest.mark.parametrize(("seconds", "people"), [(5.0, 50), (0.01, 1), (0.51, 6)])
def test_the_number_of_people_follows_the_time_wanted(seconds: float, people: int) -> None:
    assert people_for(Measured(20, 1.0, 1.0, Latency(1.0, 1.0)), 10, seconds) == people


def test_people_take_turns_and_each_keeps_their_own_order() -> None:
    walks = [[{"person": person, "step": step} for step in range(3)] for person in range(AT_ONCE + 1)]
    order = [json.loads(line) for line in in_turns(walks)]
    assert [entry["person"] for entry in order[: AT_ONCE + 1]] == [*range(AT_ONCE), 0]
    assert [entry["step"] for entry in order if entry["person"] == AT_ONCE] == [0, 1, 2]
    assert len(order) == 3 * (AT_ONCE + 1)


def test_every_activity_has_an_id_of_its_own() -> None:
    people = [Person(number, "http://127.0.0.1:1/") for number in range(3)]
    ids = [person.says(turn, "yes")["id"] for person in people for turn in range(3)]
    assert len(set(ids)) == len(ids)


def test_what_the_pilot_did_is_played_with_the_ids_of_somebody_else() -> None:
    pilot, other = (Person(n, "http://127.0.0.1:1/", f"matter-{n}", f"sent-0000000{n + 1}") for n in (0, 1))
    walk = [pilot.presses(2, "next", {"m": pilot.matter, "r": 3})]
    assert as_person(walk, pilot, other) == [other.presses(2, "next", {"m": other.matter, "r": 3})]


def test_inputs_and_buttons_are_found_wherever_they_stand() -> None:
    field = {"type": "Input.Text", "id": "why"}
    card: dict[str, Any] = {
        "body": [{"type": "Container", "items": [field]}, {"type": "TextBlock", "id": "no input"}],
        "actions": [{"verb": "next", "data": {"r": 1}}, {"type": "Action.ToggleVisibility"}],
    }
    assert inputs(card) == ["why"]
    assert buttons(card) == {"next": {"r": 1}}


@contextmanager
def printing(*lines: str) -> Iterator[Wrk]:
    """What reads wrk, reading a program that prints these lines and waits to be interrupted."""
    program = "import sys,time\nprint(sys.argv[1], flush=True)\ntry: time.sleep(60)\nexcept KeyboardInterrupt: pass"
    command = [sys.executable, "-c", program, "\n".join(lines)]
    with subprocess.Popen(command, bufsize=0, stdout=subprocess.PIPE) as process:
        try:
            yield Wrk(process)
        finally:
            process.kill()


def test_the_moments_and_the_latency_are_read_from_wrk() -> None:
    with printing("Running 1h test", "started", "answered 0", "done 0 1500 9000") as run:
        assert run.started() <= run.answered()
        assert run.finish() == Latency(1.5, 9.0)


def test_a_turn_that_was_refused_spoils_the_run() -> None:
    with printing("started", "answered 3") as run, pytest.raises(ProgramError, match="3 turns were not answered well"):
        run.answered()


def test_a_broken_connection_spoils_the_run() -> None:
    with printing("started", "done 2 1500 9000") as run:
        run.started()
        with pytest.raises(ProgramError, match="2 connections broke"):
            run.finish()


def test_the_stock_bot_has_the_same_server_and_sdk_as_the_bot() -> None:
    own, stock = (
        dict(re.findall(r"^([\w-]+)==(\S+)", (ROOT / path).read_text("utf-8"), re.MULTILINE))
        for path in ("requirements.txt", "ops/bench/requirements.txt")
    )
    assert stock["aiohttp"] == own["aiohttp"]
    assert stock["botbuilder-integration-aiohttp"] == own["botbuilder-core"]
