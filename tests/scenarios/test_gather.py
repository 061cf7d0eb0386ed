"""Network checks through the real app: turns as promised, by clicks and by typing, and nothing lost on the way."""

import pytest

from tests.scenarios.reading import own
from tests.scenarios.running import Bot, running_bot
from tests.scenarios.worker import Worker

CHECKS = {
    "child": "R",
    "part_in_case": "allocated",
    "why_now": "concern",
    "agencies": "GP: any injuries seen since June\nSchool: has R been in this week",
    "why": "I can see how R is doing",
    "more_than_needed": "no",
}
TOLD = {**CHECKS, "told_of_checks": "yes"}
DELAY = {
    **CHECKS,
    "told_of_checks": "reason",
    "check_grounds": "delay",
    "grounds_because": "Strategy talk at 14:00; I rang T twice this morning.",
}
GP = {"reply_who": "R.L., practice nurse", "reply_said": "Seen on 3 July, a bruise", "reply_document": "no"}
SCHOOL = {"reply_who": "A.B., head of year", "reply_said": "In every day, tired", "reply_document": "yes"}


async def begun(worker: Worker, answers: dict[str, str]) -> None:
    """By clicks from the start to the answer."""
    await worker.join()
    await worker.press("start", about="gather")
    await worker.go_on(answers)


async def sent(worker: Worker, answers: dict[str, str]) -> None:
    await begun(worker, answers)
    await worker.press("sent", sent_how="phone")


def note(worker: Worker) -> str:
    return worker.card.filled["note"]


async def test_undue_delay_takes_five_turns_to_the_answer_and_six_to_the_note(worker: Worker) -> None:
    await begun(worker, DELAY)
    assert worker.card.title == own("in_gather.headlines.checks_untold")
    assert worker.turns == 5
    assert "words_requests" in worker.card.verbs
    await worker.press("sent", sent_how="phone")
    assert worker.turns == 6
    assert note(worker).startswith("NETWORK CHECKS MADE (5.1)\n")
    assert DELAY["grounds_because"] in note(worker)


async def test_each_reply_is_one_more_turn_beside_opening_it_and_the_others_stay(worker: Worker) -> None:
    await sent(worker, TOLD)
    assert note(worker).count("No reply yet.") == 2
    await worker.press("reply", about="L2")
    await worker.press("next", **SCHOOL)
    assert "From: A.B., head of year\nSaid: In every day, tired" in note(worker)
    assert note(worker).count("No reply yet.") == 1
    await worker.press("reply", about="L1")
    assert worker.card.filled == {}
    await worker.press("next", **GP, reply_limit="Not to go to D")
    assert "1. Asked: GP: any injuries seen since June\nFrom: R.L., practice nurse" in note(worker)
    assert "Limit on using it or passing it on: Not to go to D" in note(worker)
    assert "From: A.B., head of year" in note(worker)


async def test_a_reply_can_be_changed(worker: Worker) -> None:
    await sent(worker, TOLD)
    await worker.press("reply", about="L1")
    await worker.press("next", **GP)
    await worker.press("reply", about="L1")
    assert worker.card.filled == GP
    await worker.press("next", reply_said="Seen on 4 July")
    assert "Said: Seen on 4 July" in note(worker)


async def test_back_from_a_reply_keeps_the_note_and_the_other_replies(worker: Worker) -> None:
    await sent(worker, TOLD)
    await worker.press("reply", about="L1")
    await worker.press("next", **GP)
    before = note(worker)
    await worker.press("reply", about="L2")
    await worker.press("back")
    assert note(worker) == before


async def test_a_reply_with_a_gap_is_asked_again_and_the_other_replies_stay(worker: Worker) -> None:
    await sent(worker, TOLD)
    await worker.press("reply", about="L1")
    await worker.press("next", **GP)
    await worker.press("reply", about="L2")
    await worker.press("next", reply_who="A.B., head of year")
    assert worker.card.filled == {"reply_who": "A.B., head of year"}
    assert worker.card.says("faults.missing_words")
    await worker.press("next", reply_said="In every day, tired", reply_document="no")
    assert "R.L., practice nurse" in note(worker)
    assert "A.B., head of year" in note(worker)


async def test_a_reply_half_filled_in_is_there_again_after_stopping(worker: Worker) -> None:
    await sent(worker, TOLD)
    await worker.press("reply", about="L1")
    await worker.press("next", **GP)
    await worker.press("reply", about="L2")
    await worker.press("stop", reply_who="A.B., head of year")
    await worker.say("my matters")
    await worker.press("open")
    assert worker.card.filled == {"reply_who": "A.B., head of year"}
    await worker.press("next", reply_said="In every day, tired", reply_document="no")
    assert "R.L., practice nurse" in note(worker)


async def test_a_restart_between_two_replies_keeps_the_first(sqlite_url: str) -> None:
    async with running_bot(sqlite_url) as bot:
        worker = Worker(bot)
        await sent(worker, TOLD)
        await worker.press("reply", about="L1")
        await worker.press("next", **GP)
    async with running_bot(sqlite_url) as bot:
        again = Worker(bot, card=worker.card)
        await again.press("reply", about="L2")
        await again.press("next", **SCHOOL)
        assert "R.L., practice nurse" in note(again)
        assert "A.B., head of year" in note(again)


async def test_an_edited_note_is_not_lost_when_a_reply_comes(worker: Worker) -> None:
    await sent(worker, TOLD)
    mine = note(worker) + "\nI also rang the duty desk."
    await worker.press("reply", about="L1", note=mine)
    assert worker.card.name == "reply"
    assert not worker.card.says("faults.missing")
    await worker.press("next", **GP)
    assert worker.card.filled["before"].endswith("I also rang the duty desk.")


async def test_a_note_that_was_not_edited_does_not_stand_twice_when_a_reply_comes(worker: Worker) -> None:
    await sent(worker, TOLD)
    for line, said in (("L1", GP), ("L2", SCHOOL)):
        await worker.press("reply", about=line)
        await worker.press("next", **said)
        assert "before" not in worker.card.filled
    assert "A.B., head of year" in note(worker)


@pytest.mark.parametrize("about", ["", "L9", "L1'; drop", "reply_who"])
async def test_a_reply_from_nobody_who_was_asked_changes_nothing(worker: Worker, about: str) -> None:
    await sent(worker, TOLD)
    before = note(worker)
    data = {**worker.card.button("reply", "L1")["data"], "about": about}
    await worker.send(worker.clicking("reply", data))
    assert worker.card.says("notices.moved_on")
    assert note(worker) == before


async def test_by_typing_only(worker: Worker) -> None:
    await worker.say_each("network checks", "R", "my case", "safeguarding concern")
    await worker.say_each("GP: any injuries seen since June; School: has R been in", "R is well looked after", "no")
    await worker.say_each("none", "there's a reason", "further risk", "D said R will not be back if anyone asks")
    assert worker.card.title == own("in_gather.headlines.checks_untold")
    await worker.say_each("sent them", "now", "both", "skip", "skip", "in 2 days")
    assert "5.2(a)" in note(worker)
    await worker.say_each("the GP has replied", "R.L., practice nurse", "Seen on 3 July", "skip", "no")
    assert "1. Asked: GP: any injuries seen since June\nFrom: R.L., practice nurse" in note(worker)
    await worker.say_each("reply 2", "A.B., head of year", "In every day", "not to go to D", "no")
    assert "Limit on using it or passing it on: not to go to D" in note(worker)


@pytest.mark.parametrize("text", ["the GP hasn't replied", "a reply came", "the police have replied", "reply 3"])
async def test_a_typed_reply_that_is_none_or_nobodys_is_asked_again(worker: Worker, text: str) -> None:
    await sent(worker, TOLD)
    before = note(worker)
    await worker.say(text)
    assert worker.card.says("notices.not_understood_after")
    assert note(worker) == before


async def test_neither_a_concern_nor_an_assessment_ends_on_the_first_card(worker: Worker) -> None:
    await begun(worker, {**CHECKS, "why_now": "neither"})
    assert worker.card.title == own("in_gather.headlines.no_basis_for_network_checks")
    assert worker.turns == 2
    assert "supervisor" in worker.card.text
    assert "sent" not in worker.card.verbs


async def test_told_since_is_worked_out_again_and_a_new_agency_is_not_known_to_them(worker: Worker) -> None:
    await begun(worker, {**CHECKS, "told_of_checks": "tell_first", "parents": "T, mother", "contact": "ring"})
    assert worker.card.title == own("in_gather.headlines.inform_parents_first", child="R")
    await worker.press("they_know", told_how="T, by phone")
    assert worker.card.title == own("in_gather.headlines.checks")
    await worker.press("change", about="agencies")
    await worker.press("next", agencies=CHECKS["agencies"] + "\nHousing: who is on the tenancy")
    assert worker.card.name == "checks_told"


async def test_nothing_of_it_stays_once_the_note_was_copied(worker: Worker) -> None:
    await sent(worker, DELAY)
    await worker.press("reply", about="L1")
    await worker.press("next", **GP)
    await worker.press("copied")
    assert "R.L." not in worker.card.text
    assert "Still to do" in worker.card.text


async def test_danger_fills_in_nothing_and_holds_nothing_up(worker: Worker) -> None:
    await worker.say("network checks")
    await worker.press("next", child="R", part_in_case="allocated", why_now="concern")
    await worker.press("danger", why="I can see how R is doing")
    await worker.press("carry_on")
    assert worker.card.name == "agencies"
    assert worker.card.filled == {"why": "I can see how R is doing"}
    assert worker.card.text.startswith("Act first")


async def test_a_restart_in_the_middle_keeps_every_answer(sqlite_url: str) -> None:
    async with running_bot(sqlite_url) as bot:
        worker = Worker(bot)
        await worker.say("network checks")
        await worker.go_on(TOLD, until="checks_told")
    async with running_bot(sqlite_url) as bot:
        again = Worker(bot, card=worker.card)
        await again.press("next", told_of_checks="yes")
        assert again.card.title == own("in_gather.headlines.checks")


async def test_two_people_make_checks_side_by_side(bot: Bot) -> None:
    one, other = Worker(bot, "one"), Worker(bot, "other")
    await begun(one, TOLD)
    await begun(other, DELAY)
    assert (one.card.title, other.card.title) == (
        own("in_gather.headlines.checks"),
        own("in_gather.headlines.checks_untold"),
    )
