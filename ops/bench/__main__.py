"""`python -m ops.bench`: measure every contender in alternating rounds; a table here, JSON in var/bench.json."""

import argparse
import json
import sys
from collections.abc import Sequence

from ops.bench import stock_environment
from ops.bench.contenders import CONTENDERS, Contender
from ops.bench.load import install_wrk
from ops.bench.results import summary, table
from ops.bench.rounds import Measured, Rounds, measure, people_for
from ops.commands import SetUpError
from ops.places import VAR
from ops.processes import ProgramError

_OUTPUT = VAR / "bench.json"
_FIRST_PEOPLE = 20


def main(arguments: list[str]) -> int:
    """Run the benchmark; returns the exit code, having said in one line what went wrong."""
    names = [contender.name for contender in CONTENDERS]
    parser = argparse.ArgumentParser(prog="python -m ops.bench", description="Measure turns a second.")
    parser.add_argument("--rounds", type=int, default=5, help="how often each is measured (default 5)")
    parser.add_argument("--seconds", type=float, default=5.0, help="about how long each time (default 5)")
    parser.add_argument("--only", nargs="+", choices=names, default=names, help="measure only these")
    given = parser.parse_args(arguments)
    try:
        chosen = [contender for contender in CONTENDERS if contender.name in given.only]
        install(chosen)
        found = summary(run(chosen, given.rounds, given.seconds))
    except (ProgramError, SetUpError) as error:
        print(error, file=sys.stderr)
        return 1
    _OUTPUT.write_text(json.dumps(found, indent=2), encoding="utf-8")
    print(f"\n{table(found)}")
    return 0


def install(chosen: Sequence[Contender]) -> None:
    """What the chosen need and is not there yet. Raises ProgramError or SetUpError."""
    install_wrk()
    if any(contender.name == "stock" for contender in chosen):
        stock_environment.install()


def run(chosen: Sequence[Contender], rounds: int, seconds: float, first_people: int = _FIRST_PEOPLE) -> Rounds:
    """Measure each once to see how many people it needs, then all of them in rounds, every other one in reverse."""
    people = {each.name: people_for(_said(each, first_people), first_people, seconds) for each in chosen}
    found: dict[str, list[Measured]] = {contender.name: [] for contender in chosen}
    for number in range(rounds):
        for contender in chosen if number % 2 == 0 else reversed(chosen):
            found[contender.name].append(_said(contender, people[contender.name]))
    return found


def _said(contender: Contender, people: int) -> Measured:
    measured = measure(contender, people)
    print(f"{contender.title:36}{measured.turns:>7} turns in {measured.seconds:5.1f} s", flush=True)
    return measured


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
