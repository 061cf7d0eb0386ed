"""The app's two icons, drawn from a few straight lines: a signpost, white on the app's colour, and white on nothing."""

import struct
import zlib
from collections.abc import Iterator

ACCENT_COLOUR = "#14566B"

Point = tuple[float, float]
Shape = tuple[Point, ...]
Colour = tuple[int, int, int]

_WHITE: Colour = (255, 255, 255)
_PALE: Colour = (169, 216, 214)
_ACCENT: Colour = (0x14, 0x56, 0x6B)
_ROWS_A_PIXEL = 8

# In a square of one by one, the origin at the top left.
_POST: Shape = ((0.465, 0.14), (0.535, 0.14), (0.535, 0.86), (0.465, 0.86))
_GROUND: Shape = ((0.34, 0.82), (0.66, 0.82), (0.66, 0.88), (0.34, 0.88))
_RIGHT: Shape = ((0.24, 0.22), (0.68, 0.22), (0.80, 0.32), (0.68, 0.42), (0.24, 0.42))
_LEFT: Shape = ((0.32, 0.48), (0.76, 0.48), (0.76, 0.68), (0.32, 0.68), (0.20, 0.58))


def colour_icon() -> bytes:
    """Return the 192 by 192 icon on the app's colour, as a PNG."""
    canvas = _Canvas(192, (*_ACCENT, 255))
    for shape, colour in ((_POST, _PALE), (_GROUND, _PALE), (_RIGHT, _WHITE), (_LEFT, _WHITE)):
        canvas.fill(shape, colour)
    return canvas.png()


def outline_icon() -> bytes:
    """Return the 32 by 32 icon, white on transparent, as a PNG."""
    canvas = _Canvas(32, (*_WHITE, 0))
    for shape in (_POST, _GROUND, _RIGHT, _LEFT):
        canvas.fill(shape, _WHITE)
    return canvas.png()


class _Canvas:
    """A square picture, row by row, of red, green, blue and opacity."""

    def __init__(self, size: int, ground: tuple[int, int, int, int]) -> None:
        self._size = size
        self._pixels = [bytearray(ground * size) for _ in range(size)]

    def fill(self, shape: Shape, colour: Colour) -> None:
        """Paint a shape, its edges smoothed."""
        for row, pixels in enumerate(self._pixels):
            for column, share in enumerate(self._coverage(shape, row)):
                if share:
                    _blend(pixels, column * 4, colour, min(share, 1.0))

    def _coverage(self, shape: Shape, row: int) -> list[float]:
        """How much of each pixel of a row the shape covers, 0 to 1."""
        covered = [0.0] * self._size
        for line in range(_ROWS_A_PIXEL):
            height = (row + (line + 0.5) / _ROWS_A_PIXEL) / self._size
            for start, end in _inside(shape, height):
                left, right = start * self._size, end * self._size
                for column in range(int(left), min(int(right) + 1, self._size)):
                    covered[column] += max(0.0, min(right, column + 1) - max(left, column)) / _ROWS_A_PIXEL
        return covered

    def png(self) -> bytes:
        """Return the picture as a PNG."""
        header = struct.pack(">IIBBBBB", self._size, self._size, 8, 6, 0, 0, 0)
        rows = b"".join(b"\0" + pixels for pixels in self._pixels)
        chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
        return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def _inside(shape: Shape, height: float) -> Iterator[tuple[float, float]]:
    """The stretches of a level line that lie inside the shape, from left to right."""
    crossings = sorted(
        ax + (height - ay) / (by - ay) * (bx - ax)
        for (ax, ay), (bx, by) in zip(shape, (*shape[1:], shape[0]), strict=True)
        if (ay <= height) != (by <= height)
    )
    return zip(crossings[::2], crossings[1::2], strict=True)


def _blend(pixels: bytearray, at: int, colour: Colour, share: float) -> None:
    for channel, value in enumerate((*colour, 255)):
        pixels[at + channel] = round(pixels[at + channel] * (1 - share) + value * share)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
