"""Which channel a worker's requests go to (docs/decisions/0018-which-team.md), and what a team is called."""

from dataclasses import dataclass

from msgspec.structs import replace

from bot.lookups import IsMember, Lookups, Membership
from bot.storage.records import StoredChannel
from bot.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class TeamFound:
    """The channel of the worker's team, or else those among which the worker is asked; neither where none is set up."""

    channel: str = ""
    choices: tuple[tuple[str, str], ...] = ()


def find_team(unit: UnitOfWork, lookups: Lookups, tenant: str, owner: str) -> TeamFound:
    """Return where this worker's requests go now: by the roster, or by what they were asked once. Raises Unanswered."""
    channels = unit.channels(tenant)
    kept = unit.workers_channel(owner)
    if not channels or _is_only_place(unit, channels, kept):
        return TeamFound(channels[0].id if channels else "")
    is_in = _memberships(unit, lookups, channels, tenant, owner)
    mine = [channel for channel in channels if is_in[channel.id] is Membership.MEMBER]
    among = mine or channels
    if len(mine) == 1:
        return TeamFound(mine[0].id)
    if kept in [channel.id for channel in among]:
        return TeamFound(kept)
    if len(channels) == 1 and not kept and is_in[channels[0].id] is Membership.UNKNOWN:
        return TeamFound(channels[0].id)
    perhaps = [channel for channel in among if is_in[channel.id] is not Membership.STRANGER]
    return TeamFound(choices=choices_of(perhaps or among))


def choices_of(channels: list[StoredChannel]) -> tuple[tuple[str, str], ...]:
    """Return the id and the name of each; a team that Teams did not name is told apart by when it was set up."""
    return tuple((channel.id, team_name(channel)) for channel in channels)


def team_name(channel: StoredChannel) -> str:
    """Return what people call this team's channel."""
    return channel.name or f"the team set up on {channel.set_at:%d/%m/%Y at %H:%M}"


def _is_only_place(unit: UnitOfWork, channels: list[StoredChannel], kept: str) -> bool:
    """Tell whether the council's one channel is also where this worker's requests went before, or in that team."""
    if len(channels) != 1 or not kept:
        return False
    before = unit.channel(kept)
    return kept == channels[0].id or bool(before and before.team_id and before.team_id == channels[0].team_id)


def _memberships(
    unit: UnitOfWork, lookups: Lookups, channels: list[StoredChannel], tenant: str, owner: str
) -> dict[str, Membership]:
    """Return whether the worker is in the team of each channel, by the channel. Raises Unanswered."""
    chat = unit.address_as_it_is(unit.personal_conversation(tenant, owner.partition("/")[2]))
    who = (chat.user_id if chat else "") or owner.partition("/")[2]
    asked = {channel.id: question_of_team(unit, channel, who) for channel in channels}
    lookups.need(*(question for question in asked.values() if question))
    return {id: lookups.membership(one) if one else Membership.UNKNOWN for id, one in asked.items()}


def question_of_team(unit: UnitOfWork, channel: StoredChannel, who: str) -> IsMember | None:
    """Return the question whether this person is in the channel's team; a private channel has only some of them."""
    address = unit.address_as_it_is(channel.id)
    if address is None:
        return None
    return IsMember(replace(address, conversation_id=channel.team_id or channel.id, user_id="", user_object_id=""), who)
