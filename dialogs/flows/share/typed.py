"""The words that people type for the options of the sharing flow, as patterns.

Those of strict options are matched against a whole clause, so each says all that a clause may say.
"""

from dialogs.text.patterns import IT_IS, PERSON, THEY, either

FAMILY = either(
    r"(?:step ?)?(?:mum|mother|dad|father)",
    "partner|husband|wife|boyfriend|girlfriend|relative",
    "grand(?:mother|father|ma|dad)|nan|gran|aunt(?:ie)?|uncle",
    "neighbour|friend",
)
NOT_PROFESSIONAL = rf"not a professional|(?:{FAMILY})(?!'s)"
SCHOOL = "school|teacher|dsl|safeguarding lead|head ?teacher|nursery|college"
NO_SCHOOL = "school nurse|club|church|mosque|charity|scouts"
ANOTHER = "another professional|other professional|hospital|probation(?: officer)?|solicitor|cafcass"

NEED_IT = r"(?:they |s?he )?(?:do |does |will )?needs? (?:it|this|to know(?: it| this)?)"
NEED_NOT = r"(?:don'?t|doesn'?t|do not|does not|not) need(?:ed)?"

OURS = either(
    rf"{IT_IS}(?:all )?(?:ours|our own)",
    rf"{IT_IS}(?:all |only |just )?what we know(?: ourselves)?",
    r"\(?(?:including )?(?:what )?(?:someone|they|s?he) told (?:us|me)(?: it| this| that)?"
    r" (?:by|on the|over the) phone\)?",
)
THEIRS = r"reports?|letters?|e-?mails?|quot(?:es?|ed|ation)|wrote|written by|minutes"

WRITTEN = r"(?:yes )?(?:(?:they|s?he|the author)(?:'s|'ve| has| have)? )?(?:agreed )?(?:in writing|by e-?mail)"
WRITTEN_OTHER = r"(?:in writing|written).*(?:someone else|another)"
VERBAL = r"verbal(?:ly)?|on the phone|said (?:yes|ok)|not written|not in writing"
TALKED = (
    r"(?:(?:we|i)(?:'ve| have)? )?(?:talked|spoken|spoke|discussed it)(?: it over)?"
    r"(?: (?:to|with) (?:them|her|him|the author))?(?: about it)?"
)
NOT_TALKED = r"(?:not|never|haven'?t|have not|didn'?t) (?:really )?(?:talk(?:ed)?|spoken|spoke|speak|discuss(?:ed)?)"

NEEDS = either(r"(?:they )?need(?:s|ed)?(?: it| this)?", r"keep(?: it| this| both| all)?", "(?:all|both) needed")
TRIM = either(
    r"(?:it'?s )?too much",
    r"(?:needs )?trim(?:ming)?(?: it)?",
    r"short(?:en|er)(?: it)?",
    r"(?:needs )?cut(?:ting)?(?: it)? down",
)
LEAVE_OUT = either(
    r"(?:leave |take )?(?:it |that |this )?out",
    r"(?:drop|remove)(?: it| that| this)?",
    r"(?:they )?(?:don'?t|doesn'?t) need(?: it)?",
    "not needed",
)

USED_FOR = either(r"what (?:it'?s |it is |it will be )?(?:used )?for", "used for")
TO_WHOM = r"(?:to )?whom?(?: gets it| it goes to| will get it)?"
NO_MORE = either(
    r"(?:it )?(?:says |is )?no more(?: than (?:that|they need|needed|it takes|that takes))?",
    r"(?:it )?(?:doesn'?t|does not) say (?:any )?more(?: than (?:that|they need|needed))?",
)
SAYS_MORE = r"too much|says? (?:\w+ )?more|more than (?:that|they need|needed)"
NOT_MORE = r"(?:no|nothing|not|isn'?t|doesn'?t) (?:\w+ ){0,2}(?:more|too much)"
TOLD_NOTHING = either(
    r"none(?: of (?:these|it|them))?",
    r"nothing(?: yet)?",
    r"not (?:been )?told(?: yet)?",
    r"(?:(?:i|we) )?haven'?t told (?:them|the parents)(?: yet| anything)?",
    rf"(?:{THEY} )?(?:don'?t|do not) know(?: yet| anything| about it)?",
    rf"(?:{THEY} )?haven'?t been told(?: yet| anything)?",
)
THEY_KNOW = either(rf"{THEY} (?:know|(?:have )?been told)", "they'?ve (?:all |both )?been told")

TELL_FIRST = rf"(?:i'?ll|i will|i can|can) tell {PERSON}|tell them first"
RISK = r"at risk|risks?|harm(?:ed)?|hurt|danger"
CRIME = either(
    r"(?:a |the )?(?:criminal|police) investigation",
    r"(?:it |this |telling (?:them )?)?(?:may|might|could|would)"
    r" (?:get in the way of|spoil|damage|harm|affect|prejudice) (?:a|the) (?:criminal |police )?investigation",
)
NO_WAY = either(
    r"(?:there'?s |there is )?no (?:workable )?way(?: (?:to|of) (?:tell|reach)(?:ing)? (?:them|her|him))?"
    r"(?: first)?(?: in time)?",
    r"(?:(?:i|we) )?(?:can'?t|cannot|couldn'?t) (?:reach|get hold of|contact)"
    rf" (?:{PERSON}|either of them)(?: in time)?",
    r"(?:(?:i|we) )?(?:can'?t|cannot) tell them in time",
    "no answer",
    r"(?:undue )?delay",
)
COURT = either(
    r"(?:there'?s )?(?:a |the )?court order",
    r"(?:a |the )?(?:court|judge) (?:has |have )?order(?:ed|s)(?: it| this)?",
    r"ordered by (?:a|the) (?:court|judge)",
)
NO_COURT_ORDER = either(r"no (?:court )?order", r"(?:no|not (?:a|any)) court", "not (?:been )?ordered")
ATTITUDE = r"angry|refused?|won'?t engage|object(?:s|ed)?|upset"
HABIT = "how we do it|asked us not to|habit|always do"

HARMED = (
    r"(?:s?he|they|\w|the child)(?:'s| has| have| was) (?:been )?(?:harmed|hurt|hit|injured)"
    r"(?: (?:today|yesterday|on \w+day|at (?:home|school)))?"
)
NOT_HARMED = either(
    r"not as far as (?:we|i) know", "no harm", r"(?:no ?one|nobody) (?:has been|was) (?:harmed|hurt|hit|injured)"
)
REAL_CONCERN = r"(?:i (?:do )?have )?(?:a )?real concern"
ALL_COVERED = r"(?:(?:it|the order) )?(?:covers )?(?:all(?: of (?:it|them))?|everything|every (?:line|piece)|the lot)"
PART_COVERED = r"part|some of it|not (?:all|every(?:thing)?)"

SHARED = r"(?:(?:i'?ve|i have|we'?ve) (?:now |just )?)?shared(?: it| this)?(?: now| today)?|it'?s been shared"
NOT_SHARED = (
    r"(?:i )?(?:didn'?t|did not)(?: share)?(?: it)?(?: in the end)?|not sharing(?: it)?"
    r"|(?:i |i'?ve |i have )?decided not to(?: share)?(?: it)?"
)
PASSED_ON = r"(?:i'?ve |i have )?passed (?:it )?on(?: to [\w .]+)?"
THEY_KNOW_NOW = (
    r"(?:they|the parents|parents|both(?: parents)?|both of them) (?:both )?(?:know|(?:have |'ve )?been told)"
    r"(?: (?:now|everything|all of it|it all|all four))*|i'?ve told (?:the|both) parents"
)
WORDS_FOR_PARENTS = (
    r"(?:the )?words(?: for (?:the )?(?:parents|family|mum|dad))?|what do i say(?: to (?:them|mum|dad|the parents))?"
)
WORDS_FOR_RECIPIENT = r"(?:the )?words for (?:the )?(?!parents|family|mum|dad)[\w ]+"
