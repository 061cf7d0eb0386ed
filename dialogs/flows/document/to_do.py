"""What is to do before a document goes: the decision's own steps, told apart by what was answered.

Headline, steps, ledger, what is still missing and the note are all drawn from this one list, in its order.
"""

from collections.abc import Iterator, Mapping

from dialogs.engine.answers import Values
from dialogs.flows.document import conditions as when
from guidance.decision import Decision
from guidance.next_steps import DOING_ORDER

AFTERWARDS = frozenset({"go_ahead", "record", "tell_family_afterwards"})
"""Steps of the decision that come once nothing stands in the way."""
READING = ("read_for_quotations", "read_it_first", "read_own_first")
CHECKS = ("ask_legal_services", "court_case")
"""What is asked before it goes though the guidance does not ask for it: nothing is missing without it."""
ON_TELLING = ("risk_no_harm_known", "risk_and_unsure_of_harm", "unsure_of_a_ground", "only_one_parent_told")
"""What the supervisor is asked about before the parents, or anyone, is told."""
ONLY_SAID = frozenset({"if_it_holds_something"})
AFTER: Mapping[str, tuple[str, ...]] = {
    "own_to_cut": ("read_for_quotations",),
    "author_written_consent": ("quoted_agreement",),
    "legal_advice": ("if_it_holds_something",),
    "ask_legal_services": ("court_case",),
}
"""The place of those that only the answers tell apart: each after a step of the decision."""
ORDER = tuple(name for step in DOING_ORDER for name in (step, *AFTER.get(step, ())))


def to_do(values: Values, decision: Decision) -> tuple[str, ...]:
    """List the steps before it goes, in the order of doing."""
    names = {one.step for one in decision.next_steps} - AFTERWARDS
    if "do_not_share" not in names:
        names |= set(_of_the_answers(values, names))
    if "author_written_consent" in names and "do_not_share" not in names and _author_agrees(values):
        names.remove("author_written_consent")  # theirs is in hand: what is missing is of those it quotes
    return tuple(name for name in ORDER if name in names)


def _of_the_answers(values: Values, names: set[str]) -> Iterator[str]:
    if when.someone_elses(values) and values.get("quotes") == "not_read":
        yield "read_for_quotations"
    if when.quotes_beside_the_author(values) and values.get("quoted_agreed") != "all":
        yield "quoted_agreement"
    if names & {"read_it_first", "read_own_first"}:
        yield "if_it_holds_something"
    if when.someone_elses(values) and values.get("court_case") in ("yes", "unsure"):
        yield "court_case"


def _author_agrees(values: Values) -> bool:
    """4.1  The author's own agreement, in writing and for this audience, whatever those it quotes say."""
    return values.get("author_agreed") == "written"


def missing(todo: tuple[str, ...]) -> tuple[str, ...]:
    """Of these, what has to be there before it can go."""
    return tuple(name for name in todo if name not in (*CHECKS, *ONLY_SAID))


def checks(todo: tuple[str, ...]) -> tuple[str, ...]:
    """Of these, what is checked with someone first although nothing is missing."""
    return tuple(name for name in todo if name in CHECKS)
