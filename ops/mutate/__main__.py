"""`python -m ops.mutate [rules|tables] [NAME...]`: break what is named (or all), and list what no test noticed."""

import argparse
import sys
from collections.abc import Callable, Sequence

from guidance.rulebook import RULEBOOK
from ops.commands import SetUpError
from ops.mutate import environment, rules, running
from ops.mutate.survivors import Found, unexplained


def main(arguments: Sequence[str]) -> int:
    """Run the mutants; exit 1 when one survives that docs/mutation.md does not explain, 2 when they cannot be run."""
    known = {"rules": rules.MODULES, "tables": tuple(RULEBOOK)}
    parser = argparse.ArgumentParser(prog="python -m ops.mutate", description="Break a rule: does a test notice?")
    parser.add_argument("what", nargs="?", choices=known, help="only the rules' source, or only the tables")
    parser.add_argument("names", nargs="*", help=f"modules ({', '.join(known['rules'])}) or flows")
    given = parser.parse_args(arguments)
    unknown = set(given.names) - set(known.get(given.what, ()))
    if unknown:
        parser.error(f"not known: {', '.join(sorted(unknown))}")
    try:
        found = [one for what in known if given.what in (None, what) for one in run(what, given.names or known[what])]
    except (SetUpError, running.NotRun) as error:
        print(error, file=sys.stderr)
        return 2
    left = unexplained(found)
    print(f"{sum(one.mutants for one in found)} mutants; {len(left)} survivors are not explained in docs/mutation.md")
    return 1 if left else 0


def run(what: str, names: Sequence[str]) -> list[Found]:
    """The mutants of these modules or flows, each result printed as it comes. Raises SetUpError, NotRun."""
    if what == "rules":
        environment.install()
    mutate: Callable[[str], Found] = rules.mutate if what == "rules" else lambda flow: running.mutate(flow, tell)
    found = []
    for name in names:
        found.append(mutate(name))
        tell(found[-1].said())
    return found


def tell(line: str) -> None:
    """Print at once: a run takes long."""
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
