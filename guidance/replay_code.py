"""A short code that holds which facts a decision was made from, and nothing personal, so that it can be run again.

"SG2-share-2026-11-4KD7-Q2M9-W0T5-3XK": the make, the flow, the guidance version, the facts as digits of a mixed base,
a digest of what was decided, a checksum. A fact that was not given is the digit 0, and the first fact is the lowest
digit: facts added at the end of a list leave every older code as it was. Codes of the first make, SG1, hold no digest
and are still read.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from guidance.decide import FactsError, read_facts
from guidance.facts import ALLOCATED, SUPERVISOR
from guidance.paragraphs import VERSION
from guidance.replay_digest import ALPHABET, digest, letters
from guidance.replay_digits import NOT_GIVEN
from guidance.rulebook import FLOWS

_WHOLE = re.compile(rf"SG([12])-([A-Z_]+)-(\d{{4}}-\d{{2}})((?:-[{ALPHABET}]{{4}})+)-([{ALPHABET}]{{3}})")
_LONGEST = 200


class CodeError(ValueError):
    """The code cannot be read; the message says in one line why."""


@dataclass(frozen=True, slots=True)
class Replayable:
    """What a code holds; `digest` is None in a code of the first make."""

    flow: str
    guidance_version: str
    facts: dict[str, Any]
    digest: str | None = None


def encode(flow: str, facts: Mapping[str, object]) -> str:
    """The code of these facts. Raises FactsError when they cannot be decided on."""
    if flow not in FLOWS:
        raise FactsError(f"flow: unknown flow {flow!r}")
    read = read_facts(FLOWS[flow], facts)
    given = read.model_dump(exclude_unset=True)
    number, place = 0, 1
    for name, values in FLOWS[flow].digits:
        number += place * values.index(_value(given, name, values))
        place *= len(values)
    body = f"SG2-{flow}-{VERSION}-{'-'.join(_groups(_base32(number)))}-{digest(FLOWS[flow].decide(read))}"
    return f"{body}-{_checksum(body)}"


def decode(code: str) -> Replayable:
    """The facts of a code. Raises CodeError for one that was mistyped or is of another make."""
    found = _WHOLE.fullmatch(code.strip().upper()) if len(code) <= _LONGEST else None
    if found is None:
        raise CodeError("this is not a replay code: it looks like SG2-share-2026-11-4KD7-Q2M9-W0T5-3XK")
    make, flow, version, digits, check = found.group(1), found.group(2).lower(), *found.group(3, 4, 5)
    if flow not in FLOWS:
        raise CodeError(f"the code is of a flow that is not known here: {flow}")
    if _checksum(f"SG{make}-{flow}-{version}{digits}") != check:
        raise CodeError("the code is not whole: check it against the case note")
    groups = digits.lstrip("-").split("-")
    decided = groups.pop() if make == "2" else None
    return Replayable(flow, version, dict(_facts(flow, _number("".join(groups)))), decided)


def _facts(flow: str, number: int) -> Iterator[tuple[str, Any]]:
    nested: dict[str, dict[str, Any]] = {}
    for name, values in FLOWS[flow].digits:
        number, digit = divmod(number, len(values))
        outer, _, inner = name.partition(".")
        if inner and values[digit] is not NOT_GIVEN:
            nested.setdefault(outer, {})[inner] = values[digit]
        elif values[digit] is not NOT_GIVEN:
            yield name, _as_given(values[digit])
    if number:
        raise CodeError("the code holds facts that are not known here: it was made by a later version")
    yield from nested.items()


def _as_given(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _value(given: Mapping[str, Any], name: str, values: tuple[object, ...]) -> object:
    """The value as one of those the code knows; a role in other words counts as neither."""
    outer, _, inner = name.partition(".")
    value = (given.get(outer) or {}).get(inner) if inner else given.get(outer)
    if value is None:
        return NOT_GIVEN
    if name == "worker_role":
        return value if value in (ALLOCATED, SUPERVISOR) else "neither"
    return tuple(kind for kind in _kinds(values) if kind in value) if isinstance(value, list) else value


def _kinds(values: tuple[object, ...]) -> list[object]:
    """Each single member of values that are themselves collections, in their order."""
    return [value[0] for value in values if isinstance(value, tuple) and len(value) == 1]


def _base32(number: int) -> str:
    digits = ""
    while number or not digits:
        number, digit = divmod(number, 32)
        digits = ALPHABET[digit] + digits
    return digits


def _number(digits: str) -> int:
    number = 0
    for digit in digits:
        number = number * 32 + ALPHABET.index(digit)
    return number


def _groups(digits: str) -> list[str]:
    padded = digits.rjust(-(-len(digits) // 4) * 4, "0")
    return [padded[start : start + 4] for start in range(0, len(padded), 4)]


def _checksum(body: str) -> str:
    return letters(body, 3)
