"""What the answer to a caller's request offers besides what a sharing does."""

from dialogs.engine.answers import Values
from dialogs.engine.flow import GeneratedText, Transition
from dialogs.flows.share import actions as sharing
from guidance.decision import Decision


def may_be_answered(_: Values, decision: Decision) -> bool:
    """Whether words that give it out are of use: with a caller waiting, only once nothing stands in the way."""
    return decision.may_go_ahead_now is True


def the_child(values: Values) -> Values:
    """Whose case summary it is."""
    return {"child": values.get("child")}


DRAFTS = tuple(
    GeneratedText(draft.name, may_be_answered, draft.typed) if draft.name == "recipient" else draft
    for draft in sharing.DRAFTS
)
HANDS_ON = (Transition("case_summary", sharing.theirs_to_share, the_child),)
