"""The real bot, the real client, a real browser. All of it runs on one event loop, the session's."""

import inspect
import os
import shutil
from collections.abc import AsyncIterator, Generator, Iterator
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright, expect

from ops.bot import Bot
from ops.paths import CHROMIUM, VAR
from ops.playground import Playground
from ops.processes import Program, free_port
from tests.browser.drawing import DrawingBoard
from tests.browser.pictures import Pictures
from tests.browser.playground import Chat
from tests.scenarios.bots import EmptiedSqlite

_FAILED = VAR / "failed"
_HERE = Path(__file__).parent
# The page asks Microsoft's servers for fonts: nothing but this machine is asked in a test.
_OFFLINE = ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--disable-background-networking"]
_HANGS_AFTER_MS = 60_000  # a page that is drawn at all: a busy machine takes its time
expect.set_options(timeout=_HANGS_AFTER_MS)
_failed = pytest.StashKey[bool]()


def pytest_sessionstart() -> None:
    shutil.rmtree(_FAILED, ignore_errors=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if _HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if inspect.iscoroutinefunction(getattr(item, "function", None)):
                item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    item.stash[_failed] = item.stash.get(_failed, False) or report.failed
    return report


class LiveBot(Bot):
    """The bot's own process, which a test may restart in the middle."""

    def __init__(self, port: int, origins: list[str], settings: dict[str, str], log: Path) -> None:
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        super().__init__(port, origins, kept | settings, log)
        self._log = log

    def start(self) -> None:
        super().start()
        wait(self.program, self)

    def restart(self, *, kill: bool = False) -> None:
        """Stop it in good order, or end it at once, and start it again on the same database."""
        self.program.kill() if kill else self.stop()
        self.start()

    def log(self) -> str:
        return self._log.read_text(encoding="utf-8")


def wait(program: Program, one: Bot | Playground) -> None:
    """Wait until it answers."""
    program.wait_until(one.is_ready, 60)


SETTINGS = {"DUTY_PHONE": "020 7946 0002", "OUT_OF_HOURS_PHONE": "020 7946 0002"}


@pytest.fixture
def bot_settings() -> dict[str, str]:
    """Settings of the bot on top of the harness's own; a test module may give others, and has a bot of its own then."""
    return SETTINGS


@pytest.fixture
def person() -> str:
    """Who sits at the keyboard (ops/.m365agentsplayground.yml); a test module may name another."""
    return "K.O."


@contextmanager
def started(folder: Path, settings: dict[str, str], person: str) -> Iterator[tuple[Playground, LiveBot]]:
    """A playground for one person and a bot with an empty database, both in this folder; both stopped at the end."""
    bot_port, page_port = free_port(), free_port()
    playground = Playground(bot_port, page_port, folder / "playground", person)
    ours = {"DATABASE_URL": f"sqlite:///{folder / 'sharing-guide.db'}"} | settings
    bot = LiveBot(bot_port, [playground.url], ours, folder / "bot.log")
    try:
        playground.start()
        bot.start()
        wait(playground.program, playground)
        yield playground, bot
    finally:
        playground.stop()
        bot.stop()


@dataclass
class _Set:
    """A playground, its bot and the bot's database; once a test asks for it, its page and the module that has it."""

    playground: Playground
    bot: LiveBot
    database: EmptiedSqlite
    chat: Chat | None = None
    module: object = None


class Stage:
    """The playgrounds, bots and pages that go on to the end, one of each for those who ask for the same.

    Starting both takes two seconds of processor time, opening the page three, and opening it again one. The client
    draws every card again with each message: with many on the page that takes longer than opening it again.
    """

    MOST_CARDS = 4

    def __init__(self, folders: pytest.TempPathFactory) -> None:
        self._folders = folders
        self._sets: dict[object, _Set] = {}
        self._running = ExitStack()
        self._pages = AsyncExitStack()

    def machines(self, settings: dict[str, str], person: str) -> tuple[Playground, LiveBot]:
        """A playground for this person and a bot with these settings, whose database is empty."""
        key = (frozenset(settings.items()), person)
        if key not in self._sets:
            folder = self._folders.mktemp("stage")
            playground, bot = self._running.enter_context(started(folder, settings, person))
            self._sets[key] = _Set(playground, bot, EmptiedSqlite(f"sqlite:///{folder / 'sharing-guide.db'}"))
        self._sets[key].database.put_back()
        return self._sets[key].playground, self._sets[key].bot

    async def page(self, browser: Browser, playground: Playground, module: object) -> Chat:
        """The playground's page on the personal chat, under a welcome; what other modules left is no longer on it."""
        ours = next(one for one in self._sets.values() if one.playground is playground)
        if ours.chat is None:
            ours.chat = await self._pages.enter_async_context(opened(browser, playground.url))
        elif ours.module is module and await ours.chat.ever_shown() <= self.MOST_CARDS:
            await ours.chat.begin_again(playground)
        else:
            await ours.chat.open(playground.url)
        ours.module = module
        return ours.chat

    async def close(self) -> None:
        await self._pages.aclose()
        self._running.close()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def stage(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stage]:
    stage = Stage(tmp_path_factory)
    yield stage
    await stage.close()


@pytest.fixture
def playground_and_bot(stage: Stage, bot_settings: dict[str, str], person: str) -> tuple[Playground, LiveBot]:
    """Both as if they were new; a test module may have its own for all of its tests."""
    return stage.machines(bot_settings, person)


@pytest.fixture
def bot(playground_and_bot: tuple[Playground, LiveBot]) -> LiveBot:
    return playground_and_bot[1]


@pytest.fixture
def playground(playground_and_bot: tuple[Playground, LiveBot]) -> Playground:
    return playground_and_bot[0]


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=_OFFLINE)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def board(browser: Browser) -> AsyncIterator[DrawingBoard]:
    """Where cards are drawn: `await board.draw(card)`."""
    async with DrawingBoard(browser) as board:
        yield board


@pytest.fixture
def pictures() -> Pictures:
    return Pictures()


@asynccontextmanager
async def opened(browser: Browser, url: str) -> AsyncIterator[Chat]:
    """The page, open on the personal chat."""
    context = await browser.new_context(
        viewport={"width": 1400, "height": 900},
        locale="en-GB",
        timezone_id="Europe/London",
        device_scale_factor=Pictures.scale,
    )
    context.set_default_timeout(_HANGS_AFTER_MS)
    chat = Chat(await context.new_page())
    await chat.open(url)
    yield chat
    await context.close()


async def keep_if_failed(request: pytest.FixtureRequest, chat: Chat, bot: LiveBot, person: str = "") -> None:
    """A failing test leaves its last picture and the bot's log in var/failed/."""
    if request.node.stash.get(_failed, False):
        left = _FAILED / f"{request.node.name} {person}".strip()
        await chat.screenshot(left.with_suffix(".png"))
        left.with_suffix(".log").write_text(bot.log(), encoding="utf-8")


@pytest_asyncio.fixture(loop_scope="session")
async def chat(
    browser: Browser, playground: Playground, bot: LiveBot, stage: Stage, request: pytest.FixtureRequest
) -> AsyncIterator[Chat]:
    """A chat with nothing in it but the welcome; a test module may keep one for all of its tests."""
    chat = await stage.page(browser, playground, request.module)
    yield chat
    await keep_if_failed(request, chat, bot)
