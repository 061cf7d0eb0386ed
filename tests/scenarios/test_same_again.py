"""Last week's sharing once more: what was said is there to be looked at; what never counts twice is asked afresh."""

from tests.scenarios.journeys import ALL_FOUR, HARM, MARK, ROUTINE, WHAT, marked
from tests.scenarios.keeping import everything_kept, matters_kept
from tests.scenarios.reading import own
from tests.scenarios.test_several import shared_with_the_nurse
from tests.scenarios.worker import Worker


async def test_from_the_note_it_takes_next_and_next_and_what_the_parents_know(worker: Worker) -> None:
    await shared_with_the_nurse(worker)
    before = worker.turns
    await worker.press("again")
    for card in ("you_and_them", "what_and_why", "weigh"):
        assert worker.card.name == card
        assert own("before.filled_in", date="").partition(" on ")[0] in worker.card.text
        await worker.press("next")
    assert worker.card.filled == {}
    await worker.press("next", told_items=ALL_FOUR)
    assert worker.card.title == own("headlines.yes", them="the school nurse")
    assert worker.turns - before == 5


async def test_everything_of_last_time_but_the_telling_is_filled_in(worker: Worker) -> None:
    await shared_with_the_nurse(worker)
    await worker.press("again")
    assert worker.card.says("notices.again")
    assert worker.card.filled == {
        "child": "P",
        "part_in_case": "allocated",
        "recipient": "school_nurse",
        "need_to_know": "yes",
    }
    await worker.press("next")
    assert worker.card.filled == WHAT


async def test_after_copying_the_lines_are_gone_and_that_is_said(worker: Worker) -> None:
    await shared_with_the_nurse(worker, marked(ROUTINE))
    await worker.press("copied")
    await worker.press("again")
    assert worker.card.says("notices.again_copied")
    assert worker.card.filled == {"child": "P", "part_in_case": "allocated", "recipient": "school_nurse"}
    await worker.press("next", need_to_know="yes")
    assert worker.card.filled == {}
    assert MARK not in everything_kept(worker.bot.database_url)


async def test_the_first_one_stays_copied(worker: Worker) -> None:
    await shared_with_the_nurse(worker)
    await worker.press("copied")
    await worker.press("again")
    assert sorted(row["status"] for row in matters_kept(worker.bot.database_url)) == ["asking", "copied"]


async def test_the_day_of_last_time_is_said(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE)
    await worker.press("shared", shared_how="phone", shared_when__date="2026-03-11", shared_when__time="13:40")
    await worker.press("again")
    assert worker.card.says("before.filled_in", date="11/03/2026")


async def test_once_all_of_a_card_stands_nothing_is_said_of_last_time(worker: Worker) -> None:
    await shared_with_the_nurse(worker)
    await worker.press("again")
    await worker.press("next")
    await worker.press("back")
    assert worker.card.name == "you_and_them"
    await worker.go_on(ROUTINE)
    assert "Filled in from" not in worker.card.text


async def test_harm_and_grounds_have_to_be_chosen_again(worker: Worker) -> None:
    await shared_with_the_nurse(worker, HARM)
    await worker.press("again")
    await worker.go_on({"told_items": "none"}, until="tell_first")
    assert "reasons" not in worker.card.filled
    await worker.press("next", reasons="risk")
    assert {"harm_suffered", "real_concern"} & set(worker.card.filled) == set()
    assert worker.card.filled["concern_because"] == HARM["concern_because"]


async def test_what_is_said_back_goes_with_the_text_when_it_is_copied(worker: Worker) -> None:
    await shared_with_the_nurse(worker, HARM)
    await worker.press("again")
    await worker.go_on(HARM)
    await worker.press("shared", shared_how="phone")
    await worker.press("copied")
    kept = next(row for row in matters_kept(worker.bot.database_url) if row["status"] == "copied")
    assert kept["content"]["told_back"] == {}


async def test_it_can_be_typed_after_copying(worker: Worker) -> None:
    await shared_with_the_nurse(worker)
    await worker.press("copied")
    await worker.say("same again")
    assert worker.card.says("notices.again_copied")


async def test_it_is_offered_only_for_what_was_shared(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE)
    assert "again" not in worker.card.verbs
    await worker.press("not_shared", not_shared_because="They had it.")
    assert "again" not in worker.card.verbs
