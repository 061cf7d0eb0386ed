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
from practice.final_questions import RESTS_ON, WOULD_DO, offered
from practice.letter_checklist import missing_from
from practice.play import (
    AT_END,
    AT_ONCE,
    FEEDBACK,
    OWN_WORDS,
    RECORDED,
    advanced,
    asked_of,
    finished,
    outcome_of,
    screen_of,
    stepped_back,
    with_first,
)
from practice.scenario import Scenario
from practice.screens import BesideTheirs, OwnWording, Rehearsing, ShowIt, WouldDo
from practice.simulation import model
from practice.starting import begin, home


def moved_on(press: Press, matter: Matter) -> bool:
    """As in real work: a card of questions counts while it is the one being asked, any other as it was last drawn."""
    card = matter.standing().step
    if press.card:
        return card is None or card.name != press.card
    return press.revision != matter.revision


def here(matter: Matter, scenario: Scenario, *asides: Aside, behind: Screen | None = None) -> PracticeResult:
    """Where the play stands, with what is said above it; `behind`: what the card before is left as."""
    return PracticeResult(Result(Shown(screen_of(matter, scenario), asides), matter, left_behind=behind))


def _show(matter: Matter, scenario: Scenario, *, screen: Further | None = None) -> PracticeResult:
    return PracticeResult(Result(Shown(screen or screen_of(matter, scenario)), matter, saved=(matter,)))


def _begin(desk: PracticeContext, press: Press, matter: Matter, scenario: Scenario) -> PracticeResult:
    when = AT_ONCE if press.inputs.get(FEEDBACK) == AT_ONCE else AT_END
    return _show(advanced(matter.hold({FEEDBACK: when}), scenario), scenario)


def _next(desk: PracticeContext, press: Press, matter: Matter, scenario: Scenario) -> PracticeResult:
    filled = fill_in(matter, asked_of(matter, scenario), press.inputs, press.shown, desk.now)
    return taken(filled, scenario)


def taken(
    filled: Filled, scenario: Scenario, *, numbered: bool = False, behind: Screen | None = None
) -> PracticeResult:
    """What was filled in or typed is held, and the next card comes."""
    after = with_first(advanced(filled.matter, scenario), scenario)
    filled = replace(filled, matter=after)
    shown = Shown(screen_of(after, scenario, filled=filled, numbered=numbered))
    return PracticeResult(Result(shown, after, saved=(after,), left_behind=behind))


def _back(desk: PracticeContext, press: Press, matter: Matter, scenario: Scenario) -> PracticeResult:
    if finished(matter):
        return here(matter, scenario)
    return _show(stepped_back(_with_what_is_filled_in(matter, press), scenario), scenario)


def _with_what_is_filled_in(matter: Matter, press: Press) -> Matter:
    """With what stands on the card but was not sent on, the two last answers among it."""
    last = {name: press.inputs[name] for name in (WOULD_DO, RESTS_ON) if press.inputs.get(name)}
    return save_drafts(matter, press).keep_drafts(last)


def _stop(desk: PracticeContext, press: Press, matter: Matter, scenario: Scenario) -> PracticeResult:
    kept = matter if finished(matter) else _with_what_is_filled_in(matter, press)
    return home(desk, "" if finished(kept) else "practice_kept", saved=kept)


def _decide(desk: PracticeContext, press: Press, matter: Matter, scenario: Scenario) -> PracticeResult:
    return decided(desk, matter, scenario, {name: press.inputs.get(name, "") for name in (WOULD_DO, RESTS_ON)})


def decided(
    desk: PracticeContext, matter: Matter, scenario: Scenario, said: Mapping[str, str], *, numbered: bool = False
) -> PracticeResult:
    """The two last questions; with both answered the play is over and counted, once."""
    if matter.standing().step or finished(matter):
        return here(matter, scenario)
    choices = offered(scenario, model(scenario))
    whole = said.get(WOULD_DO) in choices.conclusions and said.get(RESTS_ON) in choices.refs
    if not whole:
        kept = matter.keep_drafts({name: value for name, value in said.items() if value})
        return _show(kept, scenario, screen=WouldDo(kept, scenario, missing=True, numbered=numbered))
    over = matter.changed(answers=matter.answers.hold({**said, RECORDED: "yes"}))
    progress = desk.progress().with_result(outcome_of(over, scenario), desk.now.date())
    return replace(_show(over, scenario), progress=progress)


def _beside(what: str) -> "Doing":
    def beside(desk: PracticeContext, press: Press, matter: Matter, scenario: Scenario) -> PracticeResult:
        there = has_words(matter, scenario) if what == "words" else has_note(matter)
        return _if_over(matter, scenario, BesideTheirs(matter, scenario, what)) if there else here(matter, scenario)

    return beside


def _if_over(matter: Matter, scenario: Scenario, screen: Further) -> PracticeResult:
    """What is shown only once a play is over."""
    return here(matter, scenario) if not finished(matter) else PracticeResult(Result(Shown(screen), matter))


def _near(desk: PracticeContext, press: Press, matter: Matter, scenario: Scenario) -> PracticeResult:
    base = desk.scenarios().get(scenario.id)
    if not finished(matter) or base is None or base.near_miss is None:
        return here(matter, scenario)
    return begin(desk, base, near=True)


def _own(desk: PracticeContext, press: Press, matter: Matter, scenario: Scenario) -> PracticeResult:
    text = press.inputs.get(OWN_WORDS, "").strip()[:LONGEST]
    if not finished(matter) or not has_note(matter):
        return here(matter, scenario)
    if not text:
        text = str(matter.values.get(OWN_WORDS) or "")
        return _if_over(matter, scenario, OwnWording(matter, scenario, text, missing_from(text) if text else ()))
    kept = matter.changed(answers=matter.answers.hold({OWN_WORDS: text}))
    return _show(kept, scenario, screen=OwnWording(kept, scenario, text, missing_from(text)))


def _rehearse(desk: PracticeContext, press: Press, matter: Matter, scenario: Scenario) -> PracticeResult:
    text = press.inputs.get("reply", "").strip()[:LONGEST]
    return (
        _if_over(matter, scenario, Rehearsing(matter, scenario, text)) if scenario.rehearsal else here(matter, scenario)
    )


def _result(desk: PracticeContext, press: Press, matter: Matter, scenario: Scenario) -> PracticeResult:
    return here(matter, scenario)


def _ask_to_show(desk: PracticeContext, press: Press, matter: Matter, scenario: Scenario) -> PracticeResult:
    if not desk.educators:
        return here(matter, scenario)
    return _if_over(matter, scenario, ShowIt(matter, scenario, sharing.shown_on(desk, matter)))


def _show_it(desk: PracticeContext, press: Press, matter: Matter, scenario: Scenario) -> PracticeResult:
    """It is shown to the practice educators, until it is taken back."""
    if not desk.educators or not finished(matter):
        return here(matter, scenario)
    before = desk.progress().shown
    after = sharing.with_shown(desk, matter, press.inputs.get("asks", "").strip()[:LONGEST])
    pushed_out = tuple(play.id for play in before if play.id not in {one.id for one in after.shown})
    shown = here(matter, scenario, Aside("notice", "practice_shown"))
    return replace(shown, progress=after, no_longer_shown=pushed_out)


Doing = Callable[[PracticeContext, Press, Matter, Scenario], PracticeResult]
ON_A_STORY: Mapping[str, Doing] = {
    "practise_begin": _begin,
    "next": _next,
    "back": _back,
    "stop": _stop,
    "practise_decide": _decide,
    "practise_result": _result,
    "practise_words": _beside("words"),
    "practise_note": _beside("note"),
    "practise_near": _near,
    "practise_own": _own,
    "practise_checked": _own,
    "practise_rehearse": _rehearse,
    "practise_replied": _rehearse,
    "practise_show": _ask_to_show,
    "practise_show_yes": _show_it,
}
