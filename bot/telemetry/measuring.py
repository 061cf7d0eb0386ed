"""Traces and metrics by OpenTelemetry: sent to a collector (OTLP), shown to Prometheus on a port of their own, or both.

No text, name or id of a person or a conversation is ever an attribute.
"""

import asyncio
import functools
import logging
import secrets
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime, timedelta
from typing import Any

from opentelemetry import trace
from opentelemetry.exporter.otlp.proto.http.metric_exporter import OTLPMetricExporter
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.exporter.prometheus import PrometheusMetricReader
from opentelemetry.metrics import CallbackOptions, Observation
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import MetricReader, PeriodicExportingMetricReader
from opentelemetry.sdk.metrics.view import ExplicitBucketHistogramAggregation, View
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from prometheus_client import start_http_server

from bot import faults
from bot.edge.connector import Connector, Refused
from bot.edge.credentials import NoToken
from bot.storage.errors import StorageUnavailable
from bot.storage.records import from_microseconds
from bot.storage.storage import Storage
from bot.storage.unit_of_work import UnitOfWork, Waiting
from bot.telemetry import steps
from guidance import __version__

log = logging.getLogger(__name__)

LOOK_SECONDS = 30.0
_EXPORT_SECONDS = 3.0
HEAD_SECONDS = 10.0
"""Within so many seconds whoever asks for the metrics has to have done so: each connection has a thread and a file."""
_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0]
_AGES = {"under 2 hours": timedelta(hours=2), "under a day": timedelta(days=1), "a day or more": timedelta.max}


class Measuring:
    """Measures every turn from `start` on; `stop` sends what is left."""

    def __init__(self, otlp_endpoint: str, prometheus: tuple[str, int] | None) -> None:
        resource = Resource.create(
            {
                "service.name": "sharing-guide",
                "service.version": __version__,
                "service.instance.id": secrets.token_hex(8),
            }
        )
        readers: list[MetricReader] = []
        self._traces: TracerProvider | None = None
        self._server: Any = None
        if otlp_endpoint:
            exporter = OTLPMetricExporter(endpoint=f"{otlp_endpoint}/v1/metrics", timeout=_EXPORT_SECONDS)
            readers.append(PeriodicExportingMetricReader(exporter, export_interval_millis=LOOK_SECONDS * 1000))
            self._traces = TracerProvider(resource=resource, shutdown_on_exit=False)
            spans = OTLPSpanExporter(endpoint=f"{otlp_endpoint}/v1/traces", timeout=_EXPORT_SECONDS)
            self._traces.add_span_processor(BatchSpanProcessor(spans))
        if prometheus:
            readers.append(PrometheusMetricReader())
            host, port = prometheus
            self._server, _ = start_http_server(port, host)
            self._server.RequestHandlerClass.timeout = HEAD_SECONDS
        view = View(instrument_name="*.duration", aggregation=ExplicitBucketHistogramAggregation(_BUCKETS))
        self._metrics = MeterProvider(readers, resource=resource, views=[view], shutdown_on_exit=False)
        self._tracer = self._traces.get_tracer("sharing-guide", __version__) if self._traces else None
        self._running: asyncio.Task[None] | None = None
        self._make_instruments()
        self._wrap()

    def _make_instruments(self) -> None:
        meter = self._metrics.get_meter("sharing_guide", __version__)
        name = "sharing_guide.{}".format
        self._requests = meter.create_counter(name("requests"), description="activities by the status of the answer")
        self._turns = meter.create_histogram(name("turn.duration"), "s", "a turn, by what came and how it ended")
        self._steps = meter.create_histogram(name("step.duration"), "s", "a step of a turn")
        self._waits = meter.create_histogram(name("database.wait.duration"), "s", "a transaction in the queue")
        self._sends = meter.create_counter(name("deliveries"), description="deliveries by what became of them")
        self._tokens = meter.create_counter(
            name("tokens.refused"), description="tokens refused: in by us, out by Teams"
        )

    def _wrap(self) -> None:
        steps.follow_turns([self._measured_step], self._waits.record)
        steps.wrap(steps.TURN, self._counting_requests)
        steps.wrap("bot.turns.conversation:Conversations.take", self._timing_turns)
        steps.wrap("bot.outbox_sender.sender:deliver", self._counting_deliveries)
        steps.wrap("bot.edge.connector:Connector._call", self._counting_refusals)

    @contextmanager
    def _measured_step(self, step: str) -> Iterator[None]:
        began = time.perf_counter()
        try:
            with self._span(step):
                yield
        finally:
            self._steps.record(time.perf_counter() - began, {"step": step})

    def _span(self, name: str) -> AbstractContextManager[Any]:
        """A span without the messages of exceptions, which may quote a person."""
        tracer = self._tracer or trace.NoOpTracer()
        return tracer.start_as_current_span(name, record_exception=False, set_status_on_exception=False)

    def _counting_requests(self, messages: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(messages)
        async def run(edge: Any, request: Any) -> Any:
            with self._span("turn") as span:
                response = await messages(edge, request)
                span.set_attribute("status", response.status)
            self._requests.add(1, {"status": response.status})
            if response.status == 401:
                self._tokens.add(1, {"direction": "in"})
            return response

        return run

    def _timing_turns(self, take: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(take)
        async def run(conversations: Any, incoming: Any) -> Any:
            began, outcome = time.perf_counter(), "failed"
            try:
                reply = await take(conversations, incoming)
                outcome = "taken"
                return reply
            finally:
                told = {"kind": incoming.kind.name.lower(), "outcome": outcome}
                self._turns.record(time.perf_counter() - began, told)
                turn = steps.in_hand()
                if turn is not None:
                    span = trace.get_current_span()
                    span.set_attributes({**told, "turn": turn.turn, "flow": turn.flow})

        return run

    def _counting_deliveries(self, deliver: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(deliver)
        async def run(connector: Any, message: Any, on_due: Any) -> Any:
            result = await deliver(connector, message, on_due)
            what = "post" if message.is_post else "reminder" if message.is_reminder else "update"
            self._sends.add(1, {"state": str(result.state), "what": what})
            return result

        return run

    def _counting_refusals(self, call: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(call)
        async def run(*args: Any) -> Any:
            try:
                return await call(*args)
            except Exception as error:
                refused = isinstance(error, Refused) and error.status == 401
                if refused or isinstance(error.__cause__ or error.__context__, NoToken):
                    self._tokens.add(1, {"direction": "out"})
                raise

        return run

    async def start(self, storage: Storage, connector: Connector) -> None:
        """Begin to measure what is in the database."""
        looking = _Looking(storage)
        meter = self._metrics.get_meter("sharing_guide", __version__)
        gauges: dict[str, Callable[[], Iterable[Observation]]] = {
            "outbox.depth": lambda: [Observation(looking.standing.messages)],
            "outbox.age": lambda: [Observation(looking.age(looking.standing.oldest_message))],
            "requests.waiting": looking.requests_by_age,
            "follow_ups.overdue": lambda: [Observation(looking.standing.overdue)],
            "database.away": lambda: [Observation(int(looking.is_away))],
            "cannot_send": lambda: [Observation(int(connector.trouble is not None))],
        }
        for name, observe in gauges.items():
            meter.create_observable_gauge(f"sharing_guide.{name}", [_calling(observe)], _UNITS.get(name, ""))
        self._running = asyncio.create_task(looking.run(), name="telemetry")

    async def stop(self) -> None:
        """Send what is left, for a bounded time."""
        if self._running is not None:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)
        if self._server is not None:
            await asyncio.to_thread(self._server.shutdown)
            self._server.server_close()
        for provider in (self._traces, self._metrics):
            if provider is not None:
                await asyncio.to_thread(provider.shutdown)


_UNITS = {"outbox.age": "s"}


def _calling(observe: Callable[[], Iterable[Observation]]) -> Callable[[CallbackOptions], Iterable[Observation]]:
    return lambda _: observe()


class _Looking:
    """What the database said last of all that waits."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self.standing = Waiting()
        self.is_away = False

    async def run(self) -> None:
        while True:
            try:
                self.standing = await self._storage.transact(UnitOfWork.waiting, within=5.0)
                self.is_away = False
            except StorageUnavailable:
                self.is_away = True
            except Exception as error:
                log.error("what waits could not be counted: %s", faults.describe(error))
            await asyncio.sleep(LOOK_SECONDS)

    def age(self, microseconds: int) -> float:
        return (self._storage.now - from_microseconds(microseconds)).total_seconds() if microseconds else 0.0

    def requests_by_age(self) -> Iterable[Observation]:
        now: datetime = self._storage.now
        counts = dict.fromkeys(_AGES, 0)
        for asked_at in self.standing.requests:
            waited = now - from_microseconds(asked_at)
            counts[next(name for name, most in _AGES.items() if waited < most)] += 1
        return [Observation(count, {"age": name}) for name, count in counts.items()]
