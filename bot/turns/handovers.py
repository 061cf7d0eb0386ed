"""Matters handed over to a colleague: codes made, kept as a hash, and taken once."""

import hashlib
import secrets
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.incoming import Address
from bot.matters import MatterRepository
from bot.storage.records import Handover
from bot.storage.unit_of_work import UnitOfWork
from dialogs.context import Offer
from dialogs.engine.matter import Matter
from dialogs.handover import ALPHABET, LENGTH
from dialogs.screens import TakenOver

LONDON = ZoneInfo("Europe/London")
GOOD_FOR = timedelta(days=7)
MOST_TRIES, TRIES_COUNT_FOR = 5, timedelta(hours=1)
"""Wrong codes that one person may try within that time. A code has 60 bits, so no guess comes near one."""


def new_code() -> str:
    """A random code of 60 bits. It holds a digit: by that a typed one is known, however it is spaced."""
    code = ""
    while not any(letter.isdigit() for letter in code):
        code = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    return code


def hash_of(code: str, tenant_id: str) -> str:
    """What is kept of a code; the same code in another tenant has another."""
    return hashlib.sha256(f"handover/{tenant_id}/{code}".encode()).hexdigest()


class Handovers:
    """What one person offers and takes, within one transaction. `state`: what is remembered of the conversation."""

    def __init__(self, unit: UnitOfWork, address: Address, matters: MatterRepository, state: dict[str, Any]) -> None:
        self._unit = unit
        self._address = address
        self._matters = matters
        self._state = state

    def ends(self) -> date:
        """The last day of a code that is made now."""
        return (self._unit.now + GOOD_FOR).astimezone(LONDON).date()

    def until(self, matter_id: str) -> date | None:
        """The last day of the matter's open offer, or None."""
        offer = self._unit.open_offer(matter_id)
        return offer.expires_at.astimezone(LONDON).date() if offer else None

    def offer(self, offer: Offer) -> None:
        """Offer the matter by this code, and by no other."""
        self._unit.offer_matter(
            Handover(
                code_hash=hash_of(offer.code, self._address.tenant_id),
                matter_id=offer.matter,
                owner=self._matters.owner,
                tenant_id=self._address.tenant_id,
                conversation_id=self._address.conversation_id,
                offered_at=self._unit.now,
                expires_at=self._unit.now + GOOD_FOR,
            )
        )

    def end(self, matter_id: str) -> None:
        """Take back what is offered of this matter."""
        self._unit.end_offers(matter_id)

    def may_try(self) -> bool:
        """Whether this person has tried few enough wrong codes of late."""
        return len(self._late_tries()) < MOST_TRIES

    def claim(self, code: str) -> Matter | None:
        """The matter of this code, held for this transaction alone; None, and one try less, for any other code."""
        matter = self._claimed(hash_of(code, self._address.tenant_id))
        if matter is None:
            self._state["tries"] = [*self._late_tries(), self._unit.now.isoformat()]
        return matter

    def _claimed(self, code_hash: str) -> Matter | None:
        offer = self._unit.offer(code_hash)
        if offer is None or offer.owner == self._matters.owner or offer.tenant_id != self._address.tenant_id:
            return None
        # The matter's row is locked first, by its giver as well; then the offer is looked at again as it is now.
        matter = self._matters.find(offer.matter_id, owner=offer.owner)
        still = self._unit.open_offer(offer.matter_id)
        return matter if still is not None and still.code_hash == code_hash else None

    def _late_tries(self) -> list[str]:
        since = self._unit.now - TRIES_COUNT_FOR
        return [tried for tried in self._state.get("tries", []) if datetime.fromisoformat(tried) > since]

    def take(self, code: str) -> Handover:
        """Mark the code as used. Raises LookupError when it is not there to be used, which undoes the turn."""
        code_hash = hash_of(code, self._address.tenant_id)
        offer = self._unit.offer(code_hash)
        if offer is None or not self._unit.take_offer(code_hash):
            raise LookupError("the offer is over")
        return offer

    def told_giver(self, offer: Handover) -> TakenOver:
        """Return what the giver is told."""
        return TakenOver(_local(offer.offered_at), _local(self._unit.now))


def _local(when: datetime) -> str:
    return when.astimezone(LONDON).strftime("%Y-%m-%dT%H:%M")
