"""Practice in the real client: all right; two wrong turns; left half-way; and a whole case over three days."""

from collections.abc import Mapping

import pytest

from ops.playground import configuration
from tests.browser.company import MovedClock
from tests.browser.conftest import LiveBot
from tests.browser.pictures import Pictures
from tests.browser.playground import Chat


@pytest.fixture(scope="module")
def clock(tmp_path_factory: pytest.TempPathFactory) -> MovedClock:
    """One for the module, as the bot is; each test goes on from where the last one has left it."""
    return MovedClock(tmp_path_factory.mktemp("clock") / "seconds-ahead")


@pytest.fixture
def bot_settings(clock: MovedClock) -> dict[str, str]:
    """K.O. is a practice educator as well, and so can look at what K.O. shows."""
    return {
        "DANGEROUSLY_SHIFT_CLOCK": str(clock.file),
        "PRACTICE_EDUCATORS": configuration()["currentUser"]["aadObjectId"],
    }


Answers = Mapping[str, str | list[str]]
"""What is chosen on a card, or ticked, by the beginning of its question."""


async def answer(chat: Chat, answers: Answers) -> None:
    """Choose each answer on the card by its question, or tick those of a list, and go on."""
    for question, said in answers.items():
        if isinstance(said, str):
            await chat.choose(question, said)
        else:
            await chat.tick(question, *said)
    await chat.press("Next")


async def decide(chat: Chat, would_do: str, rests_on: str) -> None:
    await chat.choose("What would you do?", would_do)
    await chat.choose("Which paragraph does it rest on?", rests_on)
    await chat.press("How did it go?")


MINE: Answers = {"Is this your case?": "I'm the allocated worker"}
HEALTH = ["Physical or mental health"]
CONCERN = {**MINE, "Why now?": "A safeguarding concern"}
ASKING: Answers = {"Does a line tell them more": "No, it only asks", "Are you asking about any of these?": HEALTH}
UNTOLD = {"Which parents know what": ["None of these"]}


def not_first(why: str) -> Answers:
    return {"Can you tell": "No", "Why not?": [why], "How can they safely be reached?": ["Ring"]}


async def begin(chat: Chat, story: str = "share-anger-before-the-gp", when: str = "At the end") -> None:
    await chat.send(f"practise {story}")
    await chat.shows("PRACTICE. A made-up story.")
    await chat.choose("When do you want to hear how it went?", when)
    await chat.press("Begin")


async def test_all_right_reaches_the_most(chat: Chat) -> None:
    await begin(chat, "gather-further-risk-is-enough")
    await answer(chat, CONCERN)
    await answer(chat, ASKING)
    await chat.shows("New, while you were busy:")
    await answer(chat, {"Do all of R's parents know that you will ask?": "No, there's a reason"})
    await answer(chat, {"What would telling them first do?": ["It might put the child at further risk"]})
    await decide(chat, "Yes. You can make these checks now, before the parents know.", "5.2(a)")

    await chat.shows("16 of 16 points: two")
    await chat.shows("What you saw well")
    await chat.click("Change the story")
    await chat.press("Try it")
    await chat.shows("What is different now:")


async def test_two_wrong_turns_are_told_at_once_and_at_the_end(chat: Chat, pictures: Pictures) -> None:
    await begin(chat, when="After each card")
    await answer(chat, {**MINE, "Who will you tell?": "GP", "Is there something": "Yes"})
    await answer(chat, {"Is any of it taken from something": "No (including what someone told us by phone)"})
    weighed: Answers = {f"Does the GP need line {number}?": "They need it" for number in (1, 2)}
    await answer(chat, {**weighed, "Is any of it about one of these?": HEALTH})
    await chat.shows("The rent does not help anyone change a dose.")
    await pictures.take(chat, "practice-feedback")
    await answer(chat, UNTOLD)
    await answer(chat, not_first("They'll be angry"))
    await chat.shows("Anger at news is no exception")
    await decide(chat, "Not yet. Tell N's parents first, then share.", "3.2")

    await chat.shows("20 of 24 points: two")
    await chat.card().click("More about it", which=1)
    await chat.shows("What might have followed: She hears it from the surgery.")
    await chat.press("Show an educator")
    await chat.fill("What would you like to ask them?", "Would you have rung her first?")
    await chat.press("Yes, show it")
    await chat.shows("Shown to the practice educators.")
    await chat.press("My progress")
    await chat.shows("How practice goes")
    await chat.shows("3.9(a) The harm exception")
    await pictures.take(chat, "practice-progress")
    await chat.press("Practice")
    await chat.press("How the group does")
    await chat.shows("Fewer than five people have practised")
    await chat.shows("K.O.: Telling a health professional")
    await chat.press("Open")
    await chat.shows("K.O. asks: Would you have rung her first?")
    await chat.shows("Anger at news is no exception")


async def test_left_half_way_it_is_gone_on_with_on_the_next_day(chat: Chat, bot: LiveBot, clock: MovedClock) -> None:
    await begin(chat, "document-until-thursday")
    await answer(chat, {**MINE, "Who is it for?": ["Other professionals"]})
    await answer(chat, {"Did we write it?": "No, someone else did", "Does it quote anyone else?": "No"})
    await chat.press("Stop for now")
    await chat.shows("Kept. You'll find it under Practice, half-way.")

    clock.forward(days=1)
    bot.restart(kill=True)
    await chat.send("my matters")
    await chat.shows("Nothing is open or finished here.")
    await chat.send("practice")
    await chat.press("Go on: A report for the police")
    agreed = {"Has the author agreed": "In writing, for them", "Have you talked with the author": "Yes"}
    await answer(chat, {**agreed, "Any doubt": "No"})
    needed = {"Is there something": "Yes", "How much of it do they need": "All of it"}
    await answer(chat, {"Which professional?": "Police", **needed})
    held = {"Is there anything in it that the police can't have?": "No, I've read all of it"}
    taken = {"Who has taken it out so far?": ["No one yet, or nothing to take out"]}
    await answer(chat, {**held, **taken, "Is any of it about one of these?": HEALTH})
    await answer(chat, {"What is S's own legal status?": "None of these", "Is there a court case": "No"})
    await answer(chat, UNTOLD)
    await answer(chat, not_first("Telling could get in the way of a criminal investigation"))
    await decide(chat, "Yes. It can go to the police now, before the parents know.", "3.9(b)")
    await chat.shows("points: two for a right choice")
    await chat.shows("It rests on 3.9(b) ")
    await chat.press("My progress")
    await chat.shows("How practice goes")


async def ask_the_network(chat: Chat, parents_know: str) -> None:
    """The cards of a network check, up to the two last questions."""
    await chat.press("Begin")
    await answer(chat, CONCERN)
    await answer(chat, ASKING)
    await answer(chat, {"Do all of T's parents know that you will ask?": parents_know})


async def test_a_whole_case_is_played_over_three_days(chat: Chat, clock: MovedClock) -> None:
    await chat.send("practise case-the-green-bottles")
    await chat.shows("4. A whole case, over several days")
    await ask_the_network(chat, "Only one of them knows")
    await decide(chat, "The guidance doesn't cover this: only one of T's parents knows.", "3.2")
    await chat.shows("Decision: right.")
    await chat.shows("The case goes on tomorrow, under Practice.")

    clock.forward(days=1)
    await chat.send("practice")
    await chat.press("Go on: A worry about drink")
    await chat.shows("Day 2. One day after the first.")
    await chat.shows("Last night T's father was at home.")
    await ask_the_network(chat, "Yes, every one of them knows all four")
    await decide(chat, "Yes. You can make these checks now.", "5.2")
    await chat.shows("The case goes on in 2 days, under Practice.")

    clock.forward(days=1)
    await chat.send("practice")
    await chat.shows("A worry about drink: goes on")
    clock.forward(days=1)
    await chat.send("practice")
    await chat.press("Go on: A worry about drink")
    await chat.shows("Day 3. 3 days after the first.")
    await chat.press("Begin")
    await answer(chat, {"How did it come?": "By letter"})
    came_with = {"Did anything in writing come with it?": "Yes, and I want to pass it on"}
    await answer(chat, {"Did they set a limit": "None stated", **came_with})
    await decide(chat, "You have what should be noted", "4.1")
    await chat.shows("Decision: right.")
    await chat.press("My progress")
    await chat.press("For supervision")
    await chat.fill("What do you take from it?", "I had one parent in mind, and there are two.")
    await chat.press("Keep my line")
    await chat.shows("Kept, and on the page.")
