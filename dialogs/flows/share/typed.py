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
NO_SCHOOL = "nurse|school nurse|club|church|mosque|charity|scouts"
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
AUTHOR = "(?:the )?authors?"
"""Without one of these, what is said beside another answer may be about anyone's agreement."""
WRITTEN_OTHER = r"(?:in writing|written).*(?:someone else|another)"
VERBAL = r"verbal(?:ly)?|on the phone|said (?:yes|ok)|not written|not in writing"
TALKED = (
    r"(?:(?:we|i)(?:'ve| have)? )?(?:talked|spoken|spoke|discussed it)(?: it over)?"
    r"(?: (?:to|with) (?:them|her|him|the author))?(?: about it)?"
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

SPOKE = "told (?:me|us)|asked (?:me|us)|rang (?:me|us)|wants|said (?:they|s?he)|asked for"
"""Of someone who spoke or wrote to us, and so is not told anything by that."""
BY_FAMILY = "(?:mum|dad|mother|father|parents?|nan|he|she) wrote(?: to (?:me|us))?"
ODD_RECIPIENT = {
    "health_visitor": r"(?:the |his |her )?(?:hlth visitor|health visiting team|health visitors?)",
    "school": "(?:the |his |her )?(?:primary|secondary|nursery|college|academy)(?: school)?(?: (?:key"
    " ?worker|manager|tutor|teacher))?|(?:his |her )?college tutor|ht|attendance officer at school|"
    "(?:the |his |her |their )?(?:form tutor|tutor|head of year|year head|head|deputy head|senc?o"
    "|sendco|pastoral (?:lead|team)|ta|teaching assistant"
    "|sixth form|class teacher|key ?worker at (?:nursery|school)|school office|learning mentor)(?: at"
    " (?:the )?(?:school|nursery|college))?",
    "school_nurse": "(?:the |his |her )?(?:nurse (?:at|from) (?:his |her |the )?school|school'?s nurse|school"
    " nursing(?: team)?|school health nurse)",
    "gp": r"(?:the |his |her )?(?:practice|gp practice|surgery|family gp)(?: nurse| manager)?|"
    r"(?:the |his |her |mum'?s )?(?:doctor'?s|family doctor|gp'?s|doctors'? surgery)",
    "police": "(?:the |a )?(?:police(?: (?:lady|woman|man|person|constable|sergeant))?|sergeant|sgt"
    "|detective constable|ds|constable|investigating officer|oic)|"
    r"(?:the )?(?:coppers?|cops?|feds|cait|pc|old bill|met)",
    "other_professional": "(?:the |an? |his |her |their )?(?:physio(?:therapist)?|psychologist|drugs?"
    " (?:and alcohol )?worker|probation|hospital (?:ward|doctor|nurse|social worker|consultant)|family"
    " support (?:charity )?worker|children'?s guardian|mentor|therapist|counsellor|nurse at the hospital"
    "|cafcass(?: officer)?|solicitor|optician|dietician|ep|educational psychologist|ewo)|"
    "(?:the |an? |his |her |their |someone (?:at|from) (?:the )?)?(?:midwife|iro"
    "|youth worker|yot(?: worker)?|yos(?: worker)?|paediatrician"
    "|(?:speech|speech and language|occupational) therapist|salt|ot|a&e|dentist|consultant|psychologist"
    "|psychiatrist|drugs? worker|alcohol worker|idva|ward)",
    "not_professional": "(?:his |her |the |mum'?s |dad'?s )?(?:granny|grandad|granddad|nana|boyfriend"
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
    "no": "(?:no )?(?:not at all|no need)|(?:no |nah |nope )?(?:they|s?he) (?:don'?t|doesn'?t|dont|doesnt)"
    " need to(?: know)?(?: (?:it|this|that))?|"
    "(?:no |nah )?(?:they|s?he) can (?:manage|do (?:it|their part|without)|cope)(?: without(?: (?:it"
    "|us|this))?)?|not really(?: needed)?"
    r"|(?:no |nah |nope )?(?:they|s?he) (?:don'?t|doesn'?t|dont|doesnt)(?: need (?:it|to know))?",
}
ODD_OURS = {
    "no": r"(?:it'?s )?all (?:from (?:me|us)|our own (?:info\w*|words|work))|no ?one else'?s|"
    "(?:no |nah |nope )?(?:no )?nothing like that|(?:no |nah |nope )?(?:purely|just|only|all) (?:ours"
    "|our own(?: knowledge| work)?|my own(?: observations?)?|what (?:i|we) (?:saw|know|heard|observed))"
    "|(?:no |nah |nope )?(?:my|our) own (?:observations?|knowledge|words|work)|(?:no |nah |nope )?(?:i|we)"
    " (?:saw|heard) it (?:myself|ourselves)|(?:no )?nothing (?:from|by) (?:anyone|anybody) else|"
    "(?:no |nah |nope )?(?:it'?s |its )?all (?:mine|ours|from us|our own|what we (?:know|saw|heard"
    "|have seen))|(?:no |nah )?none(?: of (?:it|them|that))?|(?:no |nah )?from us",
    "yes": r"(?:yes |yeah |yep )?(?:the |an? |his |her )?[\w' ]{0,20}(?:report|letter|e-?mail)",
}
ODD_AGREED = {
    "written": "(?:yes |yeah |yep )?(?:in|by|on) (?:an? )?e-?mail(?: yes)?|(?:yes )?(?:i'?ve |we'?ve"
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
ODD_DOUBT = {
    "no": "(?:no |nah |nope )?(?:i'?m )?(?:happy|sure|confident|certain) (?:that )?it'?s (?:lawful|legal"
    "|fine|ok)|(?:no |nah |nope )?(?:all )?(?:legal|lawful)|"
    r"(?:no |nah |nope )?(?:no doubts?|none)(?: at all| whatsoever)?",
    "yes": "(?:there'?s |there is )?(?:some|a bit of|slight|a little) doubt|(?:slightly|a bit|a little)"
    " (?:unsure|doubtful|worried)|i do(?: have)?(?: doubts)?|"
    "(?:yes |yeah )?(?:a (?:bit|little)|some|(?:i have |i'?ve )?(?:some |a few |my )?doubts?|bit"
    " unsure)(?: of (?:a )?doubt)?",
}
ODD_WEIGHTS = {
    "needs": r"they'?d need (?:it|that|this)|"
    "(?:yes |yeah |yep |yup )?(?:they |s?he )?(?:definitely |really |do )*needs? (?:it|that"
    "|this)(?: one| line)?|vital|crucial|important|(?:yes |yeah |yep |yup )?(?:that'?s |it'?s"
    " )?(?:important|relevant|vital)|must have it|"
    "(?:yes |yeah |yep )?(?:they |s?he )?needs? (?:it|that|this)(?: one)?|keep (?:it |that |this"
    " )?in|essential|yes keep",
    "trim": r"make (?:it|that|this) shorter|too much (?:info\w*|detail)|less detail|"
    "(?:a )?bit (?:too )?much|(?:it'?s )?too (?:long|detailed|much detail)|trim (?:it |that )?down"
    "|cut (?:it |that )?down",
    "leave_out": "(?:no |nah |nope )?(?:don'?t|dont) (?:include|share|tell them|send) (?:it|that|this)(?:"
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
    "none": r"(?:no |nah |nope )?none (?:apply|of those|that i know of)|not sensitive|"
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
    "none": "(?:no |nah |nope )?(?:they|neither|both)(?:'ve|'re| have| are| were)? (?:not been told|know"
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
    "what": r"what will be (?:shared|given|said|asked)|"
    r"(?:just |only )what|what only",
    "what why": r"(?:just |only )?what (?:and|n|&|\+) why(?: only)?",
    "one_only": "(?:mum|dad|one)(?: knows)?,? (?:but )?not (?:dad|mum|the other)(?: one)?|(?:dad|mum)"
    " (?:doesn'?t|doesnt)(?: know)?,? (?:but )?(?:mum|dad) (?:does|knows)|(?:just|only) (?:his|her|the"
    "|their) (?:mum|mother|dad|father)(?: knows)?|(?:mum|dad) knows,? (?:dad|mum) (?:has no idea|hasn'?t a"
    " clue|is in the dark)|"
    "just the one|(?:only|just) (?:the )?one(?: of (?:em|them))?|(?:his |her )?(?:mum|dad) only"
    "|one does,? (?:and )?(?:the other|one) (?:doesn'?t|doesnt|don'?t)|(?:mum|dad) does,? (?:mum|dad)"
    " (?:doesn'?t|doesnt)",
    "unsure": r"(?:dunno|not sure|don'?t know|no idea) what (?:they|she|he) knows?",
}
ODD_REASONS = {
    "not_practicable": r"(?:they'?re )?not (?:reachable|contactable)|"
    "(?:there'?s )?no answer(?: all day| from (?:them|either|mum|dad))?|(?:they|mum|dad"
    "|both)(?:'re|'s| are| is)? (?:un-?contactable|unreachable|abroad|missing)|(?:i )?(?:can'?t|cant"
    "|couldn'?t) get (?:through to|hold of|in touch with) (?:them|her|him|mum|dad|either)",
    "tell_first": "(?:yes |yeah |yeh |yep |yup )?(?:ill|i'?ll) (?:tell|ring|call|see|speak to) (?:them|her"
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
    "no": "(?:no |nah |nope )?not to (?:our|my) knowledge|(?:no |nah |nope )?nothing (?:reported|known|seen"
    "|said)(?: so far)?|(?:no |nah |nope )?(?:s?he|they) (?:hasn'?t|haven'?t|hasnt|havent)|"
    "(?:no |nah |nope )?(?:not that|none that|not as far as) (?:we|i) (?:know|am aware|'?re aware)(?:"
    " of)?|(?:no |nah )?not (?:yet|known|so far)|no harm (?:so far|yet|known)",
    "yes": r"(?:yes |yeah |yep |yup )?(?:s?he|they|\w) (?:has|have|was|were) been (?:hurt|harmed|hit"
    "|injured)(?: yes)?|(?:yes |yeah |yep |yup )?(?:s?he|they) was (?:hit|hurt|punched|beaten)|"
    r"(?:yes )?said,? seen or found",
}
ODD_COVERS = {
    "all": r"(?:yes )?(?:it )?(?:all|everything)(?:'s| is)? covered|every line",
    "part": r"(?:just |only )?(?:some|bits|half|parts?)(?: of it)?",
    "unsure": r"(?:i'?ve |we'?ve )?(?:not|haven'?t) seen (?:the order|it)(?: yet)?",
}
