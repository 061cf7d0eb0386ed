""" "It can't wait" goes ahead only where the rules say yes and the team's own check is what is missing."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from dialogs.approvals.cannot_wait import CannotWait, decide_cannot_wait
from dialogs.approvals.request import CHECK_ALONE, NOT_REVIEWED, SETTABLE, RequestKind, RequestState, ReviewStatus
from dialogs.approvals.review_required import review_required
from dialogs.current_screen import screen_of
from dialogs.engine.matter import Matter, Phase
from tests.cards import matters, of_authority, of_document, of_gather
from tests.cards.of_approvals import matter_of, states
from tests.cards.of_flows import EVERY
from tests.dialogs.desks import desk_of


def decided(one: Matter, looked_at: ReviewStatus = NOT_REVIEWED) -> CannotWait:
    return decide_cannot_wait(one, one.decision(), looked_at)


@pytest.mark.parametrize("kind", sorted(SETTABLE))
def test_each_kind_is_asked_for_on_a_matter_of_its_own(kind: RequestKind) -> None:
    one = matter_of(kind)
    assert review_required(one, one.decision(), SETTABLE) is kind


EXPECTED = {
    RequestKind.UNTOLD: CannotWait.GO_AHEAD,
    RequestKind.CHECKS_UNTOLD: CannotWait.GO_AHEAD,
    RequestKind.AUTHORISE: CannotWait.INSTEAD,
    RequestKind.REDACTION: CannotWait.INSTEAD,
    RequestKind.DEPARTURE: CannotWait.DONE,
}


@pytest.mark.parametrize("kind", sorted(SETTABLE))
def test_where_nothing_was_asked_yet_it_goes_ahead_on_the_teams_own_check_alone(kind: RequestKind) -> None:
    assert decided(matter_of(kind), ReviewStatus(kind=kind)) is EXPECTED[kind]
    assert (EXPECTED[kind] is CannotWait.GO_AHEAD) == (kind in CHECK_ALONE)


def kinds_and_states() -> Iterator[tuple[RequestKind, str]]:
    return ((kind, name) for kind in sorted(SETTABLE) for name in states(kind))


@pytest.mark.parametrize(("kind", "name"), list(kinds_and_states()))
def test_once_something_was_asked_it_never_goes_ahead_on_a_no(kind: RequestKind, name: str) -> None:
    request = states(kind)[name]
    comes_to = decided(matter_of(kind), ReviewStatus(request))
    assert comes_to is not CannotWait.GO_AHEAD
    if kind is RequestKind.DEPARTURE:
        assert comes_to is CannotWait.DONE
    elif kind not in CHECK_ALONE or request.state is RequestState.NOT_AGREED:
        assert comes_to is CannotWait.INSTEAD
    else:
        assert comes_to is (CannotWait.NO_NEED if request.is_open else CannotWait.NOTHING)


def every_answer() -> Iterator[tuple[str, Matter]]:
    """Every kind of answer of every flow that has answers, by a name."""
    yield from ((f"share: {name}", matters.matter(given)) for name, (_, given) in matters.ANSWERS.items())
    for flow in EVERY:
        if not flow.flow.note_at_once:
            yield from ((f"{flow.flow.name}: {name}", flow.matter(given)) for name, (_, given) in flow.answers.items())


@pytest.mark.parametrize(("name", "one"), list(every_answer()))
def test_on_every_answer_that_is_no_yes_it_says_what_can_be_done_instead(name: str, one: Matter) -> None:
    decision = one.decision()
    kind = review_required(one, decision, SETTABLE)
    for looked_at in (NOT_REVIEWED, ReviewStatus(kind=kind)):
        comes_to = decide_cannot_wait(one, decision, looked_at)
        if decision.may_go_ahead_now is False:
            assert comes_to is CannotWait.INSTEAD
        elif looked_at.kind:
            assert comes_to is CannotWait.GO_AHEAD
        else:
            assert comes_to is CannotWait.NOTHING


def test_every_flow_with_an_answer_is_looked_at() -> None:
    named = {name.partition(":")[0] for name, _ in every_answer()}
    assert {"share", "gather", "document", "authority"} <= named
    assert of_gather.GATHER_STATES.flow.name in named
    assert of_authority.AUTHORITY_STATES.flow.name in named


def test_closed_as_not_given_there_is_no_quick_way_either() -> None:
    one = of_document.OF_DOCUMENT.matter(of_document.ANSWERS["not read"][1], of_document.NOT_GIVEN)
    assert one.phase is Phase.NOTE
    assert decided(one) is CannotWait.CLOSED


def test_an_earlier_version_kept_other_kinds_as_urgent_and_they_wait_all_the_same() -> None:
    for kind in RequestKind:
        kept = replace(states(kind)["waits"], after_the_fact=True)
        assert kept.goes_ahead == (kind in CHECK_ALONE)


def test_a_screen_of_its_own_says_it_only_when_asked() -> None:
    one = matter_of(RequestKind.AUTHORISE)
    assert getattr(screen_of(one, desk_of(one)), "cannot_wait", None) is False
