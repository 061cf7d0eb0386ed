"""The matters of one person: between the dialogue's matters and their records."""

from datetime import datetime

from bot.storage.records import StoredMatter
from bot.storage.unit_of_work import UnitOfWork
from dialogs.engine.matter import Matter, from_json
from practice.registry import PRACTICE_FLOWS


class MatterRepository:
    """One person's matters within one transaction; nobody else's can be found. Each is parsed once.

    A play of a practice scenario is stored as a matter, too, and found apart from them.
    """

    def __init__(self, unit: UnitOfWork, owner: str) -> None:
        self._unit = unit
        self.owner = owner
        self._created: dict[str, datetime] = {}
        self._parsed: dict[str, tuple[StoredMatter, Matter]] = {}
        self._saved: dict[str, Matter] = {}

    def find(self, matter_id: str) -> Matter | None:
        """Lock and return this person's matter with that id, or None."""
        found = self.find_of(self.owner, matter_id)
        return found if found and not found.practice else None

    def find_play(self, matter_id: str) -> Matter | None:
        """Lock and return this person's play of a scenario with that id, or None."""
        found = self.find_of(self.owner, matter_id)
        return found if found and found.practice else None

    def find_of(self, owner: str, matter_id: str) -> Matter | None:
        """Lock and return a matter of this owner, such as a colleague's that is handed over, or None.

        `save` makes it this person's.
        """
        stored = self._unit.matter(matter_id) if matter_id else None
        return self._parse(stored) if stored and stored.owner == owner else None

    def list_all(self) -> list[Matter]:
        """Return this person's matters, the last updated first."""
        return [matter for matter in self._list() if not matter.practice]

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
            )
        )

    def delete(self, matter_id: str) -> None:
        """Delete the matter with all that is stored of it."""
        self._unit.delete_matter(matter_id)

    def _list(self) -> list[Matter]:
        return [self._parse(stored) for stored in self._unit.matters_of(self.owner)]

    def _parse(self, stored: StoredMatter) -> Matter:
        known = self._parsed.get(stored.id)
        if known is None or known[0] is not stored:
            known = self._parsed[stored.id] = stored, self._as_saved(stored) or self._from_record(stored)
        return known[1]

    def _as_saved(self, stored: StoredMatter) -> Matter | None:
        """Return the matter that was saved as this record, which need not be parsed."""
        saved = self._saved.pop(stored.id, None)
        return saved if saved and (saved.revision, self.owner) == (stored.revision, stored.owner) else None

    def _from_record(self, stored: StoredMatter) -> Matter:
        self._created[stored.id] = stored.created_at
        flow = PRACTICE_FLOWS[stored.flow]
        return from_json(stored.id, flow, stored.revision, stored.guidance_version, stored.content)
