"""What is counted of the use of the guide, and who may see the figures."""

import re
from datetime import timedelta

from bot.storage.unit_of_work import UnitOfWork
from bot.turns.context import TurnContext
from dialogs.feedback import Weighed, answered
from dialogs.screens import TheAnswer, UsageFigures

TYPED = re.compile(r"(?i)\s*usage(?: figures)?\W*")
_MOST_COUNTED = 20
"""How many matters of a chat are remembered with the answer that was counted last."""


def count_answer(turn: TurnContext, screen: TheAnswer) -> None:
    """Count an answer where it is shown for the first time."""
    if screen.matter.practice:
        return
    given = answered(screen.matter, screen.decision)
    counted, code = turn.state.setdefault("counted", {}), f"{given.outcome}:{','.join(given.refs)}"
    if counted.get(screen.matter.id) != code:
        counted[screen.matter.id] = code
        for earlier in list(counted)[:-_MOST_COUNTED]:
            del counted[earlier]
        _count(turn, given, "")


def count_feedback(turn: TurnContext, reason: str, given: Weighed) -> None:
    """Count that something did not help."""
    _count(turn, given, reason)


def figures_for(turn: TurnContext, text: str) -> UsageFigures | None:
    """Return the figures of the person's tenant if this text asks for them and the person may see them."""
    is_administrator = turn.address.user_object_id.lower() in turn.council.administrators
    if not is_administrator or not TYPED.fullmatch(text):
        return None
    rows = [one for one in turn.unit.usage_figures() if one.tenant == turn.address.tenant_id]
    return UsageFigures(tuple((r.week, r.flow, r.ref, r.outcome, r.feedback, r.times, r.people) for r in rows))


def _count(turn: TurnContext, given: Weighed, feedback: str) -> None:
    monday = turn.now.date() - timedelta(days=turn.now.weekday())
    turn.unit.count_usage(
        turn.address.tenant_id,
        turn.address.user_id,
        monday,
        given.flow,
        given.refs,
        outcome=given.outcome,
        feedback=feedback,
    )


def report(unit: UnitOfWork) -> list[dict[str, object]]:
    """Return the figures of every tenant, ready for JSON."""
    return [
        {
            "tenant": one.tenant,
            "week": one.week,
            "flow": one.flow,
            "paragraph": one.ref,
            "outcome": one.outcome,
            "feedback": one.feedback,
            "times": one.times,
            "people": one.people,
        }
        for one in unit.usage_figures()
    ]
