"""The state of a request, as the worker reads it, with what they can do about it."""

from typing import Any

from cards.elements import Buttons, ChoiceInput, InputChoice, OwnWords, Part, Run, TextInput, rich
from cards.layout import button, fault_line
from cards.people import Council, duty_number, safe_name
from cards.times import format_day, format_opening, london_time
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
    if request.channel:
        return "not_posted" if request.not_posted else "waiting"
    return "which_team" if request.teams else ("left" if request.left else "no_channel")


def state_label(request: Request) -> OwnWords:
    """Return the state in a word or two; a question is answered, whatever the answer."""
    answered = request.is_question and request.state in (RequestState.AGREED, RequestState.NOT_AGREED)
    return render_text(f"approvals.states.{'answered' if answered else request.state}")


WAITING_SENTENCES = {"waiting": "waits"} | {
    state: f"waits_{state}" for state in ("no_channel", "left", "not_posted", "which_team")
}


def status_sentence(request: Request, council: Council) -> tuple[Run, ...]:
    """Return the state with the request's number and times, with who has it and since when."""
    is_assigned = request.state is RequestState.WAITING and request.assigned_to
    filled: dict[str, Any] = {
        "number": request.number,
        "asked": london_time(request.asked_at),
        "needed_by": request.needed_by,
        "who": request.assigned_name if is_assigned else request.decider_name,
        "since": london_time(request.since),
        "when": london_time(request.answered_at),
        "reason": request.reason,
        "team": request.channel_name,
        "supervisor": council.supervisor,
    }
    state = state_key(request)
    if request.is_question and request.state in (RequestState.AGREED, RequestState.NOT_AGREED):
        state = "question.answered"
    return render_runs(f"approvals.{WAITING_SENTENCES.get(state, state)}", **filled)


def below_status(request: Request, council: Council, *, fault: str = "", typed: str = "") -> list[Part]:
    """Return what follows from the state, with the buttons that it allows."""
    if request.state is RequestState.NOT_AGREED and not request.is_question:
        return [rich(_after_no(request), spacing="Small")]
    if request.state is RequestState.MORE_ASKED:
        return _question_of_supervisor(request, fault, typed)
    if request.state is not RequestState.WAITING:
        return []
    closed = out_of_hours_notice(council, urgent=not request.follow_up)
    again = render_text("buttons.nudge_again") if request.not_posted else None
    nudge = [Buttons(actions=(button("nudge", title=again, about=request.id),))] if request.channel else []
    return [*closed, *_all_away(request, council), *_which_team(request), *nudge, _withdraw(request)]


def _withdraw(request: Request) -> Buttons:
    """Return the button that ends a request, in a row of its own: never beside the one that is usually pressed."""
    return Buttons(actions=(button("withdraw", about=request.id),), spacing="Small")


def _all_away(request: Request, council: Council) -> list[Part]:
    """Say of a request that it reached a team whose supervisors are all away, and whom to ring."""
    if not request.all_back_on or request.assigned_to or not request.channel:
        return []
    filled = {"day": format_day(request.all_back_on), "supervisor": council.supervisor}
    return [rich(render_runs("approvals.all_away", **filled), spacing="Small")]


MOST_TEAM_BUTTONS = 4


def _which_team(request: Request) -> list[Part]:
    """Ask which of several teams is the worker's; more than a few are in a list to choose from."""
    if not request.teams or request.channel:
        return []
    asked = rich(render_runs("approvals.which_team"), spacing="Small")
    teams = [(channel, OwnWords(safe_name(name, besides=":"))) for channel, name in request.teams]
    if len(teams) <= MOST_TEAM_BUTTONS:
        ways = (button("choose_team", title=name, about=request.id, team=channel) for channel, name in teams)
        return [asked, Buttons(actions=tuple(ways))]
    choices = tuple(InputChoice(title=name, value=channel) for channel, name in teams)
    label = render_text("approvals.which_team_choice")
    choice = ChoiceInput(id="team", label=label, choices=choices, style="compact")
    return [asked, choice, Buttons(actions=(button("choose_team", about=request.id),))]


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
    send = Buttons(actions=(button("answer_back", about=request.id, style="positive"),))
    return [*parts, send, _withdraw(request)]
