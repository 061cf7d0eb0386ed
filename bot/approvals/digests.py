"""The day's digest in the channel: posted once, and drawn again when something on it no longer waits."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from bot.approvals.stored import from_stored, to_stored
from bot.storage.unit import Unit
from dialogs.approvals.request import Request
from dialogs.approvals.screens import ChannelDigest
from dialogs.screens import Screen

KIND = "digest"


def list_together(unit: Unit, requests: Sequence[Request]) -> ChannelDigest:
    """The digest of these; each of them knows from now on what stands on it."""
    ids = tuple(one.id for one in requests)
    listed = tuple(replace(one, listed_with=ids) for one in requests)
    for one in listed:
        unit.change_request(to_stored(one), was=one.state)
    return ChannelDigest(listed)


def about_digest(request: Request) -> str:
    """What the card of the digest is about on which this request stands; "" for none."""
    return f"digest/{request.listed_with[0]}" if request.listed_with else ""


def redraw_digest(unit: Unit, request: Request, draw: Callable[[Screen], dict[str, Any]]) -> None:
    """The digest on which this request stands shows where each on it stands now."""
    cards = unit.cards_of(about_digest(request)) if request.listed_with else []
    if cards:
        seen = (unit.request_seen(one) for one in request.listed_with)
        drawn = draw(ChannelDigest(tuple(from_stored(one) for one in seen if one)))
        for card in cards:
            unit.update_card(card.id, drawn)
