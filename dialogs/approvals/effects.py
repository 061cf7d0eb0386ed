"""What a supervisor's verdict makes of the worker's matter. It never makes a rule true."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass

from dialogs.answers import Values
from dialogs.approvals.request import Request, RequestKind, RequestState
from dialogs.matter import Matter


@dataclass(frozen=True, slots=True)
class Seen:
    """One verdict, as it stands in the note: in the supervisor's own name.

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


def _authorised(_: Matter, __: Request) -> Values:
    """3.10  One of them has said that this person may share it; the answer is worked out again."""
    return {"part_in_case": "authorised"}


def _signed_off(matter: Matter, request: Request) -> Values:
    """4.4  The manager has taken out what cannot go as well: what was read stands in their own words."""
    hands = matter.values.get("taken_out_by")
    others = [hand for hand in hands if hand != "manager"] if isinstance(hands, list) else []
    return {"taken_out_by": [*others, "manager"], "manager_signed": f"{request.decider_name}: {request.reason}"[:120]}


SETS: Mapping[RequestKind, Callable[[Matter, Request], Values]] = {
    RequestKind.AUTHORISE: _authorised,
    RequestKind.REDACTION: _signed_off,
}
"""The answers that agreement sets, by the kind of request."""


def after_verdict(matter: Matter, request: Request) -> Matter:
    """The matter with the verdict on it; with the one answer that agreement sets, where it sets one."""
    changed = matter
    sets = SETS.get(request.kind)
    if sets and request.state is RequestState.AGREED and request.drafted_from == matter.decided_from:
        changed = matter.hold(sets(matter, request))
    when = request.answered_at.isoformat() if request.answered_at else ""
    seen = Seen(
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


def verdicts(matter: Matter) -> tuple[Seen, ...]:
    """The verdicts on this matter that were on the answers as they stand now."""
    return tuple(seen for seen in (Seen(**row) for row in matter.seen) if seen.on == matter.decided_from)
