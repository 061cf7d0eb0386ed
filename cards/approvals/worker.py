"""In the worker's own chat: asking, what became of it, and the addition for the note."""

from datetime import datetime
from typing import Any

from cards import words
from cards.actions import button, danger, toggle
from cards.approvals.times import clock_of, unstopped
from cards.elements import Box, Buttons, Card, OwnWords, Part, Run, TextBlock, TextInput, TimeInput, rich
from cards.follow_ups.additions import not_telling
from cards.people import Council, child_of
from dialogs.approvals.looked_at import LookedAt
from dialogs.approvals.request import Request, RequestKind, RequestState
from dialogs.approvals.screens import MyRequests, WorkersRequest
from dialogs.matter import Matter


def outcome(screen: WorkersRequest, council: Council, now: datetime) -> Card:
    """What the supervisor said, with the ways on."""
    request = screen.request
    title = _title(screen)
    body: list[Part] = [
        TextBlock(text=title, style="heading", size="Large", weight="Bolder"),
        TextBlock(text=words.label(f"approvals.kinds.{request.kind}"), is_subtle=True),
        *where_it_stands(request, fault=screen.fault, typed=screen.typed),
    ]
    added = addition(request)
    if added:
        label = words.label("approvals.addition_copied" if screen.copied else "approvals.addition")
        body.append(TextInput(id="request_addition", label=label, is_multiline=True, value=added))
    body.append(TextBlock(text=words.label("approvals.ours"), size="Small", is_subtle=True))
    opens, about = ("open_follow_up", request.follow_up) if request.follow_up else ("open", request.matter_id)
    back = (button(opens, title=words.label("approvals.open_mine"), about=about),) if about else ()
    return Card(fallback_text=title, body=tuple(body), actions=(*back, danger(screen.matter)))


def _title(screen: WorkersRequest) -> OwnWords:
    """The number and where it stands; whose it is where the matter is still there: a worker may have asked for many."""
    state = words.label(f"approvals.states.{screen.request.state}")
    child = child_of(screen.matter) if screen.matter and screen.matter.values.get("child") else ""
    return words.label("approvals.worker_title", number=screen.request.number, state=state, child=child)


def where_it_stands(request: Request, *, fault: str = "", typed: str = "") -> list[Part]:
    """The state of a request in the worker's words, with what they can do about it."""
    filled: dict[str, Any] = {
        "number": request.number,
        "asked": clock_of(request.asked_at),
        "needed_by": request.needed_by,
        "who": request.decider_name,
        "when": clock_of(request.answered_at),
        "reason": request.reason,
    }
    said: list[Part] = [rich(words.say(f"approvals.{_key(request)}", **filled))]
    if request.state is RequestState.NOT_AGREED:
        meant = "still_to_tell" if request.follow_up else "talk_to_them"
        said.append(rich(words.say(f"approvals.{meant}"), spacing="Small"))
    if request.state is RequestState.MORE_ASKED:
        said += _asked_back(request, fault, typed)
    if request.state is RequestState.WAITING:
        ways = (button("nudge", about=request.id), button("withdraw", about=request.id))
        said.append(Buttons(actions=ways if request.channel else ways[1:]))
    return said


def _key(request: Request) -> str:
    if request.state is RequestState.GONE:
        return f"gone_{request.gone_as}"
    if request.state is not RequestState.WAITING:
        return str(request.state)
    if request.after_the_fact:
        return "goes_ahead"
    return "waits" if request.channel else "waits_no_channel"


def _asked_back(request: Request, fault: str, typed: str) -> list[Part]:
    asked = next(said.words for said in reversed(request.talk) if said.by == "supervisor")
    parts: list[Part] = [rich([Run(text=asked)], spacing="Small")]
    if fault:
        text = words.label(f"approvals.refused.{fault}")
        parts.append(TextBlock(text=text, color="Attention", weight="Bolder"))
    label = words.label("approvals.answer_back")
    parts.append(TextInput(id="reply", label=label, is_multiline=True, value=typed or None))
    ways = (button("answer_back", about=request.id, style="positive"), button("withdraw", about=request.id))
    return [*parts, Buttons(actions=ways)]


def addition(request: Request) -> str:
    """The lines that go into the note once it was answered; empty before."""
    if request.state not in (RequestState.AGREED, RequestState.NOT_AGREED):
        return ""
    if request.follow_up and request.state is RequestState.AGREED:
        return not_telling(request)
    filled = {"who": request.decider_name, "when": clock_of(request.answered_at), "reason": unstopped(request.reason)}
    return words.plain(f"approvals.note.{request.state}", **filled).text


def looked_at_parts(matter: Matter, looked_at: LookedAt) -> list[Part]:
    """On the answer and the note: where a request stands, or the ways to ask."""
    if looked_at.request:
        heading = TextBlock(text=words.label("approvals.heading"), style="heading", weight="Bolder", spacing="Medium")
        return [heading, *where_it_stands(looked_at.request)]
    return to_ask(matter, looked_at.kind) if looked_at.kind else []


def to_ask(matter: Matter, kind: RequestKind) -> list[Part]:
    """On the answer: the team's check, said as its own, with the two ways: ask, or go ahead because it can't wait."""
    allowed = kind in (RequestKind.UNTOLD, RequestKind.CHECKS_UNTOLD)
    said = words.label("approvals.looks_first" if allowed else "approvals.looks_first_other")
    needed_by = TimeInput(id="needed_by", label=words.label("approvals.needed_by"))
    send = button("ask_supervisor", matter, title=words.label("buttons.send_request"), style="positive")
    box = Box(id="ask", is_visible=False, style="emphasis", items=(needed_by, Buttons(actions=(send,))))
    ways = Buttons(actions=(toggle("ask_supervisor", "ask"), button("cant_wait", matter)))
    heading = TextBlock(text=words.label("approvals.heading"), style="heading", weight="Bolder", spacing="Medium")
    ours = TextBlock(text=words.label("approvals.ours"), size="Small", is_subtle=True)
    return [heading, TextBlock(text=said, spacing="Small"), ways, box, ours]


def mine(screen: MyRequests, council: Council, now: datetime) -> Card:
    """What this worker asked, and where each stands."""
    title = words.label("approvals.lists.mine")
    rows: list[Part] = []
    for request in screen.requests:
        kind = words.label(f"approvals.kinds.{request.kind}")
        first = Run(text=words.label("approvals.lists.row", number=request.number, kind=kind), weight="Bolder")
        rows.append(Box(items=(rich([first]), *where_it_stands(request)), separator=True))
    heading = TextBlock(text=title, style="heading", size="Large", weight="Bolder")
    none = rich(words.say("approvals.lists.mine_none"))
    return Card(fallback_text=title, body=(heading, *(rows or [none])), actions=(button("home"), danger(None)))
