"""Help, terms, paragraphs and what is kept: anywhere, and then on from the same place."""

import pytest

from tests.scenarios.journeys import CARDS, EVERY_CARD, ROUTINE
from tests.scenarios.keeping import revisions
from tests.scenarios.reading import own
from tests.scenarios.worker import Worker

ASIDE = {"help": "help.title", "my matters": "matters.title", "what do you keep about me?": "about_me.title"}
EXPLAINED = {
    "what is need to know?": "3.7",
    "3.9(a)": "3.9(a)",
    "what does 3.12 say?": "3.12",
    "explain harm": "",
}


@pytest.mark.parametrize("text", ASIDE)
async def test_an_aside_comes_back_to_the_same_card_as_it_was(worker: Worker, text: str) -> None:
    await worker.say("share")
    for card in CARDS:
        await worker.go_on(EVERY_CARD, until=card)
        before = worker.card
        await worker.say(text)
        assert worker.card.title == own(ASIDE[text])
        await worker.press("home")
        assert worker.card.name == card
        assert worker.card.filled == before.filled


@pytest.mark.parametrize(("text", "ref"), EXPLAINED.items())
async def test_an_explanation_stands_above_the_card_that_was_being_answered(
    worker: Worker, text: str, ref: str
) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE, until="weigh")
    asked = worker.card
    await worker.say(text)
    assert worker.card.name == "weigh"
    above = worker.card.elements[1]
    assert above["type"] == "Container"
    assert ref in above["items"][0]["inlines"][0]["text"]
    assert worker.chat.standing(asked.activity_id).presses == []


async def test_nothing_said_aside_changes_the_answers(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE, until="weigh")
    before = revisions(worker.bot.database_url)
    await worker.say_each(*ASIDE, *EXPLAINED, "hello", "thanks")
    assert revisions(worker.bot.database_url) == before


async def test_at_the_answer_and_at_the_note_it_is_the_same(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE)
    await aside_and_back(worker)
    await worker.press("shared", shared_how="phone")
    await aside_and_back(worker)


async def aside_and_back(worker: Worker) -> None:
    title = worker.card.title
    for text in (*ASIDE, *EXPLAINED):
        await worker.say(text)
        if "home" in worker.card.verbs:
            await worker.press("home")
        assert worker.card.title == title, text


async def test_before_any_matter_it_works_as_well(worker: Worker) -> None:
    await worker.join()
    await aside_and_back(worker)
    assert "start" in worker.card.verbs


async def test_what_is_kept_about_me_names_how_many_matters_and_what_teams_keeps(worker: Worker) -> None:
    await worker.say("share")
    await worker.say("what do you keep about me?")
    assert own("welcome.one") in worker.card.text
    assert "Teams keeps its own copy" in worker.card.text


@pytest.mark.parametrize("said", ["hello", "Hi there", "good morning!"])
async def test_a_greeting_shows_the_welcome_once_and_makes_no_matter(worker: Worker, said: str) -> None:
    await worker.say(said)
    assert worker.card.title == own("welcome.title")
    assert revisions(worker.bot.database_url) == {}


async def test_a_person_is_welcomed_once_however_often_teams_says_they_came(worker: Worker) -> None:
    await worker.join()
    await worker.join()
    await worker.join()
    assert len(worker.chat.posts) == 1


async def test_someone_on_the_phone_is_helped_to_ring_back_first(worker: Worker) -> None:
    await worker.say("someone's on the phone")
    assert worker.card.title == own("phone.title")
    assert "Nothing has to be answered on this call." in worker.card.text
    assert "a number you found yourself" in worker.card.text


async def test_a_file_or_picture_is_not_taken(worker: Worker) -> None:
    await worker.say("share")
    await worker.say("", attachments=[{"contentType": "image/png", "contentUrl": "https://example.org/a.png"}])
    assert worker.card.says("notices.no_files")
    assert worker.card.name == "you_and_them"


@pytest.mark.parametrize("link", ["https://example.org/:fl:/g/abc?x=1", "www.example.org\nhttps://example.org/a"])
async def test_a_link_alone_is_not_opened_and_answers_nothing(worker: Worker, link: str) -> None:
    await worker.say("share")
    await worker.say(link)
    assert worker.card.says("notices.only_link")
    assert worker.card.name == "you_and_them"


async def test_a_message_without_any_words_is_said_to_have_none(worker: Worker) -> None:
    await worker.say("share")
    await worker.say("&nbsp;")
    assert worker.card.says("notices.no_words")


async def test_words_beside_a_file_are_taken_and_the_file_is_said_not_to_be(worker: Worker) -> None:
    await worker.say("share")
    await worker.say("P", attachments=[{"contentType": "application/vnd.microsoft.teams.file.download.info"}])
    assert worker.card.says("notices.file_not_taken")
    assert "About P" in worker.card.text


async def test_words_of_another_message_answer_nothing(worker: Worker) -> None:
    quoted = '<blockquote itemtype="http://schema.skype.com/Forward"><p>P</p></blockquote>'
    await worker.say("share")
    await worker.say("P", attachments=[{"contentType": "text/html", "content": quoted}])
    assert worker.card.says("notices.only_quoted")
    assert "About P" not in worker.card.text
