""" "This didn't help": what it was said of, and a reason from a list. Nothing that anyone typed is in it."""

from dataclasses import dataclass

from dialogs.engine.matter import Matter, Phase
from dialogs.understanding.gaps import gaps
from dialogs.understanding.intents.outside_topics import TOPICS_BY_NAME
from guidance.decision import Decision
from guidance.paragraphs import paragraphs

REASONS = ("not_asked", "not_clear", "not_this_case", "not_usable", "too_long")
ANSWER, TERM, NOTHING = "answer", "term", "nothing"
"""What it can be said of beside a paragraph and a topic: the answer, a term, and that nothing was found."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What an answer, an explanation or a refusal was, in words of ours. `refs`: the paragraphs or the topic."""

    flow: str
    refs: tuple[str, ...]
    outcome: str


def answered(matter: Matter, decision: Decision) -> Weighed:
    """Return the flow, the paragraphs and the outcome of an answer."""
    refs = dict.fromkeys(reason.ref for reason in decision.reasons)
    return Weighed(matter.flow.name, tuple(refs), outcome_of(decision))


def outcome_of(decision: Decision) -> str:
    if decision.may_go_ahead_now is None:
        return "not_settled"
    if decision.may_go_ahead_now:
        return "yes"
    return "no" if "do_not_share" in decision.outstanding_before_go_ahead else "not_yet"


def feedback_on(about: str, matter: Matter | None, flow: str) -> tuple[str, Weighed] | None:
    """Return the reason and what it was said of; None for what no card of ours holds.

    `about` is "reason:what". `matter`: whose answer it was; `flow`: the one that is open.
    """
    reason, _, what = about.partition(":")
    if reason not in REASONS:
        return None
    if what == ANSWER:
        decided = matter is not None and matter.phase not in (Phase.ASKING, Phase.COPIED)
        return (reason, answered(matter, matter.decision())) if matter and decided else None
    if what == TERM or what in paragraphs():
        return reason, Weighed(flow, (what,), "explained")
    if what == NOTHING or what in TOPICS_BY_NAME or what in gaps():
        return reason, Weighed(flow, (what,), "refused")
    return None
