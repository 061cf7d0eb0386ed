"""After "copied to MOSAIC": the text is let go everywhere, and only a short addition is offered."""

import pytest

from tests.scenarios.journeys import HARM, MARK, ROUTINE, marked
from tests.scenarios.keeping import everything_kept, matters_kept
from tests.scenarios.reading import own
from tests.scenarios.test_matters import talked_over
from tests.scenarios.worker import Worker


async def test_the_text_is_let_go_in_the_database_and_on_every_card(worker: Worker) -> None:
    await talked_over(worker)
    await worker.press("copied")
    assert MARK not in everything_kept(worker.bot.database_url)
    assert [card.text for card in worker.chat.cards if MARK in str(card.content)] == []


async def test_the_note_cannot_be_had_again(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(marked(ROUTINE))
    await worker.press("shared", shared_how="phone")
    note = worker.card
    await worker.press("copied")
    for verb in ("show_answer", "copied", "stop"):
        worker.card = note
        await worker.press(verb)
        assert MARK not in worker.card.text
        assert worker.card.title == own("after_copy.title", child="P")
    worker.card = note
    await worker.press("danger")
    assert MARK not in everything_kept(worker.bot.database_url)


async def test_only_an_addition_is_offered_and_never_a_whole_note(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE)
    await worker.press("shared", shared_how="phone")
    await worker.press("copied")
    assert set(worker.card.inputs) == {"addition"}
    await worker.press("addition", addition="The nurse rang back.")
    assert worker.card.filled["added"].endswith(": The nurse rang back.")


async def test_the_follow_up_that_is_kept_is_still_said(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(HARM)
    await worker.press("shared", shared_how="phone", look_again__date="2027-01-15")
    await worker.press("copied")
    assert worker.card.says("follow_ups.kept.line", kind="Tell the family", named="", day="15/01/2027")


@pytest.mark.parametrize("text", ["back", "stop", "help", "copied", "words", "they know", "answer", "what is harm?"])
async def test_whatever_is_typed_afterwards_the_record_of_it_stays(worker: Worker, text: str) -> None:
    await worker.say("share")
    await worker.go_on(HARM)
    await worker.press("shared", shared_how="phone")
    await worker.press("copied")
    before = matters_kept(worker.bot.database_url)[0]["content"]
    await worker.say(text)
    assert matters_kept(worker.bot.database_url)[0]["content"] == before


async def test_copied_typed_before_there_is_a_note_lets_nothing_go(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE)
    await worker.say("copied")
    assert worker.card.title == own("headlines.yes", them="the school nurse")
    assert WHY in everything_kept(worker.bot.database_url)


WHY = ROUTINE["why"]


async def test_a_new_question_can_be_typed_afterwards(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE)
    await worker.press("shared", shared_how="phone")
    await worker.press("copied")
    await worker.say("tell the GP about asthma")
    assert worker.card.filled == {"recipient": "gp"}
    assert len(matters_kept(worker.bot.database_url)) == 2


async def test_the_matter_stays_listed_as_copied(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE)
    await worker.press("shared", shared_how="phone")
    await worker.press("copied")
    await worker.press("matters")
    assert worker.card.says("matters.copied")
