"""How fast a tenant is written to. Teams takes some 50 requests a second from one bot in one tenant."""

import time
from collections import defaultdict
from collections.abc import Callable

from bot.storage.messages import Priority

_BULK_SECONDS = 1 / 25  # half of what Teams takes: the other half is for those who wait
_SECONDS = 1 / 50
_CAREFUL_SECONDS = 60.0


class Pace:
    """Says when a message may go. What a person waits for always may.

    Bulk has a limit of its own in each tenant, and goes in the order in which it asked for a place. Updates go as fast
    as they come, until Teams says that it is too much: then, for a minute, they take only what people's own messages
    leave of the 50.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._bulk_at: dict[str, float] = defaultdict(float)
        self._free_at: dict[str, float] = defaultdict(float)
        self._careful_until: dict[str, float] = {}

    def place(self, tenant: str) -> float:
        """Return when one more bulk message may go: nobody who asks later goes before it."""
        place = max(self._clock(), self._bulk_at[tenant])
        self._bulk_at[tenant] = place + _BULK_SECONDS
        return place

    def wait(self, tenant: str, priority: int, place: float = 0.0) -> float:
        """Return the seconds to wait before asking again; 0 when the message goes now, and is counted.

        `place`: what a bulk message was given.
        """
        now = self._clock()
        careful = now < self._careful_until.get(tenant, 0.0)
        free_at = place
        if careful and priority >= Priority.UPDATE:
            free_at = max(free_at, self._free_at[tenant])
        if free_at > now:
            return free_at - now
        if careful:
            self._free_at[tenant] = max(now, self._free_at[tenant]) + _SECONDS
        return 0.0

    def throttled(self, tenant: str) -> None:
        """Note that Teams refused a message of this tenant for now."""
        self._careful_until[tenant] = self._clock() + _CAREFUL_SECONDS
