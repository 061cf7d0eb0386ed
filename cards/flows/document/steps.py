"""The headline of a document's answer, and the steps that follow from it: both from the one list of what is to do."""

from collections.abc import Sequence
from typing import Any

from cards.elements import Run
from cards.labels import label_values
from cards.next_steps import contacts_of, render_steps
from cards.people import Council
from cards.words import render_runs
from dialogs.engine.matter import Matter
from dialogs.engine.size_limits import weight_of
from dialogs.flows.document import conditions as when
from dialogs.flows.document.facts import facts
from dialogs.flows.document.offered import may_never
from dialogs.flows.document.to_do import ON_TELLING, READING, checks, missing, to_do
from dialogs.flows.telling import told_afterwards
from guidance.decision import Decision

LONGEST_DETAIL = 90

CALLED = {
    "only_one_parent_told": "one_parent",
    "no_professional": "outside",
    "own_to_cut": "cut_down",
}
"""Headlines that are not called after their step."""


def headline(matter: Matter, decision: Decision) -> str:
    if decision.may_go_ahead_now:
        return _yes(checks(to_do(matter.values, decision)), untold=told_afterwards(decision))
    if may_never(decision):
        return _never(decision)
    return _not_yet(missing(to_do(matter.values, decision)))


def _yes(first: Sequence[str], *, untold: bool) -> str:
    """A yes that says so where something is to be checked before it goes."""
    if untold:
        return "yes_untold_check" if first else "yes_untold"
    if not first:
        return "yes"
    return "yes_legal" if "ask_legal_services" in first else "yes_court"


def _never(decision: Decision) -> str:
    if "author_refused" in decision.weighed:
        return "refused"
    return "ordered_without_need" if "ordered_without_need" in decision.weighed else "do_not_share"


def _not_yet(todo: Sequence[str]) -> str:
    """The one thing that is missing, or that there are several; that telling is in doubt comes before all else."""
    on_telling = [name for name in todo if name in ON_TELLING]
    if on_telling:
        alone = set(todo) <= {"only_one_parent_told", "tell_parents_if_settled"}
        return "one_parent" if alone else "take_to_supervisor"
    if set(todo) <= set(READING):
        return "read_it_first"
    return CALLED.get(todo[0], todo[0]) if len(todo) == 1 else "several"


def steps(matter: Matter, decision: Decision, council: Council) -> list[tuple[Run, ...]]:
    values = step_values(matter, council)
    said = render_steps("document", to_do(matter.values, decision), values)
    return [*said, *at_the_end(decision, values)]


def step_values(matter: Matter, council: Council) -> dict[str, Any]:
    """What the steps are filled in with."""
    said, values = facts(matter.values)[1], matter.values
    return {
        **label_values(matter),
        **contacts_of(council),
        **told_apart(matter),
        "ordered": values.get("court_ordered") if "court_order" in said and when.not_needed(values) else None,
        "refused": when.refused(values),
        "interim": said.get("child_on_care_order") == "interim",
        "care_order": said.get("child_on_care_order") is True,
        "unread": said.get("document_contains_unshareable_information") in ("not known yet", "unsure"),
        "court_only": said["audience"] == ["care_proceedings"],
        "court": values.get("court_case"),
    }


def told_apart(matter: Matter) -> dict[str, Any]:
    """Whose yes is asked for, and who has taken out what: what steps and ledger alike are filled in with."""
    said, values = facts(matter.values)[1], matter.values
    return {
        "ours_quoting": values.get("whose_words") == "ours" and when.someone_elses(values),
        "taken_out": said.get("redaction_done_by", "none"),
        "cleaned": when.taken_out(values),
        "signed": cut(short(values.get("manager_signed"))) if when.manager_has(values) else "",
        "came_out": cut(short(values.get("what_came_out"))),
        "by_legal": said.get("legal_services_redaction_done") is True,
    }


def short(value: object) -> str:
    """Return what was typed without the stop at its end, for use inside a sentence of ours."""
    return str(value or "").strip().rstrip(".")


def cut(text: str) -> str:
    """As much of it as a line of a card takes."""
    said = text[:LONGEST_DETAIL]
    while weight_of(said) > 2 * LONGEST_DETAIL:
        said = said[: len(said) // 2]
    return said if said == text else f"{said.rstrip()}\u2026"


def at_the_end(decision: Decision, values: dict[str, Any]) -> list[tuple[Run, ...]]:
    """Return what comes once nothing is missing; nothing where it may never go."""
    if may_never(decision):
        return []
    if not decision.may_go_ahead_now:
        then = "hand_over_if_yes" if "no_professional" in decision.weighed else "hand_over_later"
        return [render_runs(f"steps.{then}", **values), render_runs("steps.cannot_wait", **values)]
    then = "then_given_untold" if told_afterwards(decision) else "then_given"
    return [render_runs("steps.hand_over", **values), render_runs(f"steps.{then}", **values)]
