"""Running one set-up command quietly, and saying in one line why it failed."""

import os
import re
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from ops.places import ROOT, VAR

LOG = VAR / "set-up.log"

# The words of pip, npm, apt and Playwright for a registry that could not be reached.
_NO_NETWORK = re.compile(
    r"NewConnectionError|NameResolutionError|ConnectTimeout|ConnectionResetError|Temporary failure|ProxyError"
    r"|Network is unreachable|Connection refused|Could not resolve|timed out|from versions: none"
    r"|ENOTFOUND|ECONNREFUSED|ECONNRESET|EAI_AGAIN|ETIMEDOUT|ENETUNREACH|ERR_SOCKET",
    re.IGNORECASE,
)


class SetUpError(Exception):
    """Set-up cannot go on; the text is the one line to show."""


def run(
    what: str, command: Sequence[str | Path], environment: Mapping[str, str] | None = None, where: Path = ROOT
) -> str:
    """Run a command and return what it printed; raises SetUpError, naming `what`, when it fails."""
    try:
        done = subprocess.run(
            command, cwd=where, env={**os.environ, **(environment or {})}, check=False, text=True, errors="replace",
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
    except OSError as error:
        raise SetUpError(f"{what} failed: {error}") from error
    if done.returncode:
        VAR.mkdir(exist_ok=True)
        LOG.write_text(done.stdout, encoding="utf-8")
        raise SetUpError(f"{what} failed: {_reason(done.stdout)}. All it said is in {os.path.relpath(LOG, ROOT)}.")
    return done.stdout


def say(line: str) -> None:
    """Tell the person what is being done."""
    print(f"{line} ...", flush=True)


def _reason(output: str) -> str:
    if _NO_NETWORK.search(output):
        return "the package registry could not be reached (is there a network?)"
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return lines[-1][:200].rstrip(".") if lines else "it said nothing"
