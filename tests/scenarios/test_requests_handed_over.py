"""(d) A matter is handed over: the new owner hears the answer to what was asked of it, and the giver does not."""

import pytest

from tests.scenarios.ending import OPEN, SETTLED, Asked, State, asked, cards_with, in_the_digest, more_asked, waiting
from tests.scenarios.journeys import HARM, MARK
from tests.scenarios.keeping import matters_kept
from tests.scenarios.reading import own
from tests.scenarios.running import Bot, Clock
from tests.scenarios.test_approvals import opened, recorded, supervisor
from tests.scenarios.test_hand_over import code_from
from tests.scenarios.worker import Worker

CLOCK = Clock


@pytest.fixture
def colleague(bot: Bot) -> Worker:
    return Worker(bot, "J.S.")


every_open = pytest.mark.parametrize("state", OPEN, ids=lambda state: state.__name__)
every_state = pytest.mark.parametrize("state", (*OPEN, *SETTLED), ids=lambda state: state.__name__)


async def taken_over(one: Asked, by: Worker) -> None:
    """By a code, from the giver's list of matters."""
    await by.say("hello")
    await one.worker.say("my matters")
    code = await code_from(one.worker)
    await by.say(f"take over {code}")
    await one.sent()


async def answered(by: Worker, part_in_case: str = "allocated") -> None:
    """What is the new owner's own is answered by them."""
    await by.press("next", part_in_case=part_in_case)


async def decided(one: Asked) -> None:
    """Agreed by the supervisor, from the list of what waits."""
    await one.boss.say("approvals")
    await one.boss.press("open_request")
    await one.boss.press("agree", reason="The harm is plain")
    await one.sent()


@every_open
@pytest.mark.parametrize("first", ["the new owner answers", "the supervisor agrees"])
async def test_the_new_owner_hears_the_answer_and_the_giver_does_not(
    worker: Worker, colleague: Worker, clock: Clock, state: State, first: str
) -> None:
    one = await state(worker.bot, clock, worker)
    await taken_over(one, colleague)
    assert colleague.card.says("notices.request_came_along", number=one.number)
    heard = len(worker.chat.calls)
    if first == "the new owner answers":
        await answered(colleague)
    if one.row["state"] == "more_asked":
        colleague.card = next(card for card in colleague.chat.cards if "answer_back" in card.verbs)
        await colleague.press("answer_back", reply="I did")
    await decided(one)
    assert "M.A. agreed" in colleague.chat.cards[-1].text
    assert len(worker.chat.calls) == heard
    if first == "the supervisor agrees":
        colleague.card = next(card for card in colleague.chat.cards if card.name)
        await answered(colleague)
    await colleague.say("my matters")
    await colleague.press("open")
    assert "M.A. agreed" in colleague.card.text
    await colleague.press("shared", shared_how="phone")
    assert 'agreed: "The harm is plain"' in colleague.card.filled["note"]


@every_state
async def test_all_of_it_is_the_new_owners_and_every_card_of_the_giver_is_emptied(
    bot: Bot, worker: Worker, colleague: Worker, clock: Clock, state: State
) -> None:
    one = await state(bot, clock, worker)
    await taken_over(one, colleague)
    assert one.row["asker"].endswith("/o-J.S.")
    assert [card.text for card in worker.chat.cards if MARK in str(card.content)] == []
    assert [card.verbs for card in worker.chat.cards if {"nudge", "withdraw", "answer_back"} & {*card.verbs}] == []
    assert [card.text for card in worker.chat.cards if f"Request {one.number}" in card.text] == []
    await worker.say("my requests")
    assert worker.card.says("approvals.lists.mine_none")
    await colleague.say("my requests")
    assert one.number in colleague.card.text
    assert ("request_taken_over", "3.9(a)") in recorded(bot)


@every_open
@pytest.mark.parametrize("verb", ["nudge", "withdraw", "answer_back"])
async def test_the_giver_does_nothing_more_to_it(
    worker: Worker, colleague: Worker, clock: Clock, state: State, verb: str
) -> None:
    one = await state(worker.bot, clock, worker)
    await taken_over(one, colleague)
    before = one.row
    data = {"about": str(before["id"]), "reply": "because"}
    await worker.send(worker.clicking(verb, data, replyToId=one.worker_card.activity_id))
    assert worker.card.says("approvals.refused.not_yours")
    assert one.row == before


async def test_answered_otherwise_by_the_new_owner_it_is_withdrawn(
    bot: Bot, worker: Worker, colleague: Worker, clock: Clock
) -> None:
    one = await waiting(bot, clock, worker)
    await taken_over(one, colleague)
    assert one.row["state"] == "waiting"
    await answered(colleague, "supervisor")
    assert one.row["state"] == "withdrawn"


async def test_what_was_agreed_meanwhile_counts_for_no_other_answers(
    bot: Bot, worker: Worker, colleague: Worker, clock: Clock
) -> None:
    one = await waiting(bot, clock, worker)
    await taken_over(one, colleague)
    await decided(one)
    colleague.card = next(card for card in colleague.chat.cards if card.name)
    await answered(colleague, "supervisor")
    assert "M.A. agreed" not in colleague.card.text
    assert "ask_supervisor" in colleague.card.verbs
    assert matters_kept(bot.database_url)[0]["content"]["seen"] == []


async def test_authority_given_meanwhile_to_the_new_owner_holds_once_their_answers_are_the_same(
    bot: Bot, worker: Worker, colleague: Worker, clock: Clock
) -> None:
    one = await asked(bot, clock, worker, "ask_supervisor", {**HARM, "part_in_case": "unsure"})
    await taken_over(one, colleague)
    await decided(one)
    colleague.card = next(card for card in colleague.chat.cards if card.name)
    await answered(colleague, "unsure")
    assert colleague.card.title == own("headlines.yes_untold", them="the school nurse")
    await colleague.press("shared", shared_how="phone")
    assert 'agreed: "The harm is plain"' in colleague.card.filled["note"]


@pytest.mark.parametrize("state", [waiting, more_asked, in_the_digest], ids=lambda state: state.__name__)
async def test_a_supervisor_who_is_the_new_owner_may_not_decide_it(
    bot: Bot, worker: Worker, clock: Clock, state: State
) -> None:
    one = await state(bot, clock, worker)
    await taken_over(one, one.boss)
    assert [card.text for card in one.boss.chat.cards if "agree" in card.verbs] == []
    assert one.row["state"] == "waiting"
    assert one.row["assigned_to"] == ""
    for verb in ("open_request", "agree", "ask_back", "do_not_agree", "hand_request"):
        await one.boss.send(one.boss.clicking(verb, {"about": str(one.row["id"]), "reason": "because"}))
        assert one.boss.card.says("approvals.refused.own_request")
    assert one.row["state"] == "waiting"


async def test_a_giver_who_is_a_supervisor_may_not_decide_what_they_asked(
    bot: Bot, colleague: Worker, clock: Clock
) -> None:
    giver = supervisor(bot)
    one = await asked(bot, clock, giver)
    await taken_over(one, colleague)
    await giver.send(giver.clicking("agree", {"about": str(one.row["id"]), "reason": "because"}))
    assert giver.card.says("approvals.refused.own_request")
    assert one.row["state"] == "waiting"


async def test_the_supervisor_reads_whose_it_is_now_and_whose_words_it_holds(
    bot: Bot, colleague: Worker, clock: Clock
) -> None:
    one = await waiting(bot, clock, Worker(bot, "K.O."))
    await taken_over(one, colleague)
    text = one.boss.look().text
    assert "Asked by J.S." in text
    assert "What was written before then is K.O.'s." in text
    assert "agree" in one.boss.card.verbs


async def test_reminders_go_on_and_reach_the_new_owner(
    bot: Bot, worker: Worker, colleague: Worker, clock: Clock
) -> None:
    one = await waiting(bot, clock, worker)
    await taken_over(one, colleague)
    heard = len(worker.chat.calls)
    for _ in range(2):
        clock.forward(hours=2.1)
        await one.sent()
    assert own("approvals.still_waiting.title", number=one.number) == colleague.chat.cards[-1].title
    assert len(worker.chat.calls) == heard


async def test_deleted_by_the_new_owner_it_ends_and_the_supervisor_is_told(
    bot: Bot, worker: Worker, colleague: Worker, clock: Clock
) -> None:
    one = await more_asked(bot, clock, worker)
    await taken_over(one, colleague)
    heard = len(worker.chat.calls)
    await colleague.say("my matters")
    await colleague.press("delete")
    await colleague.press("delete_yes")
    assert colleague.card.says("notices.request_deleted", number=one.number)
    assert cards_with(bot, MARK) == []
    assert len(worker.chat.calls) == heard
    assert "J.S. asked it" in one.boss.chat.cards[-1].text


async def test_handed_over_again_it_goes_on_to_the_third(
    bot: Bot, worker: Worker, colleague: Worker, clock: Clock
) -> None:
    one = await waiting(bot, clock, worker)
    await taken_over(one, colleague)
    third = Worker(bot, "third")
    await third.say("hello")
    await colleague.say("my matters")
    code = await code_from(colleague)
    await third.say(f"take over {code}")
    await answered(third)
    await opened(one.channel, one.boss)
    await one.boss.press("agree", reason="The harm is plain")
    assert "M.A. agreed" in third.chat.cards[-1].text
    assert cards_with(bot, "The harm is plain") != []
    assert [card for card in (*worker.chat.cards, *colleague.chat.cards) if "The harm" in card.text] == []
