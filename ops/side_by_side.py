"""Run parts side by side: `python -m ops.side_by_side "name: command" ...`, for the Makefile.

What a part prints comes when it ends, without pytest's dots; at the end a line for each part, those that failed last.
Several runs of pytest side by side take less than pytest-xdist, whose workers each collect all tests.
"""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

DOTS = re.compile(r"^[.sxX]*( +\[ *\d+%\])?\n", re.MULTILINE)
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1"}
"""The parts share the processors: more threads in one only wait for each other, busily."""


def run(parts: Iterable[tuple[str, str]]) -> bool:
    """Run each named command, all at once; say whether all ended well."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    ended: list[tuple[bool, str]] = []
    with TemporaryDirectory() as folder:
        running, begun = {}, time.monotonic()
        for name, command in parts:
            with Path(folder, name).open("wb") as log:
                process = subprocess.Popen(
                    ["sh", "-c", command], stdout=log, stderr=subprocess.STDOUT, env=os.environ | ONE_THREAD
                )
            running[process.pid] = name, process
        try:
            while running:
                pid, status, used = os.wait4(-1, 0)
                name, process = running.pop(pid)
                process.returncode = os.waitstatus_to_exitcode(status)
                well = process.returncode == 0
                seconds = f"{time.monotonic() - begun:.0f} s, {used.ru_utime + used.ru_stime:.0f} s of processor time"
                ended.append((well, f"{name}: {'ok' if well else 'FAILED'}, {seconds}"))
                print(f"---- {name}\n{DOTS.sub('', Path(folder, name).read_text('utf-8', 'replace'))}", flush=True)
        finally:
            for _, process in running.values():
                process.terminate()
    print(*(line for _, line in sorted(ended, key=lambda part: not part[0])), sep="\n", flush=True)
    return all(well for well, _ in ended)


if __name__ == "__main__":
    named = [part.partition(": ") for part in sys.argv[1:]]
    sys.exit(not run((name, command) for name, _, command in named))
