"""Verification of the audit record, and export of the entries of one reference or a period."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from bot.storage.audit_rows import FIRST, Entry
from bot.storage.records import from_microseconds
from bot.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class AuditReport:
    """The result of `verify`: how many entries, the last seal, and the faults, each with the number of its entry."""

    entries: int
    last_seal: str
    faults: tuple[str, ...]


MOST_FAULTS = 50


def verify(unit: UnitOfWork) -> AuditReport:
    """Check every entry's seal, that each follows the one before, and that the record ends where its head says.

    The head is locked last, since that keeps others from writing; entries they wrote meanwhile are read then.
    """
    faults: list[str] = []
    count, number, seal = 0, 0, FIRST
    for entry in _all_entries(unit):
        faults += _faults_of(entry, number, seal, holds=unit.has_valid_seal(entry))
        count, number, seal = count + 1, entry.number, entry.seal
    head = unit.head()
    if (head.number, head.seal) != (number, seal):
        faults.append(f"entry {number + 1}: missing; the record ended at entry {head.number}")
    return AuditReport(count, seal, tuple(faults[:MOST_FAULTS]))


def _all_entries(unit: UnitOfWork) -> Iterator[Entry]:
    number = 0
    for entry in unit.entries():
        yield entry
        number = entry.number
    unit.head()
    yield from unit.entries(after=number)


def _faults_of(entry: Entry, number: int, seal: str, *, holds: bool) -> Iterator[str]:
    if not holds:
        yield f"entry {entry.number}: changed, or sealed with a key that is not here"
    if entry.number != number + 1:
        gone = f"entry {number + 1}" if entry.number == number + 2 else f"entries {number + 1} to {entry.number - 1}"
        yield f"{gone}: missing"
    elif entry.before != seal:
        yield f"entry {entry.number}: does not follow entry {number}"


def export(
    unit: UnitOfWork, *, reference: str, since: datetime | None, until: datetime | None
) -> Iterator[dict[str, Any]]:
    """Yield the entries of one reference ("" for all) and period, ready for JSON. `until` is excluded."""
    for entry in unit.entries():
        at = from_microseconds(entry.at)
        if reference and entry.reference != reference:
            continue
        if (since and at < since) or (until and at >= until):
            continue
        yield {**asdict(entry), "at": at.isoformat()}
