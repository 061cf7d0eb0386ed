"""Keep what a predicate says of the facts in hand, since many rules ask the same of them."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar, cast

F = TypeVar("F", bound=Callable[..., Any])


def memoised(predicate: F) -> F:
    """Work the predicate out once for each of the facts objects seen last."""
    return cast(F, lru_cache(maxsize=64)(predicate))
