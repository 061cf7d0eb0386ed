"""Requests as they are stored, the matter of each, and the channel that a worker's requests go to."""

from bot.record_mapping import RecordMapping
from bot.storage.records import StoredRequest
from bot.storage.unit_of_work import UnitOfWork
from dialogs.approvals.request import Request, RequestState
from dialogs.engine.matter import Matter, from_json
from dialogs.flows.registry import FLOWS

_REQUESTS = RecordMapping(Request, StoredRequest, {"tenant": "tenant_id", "channel": "channel_id"})
to_stored = _REQUESTS.to_record
from_stored = _REQUESTS.from_record


def requested_matter(request: Request) -> Matter:
    """Return the matter as it was when the request was made, for the supervisor; empty once its text was deleted."""
    flow = FLOWS[request.flow]
    if not request.snapshot:
        return Matter(request.matter_id, flow, request.guidance_version)
    return from_json(request.matter_id, flow, 1, request.guidance_version, request.snapshot)


def standing_request(unit: UnitOfWork, matter: Matter) -> Request | None:
    """Return the newest request that was made on the present answers, or None."""
    made = (from_stored(stored) for stored in unit.requests_of_matter(matter.id))
    fitting = (one for one in made if one.drafted_from == matter.decided_from)
    return next((one for one in fitting if one.state is not RequestState.WITHDRAWN), None)


def channel_of_worker(unit: UnitOfWork, tenant: str, owner: str) -> str:
    """Return the channel that this worker's requests went to last, or the only one of the tenant; "" for none.

    One whose channel is gone is not taken for another team's.
    """
    chosen = unit.workers_channel(owner)
    channels = [channel.id for channel in unit.channels(tenant)]
    if chosen:
        return chosen if chosen in channels else ""
    return channels[0] if len(channels) == 1 else ""
