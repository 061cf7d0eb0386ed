"""Every screen of follow-ups, in the states it can be in."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from cards.follow_ups import additions
from dialogs.approvals.request import RequestKind
from dialogs.follow_ups.filled_in import Done, Move
from dialogs.follow_ups.follow_up import FollowUpState
from dialogs.follow_ups.kinds import FollowUpKind
from dialogs.follow_ups.screens import PAGE, MyFollowUps, OneFollowUp, TeamFollowUps
from dialogs.questions import Fault
from dialogs.screens import Shown
from tests.cards.of_approvals import FOLLOW_UP, about_follow_up, states

DUE = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)
TELL = replace(FOLLOW_UP, due_at=DUE)
PRACTICE = replace(TELL, asked_for=False, since="")
OTHERS = tuple(
    replace(TELL, id=f"q7Yk2mVd0aRx.{kind}", kind=kind, named=named)
    for kind, named in (
        (FollowUpKind.REPLY, "GP"),
        (FollowUpKind.CONSENT, "Dr S., psychiatrist"),
        (FollowUpKind.LEGAL, ""),
    )
)
HOW = Done("2026-03-12T10:05", "In person, at home.", "K.O., allocated worker")
MOVE = Move("2026-03-19", "D is home")
FAULTS = {
    "follow_up_done": (Fault("done_how", "missing_words"), {"done_when__date": "2026-03-11", "done_by": "K.O."}),
    "move_follow_up": (Fault("move_to", "gone_by"), {"move_to__date": "2026-03-10", "move_because": "D is home"}),
    "ask_not_to_tell": (Fault("not_telling_because", "missing_words"), {}),
}


def every() -> Iterator[tuple[str, Shown]]:
    """Every one by a name that says which."""
    yield from _one()
    yield from _lists()


def _one() -> Iterator[tuple[str, Shown]]:
    yield "follow-up", Shown(OneFollowUp(TELL, matter_there=True))
    yield "follow-up, overdue", Shown(OneFollowUp(replace(TELL, due_at=datetime(2026, 3, 11, 9, 0, tzinfo=UTC))))
    yield "follow-up, practice", Shown(OneFollowUp(PRACTICE))
    yield "follow-up, words", Shown(OneFollowUp(TELL, words=True))
    yield "follow-up, words, no day known", Shown(OneFollowUp(PRACTICE, words=True))
    yield "follow-up, moved", Shown(OneFollowUp(replace(TELL, additions=(additions.moved(TELL, MOVE),))))
    for other in OTHERS:
        yield f"follow-up, {other.kind}", Shown(OneFollowUp(other, matter_there=True))
        yield f"follow-up, {other.kind}, nobody named", Shown(OneFollowUp(replace(other, named="", since="")))
    for state in (FollowUpState.CLOSED, FollowUpState.ENDED):
        yield f"follow-up, {state}", Shown(OneFollowUp(replace(TELL, state=state)))
    for one in (TELL, PRACTICE, *OTHERS):
        done = replace(one, state=FollowUpState.DONE, additions=(additions.moved(one, MOVE), additions.done(one, HOW)))
        yield f"follow-up, done: {one.kind}{'' if one.asked_for else ', practice'}", Shown(OneFollowUp(done))
    agreed = additions.not_telling(states(RequestKind.NOT_TELLING)["agreed"])
    accepted = replace(TELL, state=FollowUpState.NOT_TELLING, additions=(agreed,))
    yield "follow-up, accepted", Shown(OneFollowUp(accepted))
    for way, (fault, typed) in FAULTS.items():
        yield f"follow-up, fault in {way}", Shown(OneFollowUp(TELL, opened=way, fault=fault, typed=typed))
    for name, request in about_follow_up().items():
        yield f"follow-up, not telling {name}", Shown(OneFollowUp(TELL, request))


def _lists() -> Iterator[tuple[str, Shown]]:
    yield "follow-ups, none", Shown(MyFollowUps(()))
    yield "follow-ups", Shown(MyFollowUps((TELL, PRACTICE, *OTHERS), open_matter=True))
    yield "team follow-ups, none", Shown(TeamFollowUps(()))
    yield "team follow-ups", Shown(TeamFollowUps((TELL, replace(TELL, owner_name=""))))
    many = tuple(replace(TELL, id=f"m{n}.tell_family", due_at=DUE + timedelta(days=n)) for n in range(3 * PAGE))
    yield "follow-ups, page 2", Shown(MyFollowUps(many, PAGE))
    yield "team follow-ups, page 2", Shown(TeamFollowUps(many, PAGE))
