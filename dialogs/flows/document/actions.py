"""The ways on from a document's answer, the texts that it offers, and where else it can go on."""

from dialogs.engine.answers import Values
from dialogs.engine.flow import GeneratedText, OutcomeAction, Transition
from dialogs.flows.document import conditions as when
from dialogs.flows.document import typed
from dialogs.flows.document.to_do import to_do
from dialogs.flows.share.actions import THEY_KNOW, TOLD_NOW, WORDS_FOR_PARENTS, parents_to_be_told, parents_untold
from dialogs.flows.telling import unsafe_to_tell, untold
from guidance.decision import Decision


def may_go(_: Values, decision: Decision) -> bool:
    """4.1 to 4.5  Nothing is missing any more: until then "I've given it" stays shut."""
    return decision.may_go_ahead_now is True


def waits(_: Values, decision: Decision) -> bool:
    """Something is still missing, or it may not go at all."""
    return decision.may_go_ahead_now is not True


def may_never(decision: Decision) -> bool:
    """3.7, 4.1  It is not only early: the author has refused, or it is not needed."""
    return "do_not_share" in decision.outstanding_before_go_ahead


FOR_THE_AUTHOR = {"discuss_with_author", "author_written_consent", "quoted_agreement"}
FOR_LEGAL_SERVICES = {"legal_advice", "redaction_legal_services", "ask_legal_services", "court_case"}


def author_to_be_asked(values: Values, decision: Decision) -> bool:
    """4.1, 4.2  The talk, or an agreement in writing, is still to come."""
    return bool(FOR_THE_AUTHOR & set(to_do(values, decision)))


def for_legal_services(values: Values, decision: Decision) -> bool:
    """4.3, 4.5  A Care Order, an interim one, a court case, or a doubt that no advice has settled."""
    return bool(FOR_LEGAL_SERVICES & set(to_do(values, decision)))


def someone_waits(values: Values, decision: Decision) -> bool:
    """Someone asked for it and has to wait: it is not settled that it never goes."""
    open_still = not may_never(decision) or "ordered_without_need" in decision.weighed
    return when.sent_out(values) and waits(values, decision) and open_still


WAYS = (
    OutcomeAction("given", "given", {"outcome": "given"}, may_go, typed=typed.GIVEN),
    OutcomeAction("not_given", "not_given", {"outcome": "not_given"}, lambda _, __: True, typed=typed.NOT_GIVEN),
    # Once it is closed as given, "they know" would say that they were told first.
    OutcomeAction("they_know", "told_since", TOLD_NOW, parents_untold, in_note=False, typed=THEY_KNOW),
)
DRAFTS = (
    GeneratedText("author", author_to_be_asked, typed.WORDS_FOR_AUTHOR),
    GeneratedText("legal", for_legal_services, typed.NOTE_TO_LEGAL),
    GeneratedText("holding", someone_waits, typed.WORDS_WHILE_WAITING),
    GeneratedText("parents", parents_to_be_told, WORDS_FOR_PARENTS, looked_at=True),
    GeneratedText("so_far", waits, typed.NOTE_SO_FAR),
)


def shown_ways(_: Values, decision: Decision) -> tuple[str, ...]:
    """The ways on that an answer shows, the likeliest first."""
    if may_go(_, decision):
        return ("given", "not_given")
    if not untold(decision):
        return ("not_given",)
    return ("not_given", "they_know") if unsafe_to_tell(decision) else ("they_know", "not_given")


def known_ourselves(values: Values) -> Values:
    """What a sharing of what we know ourselves starts with: the document and its author stay behind."""
    same = {name: values.get(name) for name in ("child", "part_in_case", "staff", "parents", "contact")}
    return {**same, "recipient": values.get("recipient")} if when.for_professionals(values) else same


HANDS_ON = (Transition("share", offered=waits, carries=known_ourselves),)
"""Section 4 has no quick way: the document waits, and our own knowledge may go under section 3."""
