"""The steps of a turn: which functions they are, and the turn, flow and step that a line of the log belongs to.

The functions are wrapped when the service starts, and only where telemetry is asked for: else a turn costs what it
costs without this module.
"""

import functools
import inspect
import json
import logging
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar, Token, copy_context
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from importlib import import_module
from typing import Any

from bot.faults import PlainLines
from bot.storage.storage import ConnectionWorker

Around = Callable[[str], AbstractContextManager[Any]]

# Where each function is looked up by those that call it, and the step that it is.
STEPS = {
    "bot.edge.authentication:TokenCheck.caller": "check the caller",
    "bot.edge.activities:parse_activity": "read the activity",
    "bot.storage.storage:ConnectionWorker._begin": "begin",
    "bot.turns.router:recognise": "find the person",
    "bot.turns.router:_route": "understand and decide",
    "bot.turns.turn:persist": "store",
    "bot.turns.context:draw": "draw",
    "bot.storage.unit_of_work:UnitOfWork.flush": "leave messages",
    "bot.storage.databases:Database.commit": "commit",
    "bot.storage.databases:PostgreSql.commit": "commit",
    "bot.edge.connector:Connector._call": "call Teams",
}
TURN = "bot.edge.web:_Edge.messages"
FINISH = "bot.turns.turn:Turn._finish"


@dataclass(slots=True)
class TurnInHand:
    """What the log says of the turn under way; never whose it is, nor what was said."""

    turn: str
    flow: str = ""
    step: str = ""


_in_hand: ContextVar[TurnInHand | None] = ContextVar("turn in hand", default=None)


def in_hand() -> TurnInHand | None:
    """Return the turn under way here, None outside one."""
    return _in_hand.get()


@contextmanager
def a_turn() -> Iterator[TurnInHand]:
    """Be in a new turn."""
    turn = TurnInHand(secrets.token_hex(8))
    before: Token[TurnInHand | None] = _in_hand.set(turn)
    try:
        yield turn
    finally:
        _in_hand.reset(before)


@contextmanager
def named_step(step: str) -> Iterator[None]:
    """Be in this step of the turn; one that fails stays named, for the line that says so."""
    turn = _in_hand.get()
    if turn is None:
        yield
        return
    before, turn.step = turn.step, step
    yield
    turn.step = before


def wrap(place: str, wrapper: Callable[[Callable[..., Any]], Callable[..., Any]]) -> None:
    """Replace the function at `module:name` by what `wrapper` makes of it."""
    owner, name = owner_of(place)
    setattr(owner, name, wrapper(getattr(owner, name)))


def owner_of(place: str) -> tuple[Any, str]:
    """Return the module or class that has the function, and the function's name in it."""
    module, _, path = place.partition(":")
    *outer, name = path.split(".")
    return functools.reduce(getattr, outer, import_module(module)), name


def _enclosed(function: Callable[..., Any], around: Callable[[], AbstractContextManager[Any]]) -> Callable[..., Any]:
    """Return the function, run within what `around` gives."""
    if inspect.iscoroutinefunction(function):

        @functools.wraps(function)
        async def run_async(*args: Any, **named: Any) -> Any:
            with around():
                return await function(*args, **named)

        return run_async

    @functools.wraps(function)
    def run(*args: Any, **named: Any) -> Any:
        with around():
            return function(*args, **named)

    return run


def follow_turns(arounds: list[Around], on_wait: Callable[[float], None]) -> None:
    """Have each step run within these, on whichever thread, and `on_wait` told how long each transaction queued."""
    for place, step in STEPS.items():
        for around in (*arounds, named_step):
            wrap(place, partial(_enclosed, around=partial(around, step)))
    wrap(FINISH, _noting_the_flow)
    wrap(TURN, partial(_enclosed, around=a_turn))
    wrap("bot.storage.storage:ConnectionWorker.submit", lambda _: _submitting(on_wait))


def _noting_the_flow(finish: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(finish)
    def run(turn: Any, result: Any, drawn: Any) -> Any:
        known = _in_hand.get()
        if known is not None and result.current:
            known.flow = result.current.flow.name
        return finish(turn, result, drawn)

    return run


def _submitting(on_wait: Callable[[float], None]) -> Callable[..., Any]:
    """Submit as ConnectionWorker does, and take the turn in hand along to its thread."""

    def submit(worker: ConnectionWorker, conversation_id: str, work: Any, commit: Any, handing: Any = None) -> Any:
        context, submitted = copy_context(), time.monotonic()

        def run() -> Any:
            on_wait(time.monotonic() - submitted)
            return worker._run(conversation_id, work, commit, handing)

        return worker._thread.submit(context.run, run)

    return submit


class JsonLines(PlainLines):
    """One JSON object a line: time, level, logger, message, and the turn, flow and step where there is a turn."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line. The messages are those of the plain log, which hold no text of a person."""
        said = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            said["exception"] = self.formatException(record.exc_info)
        turn = in_hand()
        if turn is not None:
            said |= {"turn": turn.turn, "flow": turn.flow, "step": turn.step}
        return json.dumps(said, ensure_ascii=False)
