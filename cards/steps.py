"""The headline of an answer and the steps that follow from it."""

from typing import Any

from cards import words
from cards.elements import OwnWords, Run
from cards.people import Council, names
from dialogs.matter import Matter
from dialogs.offers import unsafe_to_tell
from dialogs.pieces import Weight, with_weight
from dialogs.share_conditions import ticked
from guidance.decision import Decision, Outstanding

DOING_ORDER: tuple[Outstanding, ...] = (
    "take_to_supervisor",
    "refer",
    "do_not_share",
    "establish_need_to_know",
    "cut_down",
    "discuss_with_author",
    "author_written_consent",
    "legal_advice",
    "inform_parents_first",
)
"""The order in which a person would do them, which is not the order in which they are listed."""


def headline(matter: Matter, decision: Decision) -> OwnWords:
    """The answer in one plain sentence."""
    return words.label(f"headlines.{_headline(decision)}", **names(matter))


def _headline(decision: Decision) -> str:
    todo = decision.outstanding_before_go_ahead
    if decision.flow == "authority":
        return "not_yours"
    if not todo:
        return "yes" if decision.inform_parents == "already done" else "yes_untold"
    if "do_not_share" in todo:
        return "do_not_share"
    if "take_to_supervisor" in todo:
        return "take_to_supervisor" if unsafe_to_tell(decision) else ("outside" if len(todo) == 1 else "several")
    return todo[0] if len(todo) == 1 else "several"


def steps(matter: Matter, decision: Decision, council: Council) -> list[tuple[Run, ...]]:
    """What to do next, in order."""
    values: dict[str, Any] = {
        **names(matter),
        **_council(council),
        "lines": _lines(matter),
        "court_covers_part": _court_covers_part(matter),
    }
    if decision.flow == "authority":
        return words.say_each("steps.not_yours", **values)
    said: list[tuple[Run, ...]] = []
    for obstacle in DOING_ORDER:
        if obstacle in decision.outstanding_before_go_ahead and not _put_off(obstacle, decision):
            for key in _keys(obstacle, decision):
                said += words.say_each(f"steps.{key}", **values)
    return said or _going_ahead(matter, decision, values)


def _put_off(obstacle: Outstanding, decision: Decision) -> bool:
    """While telling is in doubt, "tell them first" is not said as a step: the supervisor is asked before."""
    return obstacle == "inform_parents_first" and unsafe_to_tell(decision)


def _keys(obstacle: Outstanding, decision: Decision) -> list[str]:
    if obstacle != "take_to_supervisor":
        return [obstacle]
    weighed = decision.weighed
    found = []
    if "risk_no_harm_known" in weighed:
        found.append("take_to_supervisor")
    elif "unsure_of_a_ground" in weighed:
        found.append("unsure_of_a_ground")
    return found + (["no_professional"] if "no_professional" in weighed else [])


def _going_ahead(matter: Matter, decision: Decision, values: dict[str, Any]) -> list[tuple[Run, ...]]:
    untold = decision.inform_parents == "exception: not before"
    said = [words.say("steps.share_kept", **values)]
    said.append(words.say("steps.keep_from" if untold else "steps.who_else", **values))
    return [*said, words.say("steps.then_untold" if untold else "steps.then_shared", **values)]


def _lines(matter: Matter) -> str:
    count = len(with_weight(matter.values, Weight.KEPT))
    return words.label("numbers.line") if count == 1 else words.label("numbers.lines", count=counted(count))


def _court_covers_part(matter: Matter) -> bool:
    """3.9(d)  There is an order, and it does not reach all that was kept: what it covers can be shared on its own."""
    return "court" in ticked(matter.values, "reasons") and matter.values.get("court_covers") == "part"


def counted(count: int) -> str:
    """A small number as a word."""
    numbers = (
        "none",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    )
    return numbers[count] if count < len(numbers) else str(count)


def _council(council: Council) -> dict[str, str]:
    return {"supervisor": council.supervisor, "legal": council.legal, "governance": council.governance}
