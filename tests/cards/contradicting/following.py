"""What a close opens: its follow-ups, their words for the family, and not telling them as a supervisor is asked it."""

from collections.abc import Iterator

from msgspec.structs import replace

from bot.follow_ups.waivers import draft_of
from cards import additions
from cards.labels import child_of, label_values
from dialogs.approvals.request import RequestState
from dialogs.engine.follow_up_kinds import FollowUpKind, NewFollowUp
from dialogs.engine.matter import Matter
from dialogs.flows.registry import FLOWS
from dialogs.follow_ups.follow_up import FollowUp, FollowUpState
from dialogs.follow_ups.form import Done
from dialogs.follow_ups.screens import OneFollowUp
from dialogs.screens import Shown
from practice.rendering import draw
from tests.cards.contradicting.asked_of_supervisors import about
from tests.cards.contradicting.reading import read
from tests.cards.contradicting.statements import Line
from tests.cards.matters import NOW
from tests.cards.of_approvals import ASKED, SETTLED, WORKER
from tests.cards.states import FULL

HOW = Done("2026-03-13T10:05", "In person, at home.", "K.O., allocated worker")


def follow_ups_of(matter: Matter) -> list[FollowUp]:
    """Those that its close opens, as they are kept."""
    return [_kept(one, matter) for one in matter.follow_ups() or ()]


def _kept(asked: NewFollowUp, matter: Matter) -> FollowUp:
    """As `bot.follow_ups.of_matter` makes it; what both have goes over by its name."""
    same = {name: getattr(asked, name) for name in FollowUp.__struct_fields__ if hasattr(asked, name)}
    made = {
        "id": asked.id_in(matter.id),
        "number": 412_700,
        "tenant": "t",
        "owner": WORKER.key,
        "owner_name": "K.O.",
        "matter_id": matter.id,
        "flow": matter.flow.name,
        "due_at": ASKED,
        "child": child_of(matter),
        "whom": label_values(matter)["them"],
    }
    return FollowUp(**{**same, **made})


def about_follow_ups(one: FollowUp) -> Iterator[Line]:
    """Its card, open and done, with the words; not telling the family, as it is asked, agreed and refused."""
    tells = one.kind is FollowUpKind.TELL_FAMILY
    done = replace(one, state=FollowUpState.DONE, additions=(additions.done_line(one, HOW),))
    yield from read(draw(Shown(OneFollowUp(one)), FULL, NOW), f"follow-up {one.kind}", "follow-up")
    yield from read(draw(Shown(OneFollowUp(done)), FULL, NOW), f"follow-up {one.kind}, done", "follow-up done")
    if tells:
        card = draw(Shown(OneFollowUp(one, words=True)), FULL, NOW)
        yield from read(card, "follow-up with its words", "follow-up words")
        yield from _not_telling(one)


def _not_telling(one: FollowUp) -> Iterator[Line]:
    asked = draft_of(one, WORKER, "No address is known", ASKED, "2026-03-13T13:12")
    request = replace(asked, number=4128, channel="19:team")
    bare = Matter(one.matter_id, FLOWS[one.flow], "")
    for state in (RequestState.WAITING, RequestState.AGREED, RequestState.NOT_AGREED):
        now = request if state is RequestState.WAITING else replace(request, state=state, **SETTLED)
        yield from about(now, bare)
    agreed = replace(request, state=RequestState.AGREED, **SETTLED)
    ended = replace(one, state=FollowUpState.NOT_TELLING, additions=(additions.not_telling_line(agreed),))
    yield from read(draw(Shown(OneFollowUp(ended)), FULL, NOW), "follow-up, not telling accepted", "follow-up")
