"""What a flow says of its own: the parts of the answer, the note and the words to use that no other flow shares."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from msgspec import Struct

from cards.elements import OwnWords, Part, Run
from cards.labels import label_values
from cards.next_steps import render_noted_steps
from cards.people import Council
from dialogs.engine.matter import Matter
from guidance.decision import Decision

Runs = tuple[Run, ...]


class StepRow(Struct, frozen=True):
    """One step of an answer. `card`: where it is answered once it is done; `named`: what its button is called then.

    A step that opens in bold, such as what is not to be said, is pinned: it is in view however little room is left.
    """

    runs: Runs
    card: str = ""
    named: OwnWords | None = None

    @property
    def is_pinned(self) -> bool:
        return self.runs[0].weight == "Bolder"


class Page(Struct, frozen=True):
    """A card of words to use: its title, and its parts."""

    title: OwnWords
    body: tuple[Part, ...]


def nothing_open(_: Matter) -> list[Part]:
    return []


@dataclass(frozen=True, slots=True)
class WelcomePlace:
    """The place on the welcome of the button that begins a flow: its group, and its position there."""

    group: Literal["tell", "ask"]
    place: int


PageOf = Callable[[Matter, Decision, Council], Page]


def nothing_more(_: Matter, __: Decision, ___: Council) -> list[Part]:
    return []


def nothing_settled(_: Matter, __: Decision) -> list[Part]:
    return []


def no_tensions(_: Matter, __: Decision) -> list[str]:
    return []


def noted_next(matter: Matter, decision: Decision) -> Sequence[str]:
    return render_noted_steps(matter.flow.name, decision, label_values(matter))


class FlowPresenter(Struct, frozen=True):
    """How a flow reads.

    `headline`: the name of the answer's headline. `steps`: what to do next; `noted`: the same in the note. `filled`:
    what its reasons, and what would change them, are filled in with. `tensions`: names of those to show. `ledger`: the
    steps with the card that each is answered on; `settled`: its rows that are done. `below`: parts under the steps,
    with the boxes of the questions `boxed_below` among them. `pages`: the words to use, by the draft's name. `note`:
    the Details of the case note; `note_heading` its title; `note_parts`: parts above its box. `still_open`: parts once
    the note is copied, of what is left to do. `welcome`: the place of the button that begins it.
    """

    headline: Callable[[Matter, Decision], str]
    steps: Callable[[Matter, Decision, Council], list[Runs]]
    filled: Callable[[Matter, Decision], dict[str, Any]]
    note: Callable[[Matter, Decision, Council], str]
    note_heading: Callable[[Matter, Decision], OwnWords]
    noted: Callable[[Matter, Decision], Sequence[str]] = noted_next
    pages: Mapping[str, PageOf] = {}
    tensions: Callable[[Matter, Decision], list[str]] = no_tensions
    ledger: Callable[[Matter, Decision, Council], list[StepRow]] | None = None
    settled: Callable[[Matter, Decision], list[Part]] = nothing_settled
    below: Callable[[Matter, Decision, Council], list[Part]] = nothing_more
    boxed_below: tuple[str, ...] = ()
    note_parts: Callable[[Matter, Decision, Council], list[Part]] = nothing_more
    still_open: Callable[[Matter], list[Part]] = nothing_open
    welcome: WelcomePlace = WelcomePlace("ask", 100)

    @property
    def long(self) -> bool:
        """Whether there is much under its steps: less is in view, and its size is always measured."""
        return self.ledger is not None

    def rows(self, matter: Matter, decision: Decision, council: Council) -> list[StepRow]:
        if self.ledger:
            return self.ledger(matter, decision, council)
        return [StepRow(runs) for runs in self.steps(matter, decision, council)]
