"""In a channel or a group chat: one sentence, nothing personal, and nothing kept but where it was."""

import pytest

from tests.scenarios.journeys import MARK, ROUTINE, marked
from tests.scenarios.keeping import everything_kept, matters_kept, states
from tests.scenarios.reading import Json, own
from tests.scenarios.worker import Worker

PLACES: dict[str, Json] = {
    "channel": {"id": "19:team@thread.tacv2", "conversationType": "channel", "isGroup": True},
    "group chat": {"id": "19:group@thread.v2", "conversationType": "groupChat", "isGroup": True},
    "a place that does not say": {"id": "19:meeting@thread.v2"},
}


@pytest.fixture(params=PLACES.values(), ids=list(PLACES))
def place(request: pytest.FixtureRequest, worker: Worker) -> Json:
    return {**request.param, "tenantId": worker.tenant}


async def test_a_message_is_answered_with_one_sentence(worker: Worker, place: Json) -> None:
    status, _ = await worker.bot.post(worker.activity(text=f"share {MARK}", conversation=place))
    await worker.bot.all_sent()
    assert status == 200
    assert [call.activity.get("text") for call in worker.bot.connector.sent(place["id"])] == [own("not_here.text")]


async def test_nothing_is_kept_but_the_address(worker: Worker, place: Json) -> None:
    for text in (f"share {MARK}", "danger", "my matters", "help", MARK * 2000):
        await worker.bot.post(worker.activity(text=text, conversation=place))
    await worker.deliver(worker.clicking("start", marked(ROUTINE), conversation=place, replyToId="1"))
    await worker.bot.all_sent()
    assert matters_kept(worker.bot.database_url) == []
    assert states(worker.bot.database_url) in ([None], [{}])
    assert MARK not in everything_kept(worker.bot.database_url)


async def test_a_press_there_shows_nothing_of_the_persons_own_matters(worker: Worker, place: Json) -> None:
    await worker.say("share")
    await worker.go_on(marked(ROUTINE))
    drawn = {"m": worker.card.matter, "r": worker.card.revision, "about": worker.card.matter}
    for verb in ("next", "danger", "matters", "open", "start", "help", "words_recipient", "nope"):
        click = worker.clicking(verb, drawn, conversation=place)
        for _ in range(2):  # the second time it is a redelivery
            reply = await worker.deliver(click)
            texts = [element.get("text") for element in reply["value"]["body"]]
            assert texts == [own("not_here.text")], verb
    assert worker.bot.connector.sent(place["id"]) == []


async def test_being_added_there_says_nothing(worker: Worker, place: Json) -> None:
    members = [{"id": worker.activity()["recipient"]["id"]}]
    status, _ = await worker.bot.post(
        worker.activity(type="conversationUpdate", text=..., membersAdded=members, conversation=place)
    )
    await worker.bot.all_sent()
    assert status == 200
    assert worker.bot.connector.sent(place["id"]) == []
