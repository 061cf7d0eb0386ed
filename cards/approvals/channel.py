"""In the channel: a random number, the kind, the paragraph, the times. Nothing that a person typed ever gets here."""

from datetime import datetime

from cards import words
from cards.actions import button
from cards.approvals.times import clock_of, clock_of_moment
from cards.elements import Card, OwnWords, Part, TextBlock
from cards.people import Council
from dialogs.approvals.request import Request, RequestState
from dialogs.approvals.screens import ChannelNotice, ChannelPrompt

STANDING = {
    RequestState.MORE_ASKED: "with_worker",
    RequestState.WITHDRAWN: "withdrawn",
    RequestState.AGREED: "answered",
    RequestState.NOT_AGREED: "answered",
}


def prompt(screen: ChannelPrompt, council: Council, now: datetime) -> Card:
    """What waits; once it is answered, only that it was and when."""
    request = screen.request
    if request.state in STANDING:
        when = clock_of(request.answered_at) or clock_of_moment(now)
        return _line(words.label(f"approvals.channel.{STANDING[request.state]}", number=request.number, when=when))
    title = words.label("approvals.channel.title", number=request.number)
    body: tuple[Part, ...] = (
        TextBlock(text=title, style="heading", weight="Bolder"),
        *(TextBlock(text=text, spacing="Small") for text in _said(request)),
        TextBlock(text=words.label("approvals.channel.no_details"), size="Small", is_subtle=True),
    )
    return Card(fallback_text=title, body=body, actions=(button("open_request", about=request.id, style="positive"),))


def _said(request: Request) -> list[OwnWords]:
    kind = words.label(f"approvals.kinds.{request.kind}")
    times = {"asked": clock_of(request.asked_at), "needed_by": request.needed_by}
    said = [
        words.label("approvals.channel.kind", kind=kind, ref=request.ref),
        words.label("approvals.channel.asked", **times),
    ]
    if request.after_the_fact:
        said.append(words.label("approvals.channel.after_the_fact"))
    return said


def notice(screen: ChannelNotice, council: Council, now: datetime) -> Card:
    """A sentence of our own; the only names in it are those of staff."""
    return _line(words.label(f"approvals.setup.{screen.name}", **dict(screen.details)))


def _line(text: OwnWords) -> Card:
    return Card(fallback_text=text, body=(TextBlock(text=text),))
