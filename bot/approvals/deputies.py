"""Who stands in for a supervisor who is away, and when the first supervisor of a channel is back."""

from msgspec.structs import replace

from bot.config.working_time import to_london_time
from bot.storage.records import StoredChannel
from bot.storage.unit_of_work import UnitOfWork
from dialogs.approvals.request import Request


def stood_in(unit: UnitOfWork, request: Request) -> Request:
    """Return the request as it is the deputy's, if the one who was to answer is away; nobody's where none can take it.

    A deputy is a supervisor of the same channel, who has no part in the request and is not away as well.
    """
    absence = unit.absence(f"{request.tenant}/{request.assigned_to}") if request.assigned_to else None
    if absence is None:
        return request
    key = f"{request.tenant}/{absence.deputy_id}"
    named = {one.object_id: one.name for one in unit.supervisors(request.channel)}
    can = absence.deputy_id in named and key not in request.askers and not unit.absence(key)
    deputy = absence.deputy_id if can else ""
    return replace(request, assigned_to=deputy, assigned_name=named.get(deputy, ""))


def first_back(unit: UnitOfWork, channel: StoredChannel) -> str:
    """Return the day (ISO) on which the first supervisor of the channel is back; "" where one is there."""
    named = unit.supervisors(channel.id)
    if channel.members_decide or not named:
        return ""
    away = [unit.absence(f"{channel.tenant_id}/{one.object_id}") for one in named]
    until = [one.until for one in away if one]
    return to_london_time(min(until)).date().isoformat() if len(until) == len(named) else ""
