"""Each card of the other flows, filled in by clicks as a worker would, and sent on."""

from tests.browser.playground import Chat


async def begin(chat: Chat, *buttons: str) -> None:
    """From the welcome, whatever was open before: press these. Turns are counted from the first of them."""
    await chat.send("stop")
    await chat.shows("Sharing Guide")
    chat.turns = 0
    for button in buttons:
        if button not in await chat.buttons():
            await chat.click("More")
        await chat.press(button)


async def checks_case(chat: Chat) -> None:
    await chat.fill("Which child?", "R")
    await chat.choose("Is this your case?", "I'm the allocated worker")
    await chat.choose("Why now?", "A safeguarding concern")
    await chat.press("Next")


async def agencies(chat: Chat, *lines: str) -> None:
    await chat.fill("Who will you ask, and what?", "\n".join(lines))
    await chat.fill("Why ask them?", "I can see how R is doing and what would help")
    await chat.choose("Does a line tell them more", "No, it only asks")
    await chat.press("Next")


async def checks_untold(chat: Chat, *reasons: str, rests_on: str) -> None:
    """The parents don't know, and why not."""
    await chat.choose("Do all of R's parents know", "No, there's a reason")
    await chat.press("Next")
    await chat.tick("What would telling them first do?", *reasons)
    await chat.fill("What does that rest on?", rests_on)
    await chat.press("Next")


async def reply(chat: Chat, who: str, said: str, *, limit: str = "") -> None:
    await chat.fill("Who replied?", who)
    await chat.fill("What did they say?", said)
    await chat.fill("Any limit they set", limit)
    await chat.choose("Did anything in writing", "No")
    await chat.press("Next")


async def document_for_father(chat: Chat) -> None:
    """What is still open on the first card about the psychiatrist's report for P's father."""
    await chat.fill("Which child?", "P")
    await chat.choose("Is this your case?", "I'm the allocated worker")
    await chat.fill("Who exactly?", "P's father")
    await chat.fill("What is it for?", "understand what the assessment found")
    await chat.press("Next")


async def written_by(chat: Chat, author: str, service: str) -> None:
    await chat.fill("Who wrote it?", author)
    await chat.fill("For which service?", service)
    await chat.fill("What date is on it?", "3 March 2026")
    await chat.choose("Did we write it?", "No, someone else did")
    await chat.choose("Does it quote anyone else?", "No")
    await chat.press("Next")


async def author_says(chat: Chat, agreed: str, *, talked: str) -> None:
    await chat.choose("Has the author agreed", agreed)
    await chat.choose("Have you talked with the author", talked)
    await chat.choose("Any doubt", "No")
    await chat.press("Next")


async def read_for(chat: Chat, found: str, *taken_out_by: str) -> None:
    await chat.choose("Is there anything in it", found)
    await chat.tick("Who has taken it out so far?", *taken_out_by)
    await chat.press("Next")


async def orders(chat: Chat, status: str) -> None:
    await chat.choose("What is P's own legal status?", status)
    await chat.choose("Is there a court case", "No")
    await chat.press("Next")


async def came_in(chat: Chat, *said: str, how: str = "By phone") -> None:
    await chat.fill("Which child", "P")
    await chat.fill("Who told us?", "A.M.")
    await chat.fill("Their job", "health visitor, clinic")
    await chat.fill("What did they say?", "\n".join(said))
    await chat.choose("How did it come?", how)
    await chat.press("Next")


async def limits(chat: Chat, limit: str) -> None:
    await chat.choose("Did they set a limit", "Yes")
    await chat.fill("If yes, what is it?", limit)
    await chat.choose("Did anything in writing", "No")
    await chat.press("Next")


async def visit(chat: Chat) -> None:
    await chat.fill("Which child?", "P")
    await chat.fill("Which parents", "T, mother")
    await chat.tick("What would help them", "An interpreter")
    await chat.fill("Which language", "Somali")
    await chat.press("Next")


async def caller(chat: Chat, part: str, who: str, *, need: str = "") -> None:
    await chat.fill("Which child?", "P")
    await chat.choose("Is this your case?", part)
    await chat.choose("Who is asking?", who)
    if need:
        await chat.choose("Is there something", need)
    await chat.press("Next")
