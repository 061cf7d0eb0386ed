"""Faults for the log: where they happened and of what kind, without their messages, which may quote a person."""

import traceback


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
