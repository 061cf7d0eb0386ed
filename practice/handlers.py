"""The handlers of presses and texts in practice. The bot's router calls them beside those of real work."""

import re
from datetime import datetime

from msgspec.structs import replace

from dialogs import messages
from dialogs.context import Press, Result
from dialogs.engine.filling import type_in
from dialogs.engine.matter import Matter
from dialogs.first_message import taken_here
from dialogs.flows.registry import FLOWS
from dialogs.screens import ActNow, Answered, Aside, MovedOn, Shown
from dialogs.understanding.commands import match_command
from dialogs.understanding.intents.matching import flow_named
from practice.context import PracticeContext, PracticeResult
from practice.final_questions import RESTS_ON, WOULD_DO, read_final_answers
from practice.home_actions import HOME_ACTIONS, show_progress
from practice.play import play_screen
from practice.play_actions import PLAY_ACTIONS, answer_final_questions, is_stale, redisplay, take_answers
from practice.scenario import Scenario
from practice.screens import FinalQuestionsScreen, QuestionsScreen
from practice.starting import begin_play, show_home

PRACTICE_WORDS = re.compile(
    r"(?i)\W*(?:practi[sc]e|practi[sc]e (?:a )?(?:scenarios?|stor(?:y|ies))|training|scenarios?)\W*"
)
BY_NAME = re.compile(r"(?i)\s*practi[sc]e ([a-z0-9]+(?:-[a-z0-9]+)+)\s*")
"""As in "practise share-anger-before-the-gp"."""
MY_PROGRESS = re.compile(r"(?i)\W*(?:my progress|how (?:does|is) (?:my )?practice (?:go|going))\W*")


def handle_action(context: PracticeContext, press: Press) -> PracticeResult:
    """Carry out a press on a card of practice."""
    if press.verb in HOME_ACTIONS:
        return HOME_ACTIONS[press.verb](context, press)
    matter = context.find(press.matter)
    if press.verb == "danger":
        return PracticeResult(Result(Shown(ActNow(None)), context.current or context.real.current))
    if matter is None:
        return _missing_play(context, press)
    scenario = context.scenario(matter)
    if scenario is None:
        return show_home(context, "practice_gone")
    return _play_action(context, press, matter, scenario)


def _play_action(context: PracticeContext, press: Press, matter: Matter, scenario: Scenario) -> PracticeResult:
    action = PLAY_ACTIONS.get(press.verb)
    if action is None:
        return redisplay(matter, scenario, Aside("notice", "practice_only"))
    if is_stale(press, matter):
        return redisplay(matter, scenario, Aside("notice", "moved_on"))
    return action(context, press, matter, scenario)


def _missing_play(context: PracticeContext, press: Press) -> PracticeResult:
    begun = context.scenario(context.current) if context.current else None
    if press.verb == "practise_near" and context.current and begun:
        return redisplay(context.current, begun)  # a double click: the first one began it and dropped the play before
    return show_home(context, "practice_gone")


ALWAYS_REAL_WORK = ("danger", "help", "matters", "about_me", "phone")
"""Commands that are always answered, also within a play. The play stays open where they begin no matter."""


def handle_message(context: PracticeContext, play: Matter, text: str) -> PracticeResult:
    """Carry out a text while this play is open: an answer in it, or the start of real work."""
    if _begins_real_work(play, text, context.now):
        return PracticeResult(messages.handle_message(context.real, text))
    scenario = context.scenario(play)
    if scenario is None:
        return _post_below(show_home(context, "practice_gone"))
    return _post_below(_answer_play(context, play, scenario, text))


def _begins_real_work(play: Matter, text: str, now: datetime) -> bool:
    """Whether the text is a flow's name and no answer to the card: real work never waits for a play to end."""
    standing = play.position
    if flow_named(text) not in FLOWS:
        return False
    return standing.step is None or not type_in(play, standing, text, now).understood


def names_practice(text: str) -> bool:
    """Whether the text could be practice's name; `open_practice` says whether it is, where it is typed."""
    return any(pattern.fullmatch(text) for pattern in (BY_NAME, PRACTICE_WORDS, MY_PROGRESS))


def open_practice(context: PracticeContext, text: str) -> PracticeResult | None:
    """Open practice by its name. None if the text answers a real question: asked for a use, "training" is one."""
    by_name = BY_NAME.fullmatch(text)
    if by_name:
        scenario = context.scenarios().get(by_name.group(1))
        return _post_below(begin_play(context, scenario) if scenario else show_home(context, "practice_gone"))
    current = context.real.current
    if current and taken_here(context.real, current, text):
        return None
    if PRACTICE_WORDS.fullmatch(text):
        return _post_below(show_home(context))
    return _post_below(show_progress(context, Press("practise_progress")))


def _post_below(result: PracticeResult) -> PracticeResult:
    reply = result.reply
    return replace(result, reply=replace(reply, left_behind=reply.left_behind or MovedOn()))


def _answer_play(context: PracticeContext, matter: Matter, scenario: Scenario, text: str) -> PracticeResult:
    screen = play_screen(matter, scenario)
    said = read_final_answers(text, scenario) if isinstance(screen, FinalQuestionsScreen) else {}
    explained = None if said else messages.explained(text)
    if explained:
        return redisplay(matter, scenario, explained)
    asked = match_command(text)
    if asked in ("back", "stop"):
        return PLAY_ACTIONS[asked](context, Press(asked, matter.id, matter.revision), matter, scenario)
    if isinstance(screen, FinalQuestionsScreen):
        drafts = {name: str(matter.answers.ever_given.get(name) or "") for name in (WOULD_DO, RESTS_ON)}
        return answer_final_questions(context, matter, scenario, {**drafts, **said}, numbered=True)
    if not isinstance(screen, QuestionsScreen):
        return redisplay(matter, scenario, Aside("notice", "practice_type"))
    standing = screen.asking.position
    filled = type_in(matter, standing, text, context.now)
    behind = Answered(filled.matter, standing.step.name) if standing.step else MovedOn()
    return take_answers(filled, scenario, numbered=True, behind=behind)
