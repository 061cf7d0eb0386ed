"""A card that moved on, a double click, a redelivery, a second device, two turns at once: nothing breaks or repeats."""

from collections.abc import Mapping

import pytest

from bot.storage.tables import inbox
from tests.scenarios.journeys import ROUTINE, WHAT, YOURS
from tests.scenarios.keeping import everything_kept, matters_kept, revisions, rows
from tests.scenarios.reading import Json, own
from tests.scenarios.worker import Worker, at_once

REST = {name: text for name, text in ROUTINE.items() if name not in YOURS}


async def at(worker: Worker, stage: str) -> None:
    """Come to a stage of the routine path."""
    await worker.join()
    if stage == "welcome":
        return
    await worker.press("start")
    if stage in ("you_and_them", "weigh"):
        await worker.go_on(ROUTINE, until=stage)
        return
    await worker.go_on(ROUTINE)
    if stage == "answer":
        return
    await worker.press("shared", shared_how="phone")
    if stage == "copied":
        await worker.press("copied")
    if stage == "sure":
        await worker.press("stop")
        await worker.press("matters")
        await worker.press("delete")


PRESSES: Mapping[str, tuple[str, str, Mapping[str, str]]] = {
    "start": ("welcome", "start", {}),
    "next": ("weigh", "next", {"weights__L1": "needs", "weights__L2": "needs"}),
    "next with gaps": ("you_and_them", "next", {"child": "P"}),
    "back": ("weigh", "back", {"weights__L1": "trim"}),
    "stop": ("weigh", "stop", {"weights__L1": "trim"}),
    "danger": ("weigh", "danger", {"weights__L1": "trim"}),
    "change": ("answer", "change", {}),
    "words for the recipient": ("answer", "words_recipient", {}),
    "shared": ("answer", "shared", {"shared_how": "phone"}),
    "not shared": ("answer", "not_shared", {"not_shared_because": "They rang themselves."}),
    "back to the answer": ("note", "show_answer", {"note": "MY OWN"}),
    "copied": ("note", "copied", {}),
    "an addition": ("copied", "addition", {"addition": "They rang back."}),
    "someone else as well": ("answer", "another", {}),
    "someone else as well, from the note": ("note", "another", {"note": "MY OWN"}),
    "the same again": ("note", "again", {}),
    "the same again after copying": ("copied", "again", {}),
    "hand over": ("answer", "hand_over", {}),
    "yes, delete it": ("sure", "delete_yes", {}),
}


@pytest.mark.parametrize(("stage", "verb", "inputs"), PRESSES.values(), ids=PRESSES.keys())
async def test_two_identical_clicks_at_once_do_what_one_does(
    worker: Worker, stage: str, verb: str, inputs: Mapping[str, str]
) -> None:
    once = Worker(worker.bot, "once")
    await at(once, stage)
    await once.press(verb, **inputs)
    await at(worker, stage)
    click = worker.pressing(verb, **inputs)
    replies = await at_once(worker.deliver(click), worker.deliver({**click, "id": "its twin"}))
    await worker.bot.all_sent()
    assert {reply["type"] for reply in replies} == {"application/vnd.microsoft.card.adaptive"}
    assert [card.title for card in worker.chat.cards] == [card.title for card in once.chat.cards]
    assert kept_of(worker) == kept_of(once)


def kept_of(worker: Worker) -> list[Json]:
    """What is kept of this person's matters, without what differs from one matter to the next."""
    owner = f"{worker.tenant}/o-{worker.name}"
    kept = [row for row in matters_kept(worker.bot.database_url) if row["owner"] == owner]
    return [{"status": row["status"], "content": {**row["content"], **dict.fromkeys(OTHERS, "")}} for row in kept]


OTHERS = ("came_from", "group", "carried_from")
"""What names other matters by their ids."""


@pytest.mark.parametrize(("stage", "verb", "inputs"), PRESSES.values(), ids=PRESSES.keys())
async def test_a_click_delivered_again_is_answered_and_does_nothing_twice(
    worker: Worker, stage: str, verb: str, inputs: Mapping[str, str]
) -> None:
    await at(worker, stage)
    click = worker.pressing(verb, **inputs)
    await worker.deliver(click)
    await worker.bot.all_sent()
    calls, kept = len(worker.chat.calls), kept_of(worker)
    again = await worker.deliver(click)
    await worker.bot.all_sent()
    assert again["type"] == "application/vnd.microsoft.card.adaptive"
    assert len(worker.chat.calls) == calls
    assert kept_of(worker) == kept


@pytest.mark.parametrize("text", ["hello", "share"])
async def test_danger_delivered_again_shows_again_what_to_do_first(worker: Worker, text: str) -> None:
    await worker.say(text)
    click = worker.pressing("danger")
    first = await worker.deliver(click)
    await worker.bot.all_sent()
    calls = len(worker.chat.calls)
    assert await worker.deliver(click) == first
    assert own("act_now.title") in str(first)
    assert len(worker.chat.calls) == calls


async def test_a_message_delivered_again_does_nothing_twice(worker: Worker) -> None:
    await worker.say("share")
    message = worker.activity(text="P")
    await at_once(*(worker.bot.post(message) for _ in range(4)))
    await worker.bot.all_sent()
    assert len(worker.chat.posts) == 2
    assert len(revisions(worker.bot.database_url)) == 1


@pytest.mark.parametrize("verb", ["next", "back", "stop"])
async def test_a_press_on_a_card_that_moved_on_brings_the_current_one_and_changes_nothing(
    worker: Worker, verb: str
) -> None:
    await at(worker, "weigh")
    old = worker.pressing(verb, weights__L1="leave_out", weights__L2="leave_out")
    await worker.say_each("needs it", "needs it", "none")
    kept = everything_kept(worker.bot.database_url)
    before = revisions(worker.bot.database_url)
    await worker.send(old)
    assert worker.card.says("notices.moved_on")
    assert worker.card.name == "parents_know"
    assert revisions(worker.bot.database_url) == before
    assert "'L1': 'needs'" in kept
    assert "'L1': 'needs'" in everything_kept(worker.bot.database_url)


async def test_after_a_press_on_an_old_card_that_card_is_the_live_one_and_the_other_points_on(worker: Worker) -> None:
    await at(worker, "weigh")
    old = worker.card.activity_id
    click = worker.pressing("next")
    await worker.say_each("needs it", "needs it")
    newer = worker.card.activity_id
    await worker.send(click)
    assert worker.card.activity_id == old
    assert worker.chat.standing(newer).text == own("answered.moved_on")
    await worker.say("all four")
    assert worker.card.title == own("headlines.yes", them="the school nurse")
    assert worker.chat.standing(old).presses == []


async def test_a_second_device_shows_the_same_and_may_go_on(worker: Worker) -> None:
    await at(worker, "weigh")
    phone = worker.second_device()
    await worker.press("next", weights__L1="needs", weights__L2="needs")
    assert phone.look().content == worker.card.content
    await phone.press("next", told_items=ROUTINE["told_items"])
    assert worker.look().content == phone.card.content


async def test_a_second_device_that_has_not_looked_is_brought_up_to_date(worker: Worker) -> None:
    await at(worker, "you_and_them")
    phone = worker.second_device()
    await worker.press("next", **YOURS)
    await phone.press("next", **YOURS | {"recipient": "gp"})
    assert phone.card.says("notices.moved_on")
    assert phone.card.name == "what_and_why"
    assert worker.look().content == phone.card.content
    await worker.go_on(REST)
    assert worker.card.title == own("headlines.yes", them="the school nurse")


async def test_two_devices_at_once_are_both_answered_and_one_of_them_counts(worker: Worker) -> None:
    await at(worker, "you_and_them")
    phone = worker.second_device()
    replies = await at_once(
        worker.deliver(worker.pressing("next", **YOURS)),
        phone.deliver(phone.pressing("next", **YOURS | {"recipient": "gp"})),
    )
    await worker.bot.all_sent()
    assert {reply["statusCode"] for reply in replies} == {200}
    assert worker.look().name == "what_and_why"
    await worker.go_on(REST)
    assert worker.card.title in {own("headlines.yes", them=own(f"them.{them}")) for them in ("gp", "school_nurse")}


async def test_messages_at_once_are_all_answered_in_order_of_arrival(worker: Worker) -> None:
    asked = ["3.1", "3.2", "3.5", "3.7", "3.8", "3.10", "3.11", "3.12"]
    typed = {worker.activity(text=text)["id"]: text for text in asked}
    await at_once(*(worker.bot.post(worker.activity(text=text, id=number)) for number, text in typed.items()))
    await worker.bot.all_sent()
    arrived = sorted(rows(worker.bot.database_url, inbox), key=lambda row: int(row["taken_at"]))
    answered = [call.card["body"][0]["items"][0]["inlines"][0]["text"].split()[0] for call in worker.chat.posts]
    assert answered == [typed[row["activity_id"]] for row in arrived]
    assert sorted(answered) == sorted(asked)


async def test_a_message_and_a_press_at_once_are_both_answered(worker: Worker) -> None:
    await at(worker, "you_and_them")
    click = worker.pressing("next", **YOURS)
    reply, (status, _) = await at_once(worker.deliver(click), worker.bot.post(worker.activity(text="3.7")))
    await worker.bot.all_sent()
    assert reply["statusCode"] == status == 200
    live = [card for card in worker.chat.cards if card.presses]
    assert [card.name for card in live] == ["what_and_why"]


async def test_many_people_at_once_each_get_their_own(worker: Worker) -> None:
    people = [Worker(worker.bot, f"worker{number}") for number in range(12)]

    async def one(person: Worker, number: int) -> str:
        await person.say("share")
        await person.go_on(ROUTINE | {"child": f"C{number:03}", "why": f"{WHAT['why']} {number}"})
        await person.press("shared", shared_how="phone")
        return person.card.filled["note"]

    notes = await at_once(*(one(person, number) for number, person in enumerate(people)))
    assert all(f"{WHAT['why']} {number}." in note for number, note in enumerate(notes))
    assert len(matters_kept(worker.bot.database_url)) == len(people)
