"""What a supervisor said is the first thing on the worker's answer, at any hour, and going on against it is said."""

from datetime import UTC, datetime

import pytest

from tests.scenarios.channel import Channel
from tests.scenarios.journeys import HARM, ROUTINE
from tests.scenarios.reading import Card
from tests.scenarios.running import Clock
from tests.scenarios.test_approvals import asked, opened, supervisor
from tests.scenarios.worker import Worker

EVENING = datetime(2026, 11, 24, 19, 40, tzinfo=UTC)
"""A Tuesday."""
CLOCK = Clock


def lines(card: Card) -> list[str]:
    return card.text.splitlines()


async def answer_of(worker: Worker) -> Card:
    """The answer as it is now."""
    await worker.say("hello")
    return worker.card


async def test_it_is_the_line_under_the_headline_all_along(worker: Worker, channel: Channel) -> None:
    await asked(worker)
    headline, state, *_ = lines(worker.card)
    assert headline.startswith("Yes")
    assert state == "Waiting for a supervisor since 10:00"
    boss = supervisor(channel.bot)
    await opened(channel, boss)
    await boss.press("ask_back", reason="Who saw the mark?")
    assert lines(await answer_of(worker))[1:3] == ["M.A. asks you something", "Who saw the mark?"]
    assert "1. Answer what M.A. asks you, above." in worker.card.text
    await worker.press("answer_back", reply="I did, at 11:20")
    assert lines(await answer_of(worker))[1] == "Waiting for M.A. since 10:00"
    assert "1. Wait for M.A.'s answer" in worker.card.text
    boss.card = boss.chat.cards[-1]
    await boss.press("agree", reason="Seen by the worker")
    assert lines(await answer_of(worker))[1] == 'M.A. agreed, 10:00: "Seen by the worker"'


async def test_passed_to_another_it_waits_for_them_by_name(worker: Worker, channel: Channel, clock: Clock) -> None:
    await channel.write(Worker(channel.bot, "admin"), "supervisors add", Worker(channel.bot, "T.W."))
    await asked(worker)
    boss = supervisor(channel.bot)
    await opened(channel, boss)
    await boss.press("hand_request", hand_to="o-T.W.")
    clock.forward(days=1)
    assert lines(await answer_of(worker))[1] == "Waiting for T.W. since 24/11/2026 10:00"


async def test_going_on_after_a_no_asks_why_and_the_note_says_both(worker: Worker, channel: Channel) -> None:
    await asked(worker)
    boss = supervisor(channel.bot)
    await opened(channel, boss)
    await boss.press("do_not_agree", reason="T could be told safely")
    assert lines(await answer_of(worker))[1] == "M.A. does not agree: T could be told safely"
    assert "1. Talk to M.A. before anything goes." in worker.card.text
    await worker.press("shared", shared_how="phone")
    assert "departed_because" in worker.card.asks
    assert "Your supervisor does not agree. Why did you share?" in worker.card.text
    await worker.press("next", departed_because="T was with D when I rang")
    note = worker.card.filled["note"].splitlines()
    seen = next(place for place, line in enumerate(note) if line.startswith("Seen by M.A."))
    assert 'who did not agree: "T could be told safely"' in note[seen]
    assert note[seen + 1] == "I shared it after weighing M.A.'s view. My reason: T was with D when I rang"


async def test_a_no_after_it_was_closed_opens_nothing_again(worker: Worker, channel: Channel) -> None:
    await asked(worker)
    boss = supervisor(channel.bot)
    await opened(channel, boss)
    await worker.press("shared", shared_how="phone")
    assert "note" in worker.card.filled
    await boss.press("do_not_agree", reason="T could be told safely")
    await worker.say("hello")
    note = worker.card.filled["note"]
    assert 'who did not agree: "T could be told safely"' in note
    assert "after weighing" not in note


async def test_out_of_hours_it_says_when_and_whom_to_ring(worker: Worker, channel: Channel, clock: Clock) -> None:
    clock.now = EVENING
    await asked(worker)
    said = "nobody may see it before Wednesday 25/11/2026 09:00. Ring now: the out-of-hours team, 020 7946 0002."
    assert said in worker.card.text
    assert "1. Ring the out-of-hours team now (020 7946 0002)" in worker.card.text
    await worker.say("my requests")
    assert said in worker.card.text
    clock.now = datetime(2026, 11, 25, 7, 30, tzinfo=UTC)
    await worker.say("my requests")
    assert "before Wednesday 25/11/2026 09:00" in worker.card.text
    clock.now = datetime(2026, 11, 25, 9, 1, tzinfo=UTC)
    await worker.say("my requests")
    assert "nobody may see it" not in worker.card.text


async def test_a_reason_is_asked_for_where_nobody_asked_about_the_parents(worker: Worker, channel: Channel) -> None:
    """3.10  Passed on, nothing was asked of the parents: that is not the same as their having been told."""
    await worker.say("may I answer")
    await worker.go_on({**ROUTINE, "part_in_case": "none", "rung_back": "no_call", "case_summary_says": "silent"})
    await worker.press("ask_supervisor")
    boss = supervisor(channel.bot)
    await opened(channel, boss)
    await boss.press("agree")
    assert boss.card.says("approvals.refused.reason_missing")
    await boss.press("agree", reason="I know the caller")
    note = boss.card.filled["management_note"]
    assert note.endswith("put forward and agreed.\nMy reason: I know the caller.")
    assert "parents" not in note


async def test_where_the_parents_were_told_a_reason_not_given_is_not_there(worker: Worker, channel: Channel) -> None:
    await worker.say("share")
    await worker.go_on({**ROUTINE, "part_in_case": "unsure"})
    await worker.press("ask_supervisor")
    boss = supervisor(channel.bot)
    await opened(channel, boss)
    await boss.press("agree")
    assert boss.card.filled["management_note"].endswith("put forward and agreed.")
    assert lines(await answer_of(worker))[1] == "M.A. said that you may, 10:00 (3.10)"


@pytest.mark.parametrize("answers", [HARM])
async def test_it_is_gone_once_the_answers_change(worker: Worker, channel: Channel, answers: dict[str, str]) -> None:
    await asked(worker)
    await worker.press("change", about="grounds")
    await worker.press("next", concern_because="D rang me and shouted")
    assert "Waiting for" not in worker.card.text
    assert "ask_supervisor" in worker.card.verbs
