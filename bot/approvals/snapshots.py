"""The matter of a request, as it was when the request was made."""

from dialogs.approvals.request import Request
from dialogs.flows import FLOWS
from dialogs.matter import Matter, from_json


def as_it_was(request: Request) -> Matter:
    """The matter that the supervisor looks at."""
    return from_json(request.matter_id, FLOWS[request.flow], 1, request.guidance_version, request.snapshot)
