"""News that names its way on: a reply came, legal have redacted it, they know now. It is said back first."""

from dataclasses import dataclass

from dialogs.engine.answers import Json
from dialogs.engine.flow import Flow
from dialogs.text import clauses
from dialogs.text.entities import AGENCY
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
    r"(?:(?:the|\w+'s|her|his|their|our|my) )?(?:school nurse|health visitor|dsl|ward|clinic|court|solicitor"
    rf"|(?:probation|housing) officer|physio|optician|midwives|{AGENCY})"
)
I_HAVE = "(?:(?:i|we)(?:'?ve| have| did)? |ive |have )?(?:now |just |already |finally |both )*"
TOLD = "(?:told|rung|rang|phoned|called|informed|spoken (?:to|with)|spoke (?:to|with)|met(?: with)?|seen|let)"
WHEN = (
    r"(?:,? (?:now|already|just now|today|yesterday|this (?:morning|afternoon|week)|last (?:night|week)|earlier"
    r"|everything"
    r"|all of it|it all|all four|know|about (?:it|this|that|the checks|everything)|first|by phone|in person|at home"
    r"|face to face|(?:by |on )?(?:the )?phone|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|and (?:told|explained)(?: \w+){0,3}|too|as well))*"
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
    rf"(?:{PROFESSIONAL}|they)(?: has| have|'s|'ve)?(?: just| now| finally| since)? (?:replied|answered|responded"
    r"|(?:come|came|been|got|rung|rang|written|wrote|e-?mailed|phoned) back(?: in touch)?)(?: (?:on )?(?:to )?"
    rf"(?:me|us))?(?: (?:on|about) (?:it|that|this)| with .+)?{WHEN}",
    rf"(?:{PROFESSIONAL})'s (?:reply|response|answer|report|letter)(?: is|'s| has)?(?: just| now| finally)?"
    rf" (?:in|here|back|arrived|landed|come|came)(?: back| in| through)?{WHEN}",
    rf"(?:i(?:'ve| have)? )?(?:just )?(?:heard|got (?:a|the) reply) (?:back )?(?:from )?(?:{PROFESSIONAL}|them){WHEN}",
)
AUTHOR = (
    "(?:the |their )?(?:author|psychiatrist|psychologist|doctor|consultant|paediatrician|gp|therapist"
    r"|dr [a-z]\.?|s?he|they)"
)
HAS = "(?: has| have|s|'s|'ve)?(?: now| just| finally| since| at last)?"
ORDER = (
    "(?:(?:we|i)(?:'ve| have) had )?(?:(?:the|a|an) )?(?:court |interim |care )*order(?: has|'s| was)?(?: just| now)?"
    r"(?: (?:come|came|arrived)(?: through| in| back)?| (?:been )?(?:made|granted)| through)(?: from (?:the )?\w+)?"
    f"{WHEN}"
)
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
        rf"{MANAGER}{HAS} (?:agreed|(?:said|says) (?:yes|i can(?: (?:tell|share with|answer) (?:them|him|her))?"
        r"|it'?s (?:ok|fine)|i'?m (?:ok|okay|fine|allowed|good) to (?:share|tell|ring|send|answer)"
        "(?: (?:it|them|him|her))?)"
        rf"|(?:authorised|okayed|approved|ok'?d) (?:it|me|this)(?: since)?){WHEN}",
        "authorised",
    ),
    (
        "part_in_case",
        rf"(?:it'?s|the case is|i(?:'ve| have)) (?:now )?(?:mine now|been allocated(?: to me)?){WHEN}",
        "allocated",
    ),
)
"""The question, how it is said that its answer has changed, and to what."""


OPENS_NEWS = (
    "(?:ok(?:ay)?|right|so|well|hi|update|fyi|by the way|btw|since then|just so you know"
    r"|(?:i(?:'ve| have)? )?just (?:heard|learn(?:ed|t)|found out)(?: that)?)"
)
"""How what has happened is led in."""


def news(text: str, flow: Flow) -> News | None:
    """Return what has happened in a matter of this flow, where the text tells that and nothing else."""
    said = clauses.normalise(text).strip(" .!")
    said = clauses.after_opening(said, OPENS_NEWS) or said
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
    if clauses.is_whole(said, ORDER):
        return News()
    if clauses.is_whole(said, REPLY):
        return News("reply" if flow.actions_by_name.get("reply") else "")
    if clauses.is_whole(said, TOLD_RECIPIENT):
        return News(next((way.name for way in flow.actions if way.name in ("shared", "given", "sent")), ""))
    if clauses.is_whole(said, THEY_KNOW) or (parts and all(clauses.is_whole(part, THEY_KNOW) for part in parts)):
        return News("they_know" if flow.actions_by_name.get("they_know") else "")
    return None
