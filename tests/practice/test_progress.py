"""What was missed comes back, sooner than what went well; a group smaller than five is never shown."""

from datetime import date, timedelta

import pytest

from practice.final_questions import RESTS_ON, WOULD_DO, decisive_refs
from practice.progress import DAYS, NO_PROGRESS, SMALLEST_GROUP, Progress, cohort_rows, progress_from_json
from practice.repository import all_scenarios
from practice.result import PlayResult, judge_play
from practice.scenario import Scenario
from practice.selection import pick_missed
from practice.simulation import model_walk
from practice.variants import every_day

SCENARIO = all_scenarios()["share-anger-before-the-gp"]
MONDAY = date(2026, 3, 9)


def outcome(**wrong: object) -> PlayResult:
    right = model_walk(SCENARIO)
    last = {WOULD_DO: right.conclusion, RESTS_ON: decisive_refs(right)[0]}
    return judge_play(SCENARIO, {**right.values, **last, **wrong})  # type: ignore[dict-item]


def after(*results: PlayResult, start: Progress = NO_PROGRESS) -> Progress:
    for found in results:
        start = start.with_result(found, MONDAY)
    return start


def test_what_was_missed_comes_back_after_two_days_and_what_went_well_later() -> None:
    progress = after(outcome(told_items=["what", "why", "used_for", "to_whom"]))
    assert progress.due(MONDAY + timedelta(days=1)) == ()
    assert progress.due(MONDAY + timedelta(days=2)) == ("3.5",)
    assert "3.7" in progress.due(MONDAY + timedelta(days=DAYS[1]))


def test_each_time_that_it_goes_well_it_comes_back_later() -> None:
    progress, day, waited = NO_PROGRESS, MONDAY, []
    for _ in range(6):
        progress = progress.with_result(outcome(), day)
        due = date.fromisoformat(progress.returns["3.7"].due)
        waited.append((due - day).days)
        day = due
    assert waited == [*DAYS[1:], DAYS[-1], DAYS[-1], DAYS[-1], DAYS[-1]]


def test_a_miss_begins_it_again() -> None:
    progress = after(outcome(), outcome(), outcome(need_to_know="no"))
    assert progress.returns["3.7"].due == (MONDAY + timedelta(days=DAYS[0])).isoformat()


def test_what_i_get_wrong_is_a_story_about_it() -> None:
    progress = after(outcome(reasons=["attitude"]))
    found = pick_missed(all_scenarios(), progress, MONDAY + timedelta(days=1))
    assert found is not None
    assert pick_missed(all_scenarios(), NO_PROGRESS, MONDAY) is None


def test_it_is_stored_and_read_back() -> None:
    progress = after(outcome(reasons=["attitude"]), outcome())
    assert progress_from_json(progress.to_json()) == progress


@pytest.mark.parametrize("people", range(1, 8))
def test_a_group_is_shown_from_five_people_on(people: int) -> None:
    rows = cohort_rows([after(outcome())] * people)
    assert bool(rows) is (people >= SMALLEST_GROUP)
    assert all(row[1] == people for row in rows)


def test_a_paragraph_that_only_four_have_practised_stays_hidden_in_a_larger_group() -> None:
    rows = cohort_rows([after(outcome())] * 5 + [after(outcome(reasons=["attitude"]))] * 4)
    assert "3.9(a)" not in [row[0] for row in rows]
    assert "3.7" in [row[0] for row in rows]


CASE = all_scenarios()["case-the-second-phone"]


def finished(scenario: Scenario) -> PlayResult:
    right = model_walk(scenario)
    last = {WOULD_DO: right.conclusion, RESTS_ON: decisive_refs(right)[0]}
    return judge_play(scenario, {**right.values, **last})


def test_a_case_waits_for_its_next_day_until_it_ends() -> None:
    first, second, *_, last = every_day(CASE)
    progress = NO_PROGRESS.with_result(finished(first), MONDAY)
    assert progress.waiting == {second.id: "2026-03-10"}
    progress = progress.with_result(finished(second), MONDAY + timedelta(days=1))
    assert progress.waiting == {f"{CASE.id}--day-3": "2026-03-11"}
    assert NO_PROGRESS.with_result(finished(last), MONDAY).waiting == {}


def test_the_last_wrong_turn_is_kept_until_the_next() -> None:
    progress = after(outcome(reasons=["attitude"]), outcome())
    assert progress.missed_last is not None
    assert (progress.missed_last.ref, progress.missed_last.scenario) == ("3.9(a)", SCENARIO.id)
    assert progress_from_json(progress.to_json()) == progress


def test_progress_that_an_earlier_version_stored_is_read() -> None:
    stored = after(outcome()).to_json()
    for name in ("waiting", "missed_last", "reflection", "set_for_group"):
        del stored[name]
    assert progress_from_json(stored).waiting == {}
