"""What a second pair of eyes says: in every kind and state it agrees with the answer, and fills nobody's mouth."""

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from msgspec.structs import replace

from cards.people import Council
from dialogs.approvals.request import CHECK_ALONE, SETTABLE, Request, RequestKind, RequestState, ReviewStatus
from dialogs.approvals.screens import ChannelDigest, ChannelPrompt, ForSupervisor, MyRequests, WorkersRequest
from dialogs.engine.matter import Matter
from dialogs.screens import Screen, Shown, TheAnswer, TheNote
from tests.cards import matters, of_document
from tests.cards.drawn import as_sent
from tests.cards.of_approvals import SETTLED, documents, matter_of, request, states, with_verdict
from tests.cards.states import BARE, CLOSED, FULL
from tests.cards.walking import Json, executes, of_type, read_out

GO_AHEAD = re.compile(r"(?i)\bgo(?:es)? ahead\b|gone ahead")
OF_THE_GUIDANCE = {RequestKind.AUTHORISE: "3.10", RequestKind.REDACTION: "4.4"}
AGAINST = re.compile(r"(?i)\bagainst\b|otherwise|not \"yes\"|depart|instead of the answer")
OUR_OWN = "team's own"
CASES = [(kind, name) for kind in RequestKind for name in states(kind)]
ON_ANSWERS = [(kind, name) for kind in sorted(SETTABLE) for name in states(kind)]
by_case = pytest.mark.parametrize(("kind", "name"), CASES)
on_answers = pytest.mark.parametrize(("kind", "name"), ON_ANSWERS)


def urgent(kind: RequestKind, name: str) -> Request:
    """The request in this state, as one that could not wait."""
    return replace(states(kind)[name], after_the_fact=True)


def said(screen: Screen, council: Council = FULL) -> str:
    return read_out(as_sent(Shown(screen), council))


def everywhere(kind: RequestKind, one: Request) -> Iterator[str]:
    """All that is said of a request, to whomever, at any hour, but for what the answer says of itself."""
    for council in (FULL, BARE, CLOSED):
        screens = (
            ForSupervisor(one, matter_of(kind)),
            ForSupervisor(one, matter_of(kind), is_deciders=True),
            WorkersRequest(one, matter_of(kind)),
            MyRequests((one,)),
            ChannelPrompt(one),
        )
        yield from (said(screen, council) for screen in screens)
        if kind in SETTABLE:
            yield "\n".join(above_reasons(kind, ReviewStatus(one), council))


def answer(kind: RequestKind, looked_at: ReviewStatus, council: Council, cannot_wait: bool = False) -> Json:
    one = matter_of(kind)
    return as_sent(Shown(TheAnswer(one, one.decision(), looked_at=looked_at, cannot_wait=cannot_wait)), council)


def above_reasons(kind: RequestKind, looked_at: ReviewStatus, council: Council) -> list[str]:
    """What is on the answer above what it rests on, a text or paragraph each; steps that open are no part of it."""
    body = [part for part in answer(kind, looked_at, council)["body"] if part.get("isVisible") is not False]
    why = next(place for place, part in enumerate(body) if "The decision is yours." in part.get("text", ""))
    return [read_out({"type": "AdaptiveCard", "body": [part]}) for part in body[:why]]


@pytest.mark.parametrize(("kind", "name"), [case for case in CASES if case[0] not in CHECK_ALONE])
def test_go_ahead_stands_only_where_the_rules_say_yes(kind: RequestKind, name: str) -> None:
    for one in (states(kind)[name], urgent(kind, name)):
        assert [text for text in everywhere(kind, one) if GO_AHEAD.search(text)] == []


NOT_AGREED = [case for case in ON_ANSWERS if states(case[0])[case[1]].state is RequestState.NOT_AGREED]


@pytest.mark.parametrize(("kind", "name"), NOT_AGREED)
def test_no_answer_says_go_ahead_while_a_supervisor_does_not_agree(kind: RequestKind, name: str) -> None:
    text = "\n".join(above_reasons(kind, ReviewStatus(states(kind)[name]), FULL))
    assert not GO_AHEAD.search(text)


@by_case
def test_whose_check_it_is_is_said_truly(kind: RequestKind, name: str) -> None:
    one = states(kind)[name]
    for council in (FULL, CLOSED):
        for screen in (ForSupervisor(one, matter_of(kind)), WorkersRequest(one, None), ChannelPrompt(one)):
            text = said(screen, council)
            if kind in OF_THE_GUIDANCE:
                assert OUR_OWN not in text
                if not isinstance(screen, ChannelPrompt) or one.state is RequestState.WAITING:
                    assert "The guidance asks for this" in text
                    assert OF_THE_GUIDANCE[kind] in text
            elif not isinstance(screen, ChannelPrompt):
                assert OUR_OWN in text


@pytest.mark.parametrize("kind", sorted(SETTABLE))
@pytest.mark.parametrize("state", ["agreed", "not_agreed"])
def test_in_the_note_too(kind: RequestKind, state: str) -> None:
    one = with_verdict(matter_of(kind), kind, state)
    boxes = of_type(as_sent(Shown(TheNote(one, one.decision()))), "Input.Text")
    note = next(box["value"] for box in boxes if box["id"] == "note")
    assert "Seen by M.A." in note
    if kind in OF_THE_GUIDANCE:
        assert OUR_OWN not in note
        assert f"The guidance asks for this check ({OF_THE_GUIDANCE[kind]})." in note
    else:
        assert "This check is our team's own, not the guidance's." in note


@by_case
def test_a_channel_never_shows_that_anyone_went_against_an_answer(kind: RequestKind, name: str) -> None:
    one = states(kind)[name]
    for screen in (ChannelPrompt(one), ChannelDigest((one, request()))):
        assert not AGAINST.search(said(screen)), said(screen)


def test_the_supervisors_own_chat_says_it() -> None:
    departed = request(RequestKind.DEPARTURE)
    assert "Went against the guide's answer" in said(ForSupervisor(departed, matter_of(RequestKind.DEPARTURE)))
    assert "Something already done, to look at afterwards" in said(ChannelPrompt(departed))


# It can't wait


def box_of(card: Json) -> str:
    """What is said above everything else."""
    first = card["body"][0]
    return read_out({"type": "AdaptiveCard", "body": [first]}) if first["type"] == "Container" else ""


@pytest.mark.parametrize("kind", sorted(SETTABLE - CHECK_ALONE))
@pytest.mark.parametrize(("council", "number"), [(FULL, "020 7946 0001"), (CLOSED, "020 7946 0002")])
def test_on_a_no_it_shows_what_can_be_done_now(kind: RequestKind, council: Council, number: str) -> None:
    box = box_of(answer(kind, ReviewStatus(kind=kind), council, cannot_wait=True))
    assert "Child in danger now: act first" in box
    assert number in box
    assert "duty manager, 020 7946 0003" in box
    assert "Your request can still be sent: press Ask my supervisor." in box
    assert not GO_AHEAD.search(box)
    assert "Request 4127 still waits" in box_of(answer(kind, ReviewStatus(request(kind)), council, cannot_wait=True))
    bare = box_of(answer(kind, ReviewStatus(kind=kind), BARE, cannot_wait=True))
    assert "020 7946" not in bare
    assert "your supervisor" in bare


def test_someone_elses_case_names_the_allocated_worker() -> None:
    assert "the allocated worker or your supervisor" in box_of(
        answer(RequestKind.AUTHORISE, ReviewStatus(), FULL, cannot_wait=True)
    )


@pytest.mark.parametrize(("name", "shown"), list(documents()))
def test_of_a_document_what_we_know_ourselves_may_go_another_way(name: str, shown: Shown) -> None:
    card = as_sent(shown)
    box = box_of(card)
    assert "press Share what we know ourselves" in box
    assert any(one["verb"] == "hand_on" and one["title"] in box for one in executes(card))
    assert not GO_AHEAD.search(box)


def test_an_incomplete_document_has_the_button_though_no_request_fits() -> None:
    for name, (headline, given) in of_document.ANSWERS.items():
        one = of_document.OF_DOCUMENT.matter(given)
        decision = one.decision()
        verbs = [action["verb"] for action in executes(as_sent(Shown(TheAnswer(one, decision))))]
        incomplete = decision.may_go_ahead_now is not True and headline not in ("refused", "do_not_share")
        assert ("cant_wait" in verbs) is incomplete, name


def test_where_the_parts_that_someone_else_wrote_hold_it_up_they_can_be_left_out() -> None:
    one = matters.matter(matters.ANSWERS["the author was not asked"][1])
    box = box_of(as_sent(Shown(TheAnswer(one, one.decision(), cannot_wait=True))))
    assert "leave out what someone else wrote" in box


def test_what_is_done_already_only_leaves_asking() -> None:
    one = matter_of(RequestKind.DEPARTURE)
    looked_at = ReviewStatus(kind=RequestKind.DEPARTURE)
    card = as_sent(Shown(TheNote(one, one.decision(), looked_at=looked_at)))
    verbs = [action["verb"] for action in executes(card)]
    assert "ask_supervisor" in verbs
    assert "cant_wait" not in verbs
    assert not of_type(card, "Input.Time")


# Nobody's mouth is filled


NEVER_SAID = re.compile(r"(?i)parents have been told|supervision|talk it over|looked at again")


@pytest.mark.parametrize("kind", sorted(set(RequestKind) - {RequestKind.QUESTION}))
@pytest.mark.parametrize("state", [RequestState.AGREED, RequestState.NOT_AGREED])
@pytest.mark.parametrize("reason", ["", "T could be told safely", "No. Tell T first."])
def test_the_management_note_holds_only_what_was_typed_or_ticked(
    kind: RequestKind, state: RequestState, reason: str
) -> None:
    one = replace(request(kind), state=state, **{**SETTLED, "reason": reason})
    card = as_sent(Shown(ForSupervisor(one, matter_of(kind), is_deciders=True)))
    note = next(box["value"] for box in of_type(card, "Input.Text") if box["id"] == "management_note")
    assert not NEVER_SAID.search(note)
    assert ("My reason" in note) is bool(reason) or state is RequestState.NOT_AGREED
    assert reason.rstrip(".") in note
    ours = note.replace(reason.rstrip("."), "")
    verdict = "agreed" if state is RequestState.AGREED else "did not agree"
    expected = f"Request {one.number}, 11/03/2026 13:12. I looked at what K.O. put forward and {verdict}."
    assert ours.rstrip(".").removesuffix("\nMy reason: ") == expected or ours == expected


ASKED_OF_ALL = "Would we read this parent the same way in another family? (0.1)"


@pytest.mark.parametrize("kind", sorted(set(RequestKind) - {RequestKind.QUESTION, *OF_THE_GUIDANCE}))
def test_it_is_asked_whether_this_parent_is_read_as_another_would_be(kind: RequestKind) -> None:
    assert ASKED_OF_ALL in said(ForSupervisor(request(kind), matter_of(kind)))


# The reason of one who went on


@pytest.mark.parametrize(
    ("given", "close", "line"),
    [
        (matters.HARM, matters.SHARED_UNTOLD, "I shared it after weighing M.A.'s view. My reason: B could not wait"),
        (matters.TELL_FIRST, matters.SHARED, "I shared it after weighing the guide's answer and M.A.'s view."),
    ],
)
def test_the_reason_stands_right_under_the_supervisors(given: matters.Given, close: matters.Given, line: str) -> None:
    one = with_verdict(matters.matter(given), RequestKind.UNTOLD, "not_agreed")
    closed = one.hold({**close, "child_view": "", "look_again": "2026-03-12T12:00"})
    note = note_of(closed.hold({"departed_because": "B could not wait"}))
    seen, under = next((a, b) for a, b in pairwise(note) if a.startswith("Seen by M.A."))
    assert 'who did not agree: "T could be told"' in seen
    assert under.startswith(line)
    assert under.endswith("My reason: B could not wait")


def test_of_a_document_too() -> None:
    one = with_verdict(of_document.OF_DOCUMENT.matter(of_document.READY), RequestKind.UNTOLD, "not_agreed")
    note = note_of(one.hold({**of_document.GIVEN_IT, "departed_because": "D needs it today"}))
    assert "I gave it after weighing M.A.'s view. My reason: D needs it today" in note


def note_of(one: Matter) -> list[str]:
    card = as_sent(Shown(TheNote(one, one.decision())))
    note = next(box["value"] for box in of_type(card, "Input.Text") if box["id"] == "note")
    return str(note).splitlines()
