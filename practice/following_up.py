"""The flow in which a follow-up of a case is looked at: does the reason still hold, and who knows by now?"""

from collections.abc import Callable, Mapping
from typing import Any

from dialogs.engine.answers import Json, Values
from dialogs.engine.flow import Ask, Flow, Step
from dialogs.engine.questions import Choice
from dialogs.flows.share.facts import telling_facts
from dialogs.follow_ups import form
from dialogs.text.option_matching import Option
from guidance.decision import Decision
from practice.supervising import REASON, the_sharing

REASON_NOW = Choice("reason_now", "3.12", (Option("holds"), Option("gone"), Option("unsure")))
TOLD_SINCE = Choice("told_since", "3.12", (Option("all"), Option("some"), Option("none")))


def _is(name: str, *values: str) -> Callable[[Values], bool]:
    return lambda said: said.get(name) in values


def follow_up_facts(values: Values) -> tuple[str, dict[str, Any]]:
    """Return the facts of the sharing as they are today: without reasons that have gone."""
    said = str(values.get("reason_now"))
    instead: Mapping[str, Json] = {"gone": ["tell_first"], "unsure": ["unsure"]}
    reasons = instead.get(said, values.get("reasons"))
    limb = "unsure" if said == "unsure" else "yes"
    today: Values = {"told_items": ["none"], "reasons": reasons, "harm_suffered": "yes", "real_concern": limb}
    return "share", {**the_sharing(), **telling_facts(today)}


def follow_up_conclusion(values: Values, decision: Decision) -> str:
    """Return "all_told", "look_again", "ask" or "tell_now"."""
    if values.get("told_since") == "all":
        return "all_told"
    if decision.may_go_ahead_now:
        return "look_again"
    return "ask" if "take_to_supervisor" in decision.outstanding_before_go_ahead else "tell_now"


FOLLOWING_UP = Flow(
    name="following_up",
    steps=(
        Step("went_untold", (Ask("3.9", REASON),)),
        Step("by_now", (Ask("3.12", REASON_NOW), Ask("3.12", TOLD_SINCE))),
        Step(
            "since_then",
            (
                Ask("", form.DONE_WHOM, _is("told_since", "all", "some")),
                Ask("", form.DONE_HOW, _is("told_since", "all", "some")),
                Ask("", form.DONE_BY, _is("told_since", "all", "some")),
                Ask("", form.MOVE_BECAUSE, _is("reason_now", "holds")),
            ),
        ),
    ),
    closing=(),
    facts=follow_up_facts,
)
