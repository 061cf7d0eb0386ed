"""Every screen of follow-ups, in the states it can be in."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from msgspec.structs import replace

from bot.follow_ups.waivers import draft_of
from cards import additions
from dialogs.approvals.request import Request, RequestKind, RequestState
from dialogs.approvals.screens import ForSupervisor
from dialogs.engine.follow_up_kinds import FollowUpKind
from dialogs.engine.questions import Fault
from dialogs.follow_ups.follow_up import FollowUp, FollowUpState
from dialogs.follow_ups.form import Done, Move
from dialogs.follow_ups.screens import PAGE, MyFollowUps, OneFollowUp, TeamFollowUps
from dialogs.screens import Shown
from tests.cards.of_approvals import ASKED, FOLLOW_UP, SETTLED, WORKER, about_follow_up, matter_of, states

DUE = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)
TELL = replace(FOLLOW_UP, due_at=DUE)
PRACTICE = replace(TELL, asked_for=False, since="")
NAMED = replace(TELL, parents=("T", "D", "gran"))
IN_PART = replace(NAMED, told=("T",))
LAST_LEFT = replace(NAMED, told=("T", "gran"))
CHECKS = replace(IN_PART, flow="gather", whom="the agencies")
DOCUMENT = replace(IN_PART, flow="document", whom="the GP")
TELLS = {
    "": TELL,
    ", practice": PRACTICE,
    ", named": NAMED,
    ", one told": IN_PART,
    ", one left": LAST_LEFT,
    ", checks": CHECKS,
    ", a document": DOCUMENT,
    **{
        f", departed, {flow}": replace(TELL, flow=flow, excepted=False, asked_for=False, whom=whom)
        for flow, whom in (("share", "the school nurse"), ("gather", "the agencies"), ("document", "the GP"))
    },
}
"""Telling the family, in every flow and for those who are left, with an exception and without one."""
OTHERS = tuple(
    replace(TELL, id=f"q7Yk2mVd0aRx.{kind}", kind=kind, named=named)
    for kind, named in (
        (FollowUpKind.REPLY, "GP"),
        (FollowUpKind.CONSENT, "Dr S., psychiatrist"),
        (FollowUpKind.LEGAL, ""),
    )
)
HOW = Done("2026-03-12T10:05", "In person, at home.", "K.O., allocated worker")
T_TOLD = replace(HOW, who="T", told=("T",), everyone=False)
SOMEONE_TOLD = replace(HOW, who="T, the mother", everyone=False)
MOVE = Move("2026-03-19", "D is home")
FAULTS = {
    "follow_up_done": (
        Fault("done_who", "missing"),
        {"done_when__date": "2026-03-11", "done_who": "D", "done_whom": "T, mother", "done_everyone": "no"},
    ),
}
OLDER_FAULTS = {
    "follow_up_done": (Fault("done_how", "missing_words"), {"done_when__date": "2026-03-11", "done_by": "K.O."}),
    "move_follow_up": (Fault("move_to", "gone_by"), {"move_to__date": "2026-03-10", "move_because": "D is home"}),
    "ask_not_to_tell": (Fault("not_telling_because", "missing_words"), {}),
}


def every() -> Iterator[tuple[str, Shown]]:
    """Every one by a name that says which."""
    yield from _one()
    yield from _asked_not_to_tell()
    yield from _lists()


def _one() -> Iterator[tuple[str, Shown]]:
    yield "follow-up", Shown(OneFollowUp(TELL, matter_there=True))
    yield "follow-up, overdue", Shown(OneFollowUp(replace(TELL, due_at=datetime(2026, 3, 11, 9, 0, tzinfo=UTC))))
    for name, tell in TELLS.items():
        yield f"follow-up{name}, to be told", Shown(OneFollowUp(tell))
        yield f"follow-up{name}, words", Shown(OneFollowUp(tell, words=True))
        done = replace(tell, state=FollowUpState.DONE, additions=(additions.done_line(tell, HOW),))
        yield f"follow-up{name}, all told", Shown(OneFollowUp(done))
        fault, typed = FAULTS["follow_up_done"]
        yield f"follow-up{name}, fault", Shown(OneFollowUp(tell, opened="follow_up_done", fault=fault, typed=typed))
    yield "follow-up, T told", Shown(OneFollowUp(replace(IN_PART, additions=(additions.done_line(NAMED, T_TOLD),))))
    yield (
        "follow-up, someone told",
        Shown(OneFollowUp(replace(TELL, additions=(additions.done_line(TELL, SOMEONE_TOLD),)))),
    )
    yield "follow-up, moved", Shown(OneFollowUp(replace(TELL, additions=(additions.moved_line(TELL, MOVE),))))
    for other in OTHERS:
        yield f"follow-up, {other.kind}", Shown(OneFollowUp(other, matter_there=True))
        yield f"follow-up, {other.kind}, nobody named", Shown(OneFollowUp(replace(other, named="", since="")))
    for state in (FollowUpState.CLOSED, FollowUpState.ENDED):
        yield f"follow-up, {state}", Shown(OneFollowUp(replace(TELL, state=state)))
    for one in (TELL, PRACTICE, *OTHERS):
        done = replace(
            one, state=FollowUpState.DONE, additions=(additions.moved_line(one, MOVE), additions.done_line(one, HOW))
        )
        yield f"follow-up, done: {one.kind}{'' if one.asked_for else ', practice'}", Shown(OneFollowUp(done))
    agreed = additions.not_telling_line(states(RequestKind.NOT_TELLING)["agreed"])
    accepted = replace(TELL, state=FollowUpState.NOT_TELLING, additions=(agreed,))
    yield "follow-up, accepted", Shown(OneFollowUp(accepted))
    for way, (fault, typed) in OLDER_FAULTS.items():
        yield f"follow-up, fault in {way}", Shown(OneFollowUp(TELL, opened=way, fault=fault, typed=typed))
    for name, request in about_follow_up().items():
        yield f"follow-up, not telling {name}", Shown(OneFollowUp(TELL, request))


def not_telling(tell: FollowUp, **changed: Any) -> Request:
    """A request to leave this one untold."""
    draft = draft_of(tell, WORKER, "No address is known", ASKED, "2026-03-11T13:12")
    return replace(draft, id="r3", number=4129, channel="19:team", **changed)


def _asked_not_to_tell() -> Iterator[tuple[str, Shown]]:
    """In each flow, and once some of the family know: for the supervisor, and accepted."""
    for name, tell in TELLS.items():
        made = not_telling(tell)
        bare = matter_of(RequestKind.NOT_TELLING)
        yield f"follow-up{name}, may it be left", Shown(ForSupervisor(made, bare))
        agreed = replace(made, state=RequestState.AGREED, **SETTLED)
        accepted = replace(tell, state=FollowUpState.NOT_TELLING, additions=(additions.not_telling_line(agreed),))
        yield f"follow-up{name}, left", Shown(OneFollowUp(accepted))


def _lists() -> Iterator[tuple[str, Shown]]:
    yield "follow-ups, none", Shown(MyFollowUps(()))
    yield "follow-ups", Shown(MyFollowUps((*TELLS.values(), *OTHERS)[:PAGE], open_matter=True))
    yield "team follow-ups, none", Shown(TeamFollowUps(()))
    yield "team follow-ups", Shown(TeamFollowUps((TELL, replace(TELL, owner_name=""))))
    many = tuple(replace(TELL, id=f"m{n}.tell_family", due_at=DUE + timedelta(days=n)) for n in range(3 * PAGE))
    yield "follow-ups, page 2", Shown(MyFollowUps(many, PAGE))
    yield "team follow-ups, page 2", Shown(TeamFollowUps(many, PAGE))
