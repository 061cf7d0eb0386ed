"""A caller asks for something: from the phone button to the answer, the note and the case summary entry."""

import pytest

from guidance.decide import decide
from guidance.replay_code import decode
from tests.guidance.facts_given import ALL_FOUR, NEEDED
from tests.scenarios.journeys import ALL_FOUR as TOLD_ALL
from tests.scenarios.journeys import WHAT
from tests.scenarios.keeping import matters_kept
from tests.scenarios.reading import own
from tests.scenarios.worker import Worker

CALLER = {
    "child": "P",
    "part_in_case": "allocated",
    "recipient": "school_nurse",
    "rung_back": "yes",
    "case_summary_says": "silent",
    "need_to_know": "yes",
}
ANSWERED = {**CALLER, **WHAT, "weights": "needs", "told_items": TOLD_ALL}
ENTRY = {
    "child": "P",
    "may_lines": "P's school and class",
    "may_to": "the GP",
    "may_not_lines": "Where P is staying",
    "says_otherwise": "K.O., allocated worker",
    "seen_where": "summary",
}
NURSE = "the school nurse"


async def asking(worker: Worker, **inputs: str) -> None:
    """From the welcome to the first card about a caller."""
    await worker.join()
    await worker.press("start", about="phone")
    await worker.press("start", about="authority", **inputs)


async def test_not_yours_to_give_shows_two_turns_after_the_call_is_said_to_ask(worker: Worker) -> None:
    await worker.join()
    await worker.press("start", about="phone")
    before = worker.turns
    await worker.press("start", about="authority")
    await worker.press("next", child="P", part_in_case="none")
    assert worker.turns - before == 2
    assert worker.card.title == own("headlines.not_yours")
    assert "I can't answer that myself. Give me your name, your job" in worker.card.text
    assert worker.card.filled["hand_over"].startswith("P: someone asked for information.")


async def test_not_yours_to_give_by_typing(worker: Worker) -> None:
    await worker.say_each("hello", "someone's on the phone", "they're asking us for something", "P", "no")
    assert worker.card.title == own("headlines.not_yours")
    await worker.say_each("passed it on", "K.O., by message")
    assert worker.card.filled["note"].startswith("PASSED ON, NOTHING GIVEN OUT\n")


async def test_the_phone_has_a_screen_of_its_own_and_says_first_that_nothing_has_to_be_answered(worker: Worker) -> None:
    await worker.join()
    await worker.press("start", about="phone")
    assert worker.card.title == own("phone.title")
    assert worker.card.verbs.count("start") >= 1
    assert worker.card.name == ""


async def test_what_was_filled_in_beside_the_call_goes_along(worker: Worker) -> None:
    await asking(worker, rung_back="not_yet")
    assert worker.card.filled == {"rung_back": "not_yet"}
    assert worker.card.says("asking.phone_first")


async def test_a_double_click_on_they_are_asking_begins_one_matter(worker: Worker) -> None:
    await worker.join()
    await worker.press("start", about="phone")
    click = worker.pressing("start", about="authority", rung_back="yes")
    await worker.send(click)
    await worker.send({**click, "id": "again"})
    assert len(matters_kept(worker.bot.database_url)) == 1


async def test_the_phone_rings_in_the_middle_and_what_was_being_done_is_kept(worker: Worker) -> None:
    await worker.say_each("share", "P", "it's my case")
    await worker.say("someone's on the phone")
    assert worker.card.title == own("phone.title")
    assert worker.card.says("notices.kept")
    await worker.press("start", about="authority")
    await worker.press("next", child="Q", part_in_case="none")
    assert worker.card.title == own("headlines.not_yours")
    await worker.say("my matters")
    assert len([verb for verb in worker.card.verbs if verb == "open"]) == 2


async def test_the_allocated_worker_may_answer_once_the_parents_know(worker: Worker) -> None:
    await asking(worker)
    await worker.go_on(ANSWERED)
    assert worker.card.title == own("in_authority.headlines.yes", them=NURSE)
    assert worker.turns <= 6
    await worker.press("shared", shared_how="phone", shared_with="R.L., school nurse")
    note = worker.card.filled["note"]
    assert note.startswith("WHAT WAS SHARED\n")
    assert "Asked for by the school nurse, as they said." in note


async def test_the_chat_decides_as_the_command_does(worker: Worker) -> None:
    await asking(worker)
    await worker.go_on(ANSWERED | {"case_summary_says": "may_not"})
    assert worker.card.title == own("in_authority.headlines.summary_no")
    await worker.press("not_shared", not_shared_because="The summary says no")
    code = decode(worker.card.filled["note"].partition("Replay code ")[2].partition(". ")[0])
    by_hand = decide("authority", NEEDED | ALL_FOUR | {"case_summary_says": "may not be disclosed"})
    assert decide(code.flow, code.facts).outstanding_before_go_ahead == by_hand.outstanding_before_go_ahead


@pytest.mark.parametrize(("staff", "headline"), [("yes", "do_not_share"), ("no", "not_yours"), ("unsure", "refer")])
async def test_whoever_was_authorised_is_asked_whether_they_are_social_work_staff(
    worker: Worker, staff: str, headline: str
) -> None:
    await asking(worker)
    await worker.go_on(CALLER | {"part_in_case": "authorised", "need_to_know": "no"}, until="staff")
    await worker.press("next", staff=staff)
    if staff == "yes":
        await worker.press("next", court_ordered="no")
    key = f"headlines.{headline}" if headline == "not_yours" else f"in_authority.headlines.{headline}"
    assert worker.card.title == own(key)


async def test_what_the_worker_writes_in_the_message_goes_into_the_note(worker: Worker) -> None:
    await asking(worker)
    await worker.press("next", child="P", part_in_case="none", recipient="police")
    assert worker.card.filled["hand_over"].startswith("P: the police asked for information.")
    message = "P: DC N. asked where P lives, by 17:00. I gave nothing out. Please ring back."
    await worker.press("passed_on", passed_on_to="K.O., by message", hand_over=message)
    assert message in worker.card.filled["note"]


async def test_a_sharing_that_is_passed_on_keeps_what_was_written_in_the_message_too(worker: Worker) -> None:
    await worker.say("share")
    await worker.press("next", child="P", part_in_case="none")
    await worker.press("passed_on", passed_on_to="K.O.", hand_over="P: I was asked by R.L.")
    assert "P: I was asked by R.L." in worker.card.filled["note"]
    await worker.press("show_answer")
    assert worker.card.filled["hand_over"] == "P: I was asked by R.L."


async def test_the_message_speaks_of_the_caller_that_stands_now(worker: Worker) -> None:
    await asking(worker)
    await worker.press("next", child="P", part_in_case="none", recipient="police")
    await worker.press("change", about="caller")
    await worker.press("next", recipient="gp")
    assert worker.card.filled["hand_over"].startswith("P: the GP asked for information.")


async def test_from_the_answer_the_entry_is_drafted_and_the_way_back_is_kept(worker: Worker) -> None:
    await asking(worker)
    await worker.go_on(ANSWERED)
    answer = worker.card.title
    await worker.press("hand_on", about="case_summary")
    assert worker.card.filled == {"child": "P"}
    await worker.press("next", **{name: said for name, said in ENTRY.items() if name != "child"})
    assert "Where P is staying" in worker.card.filled["note"]
    await worker.press("go_back_to")
    assert worker.card.title == answer


async def test_an_entry_is_drafted_in_two_turns_and_says_what_it_lacks(worker: Worker) -> None:
    await worker.say("case summary entry")
    await worker.press("next", **ENTRY | {"may_not_lines": ""})
    assert worker.turns == 2
    assert worker.card.says("entry.lacks.information_that_may_not_be_disclosed")
    await worker.press("back")
    assert worker.card.filled["may_lines"] == "P's school and class"
    await worker.press("next", may_not_lines="Where P is staying")
    assert worker.card.says("entry.whole")
    await worker.press("copied")
    assert "Where P is staying" not in worker.card.text


async def test_an_entry_can_be_typed_one_answer_at_a_time(worker: Worker) -> None:
    await worker.say_each("draft the case summary", "P", "P's school; P has asthma", "the GP")
    await worker.say_each("Where P is staying", "skip", "in the case summary")
    assert "2. P has asthma\nTo: the GP" in worker.card.filled["note"]


async def test_every_question_about_a_caller_can_be_typed(worker: Worker) -> None:
    await worker.say_each("the school nurse is asking for information about P", "it's my case", "the school nurse")
    assert worker.card.filled == {} and worker.card.asks[0] == "rung_back"
    await worker.say_each("not yet", "it doesn't say", "yes, they need it")
    assert worker.card.name == "what_and_why"
    await worker.go_on(ANSWERED)
    assert worker.card.title == own("in_authority.headlines.yes_ring_back", them=NURSE)


async def test_danger_is_one_press_away_while_the_phone_rings(worker: Worker) -> None:
    await worker.join()
    await worker.press("start", about="phone")
    await worker.press("danger")
    assert worker.card.title == own("act_now.title")


async def test_back_opens_the_card_about_the_caller_as_it_was_answered(worker: Worker) -> None:
    await asking(worker)
    await worker.go_on(CALLER | {"part_in_case": "authorised"}, until="staff")
    await worker.press("back")
    assert worker.card.name == "caller"
    assert worker.card.filled == CALLER | {"part_in_case": "authorised"}


async def test_stop_keeps_half_a_card_about_the_caller(worker: Worker) -> None:
    await asking(worker, rung_back="not_yet")
    await worker.press("stop", child="P", case_summary_says="may")
    await worker.press("matters")
    await worker.press("open")
    assert worker.card.filled == {"child": "P", "rung_back": "not_yet", "case_summary_says": "may"}


async def test_a_yes_to_who_may_after_all_works_the_answer_out_again(worker: Worker) -> None:
    await asking(worker)
    await worker.press("next", child="P", part_in_case="unsure")
    assert worker.card.title == own("in_authority.headlines.refer")
    await worker.press("change", about="caller")
    await worker.go_on(ANSWERED | {"part_in_case": "authorised", "staff": "yes"})
    assert worker.card.title == own("in_authority.headlines.yes", them=NURSE)


async def test_ringing_back_afterwards_changes_the_answer_and_nothing_else(worker: Worker) -> None:
    await asking(worker)
    await worker.go_on(ANSWERED | {"rung_back": "not_yet"})
    assert worker.card.title == own("in_authority.headlines.yes_ring_back", them=NURSE)
    await worker.press("change", about="caller")
    await worker.press("next", rung_back="yes")
    assert worker.card.title == own("in_authority.headlines.yes", them=NURSE)


async def test_taking_out_what_the_summary_holds_back_opens_the_way(worker: Worker) -> None:
    await asking(worker)
    await worker.go_on(ANSWERED | {"case_summary_says": "may_not"})
    await worker.press("change", about="what_and_why")
    await worker.press("next", lines="P has missed two asthma check-ups")
    await worker.press("change", about="caller")
    await worker.press("next", case_summary_says="may")
    assert worker.card.title == own("in_authority.headlines.yes", them=NURSE)
    await worker.press("shared", shared_how="phone")
    assert "coughing" not in worker.card.filled["note"]
