"""From "hello" to the note and the close, in the real client: by clicks, and by typing.

Turns are counted as the guidance's shortest paths are: asking is the first, and a greeting before it is none.
"""

from tests.browser.filling import ASTHMA, HURT, hurt, routine, telling, untold
from tests.browser.pictures import Pictures
from tests.browser.playground import Chat

AS_IT_IS = "It can go to them as it is"


async def looked_at(chat: Chat, *marks: str) -> None:
    """Say of each text whether it can go to the parents."""
    for number, mark in enumerate(marks, start=1):
        await chat.choose(f"Can text {number} go to them?", mark)
    await chat.press("Next")


async def greeted(chat: Chat) -> None:
    """Hello, and the welcome; turns are counted from here."""
    await chat.send("hello")
    await chat.shows("I'm not AI: I go by the guidance's own rules.")
    chat.turns = 0


async def test_a_routine_share_by_clicks_takes_six_turns_to_the_note(chat: Chat, pictures: Pictures) -> None:
    await greeted(chat)
    async with pictures.film(chat, "sharing"):
        await chat.press("Can I share this?")
        await routine(chat)

        assert chat.turns == 5
        await chat.shows("Yes. You can tell the school nurse now.")
        await chat.shows("Share only the two lines you kept.")
        await pictures.take(chat, "answer")
        await chat.click("Why?")
        await chat.shows("P's parents know what, why, what for and who.")
        await share_by_phone(chat, "R.L., school nurse", said="T: I should have booked it.")

    assert chat.turns == 6
    await chat.shows("Title: Shared with the school nurse, parents told first")
    note = (await chat.value("Details")).splitlines()
    assert note[0] == "WHAT WAS SHARED"
    assert [f"{number}. {line}" for number, line in enumerate(ASTHMA, start=1)] == note[2:4]
    assert "T: I should have booked it." in note
    await chat.fill("Your initials and job", "K.O., social worker")
    await chat.press("Fill them in")
    await pictures.take(chat, "note")
    await chat.click("Read the whole note")
    await chat.shows("Mine: K.O., allocated social worker")
    await chat.press("I've copied it: delete it here")

    await chat.shows("P: copied to MOSAIC")
    assert "asthma" not in str(await chat.messages())


async def share_by_phone(chat: Chat, whom: str, *, said: str = "") -> None:
    """Open "I've shared it", fill it in and save it."""
    await chat.click("I've shared it")
    await chat.fill("When did you share it?", "11 March 2026")
    await chat.fill("Time", "13:40")
    await chat.choose("How?", "By phone")
    await chat.fill("With whom?", whom)
    await chat.fill("What did the parents say?", said)
    await chat.press("Save and make my note")


async def test_a_share_on_the_harm_exception_by_clicks_takes_eleven_turns_to_the_note(chat: Chat) -> None:
    await greeted(chat)
    await chat.press("Can I share this?")
    await hurt(chat)
    await harmed(chat)

    assert chat.turns == 7
    await chat.shows("Yes. You can tell the school now, before the parents know.")
    await chat.shows("Ask the school not to speak to the parents about it for now.")
    await chat.press("Words for the parents, afterwards")
    await chat.click("What counts?")
    await chat.shows("Ask of each: does it say who told us?")
    await looked_at(chat, "I'll put it in other words", *[AS_IT_IS] * 3)
    await chat.fill("Text 1, as the parents may hear it", "B has been hurt")
    await chat.press("Next")
    await chat.click("Read on")
    words = await chat.text()
    assert words.startswith("Words for B's parents, afterwards")
    assert "I am sorry that you are hearing it after the event" in words
    assert "B has been hurt" in words
    assert HURT[0] not in words, "the parents would read who told us"
    assert "No letter is offered" in words
    assert "No text is offered" in words

    answer = chat.card(-2)
    await answer.click("I've shared it")
    await answer.choose("How?", "By phone")
    await answer.fill("With whom?", "R.L., safeguarding lead")
    await answer.fill("What does B want?", "B asked me not to tell D.")
    await answer.fill("When will you look again at telling them?", "12 March 2027")
    await answer.press("Save and make my note")

    assert chat.turns == 11
    await answer.shows("Title: Shared with the school, parents not told first")
    note = await answer.value("Details")
    assert "WHY THE PARENTS WERE NOT TOLD FIRST (3.9)\nHarm exception, 3.9(a)." in note
    assert "HELD BACK (3.7)\n- How B said it happened" in note
    assert 'WHAT IS KNOWN\nB said to me: "D hit me with the belt."' in note
    assert "To be looked at again 12/03/2027." in note
    await answer.press("I've copied it: delete it here")

    await answer.shows("Tell the family: I remind you on 12/03/2027.")
    await chat.shows("This card was emptied")
    assert "belt" not in str(await chat.messages())


async def harmed(chat: Chat) -> None:
    """The grounds: harm said, and a concern about more."""
    await chat.choose("Has B already been harmed?", "Yes: said, seen or found")
    await chat.fill("What do you know, and from whom?", 'B said to me: "D hit me with the belt."')
    await chat.choose("Do you have a real concern", "Yes, because...")
    await chat.fill("Your concern, and what it rests on", "If D hears first, D may do what B says D threatened.")
    await chat.press("Next")


TYPED = (
    ("tell the school nurse about asthma", "You and them"),
    ("P", "About P"),
    ("yes, it's my case, and they need it", "What, and what for"),
    ("\n".join(ASTHMA), "1. P has missed two asthma check-ups; 2. P has been coughing at night"),
    ("P can be checked at school and sleep better", "P can be checked at school and sleep better"),
    (
        "to make an asthma plan for P",
        "Is any of it taken from something another professional wrote: a report, letter or email?",
    ),
    ("no", "Is each line needed?"),
    ("1", "Does the school nurse need line 2?"),
    ("keep", "Is any of it about one of these?"),
    ("none of these", "What P's parents know"),
    ("all four", "Yes. You can tell the school nurse now."),
    ("words for the school nurse", "I'm going to tell you two things about P"),
    ("I've shared it", "What was shared"),
    ("11/03/2026 13:40", "How?"),
    ("on the phone", "With whom? Initials and job"),
    ("R.L., school nurse", "Anything different from what you planned?"),
    ("no", "What did the parents say?"),
    ("T: I should have booked it.", "Title: Shared with the school nurse, parents told first"),
)
"""What is typed, and what is on the newest card then."""


async def test_a_worker_who_only_types_gets_from_one_sentence_to_a_copied_note(chat: Chat) -> None:
    for text, expected in TYPED:
        await chat.send(text)
        await chat.shows(expected)

    note = await chat.value("Details")
    assert note.startswith("WHAT WAS SHARED\nWith R.L., school nurse")
    assert "1. P has missed two asthma check-ups\n2. P has been coughing at night" in note
    await chat.send("copied")

    await chat.shows("P: copied to MOSAIC")
    pressable = [position for position in range(await chat.cards() - 1) if await chat.card(position).buttons()]
    assert pressable == [], "every card that was answered is left with nothing to press"


async def test_after_one_matter_is_copied_the_next_can_be_begun_with_a_click(chat: Chat) -> None:
    await chat.press("Can I share this?")
    await routine(chat)
    await share_by_phone(chat, "R.L., school nurse")
    await chat.press("I've copied it: delete it here")
    await chat.press("What I can do")
    await chat.press("Can I share this?")

    await chat.shows("You and them")
    assert await chat.value("Which child?") == ""


async def test_tell_them_first_becomes_yes_when_they_know_now(chat: Chat) -> None:
    await chat.press("Can I share this?")
    await untold(chat)
    await telling(chat, safely=("Ring", "Write"))

    await chat.shows("Not yet. Tell P's parents first, then share.")
    await chat.press("Words for the parents")
    await looked_at(chat, *[AS_IT_IS] * 4)
    assert "I'd like to tell you about something before I do it." in await chat.text()
    assert (await chat.value("A letter, only where post is safe")).startswith("Dear [the name they like to be called],")
    answer = chat.card(-2)
    await answer.click("They know now")
    await answer.choose("Has T been told?", "Told")
    await answer.choose("Has D been told?", "Told")
    await answer.fill("Who has been told, and how?", "T and D, by phone")
    await answer.press("Save and work it out again")

    await answer.shows("Yes. You can tell the school nurse now.")
    await answer.click("Why?")
    await answer.shows("P's parents know what, why, what for and who.")
