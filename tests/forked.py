"""`python app.py` in a process of its own, forked off one that has imported it: each import takes most of a second."""

import asyncio
import multiprocessing
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload(["app", "bot.audit_command", "bot.service", "tests.forked"])


def fork(target: Callable[..., Any], *given: Any) -> ForkServerProcess:
    """Start a process that calls this; its exit code is 1 when that raises."""
    process = _CONTEXT.Process(target=target, args=given)
    process.start()
    return process


def run_app(where: Path, arguments: Iterable[str], settings: Mapping[str, str]) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of a command with only these settings, run in this folder."""
    with TemporaryDirectory() as folder:
        out, err = Path(folder, "out"), Path(folder, "err")
        process = fork(_run_app, where, [*arguments], settings, out, err)
        process.join()
        assert process.exitcode is not None
        return process.exitcode, out.read_text("utf-8"), err.read_text("utf-8")


def _run_app(where: Path, arguments: list[str], settings: Mapping[str, str], out: Path, err: Path) -> None:
    import app

    enter(where, settings, out, err)
    sys.exit(app.run(arguments))


def enter(where: Path, settings: Mapping[str, str], out: Path | None = None, err: Path | str = os.devnull) -> None:
    """Make this process one of that folder and these settings, which writes to the ends of those files."""
    os.chdir(where)
    os.environ.clear()
    os.environ.update(settings)
    for number, path in ((1, out), (2, err)):
        if path is not None:
            os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND), number)


async def written(process: ForkServerProcess, marks: Path, what: str, times: int) -> None:
    """Wait until so many lines of the file that this process writes hold this."""
    async with asyncio.timeout(60):
        while sum(what in line for line in lines_of(marks)) < times:
            assert process.is_alive()
            await asyncio.sleep(0.01)


def lines_of(marks: Path) -> list[str]:
    """The whole lines of a file that a process writes; none as long as there is no file."""
    return marks.read_text("ascii").split("\n")[:-1] if marks.exists() else []
