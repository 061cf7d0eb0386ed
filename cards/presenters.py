"""The face of every flow, by the flow's name."""

from collections.abc import Mapping

from cards.elements import OwnWords
from cards.flows.authority.presenter import AUTHORITY_FACE
from cards.flows.case_summary.presenter import CASE_SUMMARY_FACE
from cards.flows.document.presenter import DOCUMENT_FACE
from cards.flows.first_contact.presenter import FIRST_CONTACT_FACE
from cards.flows.gather.presenter import GATHER_FACE
from cards.flows.receive.presenter import RECEIVE_FACE
from cards.flows.share.presenter import SHARE_FACE
from cards.people import label_values
from cards.presenter import FlowPresenter
from cards.words import key_for_flow, render_text
from dialogs.engine.matter import Matter
from guidance.decision import Decision

PRESENTERS: Mapping[str, FlowPresenter] = {
    "share": SHARE_FACE,
    "gather": GATHER_FACE,
    "document": DOCUMENT_FACE,
    "receive": RECEIVE_FACE,
    "first_contact": FIRST_CONTACT_FACE,
    "authority": AUTHORITY_FACE,
    "case_summary": CASE_SUMMARY_FACE,
}


def presenter_of(matter: Matter) -> FlowPresenter:
    """The face of the matter's flow."""
    return PRESENTERS[matter.flow.name]


def headline(matter: Matter, decision: Decision) -> OwnWords:
    """The answer in one plain sentence."""
    key = f"headlines.{presenter_of(matter).headline(matter, decision)}"
    return render_text(key_for_flow(matter.flow.name, key), **label_values(matter))
