"""Practice through the real app: a story, the real cards, how it went; and nothing of it in real work."""

import signal

import orjson
import pytest

from guidance.paragraphs import paragraph
from practice.final_questions import decisive_refs
from practice.repository import all_scenarios
from practice.simulation import model_walk
from tests.scenarios.practising import LAST, OF_HER_ANGER, OF_THE_RENT, RIGHT, STORY, WRONG, begins, filled_in, plays
from tests.scenarios.reading import Json, own
from tests.scenarios.running import Bot, Outbox, Process, running_bot, surroundings
from tests.scenarios.worker import Worker

MARK = own("practice.mark").replace("<b>", "").replace("</b>", "")


def of_verb(worker: Worker, verb: str) -> list[Json]:
    """Every button of the card in front with this verb."""
    return [one for one in worker.card.presses if one["verb"] == verb]


async def test_a_story_is_picked_by_its_topic_or_at_random(worker: Worker) -> None:
    await worker.say("practise")
    await worker.press("practise_pick", topic="share")
    assert own("flows.share") in worker.card.text
    assert own("practice.when_feedback") in worker.card.text
    await worker.press("practise")
    await worker.press("practise_surprise")
    assert own("practice.when_feedback") in worker.card.text


async def test_all_right_reaches_the_most(worker: Worker) -> None:
    await plays(worker)
    assert worker.card.title == own("practice.went.title")
    assert "24 of 24 points" in worker.card.text
    assert own("practice.verdict.wrong") not in worker.card.text


async def test_two_wrong_turns_are_each_explained(worker: Worker) -> None:
    await plays(worker, WRONG)
    said = worker.card.text
    assert said.count(own("practice.verdict.wrong")) == 2
    for trap in (OF_THE_RENT, OF_HER_ANGER):
        assert trap.why_not in said
        assert trap.noticed in said
        assert trap.followed in said
        assert trap.next_time in said


async def test_feedback_at_once_stands_above_the_next_card_and_the_first_answer_counts(worker: Worker) -> None:
    await begins(worker, feedback="at_once")
    await worker.go_on(WRONG, until="parents_know")
    assert OF_THE_RENT.why_not in worker.card.text
    await worker.press("back")
    await worker.press("next", weights__L2="leave_out")
    await worker.go_on(RIGHT)
    await worker.press("practise_decide", **LAST)
    assert "22 of 24 points" in worker.card.text


async def test_what_the_story_gives_is_not_asked(worker: Worker) -> None:
    await begins(worker)
    assert set(worker.card.asks) == {"part_in_case", "recipient", "need_to_know"}
    await worker.press("next", **{name: RIGHT[name] for name in worker.card.asks})
    assert worker.card.asks == ["someone_elses"]
    assert "N takes the medicine most evenings" in worker.card.text


async def test_it_can_be_typed(worker: Worker) -> None:
    await begins(worker)
    await worker.say_each("it's my case", "gp", "they need it", "what is need to know?")
    assert worker.card.asks == ["someone_elses"]
    await worker.say("back")
    assert "recipient" in worker.card.asks


async def test_both_last_questions_are_asked_before_anything_is_said(worker: Worker) -> None:
    await begins(worker)
    await worker.go_on(RIGHT)
    await worker.press("practise_decide", would_do="inform_parents_first")
    assert own("practice.would.missing") in worker.card.text
    assert worker.card.filled["would_do"] == "inform_parents_first"
    await worker.press("practise_decide", rests_on="3.2")
    assert worker.card.title == own("practice.went.title")


async def last_questions(worker: Worker) -> list[str]:
    """Come to the two last questions; returns the answers to the first in their order."""
    await begins(worker)
    await worker.go_on(RIGHT)
    await worker.say("?")
    assert own("practice.would.missing_typed") in worker.card.text
    return worker.card.choices("would_do")


@pytest.mark.parametrize("paragraph", ["3.2", "paragraph 3.2", "It rests on 3.2."])
async def test_the_two_last_answers_can_be_typed_one_after_the_other(worker: Worker, paragraph: str) -> None:
    number = (await last_questions(worker)).index("inform_parents_first") + 1
    await worker.say(str(number))
    assert worker.card.filled["would_do"] == "inform_parents_first"
    await worker.say(paragraph)
    assert "24 of 24 points" in worker.card.text


async def test_the_two_last_answers_can_be_typed_at_once_and_in_words(worker: Worker) -> None:
    number = (await last_questions(worker)).index("inform_parents_first") + 1
    await worker.say(f"{number}, 3.2")
    assert "24 of 24 points" in worker.card.text


async def test_the_words_of_an_answer_are_known_by_how_they_begin(worker: Worker) -> None:
    await last_questions(worker)
    await worker.say("Not yet. Tell N's parents first")
    assert worker.card.filled["would_do"] == "inform_parents_first"


async def test_a_paragraph_that_is_not_offered_is_explained(worker: Worker) -> None:
    await last_questions(worker)
    await worker.say("5.2")
    assert paragraph("5.2").text in worker.card.text
    assert worker.card.filled.get("rests_on", "") == ""


async def test_new_facts_come_half_way(worker: Worker) -> None:
    story = "gather-further-risk-is-enough"
    await begins(worker, story)
    later = all_scenarios()[story].later
    assert later is not None
    assert later.text.strip() not in worker.card.text
    await worker.press("next", part_in_case="allocated", why_now="concern")
    await worker.press("next", more_than_needed="no")
    assert later.text.strip() in worker.card.text


async def test_every_card_of_practice_says_so_and_so_does_every_draft(worker: Worker) -> None:
    await plays(worker)
    for verb in ("practise_words", "practise_note"):
        await worker.press(verb)
        assert all(text.startswith(own("practice.draft")) for text in worker.card.filled.values())
        assert len(worker.card.filled) == 2
        await worker.press("practise_result")
    shown = [card.text for card in worker.chat.ever_shown]
    assert all(MARK in text for text in shown if own("answered.moved_on") not in text)


async def test_their_own_words_are_looked_through_and_stand_beside_the_model(worker: Worker) -> None:
    await plays(worker)
    await worker.press("practise_own")
    await worker.press("practise_checked", own_words="Do you agree that I tell Dr S, because N needs it?")
    assert own("practice.own.things.no_consent") in worker.card.text
    assert own("practice.own.things.why") not in worker.card.text
    await worker.press("practise_result")
    await worker.press("practise_words")
    assert "Do you agree" in worker.card.filled["yours"]


async def test_a_rehearsed_reply_is_followed_by_what_a_good_one_does(worker: Worker) -> None:
    await plays(worker)
    await worker.press("practise_rehearse")
    rehearsal = all_scenarios()[STORY].rehearsal
    assert rehearsal is not None
    assert rehearsal.parent_says in worker.card.text
    assert rehearsal.model_reply not in worker.card.text
    await worker.press("practise_replied", reply="I was about to ring you.")
    assert rehearsal.model_reply in worker.card.text
    assert all(one in worker.card.text for one in rehearsal.does)


async def test_the_near_miss_has_another_answer(worker: Worker) -> None:
    await plays(worker)
    await worker.press("practise_near")
    assert own("practice.different").replace("<b>", "").replace("</b>", "") in worker.card.text
    await worker.press("practise_begin", feedback="at_end")
    await worker.go_on({**RIGHT, "told_items": "what,why,used_for,to_whom"})
    await worker.press("practise_decide", would_do="yes", rests_on="3.5")
    assert "20 of 20 points" in worker.card.text


async def test_left_half_way_it_is_resumed_next_day(worker: Worker) -> None:
    await begins(worker)
    await worker.go_on(RIGHT, until="weigh")
    await worker.press("stop")
    assert own("notices.practice_kept") in worker.card.text
    await worker.say("my matters")
    assert own("matters.none") in worker.card.text
    await worker.say("practise")
    await worker.press("practise_resume", about=of_verb(worker, "practise_resume")[0]["data"]["about"])
    assert worker.card.name == "weigh"
    await worker.go_on(RIGHT)
    await worker.press("practise_decide", **LAST)
    assert "24 of 24 points" in worker.card.text


async def test_progress_is_kept_counted_once_and_deleted(worker: Worker) -> None:
    await plays(worker, WRONG)
    await worker.say("my progress")
    assert own("practice.progress.row", right=3, asked=4) in worker.card.text
    await worker.press("practise_forget")
    await worker.press("practise_forget_yes")
    await worker.say("my progress")
    assert own("practice.progress.none") in worker.card.text


async def test_what_was_missed_comes_first_when_asked_for(worker: Worker) -> None:
    await plays(worker, {**RIGHT, "told_items": "what,why,used_for,to_whom"})
    await worker.press("practise_missed")
    assert worker.card.title == own("practice.home.title")
    assert "practise_begin" in [action["verb"] for action in worker.card.content["actions"]]


REAL_WORK = [
    "copied", "addition", "shared", "not_shared", "they_know", "hand_on", "hand_over", "make_code", "another",
    "again", "go_back_to", "words_parents", "words_recipient", "show_answer", "carry_on", "open", "delete_yes",
]  # fmt: skip


@pytest.mark.parametrize("verb", REAL_WORK)
async def test_nothing_of_practice_can_be_made_real(worker: Worker, verb: str) -> None:
    await begins(worker)
    await worker.go_on(RIGHT)
    data = {name: worker.card.button("practise_decide")["data"][name] for name in ("m", "r")}
    await worker.send(worker.clicking(verb, {**data, "about": data["m"], "note": "x", "initials": "K.O."}))
    assert len(worker.chat.texts) == 0
    await worker.say("my matters")
    assert own("matters.none") in worker.card.text
    await worker.say("practise")
    assert of_verb(worker, "practise_resume")


async def test_real_work_goes_on_beside_practice_untouched(worker: Worker) -> None:
    await worker.say("share")
    await worker.press("next", child="P", part_in_case="allocated", recipient="gp", need_to_know="yes")
    await plays(worker)
    await worker.say("my matters")
    assert "P" in worker.card.text
    assert "N" not in [button["data"].get("about") for button in of_verb(worker, "open")]
    assert len(of_verb(worker, "open")) == 1


async def test_a_word_that_the_card_takes_is_no_command(worker: Worker) -> None:
    """Asked what it will be used for, "training" is the use."""
    await worker.say("share")
    await worker.press("next", child="P", part_in_case="allocated", recipient="gp", need_to_know="yes")
    await worker.say_each("P has a course booked", "P needs a place", "training")
    assert worker.card.asks == ["someone_elses"]
    await worker.say("practise")
    assert worker.card.title == own("practice.home.title")


async def test_in_danger_practice_opens_the_same_first_steps(worker: Worker) -> None:
    await begins(worker)
    await worker.press("danger")
    assert worker.card.title == own("act_now.title")


async def test_someone_elses_story_cannot_be_pressed(bot: Bot, worker: Worker) -> None:
    await begins(worker)
    click = worker.pressing("next", **{name: RIGHT[name] for name in worker.card.asks})
    other = Worker(bot, "other")
    await other.say("practise")
    await other.send(other.clicking("next", click["value"]["action"]["data"]))
    assert "practise_resume" not in orjson.dumps(other.card.content).decode()
    assert other.card.name == ""


async def test_the_group_is_for_an_educator_and_never_smaller_than_five(sqlite_url: str) -> None:
    async with running_bot(sqlite_url, PRACTICE_EDUCATORS="o-teacher") as bot:
        for number in range(4):
            await plays(Worker(bot, f"trainee{number}"), WRONG)
        teacher = Worker(bot, "teacher")
        await teacher.say("practise")
        await teacher.press("practise_cohort")
        assert own("practice.cohort.too_few") in teacher.card.text
        fifth = Worker(bot, "trainee4")
        await plays(fifth)
        await teacher.press("practise")
        await teacher.press("practise_cohort")
        assert own("practice.cohort.row", right=16, asked=20, people=5) in teacher.card.text
        assert "trainee" not in teacher.card.text
        await fifth.send(fifth.clicking("practise_cohort", {}))
        assert "people" not in fifth.card.text


async def test_progress_and_a_story_left_half_way_survive_a_restart(sqlite_url: str) -> None:
    async with surroundings(sqlite_url) as bot:
        running = Process(bot)
        try:
            await running.start()
            bot.outbox = Outbox(sqlite_url)
            worker = Worker(bot)
            await plays(worker, WRONG)
            await begins(worker)
            await worker.go_on(RIGHT, until="weigh")
            await running.restart(by=signal.SIGKILL)
            await worker.go_on(RIGHT)
            await worker.press("practise_decide", **LAST)
            assert "24 of 24 points" in worker.card.text
            await worker.say("my progress")
            assert own("practice.progress.row", right=44, asked=48) in worker.card.text
            bot.outbox.close()
        finally:
            await running.abandon()


async def test_each_story_can_be_played_in_the_chat_to_the_most(worker: Worker) -> None:
    """By the answers that its file gives, filled into the cards as they come."""
    for scenario in all_scenarios().values():
        right = model_walk(scenario)
        answers = filled_in(right.values)
        await worker.say(f"practise {scenario.id}")
        await worker.press("practise_begin", feedback="at_end")
        await worker.go_on(answers)
        await worker.press("practise_decide", would_do=right.conclusion, rests_on=decisive_refs(right)[0])
        assert own("practice.verdict.wrong") not in worker.card.text, scenario.id
        assert "Not asked, because of an earlier choice" not in worker.card.text, scenario.id
