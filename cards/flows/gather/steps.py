"""The headline of the answer on network checks, and the steps that follow from it."""

from typing import Any

from cards.elements import Run
from cards.labels import label_values
from cards.next_steps import contacts_of, render_first_steps
from cards.parents_wording import silence_values
from cards.people import Council
from cards.words import render_paragraphs
from dialogs.engine.matter import Matter
from dialogs.flows.gather import conditions as when
from dialogs.flows.telling import only_one_knows, told_afterwards
from guidance.decision import Decision


def headline(matter: Matter, decision: Decision) -> str:
    todo = decision.outstanding_before_go_ahead
    if not todo:
        kind = "checks" if when.concern(matter.values) else "request"
        return f"{kind}_untold" if told_afterwards(decision) else kind
    if "unsure_of_a_concern" in decision.weighed:
        return "unsure_of_a_concern"
    if todo == ("inform_parents_first",) and "court_order_for_checks" in decision.weighed:
        return "court_order_for_checks"
    if todo == ("take_to_supervisor",) and only_one_knows(decision):
        return "one_parent"
    if "take_to_supervisor" in todo:
        return "take_to_supervisor"
    return todo[0] if len(todo) == 1 else "several"


def steps(matter: Matter, decision: Decision, council: Council) -> list[tuple[Run, ...]]:
    values: dict[str, Any] = {
        **label_values(matter),
        **contacts_of(council),
        "untold": told_afterwards(decision),
        **silence_values(matter, decision),
        "court": "court_order_for_checks" in decision.weighed,
        "unsure": "take_to_supervisor" in decision.outstanding_before_go_ahead,
        "because_missing": told_afterwards(decision)
        and when.checks_untold(matter.values)
        and not matter.values.get("grounds_because"),
    }
    plain = _plain_request(matter, decision, values)
    first = render_first_steps("gather", decision, values)
    return (
        [*first, *plain] if not decision.may_go_ahead_now else [*plain, *render_paragraphs("steps.ask_them", **values)]
    )


def _plain_request(matter: Matter, decision: Decision, values: dict[str, Any]) -> list[tuple[Run, ...]]:
    """2.4  What a request is called where there is no safeguarding concern."""
    if "plain_request" not in decision.weighed:
        return []
    not_sure = when.not_sure_of_concern(matter.values) and "unsure_which_rules" not in decision.weighed
    return render_paragraphs("steps.plain_request", not_sure=not_sure, **values)
