"""The state of a request is the first thing on the worker's answer, and its first step; at any hour."""

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from cards.people import Council
from dialogs.approvals.effects import apply_verdict
from dialogs.approvals.request import CHECK_ALONE, SETTABLE, RequestKind, RequestState, ReviewStatus, TalkLine
from dialogs.approvals.screens import MyRequests, WorkersRequest
from dialogs.screens import Shown, TheAnswer
from tests.cards.drawn import as_sent
from tests.cards.of_approvals import ASKED, SETTLED, matter_of, request, states
from tests.cards.states import CLOSED, FULL
from tests.cards.test_attacks import ATTACKS, misplaced
from tests.cards.test_second_pair_of_eyes import (
    CASES,
    OF_THE_GUIDANCE,
    ON_ANSWERS,
    above_reasons,
    answer,
    on_answers,
    said,
)
from tests.cards.walking import read_out, texts


def first_step(kind: RequestKind, looked_at: ReviewStatus, council: Council) -> str:
    return next(text for text in above_reasons(kind, looked_at, council) if text.startswith("1. "))


def every_step(kind: RequestKind, looked_at: ReviewStatus) -> list[str]:
    """The steps of the answer in their order, those that open included."""
    body = answer(kind, looked_at, FULL)["body"]
    opened = [row for part in body if part.get("id") == "steps" for row in part["items"]]
    texts = (read_out({"type": "AdaptiveCard", "body": [part]}) for part in (*body, *opened) if "items" not in part)
    return sorted((text for text in texts if re.match(r"\d+\. ", text)), key=lambda text: int(text.partition(".")[0]))


FIRST = {
    "waits": "Waiting for a supervisor since 13:12",
    "waits, needed by": "Waiting for a supervisor since 13:12",
    "waits for one of them": "Waiting for M.A. since 13:12",
    "waits since yesterday": "Waiting for a supervisor since 10/03/2026 13:12",
    "waits without a channel": "Not with a supervisor yet",
    "waits, refused in the channel": "Not with a supervisor yet",
    "waits, taken out of the channel": "Not with a supervisor now",
    "waits, which team": "Not sent yet: which team is yours?",
    "asked back": "M.A. asks you something",
    "answered back": "Waiting for a supervisor since 13:12",
    "agreed": 'M.A. agreed, 13:12: "Both parts rest on what B said"',
    "agreed, no reason": "M.A. agreed, 13:12",
    "not agreed": "M.A. does not agree: Both parts rest on what B said",
    "withdrawn": "Your request was withdrawn",
}
STEP = {
    "asked back": "1. Answer what M.A. asks you",
    "not agreed": "1. Talk to M.A. before anything goes",
    "waits without a channel": "1. Ring your supervisor (duty manager, 020 7946 0003)",
    "waits, refused in the channel": "1. Ring your supervisor (duty manager, 020 7946 0003)",
    "waits, taken out of the channel": "1. Ring your supervisor (duty manager, 020 7946 0003)",
    "waits, which team": "1. Say above which team is yours, so that your request goes",
    "waits for one of them": "1. Wait for M.A.'s answer, or ring them (duty manager, 020 7946 0003)",
}
NO_STEP = ("agreed", "agreed, no reason", "withdrawn")


@on_answers
def test_it_stands_right_under_the_headline(kind: RequestKind, name: str) -> None:
    one = states(kind)[name]
    headline, under, *_ = above_reasons(kind, ReviewStatus(one), FULL)
    plain, *_ = above_reasons(kind, ReviewStatus(), FULL)
    assert headline == plain
    expected = FIRST.get(name, "Waiting for a supervisor since 13:12")
    if name == "goes ahead" and kind in CHECK_ALONE:
        expected = "A supervisor looks at this afterwards"
    assert under.startswith(expected)


@on_answers
def test_the_first_step_says_the_same_in_doing_words(kind: RequestKind, name: str) -> None:
    one = states(kind)[name]
    looked_at = ReviewStatus(one)
    if name in NO_STEP:
        assert first_step(kind, looked_at, FULL) == first_step(kind, ReviewStatus(), FULL)
        return
    expected = STEP.get(name, "1. Wait for a supervisor's answer, or ring them (duty manager, 020 7946 0003)")
    if name == "goes ahead" and kind in CHECK_ALONE:
        expected = "1. Go ahead if waiting could put the child at risk"
    assert first_step(kind, looked_at, FULL).startswith(expected)
    others, steps = every_step(kind, ReviewStatus()), every_step(kind, looked_at)
    said, without = ([text.partition(". ")[2] for text in several] for several in (steps[1:], others))
    assert sorted(said) == sorted(without)


@pytest.mark.parametrize(
    ("kind", "name"),
    [case for case in ON_ANSWERS if case[0] in OF_THE_GUIDANCE and case[1] not in (*NO_STEP, "asked back")],
)
def test_what_has_to_wait_is_said_to_wait(kind: RequestKind, name: str) -> None:
    """3.10, 4.4  The first step of what the guidance asks for never leaves the way open."""
    assert OF_THE_GUIDANCE[kind] in first_step(kind, ReviewStatus(states(kind)[name]), FULL)


@pytest.mark.parametrize("kind", sorted(OF_THE_GUIDANCE))
def test_what_agreement_made_of_the_answer_is_said_first_as_well(kind: RequestKind) -> None:
    one = replace(request(kind), state=RequestState.AGREED, **SETTLED)
    after = apply_verdict(matter_of(kind), one)
    texts = as_sent(Shown(TheAnswer(after, after.decision())))["body"]
    under = read_out({"type": "AdaptiveCard", "body": texts[1:2]})
    assert under.startswith("M.A. s")
    assert under.endswith(f"13:12 ({OF_THE_GUIDANCE[kind]})")


# Out of hours


WAITING = [(kind, name) for kind, name in CASES if states(kind)[name].state is RequestState.WAITING]


@pytest.mark.parametrize(("kind", "name"), WAITING)
def test_out_of_hours_it_says_when_and_whom_to_ring(kind: RequestKind, name: str) -> None:
    one = states(kind)[name]
    when = "nobody may see it before Thursday 12/03/2026 09:00"
    texts = [said(screen, CLOSED) for screen in (WorkersRequest(one, None), MyRequests((one,)))]
    for text in texts:
        assert when in text
        assert ("020 7946 0002" in text) is (not one.follow_up)
        assert "020 7946 0001" not in text
    assert when not in said(WorkersRequest(one, None), FULL)
    if kind in SETTABLE:
        assert when in "\n".join(above_reasons(kind, ReviewStatus(one), CLOSED))


def test_out_of_hours_nothing_is_invented() -> None:
    closed = Council(working_now=False)
    text = said(WorkersRequest(request(), None), closed)
    assert "Outside working hours nobody may see it." in text
    assert "Ring now" not in text
    step = first_step(RequestKind.UNTOLD, ReviewStatus(request()), closed)
    assert step.startswith("1. Ring your supervisor: nobody may see your request.")


def test_settled_it_says_nothing_of_the_hour() -> None:
    for name, one in states().items():
        if one.state is not RequestState.WAITING:
            assert "Outside working hours" not in said(WorkersRequest(one, None), CLOSED), name


def test_the_day_is_said_where_it_was_another() -> None:
    assert ASKED.date() == datetime(2026, 3, 11).date()  # noqa: DTZ001  local wall time
    older = replace(request(), asked_at=ASKED - timedelta(days=40))
    assert "since 30/01/2026 13:12" in above_reasons(RequestKind.UNTOLD, ReviewStatus(older), FULL)[1]


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_what_was_typed_stands_only_as_text(attack: str) -> None:
    typed = f"Zqx01x {attack} Zqx01x"
    for name, one in states().items():
        talk = (TalkLine("supervisor", typed, "2026-03-11T13:20"),) if one.talk else ()
        fields: dict[str, Any] = {"reason": typed, "decider_name": typed, "assigned_name": typed, "talk": talk}
        looked_at = ReviewStatus(replace(one, **fields))
        screen = TheAnswer(matter_of(one.kind), matter_of(one.kind).decision(), looked_at=looked_at, cannot_wait=True)
        card = as_sent(Shown(screen))
        assert misplaced(card) == [], name
        if one.state in (RequestState.AGREED, RequestState.NOT_AGREED, RequestState.MORE_ASKED):
            assert any(typed in text for _, _, text in texts(card)), name
