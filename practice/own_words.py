"""A trainee's own words to parents, looked through by plain words: what is missing, and what must not be said.

Warmth is not weighed. What may say who told us is found by the words that put a text first in real work as well.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dialogs.engine.letter_review import DOUBTFUL, PEOPLE, SAYING

WHO = (
    r"schools?|nurse|gp|doctor|surgery|dr|police|housing|health visitor|camhs|teacher|hospital|team|agenc(?:y|ies)"
    r"|centre"
    r"|midwife|nursery|college|coach|clinic|ward|head(?: of year| teacher)?|officer|office|landlord|psychologist"
    r"|therapist"
    r"|mrs? [a-z]\w*|ms [a-z]\w*|(?:support|youth|link|key) worker|dentist|paediatrician|charity|court|tutor"
)


def _one_of(*patterns: str) -> re.Pattern[str]:
    return re.compile("(?i)" + "|".join(patterns))


YES = (
    r"consent|permission|agreement|approval|go-?ahead|blessing|say-so|backing|signature|(?:a|your) (?:\w+ )?yes"
    r"|your (?:okay?|word|initials)|any objections?|(?:form|slip) back"
)
"""What is never needed, by its names."""
SIGNS = (
    r"sign(?!s|al|ed up|ing up| up| languages?)\w*|initial (?:it|this|here)|initials here"
    r"|(?:put|pop|write|add|print) your (?:name|initials) (?:to|on|under|here|at|below|beside)|dotted line"
)
WILLING = r"happy|ok|okay|fine|comfortable|content|alright|all right|willing|good|on board|in favour|at ease"
AGREES = r"agree|agreed|consent|approve|say yes|said yes|give (?:me|us) (?:a|your) \w+|accept it"
ON_CONDITION = r"if|once|when|whether|until|till|as long as|so long as|provided|where"
A_TALK = (
    r"(?! ?(?:you if |me to |us to |i |we |to )*"
    r"(?:(?:call|ring|come|talk|speak|write|meet|visit|pop|phone|text|drop|see)\w*"
    r" (?:to you|you|back|again|round|over|by|in|now|later|today|tonight|tomorrow|this|next|at|on|after|before"
    r"|with you)\b"
    r"|(?:tell|ask|show|give|bring|read|send|post) (?:you|it|one|this|our|the (?:privacy|notice|leaflet|page))\b"
    r"|(?:sit|go through|explain)\b))"
)
"""What follows is a talk, or something for them to read, and no sharing."""
SHARE = (
    r"(?:tell|share|pass|inform|let|give|send|speak|talk|ring|call|contact|ask|mention|go ahead|do (?:it|this|that|so))"
)
SHARING = SHARE[:-1] + r"|(?:tell|shar|pass|inform|lett|giv|send|speak|talk|ring|call|contact|ask|mention|go|do)ing)"
ASKS_CONSENT = _one_of(
    rf"\b(?:{YES}|{SIGNS})\b",
    rf"\b(?:do|would|will|could|can|have|don't) you (?:please |kindly |all |both )*(?:{AGREES}|mind|object)\b"
    rf"(?! with (?:how|what|my)){A_TALK}",
    r"\bneed\b[^.?!]{0,25}\b(?:agree|accept|sign)\b|\b(?:tick|accept|nod)\b|\bin writing from you\b",
    rf"\byou(?:'re| are)(?: both)? (?:{WILLING}) (?:with|about|for)\b|\bif (?:that|it)(?:'s| is) (?:{WILLING})\b",
    r"\b(?:it|that|this)(?: is|'s) up to you\b|\bshall i go ahead\b|\bsay (?:yes|no) and\b",
    r"\byou (?:can|may|could) (?:refuse|say no|stop (?:it|this|me)|object)\b",
    rf"\b(?:{ON_CONDITION}) (?:that )?(?:you|both of you)(?:'re|'ve|'d| are| were| have| both)?(?: all)?"
    rf" (?:{AGREES}|(?:{WILLING})(?= (?:with|about|for|that|to)|\W*$))\b(?! or )",
    rf"\b(?:is|was|would|are|will) (?:it|that|this|we|you|you both)(?: all)?(?: be)? (?:{WILLING}|set|ready)"
    rf" (?:with|by|if|for|about|that|to)\b{A_TALK}",
    r"\b(?:is|was|would|will) (?:it|that|this)(?: all)?(?: be)? (?:ok|okay|fine|alright|all right)\W*$",
    rf"\b(?:may|can|could|shall|should|might) (?:i|we) (?:please |just |now |also )?{A_TALK}{SHARE}\b(?! (?:you|me)\b)"
    r"(?=[^.!]*\?)",
    rf"\b(?:let|allow|permit|want|like|trust) (?:me|us) (?:to )?{A_TALK}{SHARE}\b(?! you\b)(?=[^.!]*\?)",
    rf"\b(?:feel|think|mind|say) (?:about|of|to|if)(?: it if| that if)? (?:me|us|my|our|i|we) {A_TALK}{SHARING}\b",
    r"\bask(?:ing)? you to (?:let|allow|agree|consent|approve|accept|permit)\b"
    r"|\b(?:can|may|could) (?:the|your|\w+'s) [^.?!]{0,25}\bbe (?:told|informed|asked)\b(?=[^.!]*\?)",
    r"\b(?:can|may|could) (?:i|we) (?:take it|assume|count on)\b|\bhave (?:i|we) got your\b",
    r"\b(?:want|need|like|have|get|got) you (?:both )?(?:on board|with me|to agree|to say yes|to be (?:happy|ok"
    r"|fine))\b",
    r"\b(?:reply|answer|text|write|say|message)(?: me| us| back)?(?: with)?(?: the word| a)? [\"']?yes\b",
    r"\byou(?:'ll| will| can| could| would|'d) (?:please |both |kindly )*(?:agree|consent|allow|permit|approve)\b"
    r"|\b(?:would|will|are) you (?:both )?(?:be )?(?:open to|up for|prepared|in favour)\b"
    r"|\bconfirm\b[^.?!]{0,15}\b(?:i|we) (?:may|can|could)\b|\b(?:sits?|works?|goes down) (?:well|all right|ok"
    r"|okay)? ?(?:with|for) you\b|\bor (?:should|shall) (?:i|we) leave it\b",
    rf"\b(?:say|tell (?:me|us)|confirm|know)\b[^.?!]{{0,20}}\b(?:it|that|you|you both)(?:'s|'re| is| are| was"
    rf"| were) (?:{WILLING})\b",
    r"\b(?:final (?:say|word)|have a veto|thumbs up|green light|all clear)\b|\byou (?:both )?(?:decide"
    r"|choose) (?:if|whether)\b",
    r"\b(?:it|that|this|the (?:choice|decision))(?:'s| is) (?:all |entirely |completely |really )?"
    r"(?:your (?:call|choice|decision)|yours)\b",
)
WAITS_FOR_THEM = _one_of(
    r"\bask(?:ing|ed)? (?:you )?(?:if|whether) (?:i|we) (?:can|may|could|might)\b|\bunless you (?:do|both do|say so"
    r"|agree)\b",
    r"\btell (?:me|us) what (?:i|we) (?:may|can|could)\b|\bonly\b[^.?!]* with your (?:support|help|word)\b",
    rf"\b(?:hope|hoping|trust)(?: that)? you(?:'ll| will)(?: both)? be (?:{WILLING}) (?:with|about|for|to)\b",
    r"\bif you(?:'d| would)? (?:like|want|prefer) (?:me|us) not to\b|\bagainst your (?:wishes|will)\b",
    rf"\bwhether you(?:'d| would)? (?:want|like) (?:me|us) to {A_TALK}{SHARE}\b",
    rf"\b(?:sure|certain|know)(?: that)? you(?:'re| are) (?:{WILLING})\b[^.?!]*\bbefore\b",
    r"\bif (?:you|that|it)(?:'re| are|'s| is)? (?:don'?t|do not|doesn'?t|not) (?:mind|object|against|a problem)",
    r"\bunless you(?:'d| would| are|'re)? (?:object|mind|say no|say otherwise|disagree|against|rather|tell me not)\b",
    r"\bif you(?:'d| would) (?:rather|prefer)(?: that)? (?:i|we) (?:didn'?t|did not|don'?t|held|hold|waited|left)\b",
    r"\bif you (?:said|say) (?:i|we) (?:could|can|may)\b",
    rf"\bonly\b[^.?!]* if you (?:both )?(?:let|allow|permit|want|{AGREES}|{WILLING})\b",
    r"\bif you (?:both )?(?:let|allow|permit) (?:me|us)\b",
    r"\bif you\b[^.?!]*\b(?:i|we)(?:'ll| will)(?: \w+)? (?:stop|wait|hold|leave it|drop it)\b",
    r"\b(?:say|tell (?:me|us)|let (?:me|us) know|shout|ring|call|text)\b[^.?!]{0,12} if you(?:'d rather"
    r"| would rather| don'?t| do not)\b"
    r"[^.?!]*\b(?:me|us|this|it|that|school|nurse|gp|police)\b",
    r"\b(?:if|free to|can|may)\b[^.?!]{0,20}\b(?:no|refuse|object|don'?t agree|disagree)\b[^.?!]{0,20}"
    r"\b(?:(?:i|we) (?:won'?t|will not|shan'?t)|respect (?:that|it)|that'?s (?:it|that|the end)|it stops)\b(?! (?:stop"
    r"|change|go away))",
    r"\bif (?:you|you both)(?:'re| are)(?: not|n't) (?:happy|comfortable|ok|okay|sure|keen|all right)\b[^.?!]*"
    r"\b(?:won'?t|will not|leave|stop|wait|hold|drop|don'?t)\b",
    r"\blet (?:me|us) know (?:if|whether) (?:i|we|that|it|this) (?:can|may|could|should|is (?:ok|okay|fine"
    r"|all right))\b",
    r"\b(?:until|till|before|unless|once|when|as soon as)\b[^.?!,]{0,12}\b(?:hear|heard|get|got|have|had)\b[^.?!,]*?"
    r"\b(?:back from you|from you\W*$|from you (?:both )?(?:first|that)|your (?:answer|reply|word|decision))\b",
    r"\bwait(?:ing)? for (?:your (?:word|answer|reply|decision|response)|you to (?:say|answer|reply|decide|confirm"
    r"|agree))",
)
"""What is done hangs on what they say: that asks for it, although it says "not"."""
HEARS_THEM = _one_of(r"\b(?:tell (?:me|us) why|think again|write (?:it|that) down|still)\b")
"""They are heard, and no answer is waited for: as in the letters of real work."""
DENIES = _one_of(
    r"\b(?:not|\w+n't|cannot|dont|wont|cant|never|no|nothing|nobody|neither|nor|without|regardless|even if)\b",
    r"\bwhether or not\b|\bwhether [^.?!,]* or not\b",
)
NEEDS_FIRST = _one_of(
    r"\b(?:can'?t|cannot|can not|won'?t|not|never|unable|nothing|nobody)\b[^.?!]*"
    r"\b(?:without|unless|until|before|till)\b[^.?!]*\byou",
    r"\bwithout your\b[^.?!]*\b(?:can'?t|cannot|can not|won'?t|not|hands are tied|stuck|nothing)\b",
)
"""Nothing is done before they have said yes: that asks for it, although it says "not"."""
CLAUSE = re.compile(r"[;:]\s+|,\s+(?=(?:and|but|so|just|please|then)\b)")
SHORTLY_AFTER = 25
"""Characters in which a denial can still follow: "consent isn't needed"."""
PASSING = r"tell|told|say|shar|pass|let|inform|giv|send|sent|hear|learn|know|explain|gets?|receiv|goes|ask"
LOOKED_FOR = {
    "what": re.compile(
        rf"(?i)\b(?:{PASSING})(?:e|ing|s)?\b[^.?!]*"
        r"\b(?:that|about|what|which|of|your|the|a|two|three|one|how|where|when)\b"
    ),
    "why": re.compile(
        r"(?i)\bbecause\b|\bwhy\b|\bso (?:that|\w+ (?:can|gets?|has|have|is|knows?|goes|may|won't|doesn't|needn't))\b"
        r"|\bso (?:nobody|no one|someone|somebody|everyone|the \w+)\b|\bworr(?:y|ied)\b|\bin order\b"
        r"|\b(?:the|my|our) (?:reason|aim|point|hope)\b|\bi(?:'d| would) like\b|\b(?:it|that|this)(?:'s| is) (?:to"
        r"|for)\b"
        r"|\b(?:as|since) (?:she|he|they|it|\w+ (?:has|needs|is))\b|\bneeds? (?:it |this |that )?to\b"
    ),
    "used_for": re.compile(
        r"(?i)\b(?:use[ds]?|uses|using|purpose|what for)\b|\b(?:they|she|he)(?:'ll| will| can)\b|\bput right\b"
        r"|\bwith it\b"
        r"|\bwill (?:make|plan|look|help|change|check|bring|put|keep|leave|answer|book|choose|see|watch|mend)\b"
    ),
    "who": re.compile(
        rf"(?i)\b(?:only|with|to|tell|the|inform|but)\b (?:the |your |\w+'s )?(?:\w+ )?(?:{WHO})\b"
        rf"|\b(?:{PASSING})(?:e|ing|s)?\b[^.?!]*\b(?:{WHO})\b|\b(?:{WHO})\b[^.?!]*\b(?:{PASSING})(?:e|ing|s)?\b"
    ),
    "legal": re.compile(r"(?i)\blaw(?:s|ful|fully)?\b|\bchildren acts?\b|\blegal(?:ly)?\b|\blegislation\b|\bstatut\w+"),
    "no_consent": re.compile(
        r"(?i)(?:\bnot|n't|never|\bno|without|nothing)\b[^.?!]*"
        r"\b(?:agree\w*|yes|sign\w*|consent|permission|accept|approv\w+|asking|ask you)\b"
        r"|\bconsent\b[^.?!]*(?:\bnot|n't)\b[^.?!]*\b(?:needed|required|asked|necessary)\b"
        r"|\b(?:even if|whether or not|whether) (?:you|a parent|(?:either|one) of you)"
        r" (?:agree|disagree|don'?t agree|would rather|want|like|say)\b"
        r"|\bagreed? or not\b|\b(?:can|may) (?:say no|object|disagree)\b[^.?!]*\bbut\b|\bhowever you feel\b"
    ),
    "privacy": re.compile(r"(?i)\bprivacy (?:notice|information|page|leaflet|statement)\b"),
}


def missing_parts(text: str) -> tuple[str, ...]:
    """Return the things that cannot be found; a text that asks for consent does not say that none is needed."""
    lacking = [name for name, pattern in LOOKED_FOR.items() if not pattern.search(text)]
    if any(map(asks_consent, _sentences(text))) and "no_consent" not in lacking:
        lacking.append("no_consent")
    return tuple(name for name in LOOKED_FOR if name in lacking)


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence to look at again, and why."""

    kind: Literal["consent", "secrecy", "who_told", "doubtful", "hard"]
    sentence: str


WILL_NOT = r"won'?t|will not|never|will never|shan'?t|not going to|wouldn'?t|isn'?t going to|aren'?t going to"
PROMISES_NOT = rf"{WILL_NOT}|'d never|promise not to|promise (?:you )?(?:that )?(?:i|we) won'?t"
WHAT_IS_SAID = (
    r"(?: (?:of|about|from))?(?: (?:it|this|that|any of (?:it|this)|anything|a thing|us|me"
    r"|what (?:you|we)\b[^.?!]*|(?:our|this|your) (?:talk|chat|conversation|visit|call)))?"
)
SECRECY = _one_of(
    r"\bbetween (?:us|you and me|ourselves|the two of us)\b",
    r"\b(?:just|only|nobody but|no one but) (?:us|you and me|me|you and i|the two of us)\b",
    r"\b(?:stays?|remains?|keep|keeps|kept|leave|keeping)\b[^.?!]{0,20}"
    r" (?:a secret|secret|in this room|to myself|quiet|dark|hidden|under wraps|hush(?:ed)?|to ourselves|under (?:my"
    r"|our) hats?)\b",
    r"\b(?:safe|stays?|only|remains?|ends|stops) with (?:me|us)\b|\bkeep\b[^.?!]{0,25} (?:out of|off) (?:this|it"
    r"|the|our|any)\b"
    r"|\b(?:just|only) for (?:us|your ears|my ears|our ears)\b|\bstays? (?:right )?here\b",
    rf"(?:\b(?:{PROMISES_NOT})) (?:ever |be )?"
    r"(?:tell|say|share|pass|breathe|repeat|mention|let|talk|speak|telling|sharing|passing|saying)\b"
    r"(?:[^.?!]{0,40}\b(?:anyone|anybody|anything|a (?:\w+ )?soul|a word|any of it|out|slip)\b"
    r"|(?: \w+)? on\W*$| (?:it|this|that)\W*$)",
    rf"\b(?:it|this|that|what you (?:say|tell me|told me)|none of (?:it|this|that)"
    rf"|nothing(?: you say)?) (?:{WILL_NOT}|doesn'?t|does not)"
    r"[^.?!]{0,6}\b(?:leave|go any|go (?:past|beyond|outside)|get out|get back|come out|be (?:passed|shared"
    r"|repeated))\b",
    r"\b(?:nobody|no one|not a soul|no-one|no other \w+)(?P<else> else| beyond| apart| outside"
    r"| other than)?(?: \w+){0,5}?"
    r" (?:know|knows|hear|hears|find|finds|learn|learns|told|see|sees)\b",
    rf"\b(?:nothing|none of (?:it|this|that)|{WILL_NOT})\b[^.?!]*\b(?:written down|write (?:it|this|that"
    rf"|any of it) down|recorded?"
    r"|on (?:file|record|paper|the (?:file|record|system)))\b",
    r"\b(?:strictly|completely|totally|entirely|keep|kept|stays?|remains?)\b[^.?!]{0,30} private\b"
    r"|\b(?:i|we)(?:'ll|'ve| will| have)? (?:already )?(?:forget|forgotten|never heard|didn'?t hear|unheard) (?:it"
    r"|that|this|what)\b",
    rf"\b(?:{WILL_NOT}) (?:ever )?be told\W*$|\bin the dark\b|\ba vault\b|\bonly (?:ones|people|two)\b[^.?!]* know\b"
    r"|\b(?:don'?t|needn'?t|won'?t|do not) (?:have to |need to )?tell (?:my|our) (?:manager|boss|team|supervisor"
    r"|office)\b",
    rf"\b(?:{WILL_NOT})\b[^.?!]*\b(?:in|into) (?:my|our|the|your) (?:notes?|records?|file|system)\b",
    r"\b(?:don'?t|do not|never) (?:pass|share|tell|repeat) (?:anything|any of it)\b",
    r"\b(?:my word|i (?:promise|swear|guarantee))\b[^.?!]*\b(?:safe|confidential|secret|private|quiet)\b"
    r"|\b(?:safe|confidential|secret|private|quiet)\b[^.?!]*\b(?:my word|i (?:promise|swear|guarantee))\b",
    r"\bstays? (?:inside|within|in) (?:this|the|our|your) (?:family|home|house)\b|\bgoing anywhere\b|\bkeep (?:it"
    r"|this|that) from\b",
    r"\b(?:all|everything|anything|whatever|what)\b[^.?!]* is private\b|\bnever (?:speak|talk) (?:of|about) (?:it"
    r"|this|that)\b",
    r"\bnever (?:find|hear|know|learn)\b|\bno (?:need|reason) for (?:anyone|anybody)\b",
    rf"\b(?:{WILL_NOT}) (?:ever )?(?:get wind|hear|find out|see|know|learn|be any the wiser)(?: a (?:word|thing)"
    rf"| anything)?{WHAT_IS_SAID}\W*$",
    rf"\b(?:needn'?t|need not|(?:doesn'?t|don'?t|does not|do not) (?:need|have) to) (?:ever )?(?:know|hear"
    rf"|find out){WHAT_IS_SAID}\W*$",
    r"\bnone of (?:it|this|that) (?:will|is going to|gets?|goes|ever|leaves)\b|\b(?:be|stay|keep) silent\b"
    r"|\bsay nothing\b",
    r"\b(?:go|goes|going|leaves?|gets?)\b[^.?!]{0,12} (?:no|any) further\b",
    r"\b(?:leaves?|outside|beyond) (?:this|the|these|my|our|your) (?:\w+ )?(?:room|walls?|house|notebook|door)\b",
    r"\b(?:lips are sealed|(?:my|the) grave|off the (?:record|file|books)|mum'?s the word|sworn to)\b"
    r"|\bin (?:strict |complete |total )?confidence\b|\b(?<!no )secret\b",
    r"\b(?:completely|strictly|totally|absolutely|always|entirely|fully|everything|all)\b[^.?!]* confidential\b",
    r"\bconfidential\b[^.?!]*\b(?:always|no matter what|whatever)\b",
    r"\b(?:total|full|complete|absolute|guarantee|promise)\b[^.?!]* confidentiality\b",
)
CANNOT = _one_of(
    r"\b(?:can'?t|cannot|can not|not able to|couldn'?t|won'?t be able to|don'?t promise|not promise)\b",
    r"\b(?:unless|except|without|no secrets?)\b|(?<!n't )(?<!not )\b(?:have|has|need) to (?:pass|tell|share)\b"
    r"|\bwho (?:rang|told|called|spoke|it (?:is|was))\b",
)
"""Somebody who says that they can't keep a secret, or that they never say who rang, promises none."""
ABOUT_A_THING = re.compile(r"(?i)\btold (?:about|of) (?:the|your)\b")
"""Beside what is shared, what is not shared may be said."""
SERVICES = (
    r"school|nursery|college|hospital|surgery|gp|doctor|nurse|health visitor|police|housing|landlord|charity|club|coach"
    r"|lady|man|woman|people|couple|parents?|family|building|in-law|m(?:rs?|s)|grand\w+|daughter|son|wife|husband"
    r"|member of (?:your|the) \w+"
)
REPORTED = (
    r"told|tells (?:us|me)|said|rang|rung|spoken? (?:to|with) (?:us|me)|(?:been )?on (?:the phone )?to (?:us|me)"
    r"|got hold of (?:us"
    r"|me)|phoned|called|texted|e?mailed|wrote|showed|reported|disclosed|complained|heard|saw|noticed|alleged"
    r"|claimed|mentioned|witnessed|contacted|in contact|in touch|asked (?:us|me)|let (?:us|me) know|came to (?:us|me)"
    r"|passed [^.?!]{0,12} ?to (?:us|me)|passed [^.?!]{0,9}on|raised|referred|made a"
)
TOLD_BY = r"calls?|letters?|e?mails?|messages?|reports?|referral|tip|complaint|worry|concern|information|word|note"
SOMEONE = rf"(?:(?<!if your )(?<!if the )\b(?:{PEOPLE}|{SERVICES})\b|(?-i:\b[A-HJ-Z]\b))"
BETWEEN = r"(?:(?!\b(?:I|you|we|will|to|be|if|because|when|so that)\b)[^.?!,;]){0,45}?"
"""The words between a person and what they did, with nobody else in between who could have done it."""
WHO_TOLD = _one_of(
    rf"\b(?:{PEOPLE})\b(?:\W+(?!(?:will|to|should|would|can|may|might|must|ll)\b)\w+){{0,2}}?\W+(?:{SAYING})\b",
    rf"\b(?:some(?:one|body)|a person|the (?:one|person)|the people|those) (?:who |that )?"
    rf"(?:on|in|at|from|near|next|above|below|upstairs|downstairs|close|lives?|sees?|knows?|looks?|is"
    rf"|inside)\b{BETWEEN}\b(?:{SAYING}|{REPORTED})\b",
    rf"\b(?:the|a) (?:one|person|people|lady|man|woman) (?:who|that)\b[^.?!,]{{0,45}}?\b(?:{REPORTED})\b"
    rf"|\bsome(?:one|body) who\b[^.?!,]{{0,45}}?\b(?:{REPORTED})\b",
    r"\bwho (?:rang|called|told|reported|wrote|phoned|complained|got in touch)\b[^.?!]*(?:,? but\b|\blives?\b|\bnear\b)"
    r"|\byou (?:\w+ )?know who (?:rang|called|told|reported|it was)\b|\bguess who\b|\bsome(?:one"
    r"|body) (?:very )?(?:close|near|dear)\b|\bit was some(?:one|body)\b",
    r"\b(?:word|news|it|this|that|a worry|concerns?)(?: has| have)? (?:reached|came to|come to|got to"
    r"|got back to) (?:us|me)\b[^.?!]*"
    r"\b(?:from|through|via|by way of)\b",
    rf"{SOMEONE}{BETWEEN}\b(?:{REPORTED})\b",
    rf"\b(?:{TOLD_BY}|came|heard|got|know)\b[^.?!,;]{{0,20}} from {BETWEEN}{SOMEONE}",
    rf"{SOMEONE}{BETWEEN}\b(?:let on|(?:has|have|had) (?:\w+ )?(?:doubts?|fears?|worries|concerns?)|spoke)\b",
    r"\b(?:reported|raised|told|contacted|called|rung|approached|tipped off|passed on|noticed|flagged|brought (?:up"
    r"|to us))\b[^.?!]{0,20}\bby\b"
    r"(?! (?:law|whom|phone|letter|e?mail|text|me|us|post|the (?:end|time)|\w+day)\b)",
    r"\baccording to\b(?! the (?:law|guidance|plan))",
)
THEIR_OWN_TELLING = _one_of(
    r"\b(?:I|we|you|me|us)\b(?:'\w+)?(?: [\w']+){0,5}?"
    r" (?:tell|told|say|said|saying|telling|hear|hearing|think|worried|write|see|saw)\b(?: (?:me|you|us|it|why|what))*",
    r"\bto (?:tell|say|hear|see)\b|\bwhat (?:they|she|he) (?:say|says|said)\b|\btell (?:me|us) why\b",
    r"\b(?:will|to|can|is|are|be) (?:hear|see|told|think)\b|\bbe told\b",
    r"\b(?:the|\w+'s|class|form) (?:\w+ )?(?:teacher|midwife|police|officer)(?= (?:will|gets?|can|has|needs?|uses?"
    r"|hears?|keeps?)\b)",
    r"\bsome(?:one|body) who\b|\[[^\]]*\]|\b(?:law|children acts?|act|privacy notice)\b(?: (?:says?|means?|tells?))?",
)
"""What the two of them say to each other, such as "I'm going to tell": it says of nobody else that they told us."""
READING_AGE, SHORTEST_TO_WEIGH = 11, 30
"""The age at which the letters of real work can be read; and of how many words on it is weighed."""


def look_through(text: str) -> tuple[Found, ...]:
    """Return every sentence that should be looked at again, those that must not be said first."""
    sentences, faults = _sentences(text), find_faults(text)
    told = [Found("who_told", one) for one in sentences if WHO_TOLD.search(one)]
    named = {one.sentence for one in (*faults, *told)}
    rest = [one for one in sentences if one not in named and DOUBTFUL.search(THEIR_OWN_TELLING.sub("", one))]
    return (*faults, *told, *(Found("doubtful", one) for one in rest), *_too_hard(text, sentences))


def find_faults(text: str) -> tuple[Found, ...]:
    """Return the sentences that ask for consent or a signature, or promise secrecy."""
    return tuple(_faults(text))


def _faults(text: str) -> Iterator[Found]:
    somebody_hears = bool(LOOKED_FOR["who"].search(text))
    for sentence in _sentences(text):
        if asks_consent(sentence):
            yield Found("consent", sentence)
        promise = SECRECY.search(sentence)
        if (
            promise
            and not CANNOT.search(sentence)
            and not (somebody_hears and (promise["else"] or ABOUT_A_THING.search(sentence)))
        ):
            yield Found("secrecy", sentence)


def asks_consent(sentence: str) -> bool:
    """Whether a sentence asks for a yes or a signature, or lets what is done wait for one."""
    if WAITS_FOR_THEM.search(sentence) and not HEARS_THEM.search(sentence):
        return True
    if NEEDS_FIRST.search(sentence) and ASKS_CONSENT.search(sentence):
        return True
    asked = ((clause, ASKS_CONSENT.search(clause)) for clause in CLAUSE.split(sentence))
    return any(asks and not DENIES.search(clause[: asks.end() + SHORTLY_AFTER]) for clause, asks in asked)


def _sentences(text: str) -> list[str]:
    return [one.strip() for one in re.split(r"(?<=[.!?])(?<!\b[A-Z]\.)\s+|\n+", text) if one.strip()]


def _too_hard(text: str, sentences: list[str]) -> list[Found]:
    """Return the hardest sentence of a text that a child of eleven could not read."""
    words = len(text.split())
    if words < SHORTEST_TO_WEIGH or reading_age(text) <= READING_AGE:
        return []
    return [Found("hard", max(sentences, key=lambda one: (reading_age(one), len(one))))]


def reading_age(text: str) -> float:
    """Return the age at which a text can be read: Flesch-Kincaid grade and five, its syllables counted by vowels."""
    words = re.findall(r"[a-z']+", text.lower())
    if not words:
        return 0
    syllables = sum(max(1, len(re.findall(r"[aeiouy]+", re.sub(r"(?<=[^aeiouyl])e$", "", word)))) for word in words)
    return 0.39 * len(words) / max(1, len(_sentences(text))) + 11.8 * syllables / len(words) - 15.59 + 5
