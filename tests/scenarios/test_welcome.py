"""Getting in: the welcome and its buttons, a first message, and the way back from a press by mistake."""

import pytest

from cards.welcome import PHONE
from dialogs.current_screen import PAGE
from dialogs.flows.registry import FLOWS
from tests.cards.test_attacks import FIRST_MESSAGES
from tests.cards.walking import of_type
from tests.scenarios.journeys import ROUTINE
from tests.scenarios.keeping import matters_kept
from tests.scenarios.reading import own
from tests.scenarios.worker import Worker


def begins(worker: Worker) -> list[str]:
    """What the buttons of the card in front begin."""
    return [press["data"]["about"] for press in worker.card.presses if press["verb"] == "start"]


async def test_there_is_a_button_for_every_flow_that_there_is_and_for_no_other(worker: Worker) -> None:
    await worker.join()
    assert set(begins(worker)) == {*FLOWS, PHONE}


IN_THE_LIKELIEST_ORDER = [
    *("share", "authority", "document", "gather"),
    *(PHONE, "receive", "first_contact", "case_summary"),
]


async def test_every_flow_has_its_place_among_the_buttons(worker: Worker) -> None:
    await worker.join()
    assert begins(worker) == IN_THE_LIKELIEST_ORDER
    rows = [e["actions"] for e in worker.card.elements if e.get("type") == "ActionSet"]
    assert max(len(row) for row in rows) <= 6


async def test_a_press_begins_its_flow(worker: Worker) -> None:
    for flow in FLOWS:
        await worker.say("stop")
        await worker.press("start", about=flow)
        assert worker.card.name == FLOWS[flow].steps[0].name
        await worker.press("next", child="P")
    await worker.say("my matters")
    kinds = [own(f"flows.{flow}") for flow in FLOWS]
    listed = worker.card.text
    await worker.press("matters", about=str(PAGE))
    listed += worker.card.text
    assert [kind for kind in kinds if kind not in listed] == []


async def test_what_cannot_be_told_comes_to_the_buttons_and_begins_nothing(worker: Worker) -> None:
    await worker.say("banana")
    assert worker.card.says("notices.not_understood")
    assert "share" in begins(worker)
    assert matters_kept(worker.bot.database_url) == []


async def test_when_two_were_meant_the_worker_says_which(worker: Worker) -> None:
    await worker.say("should agreement to share be in writing")
    assert worker.card.title == own("outside.which_title")
    assert begins(worker) == ["document", "share"]
    assert matters_kept(worker.bot.database_url) == []
    await worker.press("start", about="share")
    assert worker.card.name == "you_and_them"


@pytest.mark.parametrize("said", FIRST_MESSAGES)
async def test_a_first_message_is_never_said_back_in_the_chat(worker: Worker, said: str) -> None:
    """With every attack, but without a service: `tests/cards/test_attacks.py`."""
    await worker.say(said.format("qqzz<b>qqzz"))
    assert worker.chat.cards
    assert all("qqzz" not in str(card.content) for card in worker.chat.cards)


async def test_another_flow_by_its_name_keeps_the_one_that_was_open(worker: Worker) -> None:
    await worker.say("share")
    await worker.press("next", child="P", recipient="gp")
    await worker.say("network checks")
    assert worker.card.says("notices.kept")
    assert "recipient" not in worker.card.inputs
    await worker.press("next", child="P")
    await worker.say("my matters")
    await worker.press("open", about=[e["data"]["about"] for e in worker.card.presses if e["verb"] == "open"][1])
    assert worker.card.filled == {"child": "P", "recipient": "gp"}


async def test_one_in_which_nothing_was_answered_leaves_nothing_behind(worker: Worker) -> None:
    await worker.say("share")
    old = worker.pressing("next", child="P")
    await worker.say("stop")
    await worker.say("my matters")
    assert worker.card.says("matters.none")
    await worker.press("home")
    await worker.press("start", about="share")
    assert len(matters_kept(worker.bot.database_url)) == 1
    await worker.send(old)
    assert worker.card.says("notices.gone")


async def test_two_matters_of_the_same_child_are_told_apart(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE)
    await worker.say("start again")
    await worker.go_on(ROUTINE, until="weigh")
    await worker.say("my matters")
    rows = worker.card.text
    assert own("matters.kind", kind=own("flows.share"), state=own("matters.asking")) in rows
    assert own("matters.kind", kind=own("flows.share"), state=own("matters.answer")) in rows
    assert rows.count("Begun ") == 2


async def many_matters(worker: Worker, count: int) -> None:
    for number in range(count):
        await worker.say("share")
        await worker.press("next", child=str(4700 + number))
        await worker.press("stop")


async def test_more_matters_than_a_card_lists_are_one_press_away(worker: Worker) -> None:
    await many_matters(worker, PAGE + 2)
    await worker.say("my matters")
    assert worker.card.says("matters.page", first=1, last=PAGE, total=PAGE + 2)
    assert "4700" not in worker.card.text
    await worker.press("matters", about=str(PAGE))
    assert worker.card.says("matters.page", first=PAGE + 1, last=PAGE + 2, total=PAGE + 2)
    assert "4700" in worker.card.text
    await worker.press("delete", about=worker.card.button("delete")["data"]["about"])
    assert worker.card.says("matters.sure")
    await worker.press("matters", about=str(PAGE))
    await worker.press("matters", about="0")
    assert worker.card.says("matters.page", first=1, last=PAGE, total=PAGE + 2)


@pytest.mark.parametrize("about", ["-3", "9999", "x", "\u0663", "1" * 4000])
async def test_a_page_that_there_is_not_is_the_first(worker: Worker, about: str) -> None:
    await many_matters(worker, 2)
    await worker.say("my matters")
    await worker.send(worker.clicking("matters", {"about": about}))
    assert "4700" in worker.card.text
    assert "4701" in worker.card.text


async def test_danger_pressed_by_mistake_is_taken_off_and_nothing_else_changes(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE, until="weigh")
    before = worker.card
    await worker.press("danger")
    await worker.press("danger_off")
    assert worker.card.says("notices.danger_off")
    assert worker.card.name == "weigh"
    assert worker.card.filled == before.filled
    assert not [e for e in worker.card.elements if e.get("style") == "attention"]
    assert worker.card.verbs[-1] == "danger"


async def test_once_carried_on_the_flag_comes_off_by_way_of_the_button(worker: Worker) -> None:
    await worker.say("share")
    await worker.press("danger")
    await worker.press("carry_on")
    assert [e for e in worker.card.elements if e.get("style") == "attention"]
    await worker.press("danger")
    await worker.press("danger_off")
    assert not [e for e in worker.card.elements if e.get("style") == "attention"]


async def test_after_the_copy_something_new_is_one_press_away(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE)
    await worker.press("shared", shared_how="phone")
    await worker.press("copied")
    await worker.press("home")
    assert worker.card.title == own("welcome.title")
    await worker.press("start", about="share")
    assert worker.card.filled == {}


async def test_help_names_what_starts_each_flow(worker: Worker) -> None:
    await worker.say("help")
    said = [run["text"] for run in of_type(worker.card.content, "TextRun") if run.get("weight") == "Bolder"]
    for number, name in enumerate(said[said.index("share") : said.index("case summary") + 1]):
        newcomer = Worker(worker.bot, f"newcomer{number}")
        await newcomer.say(name)
        assert newcomer.card.name in {flow.steps[0].name for flow in FLOWS.values()}, name
