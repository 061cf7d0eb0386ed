"""Sharing Guide: the command line and the one place where everything is wired together."""

import argparse
import asyncio
import logging
import os
import signal
import sys
from contextlib import AsyncExitStack

from bot.adapter import GuideAdapter
from bot.admission import Admission
from bot.authentication import TokenCheck
from bot.connector import Connector, open_session
from bot.conversation import Conversations
from bot.credentials import credentials_for
from bot.outbox import Sender
from bot.retention import Retention
from bot.settings import Settings, SettingsError
from bot.signing_keys import SigningKeys
from bot.storage.errors import StorageError
from bot.storage.keys import codec_for
from bot.storage.storage import Storage
from bot.web import create_app, create_runner, listen
from guidance.exchange import ExchangeError, exchange

BAD_INPUT = 2


def main(arguments: list[str]) -> int:
    """Run one command; `serve` when none is named. Returns the exit code."""
    parser = argparse.ArgumentParser(prog="app.py", description="A guidance bot for children's social workers.")
    commands = parser.add_subparsers(dest="command")
    commands.add_parser("serve", help="answer Teams (the default)")
    commands.add_parser("decide", help="decide on the facts given as JSON on standard input")
    command = parser.parse_args(arguments).command or "serve"
    return {"serve": serve_command, "decide": decide_command}[command]()


def decide_command() -> int:
    """Decisions for the cases on standard input; exit 2 and one line on standard error when they cannot be decided."""
    try:
        print(exchange(sys.stdin.buffer.read().decode("utf-8-sig")))
    except UnicodeDecodeError:
        return refused("the input is not UTF-8")
    except ExchangeError as error:
        return refused(str(error))
    return 0


def serve_command() -> int:
    """Answer Teams until told to stop; exit 2 and one line when the settings or the database do not allow it."""
    try:
        settings = Settings.from_environment(os.environ)
    except SettingsError as error:
        return refused(str(error))
    logging.basicConfig(level=settings.log_level, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    try:
        asyncio.run(serve(settings))
    except StorageError as error:
        return refused(str(error))
    except OSError as error:
        return refused(f"PORT {settings.port}: {error.strerror or error}")
    return 0


async def serve(settings: Settings) -> None:
    """Wire everything and run until SIGTERM or Ctrl-C. Raises StorageError or OSError when it cannot start."""
    async with AsyncExitStack() as stack:
        storage = open_storage(settings)
        stack.callback(storage.close)
        session = await stack.enter_async_context(open_session())
        connector = Connector(session, settings.service_hosts, credentials_for(settings, session))
        sender = Sender(storage, connector)
        await sender.start()
        stack.push_async_callback(sender.stop)
        retention = Retention(storage, settings.council)
        await retention.start()
        stack.push_async_callback(retention.stop)
        conversations = Conversations(storage, settings.council, sender.wake, connector.say)
        adapter = GuideAdapter(connector, conversations.take)
        keys = SigningKeys(session, settings.openid_metadata_url)
        check = None if settings.unauthenticated else TokenCheck(keys, settings.app_id or "")
        admission = Admission(settings.service_hosts, settings.app_id, settings.tenants)
        runner = create_runner(create_app(token_check=check, admission=admission, adapter=adapter, ready=storage.check))
        stack.push_async_callback(runner.cleanup)
        await listen(runner, settings.host, settings.port)
        logging.getLogger(__name__).info("listening on %s:%d", settings.host, settings.port)
        await told_to_stop()


def open_storage(settings: Settings) -> Storage:
    """The database of the settings, its tables up to date. Raises StorageError."""
    url = settings.database_url.get_secret_value()
    key = settings.storage_key.get_secret_value() if settings.storage_key else ""
    return Storage.open(url, codec_for(url, key))


async def told_to_stop() -> None:
    """Return on SIGTERM or Ctrl-C."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await stop.wait()


def refused(why: str) -> int:
    """One clear line on standard error."""
    print(f"app.py: {why}", file=sys.stderr)
    return BAD_INPUT


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
