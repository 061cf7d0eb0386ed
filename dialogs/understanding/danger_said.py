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
CRUSHING = "tractor|car|lorry|bus|train|van|wheels?|machine|trailer|ice|water|wardrobe|baler|lift"
BLADES = "knife|axe|needle|syringe|blade|gun|hammer|scissors|machete|razor|glass"
HOLDS_IN = r"(?:let|letting|allow|allowing) (?:us|me|her|him|them|the worker|my colleague)(?: to)? (?:out|leave|go)"
UNTIL_END = "(?: .*)?$"
SAID = tuple(
    re.compile(rf"(?<!\S)(?:{pattern})(?!\S)")
    for pattern in (
        rf"^(?:{SOMEBODY} )?(?:is |are )?(?:just |still |now |both )*{HURTING} (?:up )?{CHILD}"
        r"(?: (?:up|again|now|in here|out there|right now|with .*))*$",
        rf"{SOMEBODY} (?:is |are )(?:just |now )?about to {TO_HURT} .*",
        rf"^{SOMEBODY} (?:is |are )?(?:going to|about to|trying to) {TO_HURT}(?: {CHILD})?"
        r"(?: (?:again|now|off|himself))*$",
        r"^(?:(?:he|she|they|father|mother|both) (?:is |are )?(?:both )?)?armed"
        r"(?: (?:and|with|man|men|in|at) .*)?$",
        r"^(?:an? |the )?(?:intruder|gunman|attacker|shooter|burglar|swordsman|knifeman)s?"
        r"(?: (?:here|in|at|on|outside) .*)?$",
        r"^(?:not breathing|stopped breathing|no pulse|unconscious|unresponsive|being strangled|lifeless|drowning"
        r"|choking|bleeding (?:out|lots|badly|loads)|will not wake(?: up)?)(?: (?:now|here|help))*$",
        rf"^(?:(?:please|someone|somebody|i|we|just|can someone|quick) )*(?:get|call|ring|send|need) {HELP}"
        r"(?: (?:(?:now|here|please|quick|at)\b|to (?:this|the) (?:address|house|flat)).*)?$",
        rf"^(?:please )?{HELP}(?: please)?(?: (?:now|quick|here|quickly))+(?: please)?$",
        r"^(?:please )?an ambulance(?: please)?$|^ambulance please$",
        r"who do i (?:ring|call)(?: (?:now|quick))+",
        r"^help (?:her|him|them)(?: (?:now|please|quick))*$|^help (?:me|us)(?: please)? (?:now|quick)$",
        rf"(?:will not|is not|are not|not|refuses to|refusing to|stop) {HOLDS_IN}$",
        r"(?:we|i) (?:can not|are trapped|am trapped|can no) get out"
        r"(?: of (?:the|this) (?:house|flat|room|building))?$",
        r"(?:we|i) (?:are|am) (?:not being allowed|not allowed) (?:to leave|out)(?: of .*)?$",
        rf"(?:locked|shut) (?:us|me|the worker|my colleague) in{UNTIL_END}",
        r"(?:kid|child|baby|toddler|boy|girl|twins|pram|buggy) (?:is )?(?:under|(?:trapped|stuck) (?:in|under))"
        rf" (?:a |an |the )?(?:{CRUSHING}){UNTIL_END}",
        r"(?:set off|left|on (?:his|her|their) way|driving|heading|in a (?:taxi|cab))(?: \w+){0,6}"
        r" to (?:take|snatch|grab|kidnap|lift|seize) (?:him|her|them|his|the (?:child|baby|kids|boy|girl|twins))"
        r"(?: (?:back|away|now|out|off|him|him back|son|daughter|\w+ back|from .*))*$",
        r"(?:he|she|they|mother|father|child|boy|girl) (?:is|are) (?:stood |standing |sat |sitting |out )?on (?:a|the)"
        r" (?:train tracks|tracks|railway line|ledge|window ledge|wrong side of the .*)$",
        rf"(?:has|have) taken (?:my|our) (?:car )?(?:keys|phones?)(?! number){UNTIL_END}",
        rf"(?:he|she|they|we|i)(?: is| are| am)? (?:being )?held (?:hostage|captive|prisoner){UNTIL_END}",
        r"^(?:being )?held in (?:a |the |her |his )?(?:flat|house|room|van|shed|garage|bedroom|cellar)(?: .*)?$",
        rf"(?:{BLADES}) (?:to|at|against|on) (?:my|her|his|the (?:baby|child)|their|mother) ?(?:is )?"
        r"(?:throat|neck|face|head|stomach|chest)?$",
        r"(?:service user|client|dad|father|mother|a man from my caseload|someone from my caseload) (?:is |are )?"
        rf"(?:now )?(?:in|at|outside) my (?:home|house|home address|garden|back garden|front door|flat){UNTIL_END}",
        rf"(?:will|going to) (?:{TO_HURT}|set (?:light|fire)|light|do it|let go|swallow)(?: \w+){{0,5}} unless"
        r" (?:we|i|you|anyone|somebody|someone|police) (?:leave|go|back|pay|open|get|stay|move|stop)(?: .*)?$",
        r"(?:telling|tells|told|says?|saying)(?: (?:us|me))? (?:we are|i am) (?:not leaving|not going anywhere"
        r"|going nowhere)(?: .*)?$",
        r"being (?:hit|beaten|kicked|punched|strangled|choked|stabbed|attacked|raped|hurt|slapped|shaken|burned|burnt)"
        r"(?: \w+){0,4} (?:now|right now|this minute|this second|as we speak)$",
        rf"^(?:(?:no|it|its|is|that|there) )*(?:her |his |the |their )?{SOMEBODY} (?:is )?(?:here |there |outside )?"
        rf"with an? (?:{BLADES}){UNTIL_END}",
        r"(?:has|have) (?:just |now )?been (?:stabbed|shot|knifed|slashed)(?: now| here| help)*$",
        r"^(?:this|it) is (?:an emergency|life (?:or|and) death)(?: now| here)?$",
        r"^(?:risk|threat) to life now$|^immediate (?:risk|threat) to life$",
        r"(?:child|kid|boy|girl|lad|somebody|someone|he|she) (?:is )?up (?:a |the )?"
        rf"(?:pylon|crane|mast|scaffolding){UNTIL_END}",
        r"^(?:shots fired|hostage situation|anaphylaxis|cardiac arrest|stabbing (?:here|now|in progress))"
        r"(?: (?:here|at|in|now) ?.*)?$",
        rf"there is an? (?:bomb|device|parcel ticking|ticking parcel){UNTIL_END}",
        r"^(?:he|she|(?:the )?baby|mother|father|child) is (?:dying|drowning|choking|suffocating)"
        r"(?: now| here| help)*$",
        r"^(?:he|she|child|baby|toddler) (?:has )?(?:just )?swallowed (?:a |the )?(?:button )?battery$",
        r"(?:fgm|cutting|nikah|forced marriage|the cutter)(?: is)? (?:booked|arranged|set|happening)(?: for)?"
        r" (?:now|today|tonight|this (?:morning|afternoon|evening))",
    )
)
RAW = re.compile(
    r"\W*(?:(?:please|quick|now|get|call|ring|dial|need|want|someone|somebody|i|we|me)\W+)*999"
    r"(?:\W+(?:please|now|quick|pls|plz|here|asap))*\W*",
    re.IGNORECASE,
)

UNLIKE = frozenset(("past", "supposed", "made up", "over", "day", "on paper"))
"""What these turns of phrase may not be told with."""


def says_danger(text: str, signs: Signs) -> bool:
    """Whether one of these turns of phrase is there, with nothing that sets it in the past, in a story or in an if."""
    if RAW.fullmatch(text):
        return True
    said = " ".join(signs.words)
    return not UNLIKE & signs.frames and any(pattern.search(said) for pattern in SAID)
