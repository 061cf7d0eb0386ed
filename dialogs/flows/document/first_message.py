"""How a first message asks for a document, and what it says of it: which one, and whom it is for."""

import re

from dialogs.engine.answers import Values
from dialogs.engine.first_messages import FirstMessage, Fit, Start
from dialogs.text import clauses
from dialogs.text.entities import AGENCY, PAPER
from dialogs.text.entities import THE as ANY_ARTICLE
from dialogs.text.patterns import either

KINDS = either(
    r"reports?",
    r"letters?",
    r"assessments?",
    r"chronolog(?:y|ies)",
    r"documents?",
    r"minutes",
    r"statements?",
    r"records?",
    r"notes",
    r"referrals?",
    r"e-?mails?",
    r"paperwork",
    r"plans?",
)
WHOSE = either(
    r"psychiatrist|psychologist|paediatrician|doctor|gp|consultant|therapist|midwife|nurse|surgeon|dentist|clinician",
    r"health visitor|school nurse|social worker|family support worker|support worker|probation officer|guardian",
    r"camhs|hospital|health|medical|school|nursery|college|head ?teacher|teacher|police|probation|housing|cafcass",
    r"expert|independent|psychiatric|psychological|paediatric|educational|drug|alcohol|dna|hair strand|court",
    r"third[- ]party|ofsted|senco|ehcp?|viability|parenting|speech(?: and language)?|occupational therap(?:y|ist)",
)
"""The author's service or the kind of document: words of our own, so that they may stand in an answer."""
DOCUMENT = re.compile(
    rf"(?i)(?<!\w)((?:(?:{WHOSE})(?:'?s'?)?[\s-]+){{1,3}})({KINDS})(?!\w)"
    rf"|(?<!\w)({KINDS})\s+(?:from|by|of|written by)\s+(?:the |a |an |p'?s )?((?:{WHOSE})(?:\s(?:{WHOSE}))?)(?!\w)"
)
PARENT = r"(?:step ?)?(?:mum|mother|mam|dad|father)|(?:both )?parents|carers?"
PROFESSIONAL = either(
    r"school nurse|health visitor|gp|paediatrician|camhs|health|hospital|midwife|doctor",
    r"school|nursery|college|dsl|police|probation|housing|iro|cafcass|guardian",
    r"(?:other |another )?professionals?|(?:the )?network|core group|agenc(?:y|ies)",
    r"(?:child protection |cp )?conference",
)
COURT = r"court|(?:care )?proceedings|court bundle|judge"
THE = r"(?:the |a |an |his |her |their |p'?s |\w'?s )?"
GIVING = either(
    "give|giving|show|showing|send|sending|share|sharing|let|use|using|copy|file|filing",
    "pass|forward|hand|disclose",
)
WANTS = r"(?:wants?|asked for|asking for|asks for|needs?|would like|requested|requests|is after|see|have|has)"


def said(text: str) -> Values:
    """The answers that a first message gives; nothing that it only might mean, nothing where it speaks of no document.

    Which document is taken only where the message says whose it is; whom it is for only where nothing is denied.
    """
    plain = clauses.normalise(text)
    found = DOCUMENT.search(plain)
    if found is None:
        return _audience(plain) if clauses.says(plain, KINDS) else {}
    return {"document": _named(found), **_audience(_without(plain, found))}


def _named(found: re.Match[str]) -> str:
    """The document as it was said."""
    whose, kind = found.group(1) or found.group(4), found.group(2) or found.group(3)
    return " ".join(f"{whose}{kind}".split()) if found.group(1) else f"{kind} from the {whose}"


def _without(text: str, found: re.Match[str]) -> str:
    """The rest of the sentence: whose report it is says nothing of whom it is for."""
    return f"{text[: found.start()]} it {text[found.end() :]}"


def _audience(rest: str) -> Values:
    """Whom it is for, where the sentence says so in the way of giving or of asking."""
    if clauses.says(rest, clauses.NEGATION):
        return {}
    audience = [name for name, who in AUDIENCES if _to(rest, who) or _asked_by(rest, who)]
    return {"audience": list(audience)} if audience else {}


AUDIENCES = (("parents", PARENT), ("other_professionals", PROFESSIONAL), ("care_proceedings", COURT))


def _to(rest: str, who: str) -> bool:
    """ "give dad it", "send it to the GP", "show mum", "file it in court"."""
    direct = rf"(?:{GIVING})\s+(?:both\s+)?{THE}(?:{who})"
    onward = rf"(?:to|with|in|into|for|between)\s+(?:both\s+)?{THE}(?:\w+ and {THE})?(?:{who})"
    return clauses.says(rest, rf"{direct}(?!'s)|{onward}(?!'s)")


def _asked_by(rest: str, who: str) -> bool:
    """ "dad wants a copy of it", "can the GP have it"."""
    return clauses.says(rest, rf"(?:{who})\s+(?:{WANTS})")


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
    said=said,
    starts=STARTS,
)
