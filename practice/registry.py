"""What can be practised: every flow, and deciding as a supervisor; and how the conclusion of each is named."""

from collections import ChainMap
from collections.abc import Mapping

from cards.presenters import presenter_of
from dialogs.engine.flow import Flow
from dialogs.engine.matter import Matter
from dialogs.flows.registry import FLOWS
from guidance.decision import Decision
from practice.supervising import SUPERVISING, what_to_answer

KINDS: Mapping[str, Flow] = ChainMap({SUPERVISING.name: SUPERVISING}, FLOWS)


def conclusion(matter: Matter, decision: Decision) -> str:
    """The name of the headline that this decision has in its flow."""
    if matter.flow is SUPERVISING:
        return what_to_answer(matter.values, decision)
    return presenter_of(matter).headline(matter, decision)
