"""Tables in plain text, for a terminal."""

from collections.abc import Iterable, Sequence

WIDEST = 70


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return the rows under their heads, each column as wide as its longest cell; a long cell is cut short."""
    cells = [[_short(str(cell)) for cell in row] for row in (heads, *rows)]
    widths = [max(len(row[number]) for row in cells) for number in range(len(heads))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells]
    return "\n".join((lines[0], "  ".join("-" * width for width in widths), *lines[1:]))


def _short(text: str) -> str:
    return text if len(text) <= WIDEST else f"{text[: WIDEST - 3]}..."
