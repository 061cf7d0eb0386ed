"""The states of every flow but sharing, whose own stand in `states.py`."""

from tests.cards.flow_states import FlowStates
from tests.cards.of_authority import AUTHORITY_STATES, CASE_SUMMARY_STATES
from tests.cards.of_document import OF_DOCUMENT
from tests.cards.of_gather import GATHER_STATES

EVERY: tuple[FlowStates, ...] = (GATHER_STATES, OF_DOCUMENT, AUTHORITY_STATES, CASE_SUMMARY_STATES)
