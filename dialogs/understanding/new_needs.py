"""A need that opens as a wish, the flow that it means, and a call that is there now."""

from dialogs.flows.registry import FLOWS
from dialogs.text import clauses
from dialogs.text.entities import AGENCY
from dialogs.text.spelling import as_meant
from dialogs.understanding.asked import Asked
from dialogs.understanding.intents.matching import flow_named, match_flows
from dialogs.understanding.question_form import TO_ACT, asks_to_act
from dialogs.understanding.recipient_said import recipient_said

NEED = (
    "(?:(?:i|we)(?:'?ve)?|just)? ?(?:also |now )?"
    "(?:(?:need|want|have|got|going|would like|'?d like) to|must|need)(?: also| now)?"
)


def wants_done(text: str) -> bool:
    """Whether it opens as a wish to do something: "I also need to ...", "want to ..."."""
    return clauses.after_opening(text, NEED) is not None


OF_ONE_KIND = {"authority": "case_summary"}
"""A flow that another stands in for where paragraphs lead to it."""


def flows_meant(text: str, asked: Asked) -> tuple[str, ...]:
    """Return the flows that a first message fits best; where what answers it clearly leads to another, that or none.

    What asks, wishes or orders that somebody is told is what it says.
    """
    flows = match_flows(text)
    known = {asked.flow, OF_ONE_KIND.get(asked.flow or "")}
    if not flows or not asked.is_flow_clear or not known.isdisjoint(flows) or flow_named(text):
        return flows
    acts = asks_to_act(text) or wants_done(text) or clauses.after_opening(text, TO_ACT) is not None
    if acts and recipient_said(text):
        return flows
    if asked.flow is None:
        return ()
    return (asked.flow,) if asked.flow in FLOWS else flows


GREETING = (
    r"(?:(?:hi|hello|hey|hiya|(?:good )?(?:morning|afternoon|evening)|sorry|ok|help|new here|quick q(?:uestion)?"
    r"|got a q(?:uestion)?|(?:is this|am i in) the right (?:place|chat|bot)"
    r"|(?:can|could) (?:you|u|someone) help(?: me)?"
    r"|(?:i'?m )?not sure if (?:this is the right place|you can help)(?: with this)?)"
    r"(?: (?:there|all|everyone|please))?(?:[\s,.;:!?-]+(?:but|so|and) |[\s,.;:!?-]+))+"
)
SHORTEST_NEED = 3


def as_begun(text: str) -> str:
    """Return a first message without its greeting; put right as it sounds, where it asks for nothing as it stands."""
    rest = clauses.after_opening(text, GREETING) or ""
    need = rest if len(rest.split()) >= SHORTEST_NEED else text
    meant = as_meant(need)
    return meant if meant != need and not match_flows(need) and match_flows(meant) else need


ON_THE_PHONE = (
    f"(?:(?:someone|somebody|a caller)(?:'s| is)?|(?:{AGENCY}|they)(?:'s| is| are"
    "|'re)) (?:now )?on the (?:phone|line)"
    rf"|(?:{AGENCY}|they) (?:are|is) ringing|(?:{AGENCY})"
    r" on (?:the (?:phone|line)|line \d)(?! (?:yesterday|earlier|last|this))"
    r"|(?:got|have|there'?s) (?!(?:been|info\w*|you|me|his|her|their|my|a lot|\w+thing)\b)(?:[\w']+ ){1,5}"
    r"(?:on (?:the (?:phone|line)|line \d)|holding)"
    r"(?! (?:yesterday|earlier|last|this|order))"
)


def is_on_the_phone(text: str) -> bool:
    """Whether it says that someone is on the phone now."""
    return clauses.says(text, ON_THE_PHONE) or clauses.is_whole(text.strip(" .!"), "on the (?:phone|line)(?: now)?")
