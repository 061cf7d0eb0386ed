"""What a matter takes from another of the same flow, and what it never takes."""

from collections.abc import Iterator

import pytest

from dialogs.card_actions import erase_text
from dialogs.creation import carried_on, grouped, others_of
from dialogs.engine.flow import CopiedAnswers, Flow
from dialogs.engine.matter import Matter, Phase, offers
from dialogs.flows.registry import FLOWS
from dialogs.flows.share.flow import FLOW as SHARE
from dialogs.flows.share.flow import SAID_BACK
from tests.cards import matters
from tests.cards.matters import FILLED_IN, matter
from tests.dialogs.desks import desk_of
from tests.dialogs.journeys import some_matters

assert SHARE.another and SHARE.again
ANOTHER, AGAIN = SHARE.another, SHARE.again
WHOLE = matter(FILLED_IN, {"outcome": "shared", "told_since": "yes"})
NEVER = ("told_items", "told_since", "told_when", "told_how", "author_agreed", "author_talk", "lawful_doubt", "outcome")
OF_ONE_RECIPIENT = ("recipient", "recipient_named", "need_to_know", "used_for", "weights", "shorter", "line_relevant")


def fresh_of(carried: CopiedAnswers, one: Matter = WHOLE) -> Matter:
    return carried_on(one, carried, desk_of(one))


@pytest.mark.parametrize("name", NEVER)
@pytest.mark.parametrize("carried", [ANOTHER, AGAIN], ids=["someone else", "the same again"])
def test_no_telling_agreement_or_close_counts_twice(carried: CopiedAnswers, name: str) -> None:
    assert name in WHOLE.values
    fresh = fresh_of(carried)
    assert name not in fresh.answers.by_name and name not in fresh.told_back


@pytest.mark.parametrize("name", OF_ONE_RECIPIENT)
def test_what_was_said_of_one_recipient_is_not_taken_for_another(name: str) -> None:
    assert name in WHOLE.values
    assert name not in fresh_of(ANOTHER).answers.by_name


@pytest.mark.parametrize("name", SAID_BACK)
@pytest.mark.parametrize("carried", [ANOTHER, AGAIN], ids=["someone else", "the same again"])
def test_a_ground_is_said_back_and_its_choice_left_empty(carried: CopiedAnswers, name: str) -> None:
    fresh = fresh_of(carried)
    assert fresh.told_back[name] == WHOLE.values[name]
    assert name not in fresh.answers.by_name


@pytest.mark.parametrize("carried", [ANOTHER, AGAIN], ids=["someone else", "the same again"])
def test_only_what_is_the_same_for_both_stands_and_the_rest_is_to_be_confirmed(carried: CopiedAnswers) -> None:
    fresh = fresh_of(carried)
    assert set(fresh.values) <= set(carried.held)
    assert set(fresh.answers.by_name) - set(fresh.values) <= set(carried.filled_in)
    assert fresh.phase is Phase.ASKING


def test_on_what_is_carried_alone_nothing_is_ever_answered() -> None:
    for one in some_matters(60):
        for verb, carried in (("another", ANOTHER), ("again", AGAIN)):
            if offers(one, verb):
                assert fresh_of(carried, one).phase is Phase.ASKING


def every_carried() -> Iterator[tuple[Flow, CopiedAnswers]]:
    for flow in FLOWS.values():
        yield from ((flow, one) for one in (flow.another, flow.again) if one)


def test_a_flow_carries_only_answers_that_it_asks_for() -> None:
    assert list(every_carried())
    for flow, carried in every_carried():
        names = {question.name for question in flow.questions()}
        listed = [*carried.held, *carried.filled_in, *carried.told_back]
        assert set(listed) <= names
        assert len(listed) == len(set(listed))


def test_the_day_is_that_of_the_sharing_else_that_of_the_beginning() -> None:
    shared = matter(matters.ROUTINE, matters.SHARED).changed(begun_at="2026-03-02T09:00")
    assert fresh_of(AGAIN, shared).carried_on == "2026-03-11"
    unshared = matter(matters.ROUTINE).changed(begun_at="2026-03-02T09:00")
    assert fresh_of(ANOTHER, unshared).carried_on == "2026-03-02"


def test_after_copying_only_who_and_whose_is_left_to_carry() -> None:
    noted = matter(matters.ROUTINE, matters.SHARED)
    fresh = fresh_of(AGAIN, erase_text(noted, desk_of(noted)))
    assert set(fresh.answers.by_name) == {"child", "recipient", "part_in_case"}
    assert fresh.told_back == {}


def test_the_others_of_a_group_are_found_and_nobody_outside_it() -> None:
    first = grouped(matter(matters.ROUTINE))
    second = carried_on(first, ANOTHER, desk_of(first), group=first.group)
    outside = matter(matters.ROUTINE).changed()
    desk = desk_of(first, second, Matter("elsewhere", outside.flow, outside.guidance_version))
    assert others_of(first, desk) == (second,)
    assert others_of(second, desk) == (first,)
    assert others_of(outside, desk) == ()


def test_one_just_begun_is_gone_on_with_and_one_in_which_something_was_said_is_not() -> None:
    first = grouped(matter(matters.ROUTINE))
    second = carried_on(first, ANOTHER, desk_of(first), group=first.group)
    assert carried_on(first, ANOTHER, desk_of(first, second), group=first.group) == second
    said = second.hold({"recipient": "gp"})
    third = carried_on(first, ANOTHER, desk_of(first, said), group=first.group)
    assert third.values == second.values and third != said
