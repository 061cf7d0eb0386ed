"""Act first without the database: what a child in danger needs of the bot is the council's numbers and nothing stored.

See docs/decisions/0015-danger-without-a-database.md.
"""

from datetime import datetime
from typing import Any

from bot.config.council import CouncilSettings, council_for_cards
from bot.config.working_time import to_london_time
from bot.incoming import Incoming, Kind, Scope
from cards.rendering import render_card
from dialogs.screens import ActNow, Shown
from dialogs.understanding.commands import COMMANDS, match_command
from dialogs.understanding.urgency import is_urgent

_SUMMARY = "Sharing Guide: act first"
_CARD = "application/vnd.microsoft.card.adaptive"
_DANGER = {"danger": COMMANDS["danger"]}


def asks_to_act_first(incoming: Incoming) -> bool:
    """Whether a person says in their own chat, by a press or by typing, that a child is in danger now."""
    if incoming.address.scope is not Scope.PERSONAL:
        return False
    if incoming.kind is Kind.CLICK or incoming.verb:
        return incoming.verb == "danger"
    return incoming.kind in (Kind.MESSAGE, Kind.EDITED) and (
        match_command(incoming.text, _DANGER) is not None or is_urgent(incoming.text)
    )


def act_first_card(council: CouncilSettings, moment: datetime) -> dict[str, Any]:
    """Return the card of what to do first, of no matter, with the number that answers at this moment (aware)."""
    now = to_london_time(moment)
    return render_card(Shown(ActNow(None)), council_for_cards(council, now), now)


def as_activity(card: dict[str, Any]) -> dict[str, Any]:
    """Return a message that holds this card."""
    return {"type": "message", "attachments": [{"contentType": _CARD, "content": card}], "summary": _SUMMARY}
