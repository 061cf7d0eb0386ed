"""What is read of a request for a second pair of eyes: by the worker, in the channel, by the supervisor."""

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from dialogs.approvals.request import SETTABLE, Request, RequestKind, RequestState, ReviewStatus
from dialogs.approvals.review_required import review_required
from dialogs.approvals.screens import ChannelDigest, ChannelPrompt, ForSupervisor, StillWaiting, WorkersRequest
from dialogs.engine.matter import Matter, Phase
from dialogs.flows.telling import untold
from dialogs.screens import Screen, Shown, TheAnswer, TheNote
from practice.rendering import draw
from tests.cards.contradicting.reading import read
from tests.cards.contradicting.statements import Line
from tests.cards.matters import NOW
from tests.cards.of_approvals import ASKED, SETTLED, TALK, request_on
from tests.cards.states import FULL


def about_answer(matter: Matter, before: list[Line]) -> list[Line]:
    """Every text about the request that this answer is for; `before`: the card without it. Empty for none.

    Once it is closed, only what the close itself asks for: the rest was read at the answer.
    """
    kind = review_required(matter, matter.decision(), SETTABLE)
    if kind is None or (matter.phase is Phase.NOTE and kind is not RequestKind.DEPARTURE):
        return []
    known = {line.text for line in before}
    looked_at = [ReviewStatus(kind=kind), *(ReviewStatus(one) for one in requests_of(matter, kind))]
    lines = [line for one in looked_at for line in _on_the_matter(matter, one) if line.text not in known]
    for request in requests_of(matter, kind):
        lines += about(request, matter)
    return list(dict.fromkeys(lines))


def requests_of(matter: Matter, kind: RequestKind) -> list[Request]:
    """The request wherever it can be."""
    one = request_on(matter, kind)
    more_asked = replace(one, state=RequestState.MORE_ASKED, decider_name="M.A.", talk=TALK[:1])
    agreed = replace(one, state=RequestState.AGREED, **SETTLED)
    not_agreed = replace(one, state=RequestState.NOT_AGREED, **SETTLED)
    found = [one, replace(one, after_the_fact=True), more_asked, agreed, not_agreed]
    no_reason_asked = not untold(matter.decision())
    return [*found, replace(agreed, reason="")] if no_reason_asked else found


def _on_the_matter(matter: Matter, looked_at: ReviewStatus) -> Iterator[Line]:
    """What the answer or the note shows of it, and the verdict's line in the note, so far or as it was closed."""
    decision, request = matter.decision(), looked_at.request
    screen: Screen = (TheNote if matter.phase is Phase.NOTE else TheAnswer)(matter, decision, looked_at=looked_at)
    yield from read(draw(Shown(screen), FULL, NOW), _standing("answer with", looked_at), "request")
    not_waited = request is None or request.state is RequestState.NOT_AGREED
    if not_waited and isinstance(screen, TheAnswer) and hasattr(screen, "cannot_wait"):
        pressed: dict[str, Any] = {"cannot_wait": True}
        card = draw(Shown(replace(screen, **pressed)), FULL, NOW)
        yield from read(card, _standing("can't wait, answer with", looked_at), "request")
    if request and request.answered_at:
        noted = matter.changed(seen=(*matter.seen, _seen(request, matter)))
        yield from read(draw(Shown(TheNote(noted, decision)), FULL, NOW), _standing("note with", looked_at), "verdict")


def _standing(what: str, looked_at: ReviewStatus) -> str:
    request = looked_at.request
    return f"{what} {_state(request)}" if request else f"{what} a request to make ({looked_at.kind})"


def _state(request: Request) -> str:
    after = ", after the fact" if request.after_the_fact else ""
    without = ", no reason" if request.answered_at and not request.reason else ""
    return f"request {request.kind}, {request.state}{after}{without}"


def _seen(request: Request, matter: Matter) -> dict[str, object]:
    return {
        "number": request.number,
        "kind": request.kind.value,
        "state": request.state.value,
        "who": request.decider_name,
        "when": ASKED.isoformat(),
        "reason": request.reason,
        "on": matter.decided_from,
    }


def about(request: Request, matter: Matter) -> Iterator[Line]:
    """The supervisor's card with the management note, the worker's own, and what shows nothing of the matter."""
    for kind, screen in (
        ("supervisor", ForSupervisor(request, matter, is_deciders=True)),
        ("outcome", WorkersRequest(request, matter)),
    ):
        yield from read(draw(Shown(screen), FULL, NOW), f"{kind}'s card, {_state(request)}", kind)
    seen = (request.kind, request.ref, request.flow, _state(request))
    if seen not in _OF_NO_MATTER:
        _OF_NO_MATTER[seen] = tuple(_of_no_matter(request))
    yield from _OF_NO_MATTER[seen]


_OF_NO_MATTER: dict[tuple[str, ...], tuple[Line, ...]] = {}
"""By what is seen of a request where its matter is not: drawn once."""


def _of_no_matter(request: Request) -> Iterator[Line]:
    screens = (("channel", ChannelPrompt(request)), ("channel", ChannelDigest((request,))))
    for kind, screen in (*screens, ("outcome", StillWaiting(request))):
        yield from read(draw(Shown(screen), FULL, NOW), f"{kind}'s card, {_state(request)}", kind)
