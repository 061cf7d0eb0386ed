"""Asking a supervisor to accept that the family is not told: a request of its own kind, about a follow-up."""

import secrets
from datetime import datetime

from dialogs.approvals.request import Person, Request, RequestKind, TalkLine
from dialogs.engine.children import together
from dialogs.engine.matter import Matter
from dialogs.flows.registry import FLOWS
from dialogs.follow_ups.follow_up import FollowUp
from guidance.paragraphs import VERSION

REF = "3.12"


def draft_of(follow_up: FollowUp, who: Person, because: str, now: datetime, local: str) -> Request:
    """The request, not numbered or placed yet. It holds what the follow-up keeps, and the worker's reason."""
    bare = Matter(follow_up.matter_id, FLOWS[follow_up.flow], VERSION)
    about = {"id": follow_up.id, "child": follow_up.child, "whom": follow_up.whom, "since": follow_up.since}
    some = {"told": together(follow_up.told), "left": together(follow_up.left)} if follow_up.told else {}
    return Request(
        id=secrets.token_urlsafe(12),
        number=0,
        kind=RequestKind.NOT_TELLING,
        ref=REF,
        tenant=who.tenant,
        asker=who.key,
        asker_name=who.name,
        matter_id=follow_up.matter_id,
        flow=follow_up.flow,
        guidance_version=VERSION,
        snapshot={**bare.to_json(), "follow_up": {**about, **some}},
        drafted_from=follow_up.id,
        asked_at=now,
        talk=(TalkLine("worker", because, local),),
    )
