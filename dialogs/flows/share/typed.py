"""The words that people type for the options of the sharing flow, as patterns.

Those of strict options are matched against a whole clause, so each says all that a clause may say.
"""

from dialogs.text.patterns import IT_IS, ONE_AND_NOT_THE_OTHER, PERSON, THEY, either

FAMILY = either(
    r"(?:step ?)?(?:mum|mother|dad|father)",
    "partner|husband|wife|boyfriend|girlfriend|relative",
    "grand(?:mother|father|ma|dad)|nan|gran|aunt(?:ie)?|uncle",
    "neighbour|friend",
)
NOT_PROFESSIONAL = rf"not a professional|(?:{FAMILY})(?!'s)"
SCHOOL = "school|teacher|dsl|safeguarding lead|head ?teacher|nursery|college"
WHOSE = r"(?:(?:the|an?|his|her|their|our|my|mum'?s|dad'?s|local|new|named|\w+'s) )*"
WHERE = (
    r"(?: (?:at|from|in|on|of|for|across|down|over|up|next|who has) (?!school|nursery|college|camhs|police|surgery"
    r"|housing)"
    r"(?:(?:the|our|his|her|my|their) )?(?:(?!told|said|asked|wants?|says|rang|has|is|or|and|if)[\w'&-]+ ?){1,3})?"
)
"""Where somebody works or lives, in no words that say what they did."""
NO_SCHOOL = "nurses?|school nurs(?:e|es|ing)|sn|virtual school|club|church|mosque|charity|scouts"
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
AUTHOR_REFUSED = either(
    r"put (?:his|her|their) foot down|it was a no|absolutely not|not a chance|knocked (?:it|us|me) back",
    r"refus(?:ed?|es|ing)|s(?:aid|ays) no|told (?:me|us) no|won'?t|will not|turned (?:us|me|it) down|declin(?:ed|es)"
    r"|dead against",
    r"(?:is|was|are)(?:n'?t| not) (?:happy|keen|willing|having it)|not (?:happy|keen|willing)|no way|object(?:s|ed)",
)
NOT_ASKED = either(
    r"slipped my mind|never asked|could ?n't ask",
    r"not asked|haven'?t asked|not (?:as )?yet|(?:yet|still|forgot|have|need) to ask|(?:i'?ll|will|must|going to"
    r"|should)(?: be)? ask(?:ing)?",
    r"(?:not|have ?n'?t) (?:got|had) (?:round|around|the chance|a chance|time)|on my list|must do (?:that|it)",
)
AUTHOR = "(?:the )?authors?"
"""Without one of these, what is said beside another answer may be about anyone's agreement."""
WRITTEN_OTHER = r"(?:in writing|written).*(?:someone else|another)"
VERBAL = either(
    r"a spoken (?:ok|okay|yes)|said (?:go ahead|fine|sure)|when we spoke",
    r"verbal(?:ly)?|(?:on|over) the (?:phone|blower)|said (?:yes|ok(?:ay)?)|not written|not in writing|out loud"
    r"|spoken yes",
    r"nodded it through|ok(?:ay)?'?e?d it|(?:s?he'?s|they'?re|s?he is|they are) (?:fine|ok|okay|happy) with it"
    r"|told (?:me|us) (?:fine|yes|ok)",
)
TALKED = (
    r"(?:i |we )?went (?:over|through) it(?: all)? with (?:them|her|him|the author)|(?:i "
    r"|we )?had a (?:phone )?call about it|"
    + (
        r"(?:(?:we|i)(?:'ve| have)? )?(?:talked|spoken|spoke|discussed it)(?: it over)?"
        r"(?: (?:to|with) (?:them|her|him|the author))?(?: about it)?"
    )
)
TALK = r"talk(?:ed|ing)?|sp(?:oke|oken|eak)|discuss(?:ed|ion)?"
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

TELL_FIRST = (
    rf"(?:i'?ll|i will|i can|can|going to|i'?m) (?:be )?(?:tell|ring|see|call|phone|visit|speak to"
    rf"|talk to)(?:ing)?(?: {PERSON})?"
    "|tell them first"
)
NOT_FIRST = r"after\w*|once|if|when|when it'?s|afterwards|next week|not|never"
RISK = (
    r"at risk|risks?|harm(?:ed)?|hurt|danger|take it out on (?:him|her|them)"
    "|(?:hit|beat|batter|kill|punch|attack)(?:s|ing)? (?:him|her|them|the child)"
)
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
HABIT = "how we do it|asked us not to|habit|always do|never do|do(?:n'?t| not) usually|as usual"

HARMED = (
    r"(?:s?he|they|\w|the child)(?:'s| has| have| was) (?:been )?(?:harmed|hurt|hit|injured)"
    r"(?: (?:today|yesterday|on \w+day|at (?:home|school)))?"
)
NOT_HARMED = either(
    r"not so far as (?:anyone|anybody|we|i) knows?|none that i've heard of",
    r"nothing (?:that )?(?:we|i) know(?: of)?(?: so far)?|no (?:marks?|injur(?:y|ies)|bruis(?:es|ing))(?: (?:on"
    r"|to) (?:him|her|them))?|not a scratch",
    r"(?:no ?one|nobody) has (?:hurt|hit|harmed|touched|laid a finger on)(?: (?:him|her|them))?",
    r"not as far as (?:we|i) know",
    "no harm",
    r"(?:no ?one|nobody) (?:has been|was) (?:harmed|hurt|hit|injured)",
)
REAL_CONCERN = r"(?:i (?:do )?have )?(?:a )?real concern"
ALL_COVERED = r"(?:(?:it|the order) )?(?:covers )?(?:all(?: of (?:it|them))?|everything|every (?:line|piece)|the lot)"
PART_COVERED = r"(?:only|just) (?:some|the (?:first|last)|two|one)|part|some of it|not (?:all|every(?:thing)?)"

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

GO_BETWEEN = (
    r"passed (?:it|this) on|came via|forwarded"
    r"|receptionist|secretary|pa|p\.a\.?|assistant|clerk|admin|office|colleague|manager|boss|deputy|stand-?in|locum|husband|wife"
)
SAYS_YES = (
    r"(?:'s|is|are|was|were|has|have)? ?(?:fine|ok|okay|happy|cool|agreed|agrees|okay?'?ed|ok'?d|nodded|consented|said"
    r" (?:yes|ok|okay|fine|sure|it'?s (?:fine|ok)|ok verbally)|told (?:me|us) (?:yes|ok|fine))"
)
ANOTHER_AGREED = either(
    rf"(?:yes,? )?(?:(?:the|his|her|their|an?|my|dr) |\w+'s )*(?:author'?s )?(?:{GO_BETWEEN})(?: of (?:the author|his"
    rf"|hers|theirs))?"
    rf" ?{SAYS_YES}(?: (?:with|about|to|on|over|by|for) [\w ]{{2,20}})?(?:,? (?:but )?not (?:him|her|them"
    rf"|the author)(?:sel(?:f|ves))?)?",
    rf"(?:yes,? )?[\w' ]{{2,30}} {SAYS_YES}(?: (?:with|about) it)?,? (?:but )?not (?:(?:him|her|them)(?:sel(?:f"
    rf"|ves))?|the author)",
)
"""A yes that was said for the author by somebody else."""
SPOKE = "told (?:me|us)|asked (?:me|us)|rang (?:me|us)|wants|said (?:they|s?he)|asked for"
"""Of someone who spoke or wrote to us, and so is not told anything by that."""
HAS_IT = "(?:has|have|got) (?:it|this|them)|already|(?:has|have) (?:been )?told"
"""Of someone who knows by now, and so is not who is to be told."""
BY_FAMILY = "(?:mum|dad|mother|father|parents?|nan|he|she) wrote(?: to (?:me|us))?"
ODD_RECIPIENT = {
    "health_visitor": rf"{WHOSE}(?:health visit(?:or|ing)|hv)(?: (?:team|service))?|"
    r"(?:the |his |her )?(?:hlth visitor|health visiting team|health visitors?)",
    "school": rf"{WHOSE}(?:(?:vice|deputy|assistant|co-?)[ -]?)?(?:principal|head(?: ?teacher| ?master"
    rf"| ?mistress)?)(?: (?:at|of) (?:the |his |her )?"
    rf"(?:school|nursery|college|year))?|{WHOSE}(?:[\w-]+ )?(?:lecturer|teacher|tutor|form tutor|head of year"
    rf"|class teacher|sen lead|sencos?"
    rf"|lollipop (?:lady|man)|dinner lady|receptionist|secretary|nursery nurse|sen ?co"
    rf"|caretaker)(?: at (?:the )?(?:school|nursery|college))|"
    rf"{WHOSE}(?:year |maths |english |reception |class |form |college |p\.?e\.? )*(?:lecturer|teacher|tutor|dsl)|"
    "(?:the |his |her )?(?:primary|secondary|nursery|college|academy)(?: school)?(?: (?:key"
    " ?worker|manager|tutor|teacher))?|(?:his |her )?college tutor|ht|attendance officer at school|"
    "(?:the |his |her |their )?(?:form tutor|tutor|head of year|year head|head|deputy head|senc?o"
    "|sendco|pastoral (?:lead|team)|ta|teaching assistant"
    "|sixth form|class teacher|key ?worker at (?:nursery|school)|school office|learning mentor)(?: at"
    " (?:the )?(?:school|nursery|college))?",
    "school_nurse": "(?:the |his |her )?(?:nurse (?:at|from) (?:his |her |the )?school|school'?s nurse|school"
    " nursing(?: team)?|school health nurse)",
    "housing": rf"{WHOSE}(?:tenancy|housing|lettings) (?:officer|association|team|lady|man)",
    "camhs": rf"{WHOSE}camhs(?: \w+)?(?: (?:nurse|worker|team|clinician|psychologist))?",
    "gp": rf"{WHOSE}(?:practice(?: (?:nurse|manager))?|(?:locum |family )?(?:gp|doctor)"
    rf"|surgery(?:'s)?(?: receptionist)?)"
    r"(?: at the (?:surgery|practice))?|"
    r"(?:the |his |her )?(?:practice|gp practice|surgery|family gp)(?: nurse| manager)?|"
    r"(?:the |his |her |mum'?s )?(?:doctor'?s|family doctor|gp'?s|doctors'? surgery)",
    "police": rf"{WHOSE}(?:police )?(?:constable|sergeant|sgt|inspector|detective|p\.?c|d\.?[cs]|dci|pcso"
    rf"|community officer|response officer"
    rf"|police (?:officer|liaison)|investigating officer|officer in (?:the )?case)(?: on the case)?{WHERE}|"
    "(?:the |a )?(?:police(?: (?:lady|woman|man|person|constable|sergeant))?|sergeant|sgt"
    "|detective constable|ds|constable|investigating officer|oic)|"
    r"(?:the )?(?:coppers?|cops?|feds|cait|pc|old bill|met)",
    "other_professional": rf"{WHOSE}(?:(?:ward|senior|staff|duty|play|art|family|clinical|forensic|domestic abuse"
    rf"|domestic violence"
    rf"|substance misuse|early help|health|outreach|hospital|youth|support) )*(?:consultant|surgeon|sister|matron"
    rf"|therapist|psychotherapist|counsellor"
    rf"|dietiti?an|dietician|barrister|solicitor|lawyer|midwife|paediatrician|psychiatrist|psychologist|radiographer"
    rf"|pharmacist|chemist|optician"
    rf"|dentist|physio(?:therapist)?|(?:yos|yot|probation) (?:officer|worker)|(?:domestic abuse|domestic violence"
    rf"|drugs?"
    rf"|youth|refuge|support|key|outreach) worker|health professional|advocate|idva|guardian|ward"
    rf"|social worker at the hospital){WHERE}|"
    "(?:the |an? |his |her |their )?(?:physio(?:therapist)?|psychologist|drugs?"
    " (?:and alcohol )?worker|probation|hospital (?:ward|doctor|nurse|social worker|consultant)|family"
    " support (?:charity )?worker|children'?s guardian|mentor|therapist|counsellor|nurse at the hospital"
    "|cafcass(?: officer)?|solicitor|optician|dietician|ep|educational psychologist|ewo)|"
    "(?:the |an? |his |her |their |someone (?:at|from) (?:the )?)?(?:midwife|iro"
    "|youth worker|yot(?: worker)?|yos(?: worker)?|paediatrician"
    "|(?:speech|speech and language|occupational) therapist|salt|ot|a&e|dentist|consultant|psychologist"
    "|psychiatrist|drugs? worker|alcohol worker|idva|ward)",
    "not_professional": rf"{WHOSE}(?:next[- ]door |downstairs |upstairs |step ?|great |god ?|grand|foster |ex[- ]?"
    rf"|older |big |little |half |best )*"
    rf"(?:neighbou?r|lodger|babysitter|baby ?sitter|childhood friend|mate|mates|pal|friend|godmother|godfather|mother"
    rf"|father|ex"
    rf"|nan|nana|nanny|granny|gran|grandma|grandad|aunt|auntie|aunty|uncle|cousin|sister|brother|sibling|partner"
    rf"|boyfriend|girlfriend|wife|husband"
    rf"|flatmate|housemate)(?:'?s? (?:dad|mum|wife|husband|partner|mate|friend))?(?: of (?:mum|dad|his|hers|theirs"
    rf"|the family)(?:'s)?)?|"
    rf"{WHOSE}(?:old )?(?:man|woman|lady|bloke|guy|couple|person|family|people) (?:across|next|down(?:stairs)?|over"
    rf"|up(?:stairs)?|opposite)"
    rf"(?: (?:the|from) \w+| \w+)?(?: \w+)?|"
    r"{WHOSE}(?:football |boxing |dance |swimming )?coach(?:'s wife)?|".replace("{WHOSE}", WHOSE)
    + "(?:his |her |the |mum'?s |dad'?s )?(?:granny|grandad|granddad|nana|boyfriend"
    "|girlfriend|sister|brother|cousin|next door neighbour|friend)|"
    "(?:the |his |her )?(?:aunt(?:y|ie)|next door|family friend)|someone who is ?n'?t"
    " (?:a )?professional",
}
ODD_NEED = {
    "unsure": r"might do|"
    r"unclear(?: to me)?|not sure (?:they|s?he) do(?:es)?",
    "yes": "(?:yes |yeah |yep |yup )?(?:too right|affirmative|yes|definitely|100%|for sure|certainly"
    "|essential|vital|yes (?:they|s?he) do(?:es)?(?: need (?:to|it|this))?)|(?:yes |yeah |yep |yup"
    " )?(?:they|s?he) (?:do|does)(?: need (?:to|it|this)(?: know)?)?|(?:yes |yeah |yep |yup )?(?:they|s?he)"
    r" (?:can'?t|cant|couldn'?t) (?:help|manage|do (?:it|anything|their (?:bit|part|job)))(?: \w+)?"
    r" without(?: (?:it|us|this|knowing|info\w*))?|"
    r"(?:yes |yeah |yep )?(?:they|s?he) (?:really |definitely |do )?needs? (?:it|this|to know)(?: it| this)?",
    "no": r"(?:they|s?he)(?:'ve| have|'s| has) (?:no|got no) (?:use|need)(?: (?:for|of) it)?"
    r"|(?:of )?no use(?: to (?:them|her|him))?|"
    "(?:(?:s?he'?s|they'?re) )?(?:just|only) (?:curious|nosy|being nosy)|(?:no )?(?:not at all|no need)|(?:no |nah "
    "|nope )?(?:they|s?he) (?:don'?t|doesn'?t|dont|doesnt)"
    " need to(?: know)?(?: (?:it|this|that))?|"
    "(?:no |nah )?(?:they|s?he) can (?:manage|do (?:it|their part|without)|cope)(?: without(?: (?:it"
    "|us|this))?)?|not really(?: needed)?"
    r"|(?:no |nah |nope )?(?:they|s?he) (?:don'?t|doesn'?t|dont|doesnt)(?: need (?:it|to know))?",
}
ODD_OURS = {
    "no": r"(?:no |nah |nope )?(?:i|we) (?:saw|heard) it all (?:myself|ourselves)|(?:all )?first ?hand"
    r"|(?:no,? |nah,? )?(?:i|we|my team|our team) wrote (?:(?:it|them|that|this)(?: all)?|all of it|every word"
    r"|every line)(?: (?:of it|myself|ourselves))*|(?:it'?s )?(?:just|only|all)"
    r" (?:our|my) (?:own )?(?:visit |case )?notes|(?:it'?s )?all (?:from (?:me|us)|our own (?:info\w*|words|work))"
    r"|no ?one else'?s|"
    "(?:no |nah |nope )?(?:no )?nothing like that|(?:no |nah |nope )?(?:purely|just|only|all) (?:ours"
    "|our own(?: knowledge| work)?|my own(?: observations?)?|what (?:i|we) (?:saw|know|heard|observed))"
    "|(?:no |nah |nope )?(?:my|our) own (?:observations?|knowledge|words|work)|(?:no |nah |nope )?(?:i|we)"
    " (?:saw|heard) it (?:myself|ourselves)|(?:no )?nothing (?:from|by) (?:anyone|anybody) else|"
    "(?:no |nah |nope )?(?:it'?s |its )?all (?:mine|ours|from us|our own|what we (?:know|saw|heard"
    "|have seen))|(?:no |nah )?none(?: of (?:it|them|that))?|(?:no |nah )?from us",
    "yes": r"(?:yes |yeah |yep )?(?:the |an? |his |her )?[\w' ]{0,20}(?:report|letter|e-?mail)",
}
ODD_AGREED = {
    "forwarded": ANOTHER_AGREED,
    "written": r"(?:yes,? )?(?:s?he|they) e-?mailed(?: back)? (?:to say (?:so|yes)|agreeing|(?:me|us) a yes)|(?:yes "
    r"|yeah |yep )?(?:in|by|on) (?:an? )?e-?mail(?: yes)?|(?:yes )?(?:i'?ve |we'?ve"
    " )?(?:got|have) it in writing",
    "written_other": r"in writing,? but for (?:someone|somebody) else",
    "verbal": "(?:yes |yeah )?(?:s?he|they) said (?:it was |it'?s )?(?:ok|okay|fine|yeah|yes|alright)(?:"
    " (?:on|over) the phone| when i rang| by phone)?|said it was (?:fine|ok)"
    r"|told me (?:yes|ok)(?: (?:on|over) the phone| when i rang)?|just verbal(?:ly)?",
    "refused": "(?:a )?flat no|(?:the )?author (?:has )?refused|(?:s?he|they) (?:won'?t|wont) (?:let us"
    "|allow it|have it)|"
    r"(?:s?he|they)? ?(?:declined|said no way|won'?t (?:have it|agree)|wont (?:have it|agree))",
    "not_asked": r"(?:no |nah |nope )?(?:i )?(?:haven'?t|havent)(?: yet)?|"
    "(?:i )?will ask|(?:i'?ll )ask|(?:no |nope )?not (?:asked|yet asked)(?: them| her| him)?"
    "|not got round to (?:it|asking)|"
    "(?:i )?(?:didn'?t|didnt|have ?n'?t|not) ask(?:ed)?(?: (?:them|her|him))?(?: yet)?|(?:i"
    " )?(?:still )?(?:need|forgot|have|got) to ask(?: (?:them|her|him))?|still to ask(?: (?:them|her|him))?",
}
ODD_TALK = {
    "yes": "(?:yes |yeah |yep |yup )?(?:i |we )?(?:rang|called|met|phoned|spoke)(?: (?:them|her|him))? and"
    " (?:we )?(?:discussed|talked)(?: (?:it|about it))?|(?:yes |yeah |yep |yup )?spoken(?: yes)?|(?:yes "
    "|yeah |yep |yup )?(?:all )?discussed|"
    "(?:yes |yeah |yep )?(?:we |i )?(?:had|have had|'ve had) (?:a |the |that )?(?:chat|talk"
    "|conversation|word)(?: with (?:them|her|him|the author))?|(?:we |i )?talked it (?:through|over)",
    "no": "(?:no |nah )?(?:i'?ve |we'?ve )?not had (?:the |a |that )?(?:chat|talk|conversation)(?: yet)?"
    "|(?:no |nah )?(?:no )?not (?:yet|talked|spoken)(?: yet)?",
}
DOUBTS = (
    "unclear|not lawful|not sure|unsure|doubtful|not (?:really )?(?:convinced|comfortable|happy|certain)|uneasy"
    "|something'?s off"
    "|a (?:little|tiny) bit"
)
ODD_DOUBT = {
    "no": "(?:no,? )?(?:it'?s |it is )?(?:all )?(?:clear ?cut|above board|straightforward|legit)|(?:no |nah "
    "|nope )?(?:i'?m )?(?:happy|sure|confident|certain) (?:that )?it'?s (?:lawful|legal"
    "|fine|ok)|(?:no |nah |nope )?(?:all )?(?:legal|lawful)|"
    r"(?:no |nah |nope )?(?:no doubts?|none)(?: at all| whatsoever)?",
    "yes": "(?:there'?s |there is )?(?:some|a bit of|slight|a little) doubt|(?:slightly|a bit|a little)"
    " (?:unsure|doubtful|worried)|i do(?: have)?(?: doubts)?|"
    "(?:yes |yeah )?(?:a (?:bit|little)|some|(?:i have |i'?ve )?(?:some |a few |my )?doubts?|bit"
    " unsure)(?: of (?:a )?doubt)?",
}
ODD_WEIGHTS = {
    "needs": r"(?:yes,? )?(?:that'?s |it'?s )?(?:the )?(?:key|main|whole) (?:bit|point|thing)|(?:yes,? )?they (?:must"
    r"|have to) know(?: (?:it|this|that))?|they'?d need (?:it|that|this)|"
    "(?:yes |yeah |yep |yup )?(?:they |s?he )?(?:definitely |really |do )*needs? (?:it|that"
    "|this)(?: one| line)?|vital|crucial|important|(?:yes |yeah |yep |yup )?(?:that'?s |it'?s"
    " )?(?:important|relevant|vital)|must have it|"
    "(?:yes |yeah |yep )?(?:they |s?he )?needs? (?:it|that|this)(?: one)?|keep (?:it |that |this"
    " )?in|essential|yes keep",
    "trim": r"(?:could|should|needs to) be (?:shorter|trimmed|cut(?: down)?)|(?:a bit |bit )?too (?:wordy|detailed)"
    r"|(?:trim|cut) (?:a )?bit(?: off| out)?"
    r"|say less|needs a trim|(?:a bit )?wordy|make (?:it|that|this) shorter|too much (?:info\w*|detail)|less detail|"
    "(?:a )?bit (?:too )?much|(?:it'?s )?too (?:long|detailed|much detail)|trim (?:it |that )?down"
    "|cut (?:it |that )?down",
    "leave_out": r"(?:no,? )?leave (?:it|this|that) off|(?:no,? )?(?:they |s?he )?(?:do(?:es)?n'?t) need (?:this|that"
    r"|it)(?: bit| one| line| part)?|"
    r"(?:no,? )?(?:it'?s )?(?:not|none of) their business|(?:no,? )?skip it|(?:no |nah |nope )?(?:don'?t"
    r"|dont) (?:include|share|tell them|send) (?:it|that|this)(?:"
    " one)?|not (?:that|this) (?:one|line|bit)|"
    "(?:no |nah |nope )?(?:leave|drop|skip|omit|remove) (?:that|it|this)(?: one| line)?(?:"
    " out)?|(?:not|ir)(?: )?relevant|(?:no |nah |nope )?(?:they |s?he )?(?:don'?t|doesn'?t|dont|doesnt)"
    " need (?:this|that) (?:one|line)|none of their business|"
    "(?:bin|scrap|delete|lose|ditch|cut) (?:it|that|this)(?: one)?|(?:they |s?he )?(?:don'?t"
    "|doesn'?t|dont|doesnt) need (?:that|it|this)|take (?:it|that) out|leave out",
}
ODD_KINDS = {
    "health": r"physical or mental health|physical health|"
    "(?:his|her|their|mum'?s|dad'?s|it'?s about (?:his|her))? ?(?:depression|adhd|autism|asthma"
    "|epilepsy|diabetes|illness|medication|anxiety|health)(?: stuff| bit)?",
    "sexuality": r"(?:s?he'?s |they'?re )?(?:gay|lesbian|bisexual|bi)(?:, sexuality)?",
    "beliefs": r"(?:s?he'?s |they'?re )?(?:muslim|christian|jewish|hindu|sikh|catholic)(?:, religion)?",
    "none": r"nothing of the (?:sort|kind)|(?:no |nah |nope )?none (?:apply|of those|that i know of)|not sensitive|"
    "(?:no |nah |nope )?(?:none(?: of (?:them|these|it))?|neither|nothing(?: like that| sensitive)?"
    "|not any(?: of (?:them|these))?)",
}
ODD_NECESSARY = {
    "yes": "(?:yes |yeah |yep )?(?:it'?s )?needed|(?:they |s?he )?(?:can'?t|cant) (?:do (?:it|their part)"
    " )?(?:manage )?without(?: it)?",
    "no": r"(?:no |nah )?(?:they|s?he) can (?:do|manage|cope)(?: it)? without(?: it)?|not (?:necessary|needed)",
}
ODD_MORE = {
    "yes": r"(?:no |nah |nope )?(?:it'?s )?(?:just enough|about right|no more than that|just right)",
    "no": r"(?:yes |yeah |yep )?(?:a )?bit (?:too )?much",
}
ODD_TOLD = {
    "none": r"(?:no,? )?(?:they|neither(?: of (?:them|em))?|both) (?:has|have|'ve got|have ?n'?t(?: got)?"
    r"|has ?n'?t(?: got)?|'ve not|'ve)? ?(?:heard |got |had )?"
    r"(?:a (?:word|thing|clue)|any idea|(?:no|not a) (?:idea|clue)|nothing|anything)|not a (?:word|thing|clue)"
    r"|(?:they'?re |they are )?both in the dark"
    r"|(?:no ?one|nobody)(?:'s| has) said (?:a (?:thing|word)|anything)(?: to (?:them|either))?|zilch|nada|"
    "(?:no |nah |nope )?(?:they|neither|both)(?:'ve|'re| have| are| were)? (?:not been told|know"
    " nothing|been told nothing|in the dark|know nowt|unaware)(?: at all)?(?: about (?:it|this))?|told"
    " (?:them )?nothing(?: so far)?|(?:no ?one|nobody)(?:'s| has)? told (?:them|either|either of them)(?:"
    " (?:anything|yet))?|(?:no |nah |nope )?they (?:don'?t|dont) know (?:any of it|a thing)|(?:no |nah "
    "|nope )?(?:i|we) (?:haven'?t|havent|have not) (?:told|spoken to) (?:either|any)(?: of them)?|not"
    " spoken to them(?: about (?:it|this))?|"
    "(?:no |nah )?nothing|(?:i'?ve |we'?ve )?not told (?:them|her|him)(?: (?:yet|anything))?"
    "|neither(?: of (?:them|em))?(?: knows?)?(?: anything)?|they have no idea|(?:i )?have ?n'?t said"
    " anything(?: to them)?|nowt|not a thing",
    "what why used_for to_whom": r"they know it all|"
    "(?:yes )?(?:they (?:all |both )?know )?(?:all of the above|all four(?:"
    " things)?|all 4(?: things)?|everything)(?: yes)?|"
    "(?:every one of them|they|both|both of them) (?:all )?knows? all (?:four"
    "|4)|(?:i'?ve|we'?ve|i have) told (?:them|both)(?: all)? all (?:four|4)",
    "what": r"(?:just |only )?(?:the )?what(?: (?:we|i)(?:'re|'ll| are| will)? shar(?:e|ing))?|what will be (?:shared"
    r"|given|said|asked)|"
    r"(?:just |only )what|what only",
    "what why": r"(?:just |only )?what (?:and|n|&|\+) why(?: only)?",
    "one_only": ONE_AND_NOT_THE_OTHER
    + "|(?:mum|dad|one)(?: knows)?,? (?:but )?not (?:dad|mum|the other)(?: one)?|(?:dad|mum)"
    " (?:doesn'?t|doesnt)(?: know)?,? (?:but )?(?:mum|dad) (?:does|knows)|(?:just|only) (?:his|her|the"
    "|their) (?:mum|mother|dad|father)(?: knows)?|(?:mum|dad) knows,? (?:dad|mum) (?:has no idea|hasn'?t a"
    " clue|is in the dark)|"
    "just the one|(?:only|just) (?:the )?one(?: of (?:em|them))?|(?:his |her )?(?:mum|dad) only"
    "|one does,? (?:and )?(?:the other|one) (?:doesn'?t|doesnt|don'?t)|(?:mum|dad) does,? (?:mum|dad)"
    " (?:doesn'?t|doesnt)",
    "unsure": r"(?:dunno|not sure|don'?t know|no idea) what (?:they|she|he) knows?",
}
ODD_REASONS = {
    "not_practicable": r"(?:they'?re |mum'?s |dad'?s |both )?(?:out of|left) the country|(?:no ?one|nobody)(?:'s"
    r"| is) answering|(?:their )?phones? (?:are |is )?off|(?:they'?re )?not (?:reachable|contactable)|"
    "(?:there'?s )?no answer(?: all day| from (?:them|either|mum|dad))?|(?:they|mum|dad"
    "|both)(?:'re|'s| are| is)? (?:un-?contactable|unreachable|abroad|missing)|(?:i )?(?:can'?t|cant"
    "|couldn'?t) get (?:through to|hold of|in touch with) (?:them|her|him|mum|dad|either)",
    "tell_first": r"no (?:problem|worries)(?:,? i(?:'ll| will| can) tell (?:them|her|him|mum|dad)(?: first)?)?"
    r"|yes,? (?:on |this |later |first thing )?(?:today|tonight"
    r"|tomorrow|this \w+|\w+day)(?: (?:morning|afternoon|evening|night))?|(?:yes,? )?i(?:'ll| will"
    r"|'m) (?:be )?(?:ring|tell|see|call|phone|speak|visit)(?:ing)?"
    r"(?: (?:to )?(?:them|her|him|mum|dad|both))?(?: (?:at \w+|tonight|today|tomorrow|first|now|on \w+day"
    r"|this (?:morning|afternoon|evening)))*|"
    "(?:yes |yeah |yeh |yep |yup )?(?:ill|i'?ll) (?:tell|ring|call|see|speak to) (?:them|her"
    "|him|mum|dad)|"
    "(?:yes |yeah |yep |yup )?(?:i'?ll |i will |i'?m going to |gonna )?(?:speak to|let|ring"
    "|call|see|phone|tell|inform) (?:them|her|him|mum|dad|both)(?: know)? (?:first|beforehand|before)"
    "|(?:yes |yeah |yep |yup )?(?:yes )?i can(?: do that)?|"
    "(?:yes |yeah |yep )?(?:i )?(?:will do|can do)|(?:i'?ll |i will |will |i'?m )?(?:tell"
    "|ring|telling) (?:them|her|him|mum|dad) first|(?:yes |yeah )?(?:i )?can tell (?:them|her|him)(?: first| today)?",
    "attitude": "(?:dad|mum|he|she|they|parents)(?:'ll| will|'d| would| is|'s| are|'re|'ve| have| has)?"
    " (?:all )?(?:be )?(?:furious|hostile|aggressive|livid|refused|refusing|disengaged|difficult|upset"
    "|unhappy|against it|cross|annoyed|angry)|"
    "(?:dad|mum|he|she|they|parents)(?:'ll| will|'d| would| is|'s| are|'re)? (?:all )?(?:kick"
    " off|be fuming|go mad|be furious|hit the roof|dead against it|against it|refuses?|refusing|said no"
    "|says no|won'?t like it|be livid)",
    "habit": "(?:we )?(?:never tell them|always do (?:it )?(?:this way|like this))|it'?s what we always do"
    "|(?:just )?how we do it",
    "risk": "(?:dad|mum|he|she|they|stepdad)(?:'d| would|'ll| will) (?:hit|hurt|harm|beat|attack) (?:him"
    "|her|them|the child)(?: again)?",
    "unsure": r"not sure if (?:i|we) can",
}
ODD_HARMED = {
    "unsure": r"s?he won'?t say",
    "no": "(?:no |nah |nope )?not to (?:our|my) knowledge|(?:no |nah |nope )?nothing (?:reported|known|seen"
    "|said)(?: so far)?|(?:no |nah |nope )?(?:s?he|they) (?:hasn'?t|haven'?t|hasnt|havent)|"
    "(?:no |nah |nope )?(?:not that|none that|not as far as) (?:we|i) (?:know|am aware|'?re aware)(?:"
    " of)?|(?:no |nah )?not (?:yet|known|so far)|no harm (?:so far|yet|known)",
    "yes": r"(?:yes |yeah |yep |yup )?(?:s?he|they|\w) (?:has|have|was|were) been (?:hurt|harmed|hit"
    "|injured)(?: yes)?|(?:yes |yeah |yep |yup )?(?:s?he|they) was (?:hit|hurt|punched|beaten)|"
    r"(?:yes )?said,? seen or found",
}
ODD_COVERS = {
    "all": r"(?:yes,? )?every (?:bit|last bit|word|page)|(?:yes,? )?the whole (?:lot|thing)|(?:yes )?(?:it )?(?:all"
    r"|everything)(?:'s| is)? covered|every line",
    "part": r"(?:just |only )?(?:some|bits|half|parts?)(?: of it)?",
    "unsure": r"(?:i'?ve |we'?ve )?(?:not|haven'?t) seen (?:the order|it)(?: yet)?",
}
