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
    """Log lines that show a fault without its message."""

    def formatException(self, ei: Any) -> str:  # noqa: N802  the library's name
        return describe(ei[1])


class Ration:
    """Lines that any stranger can bring about by the thousand: of each kind so many in a while, then how many more."""

    def __init__(self, most: int = 20) -> None:
        self._most = most
        self._kinds: dict[int, tuple[float, int]] = {}

    def say(self, said_by: logging.Logger, kind: int, line: str, *values: object) -> None:
        """Log it at INFO, while there is room; `kind` is a status or another of a few numbers."""
        now = time.monotonic()
        began, count = self._kinds.get(kind, (now, 0))
        if now - began >= _QUIET_SECONDS:
            if count > self._most:
                said_by.info("refused with %d: %d more times", kind, count - self._most)
            began, count = now, 0
        if count < self._most:
            said_by.info(line, *values)
        self._kinds[kind] = began, count + 1


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
