"""Cut the table of word pieces that the question model reads from the wheel of wordllama (MIT). Run it by hand, once:

    pip download --no-deps wordllama==0.4.0.post1
    python -m ops.hearing.word_pieces wordllama-0.4.0.post1-*.whl

The tests rebuild the model from the table that this wrote, and never need the wheel.
"""

import json
import re
import sys
import zipfile
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dialogs.understanding.asked.pieces import PIECE_SCALES, PIECE_VECTORS, PIECES

TOKENIZER = "wordllama/tokenizers/l2_supercat_tokenizer_config.json"
WEIGHTS = "wordllama/weights/l2_supercat_256.safetensors"
LICENCE = "wordllama-0.4.0.post1.dist-info/licenses/LICENSE"
DIMENSIONS = 256
"""The first ones carry the most: the model was trained so that its vectors can be cut short."""


def main(wheel: str) -> None:
    """Write the pieces of plain lower-case letters, their vectors as bytes, and the licence beside them."""
    with zipfile.ZipFile(wheel) as opened:
        vocabulary: dict[str, int] = json.loads(opened.read(TOKENIZER))["model"]["vocab"]
        vectors = _safetensors(opened.read(WEIGHTS))
        licence = opened.read(LICENCE)
    kept = sorted(piece for piece in vocabulary if re.fullmatch("▁?[a-z]+", piece))
    chosen = vectors[[vocabulary[piece] for piece in kept], :DIMENSIONS]
    PIECES.write_text("".join(f"{piece}\n" for piece in kept), "utf-8")
    scales = np.abs(chosen).max(axis=1, keepdims=True) / 127
    np.save(PIECE_VECTORS, np.round(chosen / scales).astype(np.int8))
    np.save(PIECE_SCALES, scales[:, 0].astype(np.float16))
    PIECES.with_name("LICENCE-wordllama.txt").write_bytes(licence)


def _safetensors(raw: bytes) -> NDArray[np.float32]:
    """The one tensor of a safetensors file: eight bytes of header length, the header as JSON, the numbers."""
    length = int.from_bytes(raw[:8], "little")
    (found,) = (value for name, value in json.loads(raw[8 : 8 + length]).items() if name != "__metadata__")
    dtype = {"F16": np.float16, "F32": np.float32}[found["dtype"]]
    return np.frombuffer(raw[8 + length :], dtype).reshape(found["shape"]).astype(np.float32)


if __name__ == "__main__":
    main(Path(sys.argv[1]).as_posix())
