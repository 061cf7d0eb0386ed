"""What a further sharing takes from an earlier one.

Never: what the parents were told of that sharing, an author's agreement, and, for someone else, whether they need it
and how each line was weighed. A go-ahead may rest on harm and grounds, so those are said back and chosen again.
"""

from dialogs.engine.answers import Values
from dialogs.engine.flow import CopiedAnswers

GROUNDS = ("reasons", "harm_suffered", "real_concern", "court_covers")
IN_OWN_WORDS = ("harm_known", "concern_because", "crime_because", "not_practicable_because")
WEIGHED = ("weights", "shorter", "line_relevant", "line_necessary", "line_proportionate")


def mine_to_share(values: Values) -> bool:
    """3.10  It was not for someone else to answer."""
    return "child" in values and values.get("part_in_case") != "none"


def was_shared(values: Values) -> bool:
    """It was closed as shared."""
    return values.get("outcome") == "shared"


ANOTHER = CopiedAnswers(
    mine_to_share,
    held=("child", "part_in_case", "lines", "someone_elses", "parents", "contact"),
    filled_in=("why", *IN_OWN_WORDS, "kinds"),
    told_back=GROUNDS,
)
AGAIN = CopiedAnswers(
    was_shared,
    held=("child", "recipient"),
    filled_in=(
        "part_in_case",
        "need_to_know",
        "recipient_named",
        "lines",
        "why",
        "used_for",
        "someone_elses",
        *WEIGHED,
        "parents",
        "contact",
        *IN_OWN_WORDS,
        "kinds",
    ),
    told_back=GROUNDS,
)
