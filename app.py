"""Sharing Guide: the command line. `serve` (the default) answers Teams; the other commands need no Teams at all."""

import argparse
import sys

from guidance.exchange import ExchangeError, exchange

BAD_INPUT = 2


def main(arguments: list[str]) -> int:
    """Run one command; `serve` when none is named. Returns the exit code."""
    parser = argparse.ArgumentParser(prog="app.py", description="A guidance bot for children's social workers.")
    commands = parser.add_subparsers(dest="command")
    commands.add_parser("serve", help="answer Teams (the default)")
    commands.add_parser("decide", help="decide on the facts given as JSON on standard input")
    command = parser.parse_args(arguments).command or "serve"
    return {"serve": serve_command, "decide": decide_command}[command]()


def decide_command() -> int:
    """Decisions for the cases on standard input; exit 2 and one line on standard error when they cannot be decided."""
    try:
        print(exchange(sys.stdin.buffer.read().decode("utf-8-sig")))
    except UnicodeDecodeError:
        return refused("the input is not UTF-8")
    except ExchangeError as error:
        return refused(str(error))
    return 0


def serve_command() -> int:
    """Answer Teams until told to stop; exit 2 and one line when the settings or the database do not allow it."""
    from bot import service  # noqa: PLC0415  a second of imports that the other commands do without

    try:
        service.run()
    except service.CannotStart as error:
        return refused(str(error))
    return 0


def refused(why: str) -> int:
    """One clear line on standard error."""
    print(f"app.py: {why}", file=sys.stderr)
    return BAD_INPUT


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
