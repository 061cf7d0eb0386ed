"""cosmic-ray over the rules: each module of predicates, and each flow's list, with the tests of the guidance.

It mutates files where they stand, so it is given a copy of the tree. What it breaks is put back by itself; what it
found is read from its session.
"""

import json
from typing import Any

from guidance.rulebook import RULEBOOK
from ops.commands import run
from ops.mutate.environment import COSMIC_RAY, FILTER
from ops.mutate.survivors import Found, Survivor
from ops.mutate.tree import copied_tree
from ops.places import VENV_PYTHON

MODULES = (
    "need_to_know",
    "telling_parents",
    "who_may_disclose",
    "third_party_pack",
    "documents",
    "network_checks",
    "rule",
    *(f"flows/{flow}" for flow in RULEBOOK),
)
EXCLUDED = (
    "core/ReplaceBinaryOperator_BitOr_.*",  # stands in type annotations only
    "core/ReplaceComparisonOperator_Is_Eq",  # a fact is True, False, a text or None: both say the same of it
    "core/ReplaceComparisonOperator_IsNot_NotEq",  # likewise
    "core/ReplaceComparisonOperator_Eq_Is",  # whether two equal texts are one object is Python's own business
    "core/ReplaceComparisonOperator_NotEq_IsNot",  # likewise
)
CONFIGURATION = """[cosmic-ray]
module-path = "{module}"
timeout = 300.0
excluded-modules = []
test-command = "{python} -m pytest -q -x -p no:cacheprovider -p no:randomly tests/guidance"
[cosmic-ray.distributor]
name = "local"
[cosmic-ray.filters.operators-filter]
exclude-operators = {excluded}
"""


def mutate(module: str) -> Found:
    """Every mutant of one module of the rules. Raises SetUpError when cosmic-ray cannot be run."""
    with copied_tree() as tree:
        configuration, session = tree / "mutate.toml", tree / "mutate.sqlite"
        path = f"guidance/{module}.py"
        settings = {"module": path, "python": VENV_PYTHON, "excluded": json.dumps(EXCLUDED)}
        configuration.write_text(CONFIGURATION.format(**settings), encoding="utf-8")
        run("Listing the mutants", (COSMIC_RAY, "init", configuration, session), where=tree)
        run("Leaving out those that change nothing", (FILTER, session, configuration), where=tree)
        run("Running the tests before anything is broken", (COSMIC_RAY, "baseline", configuration), where=tree)
        run(f"Mutating {path}", (COSMIC_RAY, "exec", configuration, session), where=tree)
        dumped = run("Reading what was found", (COSMIC_RAY, "dump", session), where=tree)
        return read(path, dumped, (tree / path).read_text("utf-8").splitlines())


def read(path: str, dumped: str, lines: list[str]) -> Found:
    """What a session's dump says: one JSON array a line, the mutation and its outcome."""
    mutants = [json.loads(line) for line in dumped.splitlines() if line.startswith("[")]
    tried = [(item["mutations"][0], outcome) for item, outcome in mutants if outcome and not _left_out(outcome)]
    lived = [mutation for mutation, outcome in tried if outcome["test_outcome"] == "survived"]
    return Found(path, len(tried), tuple(_survivor(path, mutation, lines) for mutation in lived))


def _left_out(outcome: dict[str, Any]) -> bool:
    return outcome["worker_outcome"] in ("skipped", "no-test")


def _survivor(path: str, mutation: dict[str, Any], lines: list[str]) -> Survivor:
    line = mutation["start_pos"][0]
    operator = mutation["operator_name"].removeprefix("core/")
    return Survivor(f"{path} {operator}: {lines[line - 1].strip()}", f"{path}:{line}")
