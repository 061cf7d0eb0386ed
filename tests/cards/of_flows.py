"""The states of every flow but sharing, whose own stand in `states.py`."""

from tests.cards.flow_states import FlowStates
from tests.cards.of_document import OF_DOCUMENT

EVERY: tuple[FlowStates, ...] = (OF_DOCUMENT,)
