"""A document that someone else wrote, through the real app: asked in few turns, left, picked up, given in the end."""

import signal

import pytest

from tests.phrases import phrases
from tests.scenarios.reading import own
from tests.scenarios.running import Bot, Outbox, Process, surroundings
from tests.scenarios.worker import Worker

CASE = {
    "child": "P",
    "part_in_case": "allocated",
    "document": "psychiatrist's report",
    "audience": "parents",
    "who_exactly": "P's father",
    "used_for": "understand what the assessment found",
}
AUTHOR = {
    "document_author": "Dr R.S., psychiatrist",
    "author_service": "the hospital's adult team",
    "document_dated": "3 March 2026",
    "whose_words": "someone_else",
    "quotes": "no",
}
NOT_YET = {
    **CASE,
    **AUTHOR,
    "author_agreed": "not_asked",
    "author_talk": "no",
    "lawful_doubt": "no",
    "unshareable": "not_read",
    "taken_out_by": "",
    "kinds": "health",
    "legal_status": "care_order",
    "court_case": "no",
}
"""The psychiatrist's report to the father, on a Care Order, with nothing done so far."""
READY = {**NOT_YET, "author_agreed": "written", "author_talk": "yes", "unshareable": "no", "legal_status": "none"}
NURSE = {
    **READY,
    "audience": "other_professionals",
    "who_exactly": "N.O., school nurse",
    "recipient": "school_nurse",
    "need_to_know": "yes",
    "doc_needed": "all",
    "why": "P can be looked after at school",
    "told_items": "none",
    "reasons": "tell_first",
    "parents": "T and D",
    "contact": "ring",
}
TYPED = phrases("""
    P | it's my case | psychiatrist's report | P's father | P's father | understand what the assessment found
    Dr R.S., psychiatrist | the hospital's adult team | 3 March 2026 | someone else | no | not asked | no | no doubt
    not read for that yet | no one yet | health | on a care order | no
""")


def father(key: str) -> str:
    return own(key, them="P's father")


async def opened(worker: Worker) -> None:
    """A fresh matter of the document flow, as the entry card opens it."""
    await worker.join()
    data = {"about": "document"}
    await worker.send(worker.clicking("start", data))


async def test_the_report_to_the_father_takes_six_turns_to_the_answer_and_seven_to_drafts(worker: Worker) -> None:
    await opened(worker)
    await worker.go_on(NOT_YET)
    assert worker.card.title == own("headlines.several")
    assert worker.turns <= 6
    await worker.press("words_author")
    assert worker.turns <= 7
    assert "it may go to P's father, and to no one else" in worker.below[0].text


async def test_a_first_message_fills_in_the_document_and_whom_it_is_for(worker: Worker) -> None:
    await worker.say("can I give dad the psychiatrist's report")
    assert worker.card.filled == {"document": "psychiatrist's report", "audience": "parents"}
    await worker.go_on({name: value for name, value in NOT_YET.items() if name not in ("document", "audience")})
    assert worker.card.title == own("headlines.several")
    assert worker.turns <= 6
    await worker.press("words_holding")
    assert worker.turns <= 7
    assert "You asked for the report. I haven't forgotten" in worker.below[0].text


async def test_ready_it_is_given_in_one_more_turn(worker: Worker) -> None:
    await opened(worker)
    await worker.go_on(READY)
    assert worker.card.title == father("in_document.headlines.yes")
    await worker.press("given", given_how="in_person")
    assert worker.card.filled["note"].startswith("WHAT WAS GIVEN\n")
    assert worker.turns <= 7


async def test_by_typing_only(worker: Worker) -> None:
    await opened(worker)
    await worker.say_each(*TYPED)
    assert worker.card.title == own("headlines.several")
    await worker.say("words for the author")
    assert "words_below" not in worker.card.text
    await worker.say("not giving it")
    await worker.say_each("the author would rather explain it", "that the doctor will ring")
    note = worker.card.filled["note"]
    assert note.startswith("NOT GIVEN\n")
    assert "that the doctor will ring" in note


async def test_having_given_it_cannot_be_said_while_something_is_missing(worker: Worker) -> None:
    await opened(worker)
    await worker.go_on(NOT_YET)
    shut = worker.card.content
    assert "given" not in worker.card.verbs
    await worker.send(worker.clicking("given", {"m": worker.card.matter, "r": worker.card.revision}))
    assert worker.card.title == own("headlines.several")
    assert "WHAT WAS GIVEN" not in worker.card.text
    await worker.say("I've given it")
    assert worker.card.title == own("headlines.several")
    assert shut["fallbackText"] == worker.card.content["fallbackText"]


async def test_over_days_each_step_is_two_presses_and_the_last_one_opens_the_button(worker: Worker) -> None:
    await opened(worker)
    await worker.go_on(NOT_YET)
    await worker.press("stop")
    for card, answers in (
        ("doc_reading", {"unshareable": "yes", "taken_out_by": "me"}),
        ("doc_agreement", {"author_talk": "yes", "author_agreed": "verbal"}),
        ("doc_agreement", {"author_agreed": "written"}),
        ("doc_reading", {"taken_out_by": "me,manager"}),
        ("doc_reading", {"taken_out_by": "me,manager,legal"}),
    ):
        await worker.say("my matters")
        await worker.press("open")
        assert "given" not in worker.card.verbs
        await worker.press("change", about=card)
        await worker.press("next", **answers)
        if worker.card.name == "doc_redacted":
            extra = {"what_came_out": "an address, page 3", "manager_signed": "M.A., 12/03/2026"}
            await worker.press("next", **{name: extra[name] for name in worker.card.inputs})
        title = worker.card.title
        await worker.say("stop")
    assert title == father("in_document.headlines.yes")


async def test_back_change_and_stop_lose_nothing(worker: Worker) -> None:
    await opened(worker)
    await worker.go_on(NOT_YET)
    await worker.press("back")
    assert worker.card.name == "doc_order"
    await worker.press("back")
    assert worker.card.name == "doc_reading"
    assert worker.card.filled["unshareable"] == "not_read"
    await worker.say_each("stop", "my matters")
    await worker.press("open")
    assert worker.card.name == "doc_reading"
    await worker.go_on(NOT_YET)
    assert worker.card.title == own("headlines.several")


async def test_another_reader_and_the_agreement_is_asked_afresh(worker: Worker) -> None:
    await opened(worker)
    await worker.go_on(READY)
    await worker.press("change", about="doc_case")
    await worker.press("next", who_exactly="P's mother")
    assert worker.card.name == "doc_agreement"
    assert "P's mother" in worker.card.text
    assert worker.card.asks == ["author_agreed", "author_talk", "lawful_doubt"]


async def test_danger_opens_at_once_and_everything_is_still_there(worker: Worker) -> None:
    await opened(worker)
    await worker.go_on(NOT_YET, until="doc_reading")
    await worker.press("danger", unshareable="yes")
    assert worker.card.title == own("act_now.title")
    await worker.press("carry_on")
    assert worker.card.name == "doc_reading"
    assert worker.card.filled["unshareable"] == "yes"


async def test_they_know_works_it_out_again(worker: Worker) -> None:
    await opened(worker)
    await worker.go_on(NURSE)
    assert worker.card.title == own("in_document.headlines.inform_parents_first", child="P")
    await worker.press("they_know")
    told = {name: "told" for name in worker.card.inputs if name.startswith("told_each")}
    await worker.press("next", told_how="by phone", **told)
    assert worker.card.title == own("in_document.headlines.yes", them="the school nurse")
    await worker.press("given", given_how="secure_email")
    assert "Told before it was given" in worker.card.filled["note"]


async def test_a_sharing_opens_the_ledger_and_comes_back_with_the_agreement(worker: Worker) -> None:
    await worker.say("tell the school nurse about asthma")
    share = {
        "child": "P",
        "part_in_case": "allocated",
        "need_to_know": "yes",
        "lines": "P has missed two check-ups",
        "why": "P can be looked after at school",
        "used_for": "plan P's care at school",
        "someone_elses": "yes",
        "author_agreed": "not_asked",
        "author_talk": "no",
        "lawful_doubt": "no",
        "weights": "needs",
        "told_items": "what,why,used_for,to_whom",
    }
    await worker.go_on(share)
    await worker.press("hand_on", about="document")
    assert worker.card.name == "doc_case"
    assert worker.card.filled["audience"] == "other_professionals"
    await worker.go_on({**NURSE, "told_items": "what,why,used_for,to_whom"})
    await worker.press("go_back_to")
    assert worker.card.title == own("headlines.yes", them="the school nurse")


async def test_while_it_waits_what_we_know_ourselves_can_be_shared(worker: Worker) -> None:
    await opened(worker)
    await worker.go_on({**NURSE, "author_agreed": "not_asked"})
    await worker.press("hand_on", about="share")
    assert worker.card.filled["recipient"] == "school_nurse"
    assert "psychiatrist" not in worker.card.text


async def test_once_copied_only_the_reference_the_dates_and_the_audience_stay(worker: Worker, bot: Bot) -> None:
    await opened(worker)
    await worker.go_on(READY)
    await worker.press("given", given_how="in_person", given_said="D: thank you")
    await worker.press("copied")
    standing = "\n".join(card.text for card in worker.chat.cards)
    for gone in ("psychiatrist", "R.S.", "father", "thank you", "assessment"):
        assert gone not in standing


@pytest.mark.parametrize("by", [signal.SIGKILL, signal.SIGTERM])
async def test_ended_at_any_moment_the_ledger_goes_on_where_it_was(sqlite_url: str, by: signal.Signals) -> None:
    async with surroundings(sqlite_url) as bot:
        running = Process(bot)
        try:
            await running.start()
            bot.outbox = Outbox(sqlite_url)
            worker = Worker(bot)
            await opened(worker)
            await worker.go_on(READY, until="doc_reading")
            await running.restart(by=by)
            await worker.go_on(READY)
            assert worker.card.title == father("in_document.headlines.yes")
            await running.restart(by=by)
            await worker.press("change", about="doc_reading")
            await worker.press("next", unshareable="not_read")
            assert worker.card.title == own("in_document.headlines.read_it_first")
            bot.outbox.close()
        finally:
            await running.abandon()
