"""The worker's initials and job: asked once, filled in afterwards, changed and forgotten as the worker likes."""

from tests.scenarios.journeys import ROUTINE
from tests.scenarios.worker import Worker


async def _to_the_note(worker: Worker) -> str:
    await worker.say("share")
    await worker.go_on(ROUTINE)
    await worker.press("shared", shared_how="phone", shared_with="R.L., school nurse")
    return worker.card.filled["note"]


async def test_they_are_asked_once_and_filled_in_from_then_on(worker: Worker) -> None:
    assert "Mine: [your initials], allocated" in await _to_the_note(worker)
    await worker.press("sign", signature="K.O. social worker", note=worker.card.filled["note"] + "\nmy own line")
    note = worker.card.inputs["note"]["value"]
    assert "Mine: K.O., allocated social worker" in note
    assert note.endswith("my own line")
    assert "signature" not in worker.card.inputs
    await worker.press("copied")
    assert "Mine: K.O., allocated social worker" in await _to_the_note(worker)
    assert "signature" not in worker.card.inputs
    await worker.press("hand_over", about=worker.card.button("copied")["data"]["m"])
    assert worker.card.filled["initials"] == "K.O."


async def test_they_can_be_typed_and_changed_and_go_into_letters(worker: Worker) -> None:
    await worker.say("my initials are K.O., social worker")
    assert "Kept: K.O., social worker" in worker.card.text
    await worker.say("what do you keep about me?")
    await worker.press("sign", signature="A. B., senior social worker")
    assert worker.card.filled["signature"] == "A. B., senior social worker"
    await worker.say("share")
    await worker.go_on(ROUTINE)
    await worker.press("words_recipient")
    assert any(
        "[your name], senior social worker, [work number]" in str(box.get("value"))
        for box in worker.below[0].inputs.values()
    )


async def test_they_are_forgotten_when_the_worker_says_so(worker: Worker) -> None:
    await worker.say("my initials: K.O.")
    await worker.say("what do you keep about me?")
    await worker.press("forget_signature")
    assert "signature" not in worker.card.filled
    assert "[your initials]" in await _to_the_note(worker)
    await worker.press("sign")
    assert "Please type your initials and job first" in worker.card.text
