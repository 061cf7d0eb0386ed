"""What a first message, or the screen for a call, begins."""

import pytest

from dialogs.context import Press
from dialogs.engine.flow import Flow
from dialogs.flows.authority.flow import FLOW as AUTHORITY
from dialogs.flows.case_summary.flow import FLOW as CASE_SUMMARY
from dialogs.flows.case_summary.questions import MAY_LINES
from dialogs.flows.registry import FLOWS
from dialogs.flows.share.flow import FLOW as SHARE
from dialogs.flows.shared_questions import RUNG_BACK
from dialogs.phone_call import PHONE, TELLING
from dialogs.screens import OnThePhone
from tests.dialogs.desks import Worker


@pytest.mark.parametrize(
    ("text", "flow", "on_phone"),
    [
        ("may I answer this caller?", AUTHORITY, False),
        ("the GP is asking us for P's address", AUTHORITY, False),
        ("they're asking us for something", AUTHORITY, True),
        ("draft the case summary entry", CASE_SUMMARY, False),
        ("write it in P's case summary", CASE_SUMMARY, False),
        ("can I share the case summary with the GP", SHARE, False),
        ("tell the school nurse about asthma", SHARE, False),
        ("I asked for a yes, can I tell the GP now", SHARE, False),
    ],
)
def test_a_first_message_begins_what_it_asks_for(text: str, flow: Flow, on_phone: bool) -> None:
    worker = Worker()
    worker.says(text)
    assert (worker.matter.flow, worker.matter.on_phone) == (flow, on_phone)


@pytest.mark.parametrize(
    "text", ["someone's on the phone", "someone's on the phone asking about P", "on the phone now"]
)
def test_a_call_of_which_no_more_is_said_is_asked_about_first(text: str) -> None:
    worker = Worker()
    reply = worker.says(text)
    assert reply.shown.screen == OnThePhone("authority", TELLING if TELLING in FLOWS else "")
    assert worker.kept == {}


def test_who_is_asking_is_no_recipient_until_the_worker_says_so() -> None:
    worker = Worker()
    worker.says("the police are asking us for P's address, it's my case")
    assert worker.matter.values == {"child": "P", "part_in_case": "allocated"}


@pytest.mark.parametrize("said", ["yes", "not_yet"])
def test_what_was_filled_in_about_the_call_stands_in_the_matter(said: str) -> None:
    worker = Worker()
    worker.presses(Press("start", card=PHONE, about="authority", inputs={"rung_back": said}))
    assert worker.matter.on_phone
    assert worker.matter.values == {"rung_back": said}


@pytest.mark.parametrize("inputs", [{}, {"rung_back": ""}, {"rung_back": "x"}, {"child": "P"}])
def test_nothing_else_is_taken_from_the_screen_for_a_call(inputs: dict[str, str]) -> None:
    worker = Worker()
    worker.presses(Press("start", card=PHONE, about="authority", inputs=inputs))
    assert worker.matter.values == {}


def test_a_flow_that_does_not_ask_about_the_call_takes_nothing_from_it() -> None:
    assert RUNG_BACK not in list(SHARE.questions())
    worker = Worker()
    worker.presses(Press("start", card=PHONE, about="share", inputs={"rung_back": "yes"}))
    assert worker.matter.values == {}


def test_another_press_on_the_screen_for_a_call_with_another_answer_begins_another_matter() -> None:
    worker = Worker()
    for said in ("yes", "yes", "not_yet"):
        worker.presses(Press("start", card=PHONE, about="authority", inputs={"rung_back": said}))
    assert [one.values["rung_back"] for one in worker.kept.values()] == ["yes", "not_yet"]


@pytest.mark.parametrize("typed", ["none", "Nothing.", "skip"])
def test_lines_that_may_be_none_can_be_passed_over_by_typing(typed: str) -> None:
    said = MAY_LINES.read_text(typed, {}, first=True)
    assert said is not None and said.value == []
    assert MAY_LINES.settled(said.value, {})
