"""Where a scenario stands: its story, a card, the two last questions, or how it went."""

from collections.abc import Sequence
from dataclasses import replace

from dialogs.engine.answers import Json
from dialogs.engine.filling import Filled
from dialogs.engine.flow import Standing, Step
from dialogs.engine.matter import Matter
from dialogs.screens import Asking, Further
from practice.choices import choices_of
from practice.final_questions import RESTS_ON, WOULD_DO
from practice.judging import Judged, judge_all
from practice.result import FIRST, Result, result
from practice.scenario import Scenario
from practice.screens import HowItWent, Practising, TheStory, WouldDo
from practice.simulation import chosen, given, model, says_of_way

FEEDBACK = "feedback"
AT_ONCE, AT_END = "at_once", "at_end"
RECORDED = "recorded"
OWN_WORDS = "own_words"
"""What is kept beside the answers: when feedback comes, whether the play was counted, their own words to parents."""


def fresh(matter: Matter, scenario: Scenario) -> bool:
    """Whether nothing was chosen in it yet, so that there is nothing to keep."""
    return set(matter.answers.by_name) <= set(given(scenario))


def finished(matter: Matter) -> bool:
    """Whether the two last questions are answered."""
    return WOULD_DO in matter.values and RESTS_ON in matter.values


def advanced(matter: Matter, scenario: Scenario) -> Matter:
    """The matter with the way on taken that the scenario takes, once its questions up to the answer are answered."""
    says = says_of_way(scenario)
    if says and matter.before_answer.step is None and not set(says) <= set(matter.values):
        return matter.hold(says)
    return matter


def stepped_back(matter: Matter, scenario: Scenario) -> Matter:
    """The last card before this one with something to choose is open again; what the story gives stays given."""
    says, cards = says_of_way(scenario), passed(matter)
    while cards:
        chosen_there = _chosen_on(cards[-1:], matter, scenario)
        up_to_answer = cards[-1] in matter.flow.steps
        left = matter.changed(answers=matter.answers.without(says)) if says and up_to_answer else matter
        back = left.reopen(*chosen_there)
        if chosen_there and back.standing().step:
            return back
        cards = cards[:-1]
    return matter


def passed(matter: Matter) -> tuple[Step, ...]:
    """The cards that were answered, up to the answer and after it."""
    closing = any(mark in matter.values for mark in matter.flow.marks) and not matter.before_answer.step
    return matter.before_answer.passed + (matter.after_answer.passed if closing else ())


def _chosen_on(cards: Sequence[Step], matter: Matter, scenario: Scenario) -> list[str]:
    """The questions that were chosen on the last of these cards that has any."""
    for card in reversed(cards):
        asked = (question.name for question in card.asked(matter.values) if chosen(question, scenario))
        names = [name for name in asked if name in matter.values]
        if names:
            return names
    return []


def asked_of(matter: Matter, scenario: Scenario) -> Standing:
    """The card as it is asked, without the questions that the story answers."""
    standing = matter.standing()
    asked = tuple(question for question in standing.questions if chosen(question, scenario))
    still = tuple(question for question in standing.open_questions if chosen(question, scenario))
    return replace(standing, questions=asked, open_questions=still) if still else standing


def screen_of(matter: Matter, scenario: Scenario, *, filled: Filled | None = None, numbered: bool = False) -> Further:
    """What this scenario has come to."""
    if FEEDBACK not in matter.values:
        return TheStory(matter, scenario)
    if finished(matter):
        return HowItWent(matter, scenario)
    standing = asked_of(matter, scenario)
    before = [card.name for card in passed(matter)]
    judged = judged_on(matter, scenario, _chosen_on(passed(matter), matter, scenario))
    later = bool(scenario.later and scenario.later.after in before)
    if standing.step is None:
        return WouldDo(matter, scenario, judged, later)
    faults = filled.faults if filled else {}
    asking = Asking(matter, standing, faults, numbered)
    return Practising(asking, scenario, () if faults else judged, later)


def judged_on(matter: Matter, scenario: Scenario, names: Sequence[str]) -> tuple[Judged, ...]:
    """The choices on the questions just answered, where feedback comes at once."""
    if matter.values.get(FEEDBACK) != AT_ONCE:
        return ()
    every = judge_all(scenario, model(scenario), counted(matter, scenario), matter.values)
    return tuple(one for one in every if one.choice.question.name in names)


def with_first(matter: Matter, scenario: Scenario) -> Matter:
    """With the first answer to each choice kept: where feedback comes at once, it is the one that counts."""
    if matter.values.get(FEEDBACK) != AT_ONCE:
        return matter
    kept = matter.values.get(FIRST)
    first = dict(kept) if isinstance(kept, dict) else {}
    for choice in choices_of(scenario, model(scenario)):
        said = choice.of(matter.values)
        if said is not None:
            first.setdefault(choice.key, said)
    return replace(matter, answers=matter.answers.hold({FIRST: first}))


def counted(matter: Matter, scenario: Scenario) -> dict[str, Json]:
    """The answers that count: the first ones, where feedback came at once."""
    kept = matter.values.get(FIRST)
    values: dict[str, Json] = dict(matter.values)
    for choice in choices_of(scenario, model(scenario)):
        if isinstance(kept, dict) and choice.key in kept and choice.of(values) is not None:
            values = choice.put(values, kept[choice.key])
    return values


def outcome_of(matter: Matter, scenario: Scenario) -> Result:
    """The result of this play."""
    return result(scenario, counted(matter, scenario), matter.values)
