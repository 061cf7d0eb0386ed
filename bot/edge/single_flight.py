"""One run at a time of slow work that many wait for."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class SingleFlight(Generic[T]):
    """Runs `work` once for all who wait for it, and shares the result or the exception."""

    def __init__(self, work: Callable[[], Awaitable[T]]) -> None:
        self._work = work
        self._task: asyncio.Task[T] | None = None

    @property
    def under_way(self) -> bool:
        """Whether a call would join a run that has begun."""
        return self._task is not None and not self._task.done()

    async def run(self) -> T:
        """Join the run under way, or begin one. Whoever waits may be cancelled without ending it for the others."""
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._run())
            self._task.add_done_callback(_retrieve)
        return await asyncio.shield(self._task)

    async def close(self) -> None:
        """Cancel a run under way."""
        if self._task is not None and not self._task.done():
            self._task.cancel()
            await asyncio.wait({self._task})

    async def _run(self) -> T:
        return await self._work()


def _retrieve(task: "asyncio.Task[T]") -> None:
    """Retrieve the exception, so that asyncio does not complain when nobody waits for it any more."""
    if not task.cancelled():
        task.exception()
