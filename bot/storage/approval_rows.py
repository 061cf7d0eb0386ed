"""Channels with their supervisors, requests and follow-ups, within one transaction."""

from datetime import datetime

from msgspec.structs import replace
from sqlalchemy import BigInteger, BindParameter, and_, bindparam, delete, func, not_, null, or_, select, update

from bot.storage.records import (
    RowMapping,
    StoredAbsence,
    StoredChannel,
    StoredFollowUp,
    StoredRequest,
    StoredSupervisor,
    to_microseconds,
)
from bot.storage.statements import Statement, first, insert_new, select_by_id, upsert
from bot.storage.tables import (
    absences,
    channels,
    fixed,
    follow_ups,
    matters,
    requests,
    supervisors,
    workers_channels,
)
from bot.storage.transaction import RecordRows, Rows

_UNTIL: BindParameter[int] = bindparam("until", type_=BigInteger)

_CHANNELS = RowMapping(channels, StoredChannel)
_SAVE_CHANNEL = upsert(channels)
_CHANNEL = Statement(select_by_id(channels))
_CHANNELS_OF_TENANT = Statement(
    select(channels)
    .where(channels.c.tenant_id == bindparam("tenant_id"), channels.c.gone == fixed(0))
    .order_by(channels.c.name, channels.c.id)
)
_OF_SUPERVISORS_CHANNEL = supervisors.c.channel_id == bindparam("channel_id")
_OF_PERSON = func.lower(supervisors.c.object_id) == func.lower(bindparam("object_id"))
_ADD_SUPERVISOR = insert_new(supervisors)
_REMOVE_SUPERVISOR = Statement(delete(supervisors).where(_OF_SUPERVISORS_CHANNEL, _OF_PERSON))
_SUPERVISORS = Statement(select(supervisors).where(_OF_SUPERVISORS_CHANNEL).order_by(supervisors.c.name))
ANY_MEMBER = "any member"
ALL_SUPERVISORS = Statement(
    select(supervisors.c.channel_id, supervisors.c.object_id).union_all(
        select(channels.c.id, fixed(ANY_MEMBER)).where(channels.c.members_decide != fixed(0))
    )
)
_SUPERVISED_CHANNELS = Statement(
    select(supervisors.c.channel_id)
    .join_from(supervisors, channels, channels.c.id == supervisors.c.channel_id)
    .where(_OF_PERSON, channels.c.tenant_id == bindparam("tenant_id"), channels.c.gone == fixed(0))
)
_SET_WORKERS_CHANNEL = upsert(workers_channels)
_FORGET_WORKERS_CHANNEL = Statement(delete(workers_channels).where(workers_channels.c.owner == bindparam("owner")))
_WORKERS_CHANNEL = Statement(
    select(workers_channels.c.channel_id).where(workers_channels.c.owner == bindparam("owner"))
)

_REMOVE_SUPERVISORS = Statement(delete(supervisors).where(_OF_SUPERVISORS_CHANNEL))
_ABSENCES = RowMapping(absences, StoredAbsence)
_SAVE_ABSENCE = upsert(absences)
_ABSENCE = Statement(select_by_id(absences))
_DELETE_ABSENCE = Statement(delete(absences).where(absences.c.id == bindparam("id")))

REQUESTS = RowMapping(requests, StoredRequest, is_bound=True)
REQUESTS_AFTER = Statement(
    first(select(requests), 500).where(requests.c.id > bindparam("after")).order_by(requests.c.id)
)
_IS_OPEN = requests.c.state.in_([fixed("waiting"), fixed("more_asked")])
_IS_ON_ANSWERS = requests.c.kind != fixed("not_telling")
_OF_MATTER = requests.c.matter_id == bindparam("matter_id")
_LIST = select(requests)
_NEWEST_FIRST = requests.c.asked_at.desc()
_ADD_REQUEST = insert_new(requests)
_LOCK_REQUEST = Statement(select_by_id(requests).with_for_update())
_LOCK_MATTER_OF_REQUEST = Statement(
    select(matters.c.id)
    .where(matters.c.id == select(requests.c.matter_id).where(requests.c.id == bindparam("id")).scalar_subquery())
    .with_for_update(key_share=True)
)
_MATTER_OF = Statement(
    select(requests.c.matter_id)
    .where(requests.c.id == bindparam("id"))
    .union_all(select(follow_ups.c.matter_id).where(follow_ups.c.id == bindparam("id")))
)
_REQUEST = Statement(select_by_id(requests))
_CHANGE_REQUEST = Statement(
    update(requests)
    .where(requests.c.id == bindparam("row"), requests.c.state == bindparam("was"))
    .values({column.name: bindparam(column.name) for column in requests.c if column.name != "id"})
)
_REQUESTS_OF_ASKER = Statement(_LIST.where(requests.c.asker == bindparam("asker")).order_by(_NEWEST_FIRST))
_REQUESTS_OF_MATTER = Statement(_LIST.where(_OF_MATTER).order_by(_NEWEST_FIRST))
_REQUESTS_ON_ANSWERS = Statement(_LIST.where(_OF_MATTER, _IS_ON_ANSWERS).order_by(requests.c.asked_at))
_OPEN_REQUESTS_OF_CHANNEL = Statement(
    _LIST.where(requests.c.channel_id == bindparam("channel_id"), _IS_OPEN).order_by(requests.c.asked_at)
)
_REQUESTS_WITHOUT_CHANNEL = Statement(
    _LIST.where(requests.c.tenant_id == bindparam("tenant_id"), requests.c.channel_id == fixed(""), _IS_OPEN).order_by(
        requests.c.asked_at
    )
)
_ENDED_MATTER = Statement(
    first(select(requests.c.matter_id, matters.c.id), 1)
    .join_from(requests, matters, matters.c.id == requests.c.matter_id, isouter=True)
    .order_by(requests.c.matter_id)
    .where(
        requests.c.matter_id > bindparam("after"),
        _IS_ON_ANSWERS,
        or_(matters.c.id.is_(null()), matters.c.status == fixed("copied")),
    )
)
_DELETE_SETTLED_REQUESTS = Statement(
    delete(requests).where(
        and_(not_(_IS_OPEN), requests.c.asked_at < _UNTIL, requests.c.answered_at < _UNTIL),
        not_(select(matters.c.id).where(matters.c.id == requests.c.matter_id).exists()),
    )
)

FOLLOW_UPS = RowMapping(follow_ups, StoredFollowUp)
_IS_TO_DO = follow_ups.c.state == fixed("open")
_IS_LISTED = follow_ups.c.state.in_([fixed("open"), fixed("done"), fixed("not_telling")])
_LIST_BY_DUE = select(follow_ups).order_by(follow_ups.c.due_at, follow_ups.c.id)
_SAVE_FOLLOW_UP = upsert(follow_ups)
_LOCK_MATTER_OF_FOLLOW_UP = Statement(
    select(matters.c.id)
    .where(matters.c.id == select(follow_ups.c.matter_id).where(follow_ups.c.id == bindparam("id")).scalar_subquery())
    .with_for_update(key_share=True)
)
_LOCK_FOLLOW_UP = Statement(select_by_id(follow_ups).with_for_update())
_FOLLOW_UPS_OF_OWNER = Statement(_LIST_BY_DUE.where(follow_ups.c.owner == bindparam("owner"), _IS_LISTED))
_FOLLOW_UPS_OF_MATTER = Statement(_LIST_BY_DUE.where(follow_ups.c.matter_id == bindparam("matter_id")))
_OVERDUE_OF_CHANNEL = Statement(
    _LIST_BY_DUE.where(follow_ups.c.channel_id == bindparam("channel_id"), _IS_TO_DO, follow_ups.c.due_at < _UNTIL)
)
_DELETE_SETTLED_FOLLOW_UPS = Statement(delete(follow_ups).where(not_(_IS_TO_DO), follow_ups.c.due_at < _UNTIL))


class ChannelRows(Rows):
    """The channels, the supervisors in them, and which channel a worker's requests go to."""

    def save_channel(self, channel: StoredChannel) -> None:
        """Store the channel, new or not. Call `save_conversation` before."""
        self._execute(_SAVE_CHANNEL, **_CHANNELS.to_row(channel, self._cipher))

    def channel(self, channel_id: str) -> StoredChannel | None:
        """Return the channel with that conversation, or None."""
        row = self._row(_CHANNEL, id=channel_id)
        return _CHANNELS.from_row(row, self._cipher) if row else None

    def channels(self, tenant_id: str) -> list[StoredChannel]:
        """Return the tenant's channels that the bot is still in, by name."""
        return [_CHANNELS.from_row(row, self._cipher) for row in self._rows(_CHANNELS_OF_TENANT, tenant_id=tenant_id)]

    def add_supervisor(self, supervisor: StoredSupervisor) -> bool:
        """Add a person who may decide. Returns False when they could already."""
        channel_id, object_id, name = supervisor.channel_id, supervisor.object_id, supervisor.name
        return self._execute(_ADD_SUPERVISOR, channel_id=channel_id, object_id=object_id, name=name) == 1

    def remove_supervisor(self, channel_id: str, object_id: str) -> bool:
        """Remove a supervisor. Returns False when they were none."""
        return self._execute(_REMOVE_SUPERVISOR, channel_id=channel_id, object_id=object_id) == 1

    def remove_supervisors(self, channel_id: str) -> None:
        """Remove all the supervisors of the channel."""
        self._execute(_REMOVE_SUPERVISORS, channel_id=channel_id)

    def supervisors(self, channel_id: str) -> list[StoredSupervisor]:
        """Return those who may decide in the channel, by name."""
        return [StoredSupervisor(*row) for row in self._rows(_SUPERVISORS, channel_id=channel_id)]

    def supervised_channels(self, tenant_id: str, object_id: str) -> list[str]:
        """Return the ids of the channels in which this person may decide."""
        return [str(row[0]) for row in self._rows(_SUPERVISED_CHANNELS, tenant_id=tenant_id, object_id=object_id)]

    def save_absence(self, absence: StoredAbsence) -> None:
        self._execute(_SAVE_ABSENCE, **_ABSENCES.to_row(absence, self._cipher))

    def absence(self, owner: str) -> StoredAbsence | None:
        """Return until when this person is away, if they still are; None for anybody else."""
        row = self._row(_ABSENCE, id=owner)
        found = _ABSENCES.from_row(row, self._cipher) if row else None
        return found if found and to_microseconds(found.until) > self.transaction.now else None

    def delete_absence(self, owner: str) -> None:
        self._execute(_DELETE_ABSENCE, id=owner)

    def set_workers_channel(self, owner: str, channel_id: str) -> None:
        """Set the channel that this worker's requests go to."""
        self._execute(_SET_WORKERS_CHANNEL, owner=owner, channel_id=channel_id)

    def forget_workers_channel(self, owner: str) -> None:
        """Forget which channel this worker's requests went to."""
        self._execute(_FORGET_WORKERS_CHANNEL, owner=owner)

    def workers_channel(self, owner: str) -> str:
        """Return the id of the channel that this worker's requests go to, "" when none was set."""
        row = self._row(_WORKERS_CHANNEL, owner=owner)
        return str(row[0]) if row else ""


class RequestRows(RecordRows):
    """Requests for a second pair of eyes."""

    def add_request(self, request: StoredRequest) -> bool:
        """Store a new request. Returns False when its id or its number is taken."""
        return self._write(REQUESTS, _ADD_REQUEST, request)

    def request(self, request_id: str) -> StoredRequest | None:
        """Lock and return the request, or None. Raises Unreadable.

        Its matter is locked first: whoever changes, deletes or hands over the matter locks that before its requests.
        """
        if not self._owns(REQUESTS, request_id):
            self._row(_LOCK_MATTER_OF_REQUEST, id=request_id)
        return self._lock(REQUESTS, _LOCK_REQUEST, request_id)

    def request_as_it_is(self, request_id: str) -> StoredRequest | None:
        """Return the request as it is now, or None, and lock nothing. Raises Unreadable."""
        found = self._list(REQUESTS, _REQUEST, id=request_id)
        return found[0] if found else None

    def matter_of(self, about: str) -> str:
        """Return the id of the matter that the request or follow-up with this id is about, "" for neither."""
        row = self._row(_MATTER_OF, id=about)
        return str(row[0]) if row else ""

    def change_request(self, request: StoredRequest, *, was: str) -> bool:
        """Store the changed request if its state still is `was`. Returns False when it no longer is."""
        return self._write(REQUESTS, _CHANGE_REQUEST, request, row=request.id, was=was)

    def requests_of_asker(self, owner: str) -> list[StoredRequest]:
        """Return this worker's requests, the newest first. Raises Unreadable."""
        return self._list(REQUESTS, _REQUESTS_OF_ASKER, asker=owner)

    def requests_of_matter(self, matter_id: str) -> list[StoredRequest]:
        """Return the requests made of a matter, the newest first. Raises Unreadable."""
        return self._list(REQUESTS, _REQUESTS_OF_MATTER, matter_id=matter_id)

    def requests_on_answers(self, matter_id: str) -> list[StoredRequest]:
        """Return those about a matter's answers, not about a follow-up of it, the oldest first. Raises Unreadable."""
        return self._list(REQUESTS, _REQUESTS_ON_ANSWERS, matter_id=matter_id)

    def ended_matter(self, after: str) -> tuple[str, bool] | None:
        """Return the next matter by id that was deleted, or copied (True), and still has requests on its answers."""
        row = self._row(_ENDED_MATTER, after=after)
        return (str(row[0]), row[1] is not None) if row else None

    def open_requests(self, channel_id: str) -> list[StoredRequest]:
        """Return the open requests of a channel, the longest waiting first. Raises Unreadable."""
        return self._list(REQUESTS, _OPEN_REQUESTS_OF_CHANNEL, channel_id=channel_id)

    def give_requests(self, old: str, new: str) -> None:
        """Make this asker's requests another's, each with what binds its row."""
        for request in self.requests_of_asker(old):
            held = self.request(request.id)
            if held and held.asker == old:
                self.change_request(replace(held, asker=new), was=held.state)

    def requests_without_channel(self, tenant_id: str) -> list[StoredRequest]:
        """Return the open requests that wait for a channel to be set up. Raises Unreadable."""
        return self._list(REQUESTS, _REQUESTS_WITHOUT_CHANNEL, tenant_id=tenant_id)

    def delete_settled_requests(self, before: datetime) -> None:
        """Delete the requests settled before that moment whose matter is gone; open ones stay."""
        self._execute(_DELETE_SETTLED_REQUESTS, until=to_microseconds(before))
        self._forget_all()


class FollowUpRows(RecordRows):
    """Follow-ups: what is to be done, by whom and when. In lists the next due is first."""

    def save_follow_up(self, follow_up: StoredFollowUp) -> None:
        self._write(FOLLOW_UPS, _SAVE_FOLLOW_UP, follow_up)

    def follow_up(self, follow_up_id: str) -> StoredFollowUp | None:
        """Lock and return the follow-up, or None; its matter first, as with a request. Raises Unreadable."""
        if not self._owns(FOLLOW_UPS, follow_up_id):
            self._row(_LOCK_MATTER_OF_FOLLOW_UP, id=follow_up_id)
        return self._lock(FOLLOW_UPS, _LOCK_FOLLOW_UP, follow_up_id)

    def follow_ups_of_owner(self, owner: str) -> list[StoredFollowUp]:
        """Return this person's open ones and those settled but not copied. Raises Unreadable."""
        return self._list(FOLLOW_UPS, _FOLLOW_UPS_OF_OWNER, owner=owner)

    def follow_ups_of_matter(self, matter_id: str) -> list[StoredFollowUp]:
        """Return those of a matter, open or closed. Raises Unreadable."""
        return self._list(FOLLOW_UPS, _FOLLOW_UPS_OF_MATTER, matter_id=matter_id)

    def overdue_follow_ups(self, channel_id: str, moment: datetime) -> list[StoredFollowUp]:
        """Return the open ones of a channel that were due before that moment. Raises Unreadable."""
        return self._list(FOLLOW_UPS, _OVERDUE_OF_CHANNEL, channel_id=channel_id, until=to_microseconds(moment))

    def delete_settled_follow_ups(self, before: datetime) -> None:
        """Delete those that were settled before that moment; the open ones stay."""
        self._execute(_DELETE_SETTLED_FOLLOW_UPS, until=to_microseconds(before))
        self._forget_all()
