"""Whom a sentence says that we tell, ring, write to or share with: by role, and never by a word alone.

A parent, an author, a source, the one who asks us and everyone else who is only spoken of is no recipient. Where a
sentence names two, takes one back, or lets somebody else do the telling, nothing is read.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dialogs.text.clauses import normalise
from dialogs.text.patterns import compiled, either
from dialogs.understanding.this_case import of_this_case
from dialogs.understanding.unlisted import UNLISTED

RECIPIENTS: Mapping[str, str] = {
    "school_nurse": r"school (?:health )?nurses?|school nursing(?: team| service)?|(?<=the )sn",
    "school": either(
        r"(?:class |form |head |year |his |her )?teacher"
        r"|(?:form |college |personal )?tutor|head ?(?:teacher|master|mistress)|head of year",
        r"(?:designated )?safeguarding lead at (?:the )?(?:school|nursery|college)|d\.?s\.?l|senco|sendco"
        "|teaching assistant",
        r"deputy head|head at (?:the )?(?:school|nursery)|pastoral (?:lead|manager|team)|learning mentor",
        r"(?:primary |secondary |special |infant |junior |high |new |old )*school(?! (?:bus|taxi|minibus"
        r"|transport)\b)(?:'s)?(?: (?:office"
        "|secretary|staff|dsl"
        r"|senco|safeguarding lead|receptionist|head|head ?teacher))?",
        r"(?:the )?(?:nursery|pre-?school|college|sixth form)"
        r"(?: (?:manager|staff|teacher|(?:key ?)?worker|nurse|tutor|lecturer))?",
    ),
    "health_visitor": r"health visitor|health visiting(?: team| service)?|hv",
    "gp": r"gp(?: surgery| practice|'s surgery|'s receptionist| receptionist)?|general practitioner|family doctor",
    "camhs": r"camhs(?: (?:worker|nurse|team|clinician|psychologist|psychiatrist|practitioner))?"
    r"|child and adolescent mental health(?: services?| team)?",
    "police": r"police(?: officers?| station)?|detective|cops?|feds|cid|cait|pc|dc",
    "housing": r"housing(?: (?:officer|team|department|office|association|provider))?",
    "other_professional": either(
        UNLISTED,
        "probation(?: service)?|a&e|midwife|midwives|midwifery|iro|cafcass|children'?s guardian|physio|salt|cpn|idva",
        "consultant|orthodontist|ed psych|optician|optometrist|orthoptist|pharmacist|chemist|dieti[ct]ian|nutritionist",
        "(?:family|ward) nurse|crisis team|paramedics?|child ?minder|(?:family |early years )?support worker"
        "|family hub",
        "children'?s centre|virtual school|advocate|education welfare|ambulance crew|prison|women'?s aid|yot|yos|yjs",
        "another professional",
    ),
    "not_professional": r"neighbours?|grand(?:parents?|mother|father|ma|dad)s?|nan(?:na)?|gran(?:ny)?|aunt(?:ie|y)?"
    "|uncle|god ?(?:mother|father|parents?)",
}
"""The words for each recipient that the sharing flow knows; longer ones before those that they hold."""
PARENT = r"(?:step-?|foster )?(?:mums?|moms?|mother|mam|dads?|father|parents?|family|families|carers?|mo|fa)"
PEOPLE = either(
    PARENT,
    "cousins?|relatives?",
    r"brother|sister|sibling|partner|boyfriend|girlfriend|husband|wife|friends?|landlord|lodger|perpetrator|coach",
    "childs?|kids?|children|boy|girl|baby|young person|yp|teenager|son|daughter|him|her|them|everyone|anyone|solicitor",
    "nurse|doctor|judge|court|council|network|core group|agency|agencies|professionals?|services?|charity"
    "|refuge|mentor",
    r"probation|early help|foster carer|manager|social worker|lado|church|interpreter|insurers?|employer|ta|ewo|health",
)
"""Everyone else who may be spoken of. Whether they are told or tell, they are no recipient that can be filled in."""
ARTICLE = (
    r"(?:(?:the|an?|his|her|their|our|my|its|this|that|local|named|allocated|current|new|old|both"
    r"|family(?= gp\b)|next door|\w+'s|mums|dads|w/"
    r"|childs|kids|p's) )*"
)
FOLLOWING = (
    "about|that|what's|to|for|in|on|at|if|when|before|after|without|with|w|from|as|by|re|regarding|because|cos|coz|since"
    "|unless|until|till|while|and|or|but|so|n|now|today|tonight|tomorrow|this|these|those|first|please|pls|yet|too"
    "|also|again|anyway|straight|asap|over|via|directly|not|instead|rather|what|why|who|whom|where|how|which|whether|he"
    "|she|they|it|its|it's|(?:i|he|she|they|we|it)'ll|[a-z]{2}(?= (?:is|isn't|has|hasn't|needs|can't|won't)\b)"
    "|i|i'm|im|i've|we|we're|we've|his|her|their|our|my|the|an?|some|any|anything|everything"
    "|something|nothing|all|more|just|only|even|still|mums?|mum's|mother|dads?|dad's|father|parents?|child|kids|is|are"
    "|has|have|know|knows|knowing|can|could|will|would|should|ought|must|may|might|do|does|being|be|needs?|who's|there"
    "|there's|ahead|behind|despite|although|though|regardless|next|later|during|thanks|ok|right|allowed|legit|proceed"
    r"|under|w/o|permitted|[a-z]|mine|prior|myself|of (?:the|his|her|an?|any|some|this|\w's|[a-z])|he's|she's|they're"
    "|hes|shes|theyre|bout|(?:told|informed)(?= about| that|$)|telling|hear|wants?(?= told| telling)"
)
"""What may come after whom is told. Another noun there makes it part of something else: "school trip"."""
DIRECT = (
    r"tell(?:ing)?|inform(?:ing)?|ring(?:ing)?(?: up)?|phon(?:e|ing)(?: up)?|call(?:ing)?|contact(?:ing)?|alert(?:ing)?"
    r"|e-?mail(?:ing)?|text(?:ing)?|updat(?:e|ing)|notify(?:ing)?|warn(?:ing)?|brief(?:ing)?|giv(?:e|ing)|send(?:ing)?"
    r"|show(?:ing)?|message|messaging|tel|let(?:ting)?|drop(?:ping)?|fill(?:ing)?|keep(?:ing)?|bring(?:ing)?|get(?:ting)?"
    r"|hand(?:ing)?"
)
KNOWS = r"(?:know\b|(?:have|see) (?:it|this|his|her|the|a copy|info\w*|details))"
LOOP = r"(?:in (?:the|that) loop|up to (?:speed|date)|posted|informed|updated|in the picture)"
AFTER: Mapping[str, str] = {
    "let": KNOWS,
    "drop": "an? (?:quick )?(?:line|note|message|text|call|e-?mail)",
    "fill": r"in\b",
    "hand": r"(?:the|our|his|her|their|it|an?|my)\b(?! over)",
    "keep": LOOP,
    "bring": LOOP,
    "get": LOOP,
}
"""What has to follow whom it is, for these verbs to mean telling them."""
TALK = (
    "(?:spe+a?k(?:ing)?|talk(?:ing)?|liais(?:e|ing)|writ(?:e|ing)|chat(?:ting)?)(?: (?:again|directly"
    "|openly))? (?:to|with|w)|(?:tell|inform|notify)(?:ing)? to"
    "|(?:hav(?:e|ing)|need|want) a (?:quick )?(?:chat|word|conversation|natter|call) with|catch(?:ing)? up with"
    "|touch(?:ing)? base with|run(?:ning)? (?:it|this|that) (?:past|by)|heads[- ]up to|get a message to"
    "|(?:get|getting) in touch with"
    "|reach(?:ing)? out to|(?:network|agency) checks?(?: with| w)?"
)
GAP = r"(?: (?!(?:that|because|if|when|but|who|said|told|says|tell|whose|where|since|as) )[^\s,;.!?]+){0,9}?"
WITH = (
    r"(?:shar(?:e|ing)(?! (?:agreement|protocol|polic|calendar|an? (?:office|car|room))\w*)"
    f"|discuss(?:ing)?){GAP} (?:with|w)"
)
TO = (
    r"(?:send(?:ing)?|giv(?:e|ing)|pass(?:ing)?|disclos(?:e|ing)|forward(?:ing)?|e-?mail(?:ing)?|hand(?:ing)?"
    rf"|report(?:ing)?|releas(?:e|ing)|refer(?:ring)?|mention(?:ing)?|explain(?:ing)?){GAP} (?:to|onto)"
)
GOES = (
    r"(?:can|could|should|may|must|shall) (?:it|this|that|they|(?:the|an?|his|her|their|this|that|our)"
    r"(?: [\w']+){1,4}?) (?:all )?"
    r"(?:go|be (?:sent|given|shown|passed))(?: on)?(?: straight)? (?:to|onto)"
    r"|(?:report|letter|file|assessment|notes|plan|chronology|summary) (?:is|are) (?:going|to go) to|wants? sending to"
)
WRITING = r"(?:(?:an?|this|my|our) |^)(?:e-?mail|letter|update|referral|message|note|summary) (?:to|for)"
NOT_WITH = (
    r"liv(?:es?|ing|ed)|work(?:s|ing|ed)?|stay(?:s|ing)?|appointments?|meetings?|sessions?|contact|chat|calls?|visits?"
    r"|relationship|involvement|engag(?:es?|ing|ement)|up|problems?|issues?|registered|conversations?"
)
NOT_TO = r"go(?:es|ing)?|went|visits?|trips?|moved?|moving|referrals?|consent|permission|taken|walks?|next|close"
BODILY = r"(?:send(?:ing)?|hand(?:ing)?|giv(?:e|ing)) (?:him|her|them|p|the (?:child|kids|baby)|back)"
TOLD = (
    "(?:told|informed|updated|notified|made aware|kept informed|given (?:it|this|his|her|the|a|any"
    r"|info\w*)|sent (?:it|the|a|this))"
)
PASSIVE = (
    rf"(?:(?:should|must|can|could|may|need|needs|has|have|ought|allowed|to|also|not) ){{0,4}}be(?:ing)? {TOLD}"
    r"|(?:needs?|has|ought|have) to (?:know|hear(?! from| back)|be told)|(?:should|must) hear(?! from| back)"
    "|wants? told|needs? a heads[- ]up"
    "|needs? telling(?! off)"
)
ASKED_OF = r"(?:can|could|should|must|may|does|do|shall|shud|shld|will) "
HAS = (
    r"(?:know|need to know|have to know|have (?:it|this|that|his|her|the|my|our|a copy|info\w*|details)"
    r"|be (?:told|informed))"
)
WANTED = r"(?:wants?|wanting|happy for|like|agree to|agreed to|ok with|okay with|objects? to|consent to|mind) "
KNOWING = r"(?:to know|knowing|being told|to be told|to have|having|finding out)"
WE_MEAN = (
    r"(?:that |who )?(?:i|we)(?:'m|'d|'ll| am| want| need| would)(?: (?:to|be))*"
    r" (?:tell|send|ring|speak|talk|shar|giv|inform)\w*(?: (?:it|this|that|to))*"
    r"(?=\s*(?:$|[.,;!?]|about|and|but|not|re\b))"
)
"""After whom it is: "it's the health visitor I'm sending it to"."""
TO_KNOW = (
    r"(?:to (?:know|hear)|(?:should|shud|must|ought to) know (?:about|that|how|mum|dad|s?he|they|his|her)(?:'s)?)\b"
)
WHO_NEED = r"(?:that |who |which )?needs? (?:it|this|to (?:know|hear|be told)|told|telling)\b"
TURNED_DOWN = (
    r"(?:[.!?] no(?=[.,!])|\b(?:not any ?more|no longer|forget (?:it|that)|never mind that|scrap that|no chance)\b"
    r"|\b(?:it|that)(?:'s|s| is| was)? ?(?:not|n'?t|isn'?t|wasn'?t) happening\b)|"
    r"\b(?:decided (?:to leave it|not to|against(?: it)?)|(?:i|we)(?:'?m|'re| am| are)? ?(?:won'?t(?: be)?"
    r"|will not(?: be)?|said no|told \w+ no|refused?|disagreed?|(?: ?(?:was|am|did|do|have|had)(?: not|n'?t))"
    r"|not(?: going to| doing (?:it|that))?|don'?t agree))(?=\s*(?:$|[,.;!?]|its?\b|it's|and\b))"
)
"""After what others asked for: we do not."""
HARM = "hit|hits|hurts?|hurting|grabbed|shook|slapped|punched|kicked|abus(?:ed|es|ing)|assaulted|harmed|touched|groomed"
OUR_WISH = r"(?:^|[,.] ?|(?<!\w)(?:i|we|i'd|id|we'd) )(?:(?:really|just|also|still|would|do) )*(?:want|need|like)"
HEARING = r"(?:to (?:know|hear)|told|informed)"
BOUNDARY = (
    r"[,.;:!?()]|\s-+\s|\b(?:because|so|but|if|when|that|although|though|while|whether|until|as|since|unless|cos|coz)\b"
)
AFTER_OUR_OWN = r"\b(?:before|after|by|about|of|from)\s*$"
OURS = (
    r"i|i'm|im|i'd|id|i'll|ill|i've|ive|we|we're|we'd|we've|we'll|me|us|my|our|you|u|sw|worker|student|colleague"
    r"|duty(?: worker| team)?|manager|tm|admin|business support|staff|team"
)
WANTING = r"want(?:s|ed)|ask(?:s|ed)|says|said|thinks|insists?|refus\w+|threat\w+|keeps?|offer\w*|promised?|plan\w*"
ASKING = r"(?:(?:is|are|have|has|just|now) )*(?:want(?:s|ing)?|need(?:s)?|ask(?:s|ed|ing)) (?!(?:me|us) to\b)"
MAY_TELL_THEM = (
    "what (?:can|may|should|do) (?:i|we) (?:tell|say|give|share)"
    "|(?:can|may|should|could|shall|do|must) (?:i|we) (?:just )?(?:tell|give|answer|let|share (?:it )?with) them"
)
OTHER_WORKER = r"[\w-]+'s (?:(?:old|new|last|allocated|social) )*(?:worker|sw)\b"
OTHERS_THEY = rf"{PARENT}|parents?|both|kids|children"
"""Others whom "them" may mean."""
NOUN_BEFORE = r"the|an?|this|that|his|her|their|\w+'s|police|school|gp|hospital|camhs"
"""Before "report" and the like, these make a noun of it."""
TAKEN_BACK = (
    "sorry|i mean|i meant|scrap that|correction|no wait|actually no|or rather|not really"
    "|(?<!allocated )(?<!allocated, )not (?:me|us)"
    "|no,? (?:the|his|her|it's)"
)
NEGATED = either(
    r"not|(?:do|does|did|have|has|would|should|is|wo|ca)n'?t|cannot|never|nobody|no one|without|instead of|rather than",
    "nothing|avoid|stop|hardly|barely|(?:refus|declin)(?:e|ed|ing) to",
)
MAY_OR_WILL = "can|could|should|shall|may|must|do|does|to|will|would|please|want|need|if"
ADVISES = "says?|said|suggests?|advise[sd]?|reckons?"
"""Before an order, whoever says it: "the IRO says ring the GP"."""
FRAME = either(
    "i|we|i'm|im|am|we're|i'll|ill|we'll|will|i'd|id|rather|be|please|gonna|gotta|just|still|also|now|and|so|then|only|me"
    "|should|must|may|can|could|shall|us|ah|alright|ok|okay|fine|writing|word|this|a|2|probably|really|actually",
    f"{ADVISES}|before|after|by|for|go about|(?:thinking|worried|advice|unsure) (?:of|about|on)",
    "student|worker|support|manager|team|colleague|admin|staff|sw|duty",
    "(?:wants?|wanting|wish|needs?|needing|like|have|has|ought|got|going|able|ok|okay|alright|fine|right|allowed|free"
    "|about|off|me|us|yet|much|only|planning|hoping|trying|meaning|supposed|due|keen|happy|required|expected|asked|told"
    "|ordered|judge|court|authori[sz]ed|obliged|permission|consent|says?|said|offered|nod|better|i'm|am) to",
    r"is it (?:\w+ ){1,4}to|^\W*to",
)
"""What our own wish, order or question ends with, before the telling."""
NEEDLESS = (
    r"don'?t you|chang\w+ (?:my|our) minds?|dropped the idea|g[ai]ven? up|gone off|(?:nobody|no one)(?:'s| is"
    r"| has)? (?:ask|want|expect|tell)\w*"
    "|no (?:need|reason|point|plans?|intention|wish|desire)|why (?:would|should|do|on earth|tell|share)|decided against"
)
DENIED_BEFORE = r"(?:instead of|rather than|than|without|avoid|stop)\s*$"
GONE_BY = (
    r"(?:been|thought (?:about|of)|was|were|had to|did i|did we|did you|(?:was|were) (?:going|about|meant"
    r"|supposed) to)\s*$"
    r"|\bdid (?:i|we)\b"
)
THEIR_JOB = r"\w+'s (?:job|place|role|duty|turn|business|responsibility) to\s*$"
"""Before what somebody else would have to do: "is it the GP's job to tell housing"."""
SPELT = {
    r"scho+l|scool|skool|shcool": "school",
    r"techer|teecher": "teacher",
    r"nurs": "nurse",
    r"nursary|nusery": "nursery",
    r"he?a?lth vis[ie]t[eo]r|helth visitor": "health visitor",
    r"hous+e?ing|houseing": "housing",
    r"polic|poilce": "police",
    r"shar+eing|shareing": "sharing",
    r"spe+k": "speak",
    r"rign": "ring",
    r"tae": "to",
    r"aboot": "about",
    r"weans?|bairns?": "child",
    r"da(?! worker)": "dad",
    r"hosp": "hospital",
}


def plain(text: str) -> str:
    """Return the text in small letters with its spaces folded and a few words spelt as they are meant."""
    said = normalise(text).lower()
    for typed, meant in SPELT.items():
        said = compiled(rf"\b(?:{typed})\b").sub(meant, said)
    return said


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody who could be a recipient, and their place in the text."""

    value: str
    start: int
    end: int


MENTION = "|".join(f"(?P<{name}>{words})" for name, words in RECIPIENTS.items())


def mentions(text: str) -> Iterator[Mention]:
    """Yield each recipient that the text speaks of in any role, in order."""
    for found in compiled(rf"(?<![\w'-])(?:{MENTION})(?![\w-]|'(?!s\b))").finditer(text):
        yield Mention(str(found.lastgroup), found.start(), found.end())


def recipient_said(text: str) -> str:
    """Return the one recipient whom we tell, by a value of the sharing flow; empty where that is not sure."""
    said = compiled(TURNED_DOWN).split(plain(of_this_case(text)))[-1]
    if _says(said, TAKEN_BACK):
        return ""
    found: set[str] = set()
    known = list(mentions(said))
    for one in known:
        if not _can_be_told(said, one) or _did_harm(said, one):
            continue
        if _is_the_one(said[: one.start], said[one.end :]):
            found.add(one.value)
            continue
        left = _bare(said[: one.start])
        left, others = _without_those_beside(left)
        if not _is_told(left, said[one.end :]) or (_is_family(said, one) and _is_no_telling(left, said[one.end :])):
            continue
        beside = _beside(said, one, known)
        if others or beside is None:
            return ""
        found |= {one.value, *beside}
    return found.pop() if len(found) == 1 else "" if found else _who_asks(said, known)


def other_recipient_said(text: str) -> str:
    """Return what the one recipient is who is on no list: "childminder"; empty where it is another or not sure."""
    said = plain(text)
    others = {said[one.start : one.end] for one in mentions(said) if one.value == "other_professional"}
    named = len(others) == 1 and recipient_said(text) == "other_professional"
    return others.pop() if named else ""


def _who_asks(said: str, known: list[Mention]) -> str:
    """Return who wants to know, where nobody else is mentioned: "police want his address, can i tell them"."""
    asking = {
        one.value
        for one in known
        if compiled(rf"\s+{ASKING}").match(said, one.end)
        and not compiled(r"\b(?:when|if|unless|until|once|in case)$").search(_bare(said[: one.start]))
    }
    others = len({one.value for one in known}) > 1 or _says(said, OTHERS_THEY)
    return asking.pop() if len(asking) == 1 and not others and _says(said, MAY_TELL_THEM) else ""


def _says(text: str, pattern: str) -> bool:
    return bool(compiled(rf"(?<![\w'])(?:{pattern})(?![\w'])").search(text))


def _is_family(said: str, one: Mention) -> bool:
    return one.value == "not_professional" and not said.startswith("neighbour", one.start)


def _is_no_telling(left: str, right: str) -> bool:
    """Whether it may be about seeing or asking a relative, or another's wish: "ring nan", "can nan have her"."""
    asks = compiled(
        rf"(?<![\w'-])(?:{TALK}|{WANTED.strip()}|ring(?:ing)?|phon(?:e|ing)|call(?:ing)?|contact(?:ing)?|text(?:ing)?)$"
    )
    return bool(asks.search(left) or compiled(r"\s+have\b(?! (?:a copy|info|details))").match(right))


def _bare(left: str) -> str:
    """Return the text before the words "the", "his" and the like."""
    return compiled(rf"(?<![\w']){ARTICLE}$").sub("", left).rstrip()


def _can_be_told(said: str, one: Mention) -> bool:
    """Whether they are spoken of by themselves, and are no part of another thing, such as a report or a trip."""
    rest = said[one.end :]
    return bool(compiled(rf"\s*(?:$|[,.;:!?()&+/\u2013\u2014-]|(?:{FOLLOWING})(?![\w'-]))").match(rest))


def _did_harm(said: str, one: Mention) -> bool:
    """Whether they are accused of hurting the child, which makes them nobody whom we would surely tell."""
    name, harm = re.escape(said[one.start : one.end]), rf"(?:has |have |had |who |is |was )*(?:{HARM})"
    return _says(said, rf"(?:accus\w+|blam(?:e|es|ed|ing)|suspect\w*) {ARTICLE}{name}|{name} (?:that )?{harm}")


def _is_the_one(before: str, right: str) -> bool:
    """Whether it is they and no other: "it's the health visitor I'm sending it to", "it's housing who need it"."""
    it_is = rf"(?<![\w'])(?:it|that|this(?: \w+)?)(?:'?s| is)(?: (?:only|just|really|actually))* {ARTICLE}$"
    if compiled(rf"\s+is who {WE_MEAN}").match(right):
        return not _says(_clause(before), NEGATED)
    if not compiled(it_is).search(before):
        return False
    instead = compiled(rf"(?<![\w'])(?:not|isn'?t) [^,.;]*{WE_MEAN}, (?:but )?(?:no )?it'?s {ARTICLE}$").search(before)
    ends = compiled(r"\s*(?:$|[,.;!?])").match(right)
    return bool((instead and ends) or compiled(rf"\s+(?:{WE_MEAN}|{WHO_NEED})").match(right))


def _without_those_beside(left: str) -> tuple[str, bool]:
    """Return the text before others who are named first ("tell mum and the school"), and whether one is no parent."""
    others = False
    while found := compiled(rf"(?<![\w'])(?:{ARTICLE})(?P<who>{PEOPLE})(?: and| or| &|, and)$").search(left):
        either_one = found.group().endswith(" or") and re.fullmatch("him|her|them", found.group("who"))
        others = others or bool(either_one) or not re.fullmatch(f"{PARENT}|him|her|them", found.group("who"))
        left = left[: found.start()].rstrip()
    return left, others


def _beside(said: str, one: Mention, known: list[Mention]) -> set[str] | None:
    """Return the others named with them ("the school and the GP"); None where one of them cannot be filled in."""
    joined = compiled(rf"\s*(?:,|and|or|&|\+|plus|n|as well as|,\s*and)\s+{ARTICLE}").match(said, one.end)
    if joined is None:
        return set()
    following = next((other for other in known if other.start == joined.end()), None)
    if following:
        if not _can_be_told(said, following):
            return set()
        beside = _beside(said, following, known)
        return None if beside is None else {following.value, *beside}
    whom = compiled(rf"(?P<who>{PEOPLE})(?![\w'])").match(said, joined.end())
    alone = whom and not re.fullmatch(PARENT, whom.group("who"))
    ends = whom and compiled(r"\s*(?:$|[.?!,]|or\b|about\b|know\b|that\b)").match(said, whom.end())
    return None if alone and ends else set()


def _is_told(left: str, right: str) -> bool:
    """Whether the words before and after make them the one whom we tell."""
    if compiled(rf"\s+(?:{PASSIVE})(?!\w)").match(right) and not compiled(r"\bby$").search(left):
        return not _says(_clause(left), f"{NEGATED}|{NEEDLESS}")
    if compiled(rf"(?<!\w)(?:{ASKED_OF.strip()})$").search(left) and compiled(rf"\s+(?:{HAS})(?!\w)").match(right):
        return not (compiled(r"(?<!\w)do(?:es)?$").search(left) and compiled(r"\s+(?:know|have)\b").match(right))
    if compiled(rf"{OUR_WISH}$").search(left) and compiled(rf"\s+(?:{HEARING})(?!\w)").match(right):
        return not _says(_clause(left), f"{NEGATED}|{NEEDLESS}")
    if compiled(rf"(?<!\w)(?:{WANTED.strip()})$").search(left) and compiled(rf"\s+(?:{KNOWING})(?!\w)").match(right):
        return not _says(_clause(left), f"{NEGATED}|{NEEDLESS}")
    if compiled(r"(?:^|[,.;:] ?)$").search(left) and compiled(rf"\s+{TO_KNOW}").match(right):
        return True
    verb = _verb_before(left, right)
    return verb is not None and _we_do(left[:verb], left[verb:])


def _verb_before(left: str, right: str) -> int | None:
    """Return where the verb begins that has them as its object; None where there is none."""
    direct = compiled(rf"(?<![\w'-])(?:{DIRECT})$").search(left)
    if direct:
        needed = next((then for verb, then in AFTER.items() if direct.group().startswith(verb)), "")
        if needed and not compiled(rf"\s+{needed}").match(right):
            return None
        noun = compiled(r"(?<![\w'])(?:the|an?|phone|this|that|his|her|their|last|no|voice|same)$").search(
            left[: direct.start()].rstrip()
        )
        return None if noun else direct.start()
    for pattern in (TALK, WRITING, GOES):
        found = compiled(rf"(?<![\w'-])(?:{pattern})$").search(left)
        if found:
            return found.start()
    return _verb_with_a_gap(left)


def _verb_with_a_gap(left: str) -> int | None:
    """Return the same where the thing shared or sent comes between: "share what I know with", "send it to"."""
    for pattern, never in ((WITH, NOT_WITH), (TO, NOT_TO)):
        for found in reversed(list(compiled(rf"(?<![\w'-])(?={pattern}$)").finditer(left))):
            start = found.start()
            if compiled(rf"(?<![\w'])(?:{NOUN_BEFORE})$").search(left[:start].rstrip()):
                continue
            bodily = compiled(rf"{BODILY} to$").match(left[start:])
            return None if bodily or _says(left[start:].split()[-2], never) else start
    return None


def _clause(left: str) -> str:
    return compiled(BOUNDARY).split(left)[-1]


def _we_do(before: str, verb: str) -> bool:
    """Whether it is we who do it, or nobody in particular; and that it is not denied, and not over."""
    clause = _clause(before)
    if _is_over(before, verb) or compiled(DENIED_BEFORE).search(clause) or _says(clause, NEEDLESS):
        return False
    if compiled(THEIR_JOB).search(clause) or not compiled(rf"(?:^|(?<![\w'])(?:{FRAME}))\s*$").search(clause):
        return False
    if compiled(r"\w+'s\s*$").search(clause) and verb.split(maxsplit=1)[0].endswith("ing"):
        return False
    if compiled(AFTER_OUR_OWN).search(clause):
        agents = _agents(clause)
        return not agents or agents[0][1]
    if compiled(rf"\b(?:{ADVISES})\s*$").search(clause) and not compiled(r"(?!ring\b)\w+ing\b").match(verb):
        return not _says(clause, NEGATED)
    part = re.split(r"\b(?:before|after)\b", clause)[-1]
    return _subject_is_us(part, verb)


def _is_over(before: str, verb: str) -> bool:
    """Whether it has been done: "after telling school", "we let housing know in april"."""
    if compiled(GONE_BY).search(before) or compiled(r"\W*(?:after|having|since)\s*").fullmatch(before):
        return True
    return verb == "let" and bool(_agents(_clause(before))) and not _says(before, MAY_OR_WILL)


def _subject_is_us(part: str, verb: str) -> bool:
    agents = _agents(part)
    if not agents:
        named = _says(part, f"{WANTING}|who|which") or verb.startswith(("an ", "a ", "this "))
        return not named and not _says(part, NEGATED)
    place, ours = agents[-1]
    return ours and not _says(part[place:], NEGATED)


def _agents(clause: str) -> list[tuple[int, bool]]:
    """Return who could be the subject, by place and whether it is us; not those after "of", "from" or "about"."""
    mention = "|".join(RECIPIENTS.values())
    who = rf"(?:{PEOPLE}|{mention}|s?he|they|someone|somebody|everybody|who|(?-i:[b-hj-z]))"
    only_spoken_of = either(
        rf"\b(?:from|about|of|by|with|behind|on|against|at|than)\s+{ARTICLE}{who}(?![\w'])(?! \w+ing\b)",
        rf"\b(?:without|before)\s+{ARTICLE}{who}(?:'s)? (?:knowing|knows?|finding out|agreeing|being told"
        r"|consent\w*|permission)",
        rf"(?<![\w'])(?:{DIRECT}|{TALK}|told|rung|rang|ask(?:ing)? for)\s+{ARTICLE}(?:{PEOPLE})(?![\w'])(?!"
        r" to\b)(?<!let him)",
        rf"\b(?:spoken?|talked|listened) (?:to|with) {ARTICLE}{who}(?![\w'])",
        rf"{ARTICLE}{who}(?:'s?|s|)\s+(?:consent|permission|agreement|say ?so|ok|okay)\b",
    )
    clause = compiled(OTHER_WORKER).sub(lambda found: "someone".ljust(len(found.group())), clause)
    rest = compiled(only_spoken_of).sub(lambda found: " " * len(found.group()), clause)
    agents = [(found.end(), True) for found in compiled(rf"(?<![\w'])(?:{OURS})(?![\w'])").finditer(rest)]
    agents += [(found.end(), False) for found in compiled(rf"(?<![\w'])(?:{who})(?![\w']|s\b)").finditer(rest)]
    return sorted(agents)
