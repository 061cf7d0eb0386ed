"""Your call first: in real work, for those who switch it on, one line before the answer; never when it is urgent."""

import pytest

from tests.scenarios.journeys import ALL_FOUR, ROUTINE
from tests.scenarios.keeping import change
from tests.scenarios.reading import own
from tests.scenarios.worker import Worker


async def call_first(worker: Worker) -> None:
    await worker.say("my progress")
    await worker.press("practise_call_first")


async def test_your_call_can_be_typed_and_nothing_skips_the_answer(worker: Worker) -> None:
    await call_first(worker)
    await worker.say("share")
    await worker.go_on(ROUTINE)
    assert worker.card.title == own("your_call.title")
    await worker.say("shared on Thursday, I think")
    assert worker.card.title == own("headlines.yes", them="the school nurse")
    await worker.say("my progress")
    await worker.press("practise_calls")
    assert "shared on Thursday, I think" in worker.card.text


async def test_switched_on_twice_by_a_double_click_it_is_on(worker: Worker) -> None:
    await worker.say("my progress")
    click = worker.pressing("practise_call_first")
    await worker.send(click)
    await worker.send({**click, "id": "its twin"})
    assert own("your_call.switch_off") in worker.card.text


async def test_an_edited_note_outlives_your_call(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE)
    await worker.press("shared", shared_how="phone")
    await worker.press("show_answer", note="MY OWN NOTE")
    await call_first(worker)
    await worker.say("my matters")
    await worker.press("open")
    await worker.press("your_call", your_call="Share it.")
    await worker.press("shared", shared_how="phone")
    assert "MY OWN NOTE" in worker.card.filled["note"]


async def asked_first(worker: Worker) -> None:
    await call_first(worker)
    await worker.say("share")
    await worker.go_on({**ROUTINE, "told_items": ALL_FOUR})


async def test_your_call_comes_first_for_those_who_switch_it_on_and_stands_in_no_note(worker: Worker) -> None:
    await asked_first(worker)
    assert worker.card.title == own("your_call.title")
    await worker.press("your_call", your_call="I would tell the nurse on Thursday.")
    assert worker.card.title == own("headlines.yes", them="the school nurse")
    assert "Thursday" not in worker.card.text
    await worker.press("shared", shared_how="phone")
    assert "Thursday" not in worker.card.filled["note"]
    await worker.say("my progress")
    await worker.press("practise_calls")
    assert "I would tell the nurse on Thursday." in worker.card.text


async def test_your_call_is_asked_once_and_may_be_left_empty(worker: Worker) -> None:
    await asked_first(worker)
    await worker.press("your_call")
    assert worker.card.title == own("headlines.yes", them="the school nurse")
    await worker.press("back")
    await worker.press("next")
    assert worker.card.title == own("headlines.yes", them="the school nurse")


async def test_your_call_is_not_asked_where_a_child_is_in_danger(worker: Worker) -> None:
    await call_first(worker)
    await worker.say("share")
    await worker.press("danger")
    await worker.press("carry_on")
    await worker.go_on({**ROUTINE, "told_items": ALL_FOUR})
    assert worker.card.title == own("headlines.yes", them="the school nurse")


async def test_your_call_is_asked_of_nobody_who_did_not_switch_it_on(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on({**ROUTINE, "told_items": ALL_FOUR})
    assert worker.card.title == own("headlines.yes", them="the school nurse")


@pytest.mark.parametrize("text", ["x" * 4500, ""])
async def test_what_is_no_line_shows_no_answer_either(worker: Worker, text: str) -> None:
    await asked_first(worker)
    await worker.say(text)
    assert worker.card.title == own("your_call.title")


async def test_an_answer_by_newer_guidance_is_looked_at_again_first(worker: Worker) -> None:
    await asked_first(worker)
    change(worker.bot.database_url, "UPDATE matters SET guidance_version = '2020-01'")
    await worker.press("your_call", your_call="I would tell them.")
    assert worker.card.title != own("headlines.yes", them="the school nurse")


@pytest.mark.parametrize("said", ["network checks", "new network checks", "someone's on the phone"])
async def test_another_question_is_not_taken_for_the_line(worker: Worker, said: str) -> None:
    await asked_first(worker)
    await worker.say(said)
    assert worker.card.title not in (own("your_call.title"), own("headlines.yes", them="the school nurse"))
