"""A second pair of eyes: the worker's page, the channel, the supervisor's page."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser

from ops import first_channel
from tests.browser.company import Company, machines
from tests.browser.conftest import keep_if_failed, opened
from tests.browser.filling import hurt
from tests.browser.pictures import Pictures
from tests.browser.playground import Chat
from tests.browser.test_journeys import harmed
from tests.browser.wire import card_of


@pytest.fixture
def teams() -> int:
    """In how many teams an administrator has set up a channel: the supervisor's, and with 2 the worker's too."""
    return 1


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def everyone(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Company]:
    """Both pages, and what is behind them; they go on from test to test."""
    async with (
        machines(tmp_path_factory.mktemp("company")) as running,
        opened(browser, running.worker.url) as worker,
        opened(browser, running.supervisor.url) as supervisor,
    ):
        yield Company(worker, supervisor, running)


@pytest_asyncio.fixture(loop_scope="session")
async def company(everyone: Company, request: pytest.FixtureRequest, teams: int) -> AsyncIterator[Company]:
    """It is that Tuesday again, nobody has asked for anything, and there is nothing on either page but the welcome."""
    running = everyone.machines
    running.begin_again()
    for administrator in (running.supervisor, running.worker)[:teams]:
        await first_channel.set_up(administrator)
    await everyone.worker.open(running.worker.url)
    await everyone.supervisor.open(running.supervisor.url)
    yield everyone
    await keep_if_failed(request, everyone.worker, running.bot, "worker")
    await keep_if_failed(request, everyone.supervisor, running.bot, "supervisor")


OF_THE_FAMILY = ("belt", "hurt at home", "harmed", "angry", "threatened", "K.O.", " B ", "school")

OF_WHAT_HAPPENED = ("belt", "hurt at home", "harmed", "angry", "threatened")


async def asked(company: Company) -> None:
    """Both pages are open, and the worker has asked for a second pair of eyes on a share before the parents know."""
    await company.supervisor.go_to("Supervisors")
    await sent(company.worker)
    await company.worker.shows("is with your supervisors. Asked 02/03/2027 10:0")


async def sent(worker: Chat) -> None:
    """The worker has sent the request."""
    await worker.press("Can I share this?")
    await hurt(worker)
    await harmed(worker)
    await worker.shows("Our team asks a manager to look first, unless waiting could put the child at risk.")
    await worker.click("Ask my supervisor")
    await worker.press("Send the request")


async def request_opened(company: Company) -> None:
    """The supervisor has opened the newest request, which is at the top, in their own chat."""
    chat = company.supervisor
    await chat.card(0).press("Open in my chat")
    await chat.go_to("Personal Chat")
    await chat.shows("Sharing before the parents are told")
    # The page redraws a card at the first click on it after coming from a channel, and empties what was put into it.
    await chat.card().locator.click(position={"x": 5, "y": 5})
    await chat.frames.quiet()


async def test_from_the_request_to_the_supervisors_line_in_the_note(company: Company, pictures: Pictures) -> None:
    worker, supervisor = company.worker, company.supervisor
    await asked(company)
    await supervisor.shows("is waiting for a supervisor")
    await supervisor.shows("Rests on 3.9(a).")
    prompt = await supervisor.text()
    assert [word for word in OF_THE_FAMILY if word in prompt] == []
    await pictures.take(supervisor, "request-in-the-channel")

    assert "Only the supervisors named for this channel" in await company.pressed_in_the_channel_by("J.S.")
    assert await company.pressed_in_the_channel_by("K.O.") == "You can't answer your own request."

    await request_opened(company)
    await supervisor.shows("D hit me with the belt.")
    await supervisor.shows("Held back: How B said it happened")
    await pictures.take(supervisor, "request-opened")
    await supervisor.press("Agree")
    await supervisor.shows("Please give your reason in a few words.")
    await supervisor.fill("Your reason", "Has anyone but you seen the mark?")
    await supervisor.press("Ask the worker")

    await worker.shows("Has anyone but you seen the mark?")
    await worker.fill("Your answer", "The teacher, at 11:20")
    await worker.press("Send the answer")
    await supervisor.shows("The teacher, at 11:20")
    await supervisor.fill("Your reason", "Both parts rest on what B said and the teacher saw.")
    await supervisor.press("Agree")
    await supervisor.shows("Nothing more to do here.")
    assert "I looked at what K.O. put forward and agreed." in await supervisor.value("Your management note")
    await supervisor.go_to("Supervisors")
    await supervisor.shows(": answered 02/03/2027 10:0")
    assert await supervisor.buttons() == []

    await worker.shows("M.A. agreed, 02/03/2027 10:0")
    await pictures.take(worker, "request-agreed")
    assert (await worker.value("This goes into your note")).startswith("Seen by M.A., 02/03/2027 10:0")
    await worker.press("Open what I was doing")
    await noted(worker)
    await until_the_family_knows(company)


async def until_the_family_knows(company: Company) -> None:
    """The note goes to the record; what is owed to the family comes back on its day, and ends once they know."""
    worker = company.worker
    await worker.shows("Kept as a follow-up")
    await worker.press("I've copied it: delete it here")
    await worker.shows("Still to do")
    company.on(days=15)
    await worker.shows("It was to be looked at on")
    assert [word for word in OF_WHAT_HAPPENED if word in await worker.text()] == []
    await worker.click("They know now")
    await worker.tick("Who has been told?", "T", "D")
    await worker.fill("How? In person, by phone...", "In person, at home")
    await worker.fill("By whom? Initials and job", "K.O., allocated worker")
    await worker.press("Save and draft the addition")
    await worker.shows("Closed on 17/03/2027. Copy the addition to MOSAIC.")
    assert "How: In person, at home" in await worker.value("To add to the note on MOSAIC")
    await worker.press("I've copied it: delete it here")
    await worker.shows("Closed on 17/03/2027, and copied to MOSAIC.")


async def noted(worker: Chat) -> None:
    """The note holds the supervisor's line."""
    await worker.click("I've shared it")
    await worker.choose("How?", "By phone")
    await worker.fill("With whom?", "R.L., safeguarding lead")
    await worker.press("Save and make my note")
    note = await worker.value("Details")
    assert 'agreed: "Both parts rest on what B said and the teacher saw"' in note


async def test_nobody_answers_then_it_is_taken_back_asked_again_and_not_agreed(company: Company) -> None:
    worker, supervisor = company.worker, company.supervisor
    await supervisor.shows("I'm not AI")
    await asked(company)
    await supervisor.has_cards(1)
    company.on(hours=2.1)
    await supervisor.has_cards(2)
    company.on(hours=2.1)
    await worker.shows("Nobody has answered since 02/03/2027 10:0")
    await worker.shows("If a child needs help now, don't wait for this.")
    await supervisor.go_to("Personal Chat")
    await supervisor.shows("Please open it, or pass it to someone who can.")
    assert [word for word in OF_THE_FAMILY if word in await supervisor.text()] == []

    await worker.press("Withdraw my request")
    await worker.shows("withdrawn")
    await supervisor.press("Open")
    await supervisor.shows("That request was withdrawn, so nothing has changed.")
    await supervisor.go_to("Supervisors")
    for said_again in (0, 1, 2):
        await supervisor.card(said_again).shows("withdrawn 02/03/2027 14:1")

    await worker.press("Open what I was doing")
    await worker.click("Ask my supervisor")
    await worker.press("Send the request")
    await supervisor.has_cards(4)
    await request_opened(company)
    await supervisor.fill("Your reason", "T could be told safely today.")
    await supervisor.press("Do not agree")
    await worker.shows("M.A. does not agree")
    await worker.shows("T could be told safely today.")
    await worker.shows("If you still see it differently, it is your decision")


async def test_in_a_private_channel_its_members_decide_and_nobody_else(company: Company) -> None:
    """The playground knows no private channel and nobody from outside: what Teams says of them goes as it is."""
    playground = company.machines.supervisor
    settings = playground.configuration
    channel, bot, admin = settings["team"]["channels"][0]["id"], settings["bot"], settings["currentUser"]
    mention = {
        "type": "mention",
        "text": f"<at>{bot['name']}</at>",
        "mentioned": {"id": bot["id"], "name": bot["name"]},
    }
    there = {
        "channelId": "msteams",
        "serviceUrl": playground.service_url,
        "recipient": {"id": bot["id"], "name": bot["name"]},
        "conversation": {"id": channel, "conversationType": "channel", "isGroup": True},
        "channelData": {
            "tenant": {"id": settings["tenantId"]},
            "team": {"id": settings["team"]["id"], "name": settings["team"]["name"]},
            "channel": {"id": channel, "type": "private"},
        },
    }
    said = {"type": "message", "id": "1", "text": f"{mention['text']} members decide", "entities": [mention]}
    await company.delivered({**there, **said, "from": admin})
    await company.supervisor.go_to("Supervisors")
    assert "Every member of this private channel can open" in "".join(await company.supervisor.posts())
    await asked(company)
    (action,) = card_of(company.prompt.message)["actions"]
    value = {"action": {"type": "Action.Execute", "verb": action["verb"], "data": action["data"]}}
    pressed = {"type": "invoke", "name": "adaptiveCard/action", "id": "2", "value": value}
    stranger = {"id": "29:stranger", "name": "S.T.", "aadObjectId": "00000000-0000-4000-8000-0000000000ff"}
    assert "Only members of this private channel" in await company.delivered({**there, **pressed, "from": stranger})
    # The playground makes a chat with someone who is not at its keyboard, and answers 500 to what is posted there.
    assert await company.pressed_in_the_channel_by("J.S.") == "Opened in your own chat with me."


@pytest.mark.parametrize("teams", [2])
async def test_with_two_teams_each_new_supervisor_is_told_and_the_worker_says_which(company: Company) -> None:
    worker, supervisor = company.worker, company.supervisor
    await worker.card(0).shows("You are a supervisor for Children and Families: Supervisors")
    await supervisor.card(0).shows("You are a supervisor for Children and Families North: Supervisors")
    await sent(worker)
    await worker.shows("has not gone yet, and nobody has seen it.")
    await worker.press("Children and Families North: Supervisors")
    await worker.shows("is with your supervisors. Asked 02/03/2027 10:0")
    await worker.go_to("Supervisors")
    assert "Open in my chat" not in "".join(await worker.posts())
    await supervisor.go_to("Supervisors")
    await supervisor.shows("is waiting for a supervisor")
    await request_opened(company)
    await supervisor.shows("D hit me with the belt.")
