"""Verification of the audit record, and export of the entries of one reference or a period.

Both read page by page what the database holds: nothing of it can be changed, and no turn waits for them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, islice, takewhile
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict, replace
from sqlalchemy.engine.interfaces import DBAPICursor

from bot.storage.approval_rows import ALL_SUPERVISORS, ANY_MEMBER, REQUESTS, REQUESTS_AFTER
from bot.storage.audit_rows import BASE, CUT, END, ENTRIES_AFTER, ENTRIES_UP_TO, FIRST, PAGE, READ_HEAD, Entry, Head
from bot.storage.databases import Database
from bot.storage.encryption import Cipher
from bot.storage.errors import StorageError
from bot.storage.integrity import read_notes
from bot.storage.records import from_microseconds, to_microseconds

MOST_FAULTS = 50
_OPEN = "open"
_STATES = {
    "request_made": _OPEN,
    "more_asked": _OPEN,
    "answered_back": _OPEN,
    "agreed": "agreed",
    "not_agreed": "not_agreed",
    "request_withdrawn": "withdrawn",
    "withdrawn_as_answers_changed": "withdrawn",
    "withdrawn_as_handed_over": "withdrawn",
    "withdrawn_as_told": "withdrawn",
    "request_ended": "gone",
}
"""The state of a request after each entry that opens or settles it."""


@dataclass(frozen=True, slots=True)
class AuditReport:
    """The result of `verify`: the number of entries, the last seal, and each fault with its entry."""

    entries: int
    last_seal: str
    faults: tuple[str, ...]


class Followed(Struct):
    """The state after some entries: who may decide in which channel, and the status of each request."""

    number: int = 0
    seal: str = FIRST
    supervisors: set[tuple[str, str]] = set()
    requests: dict[str, str] = {}

    @classmethod
    def from_note(cls, note: dict[str, Any] | None) -> "Followed":
        """Begin after the entries that were exported and pruned."""
        if note is None:
            return cls()
        return cls(note["number"], note["seal"], {(one, other) for one, other in note["supervisors"]}, note["requests"])

    def to_note(self) -> dict[str, Any]:
        return {**asdict(self), "supervisors": sorted(self.supervisors)}

    def follow(self, entry: Entry) -> None:
        self.number, self.seal = entry.number, entry.seal
        if entry.what in _STATES and entry.tenant and entry.reference.isdigit():
            self.requests[f"{entry.tenant}/{entry.reference}"] = _STATES[entry.what]
        elif entry.what in ("supervisor_added", "members_decide"):
            self.supervisors.add((entry.reference, entry.detail.lower() or ANY_MEMBER))
        elif entry.what in ("supervisor_removed", "members_do_not_decide", "channel_set"):
            self.supervisors.discard((entry.reference, entry.detail.lower() or ANY_MEMBER))


class Pruned(Exception):
    """Entries were pruned while they were being verified."""


def verify(
    database: Database, cipher: Cipher, noted: str = "", exported: Callable[[], Iterable[Entry]] | None = None
) -> AuditReport:
    """Check every entry's seal, that each follows the one before, and that the record ends where it did.

    What the entries say of supervisors and requests is compared with what the tables hold. `noted`: a seal that was
    noted elsewhere, which must be an entry's. `exported`: the entries that were pruned, from the first one on, which
    are then checked as well. Raises StorageError.
    """
    while True:
        try:
            return _Verification(database, cipher, noted, exported).run()
        except Pruned:  # begin again behind what is no longer there
            continue


class _Verification:
    def __init__(
        self, database: Database, cipher: Cipher, noted: str, exported: Callable[[], Iterable[Entry]] | None
    ) -> None:
        self._database = database
        self._cipher = cipher
        self._noted = noted
        with database.reading() as cursor:
            self._notes = self._read_notes(cursor)
        self._base = Followed.from_note(self._notes.get(BASE))
        self._exported = exported
        self._told = Followed() if exported else replace(self._base)
        self._is_noted = noted in ("", self._told.seal)
        self._seals = {self._told.number: self._told.seal}  # from where the record ended as this began
        self._count = 0

    def run(self) -> AuditReport:
        """Return what was found. Raises Pruned."""
        faults = tuple(islice(chain(self._faults_of_exported(), self._faults()), MOST_FAULTS))
        return AuditReport(self._count, self._told.seal, faults)

    def _faults_of_exported(self) -> Iterator[str]:
        for entry in self._exported() if self._exported else ():
            yield from self._faults_of(entry)
        if (self._told.number, self._told.seal) != (self._base.number, self._base.seal):
            yield f"the files end at entry {self._told.number}, but the record was pruned up to {self._base.number}"
            self._told = replace(self._base)

    def _read_notes(self, cursor: DBAPICursor) -> dict[str, Any]:
        there = self._database.tables(cursor)
        if "audit" not in there:
            raise StorageError("the database holds no record")
        return read_notes(self._database, cursor, self._cipher, there)

    def _faults(self) -> Iterator[str]:
        while True:
            with self._database.reading() as cursor:
                page = _page(self._database, cursor, self._told.number)
                base = self._read_notes(cursor).get(BASE)
                if base and base["number"] > self._base.number:
                    raise Pruned
                for entry in page:
                    yield from self._faults_of(entry)
                if len(page) < PAGE:
                    yield from self._faults_at_end(cursor)
                    return

    def _faults_of(self, entry: Entry) -> Iterator[str]:
        told, end = self._told, self._notes.get(END)
        # A key that has gone may be somebody's: behind the end that was noted with a key of today it adds nothing.
        is_late = end is not None and entry.number > end["number"]
        is_signed = self._cipher.is_signed(entry.sealed_text(), entry.seal)
        if not is_signed or (is_late and not self._cipher.is_signed_by_given(entry.seal)):
            yield f"entry {entry.number}: changed, or sealed with a key that is not here"
        if entry.number <= told.number:
            yield f"entry {entry.number}: stands after entry {told.number}"
        elif entry.number != told.number + 1:
            one = f"entry {told.number + 1}"
            yield f"{one if entry.number == told.number + 2 else f'entries {one[6:]} to {entry.number - 1}'}: missing"
        elif entry.before != told.seal:
            yield f"entry {entry.number}: does not follow entry {told.number}"
        if entry.what == CUT:
            yield f"entry {entry.number}: written after entries had been cut off or put behind entry {entry.reference}"
        told.follow(entry)
        self._count += 1
        self._is_noted = self._is_noted or entry.seal == self._noted
        if end is None or entry.number >= end["number"]:
            self._seals[entry.number] = entry.seal

    def _faults_at_end(self, cursor: DBAPICursor) -> Iterator[str]:
        """Compare with the head, the sealed note of the end, and the tables, all as of one moment."""
        cursor.execute(self._database.sql[READ_HEAD])
        row = cursor.fetchone()
        head, end = Head(*row) if row else Head(0, FIRST), self._read_notes(cursor).get(END)
        if (head.number, head.seal) != (self._told.number, self._told.seal):
            yield f"entry {self._told.number + 1}: missing; the record ended at entry {head.number}"
        if end is None:
            yield "the end of the record is not sealed: it was cut, or the bot never ran with this version"
        elif end["number"] > self._told.number:
            yield f"entry {self._told.number + 1}: missing; the record was cut, and had ended at entry {end['number']}"
        elif self._seals.get(end["number"]) != end["seal"]:
            yield f"entry {end['number']}: not the one with which the record ended"
        if not self._is_noted:
            pruned = "" if self._exported or not self._base.number else ", or it is in a file that was pruned: --file"
            yield f"no entry bears the seal that was noted: the record was cut before it, or put back{pruned}"
        cursor.execute(self._database.sql[ENTRIES_UP_TO], {"last": self._base.number})
        for (number,) in cursor.fetchall():
            yield f"entry {number}: put back, or put there, before the first that the record keeps"
        yield from self._faults_of_supervisors(cursor)
        yield from self._faults_of_requests(cursor)

    def _faults_of_supervisors(self, cursor: DBAPICursor) -> Iterator[str]:
        cursor.execute(self._database.sql[ALL_SUPERVISORS])
        listed = {(channel, person.lower()) for channel, person in cursor.fetchall()}
        for channel, person in sorted(listed - self._told.supervisors):
            yield f"supervisor {person} of {channel}: listed, but no entry says that they were added"
        for channel, person in sorted(self._told.supervisors - listed):
            yield f"supervisor {person} of {channel}: not listed, but no entry says that they were removed"

    def _faults_of_requests(self, cursor: DBAPICursor) -> Iterator[str]:
        seen = set()
        for row in _all_requests(self._database, cursor):
            number, tenant, state = row[1], row[2], row[8]
            seen.add(name := f"{tenant}/{number}")
            told = self._told.requests.get(name)
            if not REQUESTS.is_whole(row, self._cipher):
                yield f"request {number}: changed, or sealed with a key that is not here"
            elif told is None:
                yield f"request {number}: no entry says that it was made"
            elif told != (_OPEN if state in ("waiting", "more_asked") else state):
                yield f"request {number}: stands as {state}, but its last entry says {told}"
        for name, state in self._told.requests.items():
            if state == _OPEN and name not in seen:
                yield f"request {name.rpartition('/')[2]}: removed while it was open"


def _page(database: Database, cursor: DBAPICursor, after: int) -> list[Entry]:
    cursor.execute(database.sql[ENTRIES_AFTER], {"after": after})
    return [Entry(*row) for row in cursor.fetchall()]


def prunable(database: Database, cipher: Cipher, until: datetime) -> Iterator[tuple[list[Entry], dict[str, Any]]]:
    """Yield the oldest entries, from before that moment, page by page, each with the note of what they said.

    Those that were yielded may be deleted meanwhile. The record is to be verified before. Raises StorageError.
    """
    with database.reading() as cursor:
        notes = read_notes(database, cursor, cipher, database.tables(cursor))
        kept = {f"{row[2]}/{row[1]}" for row in _all_requests(database, cursor)}
    told = Followed.from_note(notes.get(BASE))
    while True:
        with database.reading() as cursor:
            page = _page(database, cursor, told.number)
        old = list(takewhile(lambda entry: from_microseconds(entry.at) < until, page))
        for entry in old:
            told.follow(entry)
        if old:
            still = {name: state for name, state in told.requests.items() if name in kept or state == _OPEN}
            yield old, {**told.to_note(), "requests": still}
        if len(old) < PAGE:
            return


def _all_requests(database: Database, cursor: DBAPICursor) -> Iterator[Any]:
    last = ""
    while True:
        cursor.execute(database.sql[REQUESTS_AFTER], {"after": last})
        rows = cursor.fetchall()
        if not rows:
            return
        yield from rows
        last = rows[-1][0]


def as_line(entry: Entry) -> dict[str, Any]:
    """Return the entry ready for JSON."""
    return {**asdict(entry), "at": from_microseconds(entry.at).isoformat()}


def from_line(line: Mapping[str, Any]) -> Entry:
    """Return the entry that such a line tells of. Raises ValueError for another line."""
    try:
        entry = Entry(**{**line, "at": to_microseconds(datetime.fromisoformat(line["at"]))})
    except (TypeError, KeyError, OverflowError) as error:
        raise ValueError("not an entry of the record") from error
    if not all(isinstance(value, int if name in ("number", "at") else str) for name, value in asdict(entry).items()):
        raise ValueError("not an entry of the record")
    return entry


def export(
    database: Database, *, reference: str, since: datetime | None, until: datetime | None
) -> Iterator[dict[str, Any]]:
    """Yield the entries of one reference ("" for all) and period, ready for JSON. `until` is excluded.

    Whoever takes them may take their time: between two pages nothing is open. Raises StorageError.
    """
    number = 0
    while True:
        with database.reading() as cursor:
            page = _page(database, cursor, number)
        if not page:
            return
        for entry in page:
            number, at = entry.number, from_microseconds(entry.at)
            if reference and entry.reference != reference:
                continue
            if not ((since and at < since) or (until and at >= until)):
                yield as_line(entry)
