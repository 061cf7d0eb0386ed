"""Going on after a supervisor did not agree asks for the worker's reason; it changes no answer and no rule."""

import pytest
from msgspec.structs import replace

from dialogs.approvals.effects import apply_verdict, current_verdicts
from dialogs.approvals.request import RequestKind, RequestState
from dialogs.card_actions import one_back
from dialogs.engine.answers import DISAGREED
from dialogs.engine.matter import Matter, Phase, from_json
from dialogs.flows.registry import FLOWS
from tests.cards import matters, of_authority, of_document, of_gather
from tests.cards.matters import Given
from tests.cards.of_approvals import SETTLED, request, with_verdict

CHECKS = (of_gather.CHECKS, of_gather.RISK)
CLOSES: dict[str, tuple[Matter, Given]] = {
    "share": (matters.matter(matters.HARM), matters.SHARED_UNTOLD),
    "share, told": (matters.matter(matters.ROUTINE), matters.SHARED),
    "authority": (of_authority.AUTHORITY_STATES.matter(of_authority.ANSWERED), matters.SHARED),
    "gather": (of_gather.GATHER_STATES.matter(*CHECKS), of_gather.SENT_UNTOLD),
    "document": (of_document.OF_DOCUMENT.matter(of_document.READY), of_document.GIVEN_IT),
    "document, untold": (
        of_document.OF_DOCUMENT.matter(of_document.NURSE_UNTOLD, of_document.HARM),
        of_document.GIVEN_UNTOLD,
    ),
}
EVERY = pytest.mark.parametrize(("one", "close"), CLOSES.values(), ids=CLOSES.keys())


def stored(one: Matter) -> Matter:
    """The matter as it is read again."""
    return from_json(one.id, one.flow, one.revision, one.guidance_version, one.to_json())


def against(one: Matter) -> Matter:
    return with_verdict(one, RequestKind.UNTOLD, "not_agreed")


@EVERY
def test_the_answer_is_yes_and_the_close_asks_for_the_reason(one: Matter, close: Given) -> None:
    assert one.decision().may_go_ahead_now is True
    assert one.hold(close).phase is Phase.NOTE
    closing = against(one).hold(close)
    assert closing.phase is Phase.CLOSING
    assert [question.name for question in closing.position.open_questions] == ["departed_because"]
    assert closing.hold({"departed_because": "P was not safe there"}).phase is Phase.NOTE


@EVERY
def test_agreed_the_close_asks_for_none(one: Matter, close: Given) -> None:
    assert with_verdict(one, RequestKind.UNTOLD, "agreed").hold(close).phase is Phase.NOTE


@EVERY
def test_it_is_worked_out_and_changes_no_answer(one: Matter, close: Given) -> None:
    no = against(one)
    assert DISAGREED in no.values
    assert DISAGREED not in one.values
    assert no.decided_from == one.decided_from
    assert no.drafted_from == one.drafted_from
    assert no.decision() == one.decision()
    assert DISAGREED not in no.answers.by_name
    assert DISAGREED not in no.to_json()["answers"]
    assert DISAGREED in stored(no).values


@EVERY
def test_said_of_other_answers_it_counts_for_nothing(one: Matter, close: Given) -> None:
    assert DISAGREED not in against(one).hold({"child": "Q"}).values


@EVERY
def test_a_matter_closed_before_the_verdict_is_not_opened_again(one: Matter, close: Given) -> None:
    noted = one.hold(close)
    no = replace(request(), state=RequestState.NOT_AGREED, drafted_from=one.decided_from, **SETTLED)
    seen = apply_verdict(noted, no)
    assert seen.phase is Phase.NOTE
    assert stored(seen).phase is Phase.NOTE
    assert [verdict.state for verdict in current_verdicts(seen)] == ["not_agreed"]
    before = apply_verdict(one, no)
    assert before.hold(close).phase is Phase.CLOSING
    assert stored(before.hold(close)).phase is Phase.CLOSING


@EVERY
def test_a_matter_closed_by_an_older_version_is_not_opened_again(one: Matter, close: Given) -> None:
    """An older version kept no more of a verdict than who said what, and on which answers."""
    closed, still_open = as_older_version_kept(against(one).hold(close)), as_older_version_kept(against(one))
    assert closed.phase is Phase.NOTE
    assert still_open.hold(close).phase is Phase.CLOSING


@EVERY
def test_closed_again_after_the_verdict_it_asks(one: Matter, close: Given) -> None:
    late = with_verdict(one.hold(close), RequestKind.UNTOLD, "not_agreed", before_close=False)
    assert late.phase is Phase.NOTE
    assert stored(one_back(late)).hold(close).phase is Phase.CLOSING


def as_older_version_kept(one: Matter) -> Matter:
    kept = one.to_json()
    for row in kept["seen"]:
        del row["before_close"]
    return from_json(one.id, one.flow, one.revision, one.guidance_version, kept)


def test_every_flow_that_can_be_asked_about_is_looked_at() -> None:
    asked = {one.flow.name for one, _ in CLOSES.values()}
    assert asked == {name for name, flow in FLOWS.items() if flow.actions_by_name.get("they_know")}
