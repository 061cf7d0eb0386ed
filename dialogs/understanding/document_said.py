"""Which document a sentence speaks of, who wrote it, and whom it is for."""

import re

from dialogs.text import clauses
from dialogs.text.patterns import either

KINDS = either(
    r"reports?",
    r"letters?",
    r"summar(?:y|ies)",
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
    r"write[ -]?ups?",
    r"advice(?: notes?)?",
    r"logs?|diar(?:y|ies)|transcripts?|questionnaires?|certificates?",
)
AUTHORS = either(
    r"psychiatrist|psychologist|paediatrician|doctor|gp|consultant|therapist|midwife|nurse|surgeon|dentist|clinician",
    r"health visitor|hv|school nurse|social worker|family support worker|support worker|probation officer|guardian|iro",
    r"camhs|hospital|school|nursery|college|head ?teacher|teacher|police|probation|housing|cafcass|senco|dsl|yot|yos",
    r"physio(?:therapist)?|psychotherapist|speech (?:and language )?therapist|portage",
    r"(?:educational|clinical|forensic) psychologist|ed psych|dieti[ct]ian|optician|counsellor",
    r"audiologist|child ?minder|orthodontist",
    r"(?:occupational|play|music|art) therapist|(?:health|youth|early help|drug|recovery|refuge|key) worker|advocate",
    r"family hub|contact (?:centre|supervisor)|foster carer|tutor|coroner|ward|clinic|hospice|refuge",
)
"""Who writes documents, by words of our own, so that they may stand in an answer."""
SORTS = either(
    r"health|medical|expert|independent|psychiatric|psychological|paediatric|educational|drug|alcohol|dna|hair strand",
    r"court|third[- ]party|ofsted|ehcp?|viability|parenting|speech(?: and language)?|occupational therap(?:y|ist)",
    r"(?:hearing|eye|sleep|feeding|pain|fracture|allergy|growth|chest)(?= clinic)",
    r"podiatry|(?!psychology)\w+ology|drug test|dental|discharge|(?:ed )?psych|psychology|ep|ot|salt",
)
BY_SERVICE = r"ot|ep|salt|educational psychology|speech(?: and language)?"
"""Sorts that are whose a document is where it is said with an 's: "the OT's assessment"."""
WHOSE = f"{AUTHORS}|{SORTS}"
DOCUMENT = re.compile(
    rf"(?i)(?<!\w)((?:(?:{WHOSE})(?:'?s'?)?[\s-]+){{1,3}})({KINDS})"
    r"(?!\w| (?:cards?|mum|dad|him|her)\b|(?:(?<=s)|(?<=statement)) (?:that|an?)\b)"
    rf"|(?<!\w)({KINDS})\s+(?:from|by|written by)\s+(?:the |a |an |p'?s )?((?:{WHOSE})(?:\s(?:{WHOSE}))?)"
    r"(?!\w|'s | (?:meeting|visit|appointment|review|session|call|attendance|trip|panel|conference)s?\b)"
)
TO_THEM = re.compile(r"(?i)\b(?:giv(?:e|ing)|send(?:ing)?|show(?:ing)?|hand(?:ing)?) (?:the )?$")
ONWARD = re.compile(r"(?i)[^,.;!?]*\b(?:to|onto|with|in|into)\b")
"""After a document that is given by its author's name: else "give the GP notes" may be notes for the GP."""
WRITER = re.compile(
    r"(?i)\b(?!(?:was|been|is|be|got|it|that|not|have|has|had)\b)(\w+) (?:(?:has|have|had) )?(?:wrote|written|typed)\b"
    rf"(?! (?:to|back|in|by|asking)\b)|(?<!ed )(?<!nt )(?<!held )(?<!given )\bby "
    rf"(?:the |an? |his |her )?({AUTHORS})(?!\w)"
)
"""Who is said to have written it, whoever a document was first taken to be from."""
ABOUT_THEM = r"(?i).*(?:referrals?|plans?|advice)|(?:foster carer|guardian|child ?minder) (?:assessments?|records?)"
"""What is for or about somebody as often as it is by them: only an 's says that they wrote it."""
BY = re.compile(
    rf"(?i)(?<!\w)(?:what|{KINDS}|it|this)\s+(?:that\s+)?(?:the |a |an |his |her )?({AUTHORS})\s+(?:wrote|has"
    r" written)(?!\w)"
    rf"|(?<!\w)(?:written|wrote) by\s+(?:the |a |an |his |her )?({AUTHORS})(?!\w)"
)
WROTE = re.compile(
    rf"(?i)(?:^|[,.;:!] ?|\b(?:and|the|his|her|an?) )({AUTHORS}) (?:has |have )?(?:wrote|written|done)"
    rf"(?: (?:us|me))? (?:an?|the|this|his|her|their) ({KINDS})(?!\w)"
)
THOUGHT = re.compile(
    r"(?i)\b(?:says?|said|claims?|reckons?|thinks?|believes?|heard|if|not|never|hasn't|asked?)\b[^.;!?]*$"
)
WONDERED = re.compile(
    r"(?i)\b(?:ask(?:s|ed|ing)?|want(?:s|ed)? to know|wonder\w*)(?: (?!what)\w+)? (?:what|who|which) [^,.;!?]*"
    r"|\b(?:needs|(?:should|must) write) an? (?!copy)[^,.;!?]*"
)
"""What somebody would like to know of what was written or to have written, and nobody has in front of them."""
AS_A_KIND = re.compile(r"(?i)\b(?:is|are|was|be|count(?:s|ed)? as)(?: (?:it|this|that|they|one))? an? $")
"""What stands before a document that is only what another is: "is that a third party document"."""
MADE = re.compile(r"(?i)\bma(?:de|kes?|king) (?:the |an? )?$")
"""What stands before a referral that somebody made, which says nothing of a document."""
PARENT = r"(?:step ?)?(?:mum|mother|mam|dad|father)|(?:both )?parents|(?<!foster )carers?"
PROFESSIONAL = either(
    r"school nurse|health visitor|hv|gp|paediatrician|camhs|health|hospital|midwife|doctor|physio",
    r"school|nursery|college|dsl|senco|police|probation|housing|iro|cafcass|guardian",
    r"(?:other |another )?professionals?|(?:the )?network|core group|agenc(?:y|ies)",
    r"(?:child protection |cp )?conference",
)
COURT = r"court|bundle|(?:care )?proceedings|court bundle|judge"
AUDIENCES = (("parents", PARENT), ("other_professionals", PROFESSIONAL), ("care_proceedings", COURT))
THE = r"(?:the |a |an |his |her |their |p'?s |\w'?s )?"
GIVING = either(
    "handing|give|giving|show|showing|send|sending|share|sharing|let|use|using|copy|file|filing|put|putting",
    "pass|passing|forward|forwarding|hand|disclose|disclosing|goes|going|go",
)
WANTS = r"(?:wants?|asked for|asking for|asks for|needs?|would like|get|requested|requests|is after|see|have)"
SOMEONE_ELSES_GIVING = (
    rf"(?<!that )(?<!that the )(?:{PARENT}|{PROFESSIONAL}|s?he|they)"
    "(?: (?:has|have|had|already|now|is|are|was|wants? to|can|could))?"
    " (?:sent|gave|given|shared|passed|forwarded|showed|shown|send|give|share|pass|forward|show|sending"
    "|giving|sharing)"
)


def document_said(text: str) -> tuple[str, str]:
    """Return the one document that is spoken of, as it was said, and who wrote it; empty where that is not sure."""
    said = WONDERED.sub(" ", clauses.normalise(text))
    found = [one for one in DOCUMENT.finditer(said) if _is_meant(said, one)]
    rest = DOCUMENT.sub(" it ", said)
    if found and {_kind(one) for one in re.findall(rf"(?i)\b(?:{KINDS})\b", rest)} - {_kind(found[0].group()), ""}:
        return "", ""
    wrote = [one for one in WROTE.finditer(said) if not THOUGHT.search(said, 0, one.start(1))]
    if len(wrote) == 1 and not found and audience_said(text):
        return f"{wrote[0].group(2)} from the {wrote[0].group(1)}", wrote[0].group(1)
    names = list(dict.fromkeys(_named(one).lower() for one in found))
    writers = [_author(one) for one in found]
    writers += [one.group(1) or one.group(2) for one in BY.finditer(said)]
    authors = {one.lower() for one in writers if one}
    author = writers[0] if len(authors) == 1 and len(names) < 2 and writers[0] else next(iter(authors), "")
    others = any(not author.lower().endswith((one.group(1) or one.group(2)).lower()) for one in WRITER.finditer(said))
    if others or len(names) > 1 or len(authors) > 1 or (authors and "" in [one.lower() for one in writers]):
        author = ""
    return (_named(found[0]) if len(names) == 1 else ""), author


def is_handed_on(text: str) -> bool:
    """Whether a document is given, or somebody wants it; else it may only be what somebody is told of."""
    rest = DOCUMENT.sub(" it ", clauses.normalise(text))
    return clauses.says(rest, rf"(?!let\b)(?:{GIVING})") or bool(audience_said(text))


def _is_meant(said: str, found: re.Match[str]) -> bool:
    to_them = found.group(1) and "'s" not in found.group(1) and TO_THEM.search(said, 0, found.start())
    given_to_them = to_them and not ONWARD.match(said, found.end())
    return not given_to_them and not any(one.search(said, 0, found.start()) for one in (AS_A_KIND, MADE))


def _kind(words: str) -> str:
    """Return the last noun of a document's name in the singular; empty for one that is often something else."""
    last: str = re.findall(KINDS, words.lower())[-1]
    vague = re.match("plan|advice|record|note|document|paperwork|write|log", last)
    return "" if vague else last.rstrip("s").replace("-", "")


def audience_said(text: str) -> tuple[str, ...]:
    """Return whom a document is for, where the sentence says so by giving or asking, and denies nothing."""
    said = WONDERED.sub(" ", clauses.normalise(text))
    if not clauses.says(said, KINDS):
        return ()
    rest = DOCUMENT.sub(" it ", said)
    if clauses.after_opening(rest, "did|has|have|had|was|were") is not None:
        return ()
    if clauses.says(rest, clauses.NEGATION) or clauses.says(rest, SOMEONE_ELSES_GIVING):
        return ()
    given = tuple(name for name, who in AUDIENCES if _to(rest, who))
    return given or tuple(name for name, who in AUDIENCES if _asked_by(rest, who))


def _named(found: re.Match[str]) -> str:
    whose, kind = found.group(1) or found.group(4), found.group(2) or found.group(3)
    return " ".join(f"{whose}{kind}".split()) if found.group(1) else f"{kind} from the {whose}"


def _author(found: re.Match[str]) -> str:
    """Return who wrote it, where the words name a person or a service and not only a sort of document."""
    words = " ".join((found.group(1) or found.group(4)).split())
    if found.group(1) and "'" not in words and re.fullmatch(ABOUT_THEM, found.group()):
        return ""
    whose = re.sub(r"'?s'?$|'$", "", words)
    if re.fullmatch(f"(?:{BY_SERVICE})'s", words, re.IGNORECASE):
        return whose
    whose = whose if re.fullmatch(AUTHORS, whose, re.IGNORECASE) else re.sub(r"'s$", "", whose)
    return whose if re.fullmatch(AUTHORS, whose, re.IGNORECASE) else ""


def _to(rest: str, who: str) -> bool:
    """ "give dad it", "send it to the GP", "show mum", "file it in court"."""
    direct = rf"(?:{GIVING})\s+(?:both\s+)?{THE}(?:{who})"
    way = rf"(?:{GIVING})(?:\s+(?!from\b)[\w'-]+){{0,6}}\s+(?:to|in|into|between)"
    way = rf"{way}|(?:share|sharing)(?:\s+[\w'-]+){{0,6}}\s+with"
    onward = rf"(?:{way})\s+(?:both\s+)?{THE}(?:\w+ and {THE})?(?:{who})"
    ours = rf"(?:my|our) (?:{KINDS}) (?:to|for) {THE}(?:{who})|(?:{KINDS}|it) for {THE}(?:{who})(?=\s*(?:$|[.?!]))"
    ours = rf"{ours}|^\s*it (?:in)?to {THE}(?:{who})"
    return clauses.says(rest, rf"(?:{direct}|{onward}|{ours})(?!'s)(?! (?:it|know|{KINDS}))")


def _asked_by(rest: str, who: str) -> bool:
    """ "dad wants a copy of it", "can the GP have it"."""
    thing = rf"(?:(?:an?|the|his|her|their) )?(?:copy|it|{KINDS})"
    changed = r"(?! (?:chang|correct|delet|amend|remov|rewrit|sent|destroy|back|taken|alter|updat)\w*)"
    asks = rf"(?:{who})(?: (?:has|have|should|ought to))?\s+(?:{WANTS})\s+(?:to (?:see|have|read) )?{thing}{changed}"
    asks = rf"{asks}|(?:can|could|may|should) {THE}(?:{who}) read {thing}"
    return clauses.says(rest, asks) and not clauses.says(rest, rf"{WANTS}.* (?:sent|to go|passed|given) ?(?:to|on)?")
