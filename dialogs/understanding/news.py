"""News about the open matter: a reply came, legal have redacted it, they know now. It is said back first."""

import re
from dataclasses import dataclass

from dialogs.engine.answers import Json
from dialogs.engine.flow import Flow
from dialogs.text import clauses
from dialogs.text.patterns import either


@dataclass(frozen=True, slots=True)
class News:
    """What has happened since. `verb`: the way on that it means; or `question` and `value`: the answer that changes."""

    verb: str = ""
    question: str = ""
    value: Json = None


PARENT = either(
    r"(?:(?:the|his|her|their|both|step ?|\w'?s) ?)?(?:mum|mom|mam|mother|dad|father|parents?|family|carers?)",
    "mum and (?:step)?dad|dad and mum|both(?: of them)?|them(?: both| all)?|her|him|they|s?he|the other one",
)
PROFESSIONAL = (
    "(?:the |p'?s |her |his |their )?(?:school nurse|health visitor|school|nursery|teacher|dsl|gp|doctor"
    "|surgery|camhs"
    "|police(?: officer)?|housing(?: officer)?|nurse|hospital|agency|agencies|court|solicitor|hv)"
)
I_HAVE = "(?:(?:i|we)(?:'?ve| have| did)? |ive |have )?(?:now |just |already |finally |both )*"
TOLD = "(?:told|rung|rang|phoned|called|informed|spoken (?:to|with)|spoke (?:to|with)|met(?: with)?|seen|let)"
WHEN = (
    r"(?:,? (?:now|already|just now|today|yesterday|this (?:morning|afternoon|week)|last (?:night|week)|earlier"
    r"|everything"
    r"|all of it|it all|all four|know|about (?:it|this|that|the checks|everything)|first|by phone|in person|at home"
    r"|face to face|on (?:the phone|\w+day)|and (?:told|explained)(?: \w+){0,3}|too|as well))*"
)
THEY_KNOW = either(
    rf"{I_HAVE}{TOLD} (?:{PARENT})(?: and (?:{PARENT}))?{WHEN}",
    rf"(?:{PARENT})(?: and (?:{PARENT}))?(?:'ve|'s)?(?: both| all| now| already| have| has| is| are| does| do| been)*"
    rf" (?:know|knows|told|aware|informed){WHEN}",
)
TOLD_RECIPIENT = (
    rf"{I_HAVE}(?:told|rung|rang|emailed|e-mailed|phoned|shared (?:it )?with|sent it to) (?:{PROFESSIONAL}){WHEN}"
)
REPLY = either(
    r"(?:(?:a|the|their|first|another) )?(?:reply|response|answer|results?|checks?)(?: (?:has|have|is|are|'s))?"
    rf"(?: just| now)? (?:came|come|arrived|in|back|here|received)(?: back| in| through)?(?: (?:from|of) .+)?{WHEN}",
    rf"(?:{PROFESSIONAL}|they)(?: has| have|'s|'ve)?(?: just| now| finally)? (?:replied|answered|responded|"
    rf"(?:come|came|got|rung|rang|written) back)(?: to (?:me|us))?(?: with .+)?{WHEN}",
    rf"(?:i(?:'ve| have)? )?(?:just )?(?:heard|got (?:a|the) reply) (?:back )?(?:from )?(?:{PROFESSIONAL}|them){WHEN}",
)
AUTHOR = (
    "(?:the |their )?(?:author|psychiatrist|psychologist|doctor|consultant|paediatrician|gp|therapist"
    r"|dr [a-z]\.?|s?he|they)"
)
HAS = "(?: has| have|'s|'ve)?(?: now| just| finally)?"
IN_WRITING = "(?: to it| to (?:us )?sharing it)?(?: (?:in writing|by e-?mail|in an e-?mail))"
REDACTED = "(?:redacted|taken (?:it |them |the names |names )?out|blanked (?:it )?out|been through it)"
MANAGER = "(?:my |the |our )?(?:manager|team manager|supervisor|tm)"
CHANGES: tuple[tuple[str, str, Json], ...] = (
    ("author_agreed", rf"{AUTHOR}{HAS} (?:agreed|consented|said yes|said ok(?:ay)?){IN_WRITING}{WHEN}", "written"),
    ("author_agreed", rf"{AUTHOR}{HAS} (?:agreed|consented|said yes|said ok(?:ay)?){WHEN}", "verbal"),
    ("author_agreed", rf"{AUTHOR}{HAS} (?:refused|said no|declined|won'?t agree|objected){WHEN}", "refused"),
    ("author_talk", rf"{I_HAVE}(?:talked|spoken|spoke) (?:to|with) (?:the )?author{WHEN}", "yes"),
    ("taken_out_by", rf"legal(?: services)?{HAS} {REDACTED}(?: it| the \w+)?{WHEN}", ["legal"]),
    ("taken_out_by", rf"(?:it|the report|the document)(?:'s| has)? (?:now )?been {REDACTED} by legal{WHEN}", ["legal"]),
    ("taken_out_by", rf"{MANAGER}{HAS} (?:signed|checked|{REDACTED})(?: it| the \w+)?(?: off)?{WHEN}", ["manager"]),
    (
        "lawful_doubt",
        rf"legal(?: services)?{HAS} (?:advised|said (?:it'?s|it is) (?:ok|fine|lawful)|come back){WHEN}",
        "advised",
    ),
    (
        "part_in_case",
        rf"{MANAGER}{HAS} (?:agreed|said (?:yes|i can|it'?s (?:ok|fine))|authorised (?:it|me)){WHEN}",
        "authorised",
    ),
    (
        "part_in_case",
        rf"(?:it'?s|the case is|i(?:'ve| have)) (?:now )?(?:mine now|been allocated(?: to me)?){WHEN}",
        "allocated",
    ),
)
"""The question, how it is said that its answer has changed, and to what."""

WHO = either(
    r"(?:(?:the|my|our|his|her|their|a|an|both|\w+'s|that|local|new|other|legal|social|school|head|team|gp"
    "|foster|step|mum'?s|dad'?s|duty|deputy"
    "|allocated|assistant|area|service|practice|child|children'?s) )*(?:author|writer|legal(?: services)?"
    "|lawyers?|solicitors?"
    "|barristers?|counsel|court|judge|magistrates?|police|officers?|sergeant|sgt|detective|dc|dci|constable"
    "|cps|prosecutors?"
    "|manager|boss|supervisor|tm|senior|director|head(?: ?teacher)?|iro|guardian|cafcass|chair|mum|mom|mam"
    "|mother|dad|father"
    "|parents?|nan|gran|grandma|grandad|carers?|stepdad|stepmum|family|uncle|aunt(?:ie|y)?|school|nursery"
    "|teacher|dsl|senco"
    "|gp|doctors?|surgery|nurse|health visitor|hv|camhs|consultant|psychiatrist|psychologist|paediatrician"
    "|therapist|midwife"
    "|hospital|ward|clinic|trust|housing|landlord|probation|yot|agency|agencies|charity|council|worker|pa|secretary"
    "|receptionist|colleague|department|office|team|records|panel|two|one|all|nobody|everyone)",
    r"(?:dr|doctor|mr|mrs|ms|miss|sgt|pc|dc) \w+\.?|they|s?he|it|that|both(?: of them)?|all of them|everyone"
    r"|(?-i:[A-Z]\.?[A-Z]\.?)",
)
ACTED = (
    "(?:replied|answered|responded|agreed|refused|declined|consented|redacted|blanked|told|sent|charged"
    "|ordered|signed|approved"
    "|rung|rang|phoned|called|written|wrote|e-?mailed|mailed|texted|messaged|posted|returned|confirmed"
    "|accepted|rejected|granted"
    "|authori[sz]ed|ok'?d|okayed|cleared|allocated|reassigned|transferred|closed|withdrawn|withdrew|arrested"
    "|bailed|released"
    "|heard|read|seen|shared|handed|given|gave|passed|delivered|received|got|come|came|arrived|said|spoken"
    "|spoke|met|informed"
    "|finished|completed|checked|decided|changed|asked|objected|backed|been|gone|went|had|done|made|picked"
    "|collected|dropped"
    "|stopped|removed|taken|took|cut|stripped|sealed|adjourned|discharged|let|stamped|knows?|aware|forwarded"
    "|back|in|happy|on|says?|knew|known|found out|shown|won'?t have it|moved|landed|wants? it|has (?:it|this"
    "|one)|has (?:already|now|got) (?:it|this)|left|dropped it|have (?:it|this)|ringing|refusing)"
)
ABOUT_IT = (
    "a about above advice after afternoon again agreement all allocated allowing allows along already also an and"
    " answer answers as at away back be been before both bundle but by call case chat check checks clean concern"
    " concerns consent consented copy court covered date day decision dictated document doing done draft earlier"
    " eight email emailed end evening everything face few finally fine first five for form four friday from full"
    " go good got had half hand hands happy has have he hearing her hers him his home hour hours i in into is it"
    " its itself just last later latest legal letter letters line lines lunch lunchtime mail me meeting message"
    " mine minute minutes monday more morning my name names new news night nine no noon note now number objection"
    " objections of off ok okay on one order our out over page pages paper papers part parts permission permits"
    " person phone points post progress queries query question reading real reassigned reply report request"
    " response result results ruling said saturday say seeing sending seven share shared sharing she short side"
    " signature six so soon sorted statement straight sunday ten text thank thanks that the their them then there"
    " these they think this three thursday time to today together tomorrow too tuesday two unit up us use using"
    " version visit was we wednesday week well were what when which who whole with without words worries writing"
    " wrote year yes yesterday yet"
)
"""Words of the business of a case: news about it hardly needs another."""
OTHER_WORDS = 1
"""How many words beside these may stand in news."""
TIDINGS = (
    "(?:(?:just|ok|so|right|btw|fyi|update|news|good news|latest|by the way|and|well|quick update"
    "|just (?:heard|in|now)|great"
    "|finally|heard(?: that)?|(?:just )?off the phone with|just had|also|to update you|to let you know|yes)[ ,:-]+)*"
)
HAS_DONE = (
    "(?:,? ?(?:has|have|had|'s|'ve|is|was|were|are|did|been|both|all|now|just|finally|already|never|since"
    "|at last|also))*"
)
WE_DID = "(?:(?:i|we)(?:'ve| have| did)?|ive|have|just|now)(?: now| just| already| finally| both| also| since)*"
SENT = (
    "(?:sent|shared|handed|gave|given|told|rung|rang|phoned|called|e-?mailed|mailed|posted|delivered|dropped|passed|informed"
    "|spoke|spoken|met|seen|heard|got|ringing|telling|received|signed|visited|shown|showed|explained|asked|chased|finished|done|had)"
)

STATES = (
    "(?:fine|happy|ok(?:ay)?|content|good|alright|all right|on board|in agreement|up to date|aware|done|off|away|back)"
)
A_STAGE = (
    "(?:(?:the|my|our|first|second|third|home|joint|redacted|clean|signed|new|strategy|core|initial"
    "|final|last|that|a|this) )*"
    "(?:visit|meeting|call"
    "|chat|talk|hearing|conference|conversation|letter|e-?mail|form|report|reply|answer|consent|copy|redaction|case|opinion|version|order|go-?ahead|check|checks"
    "|interview|review|handover|number|signature|pages?|forms?)"
)
OPENS_NEWS = either(
    rf"(?:{WHO})(?: and (?:{WHO}))?{HAS_DONE} {ACTED}",
    rf"(?:{WHO})(?:'s| is| are|'re| seems?| was| were)(?: now| all| quite| both)* {STATES}",
    r"(?:(?:still|had|got|just|finally|have|i|we)(?:'ve)? )*(?:no|an?|the|another|our) "
    r"(?:reply|answer|response|word|news|objections?|joy|luck|go-?ahead"
    r"|green light|ok|nod|yes|consent|call|e-?mail|letter|message) (?:yet )?(?:from|by|back|in|yet)",
    rf"{WE_DID} (?:ended up )?{SENT}|{SENT} (?:it|them|him|her|mum|dad|that|the)",
    rf"{A_STAGE}{HAS_DONE} (?:{ACTED}|{STATES}|over|through|sorted|complete|out|booked|happened|cancelled|held)",
)


def has_happened(text: str) -> bool:
    """Whether somebody who can act in a case has acted, or the worker, and only the case's business is told."""
    said = clauses.normalise(text).strip(" .!")
    if clauses.is_question(said) or len(said.split()) > LONGEST_NEWS:
        return False
    if clauses.after_opening(said, f"{TIDINGS}(?:{OPENS_NEWS})") is None or clauses.says(said, NOT_YET):
        return False
    rest = clauses.remove(
        clauses.remove(said, WHO), rf"{ACTED}|{SENT}|{STATES}|{A_STAGE}|\d+(?:[.:]\d+)?(?:am|pm|th|st|rd|nd)?"
    )
    words = re.findall(r"[a-z]{2,}", rest.lower().replace("'", " "))
    others = sum(word not in KNOWN_WORDS for word in words)
    return others <= (OTHER_WORDS if clauses.says(said, BUSINESS) else 0) and not clauses.says(said, HOME_LIFE)


BUSINESS = (
    "author|legal|court|judge|solicitors?|lawyer|reports?|letters?|copy|copies|document|repl(?:y|ied)|answer(?:ed)?|consent(?:ed)?"
    "|agree[sd]?|refused|redacted|signed|orders?|ordered|charged|checks?|forms?|version|manager|boss|supervisor|tm|go-?ahead|e-?mail(?:ed)?"
    "|objections?|objected|authori[sz]ed|approved|declined|know|knows|know[ns]?|no|confirmed"
    "|allocated|share it|minutes|bail(?:ed)?|say"
)
HOME_LIFE = (
    r"A&E|sent home|home twice|to school|at night|in bed|off school|front of|his teacher|her teacher|appointments?"
)
"""What tells of the family's life rather than of the case."""
LONGEST_NEWS = 16
KNOWN_WORDS = frozenset([*ABOUT_IT.split(), "ve", "re", "ll"])
NOT_YET = "will|would|should|might|may|going to|if|unless|because|so that|to make|cause|wants?|needs?|about to"


def news(text: str, flow: Flow) -> News | None:
    """Return what has happened in a matter of this flow, where the text tells that and nothing else."""
    said = clauses.normalise(text).strip(" .!")
    if clauses.is_question(said):
        return None
    action = next((way.name for way in flow.actions if clauses.is_whole(said, way.typed)), "")
    return News(action) if action else _changed(said, flow) or _happened(said, flow)


def _changed(said: str, flow: Flow) -> News | None:
    """The answer that is another now; no more than that something happened, where the flow does not ask it."""
    asked = {question.name for question in flow.questions()}
    for question, how, value in CHANGES:
        if clauses.is_whole(said, how):
            return News("", question, value) if question in asked else News()
    return None


def _happened(said: str, flow: Flow) -> News | None:
    """The way on that it means, in this flow."""
    parts = [part for part in clauses.clauses(said) if not clauses.is_whole(part, "thanks|ok|so|great")]
    if clauses.is_whole(said, REPLY):
        return News("reply" if flow.action("reply") else "")
    if clauses.is_whole(said, TOLD_RECIPIENT):
        return News(next((way.name for way in flow.actions if way.name in ("shared", "given", "sent")), ""))
    if clauses.is_whole(said, THEY_KNOW) or (parts and all(clauses.is_whole(part, THEY_KNOW) for part in parts)):
        return News("they_know" if flow.action("they_know") else "")
    return None
