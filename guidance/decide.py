"""One door to every flow's decision: `decide("share", {...})`."""

from collections.abc import Mapping

from pydantic import ValidationError

from guidance.decision import Decision
from guidance.fact_values import parts_of
from guidance.facts import Facts
from guidance.flow_rules import FlowRules
from guidance.rulebook import FLOWS, known_facts


class FactsError(ValueError):
    """The facts cannot be decided on; the message is one line that names each fact at fault."""


def decide(flow: str, facts: Mapping[str, object]) -> Decision:
    """The guidance's decision on these facts.

    In: a flow's name and its facts by name (JSON values). Raises FactsError for an unknown flow, and for a fact
    that is missing, unknown or of the wrong type. A fact that only another flow knows is ignored.
    """
    known = _known(flow)
    return known.decide(read_facts(known, facts))


def may_go_ahead(flow: str, facts: Mapping[str, object]) -> bool | None:
    """Return `may_go_ahead_now` of the decision on these facts, without its words. Raises FactsError, as `decide`."""
    known = _known(flow)
    return known.outcome(read_facts(known, facts))[0]


def _known(flow: str) -> FlowRules:
    if flow not in FLOWS:
        raise FactsError(f"flow: unknown flow {on_one_line(flow)}; known: {', '.join(FLOWS)}")
    return FLOWS[flow]


def read_facts(flow: FlowRules, given: Mapping[str, object]) -> Facts:
    """The facts as this flow's model. Raises FactsError."""
    own = {name: value for name, value in given.items() if name in flow.facts.model_fields}
    faults = [f"{on_one_line(name)}: unknown fact" for name in given if name not in known_facts()]
    facts = None
    try:
        facts = flow.facts.model_validate(own)
    except ValidationError as error:
        faults += _described(error, _names_in(flow.facts))
    if facts is not None:
        faults += [f"{name}: missing" for name in flow.required(facts) if getattr(facts, name) is None]
    if faults or facts is None:
        raise FactsError("; ".join(faults))
    return facts


LONGEST_NAME = 60


def on_one_line(name: str) -> str:
    """A name as it can stand in a message of one line: as it is, or quoted and cut short where it is no plain name."""
    return name if name.isprintable() and 0 < len(name) <= LONGEST_NAME else ascii(name[:LONGEST_NAME])


def _described(error: ValidationError, names: frozenset[str]) -> list[str]:
    """One short fault a fact; the branches of a union that pydantic names are left out of the fact's name."""
    by_name: dict[str, str] = {}
    for fault in error.errors(include_url=False, include_input=False):
        extra = fault["type"] == "extra_forbidden"
        name = ".".join(on_one_line(str(part)) for part in fault["loc"] if extra or part in names)
        said = _said(fault["type"], fault["msg"])
        by_name[name] = f"{by_name[name]} or {said}" if name in by_name else said
    return [f"{name}: {said}" for name, said in by_name.items()]


def _said(kind: str, message: str) -> str:
    if kind == "missing":
        return "missing"
    return "unknown fact" if kind == "extra_forbidden" else message[0].lower() + message[1:]


def _names_in(model: type[Facts]) -> frozenset[str]:
    """The name of every fact that some flow knows, and of the facts inside those of this model."""
    inside = (part.partition(".")[2] for fact in model.model_fields for part in parts_of(model, fact))
    return known_facts() | frozenset(inside)
