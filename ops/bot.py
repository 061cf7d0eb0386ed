"""The bot as a developer runs it: unauthenticated, on this machine alone."""

import sys
from collections.abc import Mapping
from pathlib import Path

from ops.paths import ROOT
from ops.processes import Program, answers

# A council's own credentials have no place in the unauthenticated mode.
_LEFT_OUT = "MicrosoftApp"


class Bot:
    """The bot's process: `python app.py serve` with the development settings on top of the environment given."""

    def __init__(
        self, port: int, service_origins: list[str], environment: Mapping[str, str], log: Path | None = None
    ) -> None:
        self.port = port
        kept = {name: value for name, value in environment.items() if not name.startswith(_LEFT_OUT)}
        settings = {
            "HOST": "127.0.0.1",
            "PORT": str(port),
            "DANGEROUSLY_ALLOW_UNAUTHENTICATED": "1",
            "ALLOWED_SERVICE_HOSTS": ",".join(service_origins),
            "PYTHONUNBUFFERED": "1",
        }
        self.program = Program("The bot", [sys.executable, "app.py", "serve"], kept | settings, ROOT, log)

    def start(self) -> None:
        """Start it; `is_ready` tells when it can be spoken to."""
        self.program.start()

    def is_ready(self) -> bool:
        """Tell whether it says of itself that it can take messages."""
        return answers(self.port, "/readyz")

    def stop(self) -> None:
        """Ask it to stop, and wait until it has."""
        self.program.stop()
