"""The day's digest in the channel: posted once, and drawn again when something on it no longer waits."""

from collections.abc import Callable, Sequence
from typing import Any

from msgspec.structs import replace

from bot.approvals.stored import from_stored, to_stored
from bot.storage.unit_of_work import UnitOfWork
from dialogs.approvals.request import Request, RequestState
from dialogs.approvals.screens import ChannelDigest
from dialogs.screens import Screen

KIND, AGAIN = "digest", "digest_again"


def list_together(unit: UnitOfWork, requests: Sequence[Request]) -> ChannelDigest:
    """Make a digest of these requests, and note on each which digest lists it."""
    ids = tuple(one.id for one in requests)
    listed = tuple(replace(one, listed_with=ids) for one in requests)
    for one in listed:
        unit.change_request(to_stored(one), was=one.state)
    return ChannelDigest(listed)


def about_digest(request: Request) -> str:
    """Return the `about` of the digest card that lists this request; "" if none does."""
    return f"digest/{request.listed_with[0]}" if request.listed_with else ""


def digest_changed(unit: UnitOfWork, request: Request) -> None:
    """Redraw the digest that lists this request.

    In a transaction of its own, after this one is committed: other requests on the digest may be settled meanwhile.
    """
    if request.listed_with:
        unit.remind(request.channel, {"what": AGAIN, "id": request.id, "channel": request.channel}, unit.now)


def redraw_digest(unit: UnitOfWork, request: Request, draw: Callable[[Screen], dict[str, Any]]) -> None:
    """Return the digest that lists this request: what still waits, and what ended before anyone saw it."""
    seen = (unit.request_as_it_is(one) for one in request.listed_with)
    listed = [from_stored(one) for one in seen if one]
    drawn = draw(ChannelDigest(tuple(one for one in listed if one.is_open or one.state is RequestState.GONE)))
    for card in unit.cards_of(about_digest(request)):
        unit.update_card(card.id, drawn)
