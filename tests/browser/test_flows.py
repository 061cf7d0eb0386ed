"""One journey through each flow beside sharing, clicked in the real client: the turns, the answer, the note.

All of it is one worker's day in one chat: each journey begins at the welcome, below what the last one left open.
"""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser

from ops.playground import WORKER, Playground
from tests.browser import filling_flows as fill
from tests.browser.conftest import SETTINGS, LiveBot, Stage, keep_if_failed
from tests.browser.filling import ALL_FOUR, ASTHMA, parents_know, weigh, what_and_why
from tests.browser.pictures import Pictures
from tests.browser.playground import Chat

CHECKS = ("GP: any injuries seen since June", "School: has R been in this week")
DOCUMENT_KNOWN = ("What will be given", *ALL_FOUR[1:])
PHONED = "I rang T twice this morning; the strategy talk is at 14:00."


@pytest.fixture(scope="module")
def playground_and_bot(stage: Stage) -> tuple[Playground, LiveBot]:
    return stage.machines(SETTINGS, WORKER)


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def day(browser: Browser, playground_and_bot: tuple[Playground, LiveBot], stage: Stage) -> Chat:
    """The page that stays open all day."""
    return await stage.page(browser, playground_and_bot[0], "a day")


@pytest_asyncio.fixture(loop_scope="session")
async def chat(day: Chat, bot: LiveBot, request: pytest.FixtureRequest) -> AsyncIterator[Chat]:
    yield day
    await keep_if_failed(request, day, bot)


async def test_network_checks_for_undue_delay_take_five_turns_to_the_answer_and_six_to_the_note(
    chat: Chat, pictures: Pictures
) -> None:
    await fill.begin(chat, "Network checks")
    await fill.checks_case(chat)
    await fill.agencies(chat, *CHECKS)
    await fill.checks_untold(chat, "It might cause too long a delay", rests_on=PHONED)

    assert chat.turns == 5
    await chat.shows("Yes. You can make these checks now, before the parents know.")
    await pictures.take(chat, "network-checks")
    await chat.click("Why?")
    await chat.shows("that is a reason not to tell them first. (5.2(c))")
    await sent(chat)

    assert chat.turns == 6
    await chat.shows("Title: Network checks made, parents not told first")
    note = await chat.value("Details")
    assert note.startswith("NETWORK CHECKS MADE (5.1)\n")
    assert PHONED in note
    assert note.count("No reply yet.") == 2
    await chat.press("Reply 1 came")
    await fill.reply(chat, "R.L., practice nurse", "Seen on 3 July, a bruise", limit="Not to go to D")

    assert chat.turns == 8, "one turn beside opening it"
    await chat.shows("Replied.")
    note = await chat.value("Details")
    assert f"1. Asked: {CHECKS[0]}\nFrom: R.L., practice nurse\nSaid: Seen on 3 July, a bruise" in note
    assert "Limit on using it or passing it on: Not to go to D" in note
    assert note.count("No reply yet.") == 1


async def sent(chat: Chat) -> None:
    await chat.click("I've sent them")
    await chat.fill("When did the requests go?", "11 March 2026")
    await chat.fill("Time", "13:20")
    await chat.choose("How?", "By secure email")
    await chat.fill("When will you look again", "12 March 2027")
    await chat.press("Save and make my note")


async def test_a_report_for_the_father_takes_six_turns_to_the_answer_and_goes_only_once_nothing_is_missing(
    chat: Chat, pictures: Pictures
) -> None:
    await fill.begin(chat)
    await chat.send("can I give dad the psychiatrist's report")
    assert await chat.value("Which document?") == "psychiatrist's report"
    await fill.document_for_father(chat)
    await fill.written_by(chat, "Dr R.S., psychiatrist", "the hospital's adult team")
    await fill.author_says(chat, "Not asked yet", talked="No, or not sure")
    await fill.read_for(chat, "Not read for that yet")
    await fill.orders(chat, "Care Order")

    assert chat.turns == 6
    await chat.shows("Not yet. A few things come first.")
    await chat.shows("1. Read it for what P's father can't have")
    await chat.shows("2. Talk with the author about what can and can't go to P's father.")
    assert "I've given it" not in await chat.buttons()
    await pictures.take(chat, "ledger")
    await chat.press("Words for the author")
    assert chat.turns == 7
    email = await chat.value("For a secure email")
    assert "I am asking for your agreement in writing that it may go to P's father, and to no one else." in email

    await chat.send("my matters")
    await chat.press("Open")
    await chat.press("Done...", which=1)
    await fill.author_says(chat, "In writing, for them", talked="Yes")
    await chat.press("Done...", which=0)
    await fill.read_for(chat, "Yes", "Me", "My manager", "Legal Services")
    await chat.fill("What came out?", "an address, page 3")
    await chat.fill("Your manager's initials", "M.A., 12/03/2026")
    await chat.press("Next")

    await chat.shows("Yes. It can go to P's father now.")
    await chat.click("I've given it")
    await chat.choose("How?", "In person")
    await chat.fill("To whom?", "D, father")
    await chat.press("Save and make my note")
    note = await chat.value("Details")
    assert note.startswith("WHAT WAS GIVEN\n")
    assert "M.A., 12/03/2026" in note


async def test_information_received_takes_two_turns_to_the_note_and_goes_on_into_a_sharing(chat: Chat) -> None:
    await fill.begin(chat, "Information came in")
    before = chat.turns
    await fill.came_in(chat, "P has missed two check-ups.")
    await chat.choose("Have you rung them back", "Yes")
    await fill.limits(chat, "Don't tell D where this came from")

    assert chat.turns - before == 2
    await chat.shows("Title: Information received about P")
    note = await chat.value("Details")
    assert note.startswith("INFORMATION RECEIVED\nFrom: A.M., health visitor, clinic")
    assert "Don't tell D where this came from" in note
    await chat.click("What else?")
    await chat.press("Someone needs to hear this")

    await chat.shows("You and them")
    assert await chat.value("Which child?") == "P"
    await chat.choose("Is this your case?", "I'm the allocated worker")
    await chat.choose("Who will you tell?", "GP")
    await chat.choose("Is there something", "Yes")
    await chat.press("Next")
    assert await chat.value("What will you tell them?") == "P has missed two check-ups."


async def test_the_first_conversation_is_a_checklist_before_the_visit_and_ticked_after_it(chat: Chat) -> None:
    await fill.begin(chat, "First conversation with parents")
    await fill.visit(chat)

    assert chat.turns == 2
    await chat.shows("Ten things to go through with P's parents.")
    await chat.shows("Book the interpreter (Somali).")
    await chat.click("Point by point, with words you could say")
    await chat.shows("10. Check.")
    await chat.click("We've had the conversation")
    await chat.fill("With whom", "T, mother, at home, with an interpreter")
    said = ("The law lets us share", "No consent is needed", "What we might share")
    told_first = ("They hear first: what goes", "They hear first: why", "They hear first: what it's")
    await chat.tick("What did you cover?", *said, *told_first, "They hear first: who", "We also ask other")
    await chat.fill("What did they ask?", "Who at school would know?")
    await chat.press("Save and make my note")

    assert chat.turns == 3
    await chat.shows("Good to record now. Not all of it has been said yet.")
    await chat.click("What is still to say, in words (2)")
    await chat.shows("9. The privacy notice.")
    note = await chat.value("Details")
    assert "STILL TO SAY\n- The privacy notice\n- A check that they have understood" in note
    assert "Who at school would know?" in note


async def test_what_is_not_yours_to_give_is_said_two_turns_after_the_caller_asks(chat: Chat) -> None:
    await fill.begin(chat, "Someone's on the phone")
    await chat.shows("Nothing has to be answered on this call.")
    await chat.choose("Have you rung them back", "Not yet")
    before = chat.turns
    await chat.press("They're asking us for something")
    await fill.caller(chat, "None of these", "Another professional")

    assert chat.turns - before == 2
    await chat.shows("This isn't yours to give. Pass it to the allocated worker.")
    await chat.shows("I can't answer that myself. Give me your name, your job, your number and what you need")
    message = "P: solicitor J.H. asked where P is staying. I gave nothing out."
    await chat.fill("A message to hand it over", message)
    await chat.click("I've passed it on")
    await chat.fill("Who did you pass it to", "K.O., allocated worker, by message")
    await chat.press("Save and make my note")
    note = await chat.value("Details")
    assert note.startswith("PASSED ON, NOTHING GIVEN OUT\n")
    assert message in note


async def test_someone_authorised_may_answer_and_drafts_the_case_summary_entry_on_the_way(chat: Chat) -> None:
    await fill.begin(chat, "Someone's on the phone")
    await chat.choose("Have you rung them back", "Yes")
    await chat.press("They're asking us for something")
    await chat.choose("What does the case summary say", "It may be given out")
    await fill.caller(chat, "One of them has said", "School nurse", need="Yes")
    await chat.choose("Are you social work staff?", "Yes")
    await chat.press("Next")
    await chat.fill("What would you give them?", "\n".join(ASTHMA))
    await chat.fill("Why give it out?", "P can be checked at school")
    await chat.fill("What will they use it for?", "make an asthma plan for P")
    await chat.choose("Is any of it taken from something", "No (including what someone told us by phone)")
    await chat.press("Next")
    await weigh(chat, "They need it", "They need it")
    await parents_know(chat, *ALL_FOUR)

    await chat.shows("Yes. You can give the school nurse this now.")
    await chat.click("Why?")
    await chat.shows("The allocated worker or the supervisor has said you may.")
    await chat.click("What else?")
    await chat.press("Draft the case summary entry")
    assert await chat.value("Which child?") == "P"
    await chat.click("More you can add")
    await entered(chat)
    assert "1. Where P is staying" in await chat.value("The entry: edit here")
    await chat.press("Back to where I came from")

    await chat.shows("Yes. You can give the school nurse this now.")
    await chat.click("I've shared it")
    await chat.choose("How?", "By phone")
    await chat.fill("With whom?", "R.L., school nurse")
    await chat.press("Save and make my note")
    note = await chat.value("Details")
    assert note.startswith("WHAT WAS SHARED\nWith R.L., school nurse")
    assert "The case summary on giving this out (3.10): It may be given out." in note
    assert "authorised by the allocated social worker or the supervisor (3.10)" in note


async def entered(chat: Chat) -> None:
    """The case summary entry, the child being known."""
    await chat.fill("What may be given out?", "P's school and class")
    await chat.fill("To whom?", "the school nurse and the GP")
    await chat.fill("What may not be given out?", "Where P is staying")
    await chat.tick("Where will you put it, so that the whole team can see it?", "In the case summary")
    await chat.press("Next")


async def test_a_case_summary_entry_is_one_card_and_says_what_it_lacks(chat: Chat) -> None:
    await fill.begin(chat, "Case summary entry")
    await chat.fill("Which child?", "P")
    await chat.fill("What may be given out?", "P's school and class")
    await chat.tick("Where will you put it, so that the whole team can see it?", "In the case summary")
    await chat.press("Next")

    assert chat.turns == 2
    await chat.shows("Still missing (3.10)")
    await chat.press("Back")
    await entered(chat)
    await chat.shows("It says what may go, what may not, and where the team sees it (3.10).")
    await chat.press("I've copied it: delete it here")
    assert "Where P is staying" not in await chat.text()


async def test_a_report_in_a_sharing_opens_its_ledger_and_comes_back_with_what_was_found_out(chat: Chat) -> None:
    await fill.begin(chat, "Can I share this?")
    await chat.fill("Which child?", "P")
    await chat.choose("Is this your case?", "I'm the allocated worker")
    await chat.choose("Who will you tell?", "School nurse")
    await chat.choose("Is there something", "Yes")
    await chat.press("Next")
    await what_and_why(chat, *ASTHMA, someone_elses="Yes")
    await fill.author_says(chat, "Not asked yet", talked="No, or not sure")
    await weigh(chat, "They need it", "They need it")
    await parents_know(chat, *ALL_FOUR)
    await chat.shows("Not yet. A few things come first.")
    await chat.click("What else?")
    await chat.press("Open the document ledger")

    await chat.shows("The document, and who it is for")
    assert await chat.value("Which child?") == "P"
    await chat.fill("Which document?", "paediatrician's letter")
    await chat.fill("Who exactly?", "N.O., school nurse")
    await chat.press("Next")
    await fill.written_by(chat, "Dr A.M., paediatrician", "the hospital")
    await fill.author_says(chat, "In writing, for them", talked="Yes")
    assert await chat.value("Which professional?") == "School nurse"
    await chat.choose("Is there something", "Yes")
    await chat.choose("How much of it", "All of it")
    await chat.press("Next")
    await fill.read_for(chat, "No, I've read all of it")
    await fill.orders(chat, "None of these")
    await parents_know(chat, *DOCUMENT_KNOWN)
    await chat.click("What else?")
    await chat.press("Back to where I came from")

    await chat.shows("Back to what you were doing. What you found out is filled in.")
    await chat.shows("Yes. You can tell the school nurse now.")


async def test_what_the_guidance_does_not_cover_is_said_with_whom_to_ask(chat: Chat) -> None:
    await fill.begin(chat)
    await chat.send("a university wants our data for research")

    await chat.shows(
        "The guidance doesn't cover research, even by someone who works here, so I can't tell you yes or no."
    )
    await chat.shows("Information Governance")
    assert "Child in danger now: act first" in await chat.buttons()
