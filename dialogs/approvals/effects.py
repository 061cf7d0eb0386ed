"""The effects of a supervisor's verdict on the worker's matter. It never makes a rule true."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass

from msgspec.structs import replace

from dialogs.approvals.request import Request, RequestKind, RequestState
from dialogs.engine.answers import Values
from dialogs.engine.matter import Matter


@dataclass(frozen=True, slots=True)
class VerdictRecord:
    """One verdict as the note shows it, in the supervisor's own name.

    `on`: a digest of the answers that it was on. `before_close`: the worker had not closed the matter yet.
    """

    number: int
    kind: str
    state: str
    who: str
    when: str
    reason: str
    on: str
    before_close: bool = True


def _authorisation_answers(_: Matter, __: Request) -> Values:
    """3.10  The worker is social work staff whom the allocated worker or supervisor lets share this."""
    return {"part_in_case": "authorised", "staff": "yes"}


def _sign_off_answers(matter: Matter, request: Request) -> Values:
    """4.4  The manager has taken out what cannot go as well, and says in their own words what was read."""
    hands = matter.values.get("taken_out_by")
    others = [hand for hand in hands if hand != "manager"] if isinstance(hands, list) else []
    return {"taken_out_by": [*others, "manager"], "manager_signed": f"{request.decider_name}: {request.reason}"[:120]}


ANSWERS_SET: Mapping[RequestKind, Callable[[Matter, Request], Values]] = {
    RequestKind.AUTHORISE: _authorisation_answers,
    RequestKind.REDACTION: _sign_off_answers,
}
"""The answers that agreement sets, by the kind of request; the answer is worked out again."""


def apply_verdict(matter: Matter, request: Request) -> Matter:
    """Return the matter with this verdict, and with the answers that an agreement sets."""
    changed = matter
    sets = ANSWERS_SET.get(request.kind)
    if sets and request.state is RequestState.AGREED:
        changed = matter.hold(sets(matter, request))
    when = request.answered_at.isoformat() if request.answered_at else ""
    seen = VerdictRecord(
        request.number,
        request.kind.value,
        request.state.value,
        request.decider_name,
        when,
        request.reason,
        changed.decided_from,
        before_close="outcome" not in matter.values,
    )
    return changed.changed(seen=(*changed.seen, asdict(seen)))


def has_verdict_on(request: Request, matter: Matter) -> bool:
    """Whether a supervisor agreed or disagreed with exactly these answers."""
    settled = request.state in (RequestState.AGREED, RequestState.NOT_AGREED)
    return settled and request.drafted_from == matter.decided_from


def still_holds(request: Request, asked_on: Matter, matter: Matter) -> bool:
    """Whether the request is about the same answers, apart from those that a new owner has still to give.

    `asked_on`: the matter as it was when it was asked.
    """
    if request.drafted_from == matter.decided_from:
        return True
    personal = matter.flow.personal
    if not matter.handed_over or any(name in matter.values for name in personal):
        return False
    return replace(asked_on, answers=asked_on.answers.without(personal)).decided_from == matter.decided_from


def current_verdicts(matter: Matter) -> tuple[VerdictRecord, ...]:
    return tuple(seen for seen in (VerdictRecord(**row) for row in matter.seen) if seen.on == matter.decided_from)
