"""The matter of a request, as it was when the request was made."""

from dialogs.approvals.request import Request
from dialogs.engine.matter import Matter, from_json
from dialogs.flows.registry import FLOWS


def as_it_was(request: Request) -> Matter:
    """The matter that the supervisor looks at; with nothing in it once its text has ended."""
    flow = FLOWS[request.flow]
    if not request.snapshot:
        return Matter(request.matter_id, flow, request.guidance_version)
    return from_json(request.matter_id, flow, 1, request.guidance_version, request.snapshot)
