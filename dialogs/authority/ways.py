"""What the answer to a caller's request offers besides what a sharing does."""

from dialogs.answers import Values
from dialogs.flow import Draft, HandsOn
from dialogs.share import ways as sharing
from guidance.decision import Decision


def something_to_say(values: Values, decision: Decision) -> bool:
    """3.10  Whether words for the caller's call back are of use: no line is held by what the case summary says."""
    return sharing.something_to_say(values, decision) and "summary_says_no" not in decision.weighed


def the_child(values: Values) -> Values:
    """Whose case summary it is."""
    return {"child": values.get("child")}


DRAFTS = tuple(
    Draft(draft.name, something_to_say, draft.typed) if draft.name == "recipient" else draft for draft in sharing.DRAFTS
)
HANDS_ON = (HandsOn("case_summary", sharing.theirs_to_share, the_child),)
