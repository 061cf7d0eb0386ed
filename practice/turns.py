"""What each press and each typed message comes to in practice; everything else is real work's."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from dialogs import pressed as real_pressed
from dialogs import typed as real_typed
from dialogs.commands import command
from dialogs.desk import Press, Reply
from dialogs.filling import Filled, fill_in, type_in
from dialogs.kept import with_drafts
from dialogs.matter import Matter
from dialogs.questions import LONGEST
from dialogs.screens import Answered, Aside, Further, MovedOn, Screen, Shown
from dialogs.starting.first_message import taken_here
from practice import picking, your_call
from practice.deciding import RESTS_ON, WOULD_DO, offered
from practice.desk import PracticeDesk, Turned
from practice.playing import (
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
from practice.progress import SMALLEST_GROUP, cohort
from practice.scenario import Scenario
from practice.screens import (
    BesideTheirs,
    Cohort,
    MyProgress,
    OwnWording,
    Practising,
    Rehearsing,
    WouldDo,
)
from practice.starting import begin, home
from practice.walk import model
from practice.wording import missing_from
from practice.your_call import with_your_call

WORDS = re.compile(r"(?i)\W*(?:practi[sc]e|practi[sc]e (?:a )?(?:scenarios?|stor(?:y|ies))|training|scenarios?)\W*")
BY_NAME = re.compile(r"(?i)\s*practi[sc]e ([a-z0-9]+(?:-[a-z0-9]+)+)\s*")
"""As in "practise share-anger-before-the-gp"."""
MY_PROGRESS = re.compile(r"(?i)\W*(?:my progress|how (?:does|is) (?:my )?practice (?:go|going))\W*")


def pressed(desk: PracticeDesk, press: Press) -> Turned:
    """What this press comes to."""
    if press.verb in ANYWHERE:
        return ANYWHERE[press.verb](desk, press)
    matter = desk.find(press.matter)
    if matter is None or press.verb == "danger":
        gone = press.verb.startswith("practise_")
        return home(desk, "practice_gone") if gone else with_your_call(desk, real_pressed.pressed(desk.real, press))
    scenario = desk.scenario(matter)
    if scenario is None:
        return home(desk, "practice_gone", forgotten=(matter.id,))
    doing = ON_A_STORY.get(press.verb)
    if doing is None:
        return _here(matter, scenario, Aside("notice", "practice_only"))
    if _moved_on(press, matter):
        return _here(matter, scenario, Aside("notice", "moved_on"))
    return doing(desk, press, matter, scenario)


def _moved_on(press: Press, matter: Matter) -> bool:
    """As in real work: a card of questions counts while it is the one being asked, any other as it was last drawn."""
    card = matter.standing().card
    if press.card:
        return card is None or card.name != press.card
    return press.revision != matter.revision


def _here(matter: Matter, scenario: Scenario, *asides: Aside, behind: Screen | None = None) -> Turned:
    return Turned(Reply(Shown(screen_of(matter, scenario), asides), matter, left_behind=behind))


def _show(matter: Matter, scenario: Scenario, *, screen: Further | None = None) -> Turned:
    return Turned(Reply(Shown(screen or screen_of(matter, scenario)), matter, saved=(matter,)))


def _begin(desk: PracticeDesk, press: Press, matter: Matter, scenario: Scenario) -> Turned:
    when = AT_ONCE if press.inputs.get(FEEDBACK) == AT_ONCE else AT_END
    return _show(advanced(matter.hold({FEEDBACK: when}), scenario), scenario)


def _next(desk: PracticeDesk, press: Press, matter: Matter, scenario: Scenario) -> Turned:
    filled = fill_in(matter, asked_of(matter, scenario), press.inputs, press.shown, desk.now)
    return _taken(filled, scenario)


def _taken(filled: Filled, scenario: Scenario, *, numbered: bool = False, behind: Screen | None = None) -> Turned:
    after = with_first(advanced(filled.matter, scenario), scenario)
    filled = replace(filled, matter=after)
    shown = Shown(screen_of(after, scenario, filled=filled, numbered=numbered))
    return Turned(Reply(shown, after, saved=(after,), left_behind=behind))


def _back(desk: PracticeDesk, press: Press, matter: Matter, scenario: Scenario) -> Turned:
    return _here(matter, scenario) if finished(matter) else _show(stepped_back(matter, scenario), scenario)


def _stop(desk: PracticeDesk, press: Press, matter: Matter, scenario: Scenario) -> Turned:
    kept = matter if finished(matter) else with_drafts(matter, press)
    return home(desk, "" if finished(kept) else "practice_kept", saved=kept)


def _decide(desk: PracticeDesk, press: Press, matter: Matter, scenario: Scenario) -> Turned:
    """The two last questions; with both answered the play is over and counted, once."""
    if matter.standing().card or finished(matter):
        return _here(matter, scenario)
    choices = offered(scenario, model(scenario))
    said = {WOULD_DO: press.inputs.get(WOULD_DO, ""), RESTS_ON: press.inputs.get(RESTS_ON, "")}
    whole = said[WOULD_DO] in choices.conclusions and said[RESTS_ON] in choices.refs
    if not whole:
        kept = matter.keep_drafts({name: value for name, value in said.items() if value})
        return _show(kept, scenario, screen=WouldDo(kept, scenario, missing=True))
    over = matter.changed(answers=matter.answers.hold({**said, RECORDED: "yes"}))
    progress = desk.progress().with_result(outcome_of(over, scenario), desk.now.date())
    return replace(_show(over, scenario), progress=progress)


def _beside(what: str) -> "Doing":
    def beside(desk: PracticeDesk, press: Press, matter: Matter, scenario: Scenario) -> Turned:
        return _if_over(matter, scenario, BesideTheirs(matter, scenario, what))

    return beside


def _if_over(matter: Matter, scenario: Scenario, screen: Further) -> Turned:
    """What is shown only once a play is over."""
    return _here(matter, scenario) if not finished(matter) else Turned(Reply(Shown(screen), matter))


def _near(desk: PracticeDesk, press: Press, matter: Matter, scenario: Scenario) -> Turned:
    base = desk.scenarios().get(scenario.id)
    if not finished(matter) or base is None or base.near_miss is None:
        return _here(matter, scenario)
    return begin(desk, base, near=True)


def _own(desk: PracticeDesk, press: Press, matter: Matter, scenario: Scenario) -> Turned:
    text = press.inputs.get(OWN_WORDS, "").strip()[:LONGEST]
    if not finished(matter):
        return _here(matter, scenario)
    if not text:
        text = str(matter.values.get(OWN_WORDS) or "")
        return _if_over(matter, scenario, OwnWording(matter, scenario, text, missing_from(text) if text else ()))
    kept = matter.changed(answers=matter.answers.hold({OWN_WORDS: text}))
    return _show(kept, scenario, screen=OwnWording(kept, scenario, text, missing_from(text)))


def _rehearse(desk: PracticeDesk, press: Press, matter: Matter, scenario: Scenario) -> Turned:
    text = press.inputs.get("reply", "").strip()[:LONGEST]
    return (
        _if_over(matter, scenario, Rehearsing(matter, scenario, text))
        if scenario.rehearsal
        else _here(matter, scenario)
    )


def _result(desk: PracticeDesk, press: Press, matter: Matter, scenario: Scenario) -> Turned:
    return _here(matter, scenario)


Doing = Callable[[PracticeDesk, Press, Matter, Scenario], Turned]
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
}


def _home(desk: PracticeDesk, press: Press) -> Turned:
    return home(desk)


def _pick(desk: PracticeDesk, press: Press) -> Turned:
    """A story of the chosen topic; without a topic, any."""
    chosen = picking.of_topic(desk.scenarios(), press.inputs.get("topic", ""), desk.progress())
    return begin(desk, chosen) if chosen else _surprise(desk, press)


def _surprise(desk: PracticeDesk, press: Press) -> Turned:
    found = picking.least_played(list(desk.scenarios().values()), desk.progress())
    return begin(desk, found) if found else home(desk)


def _missed(desk: PracticeDesk, press: Press) -> Turned:
    found = picking.of_missed(desk.scenarios(), desk.progress(), desk.now.date())
    return begin(desk, found) if found else _surprise(desk, press)


def _resume(desk: PracticeDesk, press: Press) -> Turned:
    matter = desk.find(press.about)
    scenario = desk.scenario(matter) if matter else None
    return _here(matter, scenario) if matter and scenario else home(desk, "practice_gone")


def _drop(desk: PracticeDesk, press: Press) -> Turned:
    matter = desk.find(press.about)
    return home(desk, "practice_dropped", forgotten=(matter.id,)) if matter else home(desk, "practice_gone")


def _progress(desk: PracticeDesk, press: Press) -> Turned:
    asked = press.verb == "practise_forget"
    shown = MyProgress(desk.progress(), desk.now.date().isoformat(), asked)
    return Turned(Reply(Shown(shown), desk.current or desk.real.current))


def _forget(desk: PracticeDesk, press: Press) -> Turned:
    return replace(home(desk, "practice_deleted"), forget_progress=True)


def _cohort(desk: PracticeDesk, press: Press) -> Turned:
    """Only for a practice educator, whoever's card was pressed."""
    if not desk.educator:
        return home(desk)
    everyone = desk.everyone()
    rows = cohort(everyone) if len(everyone) >= SMALLEST_GROUP else ()
    return Turned(Reply(Shown(Cohort(rows, len(everyone))), desk.current or desk.real.current))


ANYWHERE: Mapping[str, Callable[[PracticeDesk, Press], Turned]] = {
    "practise": _home,
    "practise_pick": _pick,
    "practise_surprise": _surprise,
    "practise_missed": _missed,
    "practise_resume": _resume,
    "practise_drop": _drop,
    "practise_progress": _progress,
    "practise_forget": _progress,
    "practise_forget_yes": _forget,
    "practise_cohort": _cohort,
    "practise_call_first": your_call.switched,
    "your_call": your_call.said,
}


def typed(desk: PracticeDesk, text: str) -> Turned:
    """What this message comes to: practice by its name, an answer in it, or whatever it is in real work."""
    named = _named(desk, text)
    if named:
        return _below(named)
    matter = desk.current
    scenario = desk.scenario(matter) if matter else None
    if matter is None or scenario is None or command(text) in OF_REAL_WORK:
        return with_your_call(desk, real_typed.typed(desk.real, text))
    return _below(_typed_in(desk, matter, scenario, text))


OF_REAL_WORK = ("danger", "help", "matters", "about_me", "phone")


def _named(desk: PracticeDesk, text: str) -> Turned | None:
    """Practice by its name; asked what it will be used for, "training" is the use."""
    by_name = BY_NAME.fullmatch(text)
    if by_name:
        scenario = desk.scenarios().get(by_name.group(1))
        return begin(desk, scenario) if scenario else home(desk, "practice_gone")
    current = desk.real.current
    if current and taken_here(desk.real, current, text):
        return None
    if WORDS.fullmatch(text):
        return home(desk)
    return _progress(desk, Press("practise_progress")) if MY_PROGRESS.fullmatch(text) else None


def _below(turned: Turned) -> Turned:
    reply = turned.reply
    return replace(turned, reply=replace(reply, left_behind=reply.left_behind or MovedOn()))


def _typed_in(desk: PracticeDesk, matter: Matter, scenario: Scenario, text: str) -> Turned:
    explained = real_typed.explained(text)
    if explained:
        return _here(matter, scenario, explained)
    asked = command(text)
    if asked in ("back", "stop"):
        return ON_A_STORY[asked](desk, Press(asked, matter.id, matter.revision), matter, scenario)
    screen = screen_of(matter, scenario)
    if not isinstance(screen, Practising):
        return _here(matter, scenario, Aside("notice", "practice_type"))
    standing = screen.asking.standing
    filled = type_in(matter, standing, text, desk.now)
    behind = Answered(filled.matter, standing.card.name) if standing.card else MovedOn()
    return _taken(filled, scenario, numbered=True, behind=behind)
