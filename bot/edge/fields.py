"""Fields of an untrusted JSON object: each has its expected type, or the whole body is refused."""

import json
import re
from collections.abc import Mapping
from typing import Any

import orjson

Json = dict[str, Any]

_LONGEST_ID = 1000
_DEEPEST = 100


class BadActivity(Exception):
    """The body is not a usable activity; the text says what is wrong and repeats none of it."""


_ODD = re.compile(rb"\\u(?:0000|[dD][89a-fA-F])")  # NUL, and perhaps half of an emoji

_IDS = {"id", "tenantId", "aadObjectId", "replyToId"}  # never mended: `id_of` refuses one that is broken


def load_json(body: bytes) -> Any:
    """Return the JSON of a body, without NUL, halves of an emoji and broken bytes. Raises BadActivity."""
    try:
        if not _ODD.search(body):
            return orjson.loads(body)
    except orjson.JSONDecodeError:
        pass
    try:
        return _whole(json.loads(body.decode("utf-8", "ignore")))
    except (ValueError, RecursionError):
        raise BadActivity("the body is not JSON") from None


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        return value.replace("\0", "").encode("utf-8", "ignore").decode()
    if isinstance(value, list):
        return [_whole(inner) for inner in value]
    if isinstance(value, dict):
        return {_whole(key): inner if key in _IDS else _whole(inner) for key, inner in value.items()}
    return value


def text_of(source: Mapping[str, Any], key: str) -> str:
    """Return a string, "" when there is none."""
    value = source.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadActivity(f"{key} must be a string")
    return value


def id_of(source: Mapping[str, Any], key: str) -> str:
    """Return an identifier: a string of sensible length without control characters, "" when there is none."""
    value = text_of(source, key)
    if len(value) > _LONGEST_ID or not value.isprintable():
        raise BadActivity(f"{key} is not usable")
    return value


def object_of(source: Mapping[str, Any], key: str) -> Json:
    """Return an object, {} when there is none."""
    value = source.get(key)
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise BadActivity(f"{key} must be an object")
    return value


def list_of(source: Mapping[str, Any], key: str) -> list[Json]:
    """Return a list of objects, [] when there is none."""
    value = source.get(key)
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        raise BadActivity(f"{key} must be a list of objects")
    return value


def check_depth(source: Json) -> None:
    """Raise BadActivity for nesting that Python's own recursion could not follow later."""
    level: list[Any] = [source]
    for _ in range(_DEEPEST):
        level = [
            inner
            for outer in level
            for inner in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(inner, (dict, list))
        ]
        if not level:
            return
    raise BadActivity("the body is nested too deeply")
