"""Faults for the log: where they happened and of what kind, without their messages, which may quote a person."""

import asyncio
import logging
import time
import traceback
from typing import Any

log = logging.getLogger(__name__)

_QUIET_SECONDS = 10.0
_said: dict[str, float] = {}


class PlainLines(logging.Formatter):
    """Lines of the log in which a fault stands without its message."""

    def formatException(self, ei: Any) -> str:  # noqa: N802  the library's name
        return describe(ei[1])


def say_of_loop(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Log what the event loop could not handle; the same again, such as having no files left, not for a while."""
    what, error = str(context.get("message", "")), context.get("exception")
    if time.monotonic() - _said.get(what, -_QUIET_SECONDS) >= _QUIET_SECONDS:
        _said[what] = time.monotonic()
        log.error("the event loop: %s: %s", what, describe(error) if error else "")


def describe(error: BaseException) -> str:
    """Write an exception, its causes and their places in the code."""
    parts: list[str] = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        places = "".join(traceback.format_tb(current.__traceback__)).rstrip()
        parts.append(f"{type(current).__module__}.{type(current).__qualname__}\n{places}")
        current = current.__cause__ or current.__context__
    return "\ncaused by ".join(parts)
