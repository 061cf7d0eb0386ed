"""What is on the cards of follow-ups: typed words as text only, nothing of the family for a team or a channel."""

import pytest
from msgspec.structs import replace

from bot.incoming import MOST_KEPT
from cards import additions
from dialogs.approvals.request import RequestKind
from dialogs.approvals.screens import ChannelPrompt
from dialogs.engine.questions import Fault
from dialogs.flows.follow_ups_opened import LONGEST_NAME
from dialogs.follow_ups.follow_up import MOST_ADDED
from dialogs.follow_ups.form import A_FEW_WORDS, A_LINE, Done, Move
from dialogs.follow_ups.screens import PAGE, MyFollowUps, OneFollowUp, TeamFollowUps
from dialogs.screens import Screen, Shown
from tests.cards.drawn import as_sent
from tests.cards.keys import FOLDER
from tests.cards.of_approvals import request, states
from tests.cards.of_follow_ups import OTHERS, TELL
from tests.cards.test_attacks import MARK, by_attack, marked, misplaced, pressable
from tests.cards.test_every_card import LARGEST
from tests.cards.test_voice import NEVER_TO_PARENTS, found
from tests.cards.walking import read_out, size_of

TYPED = {"done_how": "why", "done_by": "why", "move_because": "why", "not_telling_because": "why"}
REPLY = OTHERS[0]


def attacked(attack: str) -> list[Screen]:
    """Every card of a follow-up in which all that a person typed is the attack."""
    text = marked("why", attack)
    reply = replace(REPLY, named=text, owner_name=text)
    told = additions.done_line(TELL, Done("2026-03-12T10:05", text, text))
    moved = additions.moved_line(TELL, Move("2026-03-19", text))
    typed = dict.fromkeys(TYPED, text)
    return [
        OneFollowUp(reply),
        MyFollowUps((reply,)),
        TeamFollowUps((reply,)),
        OneFollowUp(replace(TELL, additions=(moved, told))),
        *(
            OneFollowUp(TELL, opened=way, fault=Fault(name, "missing_words"), typed=typed)
            for way, name in (
                ("follow_up_done", "done_how"),
                ("move_follow_up", "move_because"),
                ("ask_not_to_tell", "not_telling_because"),
            )
        ),
    ]


@by_attack
def test_typed_words_stand_only_in_runs_of_text_and_in_boxes(attack: str) -> None:
    for screen in attacked(attack):
        card = as_sent(Shown(screen))
        assert MARK in str(card)
        assert misplaced(card) == []


@by_attack
def test_typed_words_grow_no_button(attack: str) -> None:
    for bad, plain in zip(attacked(attack), attacked("plain"), strict=True):
        assert pressable(as_sent(Shown(bad))) == pressable(as_sent(Shown(plain)))


OF_THE_FAMILY = ("P", "school nurse", "09/03/2026", "GP")


@pytest.mark.parametrize(
    "screen",
    [TeamFollowUps((TELL, *OTHERS)), ChannelPrompt(request(RequestKind.NOT_TELLING))],
    ids=["a team's list", "a channel"],
)
def test_nothing_of_the_family_stands_where_others_look(screen: Screen) -> None:
    words = read_out(as_sent(Shown(screen))).replace(",", " ").replace(".", " ").split()
    assert [word for word in OF_THE_FAMILY if word in words] == []
    assert "school nurse" not in str(as_sent(Shown(screen)))


def test_the_words_for_the_family_hold_nothing_that_parents_must_never_read() -> None:
    letter = (FOLDER / "letters" / "follow_ups" / "said_after.j2").read_text("utf-8")
    assert found(NEVER_TO_PARENTS, {"said_after": letter}) == []


def test_the_words_for_the_family_name_whom_and_when_and_leave_what_was_shared_to_be_said() -> None:
    said = read_out(as_sent(Shown(OneFollowUp(TELL, words=True))))
    assert "On Monday 9 March I told the school nurse something about [child's first name]." in said
    assert "[say what, line by line, as it stands in the record]" in said


WIDEST = "\U0001f469"
"""Takes the most bytes of any character."""


def test_the_fullest_cards_can_be_sent() -> None:
    text = WIDEST * A_LINE
    moved = additions.moved_line(TELL, Move("2026-03-19", text))
    done = additions.done_line(TELL, Done("2026-03-12T10:05", text, WIDEST * A_FEW_WORDS))
    full = replace(TELL, additions=("x" * MOST_ADDED, moved))
    refused = {"not_telling_because": "x" * (MOST_KEPT - MOST_ADDED - len(moved.encode()))}
    too_long = Fault("not_telling_because", "too_long", (("count", "9,000"), ("most", "1,500")))
    cards = (
        OneFollowUp(full, states(RequestKind.NOT_TELLING)["asked back"], matter_there=True, words=True),
        OneFollowUp(full, opened="ask_not_to_tell", fault=too_long, typed=refused, matter_there=True),
        OneFollowUp(replace(full, additions=(*full.additions, done))),
        MyFollowUps(tuple(replace(REPLY, named=WIDEST * LONGEST_NAME) for _ in range(PAGE))),
        TeamFollowUps(tuple(replace(TELL, owner_name=WIDEST * 600) for _ in range(3 * PAGE)), PAGE),
    )
    sizes = [size_of(as_sent(Shown(card))) for card in cards]
    assert [size for size in sizes if size >= LARGEST] == []
