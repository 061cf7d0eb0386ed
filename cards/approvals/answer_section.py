"""The parts of an answer about a request: its status, or the ways to ask for a second pair of eyes."""

from datetime import datetime
from typing import Any, Literal

import msgspec

from cards.approvals.ownership import ownership_line
from cards.approvals.status import WAITING_SENTENCES, below_status, state_key, status_sentence
from cards.approvals.worker_cards import request_status
from cards.elements import Box, Buttons, Part, Run, TextBlock, TimeInput, rich
from cards.labels import label_values
from cards.layout import bulleted_list, button, small_heading, small_print, toggle_button
from cards.people import Council, duty_number
from cards.times import format_opening, london_time_short
from cards.words import render_paragraphs, render_runs, render_text
from dialogs.approvals.cannot_wait import offers_instead
from dialogs.approvals.effects import VerdictRecord, current_verdicts
from dialogs.approvals.request import Request, RequestKind, RequestState, ReviewStatus
from dialogs.approvals.review_required import OF_THE_GUIDANCE
from dialogs.engine.answers import DISAGREED
from dialogs.engine.matter import Matter, goes_on
from dialogs.screens import TheAnswer
from guidance.decision import Decision


def request_box(matter: Matter, request: Request | None, council: Council, now: datetime) -> list[Part]:
    """Return the box right under the headline: what a supervisor said about this answer, or that they have yet to."""
    if request is None:
        return _earlier_agreement(matter, now)
    parts: list[Part] = [rich(render_runs(f"approvals.state.{state_key(request)}", **_state_values(request, now)))]
    if request.state is RequestState.WAITING:
        parts.append(rich(status_sentence(request, council), spacing="Small"))
    if request.state is not RequestState.NOT_AGREED:  # what follows from that is the first step
        parts += below_status(request, council)
    return [Box(items=tuple(parts), style="emphasis")]


def _earlier_agreement(matter: Matter, now: datetime) -> list[Part]:
    """Return the agreement to an earlier request that set some of these answers (3.10, 4.4)."""
    said = [seen for seen in current_verdicts(matter) if seen.state == "agreed" and seen.kind in OF_THE_GUIDANCE]
    return [rich(_agreement_line(seen, now)) for seen in said[-1:]]


def _agreement_line(seen: VerdictRecord, now: datetime) -> tuple[Run, ...]:
    when = london_time_short(datetime.fromisoformat(seen.when), now)
    return render_runs(f"approvals.state.said_{seen.kind}", who=seen.who, when=when)


def _state_values(request: Request, now: datetime) -> dict[str, Any]:
    waiting = request.state is RequestState.WAITING
    return {
        "who": request.assigned_name if waiting else request.decider_name,
        "since": london_time_short(request.since if waiting and request.assigned_to else request.asked_at, now),
        "when": london_time_short(request.answered_at, now) if request.answered_at else "",
        "reason": request.reason,
    }


def request_step(request: Request | None, council: Council) -> list[tuple[Run, ...]]:
    """Return the first step that a request makes: wait or ring, answer, or talk to the supervisor."""
    if request is None or request.state in (RequestState.AGREED, RequestState.WITHDRAWN):
        return []
    state = state_key(request)
    closed = state == "waiting" and not council.working_now
    said = render_runs(f"approvals.step.{'ring' if closed else state}", **_step_values(request, council))
    then = "going_on" if state == "not_agreed" else ("meanwhile" if state in WAITING_SENTENCES else "")
    after = render_runs(f"approvals.{then}.{request.kind}") if then else ()
    return [(*said, Run(text=" "), *after) if after else said]


def _step_values(request: Request, council: Council) -> dict[str, Any]:
    waiting = request.state is RequestState.WAITING
    return {
        "who": request.assigned_name if waiting else request.decider_name,
        "supervisor": council.supervisor,
        "number": duty_number(council),
        "opens": format_opening(council.opens_at),
    }


def review_section(matter: Matter, looked_at: ReviewStatus, council: Council) -> list[Part]:
    """Return, for a note, the state of its request, or the ways to ask."""
    if looked_at.request:
        return [small_heading(render_text("approvals.heading")), *request_status(looked_at.request, council)]
    return ask_supervisor_parts(matter, looked_at.kind, style=None) if looked_at.kind else []


def ask_section(matter: Matter, looked_at: ReviewStatus, *, cannot_wait: bool) -> list[Part]:
    """Return, for an answer, the ways to ask if nothing was asked yet."""
    if looked_at.request is not None or looked_at.kind is None:
        return []
    return ask_supervisor_parts(matter, looked_at.kind, cannot_wait=cannot_wait)


def instead_section(matter: Matter, decision: Decision, looked_at: ReviewStatus) -> list[Part]:
    """Return the way for an answer that cannot wait, where none is among the ways to ask."""
    request = looked_at.request
    asked_for = request is not None and request.is_open and request.kind in OF_THE_GUIDANCE
    if (request is None and looked_at.kind) or not (asked_for or offers_instead(decision)):
        return []
    hint = small_print(render_text("approvals.instead.hint"), spacing="Small")
    return [
        small_heading(render_text("approvals.instead.heading")),
        hint,
        Buttons(actions=(button("cant_wait", matter),)),
    ]


def ask_supervisor_parts(
    matter: Matter, kind: RequestKind, *, cannot_wait: bool = False, style: Literal["positive"] | None = "positive"
) -> list[Part]:
    """Return whose check it is, with the buttons to ask and, unless that is known, to say that it can't wait.

    `style`: of the button to ask; on a note another is the one to press.
    """
    said = TextBlock(text=render_text(f"approvals.looks_first.{kind}"), spacing="Medium")
    if kind is RequestKind.DEPARTURE:
        return [said, Buttons(actions=(button("ask_supervisor", matter, style=style),))]
    needed_by = TimeInput(id="needed_by", label=render_text("approvals.needed_by"))
    send = button("ask_supervisor", matter, title=render_text("buttons.send_request"), style="positive")
    box = Box(
        id="ask", is_visible=False, style="emphasis", items=(needed_by, Buttons(actions=(send,)), ownership_line(kind))
    )
    opens = msgspec.structs.replace(toggle_button("ask_supervisor", "ask"), style=style)
    waits = () if cannot_wait else (button("cant_wait", matter),)
    return [said, Buttons(actions=(opens, *waits)), box]


AUTHORS_STEPS = {"author_written_consent", "discuss_with_author", "legal_advice"}
"""4.1 to 4.3  What stands in the way of someone else's words alone."""


def alternatives_box(screen: TheAnswer, council: Council) -> list[Part]:
    """Return the box above the answer, once the worker has said that it can't wait."""
    if not screen.cannot_wait:
        return []
    said = render_paragraphs("approvals.instead.lines", **_buttons(screen), **_people(screen.matter, council))
    title = TextBlock(text=render_text("approvals.instead.title"), weight="Bolder")
    return [Box(items=(title, *bulleted_list(said)), style="attention")]


def _buttons(screen: TheAnswer) -> dict[str, Any]:
    """Return the titles of the buttons that help on this answer, empty for those that it does not have."""
    matter, request = screen.matter, screen.looked_at.request
    onward = next((other for other in goes_on(matter) if (matter.flow.name, other.to) == ("document", "share")), None)
    return {
        "danger": render_text("buttons.danger"),
        "known": render_text("buttons.hand_on.document_share", **label_values(matter)) if onward else "",
        "leave_out": bool(AUTHORS_STEPS & set(screen.decision.outstanding_before_go_ahead)) and not onward,
        "answers": render_text("buttons.your_answers"),
        "ask": render_text("buttons.ask_supervisor"),
        "can_ask": screen.looked_at.kind is not None,
        "waiting": request.number if request and request.is_open else "",
    }


def _people(matter: Matter, council: Council) -> dict[str, Any]:
    return {
        "disagrees": DISAGREED in matter.values,
        "allocated": matter.values.get("part_in_case") != "allocated",
        "supervisor": council.supervisor,
        "number": duty_number(council),
        "working": council.working_now,
    }
