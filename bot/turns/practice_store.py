"""Practice within one transaction: what a turn of it sees, and what it keeps."""

import secrets
from functools import partial

from bot.config.council import CouncilSettings
from bot.incoming import Incoming
from bot.matters import MatterRepository
from bot.storage.unit_of_work import UnitOfWork
from dialogs.context import DialogContext
from dialogs.engine.matter import Matter
from practice import repository
from practice.context import PracticeContext, PracticeResult
from practice.progress import NO_PROGRESS, GroupTask, Progress, progress_from_json


class PracticeStore:
    """One person's practice. Their real work sees nothing of it."""

    def __init__(
        self, unit: UnitOfWork, incoming: Incoming, matters: MatterRepository, council: CouncilSettings
    ) -> None:
        self._unit = unit
        self._address = incoming.address
        self._name = incoming.name
        self._matters = matters
        self._council = council

    def context(self, real: DialogContext, play: Matter | None) -> PracticeContext:
        """Return what handlers of practice see, beside real work. `play`: the one that the conversation is in."""
        return PracticeContext(
            now=real.now,
            real=real,
            current=play,
            find=partial(self._matters.find, practice=True),
            half_way=self._matters.list_plays,
            new_id=lambda: secrets.token_urlsafe(9),
            progress=self.progress,
            scenarios=repository.playable_scenarios,
            name=self._name,
            educators=bool(self._council.practice_educators),
            educator=self._address.user_object_id.lower() in self._council.practice_educators,
            everyone=lambda: [one for owner, one in self._everyone() if owner not in self._educators()],
            shown=lambda: [play for _, one in self._everyone() for play in one.shown],
            group_task=self._group_task,
        )

    def progress(self) -> Progress:
        """This person's progress so far."""
        stored = self._unit.practice(self._matters.owner)
        return progress_from_json(stored) if stored else NO_PROGRESS

    def _group_task(self) -> GroupTask | None:
        """Return what the educators of this tenant have set last."""
        educators = self._educators()
        stored = self._unit.practice_of_tenant(self._address.tenant_id) if educators else []
        tasks = [progress_from_json(one).set_for_group for owner, one in stored if owner.lower() in educators]
        return max((task for task in tasks if task), key=lambda task: task.on, default=None)

    def _everyone(self) -> list[tuple[str, Progress]]:
        """Whose it is and the progress, of everyone in this tenant."""
        stored = self._unit.practice_of_tenant(self._address.tenant_id)
        return [(owner.lower(), progress_from_json(one)) for owner, one in stored]

    def _educators(self) -> set[str]:
        """Whose progress is no trainee's: with theirs, a group could be smaller than it looks."""
        return {f"{self._address.tenant_id}/{one}".lower() for one in self._council.practice_educators}

    def keep(self, turned: PracticeResult) -> None:
        """Save the progress after a turn, or delete all of it."""
        if turned.progress is not None:
            self._unit.save_practice(self._matters.owner, self._address.tenant_id, turned.progress.to_json())
        if turned.forget_progress:
            self._unit.delete_practice(self._matters.owner)
