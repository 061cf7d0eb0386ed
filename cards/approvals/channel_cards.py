"""In the channel: a random number, the kind, the paragraph, the times. Nothing that a person typed ever gets here."""

from datetime import datetime

from cards import words
from cards.actions import button, danger
from cards.approvals.ownership import kind_label, rests_on_guidance
from cards.approvals.status import out_of_hours
from cards.approvals.times import clock_of, clock_of_moment
from cards.elements import Action, Box, Buttons, Card, OwnWords, Part, TextBlock, rich
from cards.people import Council
from dialogs.approvals.request import Ended, Request, RequestKind, RequestState
from dialogs.approvals.screens import ChannelDigest, ChannelPrompt, StillWaiting

STANDING = {
    RequestState.MORE_ASKED: "with_worker",
    RequestState.WITHDRAWN: "withdrawn",
    RequestState.AGREED: "answered",
    RequestState.NOT_AGREED: "answered",
    RequestState.GONE: "gone",
}


def prompt(screen: ChannelPrompt, council: Council, now: datetime) -> Card:
    """What waits; once it is answered, only that it was and when."""
    request = screen.request
    if request.state in STANDING:
        return _line(_standing(request, now), *_who_asked(request))
    title = words.label("approvals.channel.title", number=request.number)
    body: tuple[Part, ...] = (
        TextBlock(text=title, style="heading", weight="Bolder"),
        *(TextBlock(text=text, spacing="Small") for text in _said(request)),
        _no_details(request.kind),
    )
    return Card(fallback_text=title, body=body, actions=(button("open_request", about=request.id, style="positive"),))


def _no_details(kind: RequestKind) -> TextBlock:
    """What is not to stand there, and whose check it is: the team's own never holds up help for a child."""
    ref = rests_on_guidance(kind)
    check = words.label(f"approvals.channel.{'waits_for_it' if ref else 'no_one_waits'}", ref=ref)
    text = OwnWords(f"{words.label('approvals.channel.no_details')} {check}")
    return TextBlock(text=text, size="Small", is_subtle=True)


def _standing(request: Request, now: datetime) -> OwnWords:
    """Where a request stands that does not wait for a supervisor: nothing but its number and when."""
    key = f"gone_{request.gone_as}" if request.state is RequestState.GONE else STANDING[request.state]
    when = clock_of(request.answered_at) or clock_of_moment(now)
    return words.label(f"approvals.channel.{key}", number=request.number, when=when)


def _who_asked(request: Request) -> tuple[Action, ...]:
    """A note that was copied unseen is still to be looked at: a supervisor can ask with whom."""
    copied = request.state is RequestState.GONE and request.gone_as == Ended.COPIED
    return (button("open_request", title=words.label("buttons.who_asked"), about=request.id),) if copied else ()


def _said(request: Request) -> list[OwnWords]:
    kind = kind_label(request.kind)
    times = {"asked": clock_of(request.asked_at), "needed_by": request.needed_by}
    said = [
        words.label("approvals.channel.kind", kind=kind, ref=request.ref),
        words.label("approvals.channel.asked", **times),
    ]
    if request.goes_ahead:
        said.append(words.label("approvals.channel.after_the_fact"))
    return said


def digest(screen: ChannelDigest, council: Council, now: datetime) -> Card:
    """What could not wait, each with its way in, and what ended before anyone saw it; once none is left, only that."""
    if not screen.requests:
        return _line(words.label("approvals.channel.digest_empty"))
    title = words.label("approvals.channel.digest", count=sum(request.is_open for request in screen.requests))
    body: list[Part] = [TextBlock(text=title, style="heading", weight="Bolder")]
    for request in screen.requests:
        if not request.is_open:
            ways = tuple(Buttons(actions=(way,)) for way in _who_asked(request))
            body.append(Box(items=(TextBlock(text=_standing(request, now)), *ways), separator=True))
            continue
        kind = kind_label(request.kind)
        text = words.label("approvals.channel.digest_row", number=request.number, kind=kind, ref=request.ref)
        open_it = Buttons(actions=(button("open_request", about=request.id),))
        body.append(Box(items=(TextBlock(text=text), open_it), separator=True))
    body.append(_no_details(screen.requests[0].kind))
    return Card(fallback_text=title, body=tuple(body))


def still_waiting(screen: StillWaiting, council: Council, now: datetime) -> Card:
    """Nobody has answered: a supervisor can open it, the worker is told whom to ring."""
    request = screen.request
    key = "to_supervisor" if screen.to_supervisor else ("not_posted" if screen.not_posted else "to_worker")
    said = words.say(
        f"approvals.still_waiting.{key}",
        number=request.number,
        asked=clock_of(request.asked_at),
        supervisor=council.supervisor,
    )
    title = words.label("approvals.still_waiting.title", number=request.number)
    way = button("open_request", title=words.label("buttons.open"), about=request.id, style="positive")
    if not screen.to_supervisor:
        way = button("withdraw", about=request.id)
    heading = TextBlock(text=title, style="heading", weight="Bolder")
    closed = [] if screen.to_supervisor else out_of_hours(council, urgent=not request.follow_up)
    return Card(fallback_text=title, body=(heading, rich(said), *closed), actions=(way, danger(None)))


def _line(text: OwnWords, *ways: Action) -> Card:
    return Card(fallback_text=text, body=(TextBlock(text=text),), actions=ways)
