"""What first messages say, flow by flow, from the surest words to the vaguest.

Plain patterns and no more: what they do not know is not guessed at, and what fits two flows alike is asked.
"""

from dialogs.flows.document import first_message as document
from dialogs.flows.gather.questions import WHY_NOW
from dialogs.flows.share.questions import RECIPIENT
from dialogs.flows.shared_questions import PART_IN_CASE
from dialogs.text.patterns import either
from dialogs.understanding.intents.intent import Fit, FlowNames, Intent, read_answers

AGENCY = either(
    "schools?|nursery|teacher|head ?teacher|head|college|football coach|coach|senco",
    "gp|doctors?|surgery|hospital|health(?: visitor)?|hv|(?:school )?nurse|midwife|paediatrician|dentist",
    "camhs|psycholog(?:ist|y)|psychiatrist|psych|therapist",
    "police(?: officer)?|probation|yot|prison",
    "housing|early help|youth worker|family centre|charity|escort|taxi driver",
    "iro|guardian|cafcass|network|core group|taf(?: meeting)?|other professionals|professionals?|agenc(?:y|ies)",
    "another agency|other agencies|other services|partners",
)
PARENTS = either(
    r"(?:his|her|the|their|step ?)?\s?(?:mum|mom|mother|dad|father|parents?|famil(?:y|ies))(?:'?s)?",
    "mum and dad|both parents|them",
)
PAPER = either(
    r"reports?|letters?|documents?|papers|chronolog(?:y|ies)|minutes|write ?ups?|statements?",
    r"psych(?:ological|iatric)? assessment|health assessment",
)
THE = r"(?:(?:the|a|an|her|his|their|my|our|this|that|some) )?"
FLOW_NAMES = (
    FlowNames("share", "shar(?:e|ing)|can i share(?: this)?", read_answers(RECIPIENT, PART_IN_CASE)),
    FlowNames(
        "gather", "(?:network|lateral|agency|background|mash) checks?|checks", read_answers(PART_IN_CASE, WHY_NOW)
    ),
    FlowNames(
        "document", "a report someone else wrote|(?:someone else'?s |third party )?(?:report|document)", document.said
    ),
    FlowNames("receive", "information (?:came in|received)|info (?:came in|received)|received information"),
    FlowNames("first_contact", "first (?:visit|conversation|meeting|contact)(?: with (?:the )?parents)?"),
    FlowNames(
        "authority",
        "may i answer(?: this request)?|who may disclose|not my case",
        read_answers(RECIPIENT, PART_IN_CASE),
    ),
    FlowNames("case_summary", "case summary(?: entry)?"),
)

CHECKS = r"checks?(?!(?:-| )?ups?|list)"
NO_CHECKS = "which agenc(?:y|ies)|what form|forms?|dbs|facebook|social media"
ASK_FOR = r"(?:records|info(?:rmation)?|details|data|history)"
ELSEWHERE = "what goes in|translat(?:e|ion)|charge|court statement|login|helpdesk|life story|adoption|passport"

IN_GENERAL = "why do we|what'?s the point|benefits|does sharing|advice|read more|respect"

INTENTS = (
    Intent(
        "gather",
        Fit.SURE,
        (
            rf"(?:network|lateral|agency|background|mash) {CHECKS}",
            r"checks(?!(?:-| )?ups?)",
            f"(?:do|run) {THE}{CHECKS}",
        ),
        NO_CHECKS,
    ),
    Intent(
        "gather",
        Fit.LIKELY,
        (
            rf"(?:ask|asking|request|requesting|get|getting|obtain)\b.* {ASK_FOR}(?! (?:from|about) (?:us|me))",
            rf"(?:ask|asking) {THE}(?:{AGENCY})\b.* for",
            "what (?:lets|power|allows)\\b.* (?:ask|request)|(?:won'?t|wont) talk to me|why should we tell you",
        ),
        rf"(?:asked|asking|asks) (?:us|me)|(?:{AGENCY}|solicitor|someone|caller)(?:'s| is| are|'re)? ask(?:ing|ed|s)"
        r"|subject access|research\w*",
    ),
    Intent(
        "document",
        Fit.SURE,
        (
            r"redact\w*|redaction|blank(?:s|ed|ing)? (?:it |them |things )?out|black(?:s|ed|ing)? out",
            r"tak(?:e|ing) (?:the )?names? out|names? (?:taken|taking) out|bits (?:we|i) (?:can'?t|cannot) let",
            rf"(?:someone else'?s|another agency'?s|third party) (?:{PAPER})|isn'?t ours",
            rf"(?:written|wrote|sent) by {THE}(?:{AGENCY})|what (?:they|{THE}(?:{AGENCY})) (?:wrote|sent)",
            rf"(?:{AGENCY})(?:'?s)? (?:\w+ )?(?:{PAPER})",
            rf"(?:give|send|show|forward|copy|file|use|using|filing|share|sharing|pass|passing)\b.*\b(?:{PAPER})",
            rf"(?:sent|gave|given|passed) (?:me|us) {THE}(?:{PAPER})",
            r"author'?s?(?: (?:written )?(?:agreement|consent))?|copy of (?:the|a|their|his|her)",
        ),
        ELSEWHERE,
    ),
    Intent(
        "document",
        Fit.LIKELY,
        (
            rf"{THE}(?:{PAPER}) (?:that )?(?:has|have|from|by|about|before|parents)",
            rf"(?:in|from|of|about|with) {THE}(?:{PAPER})|her letter|their report|passing on what",
            r"(?:unsure|not sure|unclear) (?:if|whether)? ?(?:it'?s |its |it is )?(?:lawful|legal(?:ly)?)",
            r"legal advice|(?:speak|talk) to legal|does legal need|(?:agreement|consent) .* in writing",
        ),
        f"{ELSEWHERE}|legal basis",
    ),
    Intent(
        "case_summary",
        Fit.SURE,
        ("case summary", r"what can and (?:can'?t|cannot|can not) be (?:told|shared|said)"),
        rf"(?:share|send|give|show) {THE}case summary",
    ),
    Intent(
        "case_summary",
        Fit.LIKELY,
        (
            "off limits",
            r"(?:how|where) (?:will|would|wd|do|can) (?:my |the )?(?:colleagues|team|they)\b.*\bknow",
        ),
    ),
    Intent(
        "authority",
        Fit.SURE,
        (
            r"(?:may|can) i answer|who (?:is |'?s )?(?:allowed to|can|may) (?:disclose|give out|share|answer)",
            r"(?:not|isn'?t|aren'?t) (?:the |their |his |her |its )?allocated|only the allocated",
            r"(?:isn'?t|not|isnt) (?:mine|my case)|instead of me|on my behalf",
            r"(?:can|may|is|could) (?:a |an |the |my |another )?(?:business support|admin|family support worker"
            r"|agency worker|student(?: sw| social worker)?|duty worker|duty|manager|team member|colleague|supervisor)"
            r"(?: social worker)? (?:tell|share|disclose|give|answer|allowed)",
        ),
    ),
    Intent(
        "authority",
        Fit.LIKELY,
        (
            r"(?:supervisor|agency worker|admin|business support|student|another team member|cover worker)\b.*"
            r"\b(?:shar\w+|giv\w+|call|say|disclos\w+|tell\w*)",
            rf"(?:{AGENCY}|solicitor|someone|caller)\b.*\b(?:asking (?:us|me|for|about)|asks|want(?:s|ing)? to know)",
            r"(?:asked|asking) (?:us|me)|wants? (?:an? )?(?:info\w*|answer|details)|request for (?:info\w*|records)",
        ),
        r"mum|dad|parents?|mp|councillor|home office|journalist|keep|quiet|not to",
    ),
    Intent(
        "receive",
        Fit.SURE,
        (
            r"info(?:rmation)? (?:has )?(?:came|come|comes|coming) in|received info\w*|info\w* (?:we )?received",
            r"(?:told|gave|given|passed|emailed) (?:me|us) (?:\w+ )*(?:details|info\w*|something)"
            r"|(?:rang|called|phoned|ringing|emailed) (?:me |us )?(?:\w+ )?(?:with|w|about)",
            rf"what (?:do|should|shall) i (?:need to )?(?:note|write down|record|do with (?:it|that))"
            rf"|(?:email|call|letter) from {THE}(?:{AGENCY})|who gave it|who told me",
            r"(?:don'?t|do not|not to) pass (?:this|it|that) on|keep (?:it|this) to (?:yourself|myself)|anonymous\w*",
            r"recording info\w* from|restrictions?",
        ),
        r"reports?|i(?:'ve|ve)? shared|can i answer|isn'?t mine",
    ),
    Intent(
        "receive",
        Fit.LIKELY,
        ("(?:gave|told|sent|passed|rang|phoned|called) (?:me|us)",),
        f"can i|am i ok|ask\\w*|{PAPER}",
    ),
    Intent(
        "first_contact",
        Fit.SURE,
        (
            r"(?:first|initial|intro\w*) (?:home )?(?:visit|conversation|meeting|contact|time|talk)",
            r"new (?:family|allocation)|starting work with|at the start|from the start",
            r"privacy (?:notice|statement)|fair processing|leaflet",
            rf"(?:explain\w*|talk)\b.*\b(?:{PARENTS}|law|legal basis|confidential\w*)",
            r"info\w* sharing (?:talk|conversation)",
        ),
    ),
    Intent(
        "first_contact",
        Fit.SURE,
        (
            rf"what (?:do|must|should) (?:i|{PARENTS}) (?:tell|say|need|understand|explain)",
            rf"(?:{PARENTS}) (?:is |are )?(?:asking|asks?|wants? to know|worried|doesn'?t trust|get told|come to)",
            rf"(?:do|should) (?:i tell )?(?:{PARENTS}) (?:know|have to|need|we|i'?ll|it)",
            r"how do families know|what do families need|list the people who|why bother telling|reason for telling",
            r"telling (?:mum|dad|parents|them) i'?ll be",
        ),
        r"checks?",
    ),
    Intent(
        "share",
        Fit.LIKELY,
        (
            rf"(?:share|tell|disclose|ring|inform|update|speak|speaking|talk|talking|give|send|pass|let)\b.*\b(?:{AGENCY})",
            r"share|sharing|disclos(?:e|ure|ing)|pass(?:ing|ed)?\b.* on|oversharing",
            r"consent|permission|agreement|agreeing|sign|refus\w+|says no",
            r"without (?:telling|them knowing)|behind (?:\w+ )?backs?|tip\w*\b.* off|not telling",
            rf"(?:tell|telling|inform|informing|let|letting|warn|told) (?:the )?(?:{PARENTS}|him|her)",
            rf"(?:{PARENTS}) (?:find|finds|found) out|(?:{PARENTS}) (?:know|knows|have a right)|who needs to know",
            r"(?:judge|court)\b.*\b(?:direct\w*|order\w*|disclos\w*|records|hand over|guardian)",
            r"how much (?:\w+ )*(?:share|tell|give|detail)|to know the background|all the history",
            r"need to share|told (?:the )?(?:police|camhs|school|everyone)|i(?:'?ve|ve)? (?:have )?shared",
        ),
        IN_GENERAL,
    ),
    Intent(
        "share",
        Fit.MAYBE,
        (
            r"tell(?! me)|telling|disclose|pass on|speak to|talk to|ring|let .+ know|inform",
            r"tip\w* .*off|investigat\w+|keep quiet|court order|evidence",
            rf"(?:{PARENTS}) (?:\w+ )?(?:not answering|missing|abroad|uncontactable|reach)",
        ),
    ),
)
