"""What a word means, as numbers: the sum of its pieces' vectors, from a fixed table (guidance/asked/pieces.txt)."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

DATA = Path(__file__).parents[3] / "guidance" / "asked"
PIECES = DATA / "pieces.txt"
PIECE_VECTORS = DATA / "pieces.npy"
PIECE_SCALES = DATA / "pieces_scales.npy"
LONGEST = 16
WORDS_KEPT = 4096
"""How many words are known again without being cut anew."""
START = "▁"
"""Marks a piece that begins a word."""


def read_mapped(file: Path) -> NDArray[Any]:
    """The array in the file, of which only the rows that are used come into memory."""
    mapped: NDArray[Any] = np.load(file, mmap_mode="r")
    return mapped.view(np.ndarray)  # the same memory; rows of a memmap cost far more


def read_lines(file: Path) -> Iterator[str]:
    """The lines of a file that was written with one name a line, one after another."""
    with file.open(encoding="utf-8", newline="\n") as opened:
        for line in opened:
            yield line[:-1]


class Lookup:
    """In which row of a list a name stands, by its hash: a dictionary of the names takes twelve times the memory."""

    def __init__(self, names: Iterable[str]) -> None:
        hashes = np.fromiter(map(hash, names), np.int64)
        self._rows = np.argsort(hashes).astype(np.int32)
        self._hashes = hashes[self._rows]

    def __len__(self) -> int:
        return len(self._rows)

    def rows(self, names: Collection[str]) -> NDArray[np.int32]:
        """The row of each, -1 for one that is not in the list."""
        hashes = np.fromiter(map(hash, names), np.int64, len(names))
        places = self._hashes.searchsorted(hashes)
        found = self._rows.take(places, mode="clip")
        found[self._hashes.take(places, mode="clip") != hashes] = -1
        return found


class Pieces:
    """The table, read once. A word that it does not hold is cut into the longest pieces that it holds."""

    def __init__(self) -> None:
        self._lookup = Lookup(read_lines(PIECES))
        self._vectors: NDArray[np.int8] = read_mapped(PIECE_VECTORS)
        self._scales = np.load(PIECE_SCALES).astype(np.float64)
        self.rows_of = lru_cache(maxsize=WORDS_KEPT)(self._cut)

    @property
    def dimensions(self) -> int:
        """How many numbers a vector has."""
        return int(self._vectors.shape[1])

    def vector(self, words: Sequence[str], weights: Sequence[float]) -> NDArray[np.float64]:
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

    def whole_words(self) -> dict[str, NDArray[np.float64]]:
        """The vector of each word that stands in the table whole."""
        return {
            piece.removeprefix(START): self._vectors[row].astype(np.float64)
            for row, piece in enumerate(read_lines(PIECES))
            if piece.startswith(START)
        }

    def _cut(self, word: str) -> tuple[int, ...]:
        rows, rest = [], START + word
        while rest:
            sizes = range(min(LONGEST, len(rest)), 0, -1)
            found = self._lookup.rows([rest[:size] for size in sizes])
            longest = int((found >= 0).argmax())
            if found[longest] >= 0:
                rows.append(int(found[longest]))
            rest = rest[sizes[longest] if found[longest] >= 0 else 1 :]
        return tuple(rows)


@cache
def pieces() -> Pieces:
    """The one table."""
    return Pieces()
