"""What there is to show a person. A screen says what, never how; `cards` draws it."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from msgspec import Struct

from dialogs.approvals.request import NOT_REVIEWED, ReviewStatus
from dialogs.approvals.screens import ApprovalScreen
from dialogs.engine.flow import Position
from dialogs.engine.matter import Matter
from dialogs.engine.questions import Fault
from dialogs.follow_ups.follow_up import FollowUp
from dialogs.follow_ups.screens import FollowUpScreen
from dialogs.text.identifiers.finder import Identifier
from guidance.decision import Decision


class Welcome(Struct, frozen=True):
    """What the bot does and does not do. `kept` matters are open in "my matters"."""

    kept: int = 0


class WhichOne(Struct, frozen=True):
    """A first message fits these flows alike: which was meant? `guessed`: it fits none, and these are likeliest."""

    flows: tuple[str, ...]
    guessed: bool = False


class Outside(Struct, frozen=True):
    """What the guidance does not cover, and whom to ask. `open_matter`: there is one to carry on with."""

    topic: str
    open_matter: bool = False


class SomethingElse(Struct, frozen=True):
    """All that the guidance does not cover and people ask about, to choose from."""

    open_matter: bool = False


class OnThePhone(Struct, frozen=True):
    """Someone is on the phone: what to do first, and the flows that can follow (`asking` us, `telling` us)."""

    asking: str
    telling: str


class Asking(Struct, frozen=True):
    """One card of questions, with what could not be taken."""

    matter: Matter
    position: Position
    faults: Mapping[str, Fault] = {}
    numbered: bool = False


class TheAnswer(Struct, frozen=True):
    """The guidance's answer on the worker's answers, with what a second pair of eyes makes of it.

    `others`: the matters about the same for other recipients. `cannot_wait`: the worker says that it can't, and it is
    no yes: what can be done now instead is said first.
    """

    matter: Matter
    decision: Decision
    others: tuple[Matter, ...] = ()
    looked_at: ReviewStatus = NOT_REVIEWED
    cannot_wait: bool = False


class TheNote(Struct, frozen=True):
    """The case-note draft, to be copied to MOSAIC.

    `others`: the matters about the same for other recipients. `still_to_do`: the follow-ups that are kept once it is.
    `signature`: the worker's initials and job; they are asked for where there are none.
    """

    matter: Matter
    decision: Decision
    others: tuple[Matter, ...] = ()
    looked_at: ReviewStatus = NOT_REVIEWED
    still_to_do: tuple[FollowUp, ...] = ()
    signature: str = ""


class AfterCopy(Struct, frozen=True):
    """The matter was copied to MOSAIC and its text erased; only a short addition is offered.

    `fault` and `typed`: an addition that could not be taken, to be shortened. `others`: the matters about the same for
    other recipients. `still_to_do`: its open follow-ups.
    """

    matter: Matter
    fault: Fault | None = None
    typed: str = ""
    others: tuple[Matter, ...] = ()
    still_to_do: tuple[FollowUp, ...] = ()


class WordsToUse(Struct, frozen=True):
    """Words to say, send or fill in, in a card of their own: for the parents, the recipient, an author..."""

    matter: Matter
    decision: Decision
    name: str
    signature: str = ""


class ActNow(Struct, frozen=True):
    """A child is in danger: what to do first."""

    matter: Matter | None


class MyMatters(Struct, frozen=True):
    """A page of what is open and finished, newest first. `first`: how many come before it, of `total` in all.

    `total` is 0 where this page is all. `open_matter`: there is one to carry on with.
    """

    matters: tuple[Matter, ...]
    asked_to_delete: str = ""
    first: int = 0
    total: int = 0
    open_matter: bool = False


class HandingOver(Struct, frozen=True):
    """What it means to hand a matter over, before a code is made. `until`: the last day of a code that is open.

    `fault` and `typed`: initials that could not be taken.
    """

    matter: Matter
    until: date | None = None
    fault: Fault | None = None
    typed: str = ""


class TheCode(Struct, frozen=True):
    """The code by which a colleague takes the matter over, shown once; `until`: its last day."""

    matter: Matter
    code: str
    until: date | None


class AboutMe(Struct, frozen=True):
    """What is kept about this person: how many matters, and their initials and job."""

    kept: int
    signature: str = ""


class Help(Struct, frozen=True):
    open_matter: bool


class Answered(Struct, frozen=True):
    """What is left of a card once it was answered by typing."""

    matter: Matter
    card: str


class MovedOn(Struct, frozen=True):
    """What is left of a card that goes on in a newer one."""


class Blank(Struct, frozen=True):
    """What is left of a card whose matter was deleted, or whose text was erased."""

    deleted: bool


class ListChanged(Struct, frozen=True):
    """Replaces a list with something on it that has ended, or is a colleague's now."""


class TakenOver(Struct, frozen=True):
    """Said to the giver once a colleague has taken a matter over: local moments, and nothing of the matter."""

    offered: str
    taken: str


class HandedOver(Struct, frozen=True):
    """What is left of a giver's card once a colleague has taken the matter over."""


class NotHere(Struct, frozen=True):
    """The answer in a channel or group chat: one sentence, nothing personal."""


UsageRow = tuple[str, str, str, str, str, int, int]


class UsageFigures(Struct, frozen=True):
    """How often answers were given and found unhelpful, by week, in groups of five people or more.

    A row: the week's Monday, the flow, the paragraph or topic ("" for all), the outcome, why it did not help ("" for an
    answer that was given), how often, by how many people.
    """

    rows: tuple[UsageRow, ...]


class Further(Struct, frozen=True):
    """A screen of a package that builds on this one and draws it itself. `in_practice`: its card is marked as that."""

    in_practice: ClassVar[bool] = True


Screen = (
    Further
    | Welcome
    | WhichOne
    | Outside
    | SomethingElse
    | OnThePhone
    | Asking
    | TheAnswer
    | TheNote
    | AfterCopy
    | WordsToUse
    | ActNow
    | MyMatters
    | HandingOver
    | TheCode
    | TakenOver
    | AboutMe
    | Help
    | Answered
    | MovedOn
    | Blank
    | HandedOver
    | ListChanged
    | NotHere
    | UsageFigures
    | ApprovalScreen
    | FollowUpScreen
)


class Aside(Struct, frozen=True):
    """Something said above a screen: a notice, a term explained or a paragraph restated."""

    kind: str
    name: str
    details: Mapping[str, str] = {}


class Find(Struct, frozen=True):
    """Where something was found that says who a person is: a question's name, or another place; and what it is."""

    where: str
    kinds: tuple[Identifier, ...]


class LooksLike(Struct, frozen=True):
    """A notice that what was typed looks like an NHS number and the like: change it, or keep it.

    `matter`: whose answers it is in. `held`: the press that waits for the answer, such as a request that has not gone
    yet, with what it is `about` and what was `typed` beside it; without one, `about` is a follow-up.
    """

    finds: tuple[Find, ...]
    matter: Matter | None = None
    held: str = ""
    about: str = ""
    typed: Mapping[str, str] = {}


class SaidBack(Struct, frozen=True):
    """What is said back to a typed message, above the card; `said_back.py` has each."""


class ReadBack(Struct, frozen=True):
    """What a typed message was understood as: the answers to these questions, as they are in the matter.

    `asked`: it is not taken yet; it is asked whether it is meant, since by itself it settles that nothing goes, or
    could open the way: then `meant` are the options that were read.
    """

    matter: Matter
    questions: tuple[str, ...]
    asked: bool = False
    meant: tuple[str, ...] = ()


Above = Aside | LooksLike | ReadBack | SaidBack


class Shown(Struct, frozen=True):
    """A screen with what is said above it. `opened`: the sections that are open, by their ids."""

    screen: Screen
    asides: tuple[Above, ...] = ()
    opened: tuple[str, ...] = ()
