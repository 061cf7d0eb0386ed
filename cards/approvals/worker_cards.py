"""In the worker's own chat: what became of what they asked, and the addition for the note."""

from datetime import datetime

from cards import words
from cards.actions import button, danger
from cards.approvals.ownership import kind_label, rests_on_guidance, whose
from cards.approvals.status import below_state, sentence
from cards.approvals.times import clock_of, unstopped
from cards.elements import Box, Card, OwnWords, Part, Run, TextBlock, TextInput, rich
from cards.follow_ups.additions import not_telling
from cards.people import Council, as_named, child_of
from dialogs.approvals.request import Request, RequestState
from dialogs.approvals.screens import MyRequests, WorkersRequest


def outcome(screen: WorkersRequest, council: Council, now: datetime) -> Card:
    """What the supervisor said, with the ways on."""
    request = screen.request
    title = _title(screen)
    body: list[Part] = [
        TextBlock(text=title, style="heading", size="Large", weight="Bolder"),
        TextBlock(text=kind_label(request.kind), is_subtle=True),
        *where_it_stands(request, council, fault=screen.fault, typed=screen.typed),
    ]
    added = addition(request)
    if added:
        label = words.label("approvals.addition_copied" if screen.copied else "approvals.addition")
        body.append(TextInput(id="request_addition", label=label, is_multiline=True, value=added))
    body.append(whose(request.kind))
    opens, about = ("open_follow_up", request.follow_up) if request.follow_up else ("open", request.matter_id)
    back = (button(opens, title=words.label("approvals.open_mine"), about=about),) if about else ()
    return Card(fallback_text=title, body=tuple(body), actions=(*back, danger(screen.matter)))


def _title(screen: WorkersRequest) -> OwnWords:
    """The number and where it stands; whose it is where the matter is still there: a worker may have asked for many."""
    state = words.label(f"approvals.states.{screen.request.state}")
    named = as_named(screen.matter) if screen.matter else None
    child = child_of(named) if named and named.values.get("child") else ""
    return words.label("approvals.worker_title", number=screen.request.number, state=state, child=child)


def where_it_stands(request: Request, council: Council, *, fault: str = "", typed: str = "") -> list[Part]:
    """The state of a request in the worker's words, with what they can do about it."""
    return [rich(sentence(request)), *below_state(request, council, fault=fault, typed=typed)]


def addition(request: Request) -> str:
    """The lines that go into the note once it was answered; empty before."""
    if request.state not in (RequestState.AGREED, RequestState.NOT_AGREED):
        return ""
    if request.follow_up and request.state is RequestState.AGREED:
        return not_telling(request)
    filled = {"who": request.decider_name, "when": clock_of(request.answered_at), "reason": unstopped(request.reason)}
    return words.plain(f"approvals.note.{request.state}", ref=rests_on_guidance(request.kind), **filled).text


def mine(screen: MyRequests, council: Council, now: datetime) -> Card:
    """What this worker asked, and where each stands."""
    title = words.label("approvals.lists.mine")
    rows: list[Part] = []
    for request in screen.requests:
        first = words.label("approvals.lists.row", number=request.number, kind=kind_label(request.kind))
        named = rich([Run(text=first, weight="Bolder")])
        rows.append(Box(items=(named, *where_it_stands(request, council)), separator=True))
    heading = TextBlock(text=title, style="heading", size="Large", weight="Bolder")
    none = rich(words.say("approvals.lists.mine_none"))
    return Card(fallback_text=title, body=(heading, *(rows or [none])), actions=(button("home"), danger(None)))
