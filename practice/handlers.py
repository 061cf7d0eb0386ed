"""The handlers of presses and texts in practice. The bot's router calls them beside those of real work."""

import re
from dataclasses import replace
from datetime import datetime

from cards.actions import IN_PRACTICE
from dialogs import messages
from dialogs.context import Press, Result
from dialogs.engine.filling import type_in
from dialogs.engine.matter import Matter
from dialogs.first_message import taken_here
from dialogs.flows.registry import FLOWS
from dialogs.screens import ActNow, Answered, Aside, MovedOn, Shown
from dialogs.understanding.commands import command
from dialogs.understanding.intents.matching import named
from practice.context import PracticeContext, PracticeResult
from practice.final_answers import said_last
from practice.final_questions import RESTS_ON, WOULD_DO
from practice.home_actions import ANYWHERE, my_progress
from practice.play import screen_of
from practice.play_actions import ON_A_STORY, decided, here, moved_on, taken
from practice.scenario import Scenario
from practice.screens import Practising, WouldDo
from practice.starting import begin, home

WORDS = re.compile(r"(?i)\W*(?:practi[sc]e|practi[sc]e (?:a )?(?:scenarios?|stor(?:y|ies))|training|scenarios?)\W*")
BY_NAME = re.compile(r"(?i)\s*practi[sc]e ([a-z0-9]+(?:-[a-z0-9]+)+)\s*")
"""As in "practise share-anger-before-the-gp"."""
MY_PROGRESS = re.compile(r"(?i)\W*(?:my progress|how (?:does|is) (?:my )?practice (?:go|going))\W*")


def is_practice_verb(press: Press) -> bool:
    """Whether this press is practice's whatever card it stands on."""
    return (
        press.verb in ANYWHERE
        or press.verb.startswith("practise_")
        or (press.verb, press.about) == ("danger", IN_PRACTICE)
    )


def handle_action(desk: PracticeContext, press: Press) -> PracticeResult:
    """Return what a press on a card of practice comes to."""
    if press.verb in ANYWHERE:
        return ANYWHERE[press.verb](desk, press)
    matter = desk.find(press.matter)
    if press.verb == "danger":
        return PracticeResult(Result(Shown(ActNow(None)), desk.current or desk.real.current))
    if matter is None:
        return _play_is_gone(desk, press)
    scenario = desk.scenario(matter)
    if scenario is None:
        return home(desk, "practice_gone")
    return _on_a_play(desk, press, matter, scenario)


def _on_a_play(desk: PracticeContext, press: Press, matter: Matter, scenario: Scenario) -> PracticeResult:
    doing = ON_A_STORY.get(press.verb)
    if doing is None:
        return here(matter, scenario, Aside("notice", "practice_only"))
    if moved_on(press, matter):
        return here(matter, scenario, Aside("notice", "moved_on"))
    return doing(desk, press, matter, scenario)


def _play_is_gone(desk: PracticeContext, press: Press) -> PracticeResult:
    begun = desk.scenario(desk.current) if desk.current else None
    if press.verb == "practise_near" and desk.current and begun:
        return here(desk.current, begun)  # a double click: the first one began it, and let the play before it go
    return home(desk, "practice_gone")


ALWAYS_REAL_WORK = ("danger", "help", "matters", "about_me", "phone")
"""Commands that are always answered, also within a play. The play stays open where they begin no matter."""


def handle_message(desk: PracticeContext, play: Matter, text: str) -> PracticeResult:
    """Return what a text comes to while this play is open: an answer in it, or the start of real work."""
    if _begins_real_work(play, text, desk.now):
        return PracticeResult(messages.handle_message(desk.real, text))
    scenario = desk.scenario(play)
    if scenario is None:
        return _below(home(desk, "practice_gone"))
    return _below(_typed_in(desk, play, scenario, text))


def _begins_real_work(play: Matter, text: str, now: datetime) -> bool:
    """Whether it is what a flow is called, and no answer to the card: real work never waits for a play to end."""
    standing = play.standing()
    if named(text) not in FLOWS:
        return False
    return standing.step is None or not type_in(play, standing, text, now).understood


def may_ask_for_it(text: str) -> bool:
    """Whether the text could be practice's name; `asked_for` says whether it is, where it is typed."""
    return any(pattern.fullmatch(text) for pattern in (BY_NAME, WORDS, MY_PROGRESS))


def asked_for(desk: PracticeContext, text: str) -> PracticeResult | None:
    """Return practice as it was asked for by its name; asked what it will be used for, "training" is the use."""
    by_name = BY_NAME.fullmatch(text)
    if by_name:
        scenario = desk.scenarios().get(by_name.group(1))
        return _below(begin(desk, scenario) if scenario else home(desk, "practice_gone"))
    current = desk.real.current
    if current and taken_here(desk.real, current, text):
        return None
    return _below(home(desk) if WORDS.fullmatch(text) else my_progress(desk, Press("practise_progress")))


def _below(turned: PracticeResult) -> PracticeResult:
    reply = turned.reply
    return replace(turned, reply=replace(reply, left_behind=reply.left_behind or MovedOn()))


def _typed_in(desk: PracticeContext, matter: Matter, scenario: Scenario, text: str) -> PracticeResult:
    screen = screen_of(matter, scenario)
    said = said_last(text, scenario) if isinstance(screen, WouldDo) else {}
    explained = None if said else messages.explained(text)
    if explained:
        return here(matter, scenario, explained)
    asked = command(text)
    if asked in ("back", "stop"):
        return ON_A_STORY[asked](desk, Press(asked, matter.id, matter.revision), matter, scenario)
    if isinstance(screen, WouldDo):
        drafts = {name: str(matter.answers.draft(name) or "") for name in (WOULD_DO, RESTS_ON)}
        return decided(desk, matter, scenario, {**drafts, **said}, numbered=True)
    if not isinstance(screen, Practising):
        return here(matter, scenario, Aside("notice", "practice_type"))
    standing = screen.asking.standing
    filled = type_in(matter, standing, text, desk.now)
    behind = Answered(filled.matter, standing.step.name) if standing.step else MovedOn()
    return taken(filled, scenario, numbered=True, behind=behind)
