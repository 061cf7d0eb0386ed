"""Mutants that no test noticed, and whether docs/mutation.md explains them."""

from collections.abc import Sequence
from dataclasses import dataclass

from ops.places import ROOT

PAGE = ROOT / "docs" / "mutation.md"


@dataclass(frozen=True, slots=True)
class Survivor:
    """One mutant that lived: what the page explains it by, and where it stands."""

    name: str
    where: str


@dataclass(frozen=True, slots=True)
class Found:
    """What one run over some source came to."""

    of: str
    mutants: int
    survivors: tuple[Survivor, ...]

    def said(self) -> str:
        """One line, and one more for each survivor."""
        line = f"{self.of}: {self.mutants} mutants, {len(self.survivors)} survived"
        return "\n".join([line, *(f"  {one.where}  {one.name}{_mark(one)}" for one in self.survivors)])


def unexplained(found: Sequence[Found]) -> list[Survivor]:
    """The survivors that the page does not name."""
    return [survivor for one in found for survivor in one.survivors if not explained(survivor)]


def explained(survivor: Survivor) -> bool:
    """Whether the page names it, in backticks."""
    return PAGE.exists() and f"`{survivor.name}`" in PAGE.read_text("utf-8")


def _mark(survivor: Survivor) -> str:
    return "  (explained)" if explained(survivor) else ""
