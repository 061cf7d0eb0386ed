"""Reading a transcript: who said what, and what the bot showed then.

A paragraph that begins `**Worker:**` is typed, or, where it begins with a button's title in brackets, pressed after
the inputs named behind it were filled in: `[Next] Is this your case? = I'm the allocated worker; How? = By phone`.
Ticks are parted by " + ", the lines of a text by " / ". Labels and options may be given by their beginning.
`**Bot:**` paragraphs are on the newest card or message. `**Worker 2:**` is somebody else in a chat of their own.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).parent
_SPEAKER = re.compile(r"\*\*(Worker(?: \d)?|Bot):\*\* ?(.*)", re.DOTALL)
_PRESS = re.compile(r"\[([^\]]+)\]\s*(.*)", re.DOTALL)
_PARTED = re.compile(r";\s+(?=[^;=]+ = )")


class NotATranscript(ValueError):
    """The file cannot be read as a transcript; the message says where."""


@dataclass
class Turn:
    """One thing that a worker typed or pressed, with what the bot shows after it."""

    speaker: str
    text: str = ""
    button: str = ""
    filled: tuple[tuple[str, str], ...] = ()
    shown: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Transcript:
    """A conversation worth showing: its title, why it is, and its turns."""

    name: str
    title: str
    why: str
    turns: tuple[Turn, ...]


def every_transcript() -> list[Path]:
    """The files, by name."""
    return sorted(FOLDER.glob("*.md"))


def read(path: Path) -> Transcript:
    """The transcript of one file. Raises NotATranscript."""
    paragraphs = [part.strip() for part in path.read_text("utf-8").split("\n\n") if part.strip()]
    if not paragraphs or not paragraphs[0].startswith("# "):
        raise NotATranscript(f"{path.name}: no title")
    turns: list[Turn] = []
    why: list[str] = []
    for paragraph in paragraphs[1:]:
        for line in re.split(r"\n(?=\*\*(?:Worker|Bot))", paragraph):
            _take(line, turns, why, path)
    if not turns or not all(turn.shown for turn in turns[-1:]):
        raise NotATranscript(f"{path.name}: it ends without the bot")
    return Transcript(path.stem, paragraphs[0][2:], "\n".join(why), tuple(turns))


def _take(line: str, turns: list[Turn], why: list[str], path: Path) -> None:
    said = _SPEAKER.match(line)
    if said is None:
        if turns:
            raise NotATranscript(f"{path.name}: nobody says {line[:40]!r}")
        why.append(line)
    elif said.group(1) == "Bot":
        turns[-1].shown.append(folded(said.group(2)))
    else:
        turns.append(_turn(said.group(1), said.group(2).strip()))


def _turn(speaker: str, said: str) -> Turn:
    press = _PRESS.match(said)
    if press is None:
        return Turn(speaker, text=said)
    rows = [row.partition(" = ") for row in _PARTED.split(press.group(2)) if row.strip()]
    return Turn(speaker, button=press.group(1), filled=tuple((folded(a), b.strip()) for a, _, b in rows))


def folded(text: str) -> str:
    """The text with its spaces and newlines folded."""
    return " ".join(text.split())
