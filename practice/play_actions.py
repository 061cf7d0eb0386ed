"""Actions on a play."""

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from dialogs.context import Press, Result
from dialogs.drafts import save_drafts
from dialogs.engine.filling import Filled, fill_in
from dialogs.engine.matter import Matter
from dialogs.engine.questions import LONGEST
from dialogs.screens import Aside, Further, Screen, Shown
from practice import sharing
from practice.context import PracticeContext, PracticeResult
from practice.final_questions import RESTS_ON, WOULD_DO, final_options
from practice.own_words import find_faults, look_through, missing_parts
from practice.play import (
    AT_END,
    AT_ONCE,
    FEEDBACK,
    OWN_WORDS,
    RECORDED,
    advance,
    has_note,
    has_words,
    is_finished,
    keep_first_answers,
    may_write_words,
    play_screen,
    play_standing,
    result_of,
    step_back,
)
from practice.scenario import Scenario
from practice.screens import ComparisonScreen, FinalQuestionsScreen, OwnWordingScreen, RehearsalScreen, ShareScreen
from practice.starting import begin_play, show_home
from practice.variants import near_miss_of


def is_stale(press: Press, matter: Matter) -> bool:
    """Whether the press is on an old card: one of questions that is no longer asked, or any other drawn before."""
    card = matter.position.step
    if press.card:
        return card is None or card.name != press.card
    return press.revision != matter.revision


def redisplay(matter: Matter, scenario: Scenario, *asides: Aside, behind: Screen | None = None) -> PracticeResult:
    """Show the play as it is, below these asides; `behind`: what the card before becomes."""
    return PracticeResult(Result(Shown(play_screen(matter, scenario), asides), matter, left_behind=behind))


def _save_and_show(matter: Matter, scenario: Scenario, *, screen: Further | None = None) -> PracticeResult:
    return PracticeResult(Result(Shown(screen or play_screen(matter, scenario)), matter, saved=(matter,)))


def _show_if_finished(matter: Matter, scenario: Scenario, screen: Further | None) -> PracticeResult:
    """Show a screen that only a finished play has; the play itself if it is not finished or has no such screen."""
    if screen is None or not is_finished(matter):
        return redisplay(matter, scenario)
    return PracticeResult(Result(Shown(screen), matter))


def _begin(context: PracticeContext, press: Press, matter: Matter, scenario: Scenario) -> PracticeResult:
    when = AT_ONCE if press.inputs.get(FEEDBACK) == AT_ONCE else AT_END
    return _save_and_show(advance(matter.hold({FEEDBACK: when}), scenario), scenario)


def _next(context: PracticeContext, press: Press, matter: Matter, scenario: Scenario) -> PracticeResult:
    filled = fill_in(matter, play_standing(matter, scenario), press.inputs, press.shown, context.now)
    return take_answers(filled, scenario)


def take_answers(
    filled: Filled, scenario: Scenario, *, numbered: bool = False, behind: Screen | None = None
) -> PracticeResult:
    """Save what was filled in or typed, and show the next card."""
    after = keep_first_answers(advance(filled.matter, scenario), scenario)
    filled = replace(filled, matter=after)
    shown = Shown(play_screen(after, scenario, filled=filled, numbered=numbered))
    return PracticeResult(Result(shown, after, saved=(after,), left_behind=behind))


def _back(context: PracticeContext, press: Press, matter: Matter, scenario: Scenario) -> PracticeResult:
    if is_finished(matter):
        return redisplay(matter, scenario)
    return _save_and_show(step_back(_keep_inputs(matter, press), scenario), scenario)


def _keep_inputs(matter: Matter, press: Press) -> Matter:
    """Keep as drafts what is filled in on the card but was not sent on, the two last answers included."""
    last = {name: press.inputs[name] for name in (WOULD_DO, RESTS_ON) if press.inputs.get(name)}
    return save_drafts(matter, press).keep_drafts(last)


def _stop(context: PracticeContext, press: Press, matter: Matter, scenario: Scenario) -> PracticeResult:
    if is_finished(matter):
        return show_home(context, saved=matter)
    return show_home(context, "practice_kept", saved=_keep_inputs(matter, press))


def _decide(context: PracticeContext, press: Press, matter: Matter, scenario: Scenario) -> PracticeResult:
    said = {name: press.inputs.get(name, "") for name in (WOULD_DO, RESTS_ON)}
    return answer_final_questions(context, matter, scenario, said)


def answer_final_questions(
    context: PracticeContext, matter: Matter, scenario: Scenario, said: Mapping[str, str], *, numbered: bool = False
) -> PracticeResult:
    """Take the two last answers, by name; once both are given the play is over and is counted."""
    if matter.position.step or is_finished(matter):
        return redisplay(matter, scenario)
    options = final_options(scenario)
    if said.get(WOULD_DO) not in options.conclusions or said.get(RESTS_ON) not in options.refs:
        kept = matter.keep_drafts({name: value for name, value in said.items() if value})
        screen = FinalQuestionsScreen(kept, scenario, missing=True, numbered=numbered)
        return _save_and_show(kept, scenario, screen=screen)
    over = matter.changed(answers=matter.answers.hold({**said, RECORDED: "yes"}))
    progress = context.progress().with_result(result_of(over, scenario), context.now.date())
    return replace(_save_and_show(over, scenario), progress=progress)


def _compare_words(context: PracticeContext, press: Press, matter: Matter, scenario: Scenario) -> PracticeResult:
    there = has_words(matter, scenario)
    return _show_if_finished(matter, scenario, ComparisonScreen(matter, scenario, "words") if there else None)


def _compare_note(context: PracticeContext, press: Press, matter: Matter, scenario: Scenario) -> PracticeResult:
    there = has_note(matter)
    return _show_if_finished(matter, scenario, ComparisonScreen(matter, scenario, "note") if there else None)


def _begin_near_miss(context: PracticeContext, press: Press, matter: Matter, scenario: Scenario) -> PracticeResult:
    base = context.scenarios().get(scenario.id)
    if not is_finished(matter) or base is None or base.near_miss is None:
        return redisplay(matter, scenario)
    return begin_play(context, near_miss_of(base))


def _check_own_words(context: PracticeContext, press: Press, matter: Matter, scenario: Scenario) -> PracticeResult:
    if not is_finished(matter) or not may_write_words(matter, scenario):
        return redisplay(matter, scenario)
    text = press.inputs.get(OWN_WORDS, "").strip()[:LONGEST]
    if text:
        kept = matter.changed(answers=matter.answers.hold({OWN_WORDS: text}))
        return _save_and_show(kept, scenario, screen=_own_wording(kept, scenario, text))
    return PracticeResult(
        Result(Shown(_own_wording(matter, scenario, str(matter.values.get(OWN_WORDS) or ""))), matter)
    )


def _own_wording(matter: Matter, scenario: Scenario, text: str) -> OwnWordingScreen:
    return OwnWordingScreen(matter, scenario, text, *((missing_parts(text), look_through(text)) if text else ()))


def _rehearse(context: PracticeContext, press: Press, matter: Matter, scenario: Scenario) -> PracticeResult:
    text = press.inputs.get("reply", "").strip()[:LONGEST]
    screen = RehearsalScreen(matter, scenario, text, find_faults(text)) if scenario.rehearsal else None
    return _show_if_finished(matter, scenario, screen)


def _confirm_sharing(context: PracticeContext, press: Press, matter: Matter, scenario: Scenario) -> PracticeResult:
    screen = ShareScreen(matter, scenario, sharing.shared_since(context, matter)) if context.educators else None
    return _show_if_finished(matter, scenario, screen)


def _share(context: PracticeContext, press: Press, matter: Matter, scenario: Scenario) -> PracticeResult:
    """Share the play with the practice educators. Only so many are: the oldest may be no longer shown."""
    if not context.educators or not is_finished(matter):
        return redisplay(matter, scenario)
    before = context.progress().shown
    after = sharing.share_play(context, matter, press.inputs.get("asks", "").strip()[:LONGEST])
    pushed_out = tuple(play.id for play in before if play.id not in {one.id for one in after.shown})
    shown = redisplay(matter, scenario, Aside("notice", "practice_shown"))
    return replace(shown, progress=after, no_longer_shown=pushed_out)


PLAY_ACTIONS: Mapping[str, Callable[[PracticeContext, Press, Matter, Scenario], PracticeResult]] = {
    "practise_begin": _begin,
    "next": _next,
    "back": _back,
    "stop": _stop,
    "practise_decide": _decide,
    "practise_result": lambda _, __, matter, scenario: redisplay(matter, scenario),
    "practise_words": _compare_words,
    "practise_note": _compare_note,
    "practise_near": _begin_near_miss,
    "practise_own": _check_own_words,
    "practise_checked": _check_own_words,
    "practise_rehearse": _rehearse,
    "practise_replied": _rehearse,
    "practise_show": _confirm_sharing,
    "practise_show_yes": _share,
}
