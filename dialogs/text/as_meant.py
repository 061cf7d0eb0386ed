"""A typed text as its writer saw it: without what a client or a keyboard put into it unseen."""

import html
import re

UNSEEN = re.compile("[\u00ad\u034f\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
"""Zero-width spaces, soft hyphens, marks of direction and the like."""
JOINER = re.compile(
    "\u200d(?![\u2600-\u27bf\U0001f000-\U0001faff])|(?<![\ufe0f\u2600-\u27bf\U0001f000-\U0001faff])\u200d"
)
"""A zero-width joiner that joins no emoji."""
SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
ESCAPED = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
EMOJI = "[\u203c\u2049\u2122\u2139\u2190-\u21ff\u231a-\u23ff\u25aa-\u27bf\u2934-\u2b55\u3030\U0001f000-\U0001faff]"
EMOJI_AT_THE_END = re.compile(rf"(?<=[^\W_])([.!?,]*)\s*(?:{EMOJI}[\ufe0e\ufe0f\u200d\u20e3]*\s*)+$")


def as_meant(text: str) -> str:
    """Return the text with HTML entities read, unseen characters gone, plain spaces, and no emoji after the last word.

    An emoji that stands alone stays.
    """
    read = ESCAPED.sub(lambda found: html.unescape(found.group()), text)
    return EMOJI_AT_THE_END.sub(r"\1", without_unseen(read)).strip()


def without_unseen(text: str) -> str:
    """Return the text without unseen characters, and with plain spaces."""
    return JOINER.sub("", UNSEEN.sub("", SPACES.sub(" ", text)))
