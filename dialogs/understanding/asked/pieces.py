"""What a word means, as numbers: the sum of its pieces' vectors, from a fixed table (guidance/asked/pieces.txt)."""

from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

DATA = Path(__file__).parents[3] / "guidance" / "asked"
PIECES = DATA / "pieces.txt"
PIECE_VECTORS = DATA / "pieces.npy"
PIECE_SCALES = DATA / "pieces_scales.npy"
LONGEST = 16
START = "▁"
"""Marks a piece that begins a word."""


def read_mapped(file: Path) -> NDArray[Any]:
    """The array in the file, of which only the rows that are used come into memory."""
    mapped: NDArray[Any] = np.load(file, mmap_mode="r")
    return mapped.view(np.ndarray)  # the same memory; rows of a memmap cost far more


class Pieces:
    """The table, read once. A word that it does not hold is cut into the longest pieces that it holds."""

    def __init__(self) -> None:
        self._rows = {piece: row for row, piece in enumerate(PIECES.read_text("utf-8").split("\n")[:-1])}
        self._vectors: NDArray[np.int8] = read_mapped(PIECE_VECTORS)
        self._scales = np.load(PIECE_SCALES).astype(np.float64)
        self.rows_of = cache(self._cut)

    @property
    def dimensions(self) -> int:
        """How many numbers a vector has."""
        return int(self._vectors.shape[1])

    def vector(self, words: list[str], weights: list[float]) -> NDArray[np.float64]:
        """The weighted sum over the words' pieces, of length 1; zeros when no piece is known."""
        rows: list[int] = []
        shares: list[float] = []
        for word, weight in zip(words, weights, strict=True):
            found = self.rows_of(word)
            rows += found
            shares += [weight / max(len(found), 1)] * len(found)
        if not rows:
            return np.zeros(self.dimensions)
        summed = (np.array(shares) * self._scales[rows]) @ self._vectors[rows].astype(np.float64)
        length = float(np.sqrt(summed @ summed))
        return np.asarray(summed / length) if length else np.zeros(self.dimensions)

    def knows(self, word: str) -> bool:
        """Whether the word stands in the table whole."""
        return START + word in self._rows

    def whole_words(self) -> dict[str, NDArray[np.float64]]:
        """The vector of each word that stands in the table whole."""
        return {
            piece.removeprefix(START): self._vectors[row].astype(np.float64)
            for piece, row in self._rows.items()
            if piece.startswith(START)
        }

    def _cut(self, word: str) -> tuple[int, ...]:
        rows, rest = [], START + word
        while rest:
            size = next((size for size in range(min(LONGEST, len(rest)), 0, -1) if rest[:size] in self._rows), 0)
            if size:
                rows.append(self._rows[rest[:size]])
            rest = rest[size or 1 :]
        return tuple(rows)


@cache
def pieces() -> Pieces:
    """The one table."""
    return Pieces()
