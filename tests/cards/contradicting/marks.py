"""What is so in a state, read from the worker's answers and the decision: the conditions that pairs speak of."""

from collections.abc import Mapping
from typing import Any

from dialogs.engine.matter import Matter
from guidance.decision import Decision

LIMBS = (
    "child_has_suffered_harm",
    "real_concern_that_telling_parents_risks_further_harm",
    "telling_parents_may_prejudice_crime_investigation",
    "telling_not_reasonably_practicable",
    "court_order",
    "telling_parents_may_put_child_at_further_risk",
    "telling_parents_may_interfere_with_criminal_investigation",
    "telling_parents_may_cause_undue_delay_in_safeguarding",
)
"""3.9, 5.2  The parts of the exceptions."""
QUIET = {"harm", "crime", "further_risk", "criminal_investigation"}
"""3.9(a), 3.9(b), 5.2(a), 5.2(b)  The grounds on which one who gets it is asked to say nothing to the parents."""

Values = Mapping[str, Any]


def marks_of(matter: Matter, decision: Decision) -> frozenset[str]:
    """The names of all that is so in this state."""
    said, facts = matter.values, matter.flow.facts(matter.values)[1]
    groups = (
        _of_the_flow(matter),
        _of_going(said, decision),
        _of_telling(facts, decision),
        _unsure(said, facts),
        _of_a_document(said, matter.flow.name),
    )
    return frozenset(name for group in groups for name, holds in group.items() if holds)


def _of_the_flow(matter: Matter) -> dict[str, bool]:
    outcome = str(matter.values.get("outcome", ""))
    return {f"flow:{matter.flow.name}": True, f"closed:{outcome}": bool(outcome), "on the phone": matter.on_phone}


def _of_going(said: Values, decision: Decision) -> dict[str, bool]:
    return {
        "may go": decision.may_go_ahead_now is True,
        "may not go": decision.may_go_ahead_now is False,
        "gone": said.get("outcome") in ("shared", "given", "sent"),
        "departed": decision.may_go_ahead_now is False and bool(said.get("departed_because")),
    }


def _of_telling(facts: Values, decision: Decision) -> dict[str, bool]:
    grounds = set(decision.exception_grounds or ())
    untold = decision.inform_parents in ("before", "exception: not before", "take to supervisor")
    unsure = "take_to_supervisor" in decision.outstanding_before_go_ahead and any(
        facts.get(limb) == "unsure" for limb in LIMBS
    )
    feared = decision.inform_parents == "take to supervisor" or _danger_unsure(facts)
    in_doubt = untold and not grounds and (decision.inform_parents == "take to supervisor" or unsure)
    return {
        "told": decision.inform_parents == "already done",
        "untold": untold,
        "telling is in doubt": in_doubt,
        "telling is feared": in_doubt and feared,
        "no ground": untold and not grounds,
        "nothing against telling": untold and not grounds and not in_doubt,
        "only not practicable, delay or court": untold and bool(grounds) and not grounds & QUIET,
    }


def _danger_unsure(facts: Values) -> bool:
    """3.9(a), 3.9(b), 5.2(a), 5.2(b)  A part that is unsure is about what telling could do."""
    harm, concern, *others = (facts.get(limb) for limb in LIMBS)
    crime, further_risk, investigation = others[0], others[3], others[4]
    harm_unsure = concern is not False and harm is not False and "unsure" in (harm, concern)
    return harm_unsure or "unsure" in (crime, further_risk, investigation)


def _unsure(said: Values, facts: Values) -> dict[str, bool]:
    return {
        "harm yes or not sure": facts.get("child_has_suffered_harm") in (True, "unsure"),
        "unsure of a safeguarding concern": facts.get("safeguarding_concerns") == "unsure",
        "unread for quotations": said.get("quotes") == "not_read",
        "unread for what can't go": said.get("unshareable") in ("not_read", "unsure"),
    }


def _of_a_document(said: Values, flow: str) -> dict[str, bool]:
    ours = flow == "document" and said.get("whose_words") == "ours"
    alone = ours and said.get("quotes") == "no"
    goes_out = bool({"parents", "other_professionals"} & set(said.get("audience") or ()))
    author_agreed = said.get("author_agreed") == "written" and not ours
    hands = set(said.get("taken_out_by") or ()) if said.get("unshareable") == "yes" else set()
    return {
        "we wrote it": ours,
        "ours, quoting no one": alone,
        "ours, goes out, not read": alone and goes_out and said.get("unshareable") not in ("yes", "no"),
        "ours, goes out": alone and goes_out,
        "the author agreed in writing": author_agreed,
        "the author agreed and was talked to": author_agreed and said.get("author_talk") == "yes",
        "talked over": said.get("author_talk") == "yes",
        "advice was had": said.get("lawful_doubt") == "advised",
        "read": said.get("unshareable") in ("yes", "no"),
        "the worker took it out": "me" in hands,
        "the manager took it out": "manager" in hands,
        "Legal Services took it out": "legal" in hands,
    }
