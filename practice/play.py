"""Where a play is: at its story, a card of questions, the two last questions, or its result."""

from collections.abc import Sequence

from msgspec.structs import replace

from cards.presenters import PRESENTERS
from dialogs.engine.answers import Json
from dialogs.engine.filling import Filled
from dialogs.engine.flow import Position, Step
from dialogs.engine.matter import Matter
from dialogs.screens import Asking, Further
from practice.choices import choices_of
from practice.final_questions import RESTS_ON, WOULD_DO
from practice.judging import JudgedChoice, judge_all
from practice.result import FIRST_ANSWERS, PlayResult, judge_play
from practice.scenario import Scenario
from practice.screens import FinalQuestionsScreen, QuestionsScreen, ResultScreen, StoryScreen
from practice.simulation import given_values, is_chosen, model_walk, way_answers

FEEDBACK = "feedback"
AT_ONCE, AT_END = "at_once", "at_end"
RECORDED = "recorded"
OWN_WORDS = "own_words"
"""What is kept beside the answers: when feedback comes, whether the play was counted, their own words to parents."""


def is_untouched(matter: Matter, scenario: Scenario) -> bool:
    """Whether nothing was chosen in it yet, so that there is nothing to keep."""
    return set(matter.answers.by_name) <= set(given_values(scenario))


def is_finished(matter: Matter) -> bool:
    return WOULD_DO in matter.values and RESTS_ON in matter.values


def has_words(matter: Matter, scenario: Scenario) -> bool:
    """Whether there are words to the parents: the scenario's, or those that real work offers on the right decision."""
    face = PRESENTERS.get(matter.flow.name)
    return bool(face and (scenario.model_words or offers_words(model_walk(scenario).matter)))


def may_write_words(matter: Matter, scenario: Scenario) -> bool:
    """Whether a trainee can write their own words to the parents: where there are any, and in a first conversation."""
    return matter.flow.name == "first_contact" or has_words(matter, scenario)


def offers_words(matter: Matter) -> bool:
    """Whether real work would offer words for the parents on these answers."""
    text = next((one for one in matter.flow.texts if one.name == "parents"), None)
    offered = text is None or text.offered(matter.values, matter.decision())
    return offered and "parents" in PRESENTERS[matter.flow.name].pages


def has_note(matter: Matter) -> bool:
    return matter.flow.name in PRESENTERS


def advance(matter: Matter, scenario: Scenario) -> Matter:
    """Take the way on that the scenario takes, once the questions up to the answer are answered."""
    says = way_answers(scenario)
    if says and matter.before_answer.step is None and not set(says) <= set(matter.values):
        return matter.hold(says)
    return matter


def step_back(matter: Matter, scenario: Scenario) -> Matter:
    """Open the last card before this one with something to choose; what the story gives stays given."""
    says, cards = way_answers(scenario), _passed_cards(matter)
    while cards:
        chosen_there = _last_chosen(cards[-1:], matter, scenario)
        up_to_answer = cards[-1] in matter.flow.steps
        left = matter.changed(answers=matter.answers.without(says)) if says and up_to_answer else matter
        back = left.reopen(*chosen_there)
        if chosen_there and back.position.step:
            return back
        cards = cards[:-1]
    return matter


def _passed_cards(matter: Matter) -> tuple[Step, ...]:
    """Return the cards that were answered, up to the answer and after it."""
    closing = any(mark in matter.values for mark in matter.flow.marks) and not matter.before_answer.step
    return matter.before_answer.passed + (matter.after_answer.passed if closing else ())


def _last_chosen(cards: Sequence[Step], matter: Matter, scenario: Scenario) -> list[str]:
    """Return the names of the questions that were chosen on the last of these cards that has any."""
    for card in reversed(cards):
        asked = (question.name for question in card.asked(matter.values) if is_chosen(question, scenario))
        names = [name for name in asked if name in matter.values]
        if names:
            return names
    return []


def play_standing(matter: Matter, scenario: Scenario) -> Position:
    """Return the card as it is asked, without the questions that the story answers."""
    standing = matter.position
    asked = tuple(question for question in standing.questions if is_chosen(question, scenario))
    still = tuple(question for question in standing.open_questions if is_chosen(question, scenario))
    return replace(standing, questions=asked, open_questions=still) if still else standing


def play_screen(matter: Matter, scenario: Scenario, *, filled: Filled | None = None, numbered: bool = False) -> Further:
    """Return the play's current screen. `filled`: what was just filled in, with its faults."""
    if FEEDBACK not in matter.values:
        return StoryScreen(matter, scenario)
    if is_finished(matter):
        return ResultScreen(matter, scenario)
    standing, passed = play_standing(matter, scenario), _passed_cards(matter)
    judged = _immediate_feedback(matter, scenario, _last_chosen(passed, matter, scenario))
    later = bool(scenario.later and scenario.later.after in [card.name for card in passed])
    if standing.step is None:
        return FinalQuestionsScreen(matter, scenario, judged, later)
    faults = filled.faults if filled else {}
    asking = Asking(matter, standing, faults, numbered)
    return QuestionsScreen(asking, scenario, () if faults else judged, later)


def _immediate_feedback(matter: Matter, scenario: Scenario, names: Sequence[str]) -> tuple[JudgedChoice, ...]:
    if matter.values.get(FEEDBACK) != AT_ONCE:
        return ()
    every = judge_all(scenario, model_walk(scenario), _counted_values(matter, scenario), matter.values)
    return tuple(one for one in every if one.choice.question.name in names)


def keep_first_answers(matter: Matter, scenario: Scenario) -> Matter:
    """Keep the first answer to each choice: where feedback comes at once, it is the one that counts."""
    if matter.values.get(FEEDBACK) != AT_ONCE:
        return matter
    kept = matter.values.get(FIRST_ANSWERS)
    first = dict(kept) if isinstance(kept, dict) else {}
    for choice in choices_of(scenario, model_walk(scenario)):
        said = choice.value_in(matter.values)
        if said is not None:
            first.setdefault(choice.key, said)
    return replace(matter, answers=matter.answers.hold({FIRST_ANSWERS: first}))


def _counted_values(matter: Matter, scenario: Scenario) -> dict[str, Json]:
    """Return the answers that count: the first ones, where feedback came at once."""
    kept = matter.values.get(FIRST_ANSWERS)
    values: dict[str, Json] = dict(matter.values)
    for choice in choices_of(scenario, model_walk(scenario)):
        if isinstance(kept, dict) and choice.key in kept and choice.value_in(values) is not None:
            values = choice.with_value(values, kept[choice.key])
    return values


def result_of(matter: Matter, scenario: Scenario) -> PlayResult:
    return judge_play(scenario, _counted_values(matter, scenario), matter.values)
