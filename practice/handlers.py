"""What each press and each typed message comes to in practice; everything else is real work's."""

import re
from dataclasses import replace
from datetime import datetime

from cards.actions import IN_PRACTICE
from dialogs import card_actions, messages
from dialogs.context import Press, Result
from dialogs.engine.filling import type_in
from dialogs.engine.matter import Matter
from dialogs.first_message import taken_here
from dialogs.flows.registry import FLOWS
from dialogs.screens import ActNow, Answered, Aside, MovedOn, Shown
from dialogs.understanding.commands import command
from dialogs.understanding.intents.matching import named
from practice import your_call
from practice.context import PracticeContext, PracticeResult
from practice.final_questions import RESTS_ON, WOULD_DO, read_final_answers
from practice.home_actions import HOME_ACTIONS, show_progress
from practice.play import play_screen
from practice.play_actions import PLAY_ACTIONS, answer_final_questions, is_stale, redisplay, take_answers
from practice.scenario import Scenario
from practice.screens import FinalQuestionsScreen, QuestionsScreen
from practice.starting import begin_play, show_home
from practice.your_call import ask_call_first

PRACTICE_WORDS = re.compile(
    r"(?i)\W*(?:practi[sc]e|practi[sc]e (?:a )?(?:scenarios?|stor(?:y|ies))|training|scenarios?)\W*"
)
BY_NAME = re.compile(r"(?i)\s*practi[sc]e ([a-z0-9]+(?:-[a-z0-9]+)+)\s*")
"""As in "practise share-anger-before-the-gp"."""
MY_PROGRESS = re.compile(r"(?i)\W*(?:my progress|how (?:does|is) (?:my )?practice (?:go|going))\W*")


def handle_action(context: PracticeContext, press: Press) -> PracticeResult:
    """What this press comes to."""
    if press.verb in HOME_ACTIONS:
        return HOME_ACTIONS[press.verb](context, press)
    matter = context.find(press.matter)
    if press.verb == "danger" and (matter or press.about == IN_PRACTICE):
        return PracticeResult(Result(Shown(ActNow(None)), context.current or context.real.current))
    if matter is None:
        return _not_practice(context, press)
    scenario = context.scenario(matter)
    if scenario is None:
        return show_home(context, "practice_gone")
    return _play_action(context, press, matter, scenario)


def _play_action(context: PracticeContext, press: Press, matter: Matter, scenario: Scenario) -> PracticeResult:
    doing = PLAY_ACTIONS.get(press.verb)
    if doing is None:
        return redisplay(matter, scenario, Aside("notice", "practice_only"))
    if is_stale(press, matter):
        return redisplay(matter, scenario, Aside("notice", "moved_on"))
    return doing(context, press, matter, scenario)


def _not_practice(context: PracticeContext, press: Press) -> PracticeResult:
    begun = context.scenario(context.current) if context.current else None
    if press.verb == "practise_near" and context.current and begun:
        return redisplay(
            context.current, begun
        )  # a double click: the first one began it, and let the play before it go
    if press.verb.startswith("practise_"):
        return show_home(context, "practice_gone")
    return keep_current_play(
        context, press.verb, ask_call_first(context, card_actions.handle_action(context.real, press))
    )


ALWAYS_ANSWERED = ("danger", "help", "matters", "about_me", "phone")
"""What is always answered, also within a play. The play stays open where this begins no matter."""


def keep_current_play(context: PracticeContext, verb: str, turned: PracticeResult) -> PracticeResult:
    """The reply to what is always answered: what is typed next still belongs to the play that is open."""
    if context.current is None or turned.reply.current or verb == "home":
        return turned
    return replace(turned, reply=replace(turned.reply, current=context.current))


def handle_message(context: PracticeContext, text: str) -> PracticeResult:
    """What this message comes to: practice by its name, an answer in it, or whatever it is in real work."""
    of_practice = _practice_by_name(context, text)
    if of_practice:
        return _post_below(of_practice)
    asked = command(text)
    if context.current is None or asked in ALWAYS_ANSWERED:
        line = your_call.take_typed_call(context, text)
        return line or keep_current_play(
            context, asked or "", ask_call_first(context, messages.handle_message(context.real, text))
        )
    if _begins_real_work(context.current, text, context.now):
        return PracticeResult(messages.handle_message(context.real, text))
    scenario = context.scenario(context.current)
    if scenario is None:
        return _post_below(show_home(context, "practice_gone"))
    return _post_below(_answer_play(context, context.current, scenario, text))


def _begins_real_work(play: Matter, text: str, now: datetime) -> bool:
    """Whether it is what a flow is called, and no answer to the card: real work never waits for a play to end."""
    standing = play.standing()
    if named(text) not in FLOWS:
        return False
    return standing.card is None or not type_in(play, standing, text, now).understood


def _practice_by_name(context: PracticeContext, text: str) -> PracticeResult | None:
    """Practice by its name; asked what it will be used for, "training" is the use."""
    by_name = BY_NAME.fullmatch(text)
    if by_name:
        scenario = context.scenarios().get(by_name.group(1))
        return begin_play(context, scenario) if scenario else show_home(context, "practice_gone")
    current = context.real.current
    if current and taken_here(context.real, current, text):
        return None
    if PRACTICE_WORDS.fullmatch(text):
        return show_home(context)
    return show_progress(context, Press("practise_progress")) if MY_PROGRESS.fullmatch(text) else None


def _post_below(turned: PracticeResult) -> PracticeResult:
    reply = turned.reply
    return replace(turned, reply=replace(reply, left_behind=reply.left_behind or MovedOn()))


def _answer_play(context: PracticeContext, matter: Matter, scenario: Scenario, text: str) -> PracticeResult:
    screen = play_screen(matter, scenario)
    said = read_final_answers(text, scenario) if isinstance(screen, FinalQuestionsScreen) else {}
    explained = None if said else messages.explained(text)
    if explained:
        return redisplay(matter, scenario, explained)
    asked = command(text)
    if asked in ("back", "stop"):
        return PLAY_ACTIONS[asked](context, Press(asked, matter.id, matter.revision), matter, scenario)
    if isinstance(screen, FinalQuestionsScreen):
        drafts = {name: str(matter.answers.draft(name) or "") for name in (WOULD_DO, RESTS_ON)}
        return answer_final_questions(context, matter, scenario, {**drafts, **said}, numbered=True)
    if not isinstance(screen, QuestionsScreen):
        return redisplay(matter, scenario, Aside("notice", "practice_type"))
    standing = screen.asking.standing
    filled = type_in(matter, standing, text, context.now)
    behind = Answered(filled.matter, standing.card.name) if standing.card else MovedOn()
    return take_answers(filled, scenario, numbered=True, behind=behind)
