"""From "hello" to the note: by clicks only, by typing only, and mixed, in as few turns as promised."""

from collections.abc import Mapping

import pytest

from dialogs.first_message import topic_said
from tests.cards.in_view import words_in_view
from tests.scenarios.journeys import HARM, ROUTINE, WHAT
from tests.scenarios.reading import Card, own
from tests.scenarios.worker import Worker

TYPED_YOURS = ("share", "P", "it's my case", "the school nurse", "yes, they need it")
TYPED_WHAT = (WHAT["lines"], WHAT["why"], WHAT["used_for"], "no, it's what we know", "needs it", "keep", "none")
TYPED_HARM = (
    "none of these",
    "telling could put P at risk",
    "T and D",
    "in person",
    f"yes, {HARM['harm_known']}",
    f"yes, {HARM['concern_because']}",
)
TYPED_CLOSE = ("I've shared it", "yesterday 13:40", "by phone", "R.L., school nurse", "skip", "they were pleased")


async def test_the_routine_path_by_clicks_takes_six_turns_to_the_note(worker: Worker) -> None:
    await worker.join()
    await worker.press("start")
    await worker.go_on(ROUTINE)
    await worker.press("shared", shared_how="phone")
    assert worker.card.filled["note"].startswith("WHAT WAS SHARED\n")
    assert worker.turns <= 6


async def test_a_routine_share_reads_few_words_on_its_way_to_the_note(worker: Worker) -> None:
    """All that is in view, the worker's own words read back too, and each list that has to be opened."""
    await worker.say("tell the school nurse about asthma")
    answers = {name: value for name, value in ROUTINE.items() if name != "recipient"}
    read = 0
    while worker.card.name:
        given = worker.given(answers)
        read += _read(worker.card, given)
        await worker.press("next", **given)
    read += _read(worker.card, {"shared_how": "phone"})
    await worker.press("shared", shared_how="phone")
    assert worker.card.filled["note"].startswith("WHAT WAS SHARED\n")
    assert worker.turns <= 6
    assert len(worker.chat.cards) == 1  # it goes on in place: nothing else came to be read
    assert worker.chat.texts == []
    assert read <= 450, read


def _read(card: Card, given: Mapping[str, str]) -> int:
    lists = [one for name, one in card.inputs.items() if name in given and one.get("style") == "compact"]
    options = [choice["title"] for one in lists for choice in one["choices"] if not one.get("value")]
    return words_in_view(card.content) + len(" ".join(options).split())


async def test_what_the_first_message_is_about_stands_as_the_first_line(worker: Worker) -> None:
    await worker.say("tell the school nurse about asthma")
    await worker.press("next", child="P", part_in_case="allocated", need_to_know="yes")
    assert worker.card.filled["lines"] == "asthma"
    assert [topic_said(f"tell the GP about {whom}") for whom in ("Amelia", "amelia's cough", "him", "P")] == [""] * 4


async def test_the_harm_path_by_clicks_takes_nine_turns_to_the_note(worker: Worker) -> None:
    await worker.join()
    await worker.press("start")
    await worker.go_on(HARM)
    await worker.press("shared", shared_how="phone")
    assert HARM["harm_known"] in worker.card.filled["note"]
    assert worker.turns <= 9


@pytest.mark.parametrize("answers", [ROUTINE, HARM], ids=["routine", "harm"])
async def test_a_first_message_with_the_recipient_in_it_saves_choosing_them(
    worker: Worker, answers: dict[str, str]
) -> None:
    await worker.say("tell the school nurse about asthma")
    assert worker.card.filled == {"recipient": "school_nurse"}
    await worker.go_on({name: value for name, value in answers.items() if name != "recipient"})
    await worker.press("shared", shared_how="phone")
    assert "the school nurse" in worker.card.filled["note"]
    assert worker.turns <= (6 if answers is ROUTINE else 9)


async def test_the_routine_path_by_typing_only(worker: Worker) -> None:
    await worker.say_each("hello", *TYPED_YOURS, *TYPED_WHAT, "all four")
    assert worker.card.title == own("headlines.yes", them="the school nurse")
    await worker.say_each(*TYPED_CLOSE)
    note = worker.card.filled["note"]
    assert "13:40" in note
    assert "R.L., school nurse" in note
    assert "they were pleased" in note


async def test_the_harm_path_by_typing_only(worker: Worker) -> None:
    await worker.say_each("hello", *TYPED_YOURS, *TYPED_WHAT, *TYPED_HARM)
    assert worker.card.title == own("headlines.yes_untold", them="the school nurse")
    await worker.say_each(*TYPED_CLOSE, "skip", "in 2 days")
    note = worker.card.filled["note"]
    assert HARM["harm_known"] in note
    assert HARM["concern_because"] in note


async def test_typing_and_pressing_come_to_the_same_note(worker: Worker) -> None:
    await worker.join()
    await worker.press("start")
    await worker.say_each("P", "it's my case")
    await worker.press("next", recipient="school_nurse", need_to_know="yes")
    await worker.say(WHAT["lines"])
    await worker.press("next", why=WHAT["why"], used_for=WHAT["used_for"], someone_elses="no")
    await worker.say("needs it")
    await worker.press("next", weights__L2="needs")
    await worker.say("all of it")
    await worker.say("shared it")
    await worker.press("next", shared_how="phone")
    mixed = worker.card.filled["note"]
    other = Worker(worker.bot, "other")
    await other.say("share")
    await other.go_on(ROUTINE)
    await other.press("shared", shared_how="phone")
    assert mixed == other.card.filled["note"]


async def test_a_typed_answer_leaves_the_old_card_in_its_answered_form(worker: Worker) -> None:
    await worker.say("share")
    asked = worker.card.activity_id
    await worker.say("P")
    left = worker.chat.standing(asked)
    assert left.presses == []
    assert "P" in left.text.split()
    assert worker.card.activity_id != asked


async def test_one_sentence_may_answer_several_questions(worker: Worker) -> None:
    await worker.say_each("share", "P")
    await worker.say("it's my case, the school nurse, and they need it")
    assert worker.card.name == "what_and_why"


async def test_what_cannot_be_understood_is_asked_again_and_nothing_is_lost(worker: Worker) -> None:
    await worker.say_each("share", "P", "marmalade")
    assert worker.card.asks == ["part_in_case", "recipient", "need_to_know"]
    assert worker.card.says("faults.not_understood")
    assert "P" in worker.card.text.split()


async def test_an_option_can_be_typed_by_its_number(worker: Worker) -> None:
    await worker.say_each("share", "P", "1", "2", "1")
    assert worker.card.name == "what_and_why"


async def test_a_card_sent_on_with_gaps_names_them_and_keeps_the_rest(worker: Worker) -> None:
    await worker.say("share")
    await worker.press("next", child="P", recipient="gp")
    assert worker.card.name == "you_and_them"
    assert worker.card.filled == {"child": "P", "recipient": "gp"}
    assert worker.card.text.count(own("faults.missing")) == 2
