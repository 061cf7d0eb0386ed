"""The flows that can be practised: those of real work, deciding as a supervisor, and looking at a follow-up."""

from collections import ChainMap
from collections.abc import Mapping

from cards.presenters import presenter_of
from dialogs.engine.flow import Flow
from dialogs.engine.matter import Matter
from dialogs.flows.registry import FLOWS
from guidance.decision import Decision
from practice.following_up import FOLLOWING_UP, follow_up_conclusion
from practice.supervising import SUPERVISING, supervising_conclusion

PRACTICE_FLOWS: Mapping[str, Flow] = ChainMap({one.name: one for one in (SUPERVISING, FOLLOWING_UP)}, FLOWS)


def conclusion_name(matter: Matter, decision: Decision) -> str:
    """Return the name of the headline that this decision has in its flow."""
    if matter.flow is SUPERVISING:
        return supervising_conclusion(matter.values, decision)
    if matter.flow is FOLLOWING_UP:
        return follow_up_conclusion(matter.values, decision)
    return presenter_of(matter).headline(matter, decision)
