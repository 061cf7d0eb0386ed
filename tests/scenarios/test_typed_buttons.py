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
