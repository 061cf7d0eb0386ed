"""What happens to an activity, to a press and to a text, from top to bottom.

`conversation.py` calls `take_turn` in one transaction. A press goes to the first handler of `PRESSES` that has a result
for it, a text to the first of `TEXTS`; both lists are in order, and the handlers are in `handlers.py`. `turn.py` keeps
what is to be kept of the result, has the screen drawn, and puts the card in the place of the one that was pressed, or
below what was typed. Messages are sent from the outbox after the commit.
"""

from collections.abc import Callable, Container

from msgspec.structs import replace

from bot.approvals import actions as request_actions
from bot.config.council import CouncilSettings
from bot.follow_ups import actions as follow_up_actions
from bot.incoming import Incoming, InvokeBody, Kind, Scope, to_press
from bot.lookups import Lookups
from bot.storage.unit_of_work import UnitOfWork
from bot.turns import handlers
from bot.turns.channel_turn import ChannelTurn
from bot.turns.context import TurnContext, recognise
from bot.turns.handlers import Handled
from bot.turns.turn import Turn
from dialogs.context import Press
from dialogs.identifier_notice import TO_A_HELD_PRESS, release_held
from dialogs.said_back_actions import SAID_BACK
from dialogs.screens import Asking
from dialogs.understanding.commands import COMMANDS, match_command
from dialogs.understanding.urgency import is_urgent
from practice.context import PracticeResult

PRESSES: tuple[tuple[Container[str] | None, Callable[[TurnContext, Press], Handled | None]], ...] = (
    (request_actions.HANDLERS, handlers.requests),  # a second pair of eyes: asked for, answered, withdrawn
    (follow_up_actions.HANDLERS, handlers.follow_ups),  # what is still to be done once a matter is closed
    (("no_help", "feedback"), handlers.feedback),
    (None, handlers.in_practice),  # every press on a card of practice, where "next" belongs to a story
    (SAID_BACK, handlers.said_back),  # the answer to what was said back to a typed message
    (None, handlers.real_work),  # all else: `dialogs/card_actions.py`, which refuses a press that is stale
)
"""The verbs, None for any, and the handler of a press with one of them, which returns None for one that is not its own.
"""
TEXTS: tuple[Callable[[TurnContext, str], Handled | Press | None], ...] = (
    handlers.answer_to_notice,  # "change it", "keep it"
    handlers.reply_to_said_back,  # "yes" to what was proposed, "not urgent", "put it on the card"
    handlers.typed_button,  # what a button of the card in front says
    handlers.lists,  # "my requests", "follow-ups"
    handlers.being_away,
    handlers.usage_figures,
    handlers.not_readable,  # too long, a file, nothing but a quoted message
    handlers.practice_by_name,
    handlers.open_play,
    handlers.line_before_answer,
    handlers.reply_to_newest,  # news under a reminder, words to a supervisor's question
    handlers.dialogue,  # all else: `dialogs/messages.py` hears a command, an answer, or a first message
)
"""The handlers of texts. One may return the press that a text stands for, which then goes through `PRESSES`."""
_DANGER = {"danger": COMMANDS["danger"]}


def take_turn(unit: UnitOfWork, lookups: Lookups, incoming: Incoming, council: CouncilSettings) -> InvokeBody | None:
    """Take one activity, once however often it is delivered. Returns the body of the reply to a press, else None.

    A press that is delivered again gets the current card, or once more what to do first; anything else that is
    delivered again does nothing. Raises Unanswered.
    """
    first_time = not incoming.activity_id or unit.claim_activity(incoming.address.conversation_id, incoming.activity_id)
    context = TurnContext(unit, recognise(unit, incoming), council, lookups)
    if incoming.address.scope is not Scope.PERSONAL:
        return ChannelTurn(context).take(first_time=first_time)
    turn = Turn(context)
    if incoming.kind is Kind.CLICK:
        if first_time:
            return turn.show_pressed(_route(context))
        return turn.show_again(_route(context) if asks_to_act_first(incoming) else None)
    if incoming.kind is Kind.LEFT:
        turn.left()
    elif not first_time:
        return None
    elif incoming.kind is Kind.MESSAGE or asks_to_act_first(incoming):
        above = turn.said_first()
        turn.show_below(_route(context), *above)
    elif incoming.kind in handlers.MESSAGE_CHANGES:
        turn.show_below(handlers.message_changed(context))
    elif incoming.kind is Kind.JOINED:
        turn.joined()
    return None


def asks_to_act_first(incoming: Incoming) -> bool:
    """Whether a person says in their own chat, by a press or by typing, that a child is in danger now."""
    if incoming.address.scope is not Scope.PERSONAL:
        return False
    if incoming.kind is Kind.CLICK or incoming.verb:
        return incoming.verb == "danger"
    return incoming.kind in (Kind.MESSAGE, Kind.EDITED) and (
        match_command(incoming.text, _DANGER) is not None or is_urgent(incoming.text)
    )


def _route(turn: TurnContext) -> Handled:
    if turn.incoming.kind is Kind.CLICK or turn.incoming.verb:
        press = to_press(turn.incoming)
        current, unit = turn.current_id, turn.unit
        if press.about or press.matter != current:  # all that the press is known to be about, before any is looked at
            unit.lock_matters((current, press.matter, press.about, unit.matter_of(press.about) if press.about else ""))
        return route_press(turn, press)
    return route_text(turn, turn.incoming.text)


def route_press(turn: TurnContext, press: Press) -> Handled:
    """Return what the first handler that takes this press makes of it; one that was held back goes on first."""
    if press.verb in TO_A_HELD_PRESS:
        press = release_held(press)
    for verbs, handle in PRESSES:
        result = handle(turn, press) if verbs is None or press.verb in verbs else None
        if result is not None:
            return result
    raise AssertionError("the last takes any press")


def route_text(turn: TurnContext, text: str) -> Handled:
    """Return what the first handler that takes this text makes of it, or what becomes of the press it stands for."""
    for handle in TEXTS:
        taken = handle(turn, text)
        if isinstance(taken, Press):
            return _numbered(route_press(turn, taken))
        if taken is not None:
            return taken
    raise AssertionError("the last takes any text")


def _numbered(handled: Handled) -> Handled:
    """Number the open questions on a card of questions that was asked for by typing."""
    if isinstance(handled, PracticeResult) or not isinstance(handled.shown.screen, Asking):
        return handled
    return replace(handled, shown=replace(handled.shown, screen=replace(handled.shown.screen, numbered=True)))
