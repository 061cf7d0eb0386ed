"""The states of every flow but sharing, whose own stand in `states.py`."""

from tests.cards.flow_states import FlowStates

EVERY: tuple[FlowStates, ...] = ()
