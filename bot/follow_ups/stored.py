"""Between the dialogue's follow-ups and the stored ones."""

from bot.storage.records import StoredFollowUp
from dialogs.engine.follow_up_kinds import FollowUpKind
from dialogs.follow_ups.follow_up import FollowUp, FollowUpState

SEALED = ("number", "owner_name", "flow", "when", "child", "whom", "named", "since", "asked_for")
"""What only the owner may read; of it a supervisor sees the number and the name."""
SEALED_SINCE = ("excepted", "parents", "told")
"""The same; those kept by an older version have none of it."""


def to_stored(follow_up: FollowUp) -> StoredFollowUp:
    """As it is kept."""
    content = {name: getattr(follow_up, name) for name in (*SEALED, *SEALED_SINCE)}
    return StoredFollowUp(
        id=follow_up.id,
        tenant_id=follow_up.tenant,
        owner=follow_up.owner,
        channel_id=follow_up.channel,
        matter_id=follow_up.matter_id,
        kind=follow_up.kind.value,
        state=follow_up.state.value,
        due_at=follow_up.due_at,
        reminded=follow_up.reminded,
        content={**content, "additions": list(follow_up.additions)},
    )


def from_stored(stored: StoredFollowUp) -> FollowUp:
    """As the dialogue knows it."""
    return FollowUp(
        id=stored.id,
        kind=FollowUpKind(stored.kind),
        tenant=stored.tenant_id,
        owner=stored.owner,
        channel=stored.channel_id,
        matter_id=stored.matter_id,
        state=FollowUpState(stored.state),
        due_at=stored.due_at,
        reminded=stored.reminded,
        additions=tuple(stored.content["additions"]),
        excepted=stored.content.get("excepted", True),
        parents=tuple(stored.content.get("parents", ())),
        told=tuple(stored.content.get("told", ())),
        **{name: stored.content[name] for name in SEALED},
    )
