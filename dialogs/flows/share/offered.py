"""When each action, text and transition of a sharing is offered, on its answers and its decision."""

from dialogs.engine.answers import Values
from dialogs.flows.share.conditions import someone_elses_words
from dialogs.flows.telling import telling, unsafe_to_tell, untold
from guidance.decision import Decision


def passes_on(decision: Decision) -> bool:
    """3.10  Whether it was decided that someone else answers, and nothing of a sharing was weighed."""
    return decision.flow == "authority" and decision.must_refer_to_allocated_worker_or_supervisor


def theirs_to_share(_: Values, decision: Decision) -> bool:
    """3.10  Whether it was decided as a sharing at all, and not passed on."""
    return not passes_on(decision)


def not_theirs(_: Values, decision: Decision) -> bool:
    """3.10  Whether it is for someone else to answer."""
    return passes_on(decision)


def something_to_say(values: Values, decision: Decision) -> bool:
    """3.7  Whether words for the recipient are of use: it is not settled that nothing goes."""
    return theirs_to_share(values, decision) and "do_not_share" not in decision.outstanding_before_go_ahead


def parents_untold(_: Values, decision: Decision) -> bool:
    """3.5  Whether the parents do not know yet, and it matters."""
    return untold(decision)


def parents_to_be_told(_: Values, decision: Decision) -> bool:
    """Whether words for the parents are of use."""
    return telling(decision)


def in_the_pack(values: Values, decision: Decision) -> bool:
    """4.1  Someone else's words are to go, and something may go at all."""
    return someone_elses_words(values) and "do_not_share" not in decision.outstanding_before_go_ahead


def shown_actions(_: Values, decision: Decision) -> tuple[str, ...]:
    """The actions that an answer shows, the likeliest first."""
    if passes_on(decision):
        return ("passed_on",)
    if decision.inform_parents == "before" and not unsafe_to_tell(decision):
        return ("they_know", "not_shared", "shared")
    if unsafe_to_tell(decision):
        return ("not_shared", "shared", "they_know")
    return ("shared", "not_shared") if decision.may_go_ahead_now else ("not_shared", "shared")
