"""What a handler is given, and the result that it returns."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Protocol

from msgspec import Struct

from dialogs.approvals.request import NOT_REVIEWED, ReviewStatus
from dialogs.engine.matter import Matter
from dialogs.follow_ups.follow_up import FollowUp
from dialogs.screens import Screen, Shown, WordsToUse


class Listing(Protocol):
    """One person's list of matters, the last updated first; those in which nothing was answered are not on it."""

    def count_open(self) -> int:
        """Return how many on it are open."""

    def count_listed(self) -> int:
        """Return how many are on it, open or ended."""

    def count_all(self) -> int:
        """Return how many matters there are, on it or not."""

    def page(self, first: int, most: int) -> list[Matter]:
        """Return so many of it after the `first`."""

    def place_of(self, matter_id: str) -> int:
        """Return how many come before that matter."""

    def untouched(self) -> tuple[str, ...]:
        """Return the ids of those in which nothing was answered."""


class Unplaced(Struct, frozen=True):
    """What was typed last and not taken, while a card offers what to do with it.

    `kind`: what it was heard as. `tries`: how often in a row nothing could surely be said to it.
    """

    text: str = ""
    kind: str = ""
    tries: int = 0


class DialogContext(Struct, frozen=True):
    """One person's matters. `find`, `every` and `listing` see that person's own only; `now` is local wall time.

    `looked_at`: what a second pair of eyes makes of a matter. `still_to_do`: its follow-ups that are open once it is
    kept.

    `unplaced`: what was typed last and not taken.

    `councils_own`: the council's numbers and addresses, which say of nobody who they are.

    For handing over: `new_code` makes a random code and `offer_ends` says how long one made now is good;
    `offered_until` is the last day of the open offer of a matter; `may_try` says whether this person has not tried too
    many codes; `claim` finds the matter that a colleague offers by a code, and holds it for this turn.
    """

    now: datetime
    current: Matter | None
    find: Callable[[str], Matter | None]
    every: Callable[[], list[Matter]]
    new_id: Callable[[], str]
    listing: Listing
    new_code: Callable[[], str] = lambda: ""
    offer_ends: Callable[[], date | None] = lambda: None
    offered_until: Callable[[str], date | None] = lambda _: None
    may_try: Callable[[], bool] = lambda: False
    claim: Callable[[str], Matter | None] = lambda _: None
    looked_at: Callable[[Matter], ReviewStatus] = lambda _: NOT_REVIEWED
    still_to_do: Callable[[Matter], tuple[FollowUp, ...]] = lambda _: ()
    councils_own: str = ""
    unplaced: Unplaced = Unplaced()
    signature: str = ""


class Offer(Struct, frozen=True):
    """A matter to be offered to a colleague by this code."""

    matter: str
    code: str


class Result(Struct, frozen=True):
    """What a handler returns.

    `current`: the matter that the conversation goes on with. `saved`: matters to store. `left_behind`: what becomes of
    the card that was being shown, where the turn was typed. `posts`: cards of words to use, below. `forgotten`: ids of
    matters to delete. `erased`: ids of matters whose other cards are blanked. `dropped`: ids of matters in which
    nothing was ever answered, deleted with nothing to blank. `offer`: a matter to offer by a code; `ended`: ids of
    matters whose offers end; `taken`: the code by which a saved matter is taken over. `of_requests`: what was typed is
    this press, which belongs to requests and is theirs to take. `unplaced`: what was typed and not taken. `signature`:
    the worker's initials and job, to be kept from now on; "" to be forgotten.
    """

    shown: Shown
    current: Matter | None
    saved: tuple[Matter, ...] = ()
    left_behind: Screen | None = None
    posts: tuple[WordsToUse, ...] = ()
    forgotten: tuple[str, ...] = ()
    erased: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    offer: Offer | None = None
    ended: tuple[str, ...] = ()
    taken: str = ""
    of_requests: "Press | None" = None
    unplaced: Unplaced = Unplaced()
    signature: str | None = None


class Press(Struct, frozen=True):
    """A press on a card: the verb, what the card was drawn from, the questions it showed, and what was filled in.

    `answered`: what was said to the notice that held this press: "kept" or "changed".
    """

    verb: str
    matter: str = ""
    revision: int = 0
    card: str = ""
    about: str = ""
    shown: tuple[str, ...] = ()
    inputs: dict[str, str] = {}
    answered: str = ""

    def place(self, count: int, page: int) -> int:
        """Return the place of the first on the asked page of a list; the first page for one that there is not."""
        asked = int(self.about) if self.about.isascii() and self.about.isdecimal() and len(self.about) < 9 else 0
        return asked - asked % page if asked < count else 0
