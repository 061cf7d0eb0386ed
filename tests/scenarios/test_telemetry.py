"""Traces, metrics and logs of a real process: what an operator sees, and never what a person wrote."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from aiohttp import web
from opentelemetry.proto.collector.metrics.v1.metrics_service_pb2 import ExportMetricsServiceRequest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.trace.v1.trace_pb2 import Span

from tests.forked import fork, run_app
from tests.scenarios.journeys import HARM, MARK, marked
from tests.scenarios.running import ROOT, Outbox, Process, free_port, surroundings
from tests.scenarios.worker import Worker


@dataclass
class Collector:
    """A collector for OpenTelemetry, as far as a test needs one."""

    traces: list[ExportTraceServiceRequest] = field(default_factory=list)
    metrics: list[ExportMetricsServiceRequest] = field(default_factory=list)

    async def take_traces(self, request: web.Request) -> web.Response:
        self.traces.append(ExportTraceServiceRequest.FromString(await request.read()))
        return web.Response()

    async def take_metrics(self, request: web.Request) -> web.Response:
        self.metrics.append(ExportMetricsServiceRequest.FromString(await request.read()))
        return web.Response()

    @property
    def spans(self) -> Iterator[Span]:
        for each in self.traces:
            for resource in each.resource_spans:
                for scope in resource.scope_spans:
                    yield from scope.spans

    async def serve(self, port: int) -> web.AppRunner:
        app = web.Application()
        app.router.add_post("/v1/traces", self.take_traces)
        app.router.add_post("/v1/metrics", self.take_metrics)
        runner = web.AppRunner(app)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", port).start()
        return runner


@dataclass
class Watched:
    """A bot that is measured, and what was seen of it."""

    worker: Worker
    process: Process
    collector: Collector
    metrics_url: str

    async def scraped(self) -> str:
        async with self.worker.bot.session.get(self.metrics_url) as response:
            return re.sub(r',?otel_scope_\w+="[^"]*"', "", await response.text()).replace("{,", "{")


@pytest.fixture
async def watched(postgresql_url: str) -> AsyncIterator[Watched]:
    collector, port, metrics = Collector(), free_port(), free_port()
    collecting = await collector.serve(port)
    async with surroundings(postgresql_url) as bot:
        settings = {"METRICS_PORT": str(metrics), "OTEL_EXPORTER_OTLP_ENDPOINT": f"http://127.0.0.1:{port}"}
        process = Process(bot, **settings, LOG_FORMAT="json")
        try:
            await process.start()
            bot.outbox = Outbox(postgresql_url)
            yield Watched(Worker(bot), process, collector, f"http://127.0.0.1:{metrics}/metrics")
            bot.outbox.close()
        finally:
            await process.abandon()
    await collecting.cleanup()


async def test_an_operator_sees_each_turn_by_its_steps_and_nobody_sees_what_was_written(watched: Watched) -> None:
    worker = watched.worker
    await worker.say("share")
    await worker.go_on(marked(HARM))
    async with worker.bot.session.post(f"{worker.bot.url}/api/messages", json={}) as refused:
        assert refused.status == 401
    scraped = await watched.scraped()
    await watched.process.end(by=signal.SIGTERM)

    turns = {span.trace_id: span for span in watched.collector.spans if span.name == "turn"}
    taken = [span for span in turns.values() if _value(span, "flow") == "share"]
    assert taken
    within = {span.name for span in watched.collector.spans if span.trace_id == taken[-1].trace_id}
    assert within >= {"check the caller", "begin", "understand and decide", "store", "draw", "commit"}
    for line in (
        'sharing_guide_turn_duration_seconds_count{kind="message"',
        'sharing_guide_step_duration_seconds_count{step="commit"',
        "sharing_guide_database_wait_duration_seconds_count",
        'sharing_guide_deliveries_total{state="sent",what="post"',
        'sharing_guide_tokens_refused_total{direction="in"} 1.0',
        'sharing_guide_requests_waiting{age="a day or more"} 0.0',
        "sharing_guide_follow_ups_overdue{} 0.0",
        "sharing_guide_outbox_depth",
        "sharing_guide_outbox_age_seconds",
    ):
        assert line in scraped, scraped
    lines = [json.loads(line) for line in watched.process.log().splitlines()]
    assert [line["step"] for line in lines if line["message"].startswith("refused with 401")] == ["check the caller"]
    assert all({"turn", "flow", "step"} <= line.keys() for line in lines if line["message"].startswith("refused"))
    seen = (scraped, watched.process.log(), str(watched.collector.traces), str(watched.collector.metrics))
    assert watched.collector.metrics
    assert [MARK in text for text in seen] == [False] * 4


def _value(span: Span, name: str) -> str:
    return next((each.value.string_value for each in span.attributes if each.key == name), "")


def test_nothing_of_it_is_loaded_unless_it_is_asked_for() -> None:
    # The other SDK loads the interface of OpenTelemetry by itself.
    names = (
        "prometheus_client",
        "bot.telemetry",
        *(() if os.environ.get("BOT_SDK") == "agents" else ("opentelemetry",)),
    )
    loaded = f"import sys, bot.service; print([name for name in sys.modules if name.startswith({names})])"
    asked = [sys.executable, "-c", loaded]
    assert subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout == "[]\n"


def test_a_port_for_the_metrics_that_is_taken_is_named(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        settings = {"DANGEROUSLY_ALLOW_UNAUTHENTICATED": "1", "METRICS_PORT": str(taken.getsockname()[1])}
        code, _, said = run_app(tmp_path, [], settings)
    assert (code, said) == (2, f"app.py: METRICS_PORT {settings['METRICS_PORT']}: Address already in use\n")


def test_whoever_asks_for_the_metrics_by_halves_is_cut_off() -> None:
    process = fork(ask_by_halves, free_port())
    process.join(60)
    assert process.exitcode == 0


def ask_by_halves(port: int) -> None:
    from bot.telemetry import measuring

    measuring.HEAD_SECONDS = 0.1
    measuring.Measuring("", ("127.0.0.1", port))
    with socket.create_connection(("127.0.0.1", port)) as caller:
        caller.sendall(b"GET /metrics HTTP/1.1\r\n")
        caller.settimeout(30)
        assert caller.recv(1) == b""
