"""A matter begun under an older version of the guidance: that is said, and each answer is to be looked at again."""

from guidance.paragraphs import VERSION
from tests.scenarios.journeys import EVERY_CARD, ROUTINE
from tests.scenarios.keeping import change, matters_kept
from tests.scenarios.worker import Worker


def age(worker: Worker) -> None:
    """Make every matter one of an older version."""
    change(worker.bot.database_url, "UPDATE matters SET guidance_version = '2020-01'")


async def test_opening_it_says_so_and_asks_each_card_again_filled_in(worker: Worker) -> None:
    await worker.say("share")
    before = await worker.go_on(EVERY_CARD)
    await worker.press("stop")
    age(worker)
    await worker.say("my matters")
    await worker.press("open")
    assert worker.card.says("notices.newer_guidance", version=VERSION)
    assert worker.card.name == "you_and_them"
    after = await worker.go_on({})
    assert after.text == before.text
    assert [row["guidance_version"] for row in matters_kept(worker.bot.database_url)] == [VERSION]


async def test_what_was_half_typed_when_it_changed_is_kept(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE, until="what_and_why")
    age(worker)
    await worker.press("next", why="P can sleep")
    assert worker.card.says("notices.newer_guidance", version=VERSION)
    await worker.press("next")
    assert worker.card.filled == {"why": "P can sleep"}


async def test_a_typed_answer_meets_it_too(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE, until="parents_know")
    age(worker)
    await worker.say("all four")
    assert worker.card.says("notices.newer_guidance", version=VERSION)


async def test_a_note_that_is_ready_stays_as_it_is(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE)
    await worker.press("shared", shared_how="phone")
    note = worker.card.filled["note"]
    await worker.press("stop")
    age(worker)
    await worker.say("my matters")
    await worker.press("open")
    assert worker.card.filled["note"] == note
