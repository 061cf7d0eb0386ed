"""The flows that can be practised: those of real work, and deciding as a supervisor."""

from collections import ChainMap
from collections.abc import Mapping

from cards.presenters import presenter_of
from dialogs.engine.flow import Flow
from dialogs.engine.matter import Matter
from dialogs.flows.registry import FLOWS
from guidance.decision import Decision
from practice.supervising import SUPERVISING, supervising_conclusion

PRACTICE_FLOWS: Mapping[str, Flow] = ChainMap({SUPERVISING.name: SUPERVISING}, FLOWS)


def conclusion_name(matter: Matter, decision: Decision) -> str:
    """Return the name of the headline that this decision has in its flow."""
    if matter.flow is SUPERVISING:
        return supervising_conclusion(matter.values, decision)
    return presenter_of(matter).headline(matter, decision)
