"""Agents Playground beside the bot: Microsoft's own chat page, on this machine alone."""

import json
import os
from pathlib import Path
from typing import Any

from ops.paths import NODE, NODE_PACKAGES, ROOT
from ops.processes import Program, ProgramError, answers

# YAML in its JSON form, so that the standard library reads it. Everyone and every number in it is invented.
CONFIGURATION = ROOT / "ops" / ".m365agentsplayground.yml"
_PRELOAD = ROOT / "ops" / "loopback.cjs"
_CLI = NODE_PACKAGES / "@microsoft" / "m365agentsplayground" / "cli.js"
WORKER, SUPERVISOR = "K.O.", "M.A."
"""Who sits at the keyboards of `make run`: a social worker, and the manager who is asked."""


def configuration(person: str = WORKER) -> dict[str, Any]:
    """Return who and what the page shows, with this one of the six people at the keyboard.

    Someone other than K.O. has a personal chat and a team of their own: two playgrounds that share an id would each
    be taken for the other. Raises ValueError for someone who is not there.
    """
    settings: dict[str, Any] = json.loads(CONFIGURATION.read_text(encoding="utf-8"))
    people = [settings["currentUser"], *settings["users"]]
    chosen = next((someone for someone in people if someone["name"] == person), None)
    if chosen is None:
        raise ValueError(f"nobody in the playground is called {person}")
    if chosen is people[0]:
        return settings
    own = f"of-{chosen['aadObjectId'][-2:]}"
    team = settings["team"] | {"id": f"19:team-{own}@thread.tacv2", "name": f"{settings['team']['name']} North"}
    team["channels"] = [channel | {"id": f"19:channel-{own}@thread.tacv2"} for channel in team["channels"]]
    return settings | {
        "currentUser": chosen,
        "users": [someone for someone in people if someone is not chosen],
        "personalChat": {"id": f"a:personal-{own}"},
        "groupChat": settings["groupChat"] | {"id": f"19:group-{own}@thread.v2"},
        "team": team,
    }


class Playground:
    """One Agents Playground: the page at `url`, Teams' part of the conversation at `service_url`."""

    def __init__(self, bot_port: int, port: int, folder: Path, person: str = WORKER) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.service_url = f"{self.url}/_connector"
        self.port = port
        self.person = person
        self.configuration = configuration(person)
        self._folder = folder
        self._log = folder / "playground.log"
        self.program = Program(
            f"Agents Playground of {person}", self._command(bot_port), self._environment(), folder, self._log
        )

    def start(self) -> None:
        """Start it; `is_ready` tells when it answers. Raises ProgramError when it was not installed."""
        if not _CLI.exists():
            raise ProgramError("Agents Playground is not installed; make run and make test install it.")
        self._folder.mkdir(parents=True, exist_ok=True)
        self._configuration_file.write_text(json.dumps(self.configuration), encoding="utf-8")
        self.program.start()

    def is_ready(self) -> bool:
        """Tell whether the page can be opened."""
        return answers(self.port, "/_debug/ping")

    def stop(self) -> None:
        """Stop it and everything it started."""
        self.program.stop()

    @property
    def _configuration_file(self) -> Path:
        return self._folder / "m365agentsplayground.yml"

    def _command(self, bot_port: int) -> list[str]:
        endpoint = f"http://127.0.0.1:{bot_port}/api/messages"
        start = ["start", "-e", endpoint, "-c", "msteams", "-p", str(self.port), "--su", self.service_url, "--dt"]
        return [str(NODE), "--require", str(_PRELOAD), str(_CLI), *start]

    def _environment(self) -> dict[str, str]:
        return {
            "PATH": os.environ.get("PATH", ""),
            "HOME": os.environ.get("HOME", str(self._folder)),
            "TEAMSAPPTESTER_BROWSER": "none",
            "M365_AGENTS_PLAYGROUND_CONFIG_PATH": str(self._configuration_file),
            "M365_AGENTS_PLAYGROUND_LOGFILE": str(self._log.with_suffix(".own.log")),
        }
