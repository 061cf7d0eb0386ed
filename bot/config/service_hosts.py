"""The addresses that activities may come from, and that the bot may write to."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

# Public Teams first, then Microsoft's government clouds: GCC, GCC High and DoD.
MICROSOFT_HOSTS = (
    "smba.trafficmanager.net",
    "smba.infra.gcc.teams.microsoft.com",
    "smba.infra.gov.teams.microsoft.us",
    "smba.infra.dod.teams.microsoft.us",
)

_HOST_NAME = re.compile(r"(?=.{1,253}\Z)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]")
_LOOPBACK = re.compile(r"http://(?:127\.0\.0\.1|localhost):[1-9][0-9]{0,4}")
# An address is taken apart by one strict pattern, not by a lenient parser: no user, no query, no escapes, no dot
# segments, so that nothing can be read one way here and another way by the client that connects.
_ADDRESS = re.compile(
    r"(?P<origin>[A-Za-z]{4,5}://[A-Za-z0-9.-]{1,253}(?::[0-9]{1,5})?)(?:/(?!\.{1,2}(?:/|\Z))[A-Za-z0-9._~-]+)*/?"
)
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class ServiceHosts:
    """The origins that may appear as an activity's service address."""

    origins: frozenset[str]

    @classmethod
    def from_entries(cls, entries: Iterable[str]) -> "ServiceHosts":
        """Take host names (reached by https on its own port) and `http://127.0.0.1:port` or `http://localhost:port`.

        Raises ValueError for any other entry.
        """
        return cls(frozenset(map(_origin, entries)))

    def allows(self, url: str) -> bool:
        """Tell whether the address is on an allowed host; the path may be any plain one."""
        matched = _ADDRESS.fullmatch(url) if len(url) <= _LONGEST else None
        return matched is not None and matched["origin"].lower() in self.origins


def _origin(entry: str) -> str:
    name = entry.strip().lower()
    if _LOOPBACK.fullmatch(name):
        return name
    if _HOST_NAME.fullmatch(name):
        return f"https://{name}"
    raise ValueError("give host names such as smba.trafficmanager.net, or http://127.0.0.1:port")
