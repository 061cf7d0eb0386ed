"""Where a sharing can go on: into the ledger of the document that someone else wrote, and back."""

from dialogs.engine.answers import Values
from dialogs.engine.flow import Transition
from dialogs.flows.document.returned_answers import found_out
from dialogs.flows.share.conditions import someone_elses_words
from guidance.decision import Decision

SAME = ("child", "part_in_case", "recipient", "why", "used_for", "parents", "contact")


def in_the_pack(values: Values, decision: Decision) -> bool:
    """4.1  Someone else's words are to go, and something may go at all."""
    return someone_elses_words(values) and "do_not_share" not in decision.outstanding_before_go_ahead


def about_the_document(values: Values) -> Values:
    """What the ledger starts with. Told-of-this, the need and any agreement are asked there of the document itself."""
    professional = values.get("recipient") != "not_professional"
    return {
        **{name: values.get(name) for name in SAME},
        "audience": ["other_professionals"] if professional else None,
        "who_exactly": values.get("recipient_named") or None,
    }


HANDS_ON = (Transition("document", offered=in_the_pack, carries=about_the_document, brings_back=found_out),)
