from collections.abc import AsyncIterator

import pytest

from tests.scenarios.running import Bot, running_bot
from tests.scenarios.worker import Worker


@pytest.fixture
async def bot(sqlite_url: str) -> AsyncIterator[Bot]:
    """The real app on an empty SQLite file."""
    async with running_bot(sqlite_url) as running:
        yield running


@pytest.fixture
def worker(bot: Bot) -> Worker:
    """A worker with no matters."""
    return Worker(bot)
