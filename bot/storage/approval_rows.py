"""The part of a unit that reads and writes channels, their supervisors, and requests."""

from datetime import datetime
from typing import Any

import orjson

from bot.storage.approval_records import StoredChannel, StoredRequest, StoredSupervisor
from bot.storage.records import from_microseconds, to_microseconds
from bot.storage.tables import requests
from bot.storage.transaction import Rows


class ApprovalRows(Rows):
    """Who is asked where, and what was asked of them."""

    def save_channel(self, channel: StoredChannel) -> None:
        """Keep the channel, new or not; its conversation was saved before."""
        row = {
            "id": channel.id,
            "tenant_id": channel.tenant_id,
            "team_id": channel.team_id,
            "name": channel.name,
            "set_by": channel.set_by,
            "set_at": to_microseconds(channel.set_at),
            "gone": int(channel.gone),
        }
        self._cursor.execute(self.transaction.approval_sql.save_channel, row)

    def channel(self, channel_id: str) -> StoredChannel | None:
        """The channel with that conversation, or None."""
        self._cursor.execute(self.transaction.approval_sql.channel, {"id": channel_id})
        row = self._cursor.fetchone()
        return _channel(row) if row else None

    def channels(self, tenant_id: str) -> list[StoredChannel]:
        """The tenant's channels that the bot is still in, by name."""
        self._cursor.execute(self.transaction.approval_sql.channels, {"tenant_id": tenant_id})
        return [_channel(row) for row in self._cursor.fetchall()]

    def add_supervisor(self, supervisor: StoredSupervisor) -> bool:
        """Add one who may decide; False when they were there before."""
        row = {
            "channel_id": supervisor.channel_id,
            "object_id": supervisor.object_id,
            "name": supervisor.name,
        }
        self._cursor.execute(self.transaction.approval_sql.add_supervisor, row)
        return bool(self._cursor.rowcount == 1)

    def remove_supervisor(self, channel_id: str, object_id: str) -> bool:
        """Take one away; False when they were not there."""
        key = {"channel_id": channel_id, "object_id": object_id}
        self._cursor.execute(self.transaction.approval_sql.remove_supervisor, key)
        return bool(self._cursor.rowcount == 1)

    def supervisors(self, channel_id: str) -> list[StoredSupervisor]:
        """Those who may decide in the channel, by name."""
        self._cursor.execute(self.transaction.approval_sql.supervisors, {"channel_id": channel_id})
        return [StoredSupervisor(*row) for row in self._cursor.fetchall()]

    def supervised_channels(self, tenant_id: str, object_id: str) -> list[str]:
        """The channels in which this person may decide."""
        key = {"tenant_id": tenant_id, "object_id": object_id}
        self._cursor.execute(self.transaction.approval_sql.supervised, key)
        return [str(channel) for (channel,) in self._cursor.fetchall()]

    def set_workers_channel(self, owner: str, channel_id: str) -> None:
        """Note which channel this worker's requests go to."""
        row = {"owner": owner, "channel_id": channel_id}
        self._cursor.execute(self.transaction.approval_sql.set_workers_channel, row)

    def workers_channel(self, owner: str) -> str:
        """The channel that this worker's requests go to; "" when none was noted."""
        self._cursor.execute(self.transaction.approval_sql.workers_channel, {"owner": owner})
        row = self._cursor.fetchone()
        return str(row[0]) if row else ""

    def personal_conversation(self, tenant_id: str, object_id: str) -> str:
        """The conversation in which the bot writes to this person alone; "" when they have never opened one."""
        key = {"tenant_id": tenant_id, "object_id": object_id}
        self._cursor.execute(self.transaction.approval_sql.personal, key)
        row = self._cursor.fetchone()
        return str(row[0]) if row else ""

    def add_request(self, request: StoredRequest) -> bool:
        """Keep a new request; False when its id or its number is taken."""
        row = {
            "id": request.id,
            "number": request.number,
            "tenant_id": request.tenant_id,
            "kind": request.kind,
            "ref": request.ref,
            "asked_at": to_microseconds(request.asked_at),
            **self._changing(request),
        }
        self._cursor.execute(self.transaction.approval_sql.add_request, row)
        return bool(self._cursor.rowcount == 1)

    def request(self, request_id: str) -> StoredRequest | None:
        """The request, held for this transaction alone, or None. Raises Unreadable.

        Its matter is held first: whoever changes, deletes or hands over the matter holds that before its requests.
        """
        key = {"id": request_id}
        self._cursor.execute(self.transaction.approval_sql.matter_of_request, key)
        of_matter = self._cursor.fetchone()
        if of_matter and of_matter[0]:
            self._cursor.execute(self._sql.matter, {"id": of_matter[0]})
        return self._one_request(self.transaction.approval_sql.request, key)

    def request_seen(self, request_id: str) -> StoredRequest | None:
        """The request as it stands, held by nobody for it, or None. Raises Unreadable."""
        return self._one_request(self.transaction.approval_sql.request_seen, {"id": request_id})

    def change_request(self, request: StoredRequest, *, was: str) -> bool:
        """Keep what became of a request that still stands as it was; False when it no longer does."""
        changed = {f"to_{name}": value for name, value in self._changing(request).items()}
        self._cursor.execute(self.transaction.approval_sql.change_request, {"row": request.id, "was": was, **changed})
        return bool(self._cursor.rowcount == 1)

    def requests_of_asker(self, owner: str) -> list[StoredRequest]:
        """This worker's requests, the newest first. Raises Unreadable."""
        return self._requests(self.transaction.approval_sql.requests_of_asker, {"asker": owner})

    def requests_of_matter(self, matter_id: str) -> list[StoredRequest]:
        """The requests made of a matter, the newest first. Raises Unreadable."""
        return self._requests(self.transaction.approval_sql.requests_of_matter, {"matter_id": matter_id})

    def requests_on_answers(self, matter_id: str) -> list[StoredRequest]:
        """Those about a matter's answer, not about a follow-up of it; the oldest first. Raises Unreadable."""
        return self._requests(self.transaction.approval_sql.requests_on_answers, {"matter_id": matter_id})

    def matter_that_ended(self) -> tuple[str, bool] | None:
        """A matter that has gone, or was copied (True), while a request on its answers is still kept; None for none."""
        self._cursor.execute(self.transaction.approval_sql.matter_that_ended, {})
        row = self._cursor.fetchone()
        return (str(row[0]), row[1] is not None) if row else None

    def open_requests(self, channel_id: str) -> list[StoredRequest]:
        """Those that wait in a channel, the longest waiting first. Raises Unreadable."""
        return self._requests(self.transaction.approval_sql.open_requests_of_channel, {"channel_id": channel_id})

    def requests_without_channel(self, tenant_id: str) -> list[StoredRequest]:
        """Those that wait for a channel to be set up. Raises Unreadable."""
        return self._requests(self.transaction.approval_sql.requests_without_channel, {"tenant_id": tenant_id})

    def forget_requests(self, before: datetime) -> None:
        """Delete those that were settled or ended before that moment, with no matter left; the open ones stay."""
        self._cursor.execute(self.transaction.approval_sql.forget_requests, {"until": to_microseconds(before)})

    def _one_request(self, sql: str, key: dict[str, str]) -> StoredRequest | None:
        self._cursor.execute(sql, key)
        row = self._cursor.fetchone()
        return self._read_request(row) if row else None

    def _requests(self, sql: str, key: dict[str, str]) -> list[StoredRequest]:
        self._cursor.execute(sql, key)
        return [self._read_request(row) for row in self._cursor.fetchall()]

    def _changing(self, request: StoredRequest) -> dict[str, object]:
        return {
            "asker": request.asker,
            "matter_id": request.matter_id,
            "state": request.state,
            "channel_id": request.channel_id,
            "assigned_to": request.assigned_to,
            "after_the_fact": int(request.after_the_fact),
            "answered_at": to_microseconds(request.answered_at) if request.answered_at else 0,
            "reminded": request.reminded,
            "content": self._codec.seal(_name(request.id), orjson.dumps(request.content)),
        }

    def _read_request(self, row: Any) -> StoredRequest:
        plain: dict[str, Any] = dict(zip(REQUEST_COLUMNS, row, strict=True))
        answered_at = plain["answered_at"]
        return StoredRequest(
            **plain
            | {
                "after_the_fact": bool(plain["after_the_fact"]),
                "asked_at": from_microseconds(plain["asked_at"]),
                "answered_at": from_microseconds(answered_at) if answered_at else None,
                "content": orjson.loads(self._codec.unseal(_name(plain["id"]), plain["content"])),
            }
        )


REQUEST_COLUMNS = tuple(column.name for column in requests.c)


def _channel(row: Any) -> StoredChannel:
    *texts, set_at, gone = row
    channel_id, tenant_id, team_id, name, set_by = texts
    return StoredChannel(channel_id, tenant_id, team_id, name, set_by, from_microseconds(set_at), bool(gone))


def _name(request_id: str) -> str:
    return f"requests/{request_id}"
