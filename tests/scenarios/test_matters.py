"""My matters: what is open or finished, opened again, and deleted with every card of it."""

import asyncio

from tests.scenarios.journeys import HARM, MARK, ROUTINE, marked
from tests.scenarios.keeping import change, everything_kept, matters_kept
from tests.scenarios.reading import own
from tests.scenarios.running import running_bot
from tests.scenarios.worker import Worker


async def test_nothing_kept_is_said(worker: Worker) -> None:
    await worker.say("my matters")
    assert worker.card.says("matters.none")


async def test_matters_are_listed_by_reference_and_recipient_the_last_one_first(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE | {"child": "A.B.", "recipient": "gp"})
    await worker.say("start again")
    await worker.press("next", child="4711", recipient="police")
    await worker.say("my matters")
    listed = [e["inlines"][0]["text"] for e in worker.card.elements if e.get("type") == "RichTextBlock"]
    assert [line for line in listed if line.startswith(("4711", "A.B."))] == ["4711: the police", "A.B.: the GP"]
    kind = own("flows.share")
    assert own("matters.kind", kind=kind, state=own("matters.asking")) in listed
    assert own("matters.kind", kind=kind, state=own("matters.answer")) in listed


async def test_a_matter_of_each_stage_is_opened_where_it_was_left(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE)
    answer = worker.card.title
    await worker.press("stop")
    await worker.say("my matters")
    await worker.press("open")
    assert worker.card.title == answer
    await worker.press("shared", shared_how="phone")
    note = worker.card.filled["note"]
    await worker.press("stop")
    await worker.say("my matters")
    await worker.press("open")
    assert worker.card.filled["note"] == note


async def test_a_matter_left_while_an_answer_is_changed_keeps_its_name_and_its_answer(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE | {"child": "A.B.", "recipient": "gp"})
    await worker.press("change", about="you_and_them")
    await worker.say("stop")
    await worker.say("my matters")
    listed = [e["inlines"][0]["text"] for e in worker.card.elements if e.get("type") == "RichTextBlock"]
    assert "A.B.: the GP" in listed
    assert own("matters.kind", kind=own("flows.share"), state=own("matters.changing")) in listed


async def test_a_name_that_was_typed_and_not_sent_on_names_no_matter(worker: Worker) -> None:
    await worker.say("share")
    await worker.press("stop", child="Amelia Bright")
    await worker.say("my matters")
    assert "Amelia" not in str(worker.card.elements)


async def test_after_stop_the_chat_goes_on_with_nothing(worker: Worker) -> None:
    await worker.say("share")
    await worker.press("next", **{"child": "P"})
    await worker.press("stop")
    assert worker.card.says("notices.kept")
    assert "start" in worker.card.verbs
    await worker.say("marmalade")
    assert worker.card.says("notices.not_understood")


async def test_start_again_keeps_the_earlier_matter(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE, until="weigh")
    await worker.say("start again")
    assert worker.card.filled == {}
    await worker.say("my matters")
    await worker.press("open")
    assert worker.card.name == "weigh"


async def test_deleting_asks_first_and_can_be_left(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE, until="weigh")
    await worker.say("my matters")
    await worker.press("delete")
    assert worker.card.says("matters.sure")
    await worker.press("matters")
    await worker.press("open")
    assert worker.card.name == "weigh"


async def talked_over(worker: Worker) -> None:
    """A matter with cards of every kind in the chat: typed, pressed, words, an answer, a note."""
    answers = marked(HARM)
    await worker.say_each("share", "P", "it's my case", "the school nurse", "yes", answers["lines"], answers["why"])
    await worker.press("danger", used_for=MARK)
    await worker.press("carry_on")
    await worker.go_on(answers)
    await worker.press("words_parents")
    await worker.looks()
    await worker.press("words_recipient")
    await worker.say("words")
    await worker.press("shared", shared_how="phone", parents_said=MARK, child_view=MARK)
    await worker.press("danger", note=f"{MARK} edited")
    await worker.press("carry_on")
    assert MARK in everything_kept(worker.bot.database_url)
    assert any(MARK in card.text for card in worker.chat.cards)


async def test_deleting_empties_every_card_of_the_matter_and_forgets_it(worker: Worker) -> None:
    await talked_over(worker)
    await worker.say("my matters")
    await worker.press("delete")
    await worker.press("delete_yes")
    assert worker.card.says("notices.deleted")
    assert [card.text for card in worker.chat.cards if MARK in str(card.content)] == []
    assert MARK not in everything_kept(worker.bot.database_url)
    assert matters_kept(worker.bot.database_url) == []


async def test_a_deleted_matter_cannot_be_pressed_back(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE, until="weigh")
    old = worker.pressing("next", weights__L1="needs", weights__L2="needs")
    await worker.say("my matters")
    await worker.press("delete")
    await worker.press("delete_yes")
    await worker.send(old)
    assert worker.card.says("notices.gone")
    assert matters_kept(worker.bot.database_url) == []


async def test_deleting_one_leaves_the_others_and_their_cards(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(marked(ROUTINE))
    await worker.press("words_recipient")
    await worker.say("start again")
    await worker.press("next", child="4711")
    await worker.say("my matters")
    newest = worker.card.button("delete")["data"]["about"]
    await worker.press("delete", about=newest)
    await worker.press("delete_yes")
    assert any(MARK in card.text for card in worker.chat.cards)
    await worker.press("open")
    assert worker.card.title == own("headlines.yes", them="the school nurse")


async def test_what_is_older_than_the_council_keeps_is_let_go_with_its_cards(sqlite_url: str) -> None:
    async with running_bot(sqlite_url) as bot:
        await talked_over(Worker(bot))
        change(sqlite_url, "UPDATE matters SET updated_at = 0")
        bot.connector.overlook()
        origin = {"ALLOWED_SERVICE_HOSTS": bot.connector.origin}
        async with running_bot(sqlite_url, RETENTION_DAYS="30", **origin) as later:
            async with asyncio.timeout(30):
                while matters_kept(sqlite_url):  # noqa: ASYNC110
                    await asyncio.sleep(0.02)
            await later.all_sent()
        assert {call.card["fallbackText"] for call in bot.connector.calls} == {own("answered.deleted")}
        assert MARK not in everything_kept(sqlite_url)
