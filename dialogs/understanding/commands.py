"""What can be typed at any moment, whatever is being asked."""

import re
from collections.abc import Mapping

from dialogs.engine.flow import Flow
from dialogs.text import clauses
from guidance.paragraphs import paragraphs

GO = "(?:go |take me |can (?:i|we|you) go |i want to go |let'?s go |let me go |move )?"
A_STEP = "(?:(?:a|one|1) )?(?:step|question|card|page|one|to the (?:last|previous) (?:question|card|step|one))"
POLITE = r"(?:please|pls|plz|can you|could you)"

ILL = r"(?:(?:i'?ll|i will|let me|let'?s|can (?:i|we)|i want to|i need to|i'?d like to|we'?ll) )?"
LATER_VERB = (
    "(?:keep|leave|save|finish|do|park|come back|come back to|be back|carry on|carry on with|continue"
    "|continue with|pick up"
    r"|resume|hold|return to|get back to|pick)"
)
IT_ALL = r"(?:it|this|that|them|all|the rest|everything|here|up|this one|the (?:form|card|thing|case))"
LATER = (
    "(?:later(?: on| today)?|tomorrow(?: morning)?|after (?:lunch|the meeting|this)|another (?:day|time)"
    "|monday|next week|in a bit|soon|now|today)"
)

COMMANDS: Mapping[str, str] = {
    "danger": r"(?:(?:a |the )?child (?:is )?in danger(?: now)?(?:[:,]? act first)?|danger|in danger now"
    r"|act now|act first|emergency|999)",
    "help": "(?:h[ae]lp|hlep|hepl|(?:can you |please )?help (?:me|us)(?: o[ou]t)?(?: here)?(?: (?:pal|mate|please"
    "|pls))?|(?:i )?(?:need|could do with|g(?:ie|ive) (?:us|me)|giz) (?:a hand|help|some help)"
    "(?: here| (?:with|wi'?) this)?|what can (?:you|i) (?:do|type|say|ask)(?: here)?|commands?|menu)",
    "back": rf"(?:back|{GO}back(?: {A_STEP})?|(?:the )?previous(?: (?:question|card|step|one))?|undo|back {A_STEP}"
    f"|{GO}back(?:wards)?(?: (?:up|to|a bit|up a bit))?(?: {A_STEP})?(?: please)?|(?:go |take me "
    "|return )?to the (?:one|question|card|page) before"
    "|return|the one before|(?:the )?last (?:question|card|page|screen)|(?:one|a) (?:step|page|card) back"
    "|up one|reverse)",
    "stop": r"(?:stop|stop (?:for now|here|now)|cancel|quit|exit|pause|leave it(?: for now)?|later|carry on later"
    rf"|{ILL}{LATER_VERB}(?: {IT_ALL})?(?: (?:for|until|till|to))? {LATER}"
    "|(?:that'?s|that is|i'?m|im|we'?re|all|i am)? ?(?:done|finished|it|all|enough"
    "|through)(?: here)? for (?:today|now|the day|tonight|this (?:morning|afternoon|evening))"
    "|(?:enough|no more)(?: for)? (?:today|now)|call it a day|(?:i )?(?:have to|need to|must|got to|gotta"
    "|should) (?:go|run|dash|leave|stop)(?: now)?"
    "|(?:cancel|abandon|park|close|quit|exit|stop|drop|shut|end|pause|leave|abort"
    f"|save)(?: {IT_ALL})+(?: (?:for (?:now|today|later)|there|please|down))*"
    "|not now|save and (?:exit|close|quit|leave)|i'?m off(?:,? later)?|never ?mind(?: (?:that|it"
    "|this))?|put (?:it|this) on hold|get me out(?: of (?:here|this))?|bye"
    "|goodbye|good ?night)",
    "start_again": r"(?:start again|start over|restart|reset|new|new question"
    "|(?:begin|go|do it|do this|start)(?: it)? (?:again|over|afresh)?(?: ?from (?:the )?(?:top|beginning"
    "|start|scratch))|begin again|start afresh"
    "|(?:scrap|bin|delete|forget|wipe|clear) (?:it|this|that|everything|it all|the lot|all of it)"
    " and (?:start|begin) (?:over|again|afresh)"
    r"|from (?:the )?(?:top|beginning|scratch)|wipe (?:it|this|everything)|clear (?:it|this|everything|all))",
    "matters": "(?:(?:(?:go|back|take me) to (?=my))?(?:(?:can i |let me )?(?:show|see|open"
    "|list)(?: me)? )?(?:all )?(?:my|the) (?:matters|cases"
    "|list|open (?:cases|matters|ones))"
    r"|matters|list|(?:show|list)(?: me)? what (?:i'?ve|i have) (?:got )?open|what (?:have i|i'?ve) (?:got )?open)",
    "about_me": r"(?:what do you (?:keep|know|store|hold) (?:about|on) me|my data|privacy)",
    "phone": r"(?:someone|somebody)(?:'s| is) on the (?:phone|line)(?: now)?|(?:the )?phone(?:'s| is) ringing",
    "hello": r"(?:hi|hello|hey|hiya|good (?:morning|afternoon|evening)|morning|hullo)(?: there| sharing guide)?",
    "thanks": r"(?:thanks|thank you|ta|cheers|great|brilliant)(?: very much| so much| a lot)?",
}
ANSWER_COMMANDS: Mapping[str, str] = {
    "show_answer": r"(?:show |the |back to the )*answer",
    "another": r"tell (?:someone|somebody|anyone) else(?: as well| too)?",
    "again": r"(?:the )?same again",
    "hand_over": r"hand (?:it |this )?over(?: to (?:a|my) colleague)?",
    "copied": r"(?:i'?ve |i have )?copied(?: it)?(?: to mosaic)?(?:[:,]? (?:and )?delete it(?: here)?)?",
}
LOOK = r"(?: (?:to (?:have a )?look(?: at (?:it|this))?|about (?:it|this)|first|now|please))*"
BOSS = r"(?:my |a |the |our )?(?:supervisor|manager|team manager|boss)"
WAIT = r"wait(?: (?:any )?longer| until then| for (?:that|this|it|them|her|him|an answer|" + BOSS + r"))?"
REQUEST_COMMANDS: Mapping[str, str] = {
    "ask_supervisor": rf"(?:(?:please |can i |i(?:'d like| want| need|'ll| will) (?:to )?)?ask {BOSS}{LOOK}"
    rf"|send (?:the |my |a |this |that |it as a )?request(?: (?:now|off|in|to {BOSS}))*(?: please)?)",
    "cant_wait": rf"(?:but )?(?:it|this|that|p|the child|i|we) (?:just |really )?(?:can'?t|cannot|can not) {WAIT}"
    rf"|(?:can'?t|cannot) {WAIT}|(?:it'?s |it is |this is )?too urgent to wait",
    "withdraw": r"(?:withdraw|take back|cancel) (?:my |the |this |that )?request",
    "nudge": r"remind (?:them|her|him|" + BOSS + r")(?: again)?",
}
"""What can be typed of a second pair of eyes once there is an answer."""

ASK_SUPERVISOR: Mapping[str, str] = {
    "ask_supervisor": REQUEST_COMMANDS["ask_supervisor"]
    + "|(?:can i |i(?:'ll| will| need to|'d like to) )?"
    + rf"(?:check (?:it |this )?with|run (?:it |this )?(?:past|by)|speak to|talk to) {BOSS}{LOOK}"
}
"""The same while a question is open, in odd words too."""


def commands_after_answer(flow: Flow) -> Mapping[str, str]:
    """Return what can be typed once there is an answer: common commands, and the flow's own actions and texts."""
    own = {way.name: way.typed for way in flow.actions} | {draft.verb: draft.typed for draft in flow.texts}
    return {**ANSWER_COMMANDS, **own}


def asserts_completion(verb: str) -> bool:
    """Whether this says that something was done, and is not a question ("shared?") or anything more."""
    return verb not in COMMANDS and verb != "show_answer" and not verb.startswith("words_")


_QUESTION = re.compile(
    r"(?i)^\W*(?:what(?:'s| is| are| does| do)|whats|explain|define|(?:the )?meaning of)\s+(.+?)\s*(?:mean|say)?\W*$"
)
_PARAGRAPH = r"(?:(?:paragraph|para|par|section|sect?|point|rule|number|no(?=\.)|part)\b\.?|\u00a7|#)"
_ASKS_FOR_ONE = (
    r"(?:(?:hi|hello|ok|okay|so|right|and|how about|but|now|sorry|actually|remind|tell|give|show|read|see|open|find|get"
    r"|explain|bring up|pull up|look at|have a look at|go to|go on|then|can|could|would|will|may|i|you|we|let|me|us|to"
    r"|please|pls|plz|what(?:'?s| is| does| do| did| was)?|wots?|wht|where(?:'?s| is| does it say that)|again|the"
    r"|out|in|at|of|for|about|under|words|wording|text|guidance(?:'s)?)\W+)*"
)
_AFTER_IT = (
    r"(?:\W+(?:says?|saying|mean(?:s|ing)?|about|all|what(?:'?s)?|is|does|it|that|this|one|again|for|to|me|us"
    r"|please|pls|plz|then|now|in|on|full|plain|english|words|look|like|tell|thanks|ta|cheers|of|the|guidance))*"
)
_REF = re.compile(
    rf"(?i)^\W*(?!(?:at|in|of|for|about|to|but|now|actually)\W){_ASKS_FOR_ONE}(?P<named>{_PARAGRAPH}\s*)?"
    rf"(?P<number>\d\.\d{{1,2}})(?:\s?\(?(?P<letter>[a-z])\)?(?![a-z]))?{_AFTER_IT}\W*$"
)


_ASKED_KINDLY = re.compile(rf"^{POLITE} |[ ,]+{POLITE}$", re.IGNORECASE)


def match_command(text: str, table: Mapping[str, str] = COMMANDS) -> str | None:
    """Return the name of the command that this text is and nothing else, or None."""
    said = clauses.normalise(clauses.without_emoji(text)).strip(" .!?")
    found = clauses.which_whole(_ASKED_KINDLY.sub("", said), table)
    return None if found and asserts_completion(found) and clauses.is_question(text) else found


def asked_term(text: str) -> str | None:
    """Return the term of "what is need to know?"; None if it is no such question."""
    found = _QUESTION.match(clauses.normalise(text))
    return re.sub(r"^(?:an?|the)\s+", "", found.group(1).strip(" '\"").lower()) if found else None


def asked_ref(text: str) -> str | None:
    """Return the paragraph that "3.9(a)", "whats 3.7 say" or "remind me of para 4.1" asks for, or None.

    A letter that the guidance does not have falls to its number; a number that it does not have is returned only where
    it is called a paragraph.
    """
    found = _REF.match(clauses.normalise(text))
    if not found:
        return None
    number, letter = found["number"], found["letter"]
    lettered = f"{number}({letter.lower()})" if letter else number
    if lettered in paragraphs():
        return lettered
    return number if number in paragraphs() or found["named"] else None
