"""The presenter of a document that someone else wrote."""

from typing import Any

from cards.flows.document.ledger import ledger_rows, settled_rows
from cards.flows.document.letters import author, holding, legal, parents, so_far
from cards.flows.document.note import details, heading, noted
from cards.flows.document.steps import headline, steps, told_apart
from cards.flows.share.presenter import tensions
from cards.labels import label_values
from cards.presenter import FlowPresenter, WelcomePlace
from cards.ticked_reasons import ticked_values
from dialogs.engine.matter import Matter
from dialogs.flows.document.facts import facts
from dialogs.flows.share.conditions import ticked
from guidance.decision import Decision


def filled(matter: Matter, decision: Decision) -> dict[str, Any]:
    said = matter.values
    reasons = ticked(said, "reasons")
    return {
        **label_values(matter),
        **ticked_values(matter, "reasons"),
        "part": said.get("part_in_case"),
        "need": said.get("need_to_know"),
        "ordered": said.get("court_ordered"),
        "attitude": "attitude" in reasons,
        "habit": "habit" in reasons,
        "agreed": said.get("author_agreed"),
        "quotes_unread": said.get("quotes") == "not_read",
        "ours_quoting": told_apart(matter)["ours_quoting"],
        "court_only": said.get("audience") == ["care_proceedings"],
        "unread": "read_it_first" in decision.weighed and facts(said)[1].get("child_on_care_order") is True,
        "interim": facts(said)[1].get("child_on_care_order") == "interim",
        "nothing": "do_not_share" in decision.outstanding_before_go_ahead,
    }


PRESENTER = FlowPresenter(
    headline=headline,
    steps=steps,
    filled=filled,
    note=details,
    noted=noted,
    note_heading=heading,
    pages={"author": author, "legal": legal, "holding": holding, "parents": parents, "so_far": so_far},
    tensions=tensions,
    ledger=ledger_rows,
    settled=settled_rows,
    welcome=WelcomePlace("tell", 4),
)
