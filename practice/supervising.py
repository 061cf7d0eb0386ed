"""The flow in which supervisors practise deciding on a prompt: is it enough, does its ground hold, may it be there?

Whether the ground holds is decided by the rules of sharing (3.9).
"""

from collections.abc import Callable
from typing import Any

from dialogs.engine.answers import Values
from dialogs.engine.flow import Ask, Flow, Step
from dialogs.engine.questions import Choice, Ticks
from dialogs.flows.share import questions as of_share
from dialogs.flows.share.conditions import ticked
from dialogs.flows.share.facts import telling_facts
from dialogs.text.option_matching import Option
from guidance.decision import Decision

YES_NO = (Option("yes"), Option("no"))
PROMPT_ENOUGH = Choice("prompt_enough", "3.9", YES_NO)
PROMPT_DETAIL = Choice("prompt_detail", "3.1", YES_NO)
REASON = Ticks("reasons", "3.9", of_share.REASONS.options, alone=of_share.REASONS.alone)
"""Somebody else's reason for not telling first: it is read, and not asked for with a yes or a no."""


def _rests_on(*reasons: str) -> Callable[[Values], bool]:
    return lambda values: bool(set(reasons) & set(ticked(values, "reasons")))


def supervising_facts(values: Values) -> tuple[str, dict[str, Any]]:
    """Return the facts of the sharing asked about: all of it needed, the parents untold, the ground as it is read."""
    return "share", {**the_sharing(), **telling_facts({**values, "told_items": ["none"]})}


def the_sharing() -> dict[str, Any]:
    """Return the facts of a sharing where only the telling is in question."""
    tests = ("recipient_needs_to_know", "information_relevant", "information_necessary", "information_proportionate")
    return dict.fromkeys(tests, "yes")


def supervising_conclusion(values: Values, decision: Decision) -> str:
    """Return "agree", "ask" or "do_not_agree".

    Nothing is agreed on too little, or while details are where a team reads them. Where a limb of 3.9(a) is missing or
    unsure, the supervisor takes advice before answering the worker.
    """
    if values.get("prompt_enough") != "yes" or values.get("prompt_detail") != "no":
        return "ask"
    if decision.may_go_ahead_now:
        return "agree"
    return "ask" if set(FIRST_ADVICE) & set(decision.outstanding_before_go_ahead) else "do_not_agree"


FIRST_ADVICE = ("take_to_supervisor", "legal_advice")
"""Steps that a supervisor takes up with someone who can advise them."""


def holds_but_for_detail(values: Values, decision: Decision) -> bool:
    """Whether only a detail in the channel speaks against agreeing: to agree and have it taken out is careful."""
    return values.get("prompt_enough") == "yes" and decision.may_go_ahead_now is True


SUPERVISING = Flow(
    name="supervising",
    steps=(
        Step("prompt", (Ask("3.9", PROMPT_ENOUGH), Ask("3.1", PROMPT_DETAIL))),
        Step("prompt_ground", (Ask("3.9", REASON),)),
        Step(
            "prompt_limbs",
            (
                Ask("3.9(a)", of_share.HARM_SUFFERED, _rests_on("risk", "unsure")),
                Ask("3.9(a)", of_share.REAL_CONCERN, _rests_on("risk", "unsure")),
                Ask("3.9(d)", of_share.COURT_COVERS, _rests_on("court")),
            ),
        ),
    ),
    closing=(),
    facts=supervising_facts,
)
