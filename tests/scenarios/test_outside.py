"""What the guidance does not cover: refused kindly, with what to do meanwhile and whom to ask, and the way on."""

import pytest

from dialogs.flows.registry import FLOWS
from dialogs.understanding.intents.outside_topics import TOPICS
from tests.scenarios.journeys import CARDS, EVERY_CARD, ROUTINE
from tests.scenarios.keeping import matters_kept, revisions
from tests.scenarios.reading import own
from tests.scenarios.running import running_bot
from tests.scenarios.worker import Worker

ASKED = {
    "can i share with a researcher from the uni": "research",
    "mum has put in a SAR what now": "subject_access",
    "do i tell grandparents": "relative",
    "can I tell mum but not dad": "one_parent",
    "adult safeguarding": "adult_risk",
    "who do i ring out of hours": "out_of_hours",
    "does dad get told if he hasnt got PR": "parental_responsibility",
    "does a 15yr old have to agree (gillick)": "childs_consent",
    "i emailed the wrong family!! who do i report the breach to": "breach",
    "how long do we keep closed files": "retention",
    "whats the s47 timescale": "timescales",
    "can i talk to the press": "public_figures",
    "is the new duty to share in force": "newer_law",
}
SET = {
    "COUNCIL_NAME": "Exampleshire",
    "SUPERVISOR_CONTACT": "duty manager, 020 7946 0003",
    "LEGAL_SERVICES_CONTACT": "legal@example.org",
    "INFORMATION_GOVERNANCE_CONTACT": "governance@example.org",
}


def is_about(worker: Worker, topic: str) -> bool:
    return bool(worker.card.title == own(f"outside.{topic}.title"))


@pytest.mark.parametrize(("text", "topic"), ASKED.items())
async def test_it_is_refused_with_whom_to_ask_and_begins_nothing(worker: Worker, text: str, topic: str) -> None:
    await worker.say(text)
    assert is_about(worker, topic)
    assert worker.card.says(f"outside.{topic}.covers")
    assert worker.card.says(f"outside.{topic}.meanwhile")
    assert "Ask: " in worker.card.text
    assert worker.card.verbs[-1] == "danger"
    assert matters_kept(worker.bot.database_url) == []


def test_every_topic_is_asked_about() -> None:
    assert set(ASKED.values()) == {topic.name for topic in TOPICS}


async def test_every_topic_is_reached_by_buttons_from_the_welcome(worker: Worker) -> None:
    await worker.join()
    for topic in TOPICS:
        await worker.press("outside", about="")
        assert worker.card.title == own("outside.list_title")
        await worker.press("outside", about=topic.name)
        assert is_about(worker, topic.name)
        await worker.press("home")
        assert worker.card.title == own("welcome.title")


async def test_from_a_refusal_the_flow_that_was_meant_is_one_press_away(worker: Worker) -> None:
    for topic in TOPICS:
        assert topic.instead
        for flow in topic.instead:
            await worker.say("stop")
            await worker.say(next(text for text, name in ASKED.items() if name == topic.name))
            await worker.press("start", about=flow)
            assert worker.card.name == FLOWS[flow].steps[0].name, (topic.name, flow)
            await worker.press("next", child="P")


async def test_whom_to_ask_is_the_councils_own(sqlite_url: str) -> None:
    async with running_bot(sqlite_url, **SET) as bot:
        worker = Worker(bot)
        await worker.say("can i share with a researcher from the uni")
        assert "governance@example.org" in worker.card.text
        assert "Exampleshire" in worker.card.text
        await worker.say("can I tell mum but not dad")
        assert "020 7946 0003" in worker.card.text
        assert "legal@example.org" in worker.card.text


async def test_whom_to_ask_is_named_by_role_where_nothing_is_set(worker: Worker) -> None:
    roles = {"supervisor": "your supervisor", "legal": "Legal Services", "governance": "Information Governance"}
    for topic in TOPICS:
        await worker.say(next(text for text, name in ASKED.items() if name == topic.name))
        assert [role for whom, role in roles.items() if whom in topic.ask and role not in worker.card.text] == []
        assert "()" not in worker.card.text
        assert "None" not in worker.card.text


@pytest.mark.parametrize(
    ("hours", "number", "team"),
    [
        ("Mon-Sun 00:00-23:59", "020 7946 0001", "the duty team"),
        ("Mon-Mon 00:00-00:01", "020 7946 0002", "the out-of-hours team"),
    ],
    ids=["working hours", "out of hours"],
)
async def test_out_of_hours_gives_the_number_that_answers_now(
    sqlite_url: str, hours: str, number: str, team: str
) -> None:
    async with running_bot(sqlite_url, WORKING_HOURS=hours) as bot:
        worker = Worker(bot)
        await worker.say("out of hours number")
        assert f"{team}" in worker.card.text
        assert number in worker.card.text


async def test_a_number_that_is_not_set_is_not_invented(sqlite_url: str) -> None:
    async with running_bot(sqlite_url, DUTY_PHONE="", OUT_OF_HOURS_PHONE="") as bot:
        worker = Worker(bot)
        await worker.say("out of hours number")
        assert "020" not in worker.card.text
        assert "team" in worker.card.text


async def test_in_the_middle_of_a_matter_it_comes_back_to_the_same_card_with_everything(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE, until="weigh")
    before = revisions(worker.bot.database_url)
    await worker.say("subject access request")
    assert is_about(worker, "subject_access")
    await worker.press("outside", about="")
    await worker.press("outside", about="newer_law")
    await worker.press("home")
    assert worker.card.name == "weigh"
    assert revisions(worker.bot.database_url) == before


async def test_what_is_typed_as_an_answer_stays_an_answer(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(EVERY_CARD, until="what_and_why")
    said = "P's school is closed and mum wants to see her file"
    await worker.say(said)
    await worker.press("keep_typed")  # names nobody, though the box asks who they are: it is asked back once
    assert worker.card.name == "what_and_why"
    assert said in worker.card.text


async def test_at_the_answer_a_bare_name_shows_it_and_the_answer_stays(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE)
    answer = worker.card.title
    await worker.say("16LA")
    assert is_about(worker, "newer_law")
    await worker.press("home")
    assert worker.card.title == answer


async def test_danger_opens_from_a_refusal(worker: Worker) -> None:
    await worker.say("do i tell grandparents")
    await worker.press("danger")
    assert worker.card.title == own("act_now.title")


@pytest.mark.parametrize("about", ["nothing", "", "../research", "x" * 100])
async def test_a_topic_that_there_is_not_shows_all_of_them(worker: Worker, about: str) -> None:
    await worker.join()
    await worker.send(worker.clicking("outside", {"about": about}))
    assert worker.card.title == own("outside.list_title")


def test_no_card_of_questions_is_called_like_a_topic() -> None:
    assert not {topic.name for topic in TOPICS} & set(CARDS)
