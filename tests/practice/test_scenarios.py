"""Every scenario: its model answers reach the most, a wrong turn does not, and its form gives nothing away."""

import re
import shutil
from collections import defaultdict
from functools import cache
from pathlib import Path
from statistics import mean

import pytest

from cards.people import Council
from cards.words import render_text
from dialogs.engine.answers import Json
from dialogs.flows.registry import FLOWS
from dialogs.screens import Shown
from practice.choices import ChoicePoint, choices_of
from practice.final_questions import MOST_OFFERED, RESTS_ON, WOULD_DO, FinalOptions, decisive_refs, final_options
from practice.judging import Judgement
from practice.play import has_note, has_words
from practice.printing import ANY_TIME
from practice.rendering import draw
from practice.repository import FOLDER, all_scenarios, practised_refs, summarise
from practice.result import PlayResult, judge_play
from practice.scenario import Scenario
from practice.screens import ComparisonScreen
from practice.simulation import model_walk, near_miss_walk
from practice.variants import every_day, near_miss_of

EVERY = [day for one in all_scenarios().values() for day in every_day(one)]
"""Every story, and of a case every day."""
BY_ID = {one.id: one for one in EVERY}


def each(among: list[Scenario]) -> pytest.MarkDecorator:
    assert among
    return pytest.mark.parametrize("scenario", among, ids=[scenario.id for scenario in among])


EACH = each(EVERY)
WITH_NEAR_MISS = each([one for one in EVERY if one.near_miss])


def played(scenario: Scenario, values: dict[str, Json] | None = None, **last: str) -> PlayResult:
    """The result of the model's answers, or of these, with the two last questions right unless said otherwise."""
    right = model_walk(scenario)
    said = {WOULD_DO: right.conclusion, RESTS_ON: decisive_refs(right)[0], **last}
    return judge_play(scenario, {**(values or right.values), **said})


def wrong_turns(scenario: Scenario) -> tuple[tuple[ChoicePoint, PlayResult], ...]:
    """Every choice of the scenario, made in every other way on offer, and the result of that."""
    return _wrong_turns(scenario.id)


@cache
def _wrong_turns(name: str) -> tuple[tuple[ChoicePoint, PlayResult], ...]:
    scenario = BY_ID[name]
    right = model_walk(scenario)
    return tuple(
        (choice, played(scenario, choice.with_value(right.values, value)))
        for choice in choices_of(scenario, right)
        for value in choice.possible_values()
        if value != choice.value_in(right.values)
    )


@cache
def _on_offer(name: str) -> FinalOptions:
    return final_options(BY_ID[name])


@EACH
def test_playing_the_model_answers_reaches_the_most(scenario: Scenario) -> None:
    found = played(scenario)
    assert set(found.verdicts) == {Judgement.RIGHT}
    assert found.points == found.most > 4


@pytest.mark.long
@EACH
def test_no_single_wrong_turn_reaches_it(scenario: Scenario) -> None:
    turns = wrong_turns(scenario)
    assert turns
    for choice, found in turns:
        assert found.points < found.most, choice.key


@pytest.mark.long
@EACH
def test_what_was_seen_well_is_said_of_a_question_that_was_answered_right_and_of_no_other(scenario: Scenario) -> None:
    assert played(scenario).noticed == tuple(scenario.noticed.values())
    praised = [turn for turn in wrong_turns(scenario) if turn[0].question.name in scenario.noticed]
    assert praised
    for choice, found in praised:
        assert scenario.noticed[choice.question.name] not in found.noticed


@each([one for one in EVERY if one.near_miss and set(one.near_miss.answers) & set(one.noticed)])
def test_what_was_seen_well_is_not_said_of_the_fact_that_a_near_miss_flips(scenario: Scenario) -> None:
    assert scenario.near_miss is not None
    flipped = {said for name, said in scenario.noticed.items() if name in scenario.near_miss.answers}
    assert not flipped & set(played(near_miss_of(scenario)).noticed)


@pytest.mark.long
@EACH
def test_every_trap_is_walked_into_by_its_own_answer_and_says_why_not(scenario: Scenario) -> None:
    caught = [one.trap for _, found in wrong_turns(scenario) for one in found.judged if one.trap]
    by_choosing = [
        trap for trap in scenario.traps if trap.question not in scenario.to_write and isinstance(trap.value, str)
    ]
    assert [trap for trap in by_choosing if trap not in caught] == []


@EACH
def test_the_right_conclusion_and_paragraph_are_on_offer_among_others(scenario: Scenario) -> None:
    right, found = model_walk(scenario), _on_offer(scenario.id)
    assert right.conclusion in found.conclusions
    assert set(decisive_refs(right)) & set(found.refs)
    assert 2 <= len(found.conclusions) <= 6
    assert 2 <= len(found.refs) <= 8


@pytest.mark.long
@EACH
def test_where_a_trap_leads_is_on_offer(scenario: Scenario) -> None:
    """So that whoever walked into it finds what they would do."""
    offered = _on_offer(scenario.id).conclusions
    led = {one.leads_to for _, found in wrong_turns(scenario) for one in found.judged if one.trap and one.leads_to}
    assert led <= set(offered) or len(offered) == MOST_OFFERED


@WITH_NEAR_MISS
def test_a_near_miss_has_another_answer_and_can_be_played(scenario: Scenario) -> None:
    near, right = near_miss_walk(scenario), model_walk(scenario)
    assert near is not None
    assert near.conclusion != right.conclusion or near.decision != right.decision
    assert played(near_miss_of(scenario)).points == played(near_miss_of(scenario)).most


@each([one for one in EVERY if one.flow in FLOWS and model_walk(one).conclusion != "take_to_supervisor"])
def test_a_careful_step_is_defensible_and_never_the_most(scenario: Scenario) -> None:
    found = played(scenario, would_do="take_to_supervisor")
    assert found.decision_verdict is Judgement.DEFENSIBLE
    assert found.points < found.most


@EACH
def test_what_is_listed_is_what_the_rules_compute(scenario: Scenario) -> None:
    row = summarise(scenario)
    assert set(row) == {"id", "flow", "level", "refs", "conclusion", "outstanding", "traps", "days"}
    decision = model_walk(scenario).decision
    assert row["outstanding"] == list(decision.outstanding_before_go_ahead)
    assert set(row["refs"]) == set(practised_refs(scenario))


def test_a_file_dropped_into_the_folder_appears_without_a_change_of_code(tmp_path: Path) -> None:
    before = FOLDER / "share-anger-before-the-gp.yaml"
    shutil.copy(before, tmp_path)
    assert list(all_scenarios(tmp_path)) == [before.stem]
    added = before.read_text("utf-8").replace(f"id: {before.stem}", "id: share-added")
    (tmp_path / "share-added.yaml").write_text(added, "utf-8")
    assert list(all_scenarios(tmp_path)) == ["share-added", before.stem]
    (tmp_path / before.name).unlink()
    assert list(all_scenarios(tmp_path)) == ["share-added"]


NAME = re.compile(r"(?<![.!?:] )(?<![.!?][\"'] )(?<![\"'(])(?<!^)\b[A-Z][a-z]{2,}\b")
KNOWN = frozenset(
    {"You", "Care", "Order", "Interim", "Supervision", "Legal", "Services", "Children", "Act", "Acts", "Family"}
    | {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March"}
    | {"April", "May", "June", "July", "August", "September", "October", "November", "December", "Teams", "Oakfield"}
    | {"Information", "Governance", "Section", "Dear", "English", "Eid", "Diwali", "Christmas", "Easter", "Ramadan"}
    | {"Somalia", "High", "Court", "Travellers"}
)
"""Days, months, offices and the like: no one's name."""


@EACH
def test_a_story_names_nobody(scenario: Scenario) -> None:
    """Initials only. A word with a capital in the middle of a sentence is one of a few that are known."""
    told = " ".join(scenario.told.split())
    assert {name for name in NAME.findall(told) if name not in KNOWN} == set()


def kind_of(scenario: Scenario) -> str:
    """Whether the answer is yes, no or not yet: what a story's form must not tell."""
    decision = model_walk(scenario).decision
    if decision.may_go_ahead_now is None:
        return "recorded"
    return "yes" if decision.may_go_ahead_now else "not yet"


GIVEN_AWAY = 1.6
"""How many times as long, or as full of quotes or questions, the stories of one answer may be as those of another.

Of quotes and questions each story has one more than it has: few have any, and by few nobody can tell.
"""


@pytest.mark.parametrize("measure", ["words", "sentences", "longest", "quotes", "questions"])
def test_the_form_of_a_story_does_not_give_its_answer_away(measure: str) -> None:
    measured: dict[str, list[float]] = defaultdict(list)
    for scenario in EVERY:
        measured[kind_of(scenario)].append(form_of(scenario.story)[measure])
    means = {kind: mean(found) for kind, found in measured.items()}
    assert len(means) > 1
    assert max(means.values()) / min(means.values()) < GIVEN_AWAY, means


def form_of(story: str) -> dict[str, float]:
    """How long a story is, in words and sentences, and its longest sentence."""
    sentences = [part for part in re.split(r"(?<=[.!?])\s+", " ".join(story.split())) if part]
    return {
        "words": len(story.split()),
        "sentences": len(sentences),
        "longest": max(len(one.split()) for one in sentences),
        "quotes": 1 + story.count('"') / 2,
        "questions": 1 + story.count("?"),
    }


def assert_drafted(scenario: Scenario, what: str) -> None:
    """The model's words or note, as they are compared with the trainee's, hold something."""
    card = draw(Shown(ComparisonScreen(model_walk(scenario).matter, scenario, what)), Council(), ANY_TIME)
    text = next(part["value"] for part in card["body"] if part.get("id") == "model")
    assert len(text.removeprefix(render_text("practice.draft")).strip()) > SHORTEST_DRAFT


@each([one for one in EVERY if has_words(model_walk(one).matter, one)])
def test_the_model_words_hold_something(scenario: Scenario) -> None:
    assert_drafted(scenario, "words")


@each([one for one in EVERY if has_note(model_walk(one).matter)])
def test_the_model_note_holds_something(scenario: Scenario) -> None:
    assert_drafted(scenario, "note")


SHORTEST_DRAFT = 60
"""Characters; the shortest there is has several sentences."""
