"""Mutants of the rules' source, as cosmic-ray makes them: of each module of predicates, and of each flow's list."""

import re
from collections.abc import Iterator

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

from ops.mutate.running import OF_RULES, Mutant
from ops.paths import ROOT

MODULES = (
    "need_to_know",
    "telling_parents",
    "who_may_disclose",
    "third_party_pack",
    "documents",
    "network_checks",
    "rule",
    "flows/share",
    "flows/gather",
    "flows/document",
    "flows/receive",
    "flows/first_contact",
    "flows/authority",
)
_EXCLUDED = re.compile(
    "core/(ReplaceBinaryOperator_BitOr_.*"  # stands in type annotations only
    "|ReplaceComparisonOperator_(Is_Eq|IsNot_NotEq)"  # a fact is True, False, a text or None: both say the same of it
    "|ReplaceComparisonOperator_(Eq_Is|NotEq_IsNot))"  # whether two equal texts are one object is Python's business
)


def mutants(module: str) -> Iterator[Mutant]:
    """Every mutant of one module of the rules."""
    path = f"guidance/{module}.py"
    yield from mutants_of(path, (ROOT / path).read_text("utf-8"))


def mutants_of(path: str, source: str) -> Iterator[Mutant]:
    """Every mutant of this source, which has its place at this path."""
    lines, nodes = source.splitlines(), list(ast_nodes(get_ast(source)))
    for name in operator_names():
        make = get_operator(name)
        if _EXCLUDED.fullmatch(name) or make.arguments():
            continue
        starts = [start for node in nodes for start, _ in make().mutation_positions(node)]
        for occurrence, (line, _) in enumerate(starts):
            called = f"{path} {name.removeprefix('core/')}: {lines[line - 1].strip()}"
            yield Mutant(called, f"{path}:{line}", OF_RULES, (path, mutate_code(source, make(), occurrence)))
