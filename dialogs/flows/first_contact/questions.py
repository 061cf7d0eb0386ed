"""The questions of the first conversation, with the typed words that each option is known by."""

from dialogs.engine.moment_question import Moment
from dialogs.engine.questions import Ticks, Words
from dialogs.flows.first_contact import typed
from dialogs.text.option_matching import Option, strict_option
from guidance.flows.first_contact import POINTS

VISIT_NEEDS = Ticks(
    "visit_needs",
    "",
    (
        strict_option("interpreter", typed.INTERPRETER),
        strict_option("language", typed.LANGUAGE),
        strict_option("large_print", typed.LARGE_PRINT),
        strict_option("read_out", typed.READ_OUT),
        strict_option("none", typed.NO_NEEDS),
    ),
    alone=("none",),
    empty="none",
    lead="they need|needs?",
    odd=typed.ODD_NEEDS,
)
WHICH_LANGUAGE = Words("which_language", "", optional=True, long=False, unless={"visit_needs": ["none"]})

_POINTS: tuple[Option, ...] = (
    *(strict_option(point, typed.COVERED[point], ref) for ref, point in POINTS),
    strict_option("none", typed.COVERED_NOTHING),
)
TALKED_WHEN = Moment("talked_when", "3.5")
TALKED_WITH = Words("talked_with", "3.5", long=False)
COVERED = Ticks(
    "covered",
    "3.3",
    _POINTS,
    alone=("none",),
    empty="none",
    all_of=tuple(typed.COVERED),
    lead=typed.WE_SAID,
    odd=typed.ODD_COVERED,
)
PARENTS_ASKED = Words("parents_asked", "3.5", optional=True)
UNDERSTOOD = Words("understood", "3.5", optional=True)
WORRIES = Words("worries", "", optional=True)
PARENTS_WANT = Ticks(
    "parents_want",
    "",
    (
        strict_option("a_copy", typed.A_COPY),
        strict_option("language", typed.LANGUAGE),
        strict_option("large_print", typed.LARGE_PRINT),
        strict_option("their_file", typed.THEIR_FILE),
        strict_option("none", typed.NO_NEEDS),
    ),
    alone=("none",),
    empty="none",
    lead="they (?:asked for|want(?:ed)?)",
    odd={
        "language": "the leaflet in another language",
        "large_print": "the leaflet in large print",
        "a_copy": "a copy of it",
        "their_file": "(?:to see )?(?:his|her|their) own (?:file|records?|notes)|(?:to see )?(?:their|her"
        "|his) (?:file|records?)|to see what we hold about them",
        "none": "(?:no |nah )?(?:nothing|none)|(?:no,? )?they did ?n'?t (?:ask for|want) (?:anything|any)",
    },
)

AGAIN_WHEN = Moment("again_when", "3.5")
COVERED_SINCE = Ticks(
    "covered_since",
    "3.3",
    _POINTS,
    alone=("none",),
    empty="none",
    all_of=tuple(typed.COVERED),
    lead=typed.WE_SAID,
    odd=typed.ODD_COVERED,
)
AGAIN_ASKED = Words("again_asked", "3.5", optional=True)
