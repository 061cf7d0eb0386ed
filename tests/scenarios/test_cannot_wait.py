""" "It can't wait", pressed, typed and forged: it goes ahead on a yes alone, and else says what can be done now."""

import pytest

from bot.storage.records import utc_now
from bot.storage.tables import requests
from tests.bot.storage.shelf import rows
from tests.scenarios.bots import TimeSource
from tests.scenarios.channel import Channel
from tests.scenarios.journeys import HARM, ROUTINE, UNTOLD
from tests.scenarios.reading import Card, own
from tests.scenarios.running import Bot
from tests.scenarios.test_approvals import ADMIN, opened, supervisor
from tests.scenarios.test_document import NOT_YET, READY
from tests.scenarios.worker import Worker

NOT_MINE = {**ROUTINE, "part_in_case": "unsure"}
NO_NEED = own("notices.cannot_wait_no_need")


@pytest.fixture
def settings() -> dict[str, str]:
    return {"ADMINISTRATORS": ADMIN, "SUPERVISOR_CONTACT": "duty manager, 020 7946 0003"}


@pytest.fixture
def clock() -> TimeSource:
    """The machine's own."""
    return utc_now


def asked_for(bot: Bot) -> list[tuple[str, int]]:
    """The kind of each request, and whether it is to be looked at afterwards."""
    return [(row["kind"], row["after_the_fact"]) for row in rows(bot.database_url, requests)]


def says_what_can_be_done(card: Card, title: str) -> None:
    assert card.title == title
    assert own("approvals.instead.title") in card.text
    assert "Child in danger now: act first" in card.text
    assert "duty manager, 020 7946 0003" in card.text
    assert "go ahead" not in card.text.lower()


async def test_not_yours_to_give_out_it_asks_for_nothing_and_can_still_be_sent(
    worker: Worker, channel: Channel
) -> None:
    await worker.say("share")
    answer = await worker.go_on(NOT_MINE)
    await worker.press("cant_wait")
    says_what_can_be_done(worker.card, answer.title)
    assert "the allocated worker or your supervisor" in worker.card.text
    assert asked_for(worker.bot) == []
    await worker.press("ask_supervisor")
    assert asked_for(worker.bot) == [("authorise", 0)]
    assert "Rests on 3.10." in channel.cards[-1].text
    await worker.press("cant_wait")
    says_what_can_be_done(worker.card, answer.title)
    assert asked_for(worker.bot) == [("authorise", 0)]


@pytest.mark.parametrize("answers", [NOT_YET, {**READY, "unshareable": "yes", "taken_out_by": "me"}])
async def test_a_document_waits_and_what_we_know_may_go_another_way(
    worker: Worker, channel: Channel, answers: dict[str, str]
) -> None:
    await worker.say("report")
    answer = await worker.go_on({**answers, "what_came_out": "an address"})
    await worker.press("cant_wait")
    says_what_can_be_done(worker.card, answer.title)
    assert "press Share what we know ourselves" in worker.card.text
    assert asked_for(worker.bot) == []
    await worker.press("hand_on", about="share")
    assert worker.card.name


@pytest.mark.parametrize("text", ["It can't wait", "it can\u2019t wait!", "this cannot wait any longer"])
@pytest.mark.parametrize("answers", [NOT_MINE, {**UNTOLD, "reasons": "attitude"}, {**ROUTINE, "weights__L1": "trim"}])
async def test_typed_on_any_answer_that_is_no_yes_it_says_what_can_be_done(
    worker: Worker, channel: Channel, text: str, answers: dict[str, str]
) -> None:
    await worker.say("share")
    answer = await worker.go_on(answers)
    await worker.say(text)
    says_what_can_be_done(worker.card, answer.title)
    assert asked_for(worker.bot) == []


async def test_on_a_yes_that_only_the_teams_check_holds_up_it_goes_ahead(worker: Worker, channel: Channel) -> None:
    await worker.say("share")
    await worker.go_on(HARM)
    await worker.say("it can't wait")
    assert "Go ahead now; a supervisor looks at it afterwards." in worker.card.text
    assert asked_for(worker.bot) == [("untold", 1)]
    await worker.say("it can't wait")
    assert NO_NEED in worker.card.text
    assert asked_for(worker.bot) == [("untold", 1)]


async def test_what_stands_on_the_buttons_can_be_typed(worker: Worker, channel: Channel) -> None:
    await worker.say("share")
    await worker.go_on(HARM)
    await worker.say("Ask my supervisor")
    assert asked_for(worker.bot) == [("untold", 0)]
    assert "Waiting for a supervisor since" in worker.card.text
    await worker.say("It can't wait")
    assert NO_NEED in worker.card.text
    await worker.say("Send the request")
    assert asked_for(worker.bot) == [("untold", 0)]
    before = len(channel.chat.posts)
    await worker.say("Remind them")
    assert len(channel.chat.posts) == before
    assert "They were reminded at" in worker.card.text
    await worker.say("hello")
    await worker.say("Withdraw my request")
    assert "was withdrawn" in worker.card.text
    assert "withdrawn" in channel.cards[-1].text


async def test_a_typed_request_where_none_is_needed_says_so(worker: Worker, channel: Channel) -> None:
    await worker.say("share")
    answer = await worker.go_on(ROUTINE)
    for text in ("ask my supervisor", "it can't wait"):
        await worker.say(text)
        assert worker.card.title == answer.title
        assert worker.card.says("approvals.refused.not_needed")
    for text in ("withdraw my request", "remind them"):
        await worker.say(text)
        assert worker.card.says("approvals.refused.not_yours")
    assert asked_for(worker.bot) == []


async def test_while_something_is_asked_the_words_ask_for_nothing(worker: Worker, channel: Channel) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE, until="what_and_why")
    await worker.say("it can't wait")
    assert asked_for(worker.bot) == []
    assert worker.card.asks[0] == "lines"


@pytest.mark.parametrize("answers", [NOT_MINE, {**UNTOLD, "reasons": "attitude"}, ROUTINE])
async def test_a_forged_press_goes_ahead_on_nothing(worker: Worker, channel: Channel, answers: dict[str, str]) -> None:
    await worker.say("share")
    matter = worker.card.matter
    for verb in ("cant_wait", "ask_supervisor"):
        await worker.send(worker.clicking(verb, {"m": matter, "r": 1}))
        assert worker.card.says("approvals.refused.not_needed")
    answer = await worker.go_on(answers)
    await worker.send(worker.clicking("cant_wait", {"m": matter, "r": worker.card.revision, "about": "x"}))
    assert worker.card.title == answer.title
    assert "go ahead" not in worker.card.text.lower()
    assert asked_for(worker.bot) == []


async def test_a_supervisors_no_is_a_no(worker: Worker, channel: Channel) -> None:
    await worker.say("share")
    answer = await worker.go_on(HARM)
    await worker.press("ask_supervisor")
    boss = supervisor(channel.bot)
    await opened(channel, boss)
    await boss.press("do_not_agree", reason="T could be told safely")
    await worker.say("hello")
    await worker.say("it can't wait")
    assert worker.card.title == answer.title
    assert "Your supervisor doesn't agree. Talk to them before anything goes." in worker.card.text
    assert "go ahead" not in worker.card.text.lower()


async def test_what_was_done_already_can_only_be_looked_at(worker: Worker, channel: Channel) -> None:
    await worker.say("share")
    await worker.go_on({**UNTOLD, "reasons": "attitude"})
    await worker.press("shared", shared_how="phone")
    await worker.press("next", departed_because="P was wheezing")
    assert "cant_wait" not in worker.card.verbs
    await worker.say("it can't wait")
    assert worker.card.says("notices.cannot_wait_done")
    assert asked_for(worker.bot) == []
    await worker.press("ask_supervisor")
    assert asked_for(worker.bot) == [("departure", 0)]
    prompt = channel.cards[-1]
    assert "Something already done, to look at afterwards" in prompt.text
    assert "against" not in prompt.text
    boss = supervisor(channel.bot)
    assert "Went against the guide's answer" in (await opened(channel, boss)).text


async def test_it_is_asked_for_and_sent_by_typing_what_the_buttons_say(worker: Worker, channel: Channel) -> None:
    await worker.say("share")
    await worker.go_on(NOT_MINE)
    await worker.say("it can't wait\u2026")
    says_what_can_be_done(worker.card, worker.card.title)
    await worker.say(worker.card.button("ask_supervisor")["title"].upper())
    assert asked_for(worker.bot) == [("authorise", 0)]
