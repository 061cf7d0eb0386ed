"""What is danger whatever else was learned: a few turns of phrase that seldom mean anything else."""

import re

from dialogs.understanding.danger_signs import Signs

SOMEBODY = (
    r"(?:he|she|they|mother|father|dad|stepdad|stepmum|uncle|aunt|boyfriend|partner|brother|brothers|sister|gran"
    r"|grandad|somebody|someone|a man|the man|staff|carer|the carer|lads|the lads)"
)
CHILD = (
    r"(?:him|her|them|me|us|it|mother|the (?:baby|child|girl|boy|kid|toddler|little one|twins|children|kids|dog)"
    r"|that (?:baby|child|kid)|(?:his|her|their|my) (?:\w+ )?(?:head|face|neck|throat|brother|sister|mother|baby|hand"
    r"|ribs)|baby|each other|both|another (?:child|kid|boy|girl))"
)
HURTING = (
    r"(?:beating|kicking|punching|strangling|throttling|choking|stabbing|drowning|smothering|suffocating|whipping"
    r"|thrashing|battering|hitting|slapping|burning|scalding|biting|slashing|raping|attacking|hurting|stamping on"
    r"|laying into|belting|caning|torturing|shaking|pinning|dragging|headbutting|molesting)"
)
TO_HURT = r"(?:hit|hurt|beat|stab|kill|jump|strangle|burn|shoot|drown|scald|attack|throw|drop|smash|batter|slash|cut)"
HELP = r"(?:police|an ambulance|ambulance|the ambulance|the police|paramedics|the fire brigade|fire brigade)"
HOLDS_IN = r"(?:let|letting|allow|allowing) (?:us|me|her|him|them|the worker|my colleague)(?: to)? (?:out|leave|go)"
SAID = tuple(
    re.compile(rf"(?<!\S)(?:{pattern})(?!\S)")
    for pattern in (
        rf"^(?:{SOMEBODY} )?(?:is |are )?(?:just |still |now |both )*{HURTING} (?:up )?{CHILD}"
        r"(?: (?:up|again|now|in here|out there|right now|with .*))*$",
        rf"{SOMEBODY} (?:is |are )(?:just |now )?about to {TO_HURT} .*",
        rf"^{SOMEBODY} (?:is |are )?(?:going to|about to|trying to) {TO_HURT}(?: {CHILD})?(?: (?:again|now|off|himself))*$",
        r"^(?:(?:he|she|they|father|mother|both) (?:is |are )?(?:both )?)?armed(?: (?:and|with|man|men|in|at) .*)?$",
        r"^(?:an? |the )?(?:intruder|gunman|attacker|shooter|burglar|swordsman|knifeman)s?(?: (?:here|in|at|on|outside) .*)?$",
        r"^(?:not breathing|stopped breathing|no pulse|unconscious|unresponsive|being strangled|bleeding (?:out|lots"
        r"|badly|loads)|lifeless|drowning|choking|will not wake(?: up)?)(?: (?:now|here|help))*$",
        rf"^(?:(?:please|someone|somebody|i|we|just|can someone|quick) )*(?:get|call|ring|send|need) {HELP}"
        r"(?: (?:now|here|please|quick|at|to) ?.*)?$",
        rf"^(?:please )?{HELP}(?: please)?(?: (?:now|quick|here|quickly))+(?: please)?$",
        r"^(?:please )?(?:an )?ambulance(?: please)?$",
        r"who do i (?:ring|call)(?: (?:now|quick))+",
        r"^help (?:me|us|her|him|them)(?: (?:now|please|quick))*$",
        rf"(?:will not|is not|are not|not|refuses to|refusing to|stop) {HOLDS_IN}$",
        r"(?:we|i) (?:can not|are trapped|am trapped|can no) get out(?: of (?:the|this) (?:house|flat|room|building))?$",
        r"(?:we|i) (?:are|am) (?:not being allowed|not allowed) (?:to leave|out)(?: of .*)?$",
        r"(?:locked|shut) (?:us|me|the worker|my colleague) in(?: .*)?$",
        r"(?:kid|child|baby|toddler|boy|girl|twins|pram|buggy) (?:is )?(?:under|trapped (?:in|under)|stuck (?:under|in)) (?:a |an |the )?"
        r"(?:tractor|car|lorry|bus|train|van|wheels?|machine|trailer|ice|water|wardrobe|baler|lift)(?: .*)?$",
        rf"(?:set off|left|on (?:his|her|their) way|driving|heading|gone|is off|coming|in a (?:taxi|cab))"
        r"(?: \w+){0,6} to (?:take|snatch|grab|kidnap|lift|seize) (?:him|her|them|his|the (?:child|baby|kids|boy|girl|twins|children))"
        r"(?: (?:back|away|now|out|off|him|him back|son|daughter|\w+ back|from .*))*$",
        r"(?:he|she|they|mother|father|child|boy|girl) (?:is|are) (?:stood |standing |sat |sitting |out )?on (?:a|the) (?:train"
        r" tracks|tracks|railway line|ledge|window ledge|wrong side of the .*)$",
        r"(?:has|have) taken (?:my|our) (?:car )?(?:keys|phones?)(?: .*)?$",
        r"(?:he|she|they|we|i)(?: is| are| am)? (?:being )?held (?:in|hostage|captive|prisoner)(?: .*)?$",
        r"^(?:being )?held in (?:a |the |her |his )?(?:flat|house|room|van|shed|garage|bedroom|cellar)(?: .*)?$",
        r"(?:knife|axe|needle|syringe|blade|gun|hammer|scissors|machete|razor|glass) (?:to|at|against|on) (?:my|her|his|the (?:baby|child)|their|mother)"
        r" ?(?:is )?(?:throat|neck|face|head|stomach|chest)?$",
        r"(?:service user|client|dad|father|mother|a man from my caseload|someone from my caseload) (?:is |are )?(?:now )?(?:in|at|outside)"
        r" my (?:home|house|home address|garden|back garden|front door|flat)(?: .*)?$",
        r"^(?:this|it) is (?:an emergency|life (?:or|and) death)(?: now| here)?$",
        r"^(?:immediate )?(?:risk|threat) to life now$|^immediate (?:risk|threat) to life$",
        r"(?:child|kid|boy|girl|lad|somebody|someone|he|she) (?:is )?up (?:a |the )?(?:pylon|crane|mast|scaffolding)(?: .*)?$",
        r"^(?:shots fired|hostage situation|anaphylaxis|cardiac arrest|stabbing (?:here|now|in progress))(?: (?:here|at|in|now) ?.*)?$",
        r"there is an? (?:bomb|device|parcel ticking|ticking parcel)(?: .*)?$",
        r"^(?:he|she|baby|the baby|mother|father|child) is (?:dying|drowning|choking|suffocating)(?: now| here| help)*$",
        r"^(?:he|she|child|baby|toddler) (?:has )?(?:just )?swallowed (?:a |the )?(?:button )?battery$",
        r"(?:fgm|cutting|nikah|forced marriage|the cutter)(?: is)? (?:booked|arranged|set|happening)(?: for)? (?:now|today|tonight"
        r"|this (?:morning|afternoon|evening))",
    )
)
RAW = re.compile(
    r"\W*(?:(?:please|quick|now|get|call|ring|dial|need|want|someone|somebody|i|we|me)\W+)*999"
    r"(?:\W+(?:please|now|quick|pls|plz|here|asap))*\W*",
    re.IGNORECASE,
)


def says_danger(text: str, signs: Signs) -> bool:
    """Whether one of these turns of phrase is there, with nothing that sets it in the past, in a story or in an if."""
    if RAW.fullmatch(text):
        return True
    said = " ".join(signs.words)
    return not UNLIKE & signs.frames and any(pattern.search(said) for pattern in SAID)


UNLIKE = frozenset(("past", "supposed", "made up", "over", "day", "on paper"))
"""What these turns of phrase may not be told with."""
