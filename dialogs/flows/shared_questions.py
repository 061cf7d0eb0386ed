"""What several flows ask, and a worker is asked once: it goes along under its name when one flow goes on in another."""

from dialogs.engine.children import Reference
from dialogs.engine.questions import Choice, Ticks, Words
from dialogs.text.option_matching import Option, strict_option
from dialogs.text.patterns import (
    ALLOCATED,
    AUTHORISED,
    CARE_ORDER,
    IN_PERSON,
    INTERIM_ORDER,
    NO_CALL,
    NO_ORDER,
    NOT_DONE,
    NOT_KNOWN,
    NOT_MINE,
    NOT_RUNG,
    NOT_STAFF,
    PROTECTION_PLAN,
    RING,
    RUNG,
    SECTION_20,
    SUPERVISION_ORDER,
    SUPERVISOR,
)
from dialogs.text.patterns import STAFF as STAFF_TYPED

PLAIN = {"yes": "yes", "no": "no", "unsure": "unsure"}
UNSURE = Option("unsure", r"not sure|unsure")
YES_NO_UNSURE = (strict_option("yes"), Option("no"), UNSURE)

NOT_A_COLLEAGUE = (
    "i|we|mum|dad|it|he|she|that|who|what|there|nan|gran|school|nursery|hospital|camhs|court|legal|police|nobody"
    "|everyone|someone|gp|manager|supervisor|child|baby"
)
ODD_PART = {
    "unsure": r"(?:dunno|don'?t know|no idea) (?:if|whether) (?:it'?s|its|it is) mine",
    "authorised": r"one of them has said (?:that )?i may (?:share|ask|give)(?: this| it)?",
    "allocated": r"(?:yes |yeah |yep )?(?:i'?ve|i have) (?:had|held|got) (?:him|her|them|it|this one|this family)|"
    r"(?:yes |yeah |yep )?(?:s?he'?s |they'?re |it'?s )?(?:on my (?:list|books)|one of my (?:lot|kids|boys|girls"
    r"|young people))|"
    r"i (?:carry|hold|have) (?:him|her|them|it|this (?:one|family|case))|(?:i )?was given (?:it|him|her|them|the case)|"
    r"(?:yes |yeah |yep )?(?:i'?m )?(?:his|her|their|the family'?s) worker|"
    r"(?:yes |yeah |yeh |yep |yup )?my one|allocated to me(?: [\w ]{1,12})?|"
    "(?:yes |yeah |yep |yup )?(?:it'?s |that'?s |that would be )?(?:me|mine mate|(?:s?he|they"
    "|this|that|it) is mine)|(?:yes |yeah |yep |yup )?(?:i'?ve |i have )?(?:got|hold|have) (?:this|the)"
    r" case|(?:yes |yeah |yep |yup )?allocated to (?:this|it|them|her|him|this one|this case|\w|the family)"
    "|(?:the )?case ?holder(?: is me)?|(?:i'?m the case ?holder)|(?:it'?s |s?he'?s )?on my caseload|(?:yes "
    "|yeah |yep |yup )?(?:this is |it'?s |s?he'?s )?(?:all |one of )?mine|"
    r"(?:(?:yes|yeah|yep),? )?(?:it'?s |it is |he'?s |she'?s |they'?re |this is |\w'?s )?(?:all"
    " |one of )?(?:mine|ours? cases?)"
    r"|(?:yes |yeah |yep )?(?:i'?m |i am )?(?:the |his |her |their |\w'?s )?(?:allocated )?(?:social worker"
    "|sw)|(?:yes |yeah |yep )?(?:it'?s )?my (?:family|child|case|kid|one)"
    "|(?:i'?m |i am |it'?s |they'?re )?allocated(?: to me)?|i hold (?:the|this) case|one of my (?:cases"
    "|families|kids|children)",
    "supervisor": r"(?:i'?m )?(?:the )?boss of (?:it|this|the (?:team|case|worker))|(?:i )?(?:oversee|line manage)"
    r" (?:it|this|the (?:allocated )?(?:case|worker|social worker)|(?:his|her|their) worker)|"
    r"(?:the|his|her|their) (?:allocated )?(?:worker|sw|social worker) (?:reports|answers) to me|"
    r"(?:the |his |her |their )?(?:worker'?s )?line manager|"
    r"i (?:supervise|manage) (?:this|that|the|their|his|her) (?:worker|case|sw|social worker)|"
    "(?:i'?m )?(?:the |their )?(?:manager|supervisor|tm|team manager) of the (?:allocated"
    " )?(?:worker|sw|social worker|case|team)|(?:i'?m )?supervising (?:it|them|this|her|him|the worker|the"
    " case)|team mgr|(?:i'?m )?(?:the )?(?:practice|team) (?:supervisor|mgr|lead)|"
    r"(?:i'?m |i am )?(?:the |their |his |her |a )?(?:tm|team manager|supervisor|manager)(?: here)?"
    r"|i (?:manage|supervise) (?:the |their )?(?:allocated )?(?:worker|social worker|sw|case)",
    "none": rf"(?:no |nah |nope )?(?!(?:{NOT_A_COLLEAGUE})\b)\w{{2,}}(?: (?:has|holds|carries)"
    r" (?:it|him|her|them|this one|the case)|'s (?:family|case))|(?:no )?(?:the case|it|s?he)(?:'s| is| sits"
    r"| belongs) (?:with|to) (?!me\b|us\b)(?:the |an? )?"
    r"\w+(?: \w+)?|(?:i )?(?:just|only) (?:cover\w*|answer\w*) [\w ]{2,20}|"
    r"(?:no |nah |nope )?(?:i'?m )?not allocated(?: to (?:it|them|me|this))?|"
    "not me|(?:no |nope )?(?:it )?belongs to (?:another team|someone else|a colleague|my colleague)"
    "|(?:no )?(?:it'?s )?another (?:team|worker|sw|social worker)'?s?(?: case)?|(?:no )?nothing to do with me|"
    "(?:no |nah |nope )?(?:it'?s |its )?(?:a |my )?colleague'?s(?: case| one)?|(?:no |nah )?someone"
    " else'?s(?: case| one)?"
    r"|(?:i'?m )?(?:just |only )?(?:on )?duty(?: desk| worker| sw)?(?: today| tonight)?|none|(?:no "
    r"|nah )?another team'?s",
}
ODD_RUNG = {
    "no_call": "no need:? i rang (?:them|her|him)|(?:it )?(?:came|was|arrived) (?:in |by |an? )?(?:e-?mail"
    "|letter|writing|post)|an? e-?mail",
    "yes": "done|(?:yes |yeah |yep )?did that|(?:yes |yeah |yep )?(?:i )?(?:have|did)|(?:yes |yeah "
    "|yep )?(?:i )?(?:rang|rung|called"
    "|phoned) (?:them|her|him) (?:back )?on (?:our own|a) number(?: i found| we hold| i looked up)?",
    "not_yet": rf"(?:no,? )?(?:{NOT_DONE})|(?:no,? )?(?:i'?m )?going to (?:ring|call)(?: (?:them|her"
    rf"|him))?(?: back)?(?: after this)?|"
    "(?:i'?ve )?not had (?:the |a )?(?:chance|time)(?: yet)?|(?:no |nah )?still to do|not"
    " done(?: yet)?|(?:i )?(?:haven'?t|havent)(?: yet)?",
}
ODD_CONTACT = {
    "ring": r"(?:ring|phone|call|try) (?:her|him|them|mum|dad)(?: (?:at work|after \w+|before \w+|in the \w+"
    r"|any ?time))?|"
    r"(?:her |his |their )?(?:mobile|phone)(?:'s| is)? (?:best|fine|ok|safest)|(?:a |just a )?quick (?:ring|call)|"
    r"try (?:her|his|their|the) (?:mobile|phone)|(?:by )?phone only|only (?:by )?phone|"
    "(?:tele)?phone(?: (?:her|him|them|mum|dad))?|ring (?:her|him|them|mum|dad)(?: on (?:her|his"
    "|their|the) mobile)?|call (?:mum|dad)|phone's (?:fine|ok|best)|(?:her|his|their) phone|"
    "(?:just )?(?:give (?:her|him|them) a (?:ring|call|bell)|mobile|(?:on )?(?:her|his|their)"
    " mobile|a call|by phone)",
    "text": r"(?:just )?text(?: (?:her|him|them))?(?: only)?|by text(?: only)?",
    "in_person": r"(?:only |just )?face to face(?: only)?|(?:when|next time) s?he(?:'s| is| comes) in|s?he comes in|"
    r"(?:i see (?:her|him|them) )?at (?:the |our )?(?:visit|contact|handover|meeting|school gate|drop ?off|pick ?up)|"
    "(?:in person|face ?(?:2|to) ?face|f2f)(?: at (?:school|home|the office))?|(?:at|in)"
    " (?:the )?(?:office|school|contact centre)|"
    "at home|(?:go and |i'?ll )?see (?:her|him|them)(?: in person)?|home visits?(?: only)?|at"
    " school|visit (?:her|him|them)",
    "write": r"(?:by |a )?(?:letter|post) only|write to (?:her|him|them)|(?:send it )?in the post|in writing"
    r"|by (?:letter|post)|send a letter",
    "ring text": r"(?:ring|call|phone)(?:,| or| and) text|text(?:,| or| and) (?:ring|call|phone)|(?:call|ring) or text",
    "not_known": r"unknown|(?:we |i )?(?:have |'ve )?(?:got )?no (?:contact )?(?:details|number|address)|"
    r"(?:i |we )?(?:do ?n'?t have|have ?n'?t got) (?:one|any|an? (?:number|address))|"
    r"(?:i )?don'?t know(?: yet)?|not sure(?: yet)?|no idea",
}
MADE = r" (?:was |is )?(?:made|granted|in place|in force)"
ODD_STATUS = {
    "care_order": rf"(?:s?he'?s |they'?re )?(?:got |on |under )?(?:an? |the )?(?:full )?(?:care )?order{MADE}"
    rf"|full order|"
    r"(?:s?he'?s |they'?ve )?got a (?:full )?care order|(?:s?he'?s |they'?re )?(?:subject to "
    r"|on )?(?:a )?(?:full )?(?:care order|co)(?: made)?",
    "interim": rf"(?:on |under )?(?:an? |the )?(?:interim (?:care )?order|ico)(?:{MADE})?(?: for now)?|(?:an? "
    rf"|the )?interim(?: one| care)?|ico",
    "section_20": r"voluntarily accommodated|(?:mum|dad|mother|father|parents?|they|s?he) (?:has "
    r"|have )?signed (?:an? |the )?(?:section 20"
    r"|s\.? ?20)|"
    r"(?:s?he'?s |they'?re )?(?:in care|accommodated|looked after) (?:under|on) (?:an? )?(?:section 20|s\.? ?20)"
    r"|(?:voluntary )?(?:s\.? ?20|section 20)|voluntary(?: accommodation)?",
    "supervision_order": rf"(?:on )?(?:an? |the )?(?:\w+ month )?supervision order(?:{MADE})?|so|(?:a "
    rf"|the )?supervision one",
    "protection_plan": r"(?:s?he'?s )?on a plan|(?:no order,? (?:but )?)?(?:s?he'?s |they'?re )?(?:on "
    r"|under )?(?:an? |the )?(?:cpp|(?:cp|child protection) plan)"
    r"(?: for (?:neglect|(?:emotional|physical|sexual) (?:abuse|harm)))?|(?:on )?(?:a |the )?(?:cp"
    r"|child protection)(?: plan)?|(?:child )?protection plan,? no order",
    "none": r"(?:s?he'?s )?on a plan|no order (?:of any (?:kind|sort)|made)|(?:s?he'?s "
    r"|they'?re )?open (?:to us )?(?:as|under) (?:a )?(?:cin|child in need)|"
    r"(?:s?he'?s |they'?re )?not on (?:anything|any order|an order)|"
    r"(?:just )?(?:a )?(?:cin|child in need)(?: plan)?|nothing in place|no legal status|nothing legal|"
    "(?:no |nah |nope )?(?:nothing|none)(?: at all)?|(?:just )?(?:cin|child in need)(?: plan)?"
    "|(?:no |nah )?no (?:legal )?order",
}
HOW_ODD = {
    "phone": "(?:i )?(?:telephoned|phoned)(?: (?:her|him|them))?|on the blower|gave (?:her|him|them) a"
    " (?:ring|call|bell)",
    "in_person": r"(?:i )?(?:saw|met) (?:her|him|them)(?: (?:at|in) [\w ]{2,20})?|(?:i )?went in|(?:i"
    " )?popped in|at (?:the )?school",
    "secure_email": r"(?:by |via |on )?egress",
    "letter": r"(?:i )?posted(?: it)?|in the post|recorded delivery",
}
CHILD = Reference("child")
PART_IN_CASE = Choice(
    "part_in_case",
    "3.10",
    (
        strict_option("allocated", ALLOCATED),
        strict_option("supervisor", SUPERVISOR),
        strict_option("authorised", AUTHORISED),
        Option("none", NOT_MINE),
        UNSURE,
    ),
    plain_words={"yes": "allocated", "no": "none", "unsure": "unsure"},
    odd=ODD_PART,
)
STAFF = Choice(
    "staff",
    "3.10",
    (strict_option("yes", STAFF_TYPED), Option("no", NOT_STAFF), UNSURE),
    plain_words=PLAIN,
    odd={
        "yes": r"(?:yes,? )?(?:i'?m )?(?:an? )?(?:qualified|duty|student|newly qualified|senior|agency|locum|principal)"
        r" (?:sw|social worker)|(?:an? )?sw|(?:yes,? )?nqsw|(?:an? )?advanced practitioner(?: social worker)?"
    },
)
"""Who is allocated or supervises is social work staff by that."""
RUNG_BACK = Choice(
    "rung_back",
    "",
    (strict_option("yes", RUNG), Option("not_yet", NOT_RUNG), strict_option("no_call", NO_CALL)),
    plain_words={"yes": "yes", "no": "not_yet", "unsure": "not_yet"},
    odd=ODD_RUNG,
    named="r[aiu]ng|ring(?:ing)?|call(?:ed)?|phoned?|number",
)
"""Good practice, and so without a paragraph: a caller is not yet the one they say they are."""
PARENTS = Words("parents", "3.2", long=False)
CONTACT = Ticks(
    "contact",
    "3.2",
    (
        strict_option("ring", RING),
        strict_option("write", "write|(?:a )?letter|post"),
        strict_option("text", "text(?: message)?|sms"),
        strict_option("in_person", IN_PERSON),
        strict_option("not_known", NOT_KNOWN),
    ),
    alone=("not_known",),
    empty="not_known",
    lead="by|only|just",
    odd=ODD_CONTACT,
)
LEGAL_STATUS = Choice(
    "legal_status",
    "4.5",
    (
        strict_option("care_order", CARE_ORDER),
        strict_option("interim", INTERIM_ORDER),
        strict_option("section_20", SECTION_20),
        strict_option("supervision_order", SUPERVISION_ORDER),
        strict_option("protection_plan", PROTECTION_PLAN),
        strict_option("none", NO_ORDER),
        UNSURE,
    ),
    plain_words={"unsure": "unsure"},
    odd=ODD_STATUS,
)
"""This child's own; a sibling's order says nothing of it."""
