"""Every statement on channels, requests and follow-ups, compiled once (see statements.py)."""

from sqlalchemy import BigInteger, BindParameter, Dialect, and_, bindparam, delete, not_, null, or_, select, update

from bot.storage.statements import Compile, compiler, replacing, writing
from bot.storage.tables import (
    channels,
    conversations,
    fixed,
    follow_ups,
    matters,
    requests,
    supervisors,
    workers_channels,
)

MOST_LISTED = 50
_UNTIL: BindParameter[int] = bindparam("until", type_=BigInteger)
_OPEN_REQUEST = requests.c.state.in_([fixed("waiting"), fixed("more_asked")])
_ON_ANSWERS = requests.c.kind != fixed("not_telling")
_OPEN_FOLLOW_UP = follow_ups.c.state == fixed("open")
_LISTED_FOLLOW_UP = follow_ups.c.state.in_([fixed("open"), fixed("done"), fixed("not_telling")])


class ApprovalStatements:
    """The driver's text of each statement."""

    def __init__(self, dialect: Dialect) -> None:
        text = compiler(dialect)
        self._channels(text, dialect)
        self._requests(text, dialect)
        self._follow_ups(text, dialect)
        self.personal = text(
            select(conversations.c.id)
            .where(
                conversations.c.tenant_id == bindparam("tenant_id"),
                conversations.c.user_object_id == bindparam("object_id"),
                conversations.c.scope == fixed("personal"),
            )
            .limit(fixed(1))
            .offset(fixed(0))
        )

    def _channels(self, text: Compile, dialect: Dialect) -> None:
        self.save_channel = text(replacing(channels, dialect))
        self.channel = text(select(channels).where(channels.c.id == bindparam("id")))
        self.channels = text(
            select(channels)
            .where(channels.c.tenant_id == bindparam("tenant_id"), channels.c.gone == fixed(0))
            .order_by(channels.c.name, channels.c.id)
        )
        self.add_supervisor = text(writing(supervisors, dialect).on_conflict_do_nothing())
        of_channel = supervisors.c.channel_id == bindparam("channel_id")
        self.remove_supervisor = text(
            delete(supervisors).where(of_channel, supervisors.c.object_id == bindparam("object_id"))
        )
        self.supervisors = text(select(supervisors).where(of_channel).order_by(supervisors.c.name))
        self.supervised = text(
            select(supervisors.c.channel_id)
            .join_from(supervisors, channels, channels.c.id == supervisors.c.channel_id)
            .where(
                supervisors.c.object_id == bindparam("object_id"),
                channels.c.tenant_id == bindparam("tenant_id"),
                channels.c.gone == fixed(0),
            )
        )
        self.set_workers_channel = text(replacing(workers_channels, dialect, key="owner"))
        self.workers_channel = text(
            select(workers_channels.c.channel_id).where(workers_channels.c.owner == bindparam("owner"))
        )

    def _requests(self, text: Compile, dialect: Dialect) -> None:
        self.add_request = text(writing(requests, dialect).on_conflict_do_nothing())
        one = select(requests).where(requests.c.id == bindparam("id"))
        self.request = text(one.with_for_update())
        self.request_seen = text(one)
        self.matter_of_request = text(select(requests.c.matter_id).where(requests.c.id == bindparam("id")))
        fixed_once = ("id", "number", "tenant_id", "kind", "ref", "asked_at")
        given = [column.name for column in requests.c if column.name not in fixed_once]
        self.change_request = text(
            update(requests)
            .where(requests.c.id == bindparam("row"), requests.c.state == bindparam("was"))
            .values({name: bindparam(f"to_{name}") for name in given})
        )
        newest = requests.c.asked_at.desc()
        listed = select(requests).limit(fixed(MOST_LISTED)).offset(fixed(0))
        self.requests_of_asker = text(listed.where(requests.c.asker == bindparam("asker")).order_by(newest))
        of_matter = requests.c.matter_id == bindparam("matter_id")
        self.requests_of_matter = text(listed.where(of_matter).order_by(newest))
        self.requests_on_answers = text(listed.where(of_matter, _ON_ANSWERS).order_by(requests.c.asked_at))
        self.matter_that_ended = text(
            select(requests.c.matter_id, matters.c.id)
            .join_from(requests, matters, matters.c.id == requests.c.matter_id, isouter=True)
            .where(
                requests.c.matter_id != fixed(""),
                _ON_ANSWERS,
                or_(matters.c.id.is_(null()), matters.c.status == fixed("copied")),
            )
            .limit(fixed(1))
            .offset(fixed(0))
        )
        self.open_requests_of_channel = text(
            listed.where(requests.c.channel_id == bindparam("channel_id"), _OPEN_REQUEST).order_by(requests.c.asked_at)
        )
        self.requests_without_channel = text(
            listed.where(
                requests.c.tenant_id == bindparam("tenant_id"), requests.c.channel_id == fixed(""), _OPEN_REQUEST
            ).order_by(requests.c.asked_at)
        )
        with_matter = select(matters.c.id).where(matters.c.id == requests.c.matter_id).exists()
        settled = and_(not_(_OPEN_REQUEST), requests.c.asked_at < _UNTIL, requests.c.answered_at < _UNTIL)
        self.forget_requests = text(delete(requests).where(settled, not_(with_matter)))

    def _follow_ups(self, text: Compile, dialect: Dialect) -> None:
        self.save_follow_up = text(replacing(follow_ups, dialect))
        self.follow_up = text(select(follow_ups).where(follow_ups.c.id == bindparam("id")).with_for_update())
        listed = select(follow_ups).order_by(follow_ups.c.due_at).limit(fixed(MOST_LISTED)).offset(fixed(0))
        self.follow_ups_of_owner = text(listed.where(follow_ups.c.owner == bindparam("owner"), _LISTED_FOLLOW_UP))
        self.follow_ups_of_matter = text(listed.where(follow_ups.c.matter_id == bindparam("matter_id")))
        self.overdue_of_channel = text(
            listed.where(
                follow_ups.c.channel_id == bindparam("channel_id"), _OPEN_FOLLOW_UP, follow_ups.c.due_at < _UNTIL
            )
        )
        self.forget_follow_ups = text(delete(follow_ups).where(not_(_OPEN_FOLLOW_UP), follow_ups.c.due_at < _UNTIL))
        self.give_follow_ups = text(
            update(follow_ups).where(follow_ups.c.matter_id == bindparam("matter")).values(owner=bindparam("to_owner"))
        )
