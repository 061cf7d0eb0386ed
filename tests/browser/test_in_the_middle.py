"""What may come between the questions: a changed answer, a restart, danger, a word explained, an old card."""

import json
from typing import Any

import pytest

from ops.playground import Playground
from tests.browser.conftest import SETTINGS, LiveBot
from tests.browser.filling import ASTHMA, hurt, routine, what_and_why, you_and_them
from tests.browser.playground import Chat
from tests.browser.wire import Wire, card_of

NUMBER = SETTINGS["DUTY_PHONE"]
MOVED_ON = "That card had moved on. Here is where you are now."


async def test_a_change_of_who_is_told_asks_again_only_what_was_about_them(chat: Chat) -> None:
    await chat.send("tell the school nurse about asthma")
    await routine(chat)
    await chat.click("Your answers")
    await chat.press("Change")
    assert await chat.value("Which child?") == "P"
    assert await chat.value("Who will you tell?") == "School nurse"
    await chat.choose("Who will you tell?", "GP")
    await chat.press("Next")

    await chat.shows("Is each line needed?")
    await chat.shows(f"2. {ASTHMA[1]}")
    await chat.send("keep")
    await chat.send("yes")
    await chat.shows("Which parents know what about this sharing?")
    await chat.send("they know everything")

    await chat.shows("Yes. You can tell the GP now.")
    await chat.click("Your answers")
    await chat.shows("P can be checked at school and sleep better")


async def test_a_change_that_touches_nothing_else_comes_straight_back_to_the_answer(chat: Chat) -> None:
    await chat.press("Can I share this?")
    await routine(chat)
    await chat.click("Your answers")
    await chat.press("Change")
    await chat.choose("Is this your case?", "I supervise the allocated worker")
    await chat.press("Next")

    await chat.shows("Yes. You can tell the school nurse now.")
    await chat.click("Why?")
    await chat.shows("You supervise the case.")


@pytest.mark.parametrize("kill", [False, True], ids=["stopped in good order", "killed"])
async def test_after_a_restart_the_same_card_goes_on_with_what_was_filled_in(
    chat: Chat, bot: LiveBot, *, kill: bool
) -> None:
    await chat.press("Can I share this?")
    await you_and_them(chat)
    await chat.fill("Why share it?", "P can be checked at school")
    bot.restart(kill=kill)

    assert await chat.value("Why share it?") == "P can be checked at school"
    await what_and_why(chat, *ASTHMA)
    await chat.send("keep")
    bot.restart(kill=kill)
    await chat.send("keep")
    await chat.send("none of these")
    await chat.send("all four")
    await chat.shows("Yes. You can tell the school nurse now.")


async def test_danger_opens_at_once_and_carrying_on_keeps_what_was_filled_in(chat: Chat) -> None:
    await chat.press("Can I share this?")
    await hurt(chat)
    await chat.fill("What do you know, and from whom?", 'B said to me: "D hit me."')
    await chat.press("Child in danger now: act first")

    await chat.shows("ring 999 now")
    await chat.shows(NUMBER)
    await chat.shows("No form, no approval and nothing in this chat stands in the way.")
    assert await chat.buttons() == ["Carry on and record", "Pressed by mistake"]
    await chat.press("Carry on and record")

    await chat.shows(f"Ring 999 if it is now, or {NUMBER}.")
    assert await chat.value("What do you know, and from whom?") == 'B said to me: "D hit me."'
    assert await chat.card().chosen("Has B already been harmed?") == [], "nothing is answered for the worker"


async def test_help_and_a_term_explained_come_back_to_the_same_place(chat: Chat) -> None:
    await chat.press("Can I share this?")
    await you_and_them(chat)
    await chat.send("what is need to know?")
    await chat.shows("Need to know (3.7): Someone needs to know a thing when")
    await chat.shows("What will you tell them?")
    await chat.send("3.9(a)")
    await chat.shows("3.9(a)")
    await chat.shows("What will you tell them?")
    await chat.send("help")
    await chat.click("More that you can type")
    await chat.shows("lists what is open or finished")
    await chat.press("Carry on")

    await chat.shows("About P · Step 2 of about 6")
    await what_and_why(chat, *ASTHMA)
    await chat.shows("Is each line needed?")


async def test_what_cannot_be_taken_says_why_and_loses_nothing(chat: Chat) -> None:
    await chat.press("Can I share this?")
    await chat.fill("Which child?", "Peter Smith of Mill Lane")
    await chat.choose("Is this your case?", "I'm the allocated worker")
    await chat.choose("Is there something", "Yes")
    await chat.press("Next")

    await chat.shows("Please give initials (P, or A.B.) or the council's number, not a name.")
    await chat.shows("Please answer this one.")
    assert await chat.value("Which child?") == "Peter Smith of Mill Lane"
    assert await chat.card().chosen("Is this your case?") == ["I'm the allocated worker"]
    assert await chat.card().chosen("Is there something") == ["Yes"]


async def test_a_double_click_goes_on_by_one_card_and_says_so(chat: Chat) -> None:
    await chat.press("Can I share this?")
    await chat.fill("Which child?", "P")
    await chat.choose("Is this your case?", "I'm the allocated worker")
    await chat.choose("Who will you tell?", "GP")
    await chat.choose("Is there something", "Yes")
    next_button = chat.card().locator.get_by_role("button", name="Next", exact=True)
    # Both clicks before the client can draw the next card, whose button stands in the same place.
    mark = len(chat.frames)
    await chat.turn(lambda: next_button.evaluate("button => { button.click(); button.click(); }"))

    # The page may draw the replies to the two in either order: what counts is what Teams was left with.
    await chat.frames.wait_for("it says so", mark, lambda frame: MOVED_ON in json.dumps(frame.message))
    await chat.shows("About P · Step 2 of about 6")
    assert await chat.value("What will you tell them?") == ""
    last = json.dumps(chat.frames.since(mark)[-1].message, ensure_ascii=False)
    assert MOVED_ON in last
    assert "Step 2 of about 6" in last


async def test_an_old_card_pressed_elsewhere_changes_no_answer(chat: Chat, playground: Playground) -> None:
    await chat.press("Can I share this?")
    await you_and_them(chat)
    await chat.send("P has missed two asthma check-ups")
    message, action = asked_first(chat)
    async with Wire(playground) as other_device:
        await other_device.press(message, "next", action["data"] | {"child": "Q", "part_in_case": "none"})

    await chat.shows("This goes on in another card of this chat.")
    assert await chat.buttons() == []
    current = chat.card(-2)
    await current.shows(MOVED_ON)
    await current.shows("About P · Step 2 of about 6")
    assert await current.value("What will you tell them?") == "P has missed two asthma check-ups"


def asked_first(chat: Chat) -> tuple[str, dict[str, Any]]:
    """The message and the "Next" of the first card of questions, as it was once drawn."""
    for frame in chat.frames.since(0):
        for action in card_of(frame.message)["actions"]:
            if action["data"].get("card") == "you_and_them" and action["verb"] == "next":
                return frame.message_id, action
    raise AssertionError("no card asked anything yet")


async def test_a_matter_is_put_by_opened_again_and_deleted_with_its_words(chat: Chat) -> None:
    await chat.press("Can I share this?")
    await routine(chat)
    await chat.press("Words for the school nurse")
    await chat.card(-2).press("Stop for now")
    await chat.card(-2).shows('Kept. You\'ll find it in "My matters".')
    await chat.card(-2).press("My matters")
    await chat.card(-2).shows("P: the school nurse")
    await chat.card(-2).press("Open")
    await chat.card(-2).shows("Yes. You can tell the school nurse now.")

    await chat.send("my matters")
    await chat.press("Delete")
    await chat.shows("Delete this one?")
    await chat.press("Yes, delete it")

    await chat.shows("Nothing is open or finished here.")
    await chat.shows("Teams keeps its own copy under the council's rules")
    assert "asthma" not in str(await chat.messages())
