"""The questions of an entry in the case summary."""

from dialogs.engine.lines import Lines
from dialogs.engine.questions import Ticks, Words
from dialogs.text.clauses import UNSURE
from dialogs.text.option_matching import strict_option
from dialogs.text.patterns import either

MAY_LINES = Lines("may_lines", "3.10", optional=True)
MAY_TO = Words("may_to", "3.10", optional=True, long=False)
MAY_NOT_LINES = Lines("may_not_lines", "3.10", optional=True)
SAYS_OTHERWISE = Words("says_otherwise", "3.10", optional=True, long=False)
SEEN_WHERE = Ticks(
    "seen_where",
    "3.10",
    (
        strict_option("summary", r"(?:in |on )?(?:the |its? |her |his |their )?(?:case summary|mosaic)(?: on mosaic)?"),
        strict_option(
            "elsewhere", r"(?:somewhere|anywhere) else(?: (?:where )?(?:the )?whole team can (?:see|open)(?: it)?)?"
        ),
        strict_option(
            "not_yet",
            either(r"not (?:yet|settled)(?: yet)?", r"nowhere(?: yet)?", r"none(?: of (?:these|them))?", UNSURE),
        ),
    ),
    alone=("not_yet",),
    empty="not_yet",
    odd={
        "summary": "(?:it'?s )?(?:on|in) (?:the )?(?:mosaic|case summary|summary)",
        "not_yet": "nowhere as yet|not decided|(?:have ?n'?t|not) put it anywhere",
        "elsewhere": r"(?:on |in )?(?:the |our )?(?:team'?s? )?shared (?:drive|folder)|(?:the |a "
        r"|on the )?shared (?:drive|folder)(?: (?:that )?the (?:whole )?team can (?:see|open))?",
    },
)
