"""Which of a matter's texts were looked at for what says who a person is: by digest, never by the text itself."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

MOST = 400
"""Digests that are kept; of more, the oldest are looked at again."""


@dataclass(frozen=True, slots=True)
class Noticed:
    """`looked`: texts that were looked at, and shown if anything was found in them. `kept`: those that the worker
    chose to keep. `standing`: those that the last notice is about, and `at` the matter's revision that it stood at.
    """

    looked: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    standing: tuple[str, ...] = ()
    at: int = 0

    def with_looked(self, digests: Iterable[str]) -> "Noticed":
        """These were looked at as well."""
        return replace(self, looked=tuple(dict.fromkeys((*self.looked, *digests)))[-MOST:])

    def showing(self, digests: Iterable[str], revision: int) -> "Noticed":
        """The notice is about these now."""
        return replace(self, standing=tuple(digests), at=revision)

    def with_kept(self) -> "Noticed":
        """What the notice is about is kept, and the notice goes."""
        return replace(self, kept=tuple(dict.fromkeys((*self.kept, *self.standing)))[-MOST:], standing=())

    def carried(self) -> "Noticed":
        """For another matter that takes texts from this one."""
        return replace(self, standing=(), at=0)

    def to_json(self) -> dict[str, Any]:
        """As it is stored."""
        return {"looked": self.looked, "kept": self.kept, "standing": self.standing, "at": self.at}


NOT_NOTICED = Noticed()


def from_json(stored: Mapping[str, Any]) -> Noticed:
    """What `to_json` stored; nothing was looked at in a matter of before there were notices."""
    lists = {name: tuple(stored.get(name, ())) for name in ("looked", "kept", "standing")}
    return Noticed(**lists, at=stored.get("at", 0))
