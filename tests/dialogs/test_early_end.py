"""Where the flow stops asking early, no answer that is left could change what stands in the way. Every one is tried."""

from collections.abc import Iterator
from itertools import product

import pytest

from dialogs.engine.answers import Json
from dialogs.engine.flow import replay
from dialogs.engine.matter import Matter
from dialogs.flows.share.conditions import nothing_more_matters
from dialogs.flows.share.flow import FLOW as SHARE
from guidance.decide import decide
from guidance.decision import Decision
from tests.cards.matters import Given, each, lines, matter
from tests.dialogs.journeys import some_matters

PARTS = ("allocated", "supervisor", "authorised", "none", "unsure")
RECIPIENTS = ("school", "other_professional", "not_professional")
TRUTHS = ("yes", "no", "unsure")


def given(**answers: Json) -> Given:
    return answers


CASE: tuple[Given, ...] = tuple(
    {"recipient": recipient, "need_to_know": need} for recipient, need in product(RECIPIENTS, TRUTHS)
)
AUTHOR: tuple[Given, ...] = (
    {"someone_elses": "no"},
    *(
        given(someone_elses=whose, author_agreed=agreed, author_talk=talk, lawful_doubt=doubt)
        for whose, agreed, talk, doubt in product(
            ("yes", "unsure"), ("written", "verbal", "refused", "not_asked"), ("yes", "no"), ("yes", "no")
        )
    ),
)
TWO = lines("one", "two")
WEIGHED: tuple[Given, ...] = (
    {"lines": TWO, "weights": each("needs", "L1", "L2")},
    {"lines": TWO, "weights": each("leave_out", "L1", "L2")},
    {"lines": TWO, "weights": {"L1": "trim", "L2": "needs"}, "shorter": {"L1": ""}},
    {"lines": TWO, "weights": {"L1": "trim", "L2": "leave_out"}, "shorter": {"L1": "short"}},
    *(
        given(
            lines=TWO,
            weights={"L1": "unsure", "L2": "leave_out"},
            line_relevant={"L1": relevant},
            line_necessary={"L1": necessary},
            line_proportionate={"L1": "yes"},
        )
        for relevant, necessary in product(TRUTHS, TRUTHS)
    ),
)
TELLING: tuple[Given, ...] = (
    {"told_items": ["what", "why", "used_for", "to_whom"]},
    {"told_items": ["none"], "reasons": ["tell_first"]},
    {"told_items": ["what"], "reasons": ["unsure"], "harm_suffered": "unsure", "real_concern": "unsure"},
    {"told_items": ["none"], "reasons": ["crime"], "kinds": ["health"]},
    {"told_items": ["none"], "reasons": ["not_practicable"], "kinds": ["none"]},
    *(given(told_items=["none"], reasons=["court"], court_covers=covers) for covers in ("all", "part", "unsure")),
    *(
        given(told_items=["none"], reasons=["risk"], harm_suffered=harm, real_concern=concern)
        for harm, concern in product(TRUTHS, TRUTHS)
    ),
)
NOTHING_KEPT = (WEIGHED[1], *(weighed for weighed in WEIGHED[4:] if "no" in str(weighed.get("line_relevant"))))


def decided(answers: Given) -> Decision:
    return decide(*SHARE.facts(answers))


def same(one: Decision, other: Decision) -> bool:
    return (one.flow, one.may_go_ahead_now, one.outstanding_before_go_ahead) == (
        other.flow,
        other.may_go_ahead_now,
        other.outstanding_before_go_ahead,
    )


def completions(answers: Given, *blocks: tuple[Given, ...]) -> Iterator[dict[str, Json]]:
    """These answers with every answer that is left to give; what was given stays as it is."""
    for parts in product(*blocks):
        left = {name: value for part in parts for name, value in part.items()}
        yield {**left, **answers}


def unchanged_by(answers: Given, *blocks: tuple[Given, ...]) -> int:
    """How many completions were tried; each must leave what stands in the way as it is now."""
    assert nothing_more_matters(answers)
    assert replay(SHARE, answers).step is None
    now, tried = decided(answers), 0
    for whole in completions(answers, *blocks):
        tried += 1
        assert same(decided(whole), now), whole
    return tried


def test_nothing_left_can_change_it_once_it_is_not_this_persons_to_give() -> None:
    early: Given = {"child": "P", "part_in_case": "none"}
    assert unchanged_by(early, CASE, AUTHOR, WEIGHED[:6], TELLING[::3]) > 5_000
    assert decided(early).outstanding_before_go_ahead == ("refer",)


@pytest.mark.parametrize("part", [part for part in PARTS if part != "none"])
@pytest.mark.parametrize("recipient", RECIPIENTS)
@pytest.mark.parametrize("ordered", TRUTHS)
def test_nothing_left_can_change_it_once_they_do_not_need_it(part: str, recipient: str, ordered: str) -> None:
    case: Given = {"recipient": recipient, "need_to_know": "no", "court_ordered": ordered}
    early: Given = {"child": "P", "part_in_case": part, "staff": "yes", **case}
    assert unchanged_by(early, AUTHOR[::4], WEIGHED[::2], TELLING[::2]) > 500


@pytest.mark.parametrize("part", [part for part in PARTS if part != "none"])
@pytest.mark.parametrize("need", ["yes", "unsure"])
@pytest.mark.parametrize("held_back", NOTHING_KEPT, ids=str)
def test_nothing_left_can_change_it_once_no_line_is_kept(part: str, need: str, held_back: Given) -> None:
    early: Given = {
        "child": "P",
        "part_in_case": part,
        "staff": "yes",
        "recipient": "school",
        "need_to_know": need,
        "court_ordered": "no",
        **AUTHOR[5],
        **held_back,
    }
    assert unchanged_by(early, TELLING) == len(TELLING)


@pytest.mark.parametrize("early", [{"need_to_know": "no"}, {"need_to_know": "yes", **NOTHING_KEPT[0]}], ids=str)
def test_before_a_flat_no_it_is_asked_whether_a_court_has_ordered_it(early: Given) -> None:
    """3.9(d)"""
    given_before: Given = {
        "child": "P",
        "part_in_case": "allocated",
        "recipient": "school",
        **AUTHOR[0],
        "kinds": ["none"],
    }
    whole = {**given_before, "why": "x", "used_for": "y", **early}
    card = replay(SHARE, whole).step
    assert card is not None and card.name == "court_first"
    assert decided({**whole, "court_ordered": "yes"}).next_steps[0].step == "ordered_without_need"


def test_an_early_end_is_never_a_yes() -> None:
    ended = [one for one in some_matters(200) if nothing_more_matters(one.values)]
    assert len(ended) > 50
    assert not any(one.decision().may_go_ahead_now for one in ended)


def test_elsewhere_something_left_can_still_change_it() -> None:
    """The flow does not go on asking for nothing."""
    for one in (matter({"child": "P", "part_in_case": part, **case}) for part in PARTS[:3] for case in CASE):
        card = one.position.step
        if card and card.name not in ("court_first", "staff"):  # what comes next, and who: not tried here
            answers = {str(decided(whole).outstanding_before_go_ahead) for whole in _rest(one)}
            assert len(answers) > 1


def _rest(one: Matter) -> Iterator[dict[str, Json]]:
    return completions(one.values, AUTHOR[::8], WEIGHED[::3], TELLING[::4])
