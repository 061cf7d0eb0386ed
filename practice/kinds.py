"""What can be practised: every flow, and deciding as a supervisor; and how the conclusion of each is named."""

from collections.abc import Mapping

from cards.faces import face_of
from dialogs.flow import Flow
from dialogs.flows import FLOWS
from dialogs.matter import Matter
from guidance.decision import Decision
from practice.supervising import SUPERVISING, what_to_answer

KINDS: Mapping[str, Flow] = {**FLOWS, SUPERVISING.name: SUPERVISING}


def conclusion(matter: Matter, decision: Decision) -> str:
    """The name of the headline that this decision has in its flow."""
    if matter.flow is SUPERVISING:
        return what_to_answer(matter.values, decision)
    return face_of(matter).headline(matter, decision)
