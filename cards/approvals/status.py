"""Where a request stands, as the worker reads it, with what they can do about it."""

from typing import Any

from cards.actions import button
from cards.elements import Buttons, Part, Run, TextInput, rich
from cards.layout import fault_line
from cards.people import Council, duty_number
from cards.times import format_opening, london_time
from cards.words import render_runs, render_text
from dialogs.approvals.request import Request, RequestState


def state_key(request: Request) -> str:
    """Return the key of a request's state in the words, which tells apart more than `RequestState` does."""
    if request.state is RequestState.GONE:
        return f"gone_{request.gone_as}"
    if request.state is not RequestState.WAITING:
        return str(request.state)
    if request.goes_ahead:
        return "goes_ahead"
    return "waiting" if request.channel else "no_channel"


SENTENCES = {"waiting": "waits", "no_channel": "waits_no_channel"}


def status_sentence(request: Request) -> tuple[Run, ...]:
    """Return the state with the request's number and times."""
    filled: dict[str, Any] = {
        "number": request.number,
        "asked": london_time(request.asked_at),
        "needed_by": request.needed_by,
        "who": request.decider_name,
        "when": london_time(request.answered_at),
        "reason": request.reason,
    }
    state = state_key(request)
    return render_runs(f"approvals.{SENTENCES.get(state, state)}", **filled)


def below_status(request: Request, council: Council, *, fault: str = "", typed: str = "") -> list[Part]:
    """Return what follows from the state, with the buttons that it allows."""
    if request.state is RequestState.NOT_AGREED:
        return [rich(_after_no(request), spacing="Small")]
    if request.state is RequestState.MORE_ASKED:
        return _question_of_supervisor(request, fault, typed)
    if request.state is not RequestState.WAITING:
        return []
    closed = out_of_hours_notice(council, urgent=not request.follow_up)
    ways = (button("nudge", about=request.id), button("withdraw", about=request.id))
    return [*closed, Buttons(actions=ways if request.channel else ways[1:])]


def _after_no(request: Request) -> tuple[Run, ...]:
    if request.follow_up:
        return render_runs("approvals.still_to_tell")
    going_on = render_runs(f"approvals.going_on.{request.kind}")
    return (*render_runs("approvals.talk_to_them"), Run(text=" "), *going_on)


def out_of_hours_notice(council: Council, *, urgent: bool = True) -> list[Part]:
    """Say, out of hours, when someone may see it and, if it is urgent, whom to ring now."""
    if council.working_now:
        return []
    ring = {"number": duty_number(council), "supervisor": council.supervisor} if urgent else {}
    filled = {"number": "", "supervisor": "", **ring, "opens": format_opening(council.opens_at)}
    return [rich(render_runs("approvals.out_of_hours", **filled), spacing="Small")]


def _question_of_supervisor(request: Request, fault: str, typed: str) -> list[Part]:
    asked = next(said.words for said in reversed(request.talk) if said.by == "supervisor")
    parts: list[Part] = [rich([Run(text=asked)], spacing="Small")]
    if fault:
        text = render_text(f"approvals.refused.{fault}")
        parts.append(fault_line(text))
    label = render_text("approvals.answer_back")
    parts.append(TextInput(id="reply", label=label, is_multiline=True, value=typed or None))
    ways = (button("answer_back", about=request.id, style="positive"), button("withdraw", about=request.id))
    return [*parts, Buttons(actions=ways)]
