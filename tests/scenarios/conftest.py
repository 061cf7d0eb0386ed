from collections.abc import AsyncIterator

import pytest

from tests.scenarios.running import Bot, running_by, ticking
from tests.scenarios.worker import Worker


@pytest.fixture
async def bot(sqlite_url: str) -> AsyncIterator[Bot]:
    """The real app on an empty SQLite file; no minute ends while a test compares two ways."""
    async with running_by(ticking(), sqlite_url, {}) as running:
        yield running


@pytest.fixture
def worker(bot: Bot) -> Worker:
    """A worker with no matters."""
    return Worker(bot)
