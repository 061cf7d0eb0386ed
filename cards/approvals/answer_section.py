"""On a worker's answer: where a request stands, before all else; or the ways to ask for a second pair of eyes."""

from datetime import datetime
from typing import Any

from cards import words
from cards.actions import button, toggle
from cards.approvals.ownership import OF_THE_GUIDANCE, whose
from cards.approvals.status import below_state, sentence, state_of
from cards.approvals.times import opening, time_of
from cards.approvals.worker_cards import where_it_stands
from cards.elements import Action, Box, Buttons, Part, Run, TextBlock, TimeInput, rich
from cards.people import Council, number_now
from dialogs.approvals.cannot_wait import offers_instead
from dialogs.approvals.effects import Seen, verdicts
from dialogs.approvals.request import Request, RequestKind, RequestState
from dialogs.approvals.review_status import ReviewStatus
from dialogs.engine.matter import Matter
from guidance.decision import Decision


def stands_first(matter: Matter, request: Request | None, council: Council, now: datetime) -> list[Part]:
    """Right under the headline: what a supervisor said or is still to say of this answer."""
    if request is None:
        return _said_before(matter, now)
    parts: list[Part] = [rich(words.say(f"approvals.state.{state_of(request)}", **_filled(request, now)))]
    if request.state is RequestState.WAITING:
        parts.append(rich(sentence(request), spacing="Small"))
    if request.state is not RequestState.NOT_AGREED:  # what follows from that is the first step
        parts += below_state(request, council)
    return [Box(items=tuple(parts), style="emphasis")]


def _said_before(matter: Matter, now: datetime) -> list[Part]:
    """What agreement to an earlier request made of these answers (3.10, 4.4)."""
    said = [seen for seen in verdicts(matter) if seen.state == "agreed" and seen.kind in OF_THE_GUIDANCE]
    return [rich(_allowed(seen, now)) for seen in said[-1:]]


def _allowed(seen: Seen, now: datetime) -> tuple[Run, ...]:
    when = time_of(datetime.fromisoformat(seen.when), now)
    return words.say(f"approvals.state.said_{seen.kind}", who=seen.who, when=when)


def _filled(request: Request, now: datetime) -> dict[str, Any]:
    waiting = request.state is RequestState.WAITING
    return {
        "who": request.assigned_name if waiting else request.decider_name,
        "since": time_of(request.asked_at, now),
        "when": time_of(request.answered_at, now) if request.answered_at else "",
        "reason": request.reason,
    }


def first_step(request: Request | None, council: Council) -> list[tuple[Run, ...]]:
    """The same as something to do, before every other step: wait or ring, answer, talk to them."""
    if request is None or request.state in (RequestState.AGREED, RequestState.WITHDRAWN):
        return []
    state = state_of(request)
    closed = state == "waiting" and not council.working_now
    said = words.say(f"approvals.step.{'ring' if closed else state}", **_whom(request, council))
    then = {"waiting": "meanwhile", "no_channel": "meanwhile", "not_agreed": "going_on"}.get(state)
    after = words.say(f"approvals.{then}.{request.kind}") if then else ()
    return [(*said, Run(text=" "), *after) if after else said]


def _whom(request: Request, council: Council) -> dict[str, Any]:
    waiting = request.state is RequestState.WAITING
    return {
        "who": request.assigned_name if waiting else request.decider_name,
        "supervisor": council.supervisor,
        "number": number_now(council),
        "opens": opening(council.opens_at),
    }


def looked_at_parts(matter: Matter, looked_at: ReviewStatus, council: Council) -> list[Part]:
    """On a note: where a request stands, or the ways to ask."""
    if looked_at.request:
        return [_heading("approvals.heading"), *where_it_stands(looked_at.request, council)]
    return to_ask(matter, looked_at.kind) if looked_at.kind else []


def ways_to_ask(matter: Matter, decision: Decision, looked_at: ReviewStatus) -> list[Part]:
    """On an answer: the ways to ask where nothing was asked yet, and what there is for one that cannot wait."""
    request = looked_at.request
    if request is None and looked_at.kind:
        return to_ask(matter, looked_at.kind)
    asked_for = request is not None and request.is_open and request.kind in OF_THE_GUIDANCE
    if not asked_for and not offers_instead(decision):
        return []
    hint = TextBlock(text=words.label("approvals.instead.hint"), size="Small", is_subtle=True, spacing="Small")
    return [_heading("approvals.instead.heading"), hint, Buttons(actions=(button("cant_wait", matter),))]


def to_ask(matter: Matter, kind: RequestKind) -> list[Part]:
    """Whose check it is, and the ways: ask, or say that it can't wait. What was done already only leaves asking."""
    said = TextBlock(text=words.label(f"approvals.looks_first.{kind}"), spacing="Small")
    if kind is RequestKind.DEPARTURE:
        ways: tuple[Action, ...] = (button("ask_supervisor", matter),)
        return [_heading("approvals.heading"), said, Buttons(actions=ways), whose(kind)]
    needed_by = TimeInput(id="needed_by", label=words.label("approvals.needed_by"))
    send = button("ask_supervisor", matter, title=words.label("buttons.send_request"), style="positive")
    box = Box(id="ask", is_visible=False, style="emphasis", items=(needed_by, Buttons(actions=(send,))))
    ways = (toggle("ask_supervisor", "ask"), button("cant_wait", matter))
    return [_heading("approvals.heading"), said, Buttons(actions=ways), box, whose(kind)]


def _heading(key: str) -> TextBlock:
    return TextBlock(text=words.label(key), style="heading", weight="Bolder", spacing="Medium")
