"""The matters of one person: between the dialogue's matters and their records."""

from datetime import datetime

from msgspec import Struct

from bot.storage.records import Listed, StoredMatter
from bot.storage.unit_of_work import UnitOfWork
from dialogs.engine.matter import Matter, from_json
from practice.registry import PRACTICE_FLOWS


class MatterRepository(Struct, eq=False):
    """One person's matters within one transaction; nobody else's can be found. Each is parsed once.

    A play of a practice scenario is stored as a matter, too, and found apart from them. `owner`: tenant id, a slash,
    and the person's Entra object id or else Teams' id.
    """

    _unit: UnitOfWork
    owner: str
    _created: dict[str, datetime] = {}
    _parsed: dict[str, tuple[StoredMatter, Matter]] = {}
    _saved: dict[str, Matter] = {}

    def find(self, matter_id: str, *, practice: bool = False, owner: str = "") -> Matter | None:
        """Lock and return this person's matter with that id, or their play of a scenario in `practice`, or None.

        `owner`: a colleague who hands theirs over; `save` makes it this person's.
        """
        stored = self._unit.matter(matter_id) if matter_id else None
        if stored is None or stored.owner != (owner or self.owner):
            return None
        found = self._parse(stored)
        return found if bool(found.practice) is practice else None

    def list_all(self) -> list[Matter]:
        """Return this person's matters, the last updated first."""
        return [matter for matter in self._list() if not matter.practice]

    def count_open(self) -> int:
        """Return how many matters are open, of those in which something was answered."""
        return self._count(Listed.OPEN)

    def count_listed(self) -> int:
        """Return how many are on the list: open or ended."""
        return self._count(Listed.OPEN, Listed.ENDED)

    def count_all(self) -> int:
        """Return how many are kept, those with nothing answered among them."""
        return self._count(Listed.OPEN, Listed.ENDED, Listed.UNTOUCHED)

    def page(self, first: int, most: int) -> list[Matter]:
        """Return so many of those on the list, the last updated first."""
        self._work_out_listed()
        return [self._parse(stored) for stored in self._unit.page_of_list(self.owner, first, most)]

    def place_of(self, matter_id: str) -> int:
        """Return how many matters come before this one on the list."""
        self._work_out_listed()
        return self._unit.place_on_list(self.owner, matter_id)

    def untouched(self) -> tuple[str, ...]:
        """Return the ids of those in which nothing was answered."""
        self._work_out_listed()
        return tuple(self._unit.ids_listed(self.owner, Listed.UNTOUCHED))

    def list_plays(self) -> list[Matter]:
        """Return this person's stored plays, the last updated first."""
        return [matter for matter in self._list() if matter.practice]

    def save(self, matter: Matter) -> None:
        self._saved[matter.id] = matter
        self._unit.save_matter(
            StoredMatter(
                id=matter.id,
                owner=self.owner,
                flow=matter.flow.name,
                revision=matter.revision,
                guidance_version=matter.guidance_version,
                status=matter.phase.value,
                created_at=self._created.get(matter.id, self._unit.now),
                updated_at=self._unit.now,
                content=matter.to_json(),
                listed=_listed(matter).value,
                listed_at=self._unit.now,
            )
        )

    def delete(self, matter_id: str) -> None:
        """Delete the matter with all that is stored of it."""
        self._unit.delete_matter(matter_id)

    def _count(self, *listed: Listed) -> int:
        self._work_out_listed()
        return sum(self._unit.count_listed(self.owner, one) for one in listed)

    def _work_out_listed(self) -> None:
        """Work out what an older version has stored."""
        for stored in self._unit.not_listed(self.owner):
            self._unit.set_listed(stored, _listed(self._parse(stored)))

    def _list(self) -> list[Matter]:
        return [self._parse(stored) for stored in self._unit.matters_of(self.owner)]

    def _parse(self, stored: StoredMatter) -> Matter:
        known = self._parsed.get(stored.id)
        if known is not None and known[0] is stored:
            return known[1]
        matter = self._saved.pop(stored.id, None)  # what was saved as this record need not be parsed
        if matter is None or (matter.revision, self.owner) != (stored.revision, stored.owner):
            self._created[stored.id] = stored.created_at
            flow = PRACTICE_FLOWS[stored.flow]
            matter = from_json(stored.id, flow, stored.revision, stored.guidance_version, stored.content)
        self._parsed[stored.id] = stored, matter
        return matter


def _listed(matter: Matter) -> Listed:
    """Return what the matter is on its owner's list."""
    if matter.practice:
        return Listed.PLAY
    if matter.is_untouched:
        return Listed.UNTOUCHED
    return Listed.ENDED if matter.copied_at else Listed.OPEN
