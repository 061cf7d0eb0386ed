"""What is typed about a caller, or into an entry, is on a card only as text; however long, the card can be sent."""

from collections.abc import Iterator

import pytest

from dialogs.engine.answers import Json
from dialogs.engine.matter import Matter
from dialogs.engine.size_limits import MOST_IN_ONE, exceeds_limit, weight_of
from dialogs.flows.authority.flow import FLOW as AUTHORITY
from dialogs.screens import AfterCopy, Answered, Asking, Screen, Shown, TheAnswer, TheNote, WordsToUse
from tests.cards import matters
from tests.cards.drawn import as_sent
from tests.cards.matters import Given, lines
from tests.cards.of_authority import AUTHORITY_STATES, CALLER, CASE_SUMMARY_STATES, ENTRY, NOT_MINE
from tests.cards.schema import faults_of
from tests.cards.states import copied
from tests.cards.test_attacks import ATTACKS, MARK, misplaced
from tests.cards.test_largest_cards import AFTER, LARGEST, LETTERS, ORDERS, longest, of_weight
from tests.cards.walking import size_of, texts

BY_ATTACK = pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())


def marked(attack: str) -> str:
    return f"{MARK} {attack} {MARK}"


def entry(text: str) -> Matter:
    """An entry in which every text is this one."""
    own: Given = {"may_to": text, "says_otherwise": text, "may_lines": lines(text), "may_not_lines": lines(text)}
    return CASE_SUMMARY_STATES.matter(ENTRY, own)


def screens_of(one: Matter) -> Iterator[Shown]:
    opened = one.reopen("may_lines", "may_to", "may_not_lines", "says_otherwise")
    screens: tuple[Screen, ...] = (
        Asking(opened, opened.position),
        Asking(opened, opened.position, numbered=True),
        Answered(one, "summary_entry"),
        TheAnswer(one, one.decision()),
        TheNote(one, one.decision()),
        AfterCopy(copied(one)),
    )
    return (Shown(screen) for screen in screens)


@BY_ATTACK
def test_what_is_typed_into_an_entry_stays_text(attack: str) -> None:
    cards = [as_sent(shown) for shown in screens_of(entry(marked(attack)))]
    assert [place for card in cards for place in misplaced(card)] == []
    assert [fault for card in cards for fault in faults_of(card)] == []
    assert any(marked(attack) in text for card in cards for _, _, text in texts(card))


@BY_ATTACK
def test_what_is_written_in_the_message_to_hand_over_stays_text(attack: str) -> None:
    one = AUTHORITY_STATES.matter(NOT_MINE, {"hand_over": marked(attack)})
    passed_on = one.hold({"outcome": "passed_on", "passed_on_to": marked(attack)})
    answer = as_sent(Shown(TheAnswer(one, one.decision())))
    note = as_sent(Shown(TheNote(passed_on, passed_on.decision())))
    assert [place for card in (answer, note) for place in misplaced(card)] == []
    assert [fault for card in (answer, note) for fault in faults_of(card)] == []
    assert any(marked(attack) in text for _, _, text in texts(answer))
    assert any("The message that I passed on" in text for _, _, text in texts(note))


@pytest.mark.parametrize("letter", LETTERS.values(), ids=LETTERS.keys())
def test_an_entry_of_the_most_that_is_taken_can_be_sent(letter: str) -> None:
    given = dict(ENTRY)
    for name in ("may_lines", "may_not_lines", "may_to", "says_otherwise"):
        for length in (1_500, 1_000, 700, 500, 300, 150):
            each = [longest(letter.replace("\n", " "), length // 10) + str(number) for number in range(10)]
            given[name] = lines(*each) if name.endswith("lines") else longest(letter, length)
            if not exceeds_limit(CASE_SUMMARY_STATES.flow, name, given):
                break
    one = CASE_SUMMARY_STATES.matter(given)
    assert not [size for shown in screens_of(one) if (size := size_of(as_sent(shown))) >= LARGEST]


@pytest.mark.parametrize("order", ORDERS, ids=["the first answers", "the last answers"])
@pytest.mark.parametrize("letter", ["x", '"', "\U0001f600"])
def test_with_exactly_as_much_as_is_taken_every_card_about_a_caller_can_be_sent(
    letter: str, order: tuple[str, ...]
) -> None:
    room, room_after = AUTHORITY.room.before - weight_of("one", "x", "x"), AUTHORITY.room.after
    own: dict[str, Json] = {
        "lines": lines("one"),
        "weights": {"L1": "needs"},
        "staff": "yes",
        "part_in_case": "authorised",
    }
    for names in (order, AFTER):
        for name in names:
            own[name] = of_weight(letter, min(MOST_IN_ONE, room if names is order else room_after))
            weight = weight_of(str(own[name]))
            room, room_after = (room - weight, room_after) if names is order else (room, room_after - weight)
    one = AUTHORITY_STATES.matter(CALLER, matters.HARM, {"recipient": "not_professional"}, matters.SHARED_UNTOLD, own)
    shown: list[Screen] = [TheNote(one, one.decision()), TheAnswer(one.reopen(*AFTER), one.decision())]
    shown += [WordsToUse(one, one.decision(), "parents"), WordsToUse(one, one.decision(), "recipient")]
    assert not [type(screen) for screen in shown if size_of(as_sent(Shown(screen))) >= LARGEST]
