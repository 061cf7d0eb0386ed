"""What there is to show in practice. `practice.rendering` draws it."""

from collections.abc import Mapping
from typing import ClassVar

from dialogs.engine.matter import Matter
from dialogs.placement import SHOWN, Placement, shown_play
from dialogs.screens import Asking, Further
from practice.judging import JudgedChoice
from practice.own_words import Found
from practice.progress import Call, GroupTask, Progress, SharedPlay
from practice.scenario import Scenario


class PracticeHome(Further, frozen=True):
    """`titles`: the topic of each play left half-way, by its id. `due`: how many paragraphs come back today.

    `cases`: those that go on, each with the name of its next day, its topic, and when it comes ("" for now).
    `set_by_educator`: what is set for the group, as a level or a story's topic. `retired`: how many plays were left
    half-way whose stories are no longer used.
    """

    topics: tuple[str, ...]
    half_way: tuple[Matter, ...] = ()
    titles: Mapping[str, str] | None = None
    due: int = 0
    educator: bool = False
    cases: tuple[tuple[str, str, str], ...] = ()
    set_by_educator: str = ""
    retired: int = 0


class QuestionsScreen(Further, frozen=True):
    """A card of questions. `judged`: the choices of the last card, where feedback comes at once. `later`: whether the
    facts that come half-way are known."""

    asking: Asking
    scenario: Scenario
    judged: tuple[JudgedChoice, ...] = ()
    later: bool = False


class _OfPlay(Further, frozen=True):
    matter: Matter
    scenario: Scenario


class StoryScreen(_OfPlay, frozen=True):
    """The story, before the first question."""


class FinalQuestionsScreen(_OfPlay, frozen=True):
    """What would you do, and which paragraph does it rest on? `missing`: one was left open."""

    judged: tuple[JudgedChoice, ...] = ()
    later: bool = False
    missing: bool = False
    numbered: bool = False


class ResultScreen(_OfPlay, frozen=True):
    """The feedback, and the rules' decision."""


class ComparisonScreen(_OfPlay, frozen=True):
    """The model words or the model note beside their own. `what`: "words" or "note"."""

    what: str


class OwnWordingScreen(_OfPlay, frozen=True):
    """The trainee's own words to the parents. `missing`: those of the seven things that they lack; `found`: sentences
    to look at again."""

    text: str = ""
    missing: tuple[str, ...] = ()
    found: tuple[Found, ...] = ()


class RehearsalScreen(_OfPlay, frozen=True):
    """A parent's line; with the trainee's reply, what in it must not be said, and what a good one does."""

    text: str = ""
    found: tuple[Found, ...] = ()


class ShareScreen(_OfPlay, frozen=True):
    """What practice educators will see of a play. `since`: the day, if it is shared already."""

    since: str = ""


class EducatorScreen(_OfPlay, frozen=True):
    """A shared play, as a practice educator sees it."""

    play: SharedPlay

    @property
    def placement(self) -> Placement:
        return Placement(SHOWN, shown_play(self.play.id), leaves_list=True)


class MyProgress(Further, frozen=True):
    """`today`: a day such as 2026-03-09. `asked_to_delete`: whether deleting it is to be confirmed."""

    progress: Progress
    today: str
    asked_to_delete: bool = False


class SupervisionRecord(Further, frozen=True):
    """What they have practised, on one page for their supervision, with no score. `kept`: their line was just kept."""

    progress: Progress
    kept: bool = False


class MyCalls(Further, frozen=True):
    """The calls kept for oneself and one's supervision. Not a card of practice."""

    in_practice: ClassVar[bool] = False
    calls: tuple[Call, ...]


class YourCall(Further, frozen=True):
    """In real work, before the answer: what would you do? Not a card of practice."""

    in_practice: ClassVar[bool] = False
    matter: Matter


class Cohort(Further, frozen=True):
    """For a practice educator: the rows of `progress.cohort_rows`, and the plays shared with them, each with its topic.

    `older`: where the next page of plays begins; 0 if there is none. `stories`: those that can be set for the group, by
    id and topic; `task`: what is set.
    """

    rows: tuple[tuple[str, int, int, int], ...]
    people: int
    shown: tuple[tuple[SharedPlay, str], ...] = ()
    older: int = 0
    stories: tuple[tuple[str, str], ...] = ()
    task: GroupTask | None = None
