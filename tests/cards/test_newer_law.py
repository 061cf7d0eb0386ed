"""The council's dated line on newer law is by itself under every answer that is not a yes, and nowhere else."""

import pytest
from msgspec.structs import replace

from dialogs.screens import TheAnswer
from tests.cards.drawn import as_sent, every_card, every_text
from tests.cards.states import BARE, FULL, every_state
from tests.cards.walking import of_type, read_out

pytestmark = pytest.mark.long

NOTICE = FULL.newer_law_notice


def test_it_stands_under_every_answer_that_is_not_a_yes_and_nowhere_else() -> None:
    for name, shown in every_state().items():
        screen = shown.screen
        wanted = isinstance(screen, TheAnswer) and screen.decision.may_go_ahead_now is False
        card = every_card()[name]
        assert (NOTICE in every_text()[name]) is wanted, name
        if wanted:
            set_off = [box for box in of_type(card, "Container") if box.get("separator")]
            assert any(NOTICE in read_out({**card, "body": [box], "actions": []}) for box in set_off), name


def test_it_is_never_shown_where_it_is_off() -> None:
    council = replace(FULL, newer_law_notice=BARE.newer_law_notice)
    answers = [shown for shown in every_state().values() if isinstance(shown.screen, TheAnswer)]
    assert not [shown for shown in answers if "Outside this guidance." in read_out(as_sent(shown, council))]
