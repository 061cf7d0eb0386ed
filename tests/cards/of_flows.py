"""The states of every flow but sharing, whose own are in `states.py`."""

from tests.cards.flow_states import FlowStates
from tests.cards.of_authority import AUTHORITY_STATES, CASE_SUMMARY_STATES
from tests.cards.of_document import OF_DOCUMENT
from tests.cards.of_first_contact import FIRST_CONTACT_STATES
from tests.cards.of_gather import GATHER_STATES
from tests.cards.of_receive import RECEIVE_STATES

EVERY: tuple[FlowStates, ...] = (
    GATHER_STATES,
    OF_DOCUMENT,
    RECEIVE_STATES,
    FIRST_CONTACT_STATES,
    AUTHORITY_STATES,
    CASE_SUMMARY_STATES,
)
