"""News that names its way on: a reply came, legal have redacted it, they know now. It is said back first."""

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


def news(text: str, flow: Flow) -> News | None:
    """Return what has happened in a matter of this flow, where the text tells that and nothing else."""
    said = clauses.normalise(text).strip(" .!")
    said = clauses.after_opening(said, "(?:ok(?:ay)?|right|so|well|hi)") or said
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
        return News("reply" if flow.actions_by_name.get("reply") else "")
    if clauses.is_whole(said, TOLD_RECIPIENT):
        return News(next((way.name for way in flow.actions if way.name in ("shared", "given", "sent")), ""))
    if clauses.is_whole(said, THEY_KNOW) or (parts and all(clauses.is_whole(part, THEY_KNOW) for part in parts)):
        return News("they_know" if flow.actions_by_name.get("they_know") else "")
    return None
