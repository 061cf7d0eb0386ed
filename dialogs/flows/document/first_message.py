"""How a first message asks for a document."""

from dialogs.engine.first_messages import FirstMessage, Fit, Start
from dialogs.text.entities import AGENCY, PAPER
from dialogs.text.entities import THE as ANY_ARTICLE

ELSEWHERE = "what goes in|translat(?:e|ion)|charge|court statement|login|helpdesk|life story|adoption|passport"
STARTS = (
    Start(
        Fit.SURE,
        (
            r"redact\w*|redaction|blank(?:s|ed|ing)? (?:it |them |things )?out|black(?:s|ed|ing)? out",
            r"tak(?:e|ing) (?:the )?names? out|names? (?:taken|taking) out|bits (?:we|i) (?:can'?t|cannot) let",
            rf"(?:someone else'?s|another agency'?s|third party) (?:{PAPER})|isn'?t ours",
            rf"(?:written|wrote|sent) by {ANY_ARTICLE}(?:{AGENCY})",
            rf"what (?:they|{ANY_ARTICLE}(?:{AGENCY})) (?:wrote|sent)",
            rf"(?:{AGENCY})(?:'?s)? (?:\w+ )?(?:{PAPER})",
            rf"(?:give|send|show|forward|copy|file|use|using|filing|share|sharing|pass|passing)\b.*\b(?:{PAPER})",
            rf"(?:sent|gave|given|passed) (?:me|us) {ANY_ARTICLE}(?:{PAPER})",
            r"author'?s?(?: (?:written )?(?:agreement|consent))?|copy of (?:the|a|their|his|her)",
        ),
        ELSEWHERE,
    ),
    Start(
        Fit.LIKELY,
        (
            rf"{ANY_ARTICLE}(?:{PAPER}) (?:that )?(?:has|have|from|by|about|before|parents)",
            rf"(?:in|from|of|about|with) {ANY_ARTICLE}(?:{PAPER})|her letter|their report|passing on what",
            r"(?:unsure|not sure|unclear) (?:if|whether)? ?(?:it'?s |its |it is )?(?:lawful|legal(?:ly)?)",
            r"legal advice|(?:speak|talk) to legal|does legal need|(?:agreement|consent) .* in writing",
        ),
        f"{ELSEWHERE}|legal basis",
    ),
)
FIRST_MESSAGE = FirstMessage(
    place=2,
    names="a report someone else wrote|(?:someone else'?s |third party )?(?:report|document)",
    starts=STARTS,
)
