"""What there is to show in practice. `practice.drawn` draws it."""

from collections.abc import Mapping
from dataclasses import dataclass

from dialogs.engine.matter import Matter
from dialogs.placement import SHOWN, Placement, shown_play
from dialogs.screens import Asking, Further
from practice.judging import Judged
from practice.progress import Call, Progress, ShownPlay
from practice.scenario import Scenario


@dataclass(frozen=True, slots=True)
class PracticeHome(Further):
    """What can be practised: by topic, at random, or what was missed; and what was left half-way."""

    topics: tuple[str, ...]
    half_way: tuple[Matter, ...] = ()
    titles: Mapping[str, str] | None = None
    due: int = 0
    educator: bool = False


@dataclass(frozen=True, slots=True)
class TheStory(Further):
    """A story to read before the first question."""

    matter: Matter
    scenario: Scenario


@dataclass(frozen=True, slots=True)
class Practising(Further):
    """A card of questions, with what is said of the last one (at once, if so wished) and what has come to light."""

    asking: Asking
    scenario: Scenario
    judged: tuple[Judged, ...] = ()
    later: bool = False


@dataclass(frozen=True, slots=True)
class WouldDo(Further):
    """Before the result: what would you do, and which paragraph does it rest on? `missing`: one was left open."""

    matter: Matter
    scenario: Scenario
    judged: tuple[Judged, ...] = ()
    later: bool = False
    missing: bool = False
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class HowItWent(Further):
    """The feedback, the model decision and what can be done from there."""

    matter: Matter
    scenario: Scenario


@dataclass(frozen=True, slots=True)
class BesideTheirs(Further):
    """The model words or the model note beside their own. `what`: "words" or "note"."""

    matter: Matter
    scenario: Scenario
    what: str


@dataclass(frozen=True, slots=True)
class OwnWording(Further):
    """The trainee's own words to the parents, and which of the seven things are missing."""

    matter: Matter
    scenario: Scenario
    text: str = ""
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rehearsing(Further):
    """A parent's line, the trainee's reply, then what a good reply does and one such reply."""

    matter: Matter
    scenario: Scenario
    text: str = ""


@dataclass(frozen=True, slots=True)
class MyProgress(Further):
    """Mastery by paragraph and flow, and what comes back when."""

    progress: Progress
    today: str
    asked_to_delete: bool = False


@dataclass(frozen=True, slots=True)
class MyCalls(Further):
    """The calls that were kept, for oneself and one's supervision. It is no card of practice."""

    calls: tuple[Call, ...]


@dataclass(frozen=True, slots=True)
class YourCall(Further):
    """In real work, before the answer: what would you do? It is no card of practice."""

    matter: Matter


@dataclass(frozen=True, slots=True)
class Cohort(Further):
    """For a practice educator: by paragraph, how at least five people do, unnamed; and the plays shown to them.

    `older`: where the next page of those begins; 0 where there is none.
    """

    rows: tuple[tuple[str, int, int, int], ...]
    people: int
    shown: tuple[tuple[ShownPlay, str], ...] = ()
    older: int = 0


@dataclass(frozen=True, slots=True)
class ShowIt(Further):
    """Before a play is shown to the practice educators: what they will see. `since`: the day, if it is shown."""

    matter: Matter
    scenario: Scenario
    since: str = ""


@dataclass(frozen=True, slots=True)
class SeenByEducator(Further):
    """For a practice educator: a play that its trainee shows them."""

    matter: Matter
    scenario: Scenario
    play: ShownPlay

    @property
    def placement(self) -> Placement:
        """The educator's card of this play."""
        return Placement(SHOWN, shown_play(self.play.id), leaves_list=True)
