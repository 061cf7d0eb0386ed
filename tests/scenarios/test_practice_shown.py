"""A trainee shows a play to the practice educators, by name, and takes it back; nobody else ever sees it."""

import pytest

from practice.sharing import MOST_LISTED
from tests.scenarios.practising import LAST, OF_HER_ANGER, RIGHT, STORY, WRONG, begins, plays
from tests.scenarios.reading import Json, own
from tests.scenarios.running import OTHER_TENANT, Bot, running_by, ticking
from tests.scenarios.worker import Worker

ASKS = "Would you have rung her first?"


@pytest.fixture
def settings() -> dict[str, str]:
    return {"PRACTICE_EDUCATORS": "o-teacher"}


@pytest.fixture
def teacher(bot: Bot) -> Worker:
    return Worker(bot, "teacher")


async def shows(worker: Worker, asks: str = ASKS) -> None:
    await plays(worker, WRONG)
    await worker.press("practise_show")
    assert own("practice.show.title") == worker.card.title
    await worker.press("practise_show_yes", asks=asks)


async def the_group(teacher: Worker) -> list[Json]:
    """What the educator can look at."""
    await teacher.say("practise")
    await teacher.press("practise_cohort")
    return [one for one in teacher.card.presses if one["verb"] == "practise_look"]


async def test_an_educator_sees_who_shows_it_what_was_chosen_and_what_is_asked(worker: Worker, teacher: Worker) -> None:
    await shows(worker)
    assert worker.card.says("notices.practice_shown")
    (look,) = await the_group(teacher)
    assert own("practice.cohort.too_few") in teacher.card.text
    await teacher.press("practise_look", about=look["data"]["about"])
    assert ASKS in teacher.card.text
    assert OF_HER_ANGER.why_not in teacher.card.text
    assert "20 of 24 points" in teacher.card.text
    assert "practise_near" not in teacher.card.verbs


async def test_nothing_is_shown_that_was_not_shown_by_its_trainee(worker: Worker, teacher: Worker) -> None:
    await plays(worker, WRONG)
    await worker.press("practise_show")
    assert await the_group(teacher) == []


async def test_taken_back_it_is_gone_also_behind_an_old_button(worker: Worker, teacher: Worker) -> None:
    await shows(worker)
    (look,) = await the_group(teacher)
    await worker.say("my progress")
    await worker.press("practise_unshow")
    assert "practise_unshow" not in worker.card.verbs
    await teacher.send(teacher.clicking("practise_look", look["data"]))
    assert teacher.card.title == own("practice.cohort.title")
    assert ASKS not in teacher.card.text


@pytest.mark.parametrize("as_a_message", [False, True])
async def test_taken_back_an_educator_s_open_card_of_it_is_emptied(
    worker: Worker, teacher: Worker, as_a_message: bool
) -> None:
    await shows(worker)
    (look,) = await the_group(teacher)
    if as_a_message:
        await teacher.say("", value={"verb": "practise_look", **look["data"]})
    else:
        await teacher.press("practise_look", about=look["data"]["about"])
    assert ASKS in teacher.card.text
    open_card = teacher.card.activity_id
    await worker.say("my progress")
    await worker.press("practise_unshow")
    await worker.bot.all_sent()
    assert ASKS not in teacher.chat.standing(open_card).text
    assert teacher.chat.standing(open_card).presses == []


async def test_nothing_of_a_name_is_read_as_markup(worker: Worker, teacher: Worker) -> None:
    await plays(worker, WRONG)
    await worker.press("practise_show")
    click = worker.pressing("practise_show_yes", asks=ASKS)
    await worker.send({**click, "from": {**click["from"], "name": "[Click](https://example.org) *now* _x_ O'Neill-Ó"}})
    (look,) = await the_group(teacher)
    await teacher.press("practise_look", about=look["data"]["about"])
    assert "Clickhttpsexample.org now x O'Neill-Ó" in teacher.card.title
    assert "[" not in teacher.card.title


async def test_an_educator_s_own_plays_make_no_group_larger(bot: Bot, teacher: Worker) -> None:
    for number in range(4):
        await plays(Worker(bot, f"trainee{number}"), WRONG)
    await plays(teacher)
    await the_group(teacher)
    assert own("practice.cohort.too_few") in teacher.card.text


async def test_more_than_a_page_of_plays_can_all_be_reached(bot: Bot, teacher: Worker) -> None:
    for number in range(MOST_LISTED + 2):
        await shows(Worker(bot, f"trainee{number}"), f"Question {number}?")
    seen = {one["data"]["about"] for one in await the_group(teacher)}
    older = next(one for one in teacher.card.presses if one["data"].get("about") == str(MOST_LISTED))
    await teacher.press("practise_cohort", about=older["data"]["about"])
    seen |= {one["data"]["about"] for one in teacher.card.presses if one["verb"] == "practise_look"}
    assert len(seen) == MOST_LISTED + 2
    for about in seen:
        await the_group(teacher)
        await teacher.send(teacher.clicking("practise_look", {"about": about}))
        assert "Question" in teacher.card.text


async def test_an_educator_sees_the_points_that_the_trainee_saw(worker: Worker, teacher: Worker) -> None:
    await begins(worker, feedback="at_once")
    await worker.press("next", part_in_case="allocated", recipient="gp", need_to_know="no")
    await worker.press("back")
    await worker.press("next", need_to_know="yes")
    await worker.go_on(RIGHT)
    await worker.press("practise_decide", **LAST)
    assert "22 of 24 points" in worker.card.text
    await worker.press("practise_show")
    await worker.press("practise_show_yes", asks=ASKS)
    (look,) = await the_group(teacher)
    await teacher.press("practise_look", about=look["data"]["about"])
    assert "22 of 24 points" in teacher.card.text


async def test_shown_twice_it_is_listed_once_and_says_since_when(worker: Worker, teacher: Worker) -> None:
    await shows(worker)
    await worker.press("practise_show")
    assert own("practice.show.since", day="24/11/2026") in worker.card.text
    await worker.press("practise_show_yes", asks="Or texted her?")
    (look,) = await the_group(teacher)
    await teacher.press("practise_look", about=look["data"]["about"])
    assert "Or texted her?" in teacher.card.text


async def test_progress_deleted_deletes_what_was_shown(worker: Worker, teacher: Worker) -> None:
    await shows(worker)
    await worker.say("my progress")
    await worker.press("practise_forget")
    await worker.press("practise_forget_yes")
    assert await the_group(teacher) == []


async def test_it_outlives_the_play_that_was_shown(worker: Worker, teacher: Worker) -> None:
    await shows(worker)
    await plays(worker, RIGHT)
    (look,) = await the_group(teacher)
    await teacher.press("practise_look", about=look["data"]["about"])
    assert "20 of 24 points" in teacher.card.text


@pytest.mark.parametrize("name", ["other", "worker"])
async def test_only_an_educator_can_look(bot: Bot, worker: Worker, teacher: Worker, name: str) -> None:
    await shows(worker)
    (look,) = await the_group(teacher)
    curious = Worker(bot, name) if name != worker.name else worker
    await curious.say("practise")
    await curious.send(curious.clicking("practise_look", look["data"]))
    assert ASKS not in curious.card.text
    assert curious.card.title == own("practice.home.title")


async def test_an_educator_of_another_tenant_sees_nothing(bot: Bot, worker: Worker, teacher: Worker) -> None:
    await shows(worker)
    (look,) = await the_group(teacher)
    stranger = Worker(bot, "teacher", tenant=OTHER_TENANT)
    assert await the_group(stranger) == []
    await stranger.send(stranger.clicking("practise_look", look["data"]))
    assert ASKS not in stranger.card.text


async def test_a_play_that_is_not_over_cannot_be_shown(worker: Worker, teacher: Worker) -> None:
    await worker.say(f"practise {STORY}")
    data = worker.card.button("practise_begin")["data"]
    await worker.send(worker.clicking("practise_show_yes", {**data, "asks": ASKS}))
    assert await the_group(teacher) == []


async def test_where_no_educator_is_named_nothing_offers_it(sqlite_url: str) -> None:
    async with running_by(ticking(), sqlite_url, {}) as bot:
        worker = Worker(bot)
        await plays(worker, WRONG)
        assert "practise_show" not in worker.card.verbs
        data = worker.card.button("practise_note")["data"]
        await worker.send(worker.clicking("practise_show_yes", data))
        await worker.say("my progress")
        assert "practise_unshow" not in worker.card.verbs
