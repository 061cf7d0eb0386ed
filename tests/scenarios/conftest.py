from collections.abc import AsyncIterator, Mapping

import pytest
import pytest_asyncio

from tests.postgresql import PostgreSqlServer
from tests.scenarios.bots import Bots, TimeSource
from tests.scenarios.channel import Channel
from tests.scenarios.following_up import with_supervisor
from tests.scenarios.running import Bot, ticking
from tests.scenarios.test_approvals import ADMIN
from tests.scenarios.worker import Worker


@pytest_asyncio.fixture(scope="session")
async def bots(tmp_path_factory: pytest.TempPathFactory, postgresql: PostgreSqlServer) -> AsyncIterator[Bots]:
    def new_database(kind: str) -> str:
        if kind == "sqlite":
            return f"sqlite:///{tmp_path_factory.mktemp('bot')}/guide.db"
        return postgresql.new_database(with_tables=True)

    async with Bots(new_database) as bots:
        yield bots


@pytest.fixture
def kind() -> str:
    """The database that the bot has; a module may name both, as `each_kind` does."""
    return "sqlite"


@pytest.fixture(params=["sqlite", "postgresql"])
def each_kind(request: pytest.FixtureRequest) -> str:
    """Each database in turn."""
    return str(request.param)


@pytest.fixture
def settings() -> Mapping[str, str]:
    """Settings of the bot beside those that it needs; a module may give its own."""
    return {"ADMINISTRATORS": ADMIN}


@pytest.fixture
def clock(request: pytest.FixtureRequest) -> TimeSource:
    """No minute ends while a test compares two ways; a module may have a clock that it moves: `CLOCK = Clock`."""
    made: TimeSource = getattr(request.module, "CLOCK", ticking)()
    return made


@pytest_asyncio.fixture
async def bot(bots: Bots, kind: str, settings: Mapping[str, str], clock: TimeSource) -> Bot:
    """The real app on an empty database."""
    return await bots.afresh(kind, settings, clock)


@pytest.fixture
def worker(bot: Bot) -> Worker:
    """A worker with no matters."""
    return Worker(bot)


@pytest.fixture
async def channel(bot: Bot) -> Channel:
    """A channel that an administrator has set up, with M.A. as its supervisor."""
    return await with_supervisor(bot)
