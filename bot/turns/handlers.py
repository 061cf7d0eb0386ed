"""The handlers of presses and texts in a personal chat. `router.py` has their order.

A handler returns its result, or None for what is not its own. A handler of texts may return the press that the text
stands for.
"""

import re
from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from bot.approvals import actions as request_actions
from bot.approvals.absences import Absences
from bot.follow_ups import actions as follow_up_actions
from bot.incoming import Kind, to_press
from bot.turns.card_in_front import UNFOLD, answered, button_typed, filled_in
from bot.turns.context import TurnContext
from bot.turns.usage import count_feedback, figures_for
from cards.layout import IN_PRACTICE
from dialogs import card_actions, messages
from dialogs.context import Press, Result
from dialogs.current_screen import screen_of
from dialogs.engine.questions import LONGEST
from dialogs.feedback import feedback_on
from dialogs.placement import FOLLOW_UP, OUTCOME
from dialogs.said_back import FeedbackAsked, MessageChanged
from dialogs.said_back_actions import answer_said_back, reply_typed
from dialogs.screens import Above, Aside, MovedOn, Shown, TheAnswer
from dialogs.understanding.commands import match_command
from dialogs.understanding.hearing import is_news, is_told
from practice import handlers as practice
from practice import your_call
from practice.context import PracticeResult
from practice.home_actions import HOME_ACTIONS
from practice.play import play_screen

Handled = Result | PracticeResult
LISTS = {
    verb: re.compile(rf"(?i)\s*(?:{said})\W*")
    for verb, said in {**request_actions.TYPED, **follow_up_actions.TYPED}.items()
}
"""What can be typed for a list of requests or follow-ups."""
ONLY_LINKS = re.compile(r"(?i)(?:(?:https?://|www\.)\S+\s*)+")


def requests(turn: TurnContext, press: Press) -> Handled:
    """Take a press that belongs to requests for a second pair of eyes."""
    return stay_in_play(turn, press.verb, turn.request_actions.handle(press))


def follow_ups(turn: TurnContext, press: Press) -> Handled:
    """Take a press that belongs to follow-ups."""
    return stay_in_play(turn, press.verb, turn.follow_up_actions.handle(press))


def feedback(turn: TurnContext, press: Press) -> Handled:
    """Take "This didn't help" and the reason that was chosen for it."""
    matter = turn.matters.find(press.matter) if press.matter else None
    if press.verb == "no_help":
        return current(turn, FeedbackAsked(press.about, matter), numbered=False)
    found = feedback_on(press.about, matter, turn.dialog.current.flow.name if turn.dialog.current else "")
    if found is None:
        return current(turn, Aside("notice", "moved_on"), numbered=False)
    count_feedback(turn, *found)
    return current(turn, Aside("notice", "feedback_thanks"), numbered=False)


def in_practice(turn: TurnContext, press: Press) -> Handled | None:
    """Take a press that is practice's own, whatever card it is on, and any press on a card of practice."""
    is_own = press.verb in HOME_ACTIONS or press.verb.startswith("practise_")
    is_danger = (press.verb, press.about) == ("danger", IN_PRACTICE)
    if is_own or is_danger or turn.matters.find(press.matter, practice=True):
        return practice.handle_action(turn.practice, press)
    return None


def said_back(turn: TurnContext, press: Press) -> Handled:
    """Take a press that answers what was said back to a typed message."""
    return _own_call_first(turn, stay_in_play(turn, press.verb, answer_said_back(turn.dialog, press)))


def real_work(turn: TurnContext, press: Press) -> Handled:
    """Take any other press: it is the dialogue's."""
    return _own_call_first(turn, stay_in_play(turn, press.verb, card_actions.handle_action(turn.dialog, press)))


def answer_to_notice(turn: TurnContext, text: str) -> Press | None:
    """Take "change it" or "keep it" while a notice is shown above the card in front."""
    return answered(text, turn.state.get("notice", {}))


def typed_button(turn: TurnContext, text: str) -> Handled | Press | None:
    """Take what a button of the card in front says, as that button's press; one that opens a section opens it."""
    front = turn.state.get("front", {})
    typed = button_typed(text, front)
    if typed is None:
        return None
    verb, data = typed
    if verb == UNFOLD:
        return _opened(_in_front(turn, front), str(data["about"]))
    stands = filled_in(turn.draw(_shown(current(turn, numbered=False)))) if "card" in data else {}
    return to_press(replace(turn.incoming, verb=verb, data={**stands, **data}))


def reply_to_said_back(turn: TurnContext, text: str) -> Press | None:
    """Take "yes" to what was proposed, "not urgent", "put it on the card" below a typed message that waits for it."""
    return None if turn.play else reply_typed(turn.dialog, text)


def _in_front(turn: TurnContext, front: Mapping[str, Any]) -> Handled:
    """Return the card in front again: a request that is open on it, or where the conversation is."""
    asked = (press for presses in front.values() for press in presses if press["verb"] == "agree")
    request = next((str(press["data"]["about"]) for press in asked), "")
    return requests(turn, Press("open_request", about=request)) if request else current(turn)


def _opened(handled: Handled, section: str) -> Handled:
    """Return the same with this section of its card open."""
    if isinstance(handled, PracticeResult):
        return replace(handled, reply=_opened_in(handled.reply, section))
    return _opened_in(handled, section)


def _opened_in(result: Result, section: str) -> Result:
    return replace(result, shown=replace(result.shown, opened=(section,)))


def _shown(handled: Handled) -> Shown:
    return handled.reply.shown if isinstance(handled, PracticeResult) else handled.shown


def lists(turn: TurnContext, text: str) -> Press | None:
    """Take the name of a list of requests or follow-ups, and nothing else."""
    asked = next((verb for verb, said in LISTS.items() if said.fullmatch(text)), "")
    return Press(asked) if asked else None


def usage_figures(turn: TurnContext, text: str) -> Handled | None:
    """Take "usage" of an administrator."""
    figures = figures_for(turn, text)
    return Result(Shown(figures), turn.dialog.current, left_behind=MovedOn()) if figures else None


def being_away(turn: TurnContext, text: str) -> Press | None:
    """Take "I'm away until Monday" and "I'm back" from someone who is named as a supervisor."""
    away, back = request_actions.AWAY.fullmatch(text), request_actions.BACK.fullmatch(text)
    if not (away or back) or not Absences(turn.approvals).is_named:
        return None
    if away:
        return Press("away", inputs={"until": away.group("day") or ""})
    return Press("back_now") if Absences(turn.approvals).own() else None


def not_readable(turn: TurnContext, text: str) -> Handled | None:
    """Say of a text that is too long, and of a file, link or another's message without words, that it was not taken."""
    if len(text) > LONGEST:
        return current(turn, Aside("notice", "too_long_message", {"count": f"{len(text):,}", "most": f"{LONGEST:,}"}))
    if ONLY_LINKS.fullmatch(text):
        return current(turn, Aside("notice", "only_link"))
    if text:
        return None
    if turn.incoming.is_quoting:
        return current(turn, Aside("notice", "only_quoted"))
    return current(turn, Aside("notice", "no_files" if turn.incoming.has_file else "no_words"))


def practice_by_name(turn: TurnContext, text: str) -> Handled | None:
    """Take "practise" and the like, unless the open matter asks for just that."""
    return practice.open_practice(turn.practice, text) if practice.names_practice(text) else None


def open_play(turn: TurnContext, text: str) -> Handled | None:
    """Take what is typed while a story is played, but for help, danger and the like."""
    if turn.play is None or match_command(text) in practice.ALWAYS_REAL_WORK:
        return None
    return practice.handle_message(turn.practice, turn.play, text)


def line_before_answer(turn: TurnContext, text: str) -> Handled | None:
    """Take the trainee's own call, where one is asked for before an answer is shown."""
    matter = turn.dialog.current
    return your_call.take_typed_call(turn.practice, text) if matter and your_call.may_be_asked(matter) else None


def reply_to_newest(turn: TurnContext, text: str) -> Handled | None:
    """Take what answers a card that came by itself: news under a reminder, or words to a supervisor's question."""
    newest = turn.unit.newest_card(turn.address.conversation_id)
    if newest is None or newest.kind not in (FOLLOW_UP, OUTCOME) or not is_told(text):
        return None
    if newest.kind == FOLLOW_UP:
        return turn.follow_up_actions.happened(newest.matter_id) if is_news(text) else None
    return turn.request_actions.reply_typed(newest.matter_id, text)


def dialogue(turn: TurnContext, text: str) -> Handled | Press:
    """Take any other text: a command, an answer in the open matter, or a first message."""
    result = messages.handle_message(turn.dialog, text)
    if result.of_requests:
        return result.of_requests
    verb = "" if turn.play is None else match_command(text) or ""
    return _own_call_first(turn, stay_in_play(turn, verb, result))


def current(turn: TurnContext, *asides: Above, numbered: bool = True) -> Handled:
    """Return the current screen of the conversation, in practice or in real work, with something said above."""
    scenario = turn.practice.scenario(turn.play) if turn.play else None
    if turn.play and scenario:
        screen = play_screen(turn.play, scenario, numbered=numbered)
        return PracticeResult(Result(Shown(screen, asides), turn.play, left_behind=MovedOn()))
    shown = Shown(screen_of(turn.dialog.current, turn.dialog, numbered=numbered), asides)
    return _own_call_first(turn, Result(shown, turn.dialog.current, left_behind=MovedOn()))


_CHANGED = {Kind.EDITED: "edited", Kind.RESTORED: "restored", Kind.DELETED: "deleted"}
MESSAGE_CHANGES = frozenset(_CHANGED)


def message_changed(turn: TurnContext) -> Handled:
    """Say of an edited, deleted or restored message that what was taken from it stays, and where to change that."""
    matter_id, step = turn.state.get("typed", {}).get(turn.incoming.reply_to, (turn.current_id, ""))
    how = _CHANGED[turn.incoming.kind]
    return current(turn, MessageChanged(how, turn.matters.find(matter_id), step))


def stay_in_play(turn: TurnContext, verb: str, result: Result) -> Result:
    """Keep the conversation in the story that is played after something that is always answered, such as "help"."""
    if result.current or verb == "home" or turn.play is None:
        return result
    return replace(result, current=turn.play)


def _own_call_first(turn: TurnContext, result: Result) -> Handled:
    """Ask for the trainee's own call before a first answer, where they have switched that on."""
    screen = result.shown.screen
    may_come = isinstance(screen, TheAnswer) and your_call.may_be_asked(screen.matter)
    return your_call.ask_first(turn.practice, result) if may_come else result
