"""What a supervisor's verdict makes of the worker's matter. It never makes a rule true."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass

from dialogs.answers import Values
from dialogs.approvals.request import Request, RequestKind, RequestState
from dialogs.matter import Matter


@dataclass(frozen=True, slots=True)
class Seen:
    """One verdict, as it stands in the note: in the supervisor's own name. `on`: a digest of the answers it was on."""

    number: int
    kind: str
    state: str
    who: str
    when: str
    reason: str
    on: str


SETS: Mapping[RequestKind, Callable[[Request], Values]] = {
    # 3.10: one of them has said that this person may share it; the answer is worked out again.
    RequestKind.AUTHORISE: lambda _: {"part_in_case": "authorised"},
}
"""The answers that agreement sets, by the kind of request."""


def after_verdict(matter: Matter, request: Request) -> Matter:
    """The matter with the verdict on it; with the one answer that agreement sets, where it sets one."""
    changed = matter
    sets = SETS.get(request.kind)
    if sets and request.state is RequestState.AGREED and request.drafted_from == matter.decided_from:
        changed = matter.hold(sets(request))
    when = request.answered_at.isoformat() if request.answered_at else ""
    seen = Seen(
        request.number,
        request.kind.value,
        request.state.value,
        request.decider_name,
        when,
        request.reason,
        changed.decided_from,
    )
    return changed.changed(seen=(*changed.seen, asdict(seen)))


def verdicts(matter: Matter) -> tuple[Seen, ...]:
    """The verdicts on this matter that were on the answers as they stand now."""
    return tuple(seen for seen in (Seen(**row) for row in matter.seen) if seen.on == matter.decided_from)
