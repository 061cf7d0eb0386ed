"""Practice in the real client: all right; with two wrong turns; left half-way and gone on with after a restart."""

from tests.browser.conftest import LiveBot
from tests.browser.playground import Chat

STORY = "practise share-anger-before-the-gp"
RIGHT = "Not yet. Tell N's parents first, then share."


async def begun(chat: Chat, when: str = "At the end") -> None:
    await chat.send(STORY)
    await chat.shows("PRACTICE. A made-up story.")
    await chat.choose("When do you want to hear how it went?", when)
    await chat.press("Begin")


async def first_cards(chat: Chat) -> None:
    """Up to the card on which each line is weighed."""
    await chat.choose("Is this your case?", "I'm the allocated worker")
    await chat.choose("Who will you tell?", "GP")
    await chat.choose("Do they need it", "Yes")
    await chat.press("Next")
    await chat.choose("Is any of it from someone else's", "No, it's what we know ourselves")
    await chat.press("Next")


async def weighed(chat: Chat, rent: str) -> None:
    await chat.choose("Line 1: do they need it?", "They need it")
    await chat.choose("Line 2: do they need it?", rent)
    await chat.press("Next")


async def told(chat: Chat, reason: str) -> None:
    await chat.tick("What do ", "None of these")
    await chat.press("Next")
    await chat.tick("Can you tell them first?", reason)
    await chat.tick("How can they safely be reached?", "Ring")
    await chat.press("Next")


async def decided(chat: Chat) -> None:
    await chat.choose("What would you do?", RIGHT)
    await chat.choose("Which paragraph does it rest on?", "3.2")
    await chat.press("How did it go?")


async def test_all_right_reaches_the_most(chat: Chat) -> None:
    await begun(chat)
    await first_cards(chat)
    await weighed(chat, "Leave it out")
    await told(chat, "Yes, I'll tell them first")
    await decided(chat)

    await chat.shows("22 of 22 points.")
    await chat.shows(RIGHT)
    await chat.press("Try it")
    await chat.shows("What is different now:")


async def test_two_wrong_turns_are_told_at_once_and_at_the_end(chat: Chat) -> None:
    await begun(chat, "After each card")
    await first_cards(chat)
    await weighed(chat, "They need it")
    await chat.shows("The rent does not help anyone change a dose.")
    await told(chat, "They'll be angry")
    await chat.shows("Anger at news is no exception")
    await decided(chat)

    await chat.shows("18 of 22 points.")
    await chat.shows("What might have followed: She hears it from the surgery.")
    await chat.press("My progress")
    await chat.shows("How practice goes")
    await chat.shows("3.9(a) The harm exception")


async def test_left_half_way_it_is_gone_on_with_after_a_restart(chat: Chat, bot: LiveBot) -> None:
    await begun(chat)
    await first_cards(chat)
    await chat.press("Stop for now")
    await chat.shows("Kept. You'll find it under Practice, half-way.")
    bot.restart(kill=True)
    await chat.send("my matters")
    await chat.send("practice")
    await chat.press("Go on: Telling a health professional")
    await weighed(chat, "Leave it out")
    await told(chat, "Yes, I'll tell them first")
    await decided(chat)
    await chat.shows("22 of 22 points.")
