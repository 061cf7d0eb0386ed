"""The words that people type for the options of the document flow, as patterns.

Those of strict options are matched against a whole clause, so each says all that a clause may say.
"""

from dialogs.text.patterns import IT_IS, NOT_READ_THROUGH, either

A_PERSON = r"(?:(?-i:[A-Z])'s|his|her|their|the|my) (?:(?:step|grand) ?)?(?:mum|dad|mother|father|aunt|uncle|nan)"
"""Who exactly is meant, in so many words."""
A_PARENT = either(
    r"(?:step ?)?(?:mum|mother|mam|dad|father)",
    "(?:both |the )?parents?",
    "(?:the |his |her |their )?family",
    "(?:foster )?carers?|nan|nana|gran(?:ny|dma|dad|parents?)?|aunt(?:ie|y)?|uncle",
)
A_PROFESSIONAL = either(
    r"(?:other |another |the )?professionals?",
    "school nurse|health visitor|gps?|doctors?|paediatricians?|camhs|health|hospital|midwife",
    "surgery|ward|clinic|head ?teacher|agenc(?:y|ies)|school|nursery|teachers?|college|dsl",
    "police|probation(?: officer)?|housing|iros?|cafcass|guardian|network|core group|conference",
)
A_COURT = either(
    r"(?:care )?proceedings",
    r"(?:the )?court(?: (?:bundle|file|hearing))?|hearing|tribunal",
    r"(?:the )?judge",
    "bundle",
)

SOMEONE_ELSE = either(
    r"someone else(?: (?:did|wrote it))?",
    r"(?:they|s?he|the \w+(?: \w+)?) (?:wrote|did) it",
    "not (?:us|ours)",
    r"(?:we|i) (?:didn'?t|did not)(?: write it)?",
)
WE_DID = either(r"(?:we|i) (?:wrote (?:it|this)|did)", rf"{IT_IS}(?:ours|our own|mine)", "our own report")
QUOTES_NO_ONE = either(
    r"(?:it )?(?:quotes|mentions) (?:no ?one|nobody)(?: else)?", r"no(?:ne)? (?:quotes?|quotations?|extracts?)"
)
QUOTES = (
    r"(?:bits?|paragraphs?|lines?|sections?|passages?|sentences?) (?:\w+ )?from (?:the|a|an|his|her)|cites?"
    r"|refers to what|quotes? (?:the|a|an|his|her|someone|from)|extracts?|an e-?mail"
)
NOT_READ = either(
    NOT_READ_THROUGH,
    r"(?:not|haven'?t|have not|still to|need to|yet to) (?:been |fully )?read",
    r"not read for that(?: yet)?",
    "not looked",
)

QUOTED_ALL = either(
    r"(?:yes )?(?:they (?:have )?)?all(?: of (?:them|those))?(?: (?:have )?agreed)?(?: in writing)?",
    "each(?: of them)? in writing",
)
QUOTED_NOT_ALL = (
    r"(?:one|two|three|half|most)(?: of (?:them|the \w+))? (?:have|has)n'?t|two out of|not (?:a single"
    r"|every) ?one|waiting on|not all(?: of them)?|only (?:some|one)|some(?: of them)?|not yet|not asked"
)

HAD_ADVICE = either(
    r"(?:i |we )?(?:had|have|got|have had|'ve had) (?:legal )?advice(?: (?:on it|from legal(?: services)?))?",
    r"(?:legal )?advice (?:received|had)",
    r"(?:had (?:a )?doubts?,? )?advice received",
)
NO_DOUBT = r"no doubts?|none|(?:it'?s|it is) lawful"
DOUBT = "unclear|not lawful|not sure|unsure|doubtful|some doubt|a doubt"

READ_ALL = either(
    r"(?:i'?ve |i have )?read (?:all of it|it all|the whole (?:thing|document|report))",
    r"(?:there'?s |there is )?nothing(?: in (?:it|there))?(?: (?:they|s?he) can'?t (?:have|see))?",
)
HOLDS = (
    r"who (?:reported|rang|phoned|referred)|(?:brother|sister|cousin|kid|child)'?s (?:name|details|school)"
    r"|phone number|address|refuge|who told us|(?:an)?other (?:child|person|parent|sibling)|sibling"
    r"|third part(?:y|ies)"
)

ME = r"me|i (?:have|did)|i'?ve (?:done|taken out|redacted) (?:it|mine|my part)"
MANAGER = r"(?:my |the )?(?:manager|team manager|supervisor)(?: has)?(?: (?:too|as well))?"
LEGAL = r"legal(?: services)?(?: (?:have|has|too))?"
NO_ONE = r"no ?one(?: yet)?|nobody(?: yet)?|none(?: of (?:us|them|these))?|not yet|nothing(?: yet)?"

COURT_NOW = either(
    r"(?:there(?:'s| is) )?(?:a )?(?:court case|case in court)",
    r"(?:we'?re |they'?re |p'?s |\w'?s )?in (?:care )?proceedings",
    "court case now",
)
NO_COURT = r"no (?:court )?(?:case|proceedings)|not in (?:court|proceedings)"

NEEDS_ALL = r"(?:they need )?(?:all(?: of it)?|the whole (?:thing|document|report)|everything|every page)"
NEEDS_PART = (
    r"(?:only |just )?(?:the )?(?:first|last|second|middle|top) (?:\w+ )?(?:parts?|pages?|sections?|bits?"
    r"|half|paragraphs?)|summary|conclusions?"
)
NEEDS_PART += (
    r"|recommendations|the \w+ bit|(?:only |just )?(?:a |some |one )?parts?(?: of it)?|some of it"
    r"|not all(?: of it)?|(?<!not )(?<!not a )(?<!not one )(?:a )?page(?<!not a page)"
)
NEEDS_NONE = r"not (?:a|one) (?:page|word|line)|none(?: of it)?|nothing|not needed|don'?t need it"

GIVEN = (
    r"(?:(?:i'?ve|i have|we'?ve) (?:now |just )?)?(?:given|sent|handed)(?: it| this)?(?: over| out)?(?: now| today)?"
    r"|(?:it'?s|it has) been (?:given|sent|handed over)|they(?:'ve| have) (?:got|had) it(?: now)?"
)
NOT_GIVEN = (
    r"(?:i )?(?:didn'?t|did not)(?: (?:give|send) (?:it|this))?(?: in the end)?|not (?:giving|sending)(?: it)?"
    r"|(?:i |i'?ve |i have )?decided not to(?: (?:give|send) it)?|not given"
)
WORDS_FOR_AUTHOR = r"(?:the )?(?:words|request|e-?mail|letter) (?:for|to) (?:the )?author"
NOTE_TO_LEGAL = r"(?:the )?note (?:for|to) legal(?: services)?"
WORDS_WHILE_WAITING = r"(?:the )?(?:holding )?words (?:while (?:they|s?he) waits?|for the person waiting)|holding words"
NOTE_SO_FAR = r"(?:the |my )?note so far|(?:the |my )?(?:case )?note"

TAKEN = r"(?:took|blacked|cut|redacted|removed|edited)(?: (?:it|them|that))?(?: all)?(?: out)?(?: (?:my|him|her)self)?"
ODD_TAKEN_OUT = {
    "me": rf"i {TAKEN}|redacted it myself|" r"(?:just |only )?(?:me|i did|i have|myself)(?: only| so far)?",
    "manager": rf"(?:my |the )?(?:tm|manager|team manager|supervisor) (?:{TAKEN}|went through it)|"
    r"(?:just |only )?(?:my |the )?(?:tm|manager|team manager|supervisor)(?: (?:did|has|only|so far))*",
    "legal": r"(?:the |our )?(?:lawyers?|solicitors?|legal team)(?: (?:did|have|has)(?: it)?)?|(?:just "
    r"|only )?legal(?: services)?(?: (?:did it|did|have|has|only))*",
    "me manager": r"both(?: of us)?|(?:me|i)(?:,? (?:and|\+|&)|,) (?:my |the )?(?:tm|manager|team manager"
    "|supervisor)(?: (?:have|did))?|we both (?:have|did)",
    "no_one": r"(?:it'?s |it has )?not been (?:done|redacted|taken out)|nothing(?:'s| has) been (?:removed|taken out"
    r"|redacted)|(?:no ?one|nobody) as yet"
    r"|not (?:so far|as yet)|(?:no ?one|nobody) has(?: yet)?|not done(?: yet)?|"
    r"(?:no |nah |nope )?(?:no ?one|nobody|none|not yet|nothing to (?:take|come) out)(?: yet| so far)?",
}
ODD_THEIRS = (
    r"(?:no |nah |nope )?(?:it was )?(?:the |an? |another |his |her )?(?:hospital|school|nursery|gp|doctor|police|camhs"
    r"|psychologist|psychiatrist|paediatrician|consultant|nurse|health visitor|midwife|probation|housing|agency|service"
    r"|ward|clinic|surgery|practice|college|dentist|solicitor|charity|trust|therapist|outside agency|professional"
    r"|teacher|iro|they|s?he|someone else)(?:'?s)?(?: (?:did|wrote it|did it|has|drafted it|sent it))?"
)
