"""What handlers of practice may look at, and what they return."""

from collections.abc import Callable, Mapping
from datetime import datetime

from msgspec import Struct

from dialogs.context import DialogContext, Result
from dialogs.engine.matter import Matter
from practice.progress import GroupTask, Progress, SharedPlay
from practice.scenario import Scenario
from practice.variants import find_variant


class PracticeContext(Struct, frozen=True):
    """One person's practice beside their real work.

    `name`: as Teams gives it, used only for what they share. `educators`: whether the council has named any.
    `real`: the context of their real work, which sees nothing of practice. `current`: the play that the conversation is
    in. `find` and `half_way` see this person's plays only; `everyone` (the progress of all who practise and are no
    educators) and `shown` (the plays shared with educators) are asked for an educator alone. `group_task`: what an
    educator has set last for everyone.
    """

    now: datetime
    real: DialogContext
    current: Matter | None
    find: Callable[[str], Matter | None]
    half_way: Callable[[], list[Matter]]
    new_id: Callable[[], str]
    progress: Callable[[], Progress]
    scenarios: Callable[[], Mapping[str, Scenario]]
    name: str = ""
    educators: bool = False
    educator: bool = False
    everyone: Callable[[], list[Progress]] = lambda: []
    shown: Callable[[], list[SharedPlay]] = lambda: []
    group_task: Callable[[], GroupTask | None] = lambda: None

    def scenario(self, matter: Matter) -> Scenario | None:
        """Return the scenario that is played; None when its file is gone."""
        return find_variant(self.scenarios(), matter.practice)


class PracticeResult(Struct, frozen=True):
    """A result, and the progress to save. `forget_progress`: delete all of it.

    `no_longer_shown`: the ids of plays that were shared; nothing is left of them on an educator's card.
    """

    reply: Result
    progress: Progress | None = None
    forget_progress: bool = False
    no_longer_shown: tuple[str, ...] = ()
