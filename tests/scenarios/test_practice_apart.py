"""Practice stays apart from real work, whatever is pressed or typed when; and a play is never lost or muddled."""

from datetime import timedelta
from typing import Any

import pytest

from bot.config.council import CouncilSettings
from bot.retention import Retention
from practice.repository import all_scenarios
from practice.simulation import model_walk
from tests.bot.storage.shelf import opened
from tests.scenarios.keeping import matters_kept
from tests.scenarios.practising import LAST, OF_THE_RENT, RIGHT, STORY, begins, filled_in, plays
from tests.scenarios.reading import own
from tests.scenarios.running import TUESDAY
from tests.scenarios.worker import Worker

LIKE_REAL_WORK = "tell the GP about N's medicine"


def real(worker: Worker) -> list[dict[str, Any]]:
    """The real matters that are kept."""
    return [row["content"] for row in matters_kept(worker.bot.database_url) if not row["content"]["practice"]]


async def test_danger_on_an_old_card_of_practice_leaves_a_real_matter_as_it_is(worker: Worker) -> None:
    await begins(worker)
    old = worker.pressing("danger", recipient="police", need_to_know="no")
    await worker.press("stop")
    await worker.say("share")
    await worker.press("next", child="P", part_in_case="allocated", recipient="gp", need_to_know="yes")
    before = real(worker)
    await worker.send(old)
    assert worker.card.title == own("act_now.title")
    assert real(worker) == before


async def test_danger_within_a_play_shows_the_steps_and_the_play_goes_on(worker: Worker) -> None:
    await begins(worker)
    await worker.press("danger")
    assert worker.card.title == own("act_now.title")
    await worker.say_each("it's my case", "gp", "they need it")
    assert real(worker) == []


@pytest.mark.parametrize("asked", ["help", "my matters", "follow-ups", "my requests", "danger", "what do you keep"])
async def test_what_is_always_answered_leaves_the_play_open(worker: Worker, asked: str) -> None:
    await begins(worker)
    await worker.say(asked)
    await worker.say(LIKE_REAL_WORK)
    assert real(worker) == []
    assert worker.card.says("practice.mark") or "PRACTICE" in worker.card.text


@pytest.mark.parametrize("name", ["share", "network checks", "someone's on the phone"])
async def test_real_work_begins_at_once_by_its_name_and_the_play_is_kept(worker: Worker, name: str) -> None:
    await begins(worker)
    await worker.go_on(RIGHT, until="weigh")
    await worker.say(name)
    assert "PRACTICE" not in worker.card.text
    await worker.say("practise")
    await worker.press("practise_resume")
    assert worker.card.name == "weigh"


async def test_a_play_whose_file_is_gone_begins_nothing_real_and_comes_back_with_the_file(
    worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    await begins(worker)
    await worker.go_on(RIGHT, until="weigh")
    click = worker.pressing("next", weights__L1="needs", weights__L2="leave_out")
    with monkeypatch.context() as broken:
        broken.setattr("practice.repository.playable_scenarios", dict)
        await worker.say(LIKE_REAL_WORK)
        assert worker.card.says("notices.practice_gone")
        await worker.send(click)
        await worker.say("practise")
        assert "practise_resume" not in worker.card.verbs
        assert own("practice.home.retired", count=1) in worker.card.text
    assert real(worker) == []
    await worker.say("practise")
    await worker.press("practise_resume")
    assert worker.card.name == "weigh"


@pytest.mark.parametrize("by", ["press", "word"])
async def test_back_never_asks_what_the_story_gives(worker: Worker, by: str) -> None:
    await begins(worker)
    asked = worker.card.asks
    await worker.press("next", **{name: RIGHT[name] for name in asked})
    following = worker.card.asks
    await (worker.press("back") if by == "press" else worker.say("back"))
    assert worker.card.asks == asked
    await worker.press("next", **{name: RIGHT[name] for name in asked})
    assert worker.card.asks == following


async def test_a_first_answer_that_ended_the_way_is_one_miss_once_it_is_put_right(worker: Worker) -> None:
    await begins(worker, feedback="at_once")
    await worker.press("next", part_in_case="allocated", recipient="gp", need_to_know="no")
    assert own("practice.verdict.wrong") in worker.card.text
    await worker.press("back")
    await worker.press("next", need_to_know="yes")
    await worker.go_on(RIGHT)
    assert "Not asked, because of an earlier choice" not in worker.card.text
    await worker.press("practise_decide", **LAST)
    assert "22 of 24 points" in worker.card.text


async def test_feedback_at_once_is_on_what_was_just_chosen_wherever_it_leads(worker: Worker) -> None:
    await begins(worker, feedback="at_once")
    await worker.press("next", part_in_case="none", recipient="gp", need_to_know="yes")
    assert own("practice.verdict.wrong") in worker.card.text
    assert own("questions.part_in_case.label") in worker.card.text


async def test_progress_deleted_deletes_the_plays_too(worker: Worker) -> None:
    await plays(worker)
    back = worker.clicking("practise_result", worker.card.button("practise_note")["data"])
    await worker.say("my progress")
    await worker.press("practise_forget")
    await worker.press("practise_forget_yes")
    await worker.send(back)
    assert worker.card.says("notices.practice_gone")
    assert matters_kept(worker.bot.database_url) == []


async def test_a_supervisor_s_play_has_no_note_and_no_words_to_look_at(worker: Worker) -> None:
    await begins(worker, "supervising-the-garage")
    await worker.go_on({"prompt_enough": "yes", "prompt_detail": "no", "reasons": "crime"})
    await worker.press("practise_decide", would_do="agree", rests_on="3.9(b)")
    data = worker.card.button("practise_near")["data"] if "practise_near" in worker.card.verbs else {}
    for verb in ("practise_words", "practise_note", "practise_own"):
        assert verb not in worker.card.verbs
        await worker.send(worker.clicking(verb, data))
        assert worker.card.title == own("practice.went.title")


async def test_the_wrong_turn_s_own_words_are_said(worker: Worker) -> None:
    await begins(worker, STORY, feedback="at_once")
    await worker.go_on({**RIGHT, "weights__L2": "needs"}, until="parents_know")
    assert OF_THE_RENT.followed in worker.card.text


@pytest.mark.parametrize("asked", ["what is 3.2?", "why 3.2", "not 3.2", "3.2 or 3.5", "wait 2 days"])
async def test_a_question_is_no_last_answer(worker: Worker, asked: str) -> None:
    await begins(worker)
    await worker.go_on(RIGHT)
    await worker.say("2")
    await worker.say(asked)
    assert worker.card.title == own("practice.would.title")


@pytest.mark.parametrize("number", ["2", "(2)", "2.", "option 2", "2, 3.2", "2 and 3.2", "(2) 3.2"])
async def test_a_number_is_read_as_the_card_shows_it(worker: Worker, number: str) -> None:
    await begins(worker)
    await worker.go_on(RIGHT)
    second = worker.card.choices("would_do")[1]
    await worker.say(number)
    over = worker.card.title == own("practice.went.title")
    assert over or worker.card.filled["would_do"] == second
    assert over is ("3.2" in number)


async def test_a_double_click_on_the_near_miss_begins_it_once(worker: Worker) -> None:
    await plays(worker)
    click = worker.pressing("practise_near")
    await worker.send(click)
    await worker.send({**click, "id": "its twin"})
    assert own("practice.different").replace("<b>", "").replace("</b>", "") in worker.card.text


@pytest.mark.parametrize("verb", ["back", "stop"])
async def test_what_was_filled_in_is_there_again(worker: Worker, verb: str) -> None:
    await begins(worker)
    await worker.go_on(RIGHT)
    await worker.press(verb, would_do="yes", rests_on="3.5")
    if verb == "stop":
        await worker.say("practise")
        await worker.press("practise_resume")
    else:
        await worker.press("next")
    assert (worker.card.filled["would_do"], worker.card.filled["rests_on"]) == ("yes", "3.5")


async def test_feedback_at_once_follows_the_visit_too(worker: Worker) -> None:
    story = "first-contact-nothing-to-sign"
    await begins(worker, story, feedback="at_once")
    await worker.go_on(filled_in(model_walk(all_scenarios()[story]).values), until="talked")
    assert own("practice.verdict.right") in worker.card.text


async def test_a_wrong_turn_asks_for_nothing_that_is_to_be_made_up(worker: Worker) -> None:
    await begins(worker, "share-how-it-turned-out")
    right = filled_in(model_walk(all_scenarios()["share-how-it-turned-out"]).values)
    await worker.go_on({**right, "need_to_know": "yes", "someone_elses": "no"}, until="weigh")
    assert {name.partition("__")[0] for name in worker.card.inputs} == {"weights", "kinds"}
    while "need_to_know" not in worker.card.inputs:
        await worker.press("back")
    await worker.press("next", need_to_know="no")
    await worker.press("back")
    assert "need_to_know" in worker.card.inputs


async def test_a_play_that_was_left_goes_as_a_draft_does(worker: Worker) -> None:
    await begins(worker)
    assert len(matters_kept(worker.bot.database_url)) == 1
    with opened(worker.bot.database_url, clock=lambda: TUESDAY + timedelta(days=31)) as storage:
        await Retention(storage, CouncilSettings()).delete_expired()
    assert matters_kept(worker.bot.database_url) == []
