"""`make walk`: count what a typed text and each press cross in the code, from the parsed body to the reply.

It plays a sharing to its answer on an empty SQLite file and prints, for each turn, the modules and functions of this
project that ran (a comprehension counts as a function) and the calls made, with how often `decide` ran, the facts were
made and a matter was parsed. Pass a number to list that many of the functions that the last turn called most.
MODULES=2 lists the modules and functions of the second turn, the first press.
"""

import asyncio
import base64
import json
import os
import re
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path
from types import CodeType, FrameType
from typing import Any, Protocol

from bot.config.council import CouncilSettings
from bot.edge import activities
from bot.edge.adapter import GuideAdapter
from bot.storage import Cipher, Storage
from bot.turns.conversation import Conversations
from ops.bench import users

ROOT = Path(__file__).resolve().parents[1]
FILLED = {**users.FILLED, "child": "P"}
OF_INTEREST = {
    "decide": ("guidance/decide.py", "decide"),
    "facts": ("dialogs/flows/share/facts.py", "facts"),
    "parsed": ("dialogs/engine/matter.py", "from_json"),
}
WATCH = "storage watch"
"""The thread that looks after the others by the clock, whatever a turn does."""
CHAT = "a:walker"
MODULES = int(os.environ.get("MODULES", "0"))
KEY = base64.urlsafe_b64encode(bytes(32)).decode()


class Watch(Protocol):
    """Sees a turn while it runs, and says what it saw in one line."""

    def __enter__(self) -> None: ...

    def __exit__(self, *_: object) -> None: ...

    def line(self, what: str) -> str:
        """Return what was seen of the last turn; `what`: the turn."""


class Counted:
    """The calls of one turn, counted on every thread that was started after it was made.

    `modules`: of which turn, from 1, the modules and functions are listed below its figures.
    """

    def __init__(self) -> None:
        self.calls: Counter[CodeType] = Counter()
        self.modules, self._turns = 0, 0
        self._counting = False
        threading.setprofile(self._count)

    def _count(self, frame: FrameType, event: str, _: object) -> None:
        if self._counting and event == "call" and threading.current_thread().name != WATCH:
            name = frame.f_code.co_filename
            if name.startswith(str(ROOT)) and "/.venv/" not in name and name != __file__:
                self.calls[frame.f_code] += 1

    def __enter__(self) -> None:
        self.calls.clear()
        self._counting = True
        sys.setprofile(self._count)

    def __exit__(self, *_: object) -> None:
        sys.setprofile(None)
        self._counting = False

    def line(self, what: str) -> str:
        """One turn's figures."""
        self._turns += 1
        modules = {code.co_filename for code in self.calls}
        counts = " ".join(f"{name} {self._of(*where)}" for name, where in OF_INTEREST.items())
        total = sum(self.calls.values())
        figures = f"{what:28} modules {len(modules):4} functions {len(self.calls):4} calls {total:6}   {counts}"
        return "\n".join([figures, *(self.by_module() if self._turns == self.modules else ())])

    def _of(self, path: str, function: str) -> int:
        found = (n for code, n in self.calls.items() if code.co_name == function and code.co_filename.endswith(path))
        return sum(found)

    def by_module(self) -> list[str]:
        """Each module that ran, with its functions and how often each was called."""
        modules: dict[str, list[str]] = {}
        for code, n in sorted(self.calls.items(), key=lambda one: one[0].co_firstlineno):
            modules.setdefault(str(Path(code.co_filename).relative_to(ROOT)), []).append(f"{code.co_qualname} {n}")
        return [f"{name}: {', '.join(functions)}" for name, functions in sorted(modules.items())]

    def most(self, count: int) -> list[str]:
        """The functions that were called most."""
        return [
            f"{n:6}  {Path(code.co_filename).relative_to(ROOT)}:{code.co_qualname}"
            for code, n in self.calls.most_common(count)
        ]


def activity(kind: str, number: int, **fields: Any) -> bytes:
    """The body of a request as Teams sends it."""
    return json.dumps(
        {
            "type": kind,
            "id": f"a{number}",
            "serviceUrl": "https://smba.trafficmanager.net/uk/",
            "channelId": "msteams",
            "from": {"id": "29:walker", "name": "W", "aadObjectId": "w1"},
            "conversation": {"id": CHAT, "conversationType": "personal", "tenantId": "t"},
            "recipient": {"id": "28:bot"},
            "channelData": {"tenant": {"id": "t"}},
            **fields,
        }
    ).encode()


def press(number: int, matter: str, card: str, message: str) -> bytes:
    """Next, on the card of questions that this message shows, with all that it could ask filled in."""
    data = {"verb": "next", "m": matter, "r": 1, "card": card, "shown": "", **FILLED}
    action = {"action": {"type": "Action.Execute", "verb": "next", "data": data}}
    return activity("invoke", number, name="adaptiveCard/action", value=action, replyToId=message)


NEARLY_OVER = 15
"""Seconds before the end of a minute in which no walk is begun: as a minute turns, times are put in words anew."""


async def walk(most: int) -> None:
    """Play a sharing to its answer twice and print what each turn of the second time crossed.

    The first time fills the caches that a running service has filled.
    """
    counted = Counted()
    left = 60 - time.time() % 60
    if left < NEARLY_OVER:
        await asyncio.sleep(left)

    with tempfile.TemporaryDirectory() as folder:
        storage = Storage.open(f"sqlite:///{folder}/guide.db", Cipher.from_keys(KEY))
        adapter = adapter_on(storage)
        warm = await play(adapter, storage, counted, 0)
        counted.modules = len(warm) + MODULES if MODULES else 0
        print("\n".join([*await play(adapter, storage, counted, 100), *counted.most(most)]))
        storage.close()


def adapter_on(storage: Storage) -> GuideAdapter:
    """Return the bot on this database; nothing is sent, so no connector is asked."""
    conversations = Conversations(storage, CouncilSettings(), None)  # type: ignore[arg-type]
    return GuideAdapter(None, conversations.take)  # type: ignore[arg-type]


async def play(adapter: GuideAdapter, storage: Storage, watch: Watch, first: int) -> list[str]:
    """Type "share", press Next up to the answer, and return what was seen of each turn. `first`: its first id."""

    def current(unit: Any) -> str:
        return str(unit.conversation(CHAT).state["matter"])

    lines = []
    body, what = activity("message", first, text="new sharing"), "typed"
    for number in range(first + 1, first + 9):
        with watch:
            reply = await adapter.process(activities.parse_activity(body))
        lines.append(watch.line(what))
        card = re.search(r'"card": "([a-z_]+)"', json.dumps(reply.body)) if reply else None
        if reply and card is None:
            break
        name = card.group(1) if card else "you_and_them"
        body, what = press(number, await storage.transact(current), name, f"x{first}"), f"Next on {name}"
    return lines


if __name__ == "__main__":
    asyncio.run(walk(int(sys.argv[1]) if len(sys.argv) > 1 else 0))
