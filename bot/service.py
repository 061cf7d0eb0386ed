"""The running service: connects the parts of `bot/` by the settings."""

import asyncio
import gc
import logging
import os
import signal
from collections.abc import Callable, Mapping
from contextlib import AsyncExitStack
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from bot import faults
from bot.config.settings import Settings, SettingsError
from bot.edge.adapter import GuideAdapter
from bot.edge.admission import Admission
from bot.edge.authentication import TokenCheck
from bot.edge.connector import Connector, open_session
from bot.edge.credentials import credentials_for
from bot.edge.signing_keys import SigningKeys
from bot.edge.web import create_app, create_runner, listen
from bot.outbox_sender.sender import LEASE_SECONDS, Listeners, Sender
from bot.reminders import Reminders
from bot.retention import Retention
from bot.storage.errors import StorageError
from bot.storage.keys import cipher_for
from bot.storage.records import utc_now
from bot.storage.storage import Storage
from bot.turns.conversation import Conversations
from bot.turns.doubts import Doubts
from bot.watch import Watch

if TYPE_CHECKING:
    from bot.telemetry.measuring import Measuring

log = logging.getLogger(__name__)


class CannotStart(Exception):
    """The settings, the database or the port prevent the start; the message is one line."""


def run(environ: Mapping[str, str] = os.environ) -> None:
    """Answer Teams until SIGTERM or Ctrl-C. Raises CannotStart."""
    try:
        settings = Settings.from_environment(environ)
    except SettingsError as error:
        raise CannotStart(str(error)) from None
    begin_log(settings)
    try:
        asyncio.run(serve(settings))
    except (StorageError, SettingsError) as error:
        raise CannotStart(str(error)) from None
    except OSError as error:
        raise CannotStart(f"PORT {settings.port}: {error.strerror or error}") from None
    except CannotStart:
        raise
    except Exception as error:
        log.critical("stopped by a fault: %s", faults.describe(error))
        raise CannotStart("a fault of the bot; the log says where") from None


async def serve(
    settings: Settings, clock: Callable[[], datetime] | None = None, *, lease: float = LEASE_SECONDS
) -> None:
    """Connect the parts and run until told to stop, by this clock or that of the settings.

    Raises StorageError, SettingsError or OSError when it cannot start.
    """
    measuring = measuring_for(settings)  # before anything takes hold of a function that it measures
    asyncio.get_running_loop().set_exception_handler(faults.say_of_loop)
    async with AsyncExitStack() as stack:
        storage = open_storage(settings, clock or clock_from(settings.shifted_clock))
        stack.callback(storage.close)
        session = await stack.enter_async_context(open_session())
        credentials = credentials_for(settings, session)
        connector = Connector(session, settings.service_hosts, credentials)
        reminders = Reminders(storage, settings.council, connector)
        doubts = Doubts(storage, settings.council, connector)
        listeners = Listeners(reminders.handle_due, doubts.hear_unsent, doubts.look_at_left)
        sender = Sender(storage, connector, listeners, lease=lease)
        watch = Watch(storage, connector, credentials.ends, lambda: sender.is_failing)
        retention = Retention(storage, settings.council)
        if measuring:
            stack.push_async_callback(measuring.stop)
            await measuring.start(storage, connector)
        for background in (watch, sender, retention):
            await background.start()
            stack.push_async_callback(background.stop)
        conversations = Conversations(storage, settings.council, connector)
        stack.push_async_callback(conversations.stop)
        adapter = GuideAdapter(connector, conversations.take)
        keys = SigningKeys(session, settings.openid_metadata_url)
        check = None if settings.unauthenticated else TokenCheck(keys, settings.app_id or "")
        admission = Admission(settings.service_hosts, settings.app_id, settings.tenants)
        app = create_app(token_check=check, admission=admission, adapter=adapter, ready=watch.check_ready)
        runner = create_runner(app)
        stack.push_async_callback(runner.cleanup)
        gc.freeze()  # what is loaded by now stays, and is large: a collection that looks through it holds every turn up
        await listen(runner, settings.host, settings.port)
        log.info("listening on %s:%d", settings.host, settings.port)
        await wait_for_stop_signal()


def begin_log(settings: Settings) -> None:
    """Log to standard error, in the form that the settings ask for."""
    logging.basicConfig(level=settings.log_level)
    for handler in logging.getLogger().handlers:
        handler.setFormatter(faults.PlainLines("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger("alembic").setLevel(logging.WARNING)
    if settings.log_format == "json":
        from bot.telemetry.steps import JsonLines  # noqa: PLC0415  nothing of it where it is not asked for

        for handler in logging.getLogger().handlers:
            handler.setFormatter(JsonLines())


def measuring_for(settings: Settings) -> "Measuring | None":
    """Return what measures turns, None where nothing is asked for. Raises CannotStart without its packages or port."""
    if settings.otlp_endpoint or settings.metrics_port:
        try:
            from bot.telemetry.measuring import Measuring  # noqa: PLC0415  an extra
        except ImportError:
            raise CannotStart("metrics and traces need more packages: pip install 'sharing-guide[telemetry]'") from None
        prometheus = (settings.host, settings.metrics_port) if settings.metrics_port else None
        try:
            return Measuring(settings.otlp_endpoint or "", prometheus)
        except OSError as error:
            raise CannotStart(f"METRICS_PORT {settings.metrics_port}: {error.strerror}") from None
    if settings.log_format == "json":
        from bot.telemetry.steps import follow_turns  # noqa: PLC0415  as above

        follow_turns([], lambda _: None)
    return None


def open_storage(settings: Settings, clock: Callable[[], datetime]) -> Storage:
    """Open the database of the settings, its tables up to date. Raises StorageError."""
    url = settings.database_url.get_secret_value()
    key = settings.storage_key.get_secret_value() if settings.storage_key else ""
    return Storage.open(url, cipher_for(url, key), clock=clock)


def clock_from(shifted_by: str | None) -> Callable[[], datetime]:
    """Return the machine's clock, or one that is ahead by the seconds in the file `shifted_by`, read at each call."""
    if not shifted_by:
        return utc_now
    file = Path(shifted_by)
    return lambda: utc_now() + timedelta(seconds=_seconds(file))


def _seconds(file: Path) -> float:
    """Return the seconds in the file, 0 if it is absent or only half written."""
    try:
        return float(file.read_text("ascii"))
    except (OSError, ValueError):
        return 0.0


async def wait_for_stop_signal() -> None:
    """Return on SIGTERM or Ctrl-C."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await stop.wait()
