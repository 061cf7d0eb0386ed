"""Cards about requests in the worker's own chat: the status of each, and the addition for the note."""

from datetime import datetime

from cards.additions import not_telling_line
from cards.approvals.ownership import kind_label, ownership_line
from cards.approvals.status import WAITING_SENTENCES, below_status, state_key, state_label, status_sentence
from cards.elements import Box, Card, OwnWords, Part, Run, TextBlock, TextInput, rich
from cards.labels import child_of
from cards.layout import button, danger_button, fault_line, page_buttons, titled_card
from cards.people import Council, as_listed
from cards.times import london_time
from cards.words import render_run, render_runs, render_text, without_stop
from dialogs.approvals.request import Request, RequestState
from dialogs.approvals.review_required import guidance_ref
from dialogs.approvals.screens import PAGE, AskSupervisor, MyRequests, WorkersRequest


def draw_own_request(screen: WorkersRequest, council: Council, now: datetime) -> Card:
    """Draw one request with what the supervisor said and the ways on."""
    request = screen.request
    title = _title(screen)
    body: list[Part] = [
        TextBlock(text=kind_label(request.kind), is_subtle=True),
        *request_status(request, council, fault=screen.fault, typed=screen.typed),
    ]
    added = note_addition(request)
    if added:
        label = render_text("approvals.addition_copied" if screen.copied else "approvals.addition")
        body.append(TextInput(id="request_addition", label=label, is_multiline=True, value=added))
    body.append(ownership_line(request.kind))
    opens, about = ("open_follow_up", request.follow_up) if request.follow_up else ("open", request.matter_id)
    back = (button(opens, title=render_text("approvals.open_mine"), about=about),) if about else (button("home"),)
    return titled_card(title, body, (*back, danger_button(screen.matter)))


def draw_ask_supervisor(screen: AskSupervisor, council: Council, now: datetime) -> Card:
    title = render_text("approvals.question.title")
    body: list[Part] = [rich(render_runs("approvals.question.who_reads"))]
    if screen.fault:
        body.append(fault_line(render_text(f"approvals.refused.{screen.fault}")))
    label = render_text("approvals.question.label")
    body.append(TextInput(id="question", label=label, is_multiline=True, value=screen.typed or None))
    send = button("ask_question", title=render_text("buttons.send_question"), style="positive")
    return titled_card(title, body, (send, button("home"), danger_button(None)))


def _title(screen: WorkersRequest) -> OwnWords:
    """Return the number and the state, with the child while the matter exists: a worker may have asked for many."""
    nowhere = state_key(screen.request) in WAITING_SENTENCES and state_key(screen.request) != "waiting"
    state = render_text("approvals.states.nowhere") if nowhere else state_label(screen.request)
    named = as_listed(screen.matter) if screen.matter else None
    child = child_of(named) if named and named.values.get("child") else ""
    return render_text("approvals.worker_title", number=screen.request.number, state=state, child=child)


def request_status(request: Request, council: Council, *, fault: str = "", typed: str = "") -> list[Part]:
    """Return the state of a request in the worker's words, with what they can do about it."""
    return [rich(status_sentence(request, council)), *below_status(request, council, fault=fault, typed=typed)]


def note_addition(request: Request) -> str:
    """Return the lines that go into the note once it was answered; empty before."""
    if request.state not in (RequestState.AGREED, RequestState.NOT_AGREED) or request.is_question:
        return ""
    if request.follow_up and request.state is RequestState.AGREED:
        return not_telling_line(request)
    filled = {
        "who": request.decider_name,
        "when": london_time(request.answered_at),
        "reason": without_stop(request.reason),
    }
    return render_run(f"approvals.note.{request.state}", ref=guidance_ref(request.kind), **filled).text


def draw_own_requests(screen: MyRequests, council: Council, now: datetime) -> Card:
    title = render_text("approvals.lists.mine")
    rows: list[Part] = []
    for request in screen.requests[screen.first : screen.first + PAGE]:
        first = render_text("approvals.lists.row", number=request.number, kind=kind_label(request.kind))
        named = rich([Run(text=first, weight="Bolder")])
        rows.append(Box(items=(named, *request_status(request, council)), separator=True))
    none = rich(render_runs("approvals.lists.mine_none"))
    rows += page_buttons("my_requests", screen.first, PAGE, len(screen.requests), back="buttons.show_newer")
    return titled_card(title, rows or [none], (button("home"), button("follow_ups"), danger_button(None)))
