"""The headline of a document's answer, and the steps that follow from it."""

from typing import Any

from cards import words
from cards.elements import Run
from cards.people import Council, names
from cards.steps import before_going_ahead, said_of, whom_to_ask
from dialogs.document import conditions as when
from dialogs.document.facts import facts
from dialogs.document.ways import may_never
from dialogs.matter import Matter
from dialogs.telling import only_one_knows, told_afterwards, unsafe_to_tell
from guidance.decision import Decision

READING = ("read_it_first", "read_own_first")


def headline(matter: Matter, decision: Decision) -> str:
    """The name of the answer's headline."""
    todo = decision.outstanding_before_go_ahead
    if decision.may_go_ahead_now:
        return "yes_untold" if told_afterwards(decision) else "yes"
    if may_never(decision):
        return "refused" if "author_refused" in decision.weighed else "do_not_share"
    if todo == ("take_to_supervisor",) and only_one_knows(decision):
        return "one_parent"
    if unsafe_to_tell(decision):
        return "take_to_supervisor"
    if "read_it_first" in decision.weighed:
        return "read_it_first" if not todo else "several"
    if todo == ("take_to_supervisor",):
        return "outside" if "no_professional" in decision.weighed else "unsure_of_care_order"
    return todo[0] if len(todo) == 1 else "several"


def steps(matter: Matter, decision: Decision, council: Council) -> list[tuple[Run, ...]]:
    """What to do next, in order."""
    values = _values(matter, decision, council)
    steps = before_going_ahead(decision)
    if may_never(decision):
        return said_of("document", steps, values)
    reading = min((steps.index(name) for name in READING if name in steps), default=_first_of_section_4(steps))
    said = said_of("document", steps[:reading], values)
    said += _to_read(matter, values)
    said += said_of("document", steps[reading:], values)
    said += _once_read(decision, values)
    said += [words.say("steps.court_case", **values)] if matter.values.get("court_case") in ("yes", "unsure") else []
    return [*said, *_at_the_end(decision, values)]


def _values(matter: Matter, decision: Decision, council: Council) -> dict[str, Any]:
    said = facts(matter.values)[1]
    return {
        **names(matter),
        **whom_to_ask(council),
        "ordered": matter.values.get("court_ordered"),
        "refused": "author_refused" in decision.weighed,
        "taken_out": said.get("redaction_done_by", "none"),
        "interim": said.get("child_on_care_order") == "interim",
        "care_order": said.get("child_on_care_order") is True,
        "court_only": said["audience"] == ["care_proceedings"],
        "quotes": when.quotes_others(matter.values),
    }


def _first_of_section_4(steps: tuple[str, ...]) -> int:
    return next((place for place, name in enumerate(steps) if name in OF_SECTION_4), len(steps))


OF_SECTION_4 = ("discuss_with_author", "author_written_consent", "legal_advice", "redaction_worker_and_manager")


def _to_read(matter: Matter, values: dict[str, Any]) -> list[tuple[Run, ...]]:
    unread = matter.values.get("quotes") == "not_read"
    return [words.say("steps.read_for_quotations", **values)] if unread else []


def _once_read(decision: Decision, values: dict[str, Any]) -> list[tuple[Run, ...]]:
    """4.4, 4.5  What follows if the reading finds something."""
    unread = "read_it_first" in decision.weighed
    return [words.say("steps.if_it_holds_something", **values)] if unread else []


def _at_the_end(decision: Decision, values: dict[str, Any]) -> list[tuple[Run, ...]]:
    if not decision.may_go_ahead_now:
        then = "hand_over_if_yes" if "no_professional" in decision.weighed else "hand_over_later"
        return [words.say(f"steps.{then}", **values), words.say("steps.cannot_wait", **values)]
    then = "then_given_untold" if told_afterwards(decision) else "then_given"
    return [words.say("steps.hand_over", **values), words.say(f"steps.{then}", **values)]
