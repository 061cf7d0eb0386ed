"""Child in danger: one press or word from any card, however old. It opens at once and holds nothing up."""

import asyncio

import pytest

from bot.turns import conversation
from tests.connector import Answer
from tests.scenarios.journeys import CARDS, EVERY_CARD, HARM, ROUTINE
from tests.scenarios.reading import Card, own
from tests.scenarios.running import Bot, running_bot
from tests.scenarios.test_outcomes import close, decided_in_the_note
from tests.scenarios.worker import Worker


def bannered(worker: Worker) -> bool:
    return bool(worker.card.elements[1].get("style") == "attention")


async def test_the_button_is_the_first_at_the_welcome_and_the_last_of_a_matter(worker: Worker) -> None:
    await worker.join()
    assert worker.card.verbs[0] == "danger"
    await worker.press("start")
    for card in CARDS:
        await worker.go_on(EVERY_CARD, until=card)
        assert worker.card.content["actions"][-1]["verb"] == "danger"
    await worker.go_on(EVERY_CARD)
    assert "danger" in worker.card.verbs
    await worker.press("words_recipient")
    assert all("danger" in card.verbs for card in worker.below)
    await worker.press("shared", shared_how="phone")
    for verb, after in (("copied", "matters"), ("delete", ""), ("delete_yes", "")):
        assert "danger" in worker.card.verbs
        await worker.press("next", departed_because="It could not wait.") if worker.card.name else None
        await worker.press(verb)
        if after:
            await worker.press(after)
    assert "danger" in worker.card.verbs


@pytest.mark.parametrize("typed", [False, True], ids=["pressed", "typed"])
async def test_from_any_card_it_says_what_to_do_and_asks_nothing(worker: Worker, typed: bool) -> None:
    await worker.say("share")
    for card in CARDS:
        await worker.go_on(EVERY_CARD, until=card)
        await (worker.say("danger") if typed else worker.press("danger"))
        assert worker.card.title == own("act_now.title")
        assert "999" in worker.card.text
        assert worker.card.inputs == {}
        assert worker.card.verbs == ["carry_on", "danger_off"]
        await worker.press("carry_on")
        assert worker.card.name == card


async def test_every_later_card_of_the_matter_is_headed_by_it(worker: Worker) -> None:
    await worker.say("share")
    await worker.press("danger")
    await worker.press("carry_on")
    for card in CARDS:
        await worker.go_on(HARM, until=card)
        assert bannered(worker)
    await worker.go_on(HARM)
    assert bannered(worker)
    await worker.press("words_recipient")
    assert [card.elements[1].get("style") for card in worker.below] == ["attention"]
    await worker.say("words for the parents")
    assert bannered(worker)
    await worker.looks()
    assert bannered(worker)
    await worker.press("shared", shared_how="phone")
    assert bannered(worker)
    await worker.press("stop")
    await worker.press("matters")
    await worker.press("open")
    assert bannered(worker)


async def test_it_heads_no_other_matter(worker: Worker) -> None:
    await worker.say("share")
    await worker.press("danger")
    await worker.say("start again")
    assert not bannered(worker)


async def test_it_answers_nothing(worker: Worker) -> None:
    other = Worker(worker.bot, "other")
    for person in (worker, other):
        await person.say("share")
        await person.go_on(ROUTINE, until="parents_know")
    await worker.press("danger")
    await worker.press("carry_on")
    notes = [await close_after(person) for person in (worker, other)]
    assert decided_in_the_note(notes[0]) == decided_in_the_note(notes[1])


async def close_after(person: Worker) -> str:
    await person.go_on(ROUTINE)
    return await close(person)


async def test_from_a_card_that_has_moved_on_it_opens_all_the_same_and_loses_nothing(worker: Worker) -> None:
    await worker.say("share")
    old = worker.pressing("danger", child="P")
    await worker.go_on(ROUTINE, until="what_and_why")
    await worker.press("danger", why="P can sl")
    await worker.press("carry_on")
    await worker.send(old)
    assert worker.card.title == own("act_now.title")
    await worker.press("carry_on")
    assert worker.card.name == "what_and_why"
    assert worker.card.filled == {"why": "P can sl"}


async def test_from_an_old_card_of_another_matter_it_is_about_that_matter(worker: Worker) -> None:
    await worker.say("share")
    await worker.press("next", child="P")
    old = worker.pressing("danger")
    await worker.say("start again")
    await worker.send(old)
    await worker.press("carry_on")
    assert bannered(worker)
    assert worker.card.filled["child"] == "P"


async def test_from_the_words_it_opens_too(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE)
    await worker.press("words_recipient")
    worker.card = worker.below[0]
    await worker.press("danger")
    assert worker.card.title == own("act_now.title")
    await worker.press("carry_on")
    assert worker.card.title == own("headlines.yes", them="the school nurse")


async def test_with_no_matter_it_says_what_to_do_and_comes_back(worker: Worker) -> None:
    for text in ("danger", "Child in danger now", "999", "emergency!", "act first"):
        await worker.say(text)
        assert worker.card.title == own("act_now.title"), text
        await worker.press("home")
        assert "start" in worker.card.verbs


@pytest.mark.parametrize(
    ("hours", "number"),
    [("Mon-Sun 00:00-23:59", "020 7946 0001"), ("Mon-Mon 00:00-00:01", "020 7946 0002")],
    ids=["working hours", "out of hours"],
)
async def test_the_number_is_the_one_that_answers_now(sqlite_url: str, hours: str, number: str) -> None:
    async with running_bot(sqlite_url, WORKING_HOURS=hours) as bot:
        worker = Worker(bot)
        await worker.say("danger")
        assert number in worker.card.text


async def test_a_number_that_is_not_set_is_not_invented(sqlite_url: str) -> None:
    async with running_bot(sqlite_url, DUTY_PHONE="", OUT_OF_HOURS_PHONE="") as bot:
        worker = Worker(bot)
        await worker.say("danger")
        assert "020" not in worker.card.text
        assert "None" not in worker.card.text


@pytest.mark.parametrize("before", [True, False])
async def test_typed_danger_waits_for_no_message_that_hangs_and_is_shown_again_in_doubt(
    bot: Bot, worker: Worker, monkeypatch: pytest.MonkeyPatch, before: bool
) -> None:
    await worker.say("share")
    monkeypatch.setattr(conversation, "DANGER_SECONDS", 0.3)
    hangs = asyncio.Event()
    bot.connector.answer_next(Answer(drop=True, until=hangs))
    if before:
        await bot.post(worker.activity(text="P"))
        await bot.connector.wait_for(2)
    await bot.post(worker.activity(text="child in danger"))
    shown = (await bot.connector.wait_for(3))[2]
    assert own("act_now.title") in str(shown.card)
    assert (shown.status, Card("", shown.card).verbs) == (201, ["home"])
    hangs.set()
