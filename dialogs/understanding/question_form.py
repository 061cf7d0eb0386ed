"""Whether a text asks or wishes something by its form: whatever it is about, and however badly it is spelt."""

from dialogs.text import clauses
from dialogs.text.patterns import either

WORKER = "(?:i|we|you|u|ya)"
NAMED = either(
    WORKER,
    "they|he|she|it|this|that|there|these|those|anyone|anybody|someone|somebody|everyone|people",
    "mum|mam|dad|parents?|family|school|police|gp|camhs|legal|consent|mosaic",
    r"\w'?s \w+|(?-i:[A-Z])",
)
SOMEBODY = either(NAMED, r"(?:the|a|an|my|our|his|her|their|your|its|both|either|each|any) (?!own\b)\w+")
AUXILIARY = either(
    "do|does|did|du|can|could|cud|may|might|should|shud|shld|shall|must|will|would|wud|is|are|am|was|were"
)
HAD = "have|has|had|need"
ASKED_OF = rf"(?:(?:{AUXILIARY})(?:n'?t)? (?:{SOMEBODY})|(?:{HAD})(?:n'?t)? (?:{NAMED}))(?!\w)"
""" "do I need", "is that allowed": an auxiliary before whom it is about. "Had a fall" tells of something."""
WH = either(
    rf"(?:what|wat|wot|which|whose|who|whom|when|where|why|how|y)(?:'?s)? (?:\w+ ){{0,3}}?{ASKED_OF}",
    r"(?:what|who|where|when|why|how)(?:'s| is|'re| are| was) (?:the|a|this|that|it|they|my|meant|covered|allowed)",
    r"what(?: happens)? if|what about|how about|how come|what (?:now|next|then)|whats? (?:the|a|it|that|this)",
    "how (?:long|much|many|often|soon|far|come) (?:do|does|can|should|is|are|have|will|before|until)",
    r"(?:would|could|should|does|is) \w+ing (?:\w+ ){1,8}(?:be|count|help|matter|make|put|mean|ok|enough|allowed)\b",
    "who (?:decides?|can|should|must|needs?|do|is|has) (?:i|to|the|it|this|be|we)",
    r"(?:what|who|where|when|how|which \w+) to \w+(?: (?:here|now|next|this|it|first))*\W*$",
    "what (?:counts?|does|do|happens|qualifies|should)|who (?:sees|decides|reads|signs|checks|gets|authorises|owns)",
    r"how (?:is|are|was|were) \w+ \w+ed",
    r"what'?s (?:an? )?[\w-]+(?: [\w-]+){0,2}\W*$",
    r"do(?:es)? (?!not\b)\w+(?:'?s)? (?:\w+ )?(?:count|matter|need|have|apply|go|work|cover|mean|include)",
    r"(?:is|are) (?:\w+ ){1,3}(?:ok|okay|enough|allowed|fine|needed|legal|lawful|necessary|required|covered)",
)
ANY_AUXILIARY = f"(?:{AUXILIARY}|{HAD})(?:n'?t)?"
IN_A_TAIL = either(
    ASKED_OF,
    rf"(?:what|which|whose|who|whom|when|where|why|how)(?:'s)? (?:[\w']+ ){{0,3}}?{ANY_AUXILIARY}(?!\w)",
    r"(?:what|how|who|where|when|which|why)(?:'s| is| if| about| then| now| next| next\W*| one| of| to| else"
    r"| long| much| many| far)\b",
    rf"(?:{ANY_AUXILIARY}) (?:that|this|it|s?he|they|i|we|one|both|there|mum|dad|either)\b",
    r"(?:do|does|did|can|could|may|should|shall|must|will|would)(?:n'?t)? (?:a|an|the)\b",  # not "has an inhaler"
    r"(?:or )?(?:not|is (?:that|it) (?:ok|enough|fine|allowed)|right|yes|no|ok|okay|allowed|enough|legal|possible)\?",
    r"(?:what|who|how|why|which|where|when)\W*$",
)
"""How the last part of a sentence asks, though what comes before it tells: "two surgeries, which do I name"."""
TO_KNOW = (
    "see|read|get|know|have|look|open|find|sign|decide|authori[sz]e|tell|ask|check|approve|agree|write"
    "|do|give|send|pass"
)
ALONE = either(
    r"(?:and|but|so|what) if (?:mum|dad|they|s?he|i|we|the \w+|nobody|someone|it'?s?) (?:\w+ ){0,4}\w+",
    r"who'?(?:d|ll|s) .+|how (?:many|long|much|often|soon) \w+ .{0,20}(?:max|min|maximum|most|minimum|allowed|tops)",
    r"(?:cld|shld|wld|cd|can|could|should|do|must|may) (?:i|we|u) .+|.+,? who instead|.+ so who \w+",
    r"i (?:do not|don'?t|dont) (?:really )?(?:get|see|understand|follow) (?:why|what|how|which|the point|it)\b.*",
    r"(?:a bit |bit |i'?m |really )*stuck(?: here| on this| with this)?|\w+ \w+ or (?:several|more"
    r"|many|two|both|all|none)",
    r"(?:so |and |but |wait |hang on |hold on |sorry |ok )*(?:who|what|which \w+|whose \w+|where|how|when"
    rf"|why) {ANY_AUXILIARY} (?:\w+ )?(?:{TO_KNOW})\b[^:]*",
    "(?:if|when|suppose|supposing|say|assuming|unless) .+ (?:what|who|how|which|then|can i|do i|should i"
    "|must i|may i)(?: then| next| now| so| do i do)?",
    "(?:i'?m |i am )?(?:unsure|not sure|not clear|unclear|no idea|wonder(?:ing)?|puzzled|stuck on"
    "|clueless) (?:how|what|who|if|whether|which|when|where|why|about)\\b.+",
    "(?:then )?what then|then what|how so|why not|since when|who says|says who|which one|any (?:limit"
    "|exceptions?|rules?|guidance|catch|difference|limits|examples?)(?: (?:on|to|about|for|with|in) .+)?",
    "(?:is|are|was|were|do|does|did|can|could|should|must|may|will|would|has|have) (?:that|this|it|they|i|we"
    r"|one|there|both|either|anything|anyone|someone)\b.+",
)
"""Whole messages that ask, with no mark at the end."""
TOLD = r"said|says|asked|asks|asking|wants? to know|wondered|told \w+|wrote|texted|\""
"""What tells of somebody else's question."""
WORKERS_OWN = (
    f"(?:do|can|could|should|shud|shld|shall|must|may|am|will|would|have|need|where do|how do|what do|who do) {WORKER}"
)
AT_THE_END = either(
    "what (?:do|should|can|shall) (?:i|we) do(?: now| next)?",
    "(?:does|do|would|will) (?:that|this|it|they) (?:count|matter|apply)",
    "(?:is|would|will) (?:that|this|it) (?:be )?(?:ok|okay|allowed|right|alright|all right|fine|legal|enough|needed"
    "|any (?:good|use|help))",
    "or not(?! sure)|am i right|yes or no|isn'?t it|is it|thoughts|any ideas?|please advise|advise pls|advice",
)
I_AM = "(?:i'?m |i am |im )?(?:really |just )?"
WISH = either(
    "(?:can|could|would|will) (?:you|u|someone|somebody|anyone)(?: please)? ",
    "(?:please |pls )?(?:explain|remind me|show me|tell me|help me|advise|clarify|give me|talk me through)",
    "i(?:'?d| would)? (?:want|like|need|wish|prefer) to (?:speak|talk|ask|know|see|check|understand|read|be sure)",
    rf"{I_AM}(?:confused|lost|stuck)(?! (?:it|them|that|his|her|the)\b)"
    f"|{I_AM}(?:not sure|unsure) (?:what|how|who|where|which|whether)"
    "(?: to| i| we| this| it means| you mean)",
    "i (?:really )?(?:do not|don'?t) (?:really )?(?:understand|get (?:it|this|that|what)|follow"
    "|know (?:what|how|who|where|which|if i|whether i)(?: to| i| we| this| you mean)?)",
    "i need (?:some |more )?(?:help|advice|support|guidance)(?: (?:with (?:this|it)|on (?:this|it)|now|please|from))?",
    "(?:help|advice)(?: me)?(?: with (?:this|it))? (?:please|pls)"
    "|need (?:some )?(?:help|advice) (?:with|on) (?:this|it)",
    r"(?:any|is there)(?: \w+)? (?:guidance|advice|template|example|policy|rule|help|wording)",
    "(?:just )?wondering (?:if|whether|what|how|who)|(?:just )?(?:checking|want to check) (?:if|whether|that i)",
    "(?:no|haven'?t a|not a) clue (?:what|how|if)|no idea (?:what|how|who|why) (?:to|i|this)",
    r"(?:what|wat) (?:do you|d'?you|does (?:it|this|that)) (?:mean|want)|meaning\?|huh|eh|come again"
    "|sorry what|pardon",
)
OPENER = (
    "(?:(?:wait|hang on|hold on|one sec|sec|actually|oh|erm|hmm+|before (?:that|this|i do)|so|ok|okay|and"
    "|but|also|hi|hello|hey|um+|er+|right|well|sorry|quick (?:q|question)|question|just|pls|please)"
    "[ ,:;-]+)*"
)


def is_asked(text: str) -> bool:
    """Whether the text, or a clause of it, asks or wishes something of us; not where it tells what somebody asked."""
    said = clauses.normalise(text).strip()
    if clauses.is_whole(said.strip(" .!?"), f"{WISH}|{AT_THE_END}") or opens_as_question(said):
        return True
    if clauses.is_whole(said.strip(" .!?"), ALONE):
        return True
    parts = clauses.clauses(said, also=r"|\bbut\b|\bso\b|\?")
    return any(asks_as_worker(part) for part in parts[1:]) or _ends_as_question(said) or asks_in_a_tail(said)


def asks_in_a_tail(text: str) -> bool:
    """Whether it tells something and then asks about it, as the worker."""
    told, mark, tail = text.rpartition(next((mark for mark in TAIL_MARKS if mark in text), "\n"))
    return bool(mark and told) and _asks_there(tail) and not clauses.says(told, TELLS_OF_WORDS)


def _asks_there(tail: str) -> bool:
    told = clauses.says(clauses.remove(tail, OWN_WORDS), TOLD)
    return clauses.after_opening(tail, f"{OPENER}(?:{IN_A_TAIL})") is not None and not told


TAIL_MARKS = (", ", "; ", " - ", ". ", " \u2013 ", "... ")
TELLS_OF_WORDS = (
    '(?:asks?|asked|says|said|told|texted|shouted|wrote)$|"|(?:(?:asked|asks)(?! for\\b)|says|said|told me)[,:]?'
)


def opens_as_question(text: str) -> bool:
    """Whether it opens with words that ask: "do I need", "what if", "can someone explain"."""
    return clauses.after_opening(text, f"{OPENER}(?:{ASKED_OF}|{WH}|{WISH})") is not None


def asks_as_worker(clause: str) -> bool:
    """Whether a clause asks, and asks as the worker: "does she sleep" may be a mother's own words."""
    asked = clauses.after_opening(clause, f"{OPENER}(?:{WORKERS_OWN}|{WH}|{AT_THE_END})") is not None
    return asked and clauses.says(clause, f"{WORKER}|(?:what|who|how|when|where) (?:if|about)|{AT_THE_END}")


def _ends_as_question(text: str) -> bool:
    asked = clauses.is_question(text[-3:]) or clauses.says(text, rf"(?:{AT_THE_END})\W*$")
    return asked and not clauses.says(clauses.remove(text, OWN_WORDS), TOLD)


OWN_WORDS = r"(?:i|we|you|i've|we've|i'd) (?:(?:still|already|really|actually|just) )?(?:said|wrote|told \w+|asked)"
CARD = "(?:this|that|it|here|the (?:question|card|box|form))"
ABOUT_THE_CARD = either(
    f"what (?:do|does|did|d'?)? ?(?:you|u|{CARD}) (?:mean|want|need)(?: by {CARD})?(?: here)?",
    f"{I_AM}?(?:confused|lost|stuck)"
    f"|i (?:really )?(?:do not|don'?t) (?:really )?(?:understand|get|follow)(?: (?:{CARD}|what you mean))?",
    f"what (?:should|do|can|shall) i (?:put|write|say|type|answer|choose|tick)(?: (?:here|in {CARD}|for {CARD}|next))?",
    f"(?:{I_AM}?(?:not sure|unsure) )?what to (?:put|write|say|type|answer|choose)(?: (?:here|in {CARD}|for {CARD}))?",
    "(?:can you |please |could you )*(?:give me |show me |is there )?"
    f"(?:an? )?example(?:s)?(?: (?:of {CARD}|here))?(?: please)?",
    f"(?:can you |can someone |please |could you )*explain(?: (?:{CARD}|more|again))?(?: please)?",
    f"why (?:are you|do you) (?:asking|ask)(?: me)?(?: {CARD})?|how do i answer(?: {CARD})?"
    f"|(?:what|wot|wat)(?: (?:does|is|do)|'?s)? ?{CARD} (?:even |actually |all )?(?:mean|about|on about|for)(?: then)?",
    "(?:what|which) (?:box|bit|field) (?:is|does|do) .+"
    "|where (?:does|do|would|should) .+ (?:bit|part|line|date|name) go",
    f"why (?:does|do) (?:{CARD}|you) (?:want|need|ask)(?: for| me)*"
    f" (?:{CARD}|to know|(?:their |the )?(?:own|exact|actual))"
    "(?: [\\w']+){0,6}",
    "meaning|huh|eh|come again|sorry what|pardon|what|why",
)


def is_about_the_card(text: str) -> bool:
    """Whether it asks what the card itself wants."""
    said = clauses.normalise(text).strip(" .!?")
    return clauses.is_whole(said, f"{OPENER}(?:{ABOUT_THE_CARD})") or (not said and "?" in text)


TO_ACT = either(
    "tell|share|give|send|ring|speak|talk|inform|pass|disclose|ask|e-?mail|show|let|contact|do|run|make|use"
    "|file|answer",
)
MAY_I = (
    "(?:can|may|could|should|shall|must|am|is it|are|do|would it be) (?:i|we|ok(?:ay)?(?: for me| if i)?"
    "|fine|alright)"
    "(?: allowed| able| right| ok| just| also| still| have| need)*(?: to)?"
)


def asks_to_act(text: str) -> bool:
    """Whether it asks if the worker may do something that a flow is for: "can I tell the school about it?"."""
    return any(
        clauses.after_opening(part, f"{OPENER}{MAY_I} (?:{TO_ACT})") is not None for part in clauses.clauses(text)
    )
