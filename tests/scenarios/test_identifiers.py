"""What says who a person is: asked about above the next card, changed or kept, by click and by typing."""

import json

import pytest

from bot.storage import Cipher
from tests.bot.storage.shelf import KEY
from tests.scenarios.channel import Channel
from tests.scenarios.following_up import TOLD, shared, the_one
from tests.scenarios.journeys import HARM, ROUTINE
from tests.scenarios.keeping import change, matters_kept, states
from tests.scenarios.reading import Card, own
from tests.scenarios.test_approvals import supervisor
from tests.scenarios.worker import Worker

NHS = "943 476 5919"
NAME = "Jamie Smith"
FOUND = "This looks like"


def notice(card: Card) -> str:
    """What the notice above the card says; "" without one."""
    return next((line for line in card.text.splitlines() if FOUND in line), "")


async def at_what_and_why(worker: Worker) -> Card:
    await worker.say("share")
    return await worker.go_on(ROUTINE, until="what_and_why")


WITH_NHS = {**ROUTINE, "why": f"P's number is {NHS}"}


async def noticed(worker: Worker) -> Card:
    """An NHS number in why it is shared; the next card has come."""
    await at_what_and_why(worker)
    return await worker.press("next", **worker.given(WITH_NHS))


async def test_the_answer_is_taken_and_the_notice_names_the_question_and_never_the_text(worker: Worker) -> None:
    card = await noticed(worker)
    assert card.name == "weigh"
    assert notice(card).startswith("This looks like an NHS number, in ")
    assert notice(card).endswith("Change it, or keep it.")
    assert NHS not in notice(card)
    assert matters_kept(worker.bot.database_url)[0]["content"]["answers"]["why"] == [f"P's number is {NHS}", True]


@pytest.mark.parametrize("by", ["click", "typing"])
async def test_change_it_opens_the_card_with_the_text_filled_in(worker: Worker, by: str) -> None:
    await noticed(worker)
    await (worker.press("change_it") if by == "click" else worker.say("Change it"))
    assert worker.card.name == "what_and_why"
    assert worker.card.filled["why"] == f"P's number is {NHS}"
    assert not notice(worker.card)
    await worker.press("next", **worker.given(ROUTINE))
    assert worker.card.name == "weigh"
    assert not notice(worker.card)
    assert NHS not in str(matters_kept(worker.bot.database_url))


@pytest.mark.parametrize("by", ["click", "typing"])
async def test_keep_it_and_the_notice_goes_and_does_not_come_again(worker: Worker, by: str) -> None:
    await noticed(worker)
    await (worker.press("keep_it") if by == "click" else worker.say("keep it"))
    assert worker.card.name == "weigh"
    assert not notice(worker.card)
    await worker.go_on(WITH_NHS)
    assert not notice(worker.card)
    await worker.say("back")
    await worker.go_on(WITH_NHS)
    assert not any(notice(card) for card in worker.chat.cards)


async def test_going_on_without_an_answer_it_is_not_shown_twice_for_the_same_text(worker: Worker) -> None:
    await noticed(worker)
    for _ in range(2):
        await worker.press("back")
        assert not notice(worker.card)
        await worker.press("next")
        assert not notice(worker.card)
    await worker.go_on(WITH_NHS)
    assert not notice(worker.card)


async def test_another_text_with_the_same_number_is_asked_about(worker: Worker) -> None:
    await noticed(worker)
    await worker.press("keep_it")
    await worker.press("back")
    await worker.press("next", why=f"the number {NHS} is P's")
    assert notice(worker.card)


@pytest.mark.parametrize("text", ["change it", "keep it"])
async def test_without_a_notice_what_is_typed_to_one_is_no_answer(worker: Worker, text: str) -> None:
    await at_what_and_why(worker)
    await worker.say(text)
    assert "lines" not in matters_kept(worker.bot.database_url)[0]["content"]["answers"]


async def test_an_aside_ends_what_can_be_typed_to_the_notice(worker: Worker) -> None:
    await noticed(worker)
    await worker.say("what is need to know?")
    assert not notice(worker.card)
    await worker.say("keep it")
    assert matters_kept(worker.bot.database_url)[0]["content"]["noticed"]["kept"] == []


async def test_a_typed_answer_is_looked_at_too(worker: Worker) -> None:
    await at_what_and_why(worker)
    await worker.say_each(f"{NAME} has missed two check-ups")
    assert notice(worker.card).startswith("This looks like a full name, in ")
    assert NAME not in notice(worker.card)


async def test_a_first_message_is_looked_at_where_something_of_it_is_kept(worker: Worker) -> None:
    await at_what_and_why(worker)
    await worker.press("next", **{**worker.given(ROUTINE), "lines": f"{NAME} was seen\nP, 03/05/2014\nt@example.org"})
    said = notice(worker.card)
    assert said.startswith("This looks like a full name, a date of birth and an email address, in ")


async def test_several_places_are_one_notice_that_lists_them(worker: Worker) -> None:
    await at_what_and_why(worker)
    several = {**ROUTINE, "why": f"ring T on 07700 900123 about {NHS}", "used_for": "letters to LS6 2AB"}
    card = await worker.press("next", **worker.given(several))
    lines = [line for line in card.text.splitlines() if FOUND in line]
    assert len(lines) == 2
    assert "an NHS number and a telephone number" in lines[0]
    assert "a postcode" in lines[1]
    assert card.verbs.count("keep_it") == card.verbs.count("change_it") == 1
    await worker.press("change_it")
    assert worker.card.name == "what_and_why"
    assert (worker.card.filled["why"], worker.card.filled["used_for"]) == (several["why"], several["used_for"])


async def test_half_an_answer_is_looked_at_once_it_is_one(worker: Worker) -> None:
    await at_what_and_why(worker)
    await worker.press("stop", why=f"number {NHS}")
    assert not notice(worker.card)
    await worker.say("my matters")
    await worker.press("open")
    assert worker.card.filled["why"] == f"number {NHS}"
    assert not notice(worker.card)
    await worker.press("next", **{name: text for name, text in worker.given(ROUTINE).items() if name != "why"})
    assert notice(worker.card)


async def test_a_professional_is_named_without_a_notice_but_not_their_number(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE)
    await worker.press("shared", shared_how="phone", shared_with=NAME)
    assert not notice(worker.card)
    await worker.press("show_answer")
    await worker.press("shared", shared_how="phone", shared_with=f"{NAME}, 07700 900123")
    assert notice(worker.card).startswith("This looks like a telephone number, in ")


async def test_act_first_comes_at_once_and_without_it(worker: Worker) -> None:
    await at_what_and_why(worker)
    await worker.say(f"{NAME} was hit, {NHS}")
    assert notice(worker.card)
    for danger in (worker.press("danger"), worker.say("child in danger")):
        card = await danger
        assert card.title == own("act_now.title")
        assert not notice(card)
    await worker.press("carry_on")
    assert "Act first" in worker.card.elements[1]["items"][0]["inlines"][0]["text"]


async def test_what_act_first_came_before_is_asked_about_afterwards(worker: Worker) -> None:
    await at_what_and_why(worker)
    await worker.press("danger", why=f"number {NHS}")
    assert not notice(worker.card)
    await worker.press("carry_on")
    await worker.press("next", **{name: text for name, text in worker.given(ROUTINE).items() if name != "why"})
    assert notice(worker.card)


async def test_a_click_delivered_again_shows_the_notice_again(worker: Worker) -> None:
    await at_what_and_why(worker)
    click = worker.pressing("next", **worker.given(WITH_NHS))
    first = await worker.send(click)
    again = await worker.send(click)
    assert notice(first) == notice(again) != ""
    await worker.press("keep_it")
    assert not notice(worker.card)


async def test_a_notice_that_has_moved_on_does_nothing(worker: Worker) -> None:
    await noticed(worker)
    keep = worker.pressing("keep_it")
    await worker.press("back")
    await worker.press("next", why=f"another {NHS}")
    await worker.send(keep)
    assert matters_kept(worker.bot.database_url)[0]["content"]["noticed"]["kept"] == []


async def test_the_edited_note_is_looked_at_but_for_names(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE)
    await worker.press("shared", shared_how="phone")
    note = worker.card.filled["note"]
    await worker.press("stop", note=f"{note}\nSeen by {NAME}.")
    assert not notice(worker.card)
    await worker.say("my matters")
    await worker.press("open")
    assert NAME in worker.card.filled["note"]
    assert not notice(worker.card)
    await worker.press("stop", note=f"{note}\nSeen by {NAME}. NHS {NHS}")
    assert notice(worker.card) == "This looks like an NHS number, in your note. Change it, or keep it."
    await worker.press("change_it")
    assert NHS in worker.card.filled["note"]
    assert not notice(worker.card)


async def test_what_was_kept_in_an_answer_is_not_asked_about_in_the_note_that_is_drafted_from_it(
    worker: Worker,
) -> None:
    await noticed(worker)
    await worker.press("keep_it")
    await worker.go_on(WITH_NHS)
    await worker.press("shared", shared_how="phone")
    await worker.press("stop", note=worker.card.filled["note"].replace("NHS", "the") + "\nOne more line.")
    assert not notice(worker.card)


@pytest.mark.parametrize("by", ["click", "typing"])
async def test_an_addition_is_asked_about_and_opened_again(worker: Worker, by: str) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE)
    await worker.press("shared", shared_how="phone")
    await worker.press("copied")
    await worker.press("addition", addition=f"{NAME} rang")
    assert notice(worker.card) == "This looks like a full name, in your addition. Change it, or keep it."
    await (worker.press("change_it") if by == "click" else worker.say("change it"))
    assert worker.card.filled["addition"] == f"{NAME} rang"
    await worker.press("addition", addition="T rang")
    assert not notice(worker.card)
    assert "T rang" in worker.card.filled["added"]


async def test_copied_the_digests_go_with_the_text(worker: Worker) -> None:
    await noticed(worker)
    await worker.press("keep_it")
    await worker.go_on(WITH_NHS)
    await worker.press("shared", shared_how="phone")
    await worker.press("copied")
    assert not notice(worker.card)
    kept = matters_kept(worker.bot.database_url)[0]["content"]["noticed"]
    assert kept == {"looked": [], "kept": [], "standing": [], "at": 0}


async def test_what_was_kept_for_one_recipient_is_not_asked_about_for_the_next(worker: Worker) -> None:
    await noticed(worker)
    await worker.press("keep_it")
    await worker.go_on(WITH_NHS)
    await worker.press("another")
    await worker.go_on({**WITH_NHS, "recipient": "gp"})
    assert not any(notice(card) for card in worker.chat.cards)


# Requests


async def asked(worker: Worker, verb: str = "ask_supervisor", **inputs: str) -> Card:
    """The harm exception with an NHS number in it, never answered to, and a second pair of eyes asked for."""
    await worker.say("share")
    await worker.go_on({**HARM, "harm_known": f"D hit P, {NHS}"})
    return await worker.press(verb, **inputs)


@pytest.mark.parametrize("by", ["click", "typing"])
async def test_a_request_waits_until_what_was_found_is_kept(worker: Worker, channel: Channel, by: str) -> None:
    await asked(worker, needed_by="13:40")
    assert notice(worker.card).endswith("It hasn't been sent yet. Change it, or keep it and send.")
    assert channel.cards == []
    await (worker.press("keep_and_send") if by == "click" else worker.say("keep it"))
    assert "is with your supervisors" in worker.card.text
    assert "Needed by 13:40." in channel.cards[-1].text
    assert NHS not in json.dumps([call.activity for call in channel.chat.calls])
    assert not notice(worker.card)


@pytest.mark.parametrize("by", ["click", "typing"])
async def test_a_request_can_be_changed_before_it_goes(worker: Worker, channel: Channel, by: str) -> None:
    await asked(worker)
    await (worker.press("change_it") if by == "click" else worker.say("change it"))
    assert worker.card.filled["harm_known"] == f"D hit P, {NHS}"
    await worker.go_on(HARM)
    await worker.press("ask_supervisor")
    assert "is with your supervisors" in worker.card.text
    assert len(channel.cards) == 1


async def test_what_was_kept_before_goes_without_a_second_notice(worker: Worker, channel: Channel) -> None:
    await worker.say("share")
    await worker.go_on({**HARM, "harm_known": f"D hit P, {NHS}"}, until="")
    await worker.press("keep_it")
    await worker.press("ask_supervisor")
    assert "is with your supervisors" in worker.card.text
    assert len(channel.cards) == 1


async def test_it_cant_wait_waits_for_the_notice_but_never_in_danger(worker: Worker, channel: Channel) -> None:
    await asked(worker, "cant_wait")
    assert "It hasn't been sent yet." in notice(worker.card)
    await worker.press("danger")
    await worker.press("carry_on")
    await worker.press("cant_wait")
    assert "for review after the fact" in worker.card.text
    assert notice(worker.card).endswith("Change it, or keep it.")
    assert "It hasn't been sent yet." not in notice(worker.card)
    await worker.press("keep_it")
    assert "for review after the fact" in worker.card.text
    assert not notice(worker.card)


async def test_an_answer_to_a_supervisor_waits_with_its_text(worker: Worker, channel: Channel) -> None:
    boss = await asked_back(worker, channel)
    before = len(boss.chat.cards)
    await worker.press("answer_back", reply=f"{NAME} saw it")
    assert notice(worker.card).startswith("This looks like a full name, in your answer. It hasn't been sent yet.")
    assert worker.card.filled["reply"] == f"{NAME} saw it"
    assert len(boss.chat.cards) == before
    await worker.press("change_unsent")
    assert not notice(worker.card)
    await worker.press("answer_back", reply="J.S. saw it")
    assert "J.S. saw it" in boss.chat.cards[-1].text


@pytest.mark.parametrize("by", ["click", "typing"])
async def test_an_answer_to_a_supervisor_that_is_kept_is_sent(worker: Worker, channel: Channel, by: str) -> None:
    boss = await asked_back(worker, channel)
    await worker.press("answer_back", reply=f"{NAME} saw it")
    await (worker.press("keep_and_send") if by == "click" else worker.say("keep it"))
    assert f"{NAME} saw it" in boss.chat.cards[-1].text
    await worker.say("hello")
    assert NAME not in str(states(worker.bot.database_url))


async def asked_back(worker: Worker, channel: Channel) -> Worker:
    await worker.say("share")
    await worker.go_on(HARM)
    await worker.press("ask_supervisor")
    boss = await opened(channel)
    await boss.press("ask_back", reason="Who saw the mark?")
    worker.card = worker.chat.cards[-1]
    return boss


async def opened(channel: Channel) -> Worker:
    boss = supervisor(channel.bot)
    await boss.say("hello")
    await channel.press(boss, channel.cards[-1], "open_request")
    boss.card = boss.chat.cards[-1]
    return boss


@pytest.mark.parametrize("by", ["click", "typing"])
async def test_a_supervisors_reason_waits_too(worker: Worker, channel: Channel, by: str) -> None:
    await worker.say("share")
    await worker.go_on(HARM)
    await worker.press("ask_supervisor")
    boss = await opened(channel)
    await boss.press("agree", reason=f"{NAME} rang me, 07700 900123")
    assert notice(boss.card).startswith("This looks like a full name and a telephone number, in your reason")
    assert boss.card.filled["reason"] == f"{NAME} rang me, 07700 900123"
    assert "agreed" not in worker.chat.cards[-1].text
    await (boss.press("keep_and_send") if by == "click" else boss.say("keep it and send"))
    assert "M.A. agreed" in worker.chat.cards[-1].text


async def test_a_supervisors_reason_is_changed_in_its_box(worker: Worker, channel: Channel) -> None:
    await worker.say("share")
    await worker.go_on(HARM)
    await worker.press("ask_supervisor")
    boss = await opened(channel)
    await boss.press("do_not_agree", reason=f"Ask {NAME} first")
    await boss.say("change it")
    assert boss.card.filled["reason"] == f"Ask {NAME} first"
    await boss.press("do_not_agree", reason="Ask J.S. first")
    assert "does not agree" in worker.chat.cards[-1].text
    assert NAME not in worker.chat.cards[-1].text


# Follow-ups


async def test_how_a_follow_up_was_done_is_taken_and_can_be_changed(worker: Worker, channel: Channel) -> None:
    await shared(worker)
    await the_one(worker)
    await worker.press("follow_up_done", **{**TOLD, "done_how": "rang 07700 900123", "done_by": NAME})
    assert notice(worker.card) == "This looks like a telephone number, in how it was done. Change it, or keep it."
    assert "07700 900123" in worker.card.filled["follow_up_addition"]
    await worker.say("change it")
    text = worker.card.filled["follow_up_addition"].replace("07700 900123", "T")
    await worker.press("follow_up_reworded", follow_up_addition=text)
    assert not notice(worker.card)
    assert worker.card.filled["follow_up_addition"] == text


async def test_why_a_follow_up_moves_is_kept_with_one_press(worker: Worker, channel: Channel) -> None:
    await shared(worker)
    await the_one(worker)
    await worker.press("move_follow_up", move_to__date="2026-12-03", move_because=f"{NAME} is away")
    assert notice(worker.card).startswith("This looks like a full name, in why it moves.")
    await worker.press("open_follow_up")
    assert not notice(worker.card)
    assert NAME in worker.card.filled["follow_up_addition"]


@pytest.mark.parametrize("by", ["click", "typing"])
async def test_asking_not_to_tell_waits(worker: Worker, channel: Channel, by: str) -> None:
    await shared(worker)
    await the_one(worker)
    before = len(channel.cards)
    await worker.press("ask_not_to_tell", not_telling_because=f"{NAME} has moved")
    assert "It hasn't been sent yet." in notice(worker.card)
    assert worker.card.filled["not_telling_because"] == f"{NAME} has moved"
    assert len(channel.cards) == before
    await (worker.press("keep_and_send") if by == "click" else worker.say("keep it"))
    assert len(channel.cards) == before + 1


# What was kept before, and what is only played


async def test_a_matter_of_before_there_were_notices_is_read_and_asked_about_once(worker: Worker) -> None:
    await at_what_and_why(worker)
    await worker.press("next", **worker.given(WITH_NHS))
    (row,) = matters_kept(worker.bot.database_url)
    content = {name: value for name, value in row["content"].items() if name != "noticed"}
    sealed = Cipher.from_keys(KEY).seal(f"matters/{row['id']}", json.dumps(content).encode())
    change(worker.bot.database_url, f"UPDATE matters SET content = X'{sealed.hex()}'")
    await worker.say("my matters")
    await worker.press("open")
    assert notice(worker.card)
    await worker.press("keep_it")
    await worker.go_on(WITH_NHS)
    assert not notice(worker.card)


async def test_a_play_has_no_notices(worker: Worker) -> None:
    await worker.say("practise share-anger-before-the-gp")
    await worker.press("practise_begin")
    await worker.say(f"{NAME}, {NHS}")
    assert not any(notice(card) for card in worker.chat.ever_shown)
