from collections.abc import Iterator

import pytest

from bot.storage import Storage
from tests.bot.storage.shelf import opened


@pytest.fixture
def storage(database_url: str) -> Iterator[Storage]:
    with opened(database_url) as storage:
        yield storage
