"""No place is stored: a matter's current step is worked out from its answers alone, however they were given."""

import json
from random import Random

import pytest

from dialogs.card_actions import one_back
from dialogs.context import Press
from dialogs.engine.answers import NOTHING, Answer, Answers, Json
from dialogs.engine.flow import replay
from dialogs.engine.matter import Matter, Phase, from_json
from dialogs.flows.share.flow import FLOW as SHARE
from dialogs.messages import handle_message
from guidance.paragraphs import VERSION
from tests.cards import matters
from tests.cards.matters import ANSWERS, BEFORE, Given, asking, matter
from tests.dialogs.desks import Worker, desk_of
from tests.dialogs.journeys import journey, some_matters


def stored_and_read(one: Matter) -> Matter:
    """The matter after a restart."""
    return from_json(one.id, one.flow, one.revision, one.guidance_version, json.loads(json.dumps(one.to_json())))


def on(one: Matter) -> Worker:
    """A worker whose conversation is on this matter."""
    return Worker(kept={one.id: one}, current=one.id)


def test_a_matter_comes_back_from_storage_as_it_was() -> None:
    for one in some_matters(60):
        assert stored_and_read(one) == one


def test_drafts_notes_and_additions_come_back_too() -> None:
    one = matter(matters.ROUTINE, matters.SHARED, danger=True, on_phone=True).reopen("why")
    one = one.changed(note_edited="a\nb", note_edited_for="digest", additions=("one",), copied_at="2026-03-11T14:00")
    assert stored_and_read(one) == one


def test_what_joins_it_to_others_comes_back_too() -> None:
    one = matter(matters.ROUTINE).changed(
        group="g",
        carried_from="m0",
        carried_on="2026-03-04",
        told_back={"reasons": ["risk"]},
        offered_by="K.O.",
        handed_over=("2026-03-11 K.O.", "2026-03-12"),
    )
    assert stored_and_read(one) == one


def test_a_matter_stored_before_it_could_be_joined_to_others_is_read() -> None:
    one = matter(matters.ROUTINE)
    newer = ("group", "carried_from", "carried_on", "told_back", "offered_by", "handed_over")
    stored = {name: value for name, value in one.to_json().items() if name not in newer}
    assert from_json(one.id, one.flow, one.revision, one.guidance_version, stored) == one


@pytest.mark.parametrize("value", [None, True, 0, 1.5, "", "x\u202ey\x00\u2028", [], ["a"], {}, {"L1": {"a": [1]}}])
def test_any_answer_comes_back_as_it_was(value: Json) -> None:
    for held in (True, False):
        one = Matter("m", SHARE, VERSION, Answers({"name": Answer(value, held)}))
        assert stored_and_read(one) == one


def test_answers_say_the_same_in_whatever_order_they_were_given() -> None:
    for one in some_matters(60):
        names = list(one.answers.by_name)
        Random(0).shuffle(names)
        other = Matter(one.id, one.flow, VERSION, Answers({name: one.answers.by_name[name] for name in names}))
        assert (other.position, other.phase) == (one.position, one.phase)


def test_where_it_stands_does_not_depend_on_how_often_it_was_changed() -> None:
    for one in some_matters(60):
        assert one.changed().changed().position == one.position


def test_answers_to_questions_that_no_longer_apply_change_nothing() -> None:
    stray: Given = {"author_agreed": "refused", "lawful_doubt": "yes", "harm_suffered": "yes", "real_concern": "yes"}
    plain, strayed = matter(matters.ROUTINE), matter(matters.ROUTINE, stray)
    assert strayed.position == plain.position
    assert strayed.decision() == plain.decision()


@pytest.mark.parametrize("card", [card.name for card in SHARE.steps])
def test_a_matter_stops_at_the_first_card_with_something_to_ask(card: str) -> None:
    standing = asking(card).position
    assert standing.step is not None
    assert standing.step.name == card
    assert [one.name for one in standing.passed] == [
        one.name for one in SHARE.steps[: SHARE.steps.index(standing.step)] if one.asked(BEFORE[card])
    ]


@pytest.mark.parametrize("name", ANSWERS)
def test_going_back_to_the_start_and_on_again_comes_to_the_same_answer(name: str) -> None:
    one = matter(ANSWERS[name][1])
    back, held = one, []
    while replay(back.flow, back.values).passed:
        back = one_back(back)
        held.append(back)
    assert len(held) == len(one.position.passed)
    again = Matter(one.id, one.flow, VERSION, back.answers.hold_again(one.values))
    assert again.values == one.values
    assert again.decision() == one.decision()


@pytest.mark.parametrize("name", ANSWERS)
def test_back_opens_the_last_card_with_its_answers_filled_in(name: str) -> None:
    one = matter(ANSWERS[name][1])
    last = one.position.passed[-1]
    back = one_back(one)
    assert back.position.step == last
    assert all(back.answers.ever_given.get(ask.question.name) == one.values.get(ask.question.name) for ask in last.asks)


def test_back_at_the_first_card_changes_nothing() -> None:
    assert one_back(matter()).answers == NOTHING


@pytest.mark.parametrize("name", ANSWERS)
def test_a_card_opened_to_be_changed_and_sent_as_it_was_gives_the_same_answer(name: str) -> None:
    one = matter(ANSWERS[name][1])
    for card in one.position.passed:
        worker = on(one)
        worker.presses(Press("change", one.id, one.revision, about=card.name))
        assert worker.matter.position.step == card
        worker.fills_in(**as_sent(worker.matter))
        assert worker.matter.values == one.values, card.name
        assert worker.matter.decision() == one.decision()


def as_sent(one: Matter) -> dict[str, str]:
    """What a client sends for a card whose inputs are left as they were filled in."""
    sent: dict[str, str] = {}
    for question in one.position.questions:
        draft = one.answers.ever_given.get(question.name)
        if question.name == "lines":
            assert isinstance(draft, list)
            sent["lines"] = "\n".join(str(row["text"]) for row in draft if isinstance(row, dict))
        elif isinstance(draft, dict):
            sent |= {f"{question.name}__{line}": str(value) for line, value in draft.items()}
        elif isinstance(draft, list):
            sent[question.name] = ",".join(str(part) for part in draft)
        else:
            sent[question.name] = str(draft)
    return sent


def test_a_changed_answer_asks_only_what_it_touches() -> None:
    one = matter(matters.ROUTINE)
    worker = on(one)
    worker.presses(Press("change", one.id, one.revision, about="parents_know"))
    worker.fills_in(told_items="none")
    assert worker.matter.position.step == card_named("tell_first")
    kept = {name: value for name, value in worker.matter.values.items() if name != "told_items"}
    assert kept == {name: value for name, value in one.values.items() if name != "told_items"}


def test_a_line_that_is_reworded_is_weighed_again_and_the_others_are_not() -> None:
    one = matter(matters.ROUTINE)
    worker = on(one)
    worker.presses(Press("change", one.id, one.revision, about="what_and_why"))
    sent = as_sent(worker.matter) | {"lines": "P has missed two asthma check-ups\nP coughs"}
    worker.fills_in(**sent)
    assert worker.matter.position.step == card_named("weigh")
    weights = worker.matter.answers.ever_given.get("weights")
    assert isinstance(weights, dict)
    assert weights["L1"] == "needs"


def card_named(name: str) -> object:
    return next(card for card in SHARE.every_step() if card.name == name)


def test_a_restart_in_the_middle_of_any_journey_changes_nothing() -> None:
    for number in range(40):
        for worker in journey(number):
            worker.kept = {one.id: stored_and_read(one) for one in worker.kept.values()}
        *_, undisturbed = journey(number)
        assert worker.matter.values == undisturbed.matter.values


def test_stopping_and_opening_again_comes_back_to_the_same_card() -> None:
    for card in SHARE.steps:
        one = asking(card.name)
        worker = on(one)
        worker.presses(Press("stop", one.id, one.revision, card.name))
        assert worker.current == ""
        worker.presses(Press("open", about=one.id))
        assert worker.matter.position == one.position


def test_a_stale_press_brings_the_current_card_back_and_changes_nothing() -> None:
    one = asking("weigh")
    worker = on(one)
    reply = worker.presses(Press("next", one.id, 1, "you_and_them", "", ("child",), {"child": "Q"}))
    assert [getattr(aside, "name", "") for aside in reply.shown.asides] == ["moved_on"]
    assert worker.matter == one


def test_the_same_press_twice_does_what_it_does_once() -> None:
    one = asking("parents_know")
    worker = on(one)
    press = Press("next", one.id, one.revision, "parents_know", "", ("told_items",), {"told_items": "none"})
    worker.presses(press)
    after = worker.matter
    worker.presses(press)
    assert worker.matter == after


def test_a_matter_of_an_older_guidance_is_asked_again_with_its_answers_filled_in() -> None:
    one = Matter("m1", SHARE, "2020-01", matter(matters.ROUTINE).answers)
    worker = on(one)
    reply = worker.presses(Press("open", about="m1"))
    assert [getattr(aside, "name", "") for aside in reply.shown.asides] == ["newer_guidance"]
    assert worker.matter.phase is Phase.ASKING
    assert worker.matter.answers.ever_given.get("why") == matters.ROUTINE["why"]


def test_a_typed_answer_leaves_the_matter_where_the_same_press_would() -> None:
    one = asking("parents_know")
    by_press, by_text = on(one), on(one)
    by_press.fills_in(told_items="none")
    by_text.says("none of these")
    assert by_text.matter.values == by_press.matter.values


def test_what_cannot_be_read_changes_nothing() -> None:
    for card in SHARE.steps:
        one = asking(card.name)
        if card.name not in ("what_and_why", "closer_look"):
            result = handle_message(desk_of(one, current=one), "hmm, so")
            for matter in (*result.saved, result.current):
                assert matter and matter.values == one.values, card.name
