"""What a matter offers at the point that it has come to: the same for a button, a typed command and a forged click."""

from collections.abc import Callable, Mapping

from dialogs.matter import Matter, Phase
from guidance.decision import Decision

ASKED = frozenset({Phase.ASKING, Phase.CLOSING})
OPEN = frozenset(Phase) - {Phase.COPIED}
DECIDED = frozenset({Phase.ANSWER, Phase.NOTE})
PHASES: Mapping[str, frozenset[Phase]] = {
    "next": ASKED,
    "carry_on": frozenset(Phase),
    "shared": DECIDED,
    "not_shared": DECIDED,
    "passed_on": DECIDED,
    "they_know": frozenset({Phase.ANSWER}),
    "words_parents": DECIDED,
    "words_recipient": DECIDED,
    "show_answer": DECIDED,
    "copied": frozenset({Phase.NOTE}),
    "addition": frozenset({Phase.COPIED}),
}
"""How far a matter must have come for a press to mean anything; those not named here fit until it is copied.

"They know" once it is closed as shared would say that they were told first.
"""


def offers(matter: Matter, verb: str) -> bool:
    """Whether this press means anything where the matter stands."""
    if matter.phase not in PHASES.get(verb, OPEN):
        return False
    return verb not in BY_DECISION or BY_DECISION[verb](matter.decision())


def unsafe_to_tell(decision: Decision) -> bool:
    """3.9  Whether telling the parents is itself in doubt: no one is told until the supervisor has been asked."""
    return bool({"risk_no_harm_known", "unsure_of_a_ground"} & set(decision.weighed))


def telling(decision: Decision) -> bool:
    """Whether words for the parents are of use: they are to be told first, or afterwards."""
    return decision.inform_parents in ("before", "exception: not before") and not unsafe_to_tell(decision)


def theirs_to_share(decision: Decision) -> bool:
    """3.10  Whether it was decided as a sharing at all, and not passed on."""
    return decision.flow == "share"


def something_to_say(decision: Decision) -> bool:
    """3.7  Whether words for the recipient are of use: it is not settled that nothing goes."""
    return theirs_to_share(decision) and "do_not_share" not in decision.outstanding_before_go_ahead


def untold(decision: Decision) -> bool:
    """3.5  Whether the parents do not know yet, and it matters."""
    return decision.inform_parents not in (None, "already done")


BY_DECISION: Mapping[str, Callable[[Decision], bool]] = {
    "shared": theirs_to_share,
    "not_shared": theirs_to_share,
    "passed_on": lambda decision: not theirs_to_share(decision),
    "they_know": untold,
    "words_parents": telling,
    "words_recipient": something_to_say,
}
"""What only some answers offer."""
