"""Professionals, services and places that no list names, known by their last word: "riding stables manager"."""

from dialogs.text.patterns import either

SMALL_WORDS = (
    "about|that|to|for|in|on|at|if|when|before|after|without|with|from|as|by|re|of|because|cos|coz|since|unless|until"
    "|while|and|or|but|so|than|now|today|tomorrow|this|these|those|first|yet|too|again|over|via|not|never|no|instead"
    "|rather|what|why|who|whom|where|how|which|whose|whether|s?he|they|it|its|i|im|ive|id|ill|we|you|u|us|me|his|her"
    "|him|them|their|our|my|your|the|an?|some|any|all|both|every|each|more|just|only|even|still|also|is|are|was|were"
    "|am|be|been|being|has|have|had|can|could|will|would|should|must|may|might|do|does|did|dont|wont|cant|ok|okay"
    "|please|there|here|mr|mrs|ms|miss|dr|new|old|local|named|current|own|same"
)
VERBS = (
    r"tell\w*|told|inform\w*|ring\w*|rang|phon\w+|call\w*|contact(?:ing|ed)?(?! centre)|alert\w*|e-?mail\w*"
    r"|text\w*|updat\w+|notify\w*"
    r"|warn\w*|brief(?:ing|ed)?|giv\w+|gave|send\w*|sent|show\w*|let|letting|ask\w*|spe+a?k\w*|spoke|talk\w*|writ\w+"
    r"|wrote|shar\w+|pass\w*|hand(?:ed|ing)?|forward\w*|keep\w*|know\w*|knew|say\w*|said|want\w*|need\w*|refus\w+"
    r"|thinks?|reckons?|claims?|hit|hurt\w*|get|got|getting|make|made|take|took|see|saw|use|using|put|like|wish"
)
FAMILY = (
    r"(?:step-?|foster-?)?(?:mums?|moms?|mother|mam|dads?|father|parents?|carer)|brother|sister"
    "|sibling|cousin|uncle|aunt(?:ie|y)?|gran|granny|nan|nanny|partner|lodger|neighbours?"
)
LISTED = (
    r"school(?! (?:bus|taxi|minibus|transport) )|nursery|pre-?school|college|sixth|primary|secondary|pastoral|learning"
    "|teaching|form|head|class|year|gp|camhs|police|housing|hv|sn|dsl|senco|social|allocated|special|legal"
)
"""Words of the recipients that have a list, of social work and of the law: what they begin is none of these."""
OURS = (
    "team|line|duty|senior|deputy|assistant|area|other|another|previous|last|next|agency|fostering|adoption|placements?"
    "|assessment|safeguarding|lac|cin|cp|mash|court|care|leaving|admin|business|whole|right|wrong|relevant|hours"
    "|reviewing|practice|service|case|childrens|adult|adults|emergency|data|protection|governance|information"
    "|complaints|custody|strategy|family|support|work|health|multi|different|student|covering|temporary|day|night"
    "|finance|commissioning|brokerage|kinship|permanence|hr|ict|quality|assurance|payroll|sgo|fgc|edt|participation"
    "|personal|independent|press|media|locality|intake|referral|reception|performance|audit|training|policy|principal"
    "|lead|staff|management|leadership|systems|mosaic|head|contact"
)
"""Words that leave open whether somebody is of our own council, or who they are at all."""
PLACES = (
    "hospice|food ?bank|library|stables|play ?group|church|mosque|temple|gurdwara|synagogue|hotel|airline|creche"
    "|cadets|scouts|brownies|cubs|beavers|gym|refuge|charity|leisure centre|childrens centre"
)
KNOWN_BY_THEMSELVES = either(
    "(?:drugs?|speech) and (?:alcohol|language) (?:service|team|worker|therapist|clinic)|family centre",
    "contact (?:centre(?: (?:staff|workers?|supervisor|manager))?|supervisor)",
    "hospital (?:consultant|social worker)|cadets? sergeant",
    r"\w+ologist|\w+iatrist|chiropodist|\w*therapist|counsellor|crisis line|osteopath|chaplain|instructor|coach"
    r"|mentor|(?<!special )(?<!legal )(?<!caldicott )guardian"
    "|paediatrician|dentist|receptionist|key ?worker|lifeguard|caseworker|ward|hospital|consultant",
    "(?:swim(?:ming)?|dance|ballet|piano|violin|guitar|drum|karate|judo|riding|gymnastics|sunday school"
    "|singing) teacher",
    "(?:dance|ballet|riding|sunday|swim|stage|language) school|(?:dance|drama|football|tennis|boxing) academy",
    r"(?:lollipop|crossing(?: patrol)?|dinner|hearing aid) (?:man|lady|woman)|(?:after|out of)[- ]school club",
    r"(?:toddler|youth|baby|support) group|interpret(?:er|ing) service|early help team",
    PLACES,
)
KNOWN_BY_MORE = (
    "nurse|worker|officer|manager|lead|leader|team|services?|clinic|unit|dep(?:artmen)?t|desk|centre|club|firm|company"
    "|agency|project|warden|chaperone|caretaker|theatre|organiser|visitor|helpline|advis[eo]r"
    "|specialist|practitioner|co-?ordinator|supervisor|escort|driver|trainer"
    "|secretary|staff|assessor|surgery|pharmacy|hub"
)
"""The last word of somebody who is only known by the words before it."""
WORD = rf"(?!(?:{SMALL_WORDS}|{VERBS}|{FAMILY}|{LISTED})(?![\w'-]))[a-z][\w&-]+ "
OF_A_PLACE = rf"(?:{PLACES}|club|firm|company|academy|agency|hospital|centre|park|rink|pool|hall|shop)'?s "
TELLING = rf"(?!(?:{OURS}) )(?:{WORD}|{OF_A_PLACE})"
UNLISTED = (
    rf"(?:(?:{WORD}|{OF_A_PLACE}){{0,4}}(?:{TELLING}(?:(?:{OURS}) )*(?:{KNOWN_BY_MORE})"
    rf"|(?:{KNOWN_BY_THEMSELVES})))"
)
