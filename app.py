"""Sharing Guide: the command line. `serve` (the default) answers Teams; the other commands need no Teams at all."""

import argparse
import errno
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

BAD_INPUT = 2
READER_GONE = 141
"""What a shell reports of a command that SIGPIPE ended."""
NEEDS_SOURCE = "this command needs the source, with its docs and tests; run it there"


def main(arguments: list[str] | None = None) -> int:
    """Run one command; `serve` when none is named. Returns the exit code."""
    given = read_arguments(arguments)
    return COMMANDS[given.command or "serve"](given)


def read_arguments(arguments: list[str] | None) -> argparse.Namespace:
    """The command and what goes with it; ends with exit code 2 and a line for one that is not known."""
    parser = argparse.ArgumentParser(prog="app.py", description="A guidance bot for children's social workers.")
    commands = parser.add_subparsers(dest="command")
    commands.add_parser("serve", help="answer Teams (the default)")
    commands.add_parser("decide", help="decide on the facts given as JSON on standard input")
    commands.add_parser("ask", help="how messages are heard, as lines of JSON on standard input")
    replay = commands.add_parser("replay", help="run a decision again from the code in a case note")
    replay.add_argument("code", help="such as SG2-share-2026-11-4KD7-Q2M9-W0T5-3XK")
    diff = commands.add_parser("diff", help="compare today's rules with older ones over every enumerated case")
    diff.add_argument("old", help="a folder that holds an older guidance package, or a git revision")
    diff.add_argument("--flow", help="only this flow's cases")
    diff.add_argument("--table", action="store_true", help="a table to read instead of JSON")
    flows = commands.add_parser("flows", help="write each flow as a page in docs/flows")
    flows.add_argument("--check", action="store_true", help="write nothing; exit 1 when a page is stale")
    coverage = commands.add_parser("coverage", help="what each paragraph has: questions, rules, words, tests...")
    coverage.add_argument("--table", action="store_true", help="a table to read instead of JSON")
    scenarios = commands.add_parser("scenarios", help="the scenarios of practice: list, check, play, new")
    doing = scenarios.add_subparsers(dest="doing", required=True)
    doing.add_parser("list", help="every scenario as JSON")
    check = doing.add_parser("check", help="everything that is wrong with a file, each with its line")
    check.add_argument("file", nargs="?", help="a scenario's file; without it, all of them")
    new = doing.add_parser("new", help="write a file to fill in, with every question of a flow")
    new.add_argument("flow", help="such as share")
    new.add_argument("file", nargs="?", help="where to; without it, in practice/scenarios")
    doing.add_parser("schema", help="the JSON schema of a scenario's file, for editors")
    play = doing.add_parser("play", help="what is said of these answers, as in the chat")
    play.add_argument("id", help="the scenario, or its file")
    play.add_argument("--answers", help="a file of answers (JSON or YAML); without it, the model's own")
    play.add_argument("--json", action="store_true", help="the verdicts and points as JSON instead of the text")
    audit = commands.add_parser("audit", help="check the record of who did what, or write it out")
    audit.add_argument("what", choices=("verify", "export", "prune"))
    audit.add_argument(
        "--file",
        action="append",
        default=[],
        help="prune: the new file that the entries up to --to are moved to; verify: one that prune wrote, the oldest"
        " first, to be checked as well",
    )
    audit.add_argument("--seal", default="", help="verify: the last seal that was noted before; an entry must bear it")
    audit.add_argument("--reference", default="", help="export only this reference, such as a request's number")
    audit.add_argument("--from", dest="first", default="", help="export from this day on, such as 2026-11-24")
    audit.add_argument("--to", dest="last", default="", help="export up to this day, it included")
    commands.add_parser("usage", help="how the guide is used, by week, in groups of five people or more")
    commands.add_parser("doctor", help="look at all that the bot needs; exit 1 at the first that has to be mended")
    keys = commands.add_parser("keys", help="seal everything with the first key of STORAGE_KEY, while the bot runs")
    keys.add_argument("what", choices=("rotate",))
    return parser.parse_args(arguments)


def decide_command(_: argparse.Namespace) -> int:
    """Decisions for the cases on standard input; exit 2 and one line on standard error when they cannot be decided."""
    from guidance.json_api import ExchangeError, exchange  # noqa: PLC0415  each command loads only what it needs

    if sys.stdin is None:  # closed by the shell, as `<&-` does
        return refused("there is no input to read")
    try:
        print(exchange(sys.stdin.buffer.read().decode("utf-8-sig")))
    except UnicodeDecodeError:
        return refused("the input is not UTF-8")
    except ExchangeError as error:
        return refused(str(error))
    return 0


def ask_command(_: argparse.Namespace) -> int:
    """How each line on standard input is heard; exit 2 and one line on standard error when one cannot be read."""
    from dialogs.understanding.ask_command import BadQuestion, heard_lines  # noqa: PLC0415  only what it needs

    if sys.stdin is None:  # closed by the shell, as `<&-` does
        return refused("there is no input to read")
    try:
        for line in heard_lines(sys.stdin.buffer.read().decode("utf-8-sig").splitlines()):
            print(line)
    except UnicodeDecodeError:
        return refused("the input is not UTF-8")
    except BadQuestion as error:
        return refused(str(error))
    return 0


def replay_command(given: argparse.Namespace) -> int:
    """Print today's decision on a code's facts and whether the earlier one holds; exit 2 if the code is invalid."""
    from guidance.replay import replay  # noqa: PLC0415  each command loads only what it needs
    from guidance.replay_code import CodeError  # noqa: PLC0415  likewise

    try:
        print(as_json(replay(given.code).to_json()))
    except CodeError as error:
        return refused(str(error))
    return 0


def diff_command(given: argparse.Namespace) -> int:
    """How many cases change their decision since OLD; exit 2 when OLD holds no rules that run."""
    from guidance.decide import FactsError  # noqa: PLC0415  each command loads only what it needs
    from proof import cases, diff  # noqa: PLC0415  likewise

    try:
        found = diff.diff(given.old, cases.every_case(given.flow))
    except (diff.BadOlder, FactsError) as error:
        return refused(str(error))
    print(diff.as_table(found) if given.table else as_json(found.to_json()))
    return 0


def flows_command(given: argparse.Namespace) -> int:
    """Write docs/flows, or with --check say which pages are stale and exit 1."""
    from proof import pages  # noqa: PLC0415  each command loads only what it needs

    if not is_source():
        return refused(NEEDS_SOURCE)
    if given.check:
        stale = pages.stale_pages()
        print("".join(f"stale: {name}\n" for name in stale), end="")
        return 1 if stale else 0
    print("\n".join(f"written: {name}" for name in pages.write_pages()))
    return 0


def coverage_command(given: argparse.Namespace) -> int:
    """What each paragraph has; exit 1 while one that can be acted on lacks something it needs."""
    from practice.repository import BadScenarios  # noqa: PLC0415  each command loads only what it needs
    from proof import cases, coverage  # noqa: PLC0415  likewise

    if not is_source():
        return refused(NEEDS_SOURCE)
    try:
        found = coverage.coverage(cases.every_case())
    except BadScenarios as error:
        return refused(str(error))
    print(coverage.as_table(found) if given.table else as_json(found.to_json()))
    return 1 if found.lacking else 0


def scenarios_command(given: argparse.Namespace) -> int:
    """List, check or play the scenarios of practice; exit 2 when a file is at fault."""
    from practice import cli, repository  # noqa: PLC0415  each command loads only what it needs

    try:
        printed, code = cli.SCENARIO_COMMANDS[given.doing](given)
    except (repository.BadScenarios, cli.CannotPlay, OSError) as error:
        return refused(str(error))
    print(printed, file=sys.stderr if code else sys.stdout)
    return code


def audit_command(given: argparse.Namespace) -> int:
    """Check the audit record, exit 1 when something is wrong with it; or write it out as lines of JSON."""
    from bot import audit_command as audit  # noqa: PLC0415  each command loads only what it needs

    try:
        if given.what == "export":
            audit.export_record(os.environ, print, reference=given.reference, first=given.first, last=given.last)
            return 0
        if given.what == "prune":
            found = audit.prune_record(os.environ, last=given.last, file="".join(given.file[:1]))
        else:
            found = audit.verify_record(os.environ, given.seal, given.file)
    except audit.BadAudit as error:
        return refused(str(error))
    print(as_json(found))
    return 1 if found["faults"] else 0


def usage_command(_: argparse.Namespace) -> int:
    """How often answers were given and found unhelpful, by week, in groups of five people or more."""
    from bot.audit_command import BadAudit, with_storage  # noqa: PLC0415  each command loads only what it needs
    from bot.turns.usage import report  # noqa: PLC0415  likewise

    try:
        print(as_json(with_storage(os.environ, lambda storage: storage.transact(report))))
    except BadAudit as error:
        return refused(str(error))
    return 0


def keys_command(_: argparse.Namespace) -> int:
    """Seal everything with the first key and say when the old one may go; exit 1 while it may not."""
    from bot.audit_command import BadAudit  # noqa: PLC0415  each command loads only what it needs
    from bot.keys_command import rotate_keys  # noqa: PLC0415  likewise

    try:
        return 0 if rotate_keys(os.environ, print) else 1
    except BadAudit as error:
        return refused(str(error))


def doctor_command(_: argparse.Namespace) -> int:
    """Say how each thing that the bot needs is; exit 1 at the first that a person has to mend."""
    from bot.doctor import examine  # noqa: PLC0415  each command loads only what it needs

    return 0 if examine(os.environ, print) else 1


def serve_command(_: argparse.Namespace) -> int:
    """Answer Teams until told to stop; exit 2 and one line when the settings or the database do not allow it."""
    try:
        from bot import service  # noqa: PLC0415  a second of imports that the other commands do without
    except ImportError as error:
        return refused(str(error))
    try:
        service.run()
    except service.CannotStart as error:
        return refused(str(error))
    return 0


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "serve": serve_command,
    "decide": decide_command,
    "ask": ask_command,
    "replay": replay_command,
    "diff": diff_command,
    "flows": flows_command,
    "coverage": coverage_command,
    "scenarios": scenarios_command,
    "audit": audit_command,
    "usage": usage_command,
    "keys": keys_command,
    "doctor": doctor_command,
}


def is_source() -> bool:
    """Return whether this is the source rather than an installed package."""
    return (Path(__file__).parent / "pyproject.toml").exists()


def as_json(found: object) -> str:
    """As it is printed."""
    return json.dumps(found, ensure_ascii=False, indent=2)


def refused(why: str) -> int:
    """One clear line on standard error."""
    print(f"app.py: {why}", file=sys.stderr)
    return BAD_INPUT


def run(arguments: list[str] | None = None) -> int:
    """Run `main` for a shell, also as the installed `sharing-guide`: end without a word when the reader has gone."""
    try:
        code = main(arguments)
        if sys.stdout is not None:  # closed by the shell, as `>&-` does
            sys.stdout.flush()
    except BrokenPipeError:
        _send_output_nowhere()
        return READER_GONE
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        _send_output_nowhere()
        return refused("the output cannot be written: no space is left")
    return code


def _send_output_nowhere() -> None:
    """What is still to be flushed at the end would fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(run())
