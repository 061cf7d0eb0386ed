"""Information received, through the real app: two cards to the note, with what is missing said and never a dead end."""

import signal

import pytest

from tests.phrases import phrases
from tests.scenarios.running import Outbox, Process, surroundings
from tests.scenarios.worker import Worker

CAME_IN = {
    "child": "P",
    "from_whom": "R.L.",
    "from_job": "health visitor",
    "they_said": "P has missed two check-ups",
    "came_how": "phone",
}
LIMITS = {
    "rung_back": "yes",
    "limit": "yes",
    "limit_says": "Don't tell D where this came from",
    "came_with": "none",
    "my_view": "I am worried for T",
}
TYPED = phrases("""
    P | R.L. | health visitor | P has missed two check-ups | by phone | yesterday 09:15 | yes
    yes, don't tell D where this came from | no | skip
""")


async def began(worker: Worker) -> Worker:
    await worker.join()
    await worker.send(worker.clicking("start", {"about": "receive"}))
    return worker


async def test_by_clicks_it_is_two_turns_from_information_came_in_to_the_note(worker: Worker) -> None:
    await began(worker)
    before = worker.turns
    await worker.go_on({**CAME_IN, **LIMITS})
    assert worker.turns - before == 2
    note = worker.card.filled["note"]
    assert note.startswith("INFORMATION RECEIVED\nFrom: R.L., health visitor")
    assert "Don't tell D where this came from" in note


async def test_by_typing_only_it_comes_to_the_same_note(worker: Worker) -> None:
    await began(worker)
    await worker.say_each(*TYPED)
    note = worker.card.filled["note"]
    assert "From: R.L., health visitor" in note
    assert "By phone, " in note
    assert "don't tell D where this came from" in note
    assert "None came with it." in note


async def test_without_a_name_it_can_be_recorded_and_says_what_is_missing(worker: Worker) -> None:
    await began(worker)
    await worker.say_each(
        "P", "skip", "skip", "P was alone on the stairs", "by phone", "now", "not yet", "not sure", "skip", "no"
    )
    await worker.say("skip")
    assert "You can record this now. Still to find out:" in worker.card.text
    assert "NOT YET KNOWN" in worker.card.filled["note"]
    assert "copied" in worker.card.verbs


async def test_a_name_found_out_later_is_put_in_by_going_back(worker: Worker) -> None:
    await began(worker)
    await worker.go_on({**CAME_IN, **LIMITS, "from_whom": "", "limit": "none", "limit_says": ""})
    assert "The name of the person" in worker.card.text
    await worker.press("back")
    assert worker.card.name == "limits"
    await worker.press("back", my_view="I spoke to her again")
    assert worker.card.name == "came_in"
    assert worker.card.filled["they_said"] == CAME_IN["they_said"]
    await worker.press("next", from_whom="R.L.")
    assert worker.card.filled["my_view"] == "I spoke to her again"
    await worker.press("next")
    assert "Still to find out" not in worker.card.text


@pytest.mark.parametrize("came_how", ["in_person", "email", "letter"])
async def test_only_a_call_is_asked_whether_it_was_rung_back(worker: Worker, came_how: str) -> None:
    await began(worker)
    await worker.press("next", **worker.given({**CAME_IN, "came_how": came_how}))
    assert worker.card.name == "limits"
    assert "rung_back" not in worker.card.asks


async def test_stopping_in_the_middle_keeps_what_was_typed(worker: Worker) -> None:
    await began(worker)
    await worker.press("next", **worker.given(CAME_IN))
    await worker.press("stop", limit="yes", limit_says="not D")
    await worker.press("matters")
    assert "P: information received" in worker.card.text
    await worker.press("open")
    assert worker.card.filled["limit_says"] == "not D"


async def test_a_restart_of_the_bot_keeps_it(sqlite_url: str) -> None:
    async with surroundings(sqlite_url) as bot:
        running = Process(bot)
        await running.start()
        bot.outbox = Outbox(sqlite_url)
        worker = await began(Worker(bot))
        await worker.press("next", **worker.given(CAME_IN))
        await running.restart(by=signal.SIGTERM)
        await worker.press("next", **worker.given(LIMITS))
        bot.outbox.close()
        await running.abandon()
        assert worker.card.filled["note"].startswith("INFORMATION RECEIVED")


async def test_it_goes_on_into_a_sharing_and_comes_back(worker: Worker) -> None:
    await began(worker)
    await worker.go_on({**CAME_IN, **LIMITS})
    await worker.press("hand_on", about="share")
    assert worker.card.filled["child"] == "P"
    await worker.press("next", part_in_case="allocated", recipient="gp", need_to_know="yes")
    assert worker.card.filled["lines"] == "P has missed two check-ups"
    assert worker.card.filled["someone_elses"] == "yes"


async def test_danger_on_the_way_holds_nothing_up_and_loses_nothing(worker: Worker) -> None:
    await began(worker)
    await worker.press("danger", **worker.given(CAME_IN))
    assert "999" in worker.card.text
    await worker.press("carry_on")
    assert worker.card.filled["they_said"] == CAME_IN["they_said"]
    await worker.go_on({**CAME_IN, **LIMITS})
    assert "a child may be in danger" in worker.card.text


async def test_once_copied_only_the_reference_and_the_date_stay(worker: Worker) -> None:
    await began(worker)
    await worker.go_on({**CAME_IN, **LIMITS})
    await worker.press("copied")
    assert "I keep the reference and the date it came in." in worker.card.text
    assert "R.L." not in worker.card.text
