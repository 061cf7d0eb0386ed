"""The words that people type for the options of network checks, as patterns.

Those of strict options are matched against a whole clause, so each says all that a clause may say.
"""

from dialogs.text.patterns import ONE_AND_NOT_THE_OTHER, ONE_OF_THEM, PERSON, SHOUTS, THEY, either

CONCERN = either(
    r"(?:there'?s |there is |i have |we have |it'?s )?(?:a )?safeguarding concerns?",
    r"(?:there'?s |there is |we have )?(?:a )?(?:section |s\.? ?)47(?: enquiry| enquiries)?(?: started| open)?",
)
ASSESSMENT = either(
    r"(?:(?:it'?s |there'?s )?(?:an? |the )?)?(?:assessment|enquiry)(?: or enquiry)?(?: only)?",
    r"(?:(?:it'?s |there'?s )?a )?(?:section 17|s\.? ?17) assessment",
)
NEITHER = either("neither(?: of (?:these|them))?", r"none of (?:these|them)")
UNDER_WAY = either(
    r"(?:there'?s |there is )?(?:an? |the )?(?:assessment|enquiry)(?: is)?(?: open| under way| started)?",
)

NO_MORE = either(
    "no more(?: than (?:they need|that|it takes))?",
    r"(?:it|the request)(?: only| just)? asks",
    r"(?:just|only) the question",
)
TOO_MUCH = either("too much", "more than they need", "it (?:does )?tells? them more")

KNOWN = either(
    rf"{THEY} know(?: about (?:it|them|the checks|this))?",
    rf"{THEY}(?:'ve| have)? been told(?: about (?:it|them|the checks|this))?",
    rf"(?:i|we)(?:'ve| have)? told {PERSON}(?: about (?:it|them|the checks|this))?",
)
TELL_FIRST = either(rf"(?:i'?ll|i will) tell {PERSON}(?: first)?", "tell them first", "will tell them first")
NOT_TELLING = r"not|never|(?:ca|wo|do|have)n'?t"
WARNED = (
    rf"(?:s?he|they|{ONE_OF_THEM})(?:'d| would| might| could) (?:only |just )?(?:run|flee|hide|disappear|abscond"
    rf"|destroy|be (?:warned|tipped off)|shout"
    r"|kick off|go mad|be (?:angry|furious|livid)|refuse|object|hurt|hit)"
)
A_REASON = either(
    rf"{WARNED}|(?:tip|warn) (?:him|her|them)(?: off)?|(?:is ?n'?t|not|would ?n'?t be) safe|unsafe",
    "there'?s a reason",
    "there is a reason",
    r"(?:no,? )?(?:(?:a|good|the) )*reasons?",
    "not telling them",
    "can'?t tell them",
)

FURTHER_RISK = either(
    r"(?:further|more) risk",
    r"(?:(?:it|this|telling (?:them|her|him)) )?(?:may|might|could|would) put (?:\w+|the child) at"
    r" (?:further |more |greater )?risk",
)
INVESTIGATION = either(
    r"(?:a |the )?(?:criminal|police) investigation",
    r"(?:(?:it|this|telling (?:them )?) ?)?(?:may|might|could|would)"
    r" (?:get in the way of|spoil|damage|harm|interfere with|affect)"
    r" (?:a|the) (?:criminal |police )?investigation",
)
DELAY = either(
    r"(?:undue |a )?delay",
    r"(?:(?:it|this|telling (?:them )?) ?)?(?:may|might|could|would) (?:hold|slow) (?:up|down|things up)"
    r"(?: keeping (?:\w+|the child) safe)?",
    r"(?:(?:i|we) )?(?:can'?t|cannot|couldn'?t) (?:reach|get hold of) (?:them|her|him|either of them) in time",
)
OBJECT = rf"{SHOUTS}|busy|no time"
CAN_TELL = either("nothing", rf"(?:nothing )?i (?:can|could) tell {PERSON}(?: first)?")

SENT = (
    r"(?:(?:i|we)(?:'ve| have) (?:now |just )?)?(?:sent|made) (?:it|them|the requests?|the checks?)(?: now| today)?"
    r"|sent|(?:all )?sent off"
    r"|(?:i'?ve |i have )?asked them(?: all)?"
)
NOT_SENT = (
    r"(?:i )?(?:didn'?t|did not)(?: (?:ask|send)(?: it| them| anyone)?)?(?: in the end)?"
    r"|not (?:asking|sending)(?: them| it)?"
    r"|(?:i |i'?ve |i have )?decided not to(?: ask)?"
)
REQUESTS = (
    r"(?:the )?requests?(?: to send)?|words for the agenc(?:y|ies)|what do i (?:ask|say to)(?: the agenc(?:y|ies))?"
)
REPLY = (
    r"(?:(?:a|the) )?reply(?: (?:has |'s )?(?:come|came|in|back))*(?: (?:from|of))?(?: (?:number )?[\w .'/-]{1,60})?"
    r"|(?:the )?[\w .'/-]{1,60} (?:has |have )?(?:replied|answered|come back)"
)

ODD_WHY_NOW = {
    "concern": r"(?:we'?re |it'?s )?(?:in|under|part of|doing) (?:an? |the )?(?:s\.? ?47|section 47|child protection"
    r"|cp)(?: (?:enquir(?:y|ies)|investigation))?|"
    "(?:an? )?(?:child protection|cp) (?:enquiry|investigation)|(?:we'?ve got |there are |we have |i have "
    "|it'?s )?(?:a )?(?:safeguarding|child protection)"
    " (?:concerns?|issues?|worr(?:y|ies))|"
    r"(?:it'?s )?(?:a )?(?:safeguarding|s\.? ?47(?: enquiry)?|section 47(?: enquiry)?|cp concern|concern)",
    "assessment": r"doing (?:an|the) assessment|an assessment or enquiry,? no safeguarding concern|"
    r"(?:it'?s )?(?:an? |the |just an? )?(?:section 17|s\.? ?17)(?: assessment)?|assessment only",
    "neither": r"(?:no,? )?(?:it'?s )?(?:just|only) (?:an? )?(?:update|catch ?up|review|routine)|(?:neither"
    r"|none)(?: of (?:them|those|these))?(?: really| fits?| apply)|(?:no |nah |nope )?(?:none"
    r"|neither)(?: of (?:them|those))?",
}
ODD_ASSESSMENT = {
    "yes": r"yes|(?:yes,? |yeah,? |yep,? )(?:it |one )?(?:has )?(?:began|begun|started|opened|been open|is open"
    r"|is under ?way)|under ?way|ongoing|in progress|"
    r"(?:yes,? )?(?:we'?re )?half ?way through(?: it)?|(?:yes |yeah |yep )?(?:there'?s )?(?:one'?s? |an? "
    r"|the )?(?:c&f |s17 |s47 )?(?:assessment )?(?:is )?open",
    "no": r"(?:no )?not at the moment|no assessments?|(?:no )?nothing under way|"
    r"(?:no |nah |nope )?(?:none|nothing)(?: open)?(?: yet)?",
}
ODD_TOLD = {
    "yes": r"(?:yes,? )?i (?:told|spoke to|rang) (?:them both|both of them|both)|(?:yes,? )?both were told"
    r"|(?:yes,? )?i went (?:through|over) it with (?:them|both)|(?:yes |yeah |yep |yup )?(?:they'?ve "
    r"|they have )(?:both|all) been told|(?:yes |yeah |yep |yup"
    " )?(?:they |both parents |the parents )know (?:all of it|everything|all about it)|"
    r"yes,? every one of them knows all four|"
    "(?:yes |yeah |yep )?(?:they |both of them |all of them )?(?:all|both) (?:of them )?(?:know"
    "|told)(?: all (?:four|4))?|(?:yes |yeah )?(?:they )?(?:both|all) know"
    r"|(?:yes |yeah )?(?:i'?ve |we'?ve )?told (?:them both|both of them|both)|every one of them knows all four",
    "tell_first": r"(?:no,? )?not (?:as )?yet,? (?:but )?(?:i )?(?:will do|'?ll (?:do it|tell (?:them|her|him)))"
    r"|(?:no,? )?(?:but )?i'?(?:ll|m) (?:do|ring|tell|see|call)"
    r"(?:ing)?(?: (?:it|them|her|him|mum|dad))?(?: (?:first|today|tonight|now|tomorrow|later today))?|"
    "(?:no |nah |nope )?(?:but )?(?:i'?ll|i will|i am going to|i'?m going to) (?:phone|ring"
    "|tell|call|speak to|see|let) (?:them|her|him|both|mum|dad)(?: know)?(?: first)?|"
    "(?:no |nah |nope )?(?:i'?m )?(?:gonna|going to|will|i'?ll|'ll) (?:tell|ring|call)"
    " (?:them|her|him|both)(?: first)?|(?:no )?telling them first",
    "one_only": ONE_AND_NOT_THE_OTHER
    + "|just (?:the one|mum|dad)|(?:only|just) one(?: of (?:em|them))?|(?:mum|dad) only|(?:mum"
    "|dad) does,? (?:mum|dad) (?:doesn'?t|doesnt)|one does,? (?:and )?(?:the other|one) (?:doesn'?t|doesnt)",
    "reason": r"(?:no )?(?:there'?s |theres )?a reason(?: why not| not to)?",
}
ODD_GROUNDS = {
    "investigation": r"(?:a |the )?(?:live )?(?:police|criminal) investigation(?: is)? (?:on|going on|ongoing"
    r"|under ?way|open|live)|(?:it (?:could|would|might) (?:mess up|ruin|harm|affect|get in the way of) )?(?:the "
    "|a )?(?:live )?(?:police|criminal) (?:case|investigation)",
    "object": "(?:they|s?he|mum|dad)(?:'d| would|'ll| will)? (?:kick off|be fuming|go mad|refuse|be angry"
    "|be furious|not like it)",
    "delay": r"(?:it )?(?:would|'d) hold (?:us|things|it) up|(?:it'?s |it would be )?too slow|(?:it )?(?:would|will"
    r"|'d) take too long|"
    r"it might cause too long a delay in keeping the child safe|"
    r"(?:it would |it'?d |it will )?(?:take )?too long(?: a delay)?|(?:it would )?hold things up",
    "tell_first": r"nothing,? (?:i )?can tell them(?: first)?|nothing(?: at all)?",
    "further_risk": r"(?:it would |it might |it could )?put (?:him|her|them|\w|the child) at (?:further|more"
    "|greater) risk",
}
