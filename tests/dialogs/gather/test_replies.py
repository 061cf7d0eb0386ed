"""Replies come one by one: each keeps its line, and nothing said of another is lost."""

import pytest

from dialogs.card_actions import one_back
from dialogs.context import Press
from dialogs.engine.matter import Phase
from tests.cards.matters import Given, lines
from tests.cards.of_gather import ANSWERS, CHECKS, GATHER_STATES, NOTES, SENT, TOLD
from tests.dialogs.desks import Worker

GP = {"reply_who": "R.L., practice nurse", "reply_said": "Seen on 3 July", "reply_limit": "", "reply_document": "no"}
SCHOOL = {"reply_who": "A.B.", "reply_said": "In every day", "reply_limit": "not to D", "reply_document": "yes"}


def on(*given: Given) -> Worker:
    """A worker whose conversation is on a matter of network checks with these answers."""
    one = GATHER_STATES.matter(*given)
    return Worker(kept={one.id: one}, current=one.id)


def test_each_reply_is_kept_under_its_own_line() -> None:
    worker = on(CHECKS, TOLD, SENT)
    for line, said in (("L2", SCHOOL), ("L1", GP)):
        worker.goes_on("reply", about=line)
        worker.fills_in(**said)
        assert worker.matter.phase is Phase.NOTE
    values = worker.matter.values
    assert values["reply_who"] == {"L1": GP["reply_who"], "L2": "A.B."}
    assert values["reply_limit"] == {"L1": "", "L2": "not to D"}


def test_what_was_refused_of_one_reply_takes_nothing_from_another() -> None:
    worker = on(NOTES["a reply"])
    worker.goes_on("reply", about="L2")
    worker.fills_in(**{**SCHOOL, "reply_said": "x" * 1_600, "reply_document": "perhaps"})
    assert worker.matter.phase is Phase.CLOSING
    worker.fills_in(**SCHOOL)
    said = worker.matter.values["reply_said"]
    assert isinstance(said, dict)
    assert said == {"L1": "Seen once, on 3 July, with a bruise on the left arm", "L2": "In every day"}


def test_back_out_of_a_reply_gives_the_note_as_it_was() -> None:
    worker = on(NOTES["a reply"])
    before = worker.matter.values
    worker.goes_on("reply", about="L3")
    back = one_back(worker.matter)
    assert back.phase is Phase.NOTE
    assert {n: v for n, v in back.values.items() if n != "reply_of"} == {
        n: v for n, v in before.items() if n != "reply_of"
    }


def test_back_from_the_note_undoes_the_sending_and_keeps_the_replies() -> None:
    back = one_back(GATHER_STATES.matter(NOTES["a reply"]))
    assert back.phase is Phase.ANSWER
    assert back.values["reply_who"] == {"L1": "R.L., practice nurse"}


def test_a_reply_is_not_asked_for_from_an_agency_that_is_no_longer_asked() -> None:
    one = GATHER_STATES.matter(NOTES["told"], {"reply_of": "L3"})
    assert one.phase is Phase.CLOSING
    kept = one.values["agencies"]
    assert isinstance(kept, list)
    fewer = one.hold({"agencies": kept[:2]})
    assert fewer.phase is Phase.NOTE


def test_a_reply_that_came_is_opened_again_as_it_was_given() -> None:
    worker = on(NOTES["a reply"])
    worker.goes_on("reply", about="L1")
    assert [question.name for question in worker.matter.position.open_questions] == list(GP)
    assert worker.matter.answers.ever_given.get("reply_who") == {"L1": "R.L., practice nurse"}


@pytest.mark.parametrize("name", ["told", "tell first", "neither", "undue delay"])
def test_no_reply_can_come_before_anyone_was_asked(name: str) -> None:
    worker = on(ANSWERS[name][1])
    before = worker.matter
    worker.presses(Press("reply", before.id, before.revision, about="L1"))
    assert worker.matter.values == before.values


@pytest.mark.parametrize(
    ("changed", "asked_again"),
    [
        ({"agencies": lines("GP: any injuries seen since June")}, set()),
        ({"agencies": lines("GP: any injuries ever")}, {"more_than_needed", "told_of_checks"}),
        ({"why": "I can see how R eats"}, {"told_of_checks"}),
        ({"why_now": "assessment"}, {"told_of_checks"}),
        ({"more_than_needed": "unsure"}, set()),
        ({"child": "P"}, set()),
    ],
)
def test_a_telling_counts_for_what_was_asked_then(changed: Given, asked_again: set[str]) -> None:
    before = GATHER_STATES.matter(CHECKS, TOLD)
    after = before.hold(changed)
    assert {name for name in before.values if name not in after.values} == asked_again
