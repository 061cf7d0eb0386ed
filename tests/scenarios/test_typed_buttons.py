"""What a button says can be typed, on a client on which the buttons do nothing."""

from tests.scenarios.journeys import HARM
from tests.scenarios.worker import Worker


async def test_a_whole_sharing_by_typing_what_the_buttons_say(worker: Worker) -> None:
    await worker.join()
    await worker.say("can i share this")
    assert worker.card.name == "you_and_them"
    await worker.go_on(HARM, until="weigh")
    await worker.say("BACK")
    assert worker.card.name == "what_and_why"
    await worker.say("next")
    assert worker.card.name == "weigh"
    await worker.go_on(HARM)
    await worker.say("I\u2019ve shared it")
    assert worker.card.name == "shared"
    await worker.say("Stop for now.")
    await worker.say("child in danger now: act first")
    assert "999" in worker.card.text


async def test_what_stood_on_an_earlier_card_is_no_button_any_more(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(HARM)
    await worker.say("my matters")
    before = worker.card.text
    await worker.say("next")
    assert worker.card.text != before


async def test_what_opens_on_a_card_opens_when_its_button_is_typed(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(HARM)
    assert standing_open(worker) == []
    await worker.say("why?")
    assert standing_open(worker) == ["why"]
    await worker.say("Your answers")
    assert standing_open(worker) == ["answers"]
    await worker.say("stop")
    await worker.say("more")
    assert standing_open(worker) == ["more"]


def standing_open(worker: Worker) -> list[str]:
    """The ids of the sections that are open on the newest card."""
    folds = {name for one in worker.card.elements for name in one.get("targetElements", ())}
    parts = worker.card.content["body"]
    return [part["id"] for part in parts if part.get("id") in folds and part.get("isVisible") is not False]
