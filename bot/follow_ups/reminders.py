"""A follow-up comes due: its owner hears of it in their own chat, and again each week while it is open."""

from collections.abc import Callable, Mapping
from typing import Any

from msgspec.structs import replace

from bot.approvals.stored import from_stored as request_from
from bot.approvals.teams import find_team
from bot.config.council import CouncilSettings
from bot.follow_ups.due_dates import due_again
from bot.follow_ups.repository import from_stored, matter_there, remind, to_stored
from bot.lookups import Lookups
from bot.storage.unit_of_work import UnitOfWork
from dialogs.approvals.request import Request
from dialogs.follow_ups.follow_up import FollowUp
from dialogs.follow_ups.screens import OneFollowUp
from dialogs.placement import FOLLOW_UP
from dialogs.screens import Screen

Post = Callable[[str, str, str, Screen], None]


def follow_up_due(
    unit: UnitOfWork, council: CouncilSettings, lookups: Lookups, about: Mapping[str, Any], post: Post
) -> None:
    """Say it once, if it is still open and was not moved or said meanwhile. Raises Unanswered.

    `about`: its id, and how often it was reminded of.
    """
    stored, reminded = unit.follow_up(str(about["id"])), int(about["reminded"])
    follow_up = from_stored(stored) if stored else None
    if follow_up is None or not follow_up.is_open or follow_up.reminded != reminded:
        return
    channel = follow_up.channel or find_team(unit, lookups, follow_up.tenant, follow_up.owner).channel
    said = replace(follow_up, reminded=reminded + 1, channel=channel)
    unit.save_follow_up(to_stored(said))
    chat = unit.personal_conversation(said.tenant, said.owner.partition("/")[2])
    if chat:
        post(chat, said.id, FOLLOW_UP, OneFollowUp(said, _request(unit, said), matter_there(unit, said)))
        remind(unit, chat, said, due_again(council, unit.now))
    unit.record("reminder", "follow_up_reminded", str(said.number), tenant=said.tenant, detail=said.kind.value)


def _request(unit: UnitOfWork, follow_up: FollowUp) -> Request | None:
    """The request for not telling the family that still waits, or None."""
    made = (request_from(one) for one in unit.requests_of_matter(follow_up.matter_id))
    return next((one for one in made if one.follow_up == follow_up.id and one.is_open), None)
