"""The presenter of the answer to a caller's request: that of a sharing, with the caller before it."""

from typing import Any

from msgspec.structs import replace

from cards.answer_rows import option_label
from cards.flows.authority.steps import headline, steps
from cards.flows.share import reasons
from cards.flows.share.note import noted
from cards.flows.share.presenter import PRESENTER as SHARE
from cards.people import Council, label_values
from cards.presenter import WelcomePlace
from cards.words import key_for_flow, render_text
from dialogs.engine.matter import Matter
from guidance.decision import Decision


def filled(matter: Matter, decision: Decision) -> dict[str, Any]:
    return {**reasons.filled(matter, decision), "summary": matter.values.get("case_summary_says")}


def details(matter: Matter, decision: Decision, council: Council) -> str:
    """The Details of the note: as of a sharing, and what is known of the request."""
    key = key_for_flow("authority", f"headlines.{headline(matter, decision)}")
    return noted(matter, decision, council, render_text(key, **label_values(matter)), _request(matter))


def _request(matter: Matter) -> list[str]:
    """Who asked, as they said, and what was found out before anything was given out."""
    asked = [render_text("note.request.caller", **label_values(matter))] if matter.values.get("recipient") else []
    answers = ((name, matter.values.get(name)) for name in ("rung_back", "case_summary_says", "staff"))
    said = [
        render_text(f"note.request.{name}", said=option_label(matter, name, value)) for name, value in answers if value
    ]
    return [*asked, *said]


PRESENTER = replace(
    SHARE,
    headline=headline,
    steps=steps,
    filled=filled,
    note=details,
    welcome=WelcomePlace("tell", 2),
)
