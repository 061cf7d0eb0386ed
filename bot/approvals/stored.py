"""Between the dialogue's requests and the stored ones."""

from dataclasses import asdict
from typing import Any

from bot.storage.records import StoredRequest
from dialogs.approvals.request import Request, RequestKind, RequestState, Said

SEALED = (
    "asker_name",
    "flow",
    "guidance_version",
    "snapshot",
    "drafted_from",
    "needed_by",
    "decided_by",
    "decider_name",
    "reason",
)
"""What only the asker and the supervisor may read."""
ADDED = {"assigned_name": "", "gone_as": "", "earlier": (), "listed_with": ()}
"""The same, of later versions: with what counts where an earlier one kept nothing of it."""


def to_stored(request: Request) -> StoredRequest:
    """As it is kept."""
    content: dict[str, Any] = {name: getattr(request, name) for name in (*SEALED, *ADDED)}
    return StoredRequest(
        id=request.id,
        number=request.number,
        tenant_id=request.tenant,
        asker=request.asker,
        channel_id=request.channel,
        matter_id=request.matter_id,
        kind=request.kind.value,
        ref=request.ref,
        state=request.state.value,
        after_the_fact=request.after_the_fact,
        assigned_to=request.assigned_to,
        asked_at=request.asked_at,
        answered_at=request.answered_at,
        reminded=request.reminded,
        content={**content, "talk": [asdict(said) for said in request.talk]},
    )


def from_stored(stored: StoredRequest) -> Request:
    """As the dialogue knows it."""
    sealed = {name: stored.content[name] for name in SEALED}
    added = {name: stored.content.get(name, default) for name, default in ADDED.items()}
    sealed |= {name: tuple(kept) if isinstance(kept, list) else kept for name, kept in added.items()}
    return Request(
        id=stored.id,
        number=stored.number,
        kind=RequestKind(stored.kind),
        ref=stored.ref,
        tenant=stored.tenant_id,
        asker=stored.asker,
        matter_id=stored.matter_id,
        asked_at=stored.asked_at,
        channel=stored.channel_id,
        after_the_fact=stored.after_the_fact,
        state=RequestState(stored.state),
        assigned_to=stored.assigned_to,
        answered_at=stored.answered_at,
        talk=tuple(Said(**said) for said in stored.content["talk"]),
        reminded=stored.reminded,
        **sealed,
    )
