"""A matter handed over to a colleague by a code: once, in the same tenant, with everything in it."""

import asyncio
import re
from contextlib import AsyncExitStack
from typing import Any

import pytest

from bot.storage.tables import handovers
from tests.scenarios.journeys import HARM, MARK, ROUTINE, marked
from tests.scenarios.keeping import change, everything_kept, matters_kept, rows
from tests.scenarios.reading import own
from tests.scenarios.running import OTHER_TENANT, Bot, running_bot
from tests.scenarios.test_matters import talked_over
from tests.scenarios.worker import Worker, at_once

CODE = re.compile(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b")
WRONG = "take over 2222-2222-2222"


@pytest.fixture
def kind(each_kind: str) -> str:
    return each_kind


@pytest.fixture
def colleague(bot: Bot) -> Worker:
    return Worker(bot, "colleague")


async def answered(worker: Worker, answers: dict[str, str] = ROUTINE) -> None:
    await worker.say("share")
    await worker.go_on(answers)


async def code_from(worker: Worker, initials: str = "") -> str:
    """Hand the matter in front over; the code that is shown."""
    await worker.press("hand_over")
    await worker.press("make_code", **({"initials": initials} if initials else {}))
    (code,) = set(CODE.findall(worker.card.text))
    return str(code)


def owners(bot: Bot) -> list[str]:
    return [row["owner"].partition("/")[2] for row in matters_kept(bot.database_url)]


async def test_a_colleague_takes_it_over_with_everything_in_it(worker: Worker, colleague: Worker) -> None:
    await answered(worker, HARM)
    code = await code_from(worker, "K.O.")
    await colleague.say(f"take over {code}")
    assert colleague.card.says("notices.taken_over")
    assert owners(worker.bot) == ["o-colleague"]
    assert colleague.card.filled == {"child": "P", "recipient": "school_nurse", "need_to_know": "yes"}
    await colleague.press("next", part_in_case="allocated")
    assert colleague.card.title == own("headlines.yes_untold", them="the school nurse")
    await colleague.press("shared", shared_how="phone")
    note = colleague.card.filled["note"]
    assert re.search(r"\n\nHanded over on \d\d/\d\d/\d{4} \(K\.O\.\)\.\n", note)


def told(worker: Worker) -> list[str]:
    """What the giver was told of a matter taken over, as it is read."""
    return [card.text for card in worker.chat.cards if card.title == own("hand_over.told_title")]


async def test_the_giver_is_told_and_sees_nothing_of_it_any_more(worker: Worker, colleague: Worker) -> None:
    await talked_over(worker)
    code = await code_from(worker)
    await colleague.say(f"take over {code}")
    await worker.bot.all_sent()
    (said,) = told(worker)
    pattern = re.escape(own("hand_over.told_giver", offered="DAY", taken="DAY TIME")).replace("\\ ", " ")
    assert re.search(pattern.replace("DAY", r"\d\d/\d\d/\d{4}").replace("TIME", r"\d\d:\d\d"), said)
    assert "P" not in re.findall(r"\b[A-Z]\b", said)
    assert [card.text for card in worker.chat.cards if MARK in str(card.content)] == []
    assert own("answered.handed_over") in [card.text for card in worker.chat.cards]
    await worker.say("my matters")
    assert worker.card.says("matters.none")
    assert MARK in str(matters_kept(worker.bot.database_url))


async def test_the_giver_s_old_cards_do_nothing_to_it(worker: Worker, colleague: Worker) -> None:
    await answered(worker)
    clicks = [worker.pressing(verb) for verb in ("shared", "back", "words_recipient", "hand_over", "danger")]
    code = await code_from(worker)
    await colleague.say(f"take over {code}")
    before = matters_kept(worker.bot.database_url)
    for click in clicks:
        await worker.deliver(click)
    assert matters_kept(worker.bot.database_url) == before


async def test_what_the_colleague_does_reaches_no_card_of_the_giver(worker: Worker, colleague: Worker) -> None:
    await answered(worker)
    await worker.press("words_recipient")
    code = await code_from(worker)
    await colleague.say(f"take over {code}")
    await worker.bot.all_sent()
    heard = len(worker.chat.calls)
    await colleague.press("next", part_in_case="allocated")
    await colleague.press("words_recipient")
    await colleague.press("shared", shared_how="phone")
    await colleague.press("copied")
    await colleague.say("my matters")
    await colleague.press("delete")
    await colleague.press("delete_yes")
    assert len(worker.chat.calls) == heard


async def test_the_follow_up_goes_along_once_the_note_was_copied(worker: Worker, colleague: Worker) -> None:
    await answered(worker, HARM)
    await worker.press("shared", shared_how="phone", look_again__date="2027-01-15")
    await worker.press("copied")
    code = await code_from(worker, "K.O.")
    await colleague.say(f"take over {code}")
    assert "15/01/2027" in colleague.card.text
    assert "(K.O.)" in colleague.card.text
    await colleague.press("addition", addition="T was told at home.")
    assert colleague.card.filled["added"].endswith(": T was told at home.")


async def test_it_is_handed_over_from_my_matters_and_from_any_stage(worker: Worker, colleague: Worker) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE, until="weigh")
    await worker.say("my matters")
    code = await code_from(worker)
    await colleague.say(f"take over {code.lower().replace('-', ' ')}")
    await colleague.press("next", part_in_case="supervisor")
    assert colleague.card.name == "weigh"


async def test_it_can_be_typed(worker: Worker) -> None:
    await answered(worker)
    await worker.say("hand over to a colleague")
    assert worker.card.title == own("hand_over.title", child="P")


async def test_a_code_is_used_once(worker: Worker, colleague: Worker) -> None:
    await answered(worker)
    code = await code_from(worker)
    await colleague.say(f"take over {code}")
    third = Worker(worker.bot, "third")
    for person in (third, colleague, worker):
        await person.say(f"take over {code}")
        assert person.card.says("notices.code_refused")
    assert owners(worker.bot) == ["o-colleague"]


async def test_two_who_type_it_at_once_do_not_both_get_it(worker: Worker) -> None:
    await answered(worker, marked(ROUTINE))
    code = await code_from(worker)
    people = [Worker(worker.bot, f"colleague{number}") for number in range(6)]
    await at_once(*(person.bot.post(person.activity(text=f"take over {code}")) for person in people))
    await worker.bot.all_sent()
    (owner,) = owners(worker.bot)
    refused = [p for p in people if own("notices.code_refused") in p.chat.cards[-1].text]
    assert len(refused) == len(people) - 1
    assert owner.removeprefix("o-") not in {person.name for person in refused}
    assert len(told(worker)) == 1


async def test_two_instances_on_one_database_give_it_to_one(postgresql_url: str) -> None:
    async with AsyncExitStack() as stack:
        first = await stack.enter_async_context(running_bot(postgresql_url))
        giver = Worker(first)
        await answered(giver)
        code = await code_from(giver)
        second = await stack.enter_async_context(running_bot(postgresql_url))
        people = [Worker(bot, f"{name}{n}") for n in range(4) for name, bot in (("one", first), ("two", second))]
        await at_once(*(person.bot.post(person.activity(text=f"take over {code}")) for person in people))
        assert len(owners(first)) == 1
        (row,) = rows(postgresql_url, handovers)
        assert row["taken"] == 1
        assert owners(first)[0].removeprefix("o-") in {person.name for person in people}


async def test_a_message_delivered_again_takes_nothing_twice(worker: Worker, colleague: Worker) -> None:
    await answered(worker)
    message = colleague.activity(text=f"take over {await code_from(worker)}")
    await at_once(*(colleague.bot.post(message) for _ in range(4)))
    await worker.bot.all_sent()
    assert len(told(worker)) == 1
    assert len(colleague.chat.posts) == 1


async def test_while_the_giver_presses_on_nothing_is_lost_and_it_has_one_owner(
    worker: Worker, colleague: Worker
) -> None:
    await answered(worker)
    click = worker.pressing("shared", shared_how="phone")
    code = await code_from(worker)
    await at_once(worker.deliver(click), colleague.bot.post(colleague.activity(text=f"take over {code}")))
    await worker.bot.all_sent()
    assert owners(worker.bot) == ["o-colleague"]


async def test_a_double_click_on_make_the_code_leaves_one_that_works(worker: Worker, colleague: Worker) -> None:
    await answered(worker)
    await worker.press("hand_over")
    click = worker.pressing("make_code")
    await at_once(worker.deliver(click), worker.deliver({**click, "id": "its twin"}))
    await worker.bot.all_sent()
    (code,) = set(CODE.findall(worker.look().text))
    await colleague.say(f"take over {code}")
    assert owners(worker.bot) == ["o-colleague"]


async def refused(person: Worker, text: str) -> Any:
    """What is said of a code that is no good, and nothing else with it."""
    await person.say(text)
    assert person.card.says("notices.code_refused")
    return person.card.content


async def test_every_code_that_is_no_good_is_answered_alike(worker: Worker, colleague: Worker) -> None:
    foreigner = Worker(worker.bot, "foreigner", tenant=OTHER_TENANT)
    said = [await refused(colleague, WRONG), await refused(colleague, "take over K7QM-2M9X-4TD")]
    await answered(worker, marked(ROUTINE))
    first = await code_from(worker)
    said.append(await refused(foreigner, f"take over {first}"))
    await worker.press("home")
    second = await code_from(worker)
    said.append(await refused(colleague, f"take over {first}"))
    await worker.press("take_back")
    assert worker.card.says("notices.code_taken_back")
    said.append(await refused(colleague, f"take over {second}"))
    third = await code_from(worker)
    change(worker.bot.database_url, "UPDATE handovers SET expires_at = 1")
    said.append(await refused(Worker(worker.bot, "late"), f"take over {third}"))
    assert all(card == said[0] for card in said)
    assert owners(worker.bot) == ["o-worker"]


async def test_one_s_own_code_is_refused(worker: Worker) -> None:
    await answered(worker)
    code = await code_from(worker)
    await worker.say(f"take over {code}")
    assert worker.card.says("notices.code_refused")
    assert owners(worker.bot) == ["o-worker"]


async def test_a_deleted_matter_is_not_to_be_had(worker: Worker, colleague: Worker) -> None:
    await answered(worker)
    code = await code_from(worker)
    await worker.press("matters")
    await worker.press("delete")
    await worker.press("delete_yes")
    await colleague.say(f"take over {code}")
    assert colleague.card.says("notices.code_refused")


async def test_after_five_wrong_codes_no_other_is_looked_at_for_an_hour(worker: Worker, colleague: Worker) -> None:
    await answered(worker)
    code = await code_from(worker)
    for _ in range(5):
        await refused(colleague, WRONG)
    await colleague.say(f"take over {code}")
    assert colleague.card.says("notices.code_wait")
    other = Worker(worker.bot, "other")
    await other.say(f"take over {code}")
    assert other.card.says("notices.taken_over")


async def test_the_code_itself_is_kept_nowhere(worker: Worker) -> None:
    await answered(worker)
    code = await code_from(worker)
    kept = everything_kept(worker.bot.database_url)
    assert code not in kept and code.replace("-", "") not in kept


async def test_initials_are_checked_and_a_name_is_not_taken(worker: Worker) -> None:
    await answered(worker)
    await worker.press("hand_over")
    await worker.press("make_code", initials="Kim Other")
    assert worker.card.says("faults.not_initials")
    assert rows(worker.bot.database_url, handovers) == []


async def test_nobody_offers_a_matter_that_is_another_s(worker: Worker, colleague: Worker) -> None:
    await answered(worker)
    matter = worker.card.matter
    await colleague.say("hello")
    for verb in ("hand_over", "make_code", "take_back"):
        await colleague.send(colleague.clicking(verb, {"about": matter, "m": matter, "r": worker.card.revision}))
        assert colleague.card.says("notices.gone")
    assert rows(worker.bot.database_url, handovers) == []


async def test_a_code_typed_where_an_answer_is_asked_for_is_never_taken_as_one(
    worker: Worker, colleague: Worker
) -> None:
    await answered(worker)
    code = await code_from(worker)
    await colleague.say("share")
    await colleague.go_on(ROUTINE, until="what_and_why")
    await colleague.say(f"take over {code}")
    assert colleague.card.says("notices.taken_over")
    assert len(matters_kept(worker.bot.database_url)) == 2


async def test_old_codes_are_forgotten(sqlite_url: str) -> None:
    async with running_bot(sqlite_url) as bot:
        worker = Worker(bot)
        await answered(worker)
        await code_from(worker)
        change(sqlite_url, "UPDATE handovers SET expires_at = 1")
        async with running_bot(sqlite_url), asyncio.timeout(30):
            while rows(sqlite_url, handovers):  # noqa: ASYNC110
                await asyncio.sleep(0.02)
