"""Matters, their offers to colleagues, and everyone's progress in practice, within one transaction."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, and_, bindparam, delete, func, not_, or_, select, update

from bot.storage.records import (
    Handover,
    Listed,
    RowMapping,
    StoredMatter,
    StoredPractice,
    from_microseconds,
    to_microseconds,
)
from bot.storage.statements import Statement, first, insert, lock_by_id, upsert
from bot.storage.tables import fixed, handovers, matters, practice
from bot.storage.transaction import RecordRows

MOST_AT_ONCE = 50
"""How many matters are looked up at once to be deleted."""

_MOST: BindParameter[int] = bindparam("most")
_FIRST: BindParameter[int] = bindparam("first")
MATTERS = RowMapping(matters, StoredMatter)
_LOCK_MATTER = lock_by_id(matters)
_LOCK_MATTER_ALONE = Statement(
    select(matters.c.id).where(matters.c.id == bindparam("id")).with_for_update(key_share=True)
)
_LOCK_IF_BEFORE = Statement(
    select(matters.c.id)
    .where(matters.c.id == bindparam("id"), matters.c.updated_at < bindparam("before"))
    .with_for_update(key_share=True)
)
_SAVE_MATTER = upsert(matters)
_DELETE_MATTER = Statement(delete(matters).where(matters.c.id == bindparam("id")))
_MATTERS_OF_OWNER = Statement(
    select(matters).where(matters.c.owner == bindparam("owner")).order_by(matters.c.updated_at.desc())
)
_NOT_LISTED = Statement(
    select(matters)
    .where(matters.c.owner == bindparam("owner"), matters.c.listed_at != matters.c.updated_at)
    .order_by(matters.c.id)
)
_SET_LISTED = Statement(
    update(matters)
    .where(matters.c.id == bindparam("row"), matters.c.updated_at == bindparam("at"))
    .values(listed=bindparam("listed"), listed_at=matters.c.updated_at)
)
_COUNT_LISTED = Statement(
    select(func.count()).where(matters.c.owner == bindparam("owner"), matters.c.listed == bindparam("listed"))
)
_IDS_LISTED = Statement(
    select(matters.c.id).where(matters.c.owner == bindparam("owner"), matters.c.listed == bindparam("listed"))
)
_IS_ON_LIST = (
    matters.c.owner == bindparam("owner"),
    # Said this way round, so that the index in the order of the page is taken.
    matters.c.listed.not_in([fixed(Listed.UNTOUCHED.value), fixed(Listed.PLAY.value)]),
)
_PAGE_OF_LIST = Statement(
    select(matters)
    .where(*_IS_ON_LIST)
    .order_by(matters.c.updated_at.desc(), matters.c.id.desc())
    .limit(_MOST)
    .offset(_FIRST)
)
_ONE = matters.alias("one")
_COUNT_BEFORE = Statement(
    select(func.count()).where(
        *_IS_ON_LIST,
        _ONE.c.id == bindparam("id"),
        _ONE.c.owner == bindparam("owner"),
        or_(
            matters.c.updated_at > _ONE.c.updated_at,
            and_(matters.c.updated_at == _ONE.c.updated_at, matters.c.id > _ONE.c.id),
        ),
    )
)
_OLD = first(select(matters.c.id).where(matters.c.updated_at < bindparam("before")), MOST_AT_ONCE).order_by(
    matters.c.updated_at
)
_IS_COPIED = matters.c.status == fixed("copied")
_MATTERS_BEFORE = {True: Statement(_OLD.where(_IS_COPIED)), False: Statement(_OLD.where(not_(_IS_COPIED)))}

_HANDOVERS = RowMapping(handovers, Handover)
_OF_MATTER = handovers.c.matter_id == bindparam("matter_id")
_IS_OPEN = (handovers.c.taken == fixed(0), handovers.c.expires_at > bindparam("now"))
_ADD_OFFER = insert(handovers)
_OFFER = Statement(select(handovers).where(handovers.c.code_hash == bindparam("code_hash")))
_OPEN_OFFER = Statement(select(handovers).where(_OF_MATTER, *_IS_OPEN))
_TAKE_OFFER = Statement(
    update(handovers).where(handovers.c.code_hash == bindparam("row"), *_IS_OPEN).values(taken=fixed(1))
)
_END_OFFERS = Statement(delete(handovers).where(_OF_MATTER))

PRACTICE = RowMapping(practice, StoredPractice)
_LOCK_PRACTICE = lock_by_id(practice)
_SAVE_PRACTICE = upsert(practice)
_DELETE_PRACTICE = Statement(delete(practice).where(practice.c.id == bindparam("id")))
_PRACTICE_OF_TENANT = Statement(select(practice).where(practice.c.tenant_id == bindparam("tenant_id")))


class MatterRows(RecordRows):
    """The workers' matters. A matter is offered by one code at a time."""

    def matter(self, matter_id: str) -> StoredMatter | None:
        """Lock and return the matter, or None. Raises Unreadable."""
        return self._lock(MATTERS, _LOCK_MATTER, matter_id)

    def lock_matters(self, matter_ids: Iterable[str]) -> None:
        """Lock those of these matters that there are, in the order of their ids: before any of them is locked alone."""
        wanted = sorted({*matter_ids} - {""})
        if len(wanted) > 1:
            self.transaction.lists.clear()
            for matter_id in wanted:
                self._row(_LOCK_MATTER_ALONE, id=matter_id)

    def matters_of(self, owner: str) -> list[StoredMatter]:
        """Return the owner's matters, the last updated first. Raises Unreadable."""
        return self._list(MATTERS, _MATTERS_OF_OWNER, owner=owner)

    def not_listed(self, owner: str) -> list[StoredMatter]:
        """Return the owner's matters whose entry on the list has to be worked out. Raises Unreadable."""
        return self._list(MATTERS, _NOT_LISTED, owner=owner)

    def set_listed(self, matter: StoredMatter, listed: Listed) -> None:
        """Note what the matter is on the list, unless it was updated since it was read."""
        self.transaction.lists.clear()
        self._execute(_SET_LISTED, row=matter.id, at=to_microseconds(matter.updated_at), listed=listed.value)

    def count_listed(self, owner: str, listed: Listed) -> int:
        """Return how many of the owner's matters are that on the list. Call it once `not_listed` is empty."""
        row = self._row(_COUNT_LISTED, owner=owner, listed=listed.value)
        return int(row[0]) if row else 0

    def ids_listed(self, owner: str, listed: Listed) -> list[str]:
        """Return the ids of the owner's matters that are that on the list."""
        return [str(row[0]) for row in self._rows(_IDS_LISTED, owner=owner, listed=listed.value)]

    def page_of_list(self, owner: str, first: int, most: int) -> list[StoredMatter]:
        """Return a page of what is open or ended, the last updated first. Raises Unreadable."""
        return self._list(MATTERS, _PAGE_OF_LIST, owner=owner, first=first, most=most)

    def place_on_list(self, owner: str, matter_id: str) -> int:
        """Return how many matters come before this one on the owner's list."""
        row = self._row(_COUNT_BEFORE, owner=owner, id=matter_id)
        return int(row[0]) if row else 0

    def save_matter(self, matter: StoredMatter) -> None:
        self._write(MATTERS, _SAVE_MATTER, matter)

    def delete_matter(self, matter_id: str) -> None:
        """Delete the matter, and any offer of it. Its cards stay, as ids; blank them first."""
        self.end_offers(matter_id)
        self._delete(MATTERS, _DELETE_MATTER, matter_id)

    def matters_before(self, moment: datetime, *, copied: bool) -> list[str]:
        """Return the ids of matters, copied or not, last updated before that moment, `MOST_AT_ONCE` at a time."""
        return [str(row[0]) for row in self._rows(_MATTERS_BEFORE[copied], before=to_microseconds(moment))]

    def hold_if_before(self, matter_id: str, moment: datetime) -> bool:
        """Lock the matter and return whether it still was last updated before that moment."""
        return self._row(_LOCK_IF_BEFORE, id=matter_id, before=to_microseconds(moment)) is not None

    def offer_matter(self, offer: Handover) -> None:
        """Store the offer; an earlier one of the same matter ends. Call `save_conversation` before."""
        self.end_offers(offer.matter_id)
        self._execute(_ADD_OFFER, **_HANDOVERS.to_row(offer, self._cipher))

    def offer(self, code_hash: str) -> Handover | None:
        """Return the offer with that code, open or not, or None."""
        return self._offer(_OFFER, code_hash=code_hash)

    def open_offer(self, matter_id: str) -> Handover | None:
        """Return the offer of that matter that can still be taken, or None."""
        return self._offer(_OPEN_OFFER, matter_id=matter_id, now=self.transaction.now)

    def take_offer(self, code_hash: str) -> bool:
        """Mark the offer as taken. Returns False when it has expired, or another transaction was first."""
        return self._execute(_TAKE_OFFER, row=code_hash, now=self.transaction.now) == 1

    def end_offers(self, matter_id: str) -> None:
        """Delete every offer of that matter."""
        self._execute(_END_OFFERS, matter_id=matter_id)

    def _offer(self, statement: Statement, **key: object) -> Handover | None:
        row = self._row(statement, **key)
        return _HANDOVERS.from_row(row, self._cipher) if row else None


class PracticeRows(RecordRows):
    """Everyone's progress in practice, one row a person."""

    def practice(self, owner: str) -> dict[str, Any] | None:
        """Lock and return this person's progress (JSON of primitives), or None. Raises Unreadable."""
        stored = self._lock(PRACTICE, _LOCK_PRACTICE, owner)
        return stored.content if stored else None

    def practice_of_tenant(self, tenant_id: str) -> list[tuple[str, dict[str, Any]]]:
        """Return the owner and the progress of everyone in the tenant. Raises Unreadable."""
        return [
            (stored.id, stored.content) for stored in self._list(PRACTICE, _PRACTICE_OF_TENANT, tenant_id=tenant_id)
        ]

    def save_practice(self, owner: str, tenant_id: str, content: dict[str, Any]) -> None:
        now = from_microseconds(self.transaction.now)
        self._write(PRACTICE, _SAVE_PRACTICE, StoredPractice(owner, tenant_id, now, content))

    def delete_practice(self, owner: str) -> None:
        """Delete this person's progress."""
        self._delete(PRACTICE, _DELETE_PRACTICE, owner)
