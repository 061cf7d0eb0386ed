"""What is said once it went: it told, asked or gave as its flow did, and gives a reason only where one was met."""

import re
from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from cards import additions
from cards.follow_ups.follow_up_card import words_for_family
from cards.presenters import presenter_of
from dialogs.approvals.request import RequestKind, RequestState
from dialogs.approvals.screens import ChannelPrompt, ForSupervisor, WorkersRequest
from dialogs.engine.flow import Flow
from dialogs.engine.follow_up_kinds import FollowUpKind, NewFollowUp
from dialogs.engine.matter import Matter, Phase
from dialogs.flows.registry import FLOWS
from dialogs.follow_ups.follow_up import FollowUp, FollowUpState
from dialogs.follow_ups.form import Done
from dialogs.follow_ups.screens import MyFollowUps, OneFollowUp
from dialogs.screens import AfterCopy, HandingOver, Screen, Shown, TheNote
from guidance.paragraphs import VERSION
from tests.cards.drawn import as_sent
from tests.cards.of_approvals import SETTLED, matter_of
from tests.cards.of_follow_ups import TELL, not_telling
from tests.cards.states import FULL, every_state
from tests.cards.walking import read_out
from tests.dialogs.journeys import some_matters

WENT = {"share": "told to", "authority": "told to", "gather": "asked", "document": "given to"}
"""What was done in each flow, as its follow-up says it."""
NOT_SO = {
    "share": r"\bwere asked\b|document was given",
    "authority": r"\bwere asked\b|document was given",
    "gather": r"told to|of what was told|something was told|document was given|\bshared\b",
    "document": r"told to|of what was told|something was told|were asked|\bshared\b",
}
A_REASON = r"once the reason|reason not to\b[\w ]* has gone|accepted the reason not to"
HOWS = (
    Done("2026-03-12T10:05", "In person.", "K.O."),
    Done("2026-03-12T10:05", "In person.", "K.O.", "T", ("T",), everyone=False),
    Done("2026-03-12T10:05", "In person.", "K.O.", "T, the mother", everyone=False),
)
WHOM = {"gather": "the agencies", "document": "the GP"}


def follow_ups() -> Iterator[FollowUp]:
    """Telling the family in each flow: with an exception and without, named or not, no one told yet or some."""
    for flow in WENT:
        for excepted in (True, False):
            for parents, told in (((), ()), (("T", "D"), ()), (("T", "D"), ("T",))):
                one = replace(TELL, flow=flow, whom=WHOM.get(flow, "the school nurse"), excepted=excepted)
                yield replace(one, asked_for=excepted, parents=parents, told=told)


def texts_of(one: FollowUp) -> Iterator[str]:
    """Every text that speaks of this follow-up, in every state it can be in."""
    request = not_telling(one)
    agreed = replace(request, state=RequestState.AGREED, **SETTLED)
    refused = replace(request, state=RequestState.NOT_AGREED, **SETTLED)
    bare = matter_of(RequestKind.NOT_TELLING)
    done = [additions.done_line(one, how) for how in HOWS]
    screens: list[Screen] = [
        OneFollowUp(one),
        OneFollowUp(one, words=True),
        OneFollowUp(one, refused),
        MyFollowUps((one,)),
        *(OneFollowUp(replace(one, state=state, additions=(text,))) for state in FollowUpState for text in done),
        OneFollowUp(replace(one, state=FollowUpState.NOT_TELLING, additions=(additions.not_telling_line(agreed),))),
        *(ForSupervisor(made, bare) for made in (request, agreed, refused)),
        *(WorkersRequest(made, None) for made in (request, agreed, refused)),
        ChannelPrompt(request),
    ]
    yield from (read_out(as_sent(Shown(screen))) for screen in screens)


@pytest.mark.parametrize("one", list(follow_ups()), ids=lambda one: f"{one.flow} {one.excepted} {one.told}")
def test_a_follow_up_says_what_its_flow_did(one: FollowUp) -> None:
    said = list(texts_of(one))
    assert all(not re.search(NOT_SO[one.flow], text) for text in said)
    assert any(WENT[one.flow] in text for text in said)
    assert WENT[one.flow] in additions.done_line(one, HOWS[0])
    asked_over = additions.not_telling_line(replace(not_telling(one), state=RequestState.AGREED, **SETTLED))
    assert WENT[one.flow] in asked_over


@pytest.mark.parametrize("one", list(follow_ups()), ids=lambda one: f"{one.flow} {one.excepted} {one.told}")
def test_without_an_exception_no_text_of_it_speaks_of_a_reason_that_goes(one: FollowUp) -> None:
    said = "\n".join(texts_of(one))
    closed = "a supervisor accepted the reason not to tell"  # theirs, and not the guidance's
    if one.excepted:
        assert re.search(A_REASON, said)
    else:
        assert not re.search(A_REASON, said.replace(closed, ""))
        assert "No exception was met" in said


@pytest.mark.parametrize("flow", WENT)
def test_the_words_for_the_family_say_that_it_was_told_asked_or_given(flow: str) -> None:
    said = words_for_family(replace(TELL, flow=flow, whom=WHOM.get(flow, "the school nurse")), FULL)
    assert {"share": "I told", "authority": "I told", "gather": "I asked", "document": "I gave"}[flow] in said
    assert ("They used it" in said) is (flow != "gather")


CLOSED = {"shared", "sent", "given"}


def every_close() -> Iterator[Matter]:
    """Every matter of the states, and of some journeys, that has reached its note."""
    for shown in every_state().values():
        if isinstance(shown.screen, TheNote) and not shown.screen.matter.practice:
            yield shown.screen.matter
    for flow in FLOWS.values():
        yield from (one for one in some_matters(60, flow) if one.phase is Phase.NOTE)


def test_every_close_speaks_of_a_reason_and_of_telling_first_as_its_decision_does() -> None:
    seen = set()
    for one in every_close():
        decision = one.decision()
        outcome = str(one.values.get("outcome"))
        if outcome not in CLOSED or decision.inform_parents in (None, "n/a"):
            continue
        note = presenter_of(one).note(one, decision, FULL)
        title = presenter_of(one).note_heading(one, decision)
        told, excepted = decision.inform_parents == "already done", decision.inform_parents == "exception: not before"
        seen.add((one.flow.name, told, excepted))
        assert ("not all parents told" in title or "parents not told" in title) is not told
        assert ("WHY THE PARENTS WERE NOT" in note) is excepted
        assert ("\nTHE PARENTS WERE NOT" in note) is (not told and not excepted)
        if not excepted:
            own = "\n".join(str(value) for value in one.values.values())
            assert not re.search(A_REASON, note) or re.search(A_REASON, own)
        if one.flow.name == "gather":
            assert not re.search(r"before it was (?:shared|given)|WHAT WAS SHARED", note)
        if one.flow.name == "document":
            assert not re.search(r"before it was shared|WHAT WAS SHARED", note)
    flows = {"share", "gather", "document", "authority"}
    assert {flow for flow, told, excepted in seen if excepted} == flows
    assert {flow for flow, told, excepted in seen if told} == flows
    assert {flow for flow, told, excepted in seen if not told and not excepted} == flows - {"document"}


def test_what_a_close_leaves_rests_on_an_exception_just_where_one_was_met() -> None:
    for one in every_close():
        for left in one.follow_ups() or ():
            if left.kind is FollowUpKind.TELL_FAMILY:
                excepted = one.decision().inform_parents == "exception: not before"
                assert left.excepted is excepted
                assert excepted or not left.asked_for


def test_other_kinds_of_follow_up_say_who_is_waited_for_and_nothing_of_telling() -> None:
    for kind in set(FollowUpKind) - {FollowUpKind.TELL_FAMILY}:
        for flow in ("gather", "document"):
            one = replace(TELL, kind=kind, flow=flow, named="Dr S.")
            said = read_out(as_sent(Shown(OneFollowUp(one))))
            assert not re.search(r"told to|parents|family", said)


@pytest.mark.parametrize("flow", FLOWS.values(), ids=FLOWS.keys())
def test_handing_over_promises_what_the_flow_can_hold(flow: Flow) -> None:
    one = Matter("m", flow, VERSION)
    said = read_out(as_sent(Shown(HandingOver(one))))
    names = {question.name for question in one.flow.questions()}
    assert ("replies you wait for" in said) is ("reply_who" in names)
    assert ("Whose case it is" in said) is ("part_in_case" in names)
    assert ("dates to look again" in said) is (one.flow.name in WENT)


@pytest.mark.parametrize("flow", FLOWS.values(), ids=FLOWS.keys())
def test_once_copied_it_names_what_it_keeps_and_no_more(flow: Flow) -> None:
    one = Matter("m", flow, VERSION, copied_at="2026-03-11T14:00")
    said = read_out(as_sent(Shown(AfterCopy(one))))
    assert ("whose case it was" in said) is ("part_in_case" in one.flow.kept)
    assert ("which of the parents knew" in said) is ("told_each" in one.flow.kept)
    assert ("who it was for" in said) is bool({"recipient", "audience"} & set(one.flow.kept))


def test_a_follow_up_that_an_older_version_left_reads_as_resting_on_an_exception() -> None:
    assert NewFollowUp(FollowUpKind.TELL_FAMILY).excepted and TELL.excepted and TELL.parents == ()
