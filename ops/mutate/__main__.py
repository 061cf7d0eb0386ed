"""`python -m ops.mutate [rules|tables] [NAME...]`: break what is named (or all), and list what no test noticed."""

import argparse
import sys
from collections.abc import Sequence

from guidance.rulebook import RULEBOOK
from ops.mutate import running, source, tables
from ops.mutate.running import Mutant
from ops.paths import ROOT

PAGE = ROOT / "docs" / "mutation.md"
_KNOWN = {"rules": source.MODULES, "tables": tuple(RULEBOOK)}


def main(arguments: Sequence[str]) -> int:
    """Run the mutants; exit 1 when one survives that docs/mutation.md does not explain, 2 when they cannot be run."""
    parser = argparse.ArgumentParser(prog="python -m ops.mutate", description="Break a rule: does a test notice?")
    parser.add_argument("what", nargs="?", choices=_KNOWN, help="only the rules' source, or only the tables")
    parser.add_argument("names", nargs="*", help=f"modules ({', '.join(source.MODULES)}) or flows")
    given = parser.parse_args(arguments)
    unknown = set(given.names) - set(_KNOWN.get(given.what, ()))
    if unknown:
        parser.error(f"not known: {', '.join(sorted(unknown))}")
    count, left = 0, 0
    try:
        for what in (what for what in _KNOWN if given.what in (None, what)):
            for name in given.names or _KNOWN[what]:
                mutants = list(source.mutants(name)) if what == "rules" else tables.mutants(name)
                lived = running.survivors(mutants, tell)
                tell(report(f"guidance/{name}.py" if what == "rules" else f"tables of {name}", len(mutants), lived))
                count, left = count + len(mutants), left + len(unexplained(lived))
    except running.NotRun as error:
        print(error, file=sys.stderr)
        return 2
    print(f"{count} mutants; {left} survivors are not explained in docs/mutation.md")
    return 1 if left else 0


def tell(line: str) -> None:
    """Print at once: a run takes long."""
    print(line, flush=True)


def report(of: str, count: int, lived: Sequence[Mutant]) -> str:
    """One line for all mutants of something, and one more for each survivor."""
    open_ones = unexplained(lived)
    marked = [f"  {one.where}  {one.name}{'' if one in open_ones else '  (explained)'}" for one in lived]
    return "\n".join([f"{of}: {count} mutants, {len(lived)} survived", *marked])


def unexplained(lived: Sequence[Mutant]) -> list[Mutant]:
    """The survivors that docs/mutation.md does not name in backticks."""
    page = PAGE.read_text("utf-8") if PAGE.exists() else ""
    return [one for one in lived if f"`{one.name}`" not in page]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
