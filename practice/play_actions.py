"""What each press on a play comes to."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from dialogs.context import Press, Result
from dialogs.drafts import save_drafts
from dialogs.engine.filling import Filled, fill_in
from dialogs.engine.matter import Matter
from dialogs.engine.questions import LONGEST
from dialogs.screens import Aside, Further, Screen, Shown
from practice import sharing
from practice.availability import has_note, has_words
from practice.context import PracticeContext, PracticeResult
from practice.final_questions import RESTS_ON, WOULD_DO, final_options
from practice.letter_checklist import missing_parts
from practice.play import (
    AT_END,
    AT_ONCE,
    FEEDBACK,
    OWN_WORDS,
    RECORDED,
    advance,
    is_finished,
    keep_first_answers,
    play_screen,
    play_standing,
    result_of,
    step_back,
)
from practice.scenario import Scenario
from practice.screens import ComparisonScreen, FinalQuestionsScreen, OwnWordingScreen, RehearsalScreen, ShareScreen
from practice.simulation import model_walk
from practice.starting import begin_play, show_home


def is_stale(press: Press, matter: Matter) -> bool:
    """As in real work: a card of questions counts while it is the one being asked, any other as it was last drawn."""
    card = matter.standing().card
    if press.card:
        return card is None or card.name != press.card
    return press.revision != matter.revision


def redisplay(matter: Matter, scenario: Scenario, *asides: Aside, behind: Screen | None = None) -> PracticeResult:
    """Where the play stands, with what is said above it; `behind`: what the card before is left as."""
    return PracticeResult(Result(Shown(play_screen(matter, scenario), asides), matter, left_behind=behind))


def _save_and_show(matter: Matter, scenario: Scenario, *, screen: Further | None = None) -> PracticeResult:
    return PracticeResult(Result(Shown(screen or play_screen(matter, scenario)), matter, saved=(matter,)))


def _begin(desk: PracticeContext, press: Press, matter: Matter, scenario: Scenario) -> PracticeResult:
    when = AT_ONCE if press.inputs.get(FEEDBACK) == AT_ONCE else AT_END
    return _save_and_show(advance(matter.hold({FEEDBACK: when}), scenario), scenario)


def _next(desk: PracticeContext, press: Press, matter: Matter, scenario: Scenario) -> PracticeResult:
    filled = fill_in(matter, play_standing(matter, scenario), press.inputs, press.shown, desk.now)
    return take_answers(filled, scenario)


def take_answers(
    filled: Filled, scenario: Scenario, *, numbered: bool = False, behind: Screen | None = None
) -> PracticeResult:
    """What was filled in or typed is held, and the next card comes."""
    after = keep_first_answers(advance(filled.matter, scenario), scenario)
    filled = replace(filled, matter=after)
    shown = Shown(play_screen(after, scenario, filled=filled, numbered=numbered))
    return PracticeResult(Result(shown, after, saved=(after,), left_behind=behind))


def _back(desk: PracticeContext, press: Press, matter: Matter, scenario: Scenario) -> PracticeResult:
    if is_finished(matter):
        return redisplay(matter, scenario)
    return _save_and_show(step_back(_save_filled_in(matter, press), scenario), scenario)


def _save_filled_in(matter: Matter, press: Press) -> Matter:
    """With what stands on the card but was not sent on, the two last answers among it."""
    last = {name: press.inputs[name] for name in (WOULD_DO, RESTS_ON) if press.inputs.get(name)}
    return save_drafts(matter, press).keep_drafts(last)


def _stop(desk: PracticeContext, press: Press, matter: Matter, scenario: Scenario) -> PracticeResult:
    kept = matter if is_finished(matter) else _save_filled_in(matter, press)
    return show_home(desk, "" if is_finished(kept) else "practice_kept", saved=kept)


def _decide(desk: PracticeContext, press: Press, matter: Matter, scenario: Scenario) -> PracticeResult:
    return answer_final_questions(
        desk, matter, scenario, {name: press.inputs.get(name, "") for name in (WOULD_DO, RESTS_ON)}
    )


def answer_final_questions(
    desk: PracticeContext, matter: Matter, scenario: Scenario, said: Mapping[str, str], *, numbered: bool = False
) -> PracticeResult:
    """The two last questions; with both answered the play is over and counted, once."""
    if matter.standing().card or is_finished(matter):
        return redisplay(matter, scenario)
    choices = final_options(scenario, model_walk(scenario))
    whole = said.get(WOULD_DO) in choices.conclusions and said.get(RESTS_ON) in choices.refs
    if not whole:
        kept = matter.keep_drafts({name: value for name, value in said.items() if value})
        return _save_and_show(
            kept, scenario, screen=FinalQuestionsScreen(kept, scenario, missing=True, numbered=numbered)
        )
    over = matter.changed(answers=matter.answers.hold({**said, RECORDED: "yes"}))
    progress = desk.progress().with_result(result_of(over, scenario), desk.now.date())
    return replace(_save_and_show(over, scenario), progress=progress)


def _compare(what: str) -> "PlayAction":
    def beside(desk: PracticeContext, press: Press, matter: Matter, scenario: Scenario) -> PracticeResult:
        there = has_words(matter, scenario) if what == "words" else has_note(matter)
        return (
            _show_if_finished(matter, scenario, ComparisonScreen(matter, scenario, what))
            if there
            else redisplay(matter, scenario)
        )

    return beside


def _show_if_finished(matter: Matter, scenario: Scenario, screen: Further) -> PracticeResult:
    """What is shown only once a play is over."""
    return redisplay(matter, scenario) if not is_finished(matter) else PracticeResult(Result(Shown(screen), matter))


def _begin_near_miss(desk: PracticeContext, press: Press, matter: Matter, scenario: Scenario) -> PracticeResult:
    base = desk.scenarios().get(scenario.id)
    if not is_finished(matter) or base is None or base.near_miss is None:
        return redisplay(matter, scenario)
    return begin_play(desk, base, near=True)


def _check_own_words(desk: PracticeContext, press: Press, matter: Matter, scenario: Scenario) -> PracticeResult:
    text = press.inputs.get(OWN_WORDS, "").strip()[:LONGEST]
    if not is_finished(matter) or not has_note(matter):
        return redisplay(matter, scenario)
    if not text:
        text = str(matter.values.get(OWN_WORDS) or "")
        return _show_if_finished(
            matter, scenario, OwnWordingScreen(matter, scenario, text, missing_parts(text) if text else ())
        )
    kept = matter.changed(answers=matter.answers.hold({OWN_WORDS: text}))
    return _save_and_show(kept, scenario, screen=OwnWordingScreen(kept, scenario, text, missing_parts(text)))


def _rehearse(desk: PracticeContext, press: Press, matter: Matter, scenario: Scenario) -> PracticeResult:
    text = press.inputs.get("reply", "").strip()[:LONGEST]
    return (
        _show_if_finished(matter, scenario, RehearsalScreen(matter, scenario, text))
        if scenario.rehearsal
        else redisplay(matter, scenario)
    )


def _show_result(desk: PracticeContext, press: Press, matter: Matter, scenario: Scenario) -> PracticeResult:
    return redisplay(matter, scenario)


def _confirm_sharing(desk: PracticeContext, press: Press, matter: Matter, scenario: Scenario) -> PracticeResult:
    if not desk.educators:
        return redisplay(matter, scenario)
    return _show_if_finished(matter, scenario, ShareScreen(matter, scenario, sharing.shared_since(desk, matter)))


def _share(desk: PracticeContext, press: Press, matter: Matter, scenario: Scenario) -> PracticeResult:
    """It is shown to the practice educators, until it is taken back."""
    if not desk.educators or not is_finished(matter):
        return redisplay(matter, scenario)
    before = desk.progress().shown
    after = sharing.share_play(desk, matter, press.inputs.get("asks", "").strip()[:LONGEST])
    pushed_out = tuple(play.id for play in before if play.id not in {one.id for one in after.shown})
    shown = redisplay(matter, scenario, Aside("notice", "practice_shown"))
    return replace(shown, progress=after, no_longer_shown=pushed_out)


PlayAction = Callable[[PracticeContext, Press, Matter, Scenario], PracticeResult]
PLAY_ACTIONS: Mapping[str, PlayAction] = {
    "practise_begin": _begin,
    "next": _next,
    "back": _back,
    "stop": _stop,
    "practise_decide": _decide,
    "practise_result": _show_result,
    "practise_words": _compare("words"),
    "practise_note": _compare("note"),
    "practise_near": _begin_near_miss,
    "practise_own": _check_own_words,
    "practise_checked": _check_own_words,
    "practise_rehearse": _rehearse,
    "practise_replied": _rehearse,
    "practise_show": _confirm_sharing,
    "practise_show_yes": _share,
}
