"""Each card of the sharing flow, filled in by clicks as a worker would, and sent on."""

from tests.browser.playground import Chat

ALL_FOUR = ("What will be shared", "Why", "What it will be used for", "Who gets it")
ASTHMA = ("P has missed two asthma check-ups", "P has been coughing at night")
HURT = (
    "B told me today that B was hurt at home on Monday",
    "How B said it happened",
    "I will see B at school at 15:00",
)


async def you_and_them(chat: Chat, child: str = "P", them: str = "School nurse") -> None:
    await chat.fill("Which child?", child)
    await chat.choose("Is this your case?", "I'm the allocated worker")
    await chat.choose("Who will you tell?", them)
    await chat.choose("Is there something", "Yes")
    await chat.press("Next")


async def what_and_why(
    chat: Chat,
    *lines: str,
    why: str = "P can be checked at school and sleep better",
    used_for: str = "make an asthma plan for P",
    someone_elses: str = "No (including what someone told us by phone)",
) -> None:
    await chat.fill("What will you tell them?", "\n".join(lines))
    await chat.fill("Why share it?", why)
    await chat.fill("What will they use it for?", used_for)
    await chat.choose("Is any of it taken from something", someone_elses)
    await chat.press("Next")


async def weigh(chat: Chat, *weights: str, them: str = "the school nurse", kinds: tuple[str, ...] = ()) -> None:
    for number, weight in enumerate(weights, start=1):
        await chat.choose(f"Does {them} need line {number}?", weight)
    if kinds:
        await chat.tick("Is any of it about one of these?", *kinds)
    await chat.press("Next")


async def parents_know(chat: Chat, *items: str) -> None:
    await chat.tick("Which parents know what", *items)
    await chat.press("Next")


async def telling(chat: Chat, *reasons: str, safely: tuple[str, ...]) -> None:
    await chat.choose("Can you tell", "No" if reasons else "Yes, I'll tell them first")
    if reasons:
        await chat.tick("Why not?", *reasons)
    await chat.fill("Which parents or carers are there?", "T, mother, and D, father")
    await chat.click("More you can add")
    await chat.tick("How can they safely be reached?", *safely)
    await chat.press("Next")


async def routine(chat: Chat) -> None:
    """From the first card to the answer: two things for the school nurse, all of it known to the parents."""
    await you_and_them(chat)
    await what_and_why(chat, *ASTHMA)
    await weigh(chat, "They need it", "They need it")
    await parents_know(chat, *ALL_FOUR)


async def untold(chat: Chat) -> None:
    """From the first card to "can you tell them first?": two things for the school nurse, unknown to the parents."""
    await you_and_them(chat)
    await what_and_why(chat, *ASTHMA)
    await weigh(chat, "They need it", "They need it")
    await parents_know(chat, "None of these")


async def hurt(chat: Chat) -> None:
    """From the first card to the grounds: B was hurt, the school needs to know, telling the parents is a risk."""
    await you_and_them(chat, "B", "School or nursery")
    school = "the school can look after B this afternoon"
    await what_and_why(chat, *HURT, why=school, used_for="keep B with them until I get there")
    await weigh(
        chat, "They need it", "Leave it out", "They need it", them="the school", kinds=("Physical or mental health",)
    )
    await parents_know(chat, "None of these")
    reasons = ("Telling could put the child at risk of harm", "They'll be angry, have refused or won't engage")
    await telling(chat, *reasons, safely=("In person",))
