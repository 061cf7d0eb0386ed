"""What a message typed at a question most likely is, in any words: learned from guidance/asked/typed.tsv.

It is never the only ground to take an answer: it says what is *not* to be stored as one.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from msgspec.structs import replace

from dialogs.understanding.asked.model import Regression, read_regression
from dialogs.understanding.asked.words import Words, words_of

NAME = "kinds_"
"""How the names of the built files begin."""
KINDS = ("answer", "chat", "command", "correction", "news", "question", "start")
COMMANDS = ("ask_supervisor", "back", "help", "matters", "show_answer", "start_again", "stop")
"""The commands that are known in odd words too; "command" alone is any other wish about the form."""
CLASSES = (*KINDS, *(f"command:{name}" for name in COMMANDS))
BOXES: Mapping[str, frozenset[str]] = {
    "lines": frozenset({"lines", "agencies", "shorter", "may_lines", "may_not_lines"}),
    "purpose": frozenset({"why", "used_for"}),
    "asked": frozenset({"parents_asked", "again_asked"}),
    "said": frozenset(
        {
            "they_said",
            "parents_said",
            "given_said",
            "reply_said",
            "worries",
            "understood",
            "child_view",
            "limit_says",
            "reply_limit",
        }
    ),
    "told": frozenset({"told_how", "talked_with"}),
    "name": frozenset(
        {
            "recipient_named",
            "shared_with",
            "passed_on_to",
            "hand_over",
            "parents",
            "document",
            "who_exactly",
            "document_author",
            "author_service",
            "document_dated",
            "quoted_who",
            "manager_signed",
            "given_to",
            "reply_who",
            "from_whom",
            "from_job",
            "which_language",
            "may_to",
            "what_came_out",
            "waiting_told",
        }
    ),
}
"""What a box for own words asks for, by its question: what is news in one is the answer in another."""
LENGTHS = (1, 3, 7)
WEB_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s)]+")
INITIAL = re.compile(r"(?<![A-Za-z'])[A-HJ-Z](?![A-Za-z'])")


def box_of(question: str, *, is_free: bool) -> str:
    """Return what the question asks for: one of BOXES, "because" for any other own words, or "choice"."""
    named = next((box for box, names in BOXES.items() if question in names), "because")
    return named if is_free else "choice"


def as_seen(text: str, box: str) -> Words:
    """The message's words, with the box that it was typed into, its length and whether it names somebody by initial.

    The letters of a web address are no words.
    """
    words = words_of(WEB_ADDRESS.sub(" ", text))
    length = sum(len(words.plain) > longest for longest in LENGTHS)
    marks = [f"BOX:{box}", f"LENGTH:{length}", *["INITIAL"] * bool(INITIAL.search(text))]
    return replace(words, concepts=(*marks, *words.concepts))


def kinds(text: str, box: str) -> Mapping[str, float]:
    """How likely each kind is; the shares make one."""
    shares = _shares(text, box)
    of_commands = sum(shares[name] for name in CLASSES if name.startswith("command"))
    return {kind: of_commands if kind == "command" else shares[kind] for kind in KINDS}


def likeliest_command(text: str, box: str) -> str:
    """Which of COMMANDS this would be, were it a command; empty where it would most likely be another wish."""
    shares = _shares(text, box)
    best = max((name for name in CLASSES if name.startswith("command")), key=lambda name: shares[name])
    return best.partition(":")[2]


@lru_cache(maxsize=16)  # one message asks for both
def _shares(text: str, box: str) -> Mapping[str, float]:
    return _regression().shares(as_seen(text, box))


@cache
def _regression() -> Regression:
    return read_regression(NAME, CLASSES)
