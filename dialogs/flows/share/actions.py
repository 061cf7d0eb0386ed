"""The ways on from a sharing's answer, and the texts that it offers."""

from dialogs.engine.answers import Values
from dialogs.engine.flow import GeneratedText, OutcomeAction
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


SHARED = r"(?:(?:i'?ve|i have|we'?ve) (?:now |just )?)?shared(?: it| this)?(?: now| today)?|it'?s been shared"
NOT_SHARED = (
    r"(?:i )?(?:didn'?t|did not)(?: share)?(?: it)?(?: in the end)?|not sharing(?: it)?"
    r"|(?:i |i'?ve |i have )?decided not to(?: share)?(?: it)?"
)
PASSED_ON = r"(?:i'?ve |i have )?passed (?:it )?on(?: to [\w .]+)?"
THEY_KNOW = (
    r"(?:they|the parents|parents|both(?: parents)?|both of them) (?:both )?(?:know|(?:have |'ve )?been told)"
    r"(?: (?:now|everything|all of it|it all|all four))*|i'?ve told (?:the|both) parents"
)
WORDS_FOR_PARENTS = (
    r"(?:the )?words(?: for (?:the )?(?:parents|family|mum|dad))?|what do i say(?: to (?:them|mum|dad|the parents))?"
)
"""What can be typed for each."""

AS_DRAFTED = ""
"""The message that hands it over was not written again."""
TOLD_NOW = {"told_since": "yes"}
WAYS = (
    OutcomeAction("shared", "shared", {"outcome": "shared"}, theirs_to_share, typed=SHARED),
    OutcomeAction("not_shared", "not_shared", {"outcome": "not_shared"}, theirs_to_share, typed=NOT_SHARED),
    OutcomeAction(
        "passed_on", "passed_on", {"outcome": "passed_on", "hand_over": AS_DRAFTED}, not_theirs, typed=PASSED_ON
    ),
    # Once it is closed as shared, "they know" would say that they were told first.
    OutcomeAction("they_know", "told_since", TOLD_NOW, parents_untold, in_note=False, typed=THEY_KNOW),
)
DRAFTS = (
    GeneratedText("parents", parents_to_be_told, WORDS_FOR_PARENTS, looked_at=True),
    GeneratedText("recipient", something_to_say, r"(?:the )?words for (?:the )?(?!parents|family|mum|dad)[\w ]+"),
)


def shown_ways(_: Values, decision: Decision) -> tuple[str, ...]:
    """The ways on that an answer shows, the likeliest first."""
    if passes_on(decision):
        return ("passed_on",)
    if decision.inform_parents == "before" and not unsafe_to_tell(decision):
        return ("they_know", "not_shared", "shared")
    if unsafe_to_tell(decision):
        return ("not_shared", "shared", "they_know")
    return ("shared", "not_shared") if decision.may_go_ahead_now else ("not_shared", "shared")
