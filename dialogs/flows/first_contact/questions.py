"""The questions of the first conversation, with the typed words that each option is known by."""

from dialogs.engine.date_times import Moment
from dialogs.engine.questions import Ticks, Words
from dialogs.flows.first_contact import typed
from dialogs.text.option_matching import Option, strict
from guidance.flows.first_contact import POINTS

VISIT_NEEDS = Ticks(
    "visit_needs",
    "",
    (
        strict("interpreter", typed.INTERPRETER),
        strict("language", typed.LANGUAGE),
        strict("large_print", typed.LARGE_PRINT),
        strict("read_out", typed.READ_OUT),
        strict("none", typed.NO_NEEDS),
    ),
    alone=("none",),
    empty="none",
    lead="they need|needs?",
)
WHICH_LANGUAGE = Words("which_language", "", optional=True, long=False)

_POINTS: tuple[Option, ...] = (
    *(strict(point, typed.COVERED[point], ref) for ref, point in POINTS),
    strict("none", typed.COVERED_NOTHING),
)
TALKED_WHEN = Moment("talked_when", "3.5")
TALKED_WITH = Words("talked_with", "3.5", long=False)
COVERED = Ticks(
    "covered", "3.3", _POINTS, alone=("none",), empty="none", all_of=tuple(typed.COVERED), lead=typed.WE_SAID
)
PARENTS_ASKED = Words("parents_asked", "3.5", optional=True)
UNDERSTOOD = Words("understood", "3.5", optional=True)
WORRIES = Words("worries", "", optional=True)
PARENTS_WANT = Ticks(
    "parents_want",
    "",
    (
        strict("a_copy", typed.A_COPY),
        strict("language", typed.LANGUAGE),
        strict("large_print", typed.LARGE_PRINT),
        strict("their_file", typed.THEIR_FILE),
        strict("none", typed.NO_NEEDS),
    ),
    alone=("none",),
    empty="none",
    lead="they (?:asked for|want(?:ed)?)",
)

AGAIN_WHEN = Moment("again_when", "3.5")
COVERED_SINCE = Ticks(
    "covered_since", "3.3", _POINTS, alone=("none",), empty="none", all_of=tuple(typed.COVERED), lead=typed.WE_SAID
)
AGAIN_ASKED = Words("again_asked", "3.5", optional=True)
