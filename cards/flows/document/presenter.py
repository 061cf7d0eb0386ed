"""The presenter of a document that someone else wrote."""

from cards.flows.document.ledger import ledger_rows, settled_rows
from cards.flows.document.letters import author, holding, legal, parents, so_far
from cards.flows.document.note import details, heading, noted
from cards.flows.document.reasons import filled
from cards.flows.document.steps import headline, steps
from cards.flows.share.reasons import tensions
from cards.presenter import FlowPresenter, WelcomePlace

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
