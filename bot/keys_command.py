"""`python app.py keys rotate`: everything that people wrote is sealed again with the first key of STORAGE_KEY.

The bot may run meanwhile, on this machine or others.
"""

import asyncio
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from bot.audit_command import with_storage
from bot.storage.rotation import SEALED, Pass, RotationRows, SealedColumn
from bot.storage.storage import Storage
from bot.storage.unit_of_work import UnitOfWork

_PAUSE_SECONDS = 0.01
_MOST_PASSES = 3


def rotate_keys(environ: Mapping[str, str], say: Callable[[str], object]) -> bool:
    """Seal everything with the first key and say whether the others may go; returns that. Raises BadAudit."""
    return with_storage(environ, partial(_rotate, say))


async def _rotate(say: Callable[[str], object], storage: Storage) -> bool:
    for _ in range(_MOST_PASSES):
        found = Pass()
        for column in SEALED:
            await _reseal(storage, column, found)
        say(f"sealed with the first key: {found.others} rows")
        if not found.others:
            if found.unreadable:
                say(f"{found.unreadable} rows were written with a key that is not here, and stay unreadable.")
            say("Everything is sealed with the first key: once every instance has it first, the others may go.")
            return True
    say("Rows are still sealed with another key. Start every instance with the new key first, then run this again.")
    return False


async def _reseal(storage: Storage, column: SealedColumn, found: Pass) -> None:
    def work(after: Any, unit: UnitOfWork) -> tuple[Any, Pass]:
        here = Pass()  # a transaction may be begun again
        return RotationRows(unit.transaction).reseal(column, after, here), here

    after = column.first_key
    while after is not None:
        after, here = await storage.transact(partial(work, after))
        found.others += here.others
        found.unreadable += here.unreadable
        await asyncio.sleep(_PAUSE_SECONDS)  # turns go first
