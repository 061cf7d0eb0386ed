"""What this process has in hand for one conversation, the most urgent first."""

import heapq
import itertools
from collections.abc import Container, Iterable

from bot.storage.messages import ClaimedMessage, DeliveryResult


class Lane:
    """The messages of one conversation, of which one is sent at a time.

    `place`: when its next bulk message may go; 0 for none. `to_mend`: its order is to be made certain again by the
    database. `retry`: what is to be stored first then. `late`: what came meanwhile.
    """

    def __init__(self, conversation_id: str) -> None:
        self.conversation_id = conversation_id
        self.begun_at = 0.0  # when the message under way was begun; 0 for none
        self.place = 0.0
        self.to_mend = False
        self.retry: DeliveryResult | None = None
        self.late: list[ClaimedMessage] = []
        self._queue: list[tuple[int, int, int, ClaimedMessage]] = []
        self._numbers = itertools.count()

    def add(self, messages: Iterable[ClaimedMessage]) -> None:
        if self.to_mend:
            self.late.extend(messages)
            return
        for message in messages:
            heapq.heappush(self._queue, (message.priority, message.id, next(self._numbers), message))

    def first(self) -> ClaimedMessage | None:
        """Return the message that goes next, or None."""
        return self._queue[0][-1] if self._queue else None

    def pop(self) -> None:
        heapq.heappop(self._queue)

    def restart(self, released: Container[int]) -> None:
        """Go on as it is in the database, in which these rows were released.

        One of them that was read from the database meanwhile may have been claimed anew since: that has to be asked.
        """
        late, self.late = self.late, []
        self.to_mend, self.retry = any(message.id in released and not message.fresh for message in late), None
        self._queue.clear()
        self.add(message for message in late if message.id not in released)
