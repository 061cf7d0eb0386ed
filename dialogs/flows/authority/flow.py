"""May I answer this caller? Whose it is to give out (3.10); then, for those who may, the questions of a sharing."""

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from dialogs.engine.answers import Answers, Values
from dialogs.engine.flow import Ask, GeneratedText, SizeLimit, Step, Transition
from dialogs.flows.authority import questions as ask
from dialogs.flows.authority.first_message import FIRST_MESSAGE
from dialogs.flows.share import conditions as when
from dialogs.flows.share import facts as sharing
from dialogs.flows.share import invalidation
from dialogs.flows.share.flow import FLOW as SHARE
from dialogs.flows.share.flow import FOR_PARENTS, SHARING, STAFF_STEP, closing
from dialogs.flows.share.offered import theirs_to_share
from dialogs.flows.share.questions import NEED_TO_KNOW, RECIPIENT
from dialogs.flows.share.typed import WORDS_FOR_RECIPIENT
from dialogs.flows.shared_questions import CHILD, PART_IN_CASE, RUNG_BACK
from guidance.decision import Decision


def not_known_to_be_theirs(values: Values) -> bool:
    """3.10  Neither allocated, nor supervisor, nor authorised social work staff, as far as is known."""
    if when.authorised(values):
        return values.get("staff") in ("no", "unsure")
    return values.get("part_in_case") in ("none", "unsure")


def nothing_more_matters(values: Values) -> bool:
    """3.10, 3.7, 3.9(d)  It is for someone else to disclose; or it is not needed, and a court was asked about."""
    if "child" not in values or "part_in_case" not in values:
        return False
    if when.authorised(values) and "staff" not in values:
        return False
    return not_known_to_be_theirs(values) or when.nothing_more_matters(values)


SUMMARY: Mapping[object, str] = {"may": "may be disclosed", "may_not": "may not be disclosed"}


def facts(values: Values) -> tuple[str, dict[str, Any]]:
    """3.10  The facts of a sharing, with what the case summary says."""
    _, said = sharing.facts(values)
    return "authority", {**said, "case_summary_says": SUMMARY.get(values.get("case_summary_says"), "silent")}


def may_be_answered(_: Values, decision: Decision) -> bool:
    """Whether words that give it out are of use: with a caller waiting, only once nothing stands in the way."""
    return decision.may_go_ahead_now is True


def the_child(values: Values) -> Values:
    """Whose case summary it is."""
    return {"child": values.get("child")}


RESTS_ON_CALLER = ("rung_back", "case_summary_says")
"""Another caller has not been rung back yet, and what the case summary says was said of this one."""


def invalidated(before: Answers, given: Values) -> list[str]:
    """Return the names of answers that these newly given ones invalidate."""
    names = invalidation.invalidated(before, given) + before.rest_on_changed(given, {"recipient": RESTS_ON_CALLER})
    line_ids = invalidation.line_ids
    earlier, now = line_ids(before.ever_given), line_ids({**before.ever_given, **given})
    if earlier and now - earlier:
        names.append("case_summary_says")
    return names


FLOW = replace(
    SHARE,
    name="authority",
    steps=(
        Step(
            "caller",
            (
                Ask("", CHILD),
                Ask("3.10", PART_IN_CASE),
                Ask("3.7", RECIPIENT),
                Ask("", RUNG_BACK),
                Ask("3.10", ask.CASE_SUMMARY_SAYS),
                Ask("3.7", NEED_TO_KNOW),
            ),
        ),
        STAFF_STEP,
        *SHARING,
    ),
    closing=closing(facts),
    facts=facts,
    ends_early=nothing_more_matters,
    invalidated=invalidated,
    texts=(FOR_PARENTS, GeneratedText("recipient", may_be_answered, WORDS_FOR_RECIPIENT)),  # 3.5, 3.7
    transitions=(Transition("case_summary", theirs_to_share, the_child),),  # 3.10
    room=SizeLimit(before=16_650),
    first_message=FIRST_MESSAGE,
)
