"""What a screen needs of requests: which one stands on these answers, and what could be asked for."""

from dataclasses import dataclass

from dialogs.approvals.request import Request, RequestKind


@dataclass(frozen=True, slots=True)
class ReviewStatus:
    """The request that stands on a matter's answers, if any, and the kind that could be asked for, if any."""

    request: Request | None = None
    kind: RequestKind | None = None


NOT_REVIEWED = ReviewStatus()
