"""Flows made up for tests of how flows are begun: real ones, with two cards that the words already speak of."""

import pytest

from dialogs.engine.flow import Ask, Flow, Step
from dialogs.flows.registry import FLOWS
from dialogs.flows.share.flow import SHARE
from dialogs.flows.shared_questions import CHILD, PARENTS
from dialogs.understanding.intents.patterns import FLOW_NAMES


def made_up(name: str) -> Flow:
    """A small flow of this name."""
    cards = (Step("you_and_them", (Ask(CHILD),)), Step("tell_first", (Ask(PARENTS),)))
    return Flow(name, cards, (), SHARE.facts)


def every_flow(patch: pytest.MonkeyPatch) -> None:
    """Every flow that the table of starts names can be begun; those that there are not yet are made up."""
    for called in FLOW_NAMES:
        if called.flow not in FLOWS:
            patch.setitem(FLOWS, called.flow, made_up(called.flow))


def first_card(flow: str) -> str:
    """The name of the card that a flow begins with."""
    return FLOWS[flow].cards[0].name
