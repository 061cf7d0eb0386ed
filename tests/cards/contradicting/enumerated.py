"""The states that are looked at: all that other tests draw, and own combinations of answers of each flow."""

from collections.abc import Hashable, Iterator, Mapping

from dialogs.approvals import screens as of_requests
from dialogs.engine.flow import Flow
from dialogs.engine.matter import Matter, Phase
from dialogs.flows.registry import FLOWS
from dialogs.follow_ups.screens import OneFollowUp
from dialogs.screens import AfterCopy, Shown, TheAnswer, TheNote, WordsToUse
from practice.rendering import draw
from practice.screens import EducatorScreen, ShareScreen
from tests.cards.contradicting import of_documents, of_network_checks, of_sharings
from tests.cards.contradicting.gathered import states_of
from tests.cards.contradicting.pairwise import Model, rows_of
from tests.cards.contradicting.reading import read
from tests.cards.contradicting.statements import State
from tests.cards.contradicting.walked import walked
from tests.cards.matters import NOW, Given
from tests.cards.states import FULL, every_state

MODELS: Mapping[str, Model] = {**of_sharings.MODELS, **of_network_checks.MODELS, **of_documents.MODELS}
"""Each by the name that `SOAK` takes."""
BY_ITSELF: Mapping[type, str] = {
    of_requests.ChannelPrompt: "channel",
    of_requests.ChannelDigest: "channel",
    of_requests.ForSupervisor: "supervisor",
    of_requests.WorkersRequest: "outcome",
    of_requests.StillWaiting: "outcome",
    OneFollowUp: "follow-up",
    AfterCopy: "follow-up",
    ShareScreen: "",
    EducatorScreen: "",
}
"""Screens known only by what is on the card, and what kind of text they are."""


def every() -> Iterator[State]:
    """Each state once, with all its texts."""
    drawn = every_state()
    seen: set[tuple[str, str]] = set()
    for name, matter in _matters(drawn):
        if (matter.flow.name, matter.drafted_from) not in seen:
            seen.add((matter.flow.name, matter.drafted_from))
            yield from states_of(name, matter)
    for name, shown in drawn.items():
        kind = BY_ITSELF.get(type(shown.screen))
        if kind is not None:
            yield State(name, frozenset(), tuple(read(draw(shown, FULL, NOW), name, kind)))


def _matters(drawn: Mapping[str, Shown]) -> Iterator[tuple[str, Matter]]:
    yield from _drawn_elsewhere(drawn)
    for name, flow, plan in (*of_sharings.ALONE, *_combined()):
        yield name, walked(flow, plan, name)


def _drawn_elsewhere(drawn: Mapping[str, Shown]) -> Iterator[tuple[str, Matter]]:
    """The matters of the states in `states.py`, and each as it was before it was closed."""
    for name, shown in drawn.items():
        matter = shown.screen.matter if isinstance(shown.screen, TheAnswer | TheNote | WordsToUse) else None
        if matter is None or matter.practice:
            continue
        yield name, matter
        if matter.phase is Phase.NOTE and not matter.flow.note_at_once:
            yield f"{name}, before the close", _undone(matter)


def _undone(matter: Matter) -> Matter:
    asked = {ask.question.name for card in matter.flow.closing for ask in card.asks}
    names = {"outcome", "reply_of", *asked} - {"told_when", "told_how"}
    return matter.reopen(*sorted(names & set(matter.values)))


def _combined() -> Iterator[tuple[str, Flow, Given]]:
    for name, model in MODELS.items():
        for row in rows_of(name, model):
            flow, plan = _plan(row)
            said = ", ".join(f"{variable} {chosen}" for variable, chosen in row.items())
            yield f"{name}: {said}", FLOWS[flow], plan


def _plan(row: Mapping[str, Hashable]) -> tuple[str, Given]:
    flow = str(row["flow"])
    makes = of_documents if flow == "document" else of_network_checks if flow == "gather" else of_sharings
    return flow, makes.plan({name: str(chosen) for name, chosen in row.items()})
