"""The part of a unit that reads and writes follow-ups."""

from datetime import datetime
from typing import Any

import orjson

from bot.storage.approval_records import StoredFollowUp
from bot.storage.records import from_microseconds, to_microseconds
from bot.storage.transaction import Rows


class FollowUpRows(Rows):
    """What is still to be done, by whom and when. It stays when its matter's text is let go."""

    def save_follow_up(self, follow_up: StoredFollowUp) -> None:
        """Keep the follow-up as it is given, new or not."""
        row = {
            "id": follow_up.id,
            "tenant_id": follow_up.tenant_id,
            "owner": follow_up.owner,
            "channel_id": follow_up.channel_id,
            "matter_id": follow_up.matter_id,
            "kind": follow_up.kind,
            "state": follow_up.state,
            "due_at": to_microseconds(follow_up.due_at),
            "reminded": follow_up.reminded,
            "content": self._codec.seal(_name(follow_up.id), orjson.dumps(follow_up.content)),
        }
        self._cursor.execute(self.transaction.approval_sql.save_follow_up, row)

    def follow_up(self, follow_up_id: str) -> StoredFollowUp | None:
        """The follow-up, held for this transaction alone, or None. Raises Unreadable."""
        found = self._follow_ups(self.transaction.approval_sql.follow_up, {"id": follow_up_id})
        return found[0] if found else None

    def follow_ups_of(self, owner: str) -> list[StoredFollowUp]:
        """This person's open ones and those settled but not copied, the next due first. Raises Unreadable."""
        return self._follow_ups(self.transaction.approval_sql.follow_ups_of_owner, {"owner": owner})

    def follow_ups_of_matter(self, matter_id: str) -> list[StoredFollowUp]:
        """Those of a matter, open or closed. Raises Unreadable."""
        return self._follow_ups(self.transaction.approval_sql.follow_ups_of_matter, {"matter_id": matter_id})

    def overdue(self, channel_id: str, moment: datetime) -> list[StoredFollowUp]:
        """The open ones of a team that were due before that moment. Raises Unreadable."""
        key = {"channel_id": channel_id, "until": to_microseconds(moment)}
        return self._follow_ups(self.transaction.approval_sql.overdue_of_channel, key)

    def give_follow_ups(self, matter_id: str, to_owner: str) -> None:
        """Hand the follow-ups of a matter to another person."""
        row = {"matter": matter_id, "to_owner": to_owner}
        self._cursor.execute(self.transaction.approval_sql.give_follow_ups, row)

    def forget_follow_ups(self, before: datetime) -> None:
        """Delete those that were settled before that moment; the open ones stay."""
        self._cursor.execute(self.transaction.approval_sql.forget_follow_ups, {"until": to_microseconds(before)})

    def _follow_ups(self, sql: str, key: dict[str, object]) -> list[StoredFollowUp]:
        self._cursor.execute(sql, key)
        return [self._read_follow_up(row) for row in self._cursor.fetchall()]

    def _read_follow_up(self, row: Any) -> StoredFollowUp:
        follow_up_id, tenant_id, owner, channel_id, matter_id, kind, state, due_at, reminded, sealed = row
        content = orjson.loads(self._codec.unseal(_name(follow_up_id), sealed))
        due = from_microseconds(due_at)
        return StoredFollowUp(
            follow_up_id, tenant_id, owner, channel_id, matter_id, kind, state, due, reminded, content
        )


def _name(follow_up_id: str) -> str:
    return f"follow_ups/{follow_up_id}"
