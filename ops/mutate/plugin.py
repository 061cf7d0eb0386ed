"""For pytest (`-p ops.mutate.plugin`): makes the mutant that MUTANT names, before any test is read."""

import os

from ops.mutate.tables import every_mutant

UNBROKEN = "unbroken"
"""Nothing is changed: the tests have to pass before it means anything that they fail."""


def pytest_configure() -> None:
    """Make it. Raises LookupError when there is none of that name: a run without a mutant is no survivor."""
    named = os.environ["MUTANT"]
    if named == UNBROKEN:
        return
    for mutant in every_mutant(named.partition(".")[0]):
        if mutant.name == named:
            mutant.make()
            return
    raise LookupError(f"no mutant is called {named}")
