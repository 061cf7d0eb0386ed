"""A short code that holds which facts a decision was made from, and nothing personal, so that it can be run again.

"SG1-share-2026-11-4KD7-Q2M9-3X": the flow, the guidance version, the facts as digits of a mixed base, a checksum.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from guidance.decide import FLOWS, read_facts
from guidance.facts import ALLOCATED, SUPERVISOR
from guidance.paragraphs import VERSION

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
TRUTHS: tuple[object, ...] = (False, True, "unsure", None)
WEIGHED: tuple[object, ...] = ("yes", "partly", "no", "unsure", None)
CONSENTS: tuple[object, ...] = ("yes", "no", "verbal only", "not asked", "n/a", None)
ROLES: tuple[object, ...] = (ALLOCATED, SUPERVISOR, "neither")
TOLD = ("what", "why", "used_for", "to_whom")

SHARE_DIGITS: tuple[tuple[str, tuple[object, ...]], ...] = (
    ("worker_role", ROLES),
    ("authorised_by_allocated_or_supervisor", TRUTHS),
    ("sensitive", TRUTHS),
    ("special_category", TRUTHS),
    ("child_has_suffered_harm", TRUTHS),
    ("real_concern_that_telling_parents_risks_further_harm", TRUTHS),
    ("telling_parents_may_prejudice_crime_investigation", TRUTHS),
    ("telling_not_reasonably_practicable", TRUTHS),
    ("court_order", TRUTHS),
    ("parents_already_told", TRUTHS),
    *((f"parents_told_items.{item}", TRUTHS) for item in TOLD),
    ("recipient_is_professional", TRUTHS),
    ("recipient_in_professional_network", TRUTHS),
    ("recipient_needs_to_know", WEIGHED),
    ("information_relevant", WEIGHED),
    ("information_necessary", WEIGHED),
    ("information_proportionate", WEIGHED),
    ("third_party_document_included", TRUTHS),
    ("author_written_consent", CONSENTS),
    ("discussed_with_author", TRUTHS),
    ("lawfulness_unclear", TRUTHS),
)
DIGITS = {"share": SHARE_DIGITS, "authority": SHARE_DIGITS}
"""The facts that can change a decision, a flow, with the values each may take. Only ever added to at the end."""


class CodeError(ValueError):
    """The code cannot be read; the message says in one line why."""


@dataclass(frozen=True, slots=True)
class Replayable:
    """What a code holds."""

    flow: str
    guidance_version: str
    facts: dict[str, Any]


def encode(flow: str, facts: Mapping[str, object]) -> str:
    """The code of these facts. Raises FactsError when they cannot be decided on."""
    known = read_facts(FLOWS[flow], facts).model_dump()
    number = 0
    for name, values in DIGITS[flow]:
        number = number * len(values) + values.index(_value(known, name, values))
    body = f"SG1-{flow}-{VERSION}-{'-'.join(_groups(_base32(number)))}"
    return f"{body}-{_checksum(body)}"


def decode(code: str) -> Replayable:
    """The facts of a code. Raises CodeError for one that was mistyped or is of another make."""
    body, _, check = code.strip().upper().rpartition("-")
    body = _lower_flow(body)
    if not body.startswith("SG1-") or _checksum(body) != check:
        raise CodeError("the code is not whole: check it against the case note")
    _, flow, year, month, *digits = body.split("-")
    return Replayable(flow, f"{year}-{month}", _facts(flow, _number("".join(digits))))


def _facts(flow: str, number: int) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    for name, values in reversed(DIGITS[flow]):
        number, digit = divmod(number, len(values))
        outer, _, inner = name.partition(".")
        if values[digit] is None:
            continue
        if inner:
            facts.setdefault(outer, {})[inner] = values[digit]
        else:
            facts[name] = values[digit]
    return facts


def _value(known: Mapping[str, Any], name: str, values: tuple[object, ...]) -> object:
    outer, _, inner = name.partition(".")
    value = known[outer][inner] if inner else known[outer]
    return values[-1] if value not in values else value


def _lower_flow(body: str) -> str:
    make, _, rest = body.partition("-")
    flow, _, digits = rest.partition("-")
    return f"{make}-{flow.lower()}-{digits}"


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
    digest = hashlib.sha256(body.encode()).digest()
    return ALPHABET[digest[0] % 32] + ALPHABET[digest[1] % 32] + ALPHABET[digest[2] % 32]
