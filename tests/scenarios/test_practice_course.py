"""A case over several days, what an educator sets for the group, and the page for supervision, through the real app."""

from practice.final_questions import RESTS_ON, WOULD_DO, decisive_refs
from practice.repository import find_scenario
from practice.simulation import model_walk
from practice.variants import every_day
from tests.scenarios.following_up import kept, whole
from tests.scenarios.practising import OF_THE_RENT, STORY, WRONG, filled_in, plays
from tests.scenarios.reading import own
from tests.scenarios.running import Clock, running_bot
from tests.scenarios.worker import Worker

GALA = "case-the-swimming-gala"
CLOCK = Clock


async def plays_day(worker: Worker, name: str) -> None:
    """Its story is in front: begin it, and play it to its end as the story supports."""
    scenario = find_scenario(name)
    assert scenario is not None
    right = model_walk(scenario)
    await worker.press("practise_begin", feedback="at_end")
    await worker.go_on(filled_in(right.values))
    await worker.press("practise_decide", **{WOULD_DO: right.conclusion, RESTS_ON: decisive_refs(right)[0]})


async def test_a_case_goes_on_with_new_facts_and_what_was_read_before(worker: Worker) -> None:
    await worker.say(f"practise {GALA}")
    await plays_day(worker, GALA)
    assert "Decision: right." in worker.card.text
    await worker.press("practise")
    assert "practise_day" not in worker.card.verbs, "it goes on tomorrow"
    assert own("practice.home.cases") in worker.card.text
    await worker.send(worker.clicking("practise_day", {"about": f"{GALA}--day-2"}))
    assert "beside the luggage belt" in worker.card.text
    assert "swims for the borough" in str(worker.card.content), "the day before can be read again"
    await plays_day(worker, f"{GALA}--day-2")
    await worker.press("practise")
    assert own("practice.home.cases") not in worker.card.text


async def test_an_exception_ends_and_the_parents_are_told_apart_from_real_work(worker: Worker, clock: Clock) -> None:
    case = find_scenario("case-the-second-phone")
    assert case is not None
    await worker.say(f"practise {case.id}")
    for day in every_day(case):
        if day.id != case.id:
            await worker.say("practice")
            assert "practise_day" not in worker.card.verbs, "it is not its day yet"
            clock.forward(days=1)
            await worker.say("practice")
            await worker.press("practise_day")
        await plays_day(worker, day.id)
        assert "Decision: right." in worker.card.text
        assert STANDS.get(day.id.removeprefix(case.id), "Still to be told:") in worker.card.text
    assert kept(worker.bot) == []
    assert "follow_up" not in whole(worker.bot)
    posted = len(worker.chat.posts)
    clock.forward(days=30)
    await worker.bot.settled()
    assert len(worker.chat.posts) == posted, "nobody is reminded of a made-up family"
    await worker.say("follow-ups")
    assert own("follow_ups.none") in worker.card.text


STANDS = {
    "": "To be looked at on 25/11/2026",
    "--day-2": "to be looked at again on 27/11/2026. Why not before: The man is still free",
    "--day-4": "Not told yet: father.",
    "--day-6": "The family was told on 29/11/2026",
}
"""What the follow-up says after a day of the case; on the others both parents or one are still to be told."""


async def test_a_later_day_is_not_begun_before_the_first(worker: Worker) -> None:
    await worker.say("practise")
    await worker.send(worker.clicking("practise_day", {"about": f"{GALA}--day-2"}))
    assert own("notices.practice_gone") in worker.card.text


async def test_an_educator_sets_a_story_or_a_level_for_the_group_and_nobody_else_can(sqlite_url: str) -> None:
    async with running_bot(sqlite_url, PRACTICE_EDUCATORS="o-teacher") as bot:
        teacher, trainee = Worker(bot, "teacher"), Worker(bot, "trainee")
        await trainee.say("practise")
        await trainee.send(trainee.clicking("practise_set", {}, set_level="3"))
        await trainee.say("practise")
        assert "practise_task" not in trainee.card.verbs
        await teacher.say("practise")
        await teacher.press("practise_cohort")
        await teacher.press("practise_set", set_story=STORY)
        await trainee.say("practise")
        await trainee.press("practise_task")
        found = find_scenario(STORY)
        assert found is not None
        assert found.story[:40] in trainee.card.text
        await teacher.press("practise_set", set_level="2", set_story="")
        await trainee.say("practise")
        assert own("practice.levels.2") in trainee.card.text


async def test_the_page_for_supervision_has_the_last_wrong_turn_and_their_line_and_no_points(worker: Worker) -> None:
    await plays(worker, WRONG)
    assert "in 2 days" in worker.card.text
    await worker.say("my progress")
    await worker.press("practise_record")
    await worker.press("practise_reflect", reflection="I read anger as danger.")
    page = worker.card.filled["record"]
    assert OF_THE_RENT.next_time in page
    assert "I read anger as danger." in page
    assert "3.9(a)" in page
    assert "points" not in page


async def test_a_rehearsal_that_asks_for_a_signature_does_not_pass(worker: Worker) -> None:
    await plays(worker)
    await worker.press("practise_rehearse")
    await worker.press("practise_replied", reply="I was about to ring you. Could you sign here? It stays in this room.")
    assert own("practice.rehearsal.not_yet") in worker.card.text
    assert "Could you sign here?" in worker.card.text
    await worker.press("practise_replied", reply="I haven't told them anything yet. What do you think?")
    assert own("practice.rehearsal.not_yet") not in worker.card.text
