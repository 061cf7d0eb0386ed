"""Between the dialogue's matters and the stored ones."""

from datetime import datetime

from bot.storage.records import StoredMatter
from bot.storage.unit_of_work import UnitOfWork
from dialogs.engine.matter import Matter, from_json
from practice.registry import KINDS


class OwnMatters:
    """One person's matters within one transaction; nobody else's can be found."""

    def __init__(self, unit: UnitOfWork, owner: str) -> None:
        self._unit = unit
        self.owner = owner
        self._created: dict[str, datetime] = {}
        self._known: dict[str, Matter | None] = {}

    def find(self, matter_id: str) -> Matter | None:
        """This person's matter with that id, or None. A scenario of practice is no matter."""
        return self._one(matter_id, practice=False)

    def scenario(self, matter_id: str) -> Matter | None:
        """This person's play of a scenario with that id, or None."""
        return self._one(matter_id, practice=True)

    def _one(self, matter_id: str, *, practice: bool) -> Matter | None:
        if matter_id not in self._known:
            stored = self._unit.matter(matter_id) if matter_id else None
            self._known[matter_id] = self._read(stored) if stored and stored.owner == self.owner else None
        found = self._known[matter_id]
        return found if found and bool(found.practice) is practice else None

    def of(self, owner: str, matter_id: str) -> Matter | None:
        """A colleague's matter that is being handed over, held for this transaction; `save` makes it this person's."""
        stored = self._unit.matter(matter_id)
        return self._read(stored) if stored and stored.owner == owner else None

    def every(self) -> list[Matter]:
        """All of this person's matters, the last updated first."""
        return [matter for matter in self._every() if not matter.practice]

    def scenarios(self) -> list[Matter]:
        """All of this person's plays that are kept, the last updated first."""
        return [matter for matter in self._every() if matter.practice]

    def _every(self) -> list[Matter]:
        return [self._read(stored) for stored in self._unit.matters_of(self.owner)]

    def save(self, matter: Matter) -> None:
        """Keep the matter as it is now."""
        self._known[matter.id] = matter
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

    def forget(self, matter_id: str) -> None:
        """Delete the matter with all that is stored of it."""
        self._known[matter_id] = None
        self._unit.forget_matter(matter_id)

    def _read(self, stored: StoredMatter) -> Matter:
        self._created[stored.id] = stored.created_at
        return from_json(stored.id, KINDS[stored.flow], stored.revision, stored.guidance_version, stored.content)
