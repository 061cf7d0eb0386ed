"""Who takes a press and who takes a text: the first handler in a list that has a result for it.

`PRESSES` and `TEXTS` are the whole answer to "what happens to this?" in a personal chat; channels and groups have
`channel_turn.py`.
"""

from collections.abc import Callable
from dataclasses import replace

from bot.turns import handlers
from bot.turns.context import TurnContext
from bot.turns.handlers import Handled
from dialogs.context import Press
from dialogs.held_actions import taken_up
from dialogs.screens import Asking
from practice.context import PracticeResult

PRESSES: tuple[Callable[[TurnContext, Press], Handled | None], ...] = (
    handlers.requests,
    handlers.follow_ups,
    handlers.feedback,
    handlers.in_practice,
    handlers.said_back,
    handlers.real_work,
)
TEXTS: tuple[Callable[[TurnContext, str], Handled | Press | None], ...] = (
    handlers.answer_to_notice,
    handlers.typed_button,
    handlers.lists,
    handlers.being_away,
    handlers.usage_figures,
    handlers.not_readable,
    handlers.practice_by_name,
    handlers.open_play,
    handlers.line_before_answer,
    handlers.dialogue,
)


def route_press(turn: TurnContext, press: Press) -> Handled:
    """Return what the first handler that takes this press makes of it; one that was held back goes on first."""
    press = taken_up(press)
    return next(result for handle in PRESSES if (result := handle(turn, press)) is not None)


def route_text(turn: TurnContext, text: str) -> Handled:
    """Return what the first handler that takes this text makes of it, or what becomes of the press it stands for."""
    taken = next(result for handle in TEXTS if (result := handle(turn, text)) is not None)
    return _numbered(route_press(turn, taken)) if isinstance(taken, Press) else taken


def _numbered(handled: Handled) -> Handled:
    """Number the open questions on a card of questions that was asked for by typing."""
    if isinstance(handled, PracticeResult) or not isinstance(handled.shown.screen, Asking):
        return handled
    return replace(handled, shown=replace(handled.shown, screen=replace(handled.shown.screen, numbered=True)))
