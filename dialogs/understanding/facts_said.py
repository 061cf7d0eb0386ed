"""The facts that a first message says, each only where it is sure: what is not sure is asked.

What a go-ahead may rest on is never among them: what the parents know, harm, a ground, an authorisation, an agreement
in writing, and whether somebody needs to know. `asked_all_the_same` only names it, so that it can be said back.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dialogs.engine.answers import Json
from dialogs.text import clauses
from dialogs.text.patterns import either
from dialogs.understanding.document_said import audience_said, document_said, is_handed_on
from dialogs.understanding.recipient_said import PEOPLE, RECIPIENTS, plain, recipient_said
from dialogs.understanding.this_case import of_this_case


@dataclass(frozen=True, slots=True)
class FactsSaid:
    """What was surely said, each by the name and the values that the flows use; empty or False where it was not.

    `document` is as it was said, `author` whoever wrote it. `refused`: a parent has refused. `police_asked_not_to`: the
    police have asked us not to tell the parents. `court_order`: a court has ordered us to share.
    """

    recipient: str = ""
    document: str = ""
    audience: tuple[str, ...] = ()
    author: str = ""
    refused: bool = False
    police_asked_not_to: bool = False
    court_order: bool = False
    part_in_case: str = ""
    child: str = ""

    def slots(self) -> dict[str, Json]:
        """Return only those that were said, by name."""
        named: dict[str, Json] = {name: getattr(self, name) for name in self.__slots__}
        return {name: list(value) if isinstance(value, tuple) else value for name, value in named.items() if value}


def facts_said(text: str) -> FactsSaid:
    """Return what the text surely says."""
    text = of_this_case(text)
    said = plain(text)
    recipient = recipient_said(text) or _whom_we_ask(text)
    document, author = document_said(text) if not recipient or is_handed_on(text) else ("", "")
    return FactsSaid(
        recipient=recipient,
        document=document,
        audience=audience_said(text),
        author=author,
        refused=_any_clause(_with_parents_for_pronouns(said), REFUSED, REFUSED_ELSEWHERE),
        police_asked_not_to=_any_clause(said, POLICE_ASKED, POLICE_ELSEWHERE),
        court_order=_any_clause(said, COURT_ORDERED, COURT_ELSEWHERE),
        part_in_case=_part_in_case(said),
        child=child_said(text),
    )


def _whom_we_ask(text: str) -> str:
    """Return the one whom we ask about the child, which tells them that we ask."""
    told = ASKING.sub(r"\1tell\2", text)
    return recipient_said(told) if told != text else ""


ASKING = re.compile(
    r"(?i)((?:^|[,.;!] ?|\b(?:want|need|like|have|going|wanting|ok) to |\b(?:can|should|may|could) (?:i|we) "
    r"|\bi'?(?:m|ll) |\bam |\band ))ask(ing)?\b(?! (?:me|us|him|her|them)\b)(?![^,.;]* to\b(?! know))"
)
PARENT = (
    "(?:(?:the|his|her|their|both|birth) )*(?:mums?|mother|mam|mom|dads?|father|farther|parents?"
    "|parrents?|family|mo|fa)"
)
ADVERB = (
    r"(?:(?:flat out|flat|flatly|outright|totally|all|now|still|just|also|both|already|completely|point blank"
    r"|absolutely"
    r"|always|keeps?|kept) )*"
)
SHARING = (
    r"(?:us|me) (?:to )?(?:shar\w+|speak\w*|talk\w*|contact\w*|tell\w*|ring\w*|send\w*|giv\w*|liais\w*"
    r"|pass\w*|inform\w*)"
    r"|info\w* (?:being )?shared|any(?:one|body) (?:to )?know\w*|(?:to )?(?:shar\w+|contact)"
)
ENDS = r"(?=\s*(?:$|[,.;:!?()-]|(?:and|but|so|can|do|does|should|what|now|still|carry|proceed|is)\b))"
REFUSED = either(
    rf"{PARENT}(?:'s)? {ADVERB}(?:(?:has|have|is|are|'s) )?{ADVERB}(?:refus(?:ed|es|ing|e)|refussed|declin(?:ed|es|ing)"
    rf"|withdr(?:awn|ew)|objects?|objected|objecting|refusing outright|sa(?:id|ys?|ying) (?:absolutely "
    rf"|definitely )?(?:no"
    rf"|not))(?: way)?(?: point blank)?"
    rf"(?: (?:their|her|his) consent| consent| permission| to (?:agree|consent|sign|sighn|give consent|let {SHARING})"
    rf"(?: anything| to it| to (?:us|me|this|the) ?\w*)?| to {SHARING}|{ENDS})",
    rf"{PARENT} {ADVERB}(?:(?:do|does|did|has|have|is|are|will|wo)(?:n'?t| not)|not|dosnt|wont|doesnt) {ADVERB}"
    "(?:(?:consent(?:ed|ing)?|concent|agree(?:d|ing)?)(?! with| on| to (?!me|us|this|it|shar|speak|contact"
    "|liais|talk|tell"
    "|info|let|any))|giv(?:e|en|ing) (?:consent|permission|her consent)"
    "|sign(?:ed)?(?: (?:it|the"
    rf" (?:consent )?form|anything))?{ENDS}|want(?:ed)? (?:{SHARING})|let {SHARING})",
    r"(?:no consent|consent (?:is |was |has been )?(?:refused|withdrawn)|refus(?:ed|al of) consent) ?(?:from|by) "
    rf"{PARENT}",
    rf"{PARENT} {ADVERB}(?:(?:is|are|'s|was|were) )?{ADVERB}(?:dead |totally |completely |set )*against"
    r" (?:it|this|us|me)",
    f"{PARENT} (?:says?|said|told me|told us) (?:that )?(?:she|he|they|i|we) (?:do(?:es)?(?:n't| not)|can't"
    "|cannot|ca not|won't|must"
    r" not|mustn't|am not allowed to|'m not allowed to) (?:want|consent|agree|share|speak|contact|talk|ring|tell)",
)
NOT_SURE = (
    r"if|what if|when|might|may|could|would|unless|in case|suppose|whether|worried|think|thinks|probably|should|never"
    r"|until|(?:can|has|have|was|were) (?:mum|dad|a|the|parents|they|he|she)"
    r"|do(?:es)? (?:mum|dad|a|parents|they|he|she)|say(?! no\b)|did|scared|once|or"
)
MADE_UP = (
    "training|course|exercise|example|scenario|case study|(?:another|other|different) (?:family|case|child|matter"
    "|council|team|borough)|a (?:friend|mate)"
)
REFUSED_ELSEWHERE = (
    rf"{NOT_SURE}|{MADE_UP}|apparently|supposedly|(?:was|were|been) told"
    rf"|(?:says?|said|reckons?|claims?|insists?) (?:that )?{PARENT}|before (?:s?he|they|we) (?:came|moved|was|were)"
    rf"|rumou?r|word is|in (?:19|20)\d\d|years ago"
    rf"|has(?:n't| not) refused|not (?:refus|object)\w*|(?:refus\w+|not want\w*|declin\w*|won't)"
    " (?:to (?:go|eat|come|attend"
    "|let me in|leave|engage|work|open|see|speak|talk|answer|move|take|pay)|school|contact|visits?"
    "|treatment|medication|entry)"
    "|sign (?:the |an? |his |her |any )?(?:tenancy|lease|contract|cheque|birth|passport|divorce|statement)"
    r"|used to|last year|no longer|changed (?:her|his|their) mind|neither|none of|no parent"
)
POLICE = (
    "(?:the )?(?:police(?: officers?| ds| dc| di)?|officer in (?:the )?(?:case|charge)|oic|detective|dc|pc|cait"
    "|cops?|feds|mps|met|investigating officer)"
)
NOT_TELL = (
    r"(?:not to|don't|do not|dont|never|must ?n[o']?t(?: to)?|we can't|i can't|cannot|we should ?n'?t) ?(?:yet )?"
    r"(?:tell|inform|notify|speak|talk|let|alert|warn|tip|say|contact|mention|disclose|share|giv)\w*"
)
POLICE_ASKED = either(
    f"{POLICE} (?:(?:just|now|also|today|all) )?(?:have |has |had |'ve |'s )?(?:ask(?:ed|s)?|told|said|say"
    "|says|want(?:s|ed)?"
    r"|instruct\w*|request\w*|insist\w*|advis\w*)"
    rf" (?:me |us |sw |that )*(?:that )?(?:we |i )?{NOT_TELL}",
    rf"{POLICE} (?:have |has )?(?:ask(?:ed|s)?|told|want(?:s|ed)?|request\w*) (?:me |us |sw |that |we )*(?:to )?(?:hold"
    " off|wait|keep (?:it|this|that|everything) (?:from|away from) (?:the |both )?(?:parents|family|mum|dad)"
    "|keep (?:it )?(?:quiet|zipped|it zipped"
    r"|schtum)|delay|hold back|say nothing|stay quiet)(?! for (?!now\b)| to (?:them|the interview))",
    rf"{POLICE} (?:said|say|says) (?:to )?(?:keep (?:it )?(?:quiet|zipped)|hold off|wait(?!$)|say nothing)",
    f"{POLICE} (?:have |has )?(?:ask(?:ed|s)?|request(?:ed|s)?) (?:that )?(?:we |i )?(?:the )?(?:say nothing"
    "|parents|family|mum|dad)(?: (?:are|is|be))? ?(?:not|n't)? ?(?:to )?(?:be )?(?:told|informed)",
    rf"{POLICE} (?:don't|do not|doesn't|dont|does not) want (?:us|me|the (?:parents|family)|mum|dad|parents|them)"
    r" (?:to )?(?:tell|telling|inform\w*|told|know\w*|giving|speak\w*|talk\w*|be told|to be told|alert\w*"
    r"|warn\w*|tipp\w*)",
)
POLICE_ELSEWHERE = (
    f"{MADE_UP}|if|what if|might|may|could|would|unless|in case|suppose|whether"
    f"|have ?n'?t asked|has ?n'?t asked|not"
    " asked|never asked"
    r"|routinely|usually|often|sometimes|when|to delay|(?:can|do|did|have) (?:the )?police|last year"
    "|(?:not to|don't|do not) (?:tell|inform) (?:the )?(?:school|gp|press|anyone at)|not to (?:share"
    "|disclose|give) (?:his|her|the|your|my) (?:name|number|details)"
)
DISCLOSE = (
    r"disclos\w*|shar(?:e|ed|ing)|hand(?:ed|ing)?(?: \w+){0,3} over|hand(?:ed)? over|giv(?:e|en|ing)"
    r"|provid\w*|produc\w*|releas\w*|send|file"
    r"|tell(?! (?:the |his |her |their )?(?:mum|dad|mother|father|parents?|family|him|her|them))"
    r"|run them|go to|records to|discloze"
)
COURT_ORDERED = either(
    r"(?:court|judge|magistrates?|dj \w+|hhj(?: \w+)?|recorder)(?:'s| has| have)? (?:just )?(?:order(?:ed"
    "|s)?|direct(?:ed|s)?|told (?:us|me)|instructed|said)"
    rf"(?: (?!(?:not|mum|dad|mother|father|parents|him|them)\b)[\w']+){{0,6}}? (?:to )?(?:{DISCLOSE})",
    "(?:court|judge|hhj)(?:'s| has)? (?:order(?:ed|s)?|direct(?:ed|s)?) (?:disclosure|the (?:records|file"
    "|papers|chronology|whole))",
    r"(?:cou?rt order|order from (?:the|a) (?:\w+ )?(?:court|judge)|order of the court)(?:"
    rf" (?!(?:not|mum|dad|mother|father|parents|him|them)\b)[\w']+){{0,5}}? (?:to )?(?:{DISCLOSE})",
    r"(?:order(?:ed)?|directed|told) by (?:the |a )?(?:\w+ )?(?:court|judge|hhj)(?: (?!(?:not|mum|dad|mother"
    rf"|father|parents|him|them)\b)[\w']+){{0,4}}?"
    f" (?:{DISCLOSE})",
    r"received an order from (?:the|a) (?:\w+ )?court(?: (?!(?:not|mum|dad|mother|father|parents|him"
    rf"|them)\b)[\w']+){{0,3}}? (?:{DISCLOSE})",
)
COURT_ELSEWHERE = (
    f"{MADE_UP}|if"
    f"|might|may|unless|in case|suppose|whether|no (?:court )?order"
    f"|without (?:a |an )?(?:court )?order"
    "|not (?:been )?ordered|hasn't|has not|until|could"
    "|would|need an?|apply|applying|do (?:i|we) need|is there|waiting|last year|can (?:a|the) (?:court"
    "|judge)|want(?:s|ed)? (?:a|an)|when|not to"
)


def _any_clause(said: str, pattern: str, unless: str) -> bool:
    """Whether a part of the sentence says this, and no word of that part makes it a case that is only thought of."""
    parts = re.split(r"[,.;:!()\n]+|\s-+\s|\b(?:but|so|because|cos|coz|although|though|even though)\b", said)
    found = [(part, re.search(rf"(?<![\w'])(?:{pattern})(?!\w)", part)) for part in parts]
    return any(
        one and re.fullmatch(OPENERS, part[: one.start()]) and not _says(_up_to(part, pattern), unless)
        for part, one in found
    )


OPENERS = either(
    r"\s*(?:(?:mum|mam|mom|dad|da|mother|father|step-?(?:mum|dad)|nan|the|an?|his|her|their|both|we|i|we've|i've"
    r"|(?:we|i) have|got|there's|there is|and|&|ok|so|now|today|still|just|also|as|since|well|yes|sadly|unfortunately"
    r"|know|hi|hello|problem is|turns out|only) +)*",
    r".*\b(?:asked|spoke (?:to|with)|spoken (?:to|with)|rang|tried|saw|visited)\b.* and +",
)
"""What may come before it in its part of the sentence: anything more may make it a report, a thought or another's."""


def _with_parents_for_pronouns(said: str) -> str:
    """Return the text with "mum" for "he", "she" or "they" where a parent is the last who was spoken of before."""
    who = (
        rf"(?<![\w'])(?:(?P<parent>{PARENT})|(?P<other>{PEOPLE}|{'|'.join(RECIPIENTS.values())}|author)"
        r"|(?P<pronoun>s?he|they))(?![\w'])"
    )
    last = ""

    def put(found: re.Match[str]) -> str:
        nonlocal last
        if found.group("pronoun"):
            return "mum" if last == "parent" else found.group()
        last = str(found.lastgroup)
        return found.group()

    return re.sub(who, put, said)


def _up_to(part: str, pattern: str) -> str:
    """The part of a sentence up to the end of what says it, so that a question after it changes nothing."""
    found = re.search(rf"(?<![\w'])(?:{pattern})", part)
    return part[: found.end() + 25] if found else part


def _says(text: str, pattern: str) -> bool:
    return bool(re.search(rf"(?<![\w'])(?:{pattern})(?!\w)", text))


MINE = (
    "(?:it'?s |it is |this is |that'?s |is |on |about |re |of |for |with |in )?(?:all )?my (?:own )?(?:case"
    "|cin case|cp case|family case|lac case|(?<=of my )cases)(?! ?load| manag| hold| note| summar"
    r"| worker| that\b)"
)
ALLOCATED = either(
    MINE,
    r"(?:it'?s|this is|this one'?s|he'?s|she'?s|they'?re) (?:one of )?mine(?=\s*(?:$|[,.;!?]|can |do |should |and ))",
    r"i'?m (?:the |their |his |her |\w's )?allocated(?! an? )(?: (?:social )?worker| sw)?(?: (?:for|to) \w+)?"
    r"|i am (?:the |their |his |her |\w's )?allocated(?: (?:social )?worker| sw)?",
    r"(?:one of|some of) (?:my (?:kids|children|families|cases|young people|yps|boys|girls|lads|teens)"
    r"|mine)(?! at home)",
    "my (?:allocated|cin|cp|lac) (?:child|family|young person|yp|kid|case)|(?:a|the) (?:child|family|case"
    "|kid|boy|girl) (?:i'?m|i am) allocated(?: to)?|allocated (?:to )?me",
    r"i(?:'ve| have) been allocated (?:\w'?s|this|the|his|her|their) (?:case|family)|hold(?:ing)? this one myself"
    r"|on my (?:own )?(?:caseload|case load|books)",
    r"(?:^|[,.;!] ?)(?:i am |i'?m )?allocated (?:(?:social )?worker |sw )?(?:here|for|to)(?: (?!me\b|us\b)\w+)?",
    r"i hold (?:the|this) case|i'?m (?:his|her|their) (?:allocated )?(?:social worker|sw)",
)
NOT_ALLOCATED = either(
    r"(?:isn'?t|is not|not|wasn'?t|aint|ain'?t|never) (?:actually |really |even )?(?:(?:one of )?mine\b"
    r"|my(?: own)? family(?!'s)\b|(?:my|our)(?: own)?(?: (?:case|one)(?!'s| that)\b|(?=\s*(?:$|[,.;!?])))"
    "|allocated to (?:me|us))",
    r"(?:not|isn'?t|aren'?t) on my (?:caseload|case load|list|books)",
    r"\w+(?:'s| is) (?:the )?allocated(?: worker)?,? not me",
    r"(?<!is )(?<!was )not allocated(?! (?:yet|to|a)\b)",
    r"i'?m not (?:the |their |his |her )?allocated(?: (?:social )?worker| sw)?|i am not (?:the )?allocated",
    "(?:my|a) (?:colleague|mate|coworker|co-worker|team ?mate)'?s (?:case|family)|someone else'?s case"
    "|another worker'?s case",
)
NOT_OF_US = (
    r"(?! (?:said|says|at|in|from)\b| of (?!(?:the |this |his |her |their )?(?:allocated )?(?:worker|sw|case)\b))"
)
SUPERVISES = either(
    "i'?m (?:the |their |a |her |his )?(?:supervisor|team manager|tm|(?:supervising )?manager|practice supervisor)"
    rf"{NOT_OF_US}(?= |$|,|\.)",
    r"i (?:supervise|oversee|line manage|manage) (?:the |this |their |her |his |\w's )?(?:allocated )?(?:worker|sw"
    "|social worker)(?!'s)",
    r"(?:^|[,.] ?|(?:manager|tm) (?:here )?)supervising (?:the allocated(?: worker)?|(?:this |the )?case)",
    r"i supervise (?:(?:the |this )?case|her|him|them|it)(?! (?:in|at|with|on)\b)",
    rf"i am (?:the |their |a )?(?:supervisor|team manager|manager){NOT_OF_US}",
)
PART_IN_DOUBT = (
    "(?:other|another|different) (?:family|case|child|kid|one)"
    "|(?:is|are|was) (?:s?he|they|it|this|that) (?:one of )?(?:mine|my)|not [a-z]"
    "|(?:brother|sister|sibling|cousin|twin)s?(?:'s| is| are)"
    "|if|was|used to|were|until|might|may be|is (?:it|this|that) my|whether|soon|going to be|not sure|closed"
    "|former|old|previous|no longer|last"
    "|covering|cover|student|authori[sz]ed|(?:manager|supervisor|tm|worker|she|he|they) (?:has |have )?(?:said|says"
    "|told|agreed|ok)|like|want|wish|hope|will(?: it| this| s?he| they)?(?: still)? be|once|next week"
)


def _part_in_case(said: str) -> str:
    """Return the part in the case that they say is theirs; never that they were authorised, which is asked."""
    part = re.sub(r"\b(?:while|when|in case|if) i'?m (?:on leave|off|away|sick)\b", " ", said)
    mine = _says(re.sub(rf"(?<![\w'])(?:{NOT_ALLOCATED})", " ", part), ALLOCATED)
    found = {"supervisor": _says(part, SUPERVISES), "none": _says(part, NOT_ALLOCATED), "allocated": mine}
    said_so = [value for value, yes in found.items() if yes]
    if said_so == ["none", "allocated"]:
        return ""
    if _says(part, BY_HEARSAY):
        return ""
    around = _around(
        part, {"supervisor": SUPERVISES, "none": NOT_ALLOCATED, "allocated": ALLOCATED}.get("".join(said_so), "(?!)")
    )
    doubted = _says(around, PART_IN_DOUBT)
    if said_so == ["none"]:
        doubted = _says(part, AUTHORISED_IN_DOUBT) or _says(part, SIBLING_NOT_MINE)
    return said_so[0] if len(said_so) == 1 and not doubted else ""


SIBLING_NOT_MINE = r"(?:brother|sister|cousin|sibling|twin)s?\b[^,;!?]*\b(?:not|isn'?t|aren'?t) (?:one of )?(?:mine|my)"
BY_HEARSAY = (
    "(?:(?:i'?m|i am|i was|been) told|thinks?|thought|believes?|reckons?|assumes?|says?|said|told (?:me|them|us"
    "|mum|dad)) (?:that )?"
    "(?:i'?m|i am|i hold|it'?s|it is|this is)"
)
AUTHORISED_IN_DOUBT = (
    "authori[sz]ed|(?:manager|supervisor|tm|worker|she|he|they)(?: has| have|'s)? (?:said|says|told|agreed"
    "|ok'?d?|asked)"
    r"|covering|cover|if|was|i'?m the|manager|supervisor|supervise|not only|not just|whether"
)


def _around(text: str, pattern: str) -> str:
    """Return the part of the sentence, between commas and stops, that holds the pattern."""
    parts = re.split(
        r"[,.;:!()\n]+|\s-+\s|\b(?:but|so|can|should|do|does|could|am|and (?=(?:i )?(?:want|need|would)))\b", text
    )
    return " ".join(part for part in parts if _says(part, pattern))


ONE_LETTER = r"(?-i:[B-HJ-Z])"
INITIALS = rf"(?:{ONE_LETTER}|(?-i:[A-Z]\.[A-Z]\.))"
RELATED = (
    r"(?! (?:u|ur|r|plates?|section|roads?|numbers?|shirts?|rays?|turn|wing|grades?|levels?)\b)"
    r"(?!\s*(?:\(|,|-|is|who is|the|his|her)?\s*(?:the |his |her |a |my |mums |dads )?(?:older |younger |new "
    r"|big |little |half[- ])?(?:mum|mother|dad|father|parent|step"
    r"|aunt|uncle|nan|nurse|lodger|neighbour|cousin|nephew|niece|friend|teacher|worker|manager|\w+ worker"
    r"|brother|sister|sibling|partner|student|grand(?:ad|dad|ma)|gran(?!'s)|ex|lawyer)\b)"
    r"(?! (?:from|in our|on duty|here|rang|rung|e-?mail\w*|phoned|wrote|messaged|asked|asks|mean"
    r"|(?:hit|hurt|kicked|punched) (?:him|her))\b)"
    r"(?! at (?:the|our) (?:\w+ )*?(?:agency|unit|refuge|team|office|centre)\b)(?! \([A-Za-z])"
    r"(?!,? who (?:cover|hold|work|manage))"
)
ROLE_AFTER = rf"(?!\+){RELATED}(?![\w&/.'\u2019-]*[\w&/])"
LEAD_IN = (
    r"(?:^|[.!?;:,\n/-])\W*|(?<![\w'])(?:about|abot|abt|bout|re|regarding|concerning|on|for|of"
    r"|(?<![a-hj-z']s )(?:child|baby|kid)|little|wee|initials?|that|knows?|whether|where|how|why|what|when|if|because"
    r"|cos|but|so|says|told (?:me|us)|its|it's|only"
    r"|allocated|supervise|manage|visits? to|(?:myself|case) \(|shar(?:e|ing)|pass(?:ing)?"
    r"|does|do|can|should|called|named)(?: child)?[ .:]*"
)
"""What says that the letter after it is the child: about whom it is, or who does something in this sentence."""
OF_AN_ADULT = (
    "criminal|convictions?|bail|drinking|drugs?|partner|boyfriend|girlfriend|solicitor|wife|husband|offences?|job"
)
POSSESSIVE = rf"(?:(?-i:[B-HJ-Z]|[A-Z]\.[A-Z]\.)(?='?s (?!{OF_AN_ADULT})))"
OF_THE_PARENT = (
    rf"(?i)(?<!\w)((?:re|about|on|for|regarding|concerning):? {ONE_LETTER}),"
    rf"(?= {PARENT}(?:'s)? (?:says?|said|won'?t|has|hasn'?t|is|isn'?t|not|does|doesn'?t|refus|wants?|knows?"
    r"|will|would|thinks?|rang|told|agrees?|agreed|can'?t|did|didn'?t)\b)"
)
"""A child's initial and what a parent says of it, which is no name of the parent: "re T, dad says no"."""
CHILD_A = r"(?<!\w)(?:about|re|regarding|concerning|child) (A)(?=\s*(?:$|[.?!,]))(?!\s*,\s*[A-Z]\b)"
"""A child whose initial is the word "a" as well, where nothing follows that it could go with."""
TWO_LETTERS = (
    r"(?<!\w)(?i:about|on|for|re|regarding|concerning|child|baby|kid|initials|ref|reference|shar(?:e|ing)|pass(?:ing)?"
    r"|allocated (?:\w+ )*?(?:for|to)|know|it'?s) "
    r"(?!(?:A[ADIMNPST]|B[EFPUY]|C[CEFHMOPTVY]|D[ACIOPRSV]|E[DHPU]|F[ABCMT]|G[IMOP]|H[EIORTV]|I[DFGNQSTV]|KS|L[ADP]"
    r"|M[AEHOPSY]|N[AIO]|O[AFKMNRT]|P[ACDEHIMOPRST]|QA|RE|S[EGNOPSUW]|T[ABMOV]|U[AKCPS]|V[IR]|WE|Y[JOP])\b)"
    r"([A-Z]{2})(?=\s*(?:$|[.?!,:;]|'s(?!\w)|and\b|\w+ing\b"
    r"|(?:i'?m|is|isn'?t|can'?t|has|hasn'?t|won'?t|needs|was)\b))(?!\s*,\s*[A-Z]\b)"
    rf"{RELATED}"
)
"""A child by two initials, where nothing follows that would make them short for a thing."""
BESIDE_A = rf"(?<![\w'])(?:A (?:or|and|&) {ONE_LETTER}|{ONE_LETTER} (?:or|and|&) A)(?![\w'])"
"""Two children, one of whom may be meant for the word "a"."""
NUMBERED = (
    r"(?:case|child|client|mosaic|id|ref|reference|kid|baby|boy|girl)(?: (?:id|number|no|ref"
    r"|reference))?(?: is)?[ .:#]*"
    r"((?-i:[A-Z]{1,3})[-/]?\d{2,10}|\d{4,10})(?!\d|\.\d)"
)
"""The council's number, only after a word that says what it is."""


def child_said(text: str) -> str:
    """Return the reference of the one child, or of two named together, that the text speaks of; else an empty text."""
    said = clauses.normalise(text)
    numbers = re.findall(rf"(?i)(?<!\w){NUMBERED}", said)
    if numbers:
        return str(numbers[0]).upper() if len(set(numbers)) == 1 else ""
    if not re.search(r"[a-z]{2}", said) or re.search(BESIDE_A, said) or DIFFERENT.search(said):
        return ""
    said = re.sub(OF_THE_PARENT, r"\1.", said)
    if meant := MEANT.search(said):
        return meant.group(1)
    return _by_letters(said)


def _by_letters(said: str) -> str:
    pair = re.search(
        rf"(?<![\w'.&/-])(?:about|on|for|of|children|kids|siblings|twins) ({ONE_LETTER}) (?:and|&)"
        rf" ({ONE_LETTER})(?![\w'.&/-])",
        said,
    )
    if pair:
        said = f"{said[: pair.end(1)]}{said[pair.end() :]}"
    found = list(re.finditer(rf"(?<![\w'.&/#-])(?:{POSSESSIVE}|{INITIALS}{ROLE_AFTER})", said))
    if not found and (named := re.search(CHILD_A, said) or re.search(TWO_LETTERS, said)):
        return "" if _is_not_meant(said, named.group(1)) else named.group(1)
    letters = {one.group().rstrip(".") if len(one.group()) < 3 else one.group() for one in found}
    others = {one.group() for one in re.finditer(r"(?<![\w'.&/#-])[B-HJ-Z](?![\w&/.-])", said)} - letters
    if not all(_is_led_in(said, one) for one in found) or others or len(letters) != 1:
        return ""
    if any(_is_not_meant(said, letter) for letter in letters):
        return ""
    return f"{pair.group(1)} and {pair.group(2)}" if pair else letters.pop()


def _is_not_meant(said: str, child: str) -> bool:
    """Whether it is denied of this child ("this isn't about K"), or said of a brother or sister."""
    if re.search(rf"\b{re.escape(child)},? (?:who )?(?:is |'s )?(?:not|isn'?t) (?:ours|mine|one of)\b", said):
        return True
    names = rf"(?: (?:about|on|for|with|child|baby|him|her|them|his|the|up))* {re.escape(child)}(?![\w'])"
    others = r"(?:brother|sister|cousin|sibling|twin|mate|friend|neighbour'?s \w+)s?"
    sibling = rf"{others} (?:is|was|called|named)(?: child)?{names}"
    return bool(re.search(rf"(?i)\b(?:not(?: to do)?|(?:is|was|does)n'?t|don'?t mix|never){names}|{sibling}", said))


MEANT = re.compile(rf"\b(?i:this|it)(?:'?s| is) (?:about|for|on) ({INITIALS})(?![\w&-]|\.\w| (?:and|&|or) [A-Z])")
"""The child whom it is about, where others are named as well."""
DIFFERENT = re.compile(r"(?i)(?:different|another|not (?:the|this|that)) (?:child|kid|boy|girl|lad|baby)\b(?!'?s? sw)")


def _is_led_in(said: str, found: re.Match[str]) -> bool:
    """Whether it follows words that make it the child, and not somebody else ("mum T") or a thing ("plan B")."""
    return bool(re.search(rf"(?i)(?:{LEAD_IN})$", said[: found.start()]))


OPENINGS: Mapping[str, str] = {
    "told": "(?:parents?|mum|dad|mother|father|they|both|family) (?:all |both |already )*(?:know|knows"
    "|(?:has |have |'ve |was |were )?(?:already )?been told|(?:is|are) aware)"
    r"|(?:i|we)(?:'ve| have)? (?:already )?told (?:mum|dad|them|her|him|the parents|both|parents)",
    "harm": "(?:he|she|they|p|dad|mum|stepdad)(?:'s| has| have| was)? (?:been )?(?:hit|hurt|beat|beaten"
    "|beat|harmed|injured|burnt|strangled|punched|kicked|bruised)"
    r"|bruis\w+|injur(?:y|ies)|split lip|abus(?:ed|ing)|assault\w*",
    "grounds": "(?:at|more|further) risk|put (?:him|her|them|the child|p) (?:in|at)|criminal investigation"
    "|live investigation|can'?t (?:reach|get hold of)|undue delay",
    "authorised": "(?:manager|supervisor|tm|allocated worker|they|she|he) (?:has |have |'s )?(?:said (?:i"
    "|it'?s|yes|ok)|agreed|authori[sz]ed|told me (?:i can|to))|i'?m authori[sz]ed",
    "agreed": "(?:author|gp|doctor|psychiatrist|psychologist|school|camhs|she|he|they) (?:has |have"
    " )?(?:agreed|said yes|consented)|in writing",
    "need": r"needs? to know|they need (?:it|this)",
}
"""What a go-ahead may rest on, by the name under which it is said back."""


def asked_all_the_same(text: str) -> tuple[str, ...]:
    """Return the names of what a message says that a go-ahead may rest on: it is said back, and asked all the same."""
    said = plain(text)
    return tuple(name for name, words in OPENINGS.items() if _says(said, words))
