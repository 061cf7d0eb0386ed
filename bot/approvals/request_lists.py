"""The lists of requests in people's chats: what such a card is about, and what is left of one that changed."""

from collections.abc import Callable, Iterable
from typing import Any

from bot.storage.unit_of_work import UnitOfWork
from dialogs.approvals.request import Request
from dialogs.screens import ListChanged, Screen


def list_of(owner: str) -> str:
    """What the card is about that shows this person a list of requests."""
    return f"requests/{owner}"


def lists_changed(unit: UnitOfWork, owners: Iterable[str], draw: Callable[[Screen], dict[str, Any]]) -> None:
    """No list in the chats of these people shows any more what may have changed on it."""
    drawn = draw(ListChanged())
    for owner in {*owners}:
        for card in unit.cards_of(list_of(owner)):
            unit.update_card(card.id, drawn)


def who_may_list(unit: UnitOfWork, request: Request) -> list[str]:
    """Return the owner keys of the people whose lists may show this request."""
    return [*request.askers, *(f"{request.tenant}/{one.object_id}" for one in unit.supervisors(request.channel))]
