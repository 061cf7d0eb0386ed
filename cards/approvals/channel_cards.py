"""Cards in the channel: a random number, the kind, the paragraph, the times. Never anything that a person typed."""

from datetime import datetime

from cards.approvals.ownership import kind_label
from cards.approvals.status import out_of_hours_notice
from cards.elements import Action, Box, Buttons, Card, OwnWords, Part, Run, TextBlock, rich
from cards.layout import button, danger_button, small_print
from cards.people import Council
from cards.times import format_local, london_time
from cards.words import render_runs, render_text
from dialogs.approvals.request import Ended, Request, RequestKind, RequestState
from dialogs.approvals.review_required import guidance_ref
from dialogs.approvals.screens import ChannelDigest, ChannelPrompt, StillWaiting

STATUS_KEYS = {
    RequestState.MORE_ASKED: "with_worker",
    RequestState.WITHDRAWN: "withdrawn",
    RequestState.AGREED: "answered",
    RequestState.NOT_AGREED: "answered",
    RequestState.GONE: "gone",
}


def draw_prompt(screen: ChannelPrompt, council: Council, now: datetime) -> Card:
    """Draw a request that waits; once it is answered, only that it was and when."""
    request = screen.request
    if request.state in STATUS_KEYS:
        return _one_line_card(_status_line(request, now), *_ask_whom_button(request))
    if screen.moved:
        return _one_line_card(render_text("approvals.channel.moved", number=request.number))
    title = render_text("approvals.channel.title", number=request.number)
    body: tuple[Part, ...] = (
        TextBlock(text=title, style="heading", weight="Bolder"),
        *(TextBlock(text=text, spacing="Small") for text in _request_lines(request)),
        _no_details(request.kind),
    )
    return Card(fallback_text=title, body=body, actions=(button("open_request", about=request.id, style="positive"),))


def _no_details(kind: RequestKind) -> TextBlock:
    """Remind supervisors what not to write there, and say whose check it is."""
    ref = guidance_ref(kind)
    check = render_text(f"approvals.channel.{'waits_for_it' if ref else 'no_one_waits'}", ref=ref)
    text = OwnWords(f"{render_text('approvals.channel.no_details')} {check}")
    return small_print(text)


def _status_line(request: Request, now: datetime) -> OwnWords:
    """Return the number, the state and the time of a request that no longer waits for a supervisor."""
    key = f"gone_{request.gone_as}" if request.state is RequestState.GONE else STATUS_KEYS[request.state]
    when = london_time(request.answered_at) or format_local(now)
    return render_text(f"approvals.channel.{key}", number=request.number, when=when)


def _ask_whom_button(request: Request) -> tuple[Action, ...]:
    """Offer who asked, for a note that was copied before anyone saw the request."""
    copied = request.state is RequestState.GONE and request.gone_as == Ended.COPIED
    return (button("open_request", title=render_text("buttons.who_asked"), about=request.id),) if copied else ()


def _request_lines(request: Request) -> list[OwnWords]:
    kind = kind_label(request.kind)
    times = {"asked": london_time(request.asked_at), "needed_by": request.needed_by}
    said = [
        render_text("approvals.channel.kind", kind=kind, ref=request.ref),
        render_text("approvals.channel.asked", **times),
    ]
    if request.goes_ahead:
        said.append(render_text("approvals.channel.after_the_fact"))
    return said


def draw_digest(screen: ChannelDigest, council: Council, now: datetime) -> Card:
    """Draw the requests that could not wait and those that ended unseen; once none is left, only that."""
    if not screen.requests:
        return _one_line_card(render_text("approvals.channel.digest_empty"))
    title = render_text("approvals.channel.digest", count=sum(request.is_open for request in screen.requests))
    body: list[Part] = [TextBlock(text=title, style="heading", weight="Bolder")]
    for request in screen.requests:
        if not request.is_open:
            ways = tuple(Buttons(actions=(way,)) for way in _ask_whom_button(request))
            body.append(Box(items=(TextBlock(text=_status_line(request, now)), *ways), separator=True))
            continue
        kind = kind_label(request.kind)
        text = render_text("approvals.channel.digest_row", number=request.number, kind=kind, ref=request.ref)
        open_it = Buttons(actions=(button("open_request", about=request.id),))
        body.append(Box(items=(TextBlock(text=text), open_it), separator=True))
    body.append(_no_details(screen.requests[0].kind))
    return Card(fallback_text=title, body=tuple(body))


def draw_still_waiting(screen: StillWaiting, council: Council, now: datetime) -> Card:
    """Draw the reminder of an unanswered request: a supervisor can open it, the worker reads whom to ring."""
    request = screen.request
    title = render_text("approvals.still_waiting.title", number=request.number)
    way = button("open_request", title=render_text("buttons.open"), about=request.id, style="positive")
    if not screen.to_supervisor:
        way = button("withdraw", about=request.id)
    heading = TextBlock(text=title, style="heading", weight="Bolder")
    closed = [] if screen.to_supervisor else out_of_hours_notice(council, urgent=not request.follow_up)
    lines = (rich(line) for line in _still_waiting_lines(screen, council))
    body = (heading, *lines, *closed, Buttons(actions=(way,)))
    return Card(fallback_text=title, body=body, actions=(danger_button(None),))


def _still_waiting_lines(screen: StillWaiting, council: Council) -> list[tuple[Run, ...]]:
    """Return what is known of it, who was told and who could not be, and whom to ring."""
    request = screen.request
    not_posted = "maybe_not_posted" if screen.in_doubt else "not_posted"
    key = "to_supervisor" if screen.to_supervisor else (not_posted if screen.not_posted else "to_worker")
    filled = {"asked": london_time(request.asked_at), "team": request.channel_name}
    lines = [render_runs(f"approvals.still_waiting.{key}", **filled)]
    for told, names in (("told", screen.told), ("away", screen.away), ("not_told", screen.not_told)):
        if names:
            lines.append(render_runs(f"approvals.still_waiting.{told}", names=", ".join(names), many=len(names) > 1))
    if not screen.to_supervisor:
        lines.append(render_runs("approvals.still_waiting.ring", supervisor=council.supervisor))
    return lines


def _one_line_card(text: OwnWords, *ways: Action) -> Card:
    return Card(fallback_text=text, body=(TextBlock(text=text),), actions=ways)
