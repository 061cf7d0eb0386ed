"""The beginning and the end of what a person typed, made fit for use inside a sentence, or as one."""

import re

ENDS = ".!?\u2026"
OTHER_ENDS = "\u3002\uff01\uff1f\u061f\u06d4\u0964\u0965"
"""The full stops and question marks of other scripts."""
CLOSERS = "\"'\u201d\u2019\u00bb)]"
BULLET = re.compile(r"^\s*(?:[-*\u2022]|\d{1,2}[.)])\s+")
TRAILING = re.compile(r"[\s.,;:!\u2026\u2013\u2014-]+$")
ASKING = re.compile(r"\?[\s.,;:!?\u2026]*$")
QUOTED = re.compile(r"([\"'\u201c\u2018])([^\"\u201c\u201d]*)([\"'\u201d\u2019])")
GAP = re.compile(r"\[[^\[\]]*\]")
"""A bracket for the worker to fill in."""
HAS_END = re.compile(rf"[{re.escape(ENDS + OTHER_ENDS)}][{re.escape(CLOSERS)}]*$")
SHORT = r"(?:\b[A-Za-z]|\b(?:mr|mrs|ms|dr|st|no|vs|etc|eg|ie|approx|prof|rev|tel|ext))\.$"
"""What ends in a full stop and ends no sentence: initials, "Dr.", "e.g."."""
TITLES = r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|St|Sir|Lady|Lord)\b"
DAYS = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September"
    r"|October|November|December|Christmas|Easter|Eid|Ramadan|Diwali|English|Welsh|Scottish|Irish|British|London)"
)
REFERENCE = r"(?:[A-Z]|(?:[A-Z]\.)+[A-Z]?|[A-Z]{2,}\w*|\w*\d\w*)(?:'s)?(?![\w'])"
"""Initials, a number or an acronym, with or without "'s"."""


def clean(text: str) -> str:
    """Return the text with spaces folded and nothing after its last word but a question mark; lines stay lines."""
    lines = [" ".join(BULLET.sub("", line).split()) for line in text.strip().splitlines()]
    folded = "\n".join(filter(None, lines))
    asks = ASKING.search(folded)
    bare = TRAILING.sub("", folded[: asks.start()] if asks else folded)
    quoted = QUOTED.fullmatch(bare)
    bare = TRAILING.sub("", quoted.group(2)) if quoted and quoted.group(1) != "'" else bare
    return f"{bare}?" if asks and bare else bare


def end_sentence(text: str) -> str:
    """Return the text as a sentence that ends once; several lines run on in one."""
    rows = list(filter(None, map(str.strip, text.splitlines())))
    for place, row in enumerate(rows[:-1]):
        rows[place] = row if HAS_END.search(row) else f"{row};"
    whole = " ".join(rows)
    if not whole or HAS_END.search(whole):
        return re.sub(r"(?<=[?!])[.]+$", "", whole)
    return f"{whole.rstrip(' ,;:')}."


def has_several_sentences(text: str) -> bool:
    for stop in re.finditer(rf"[.!?\u2026][{re.escape(CLOSERS)}]*(?=\s+\S)", text):
        if text[stop.start()] != "." or not re.search(SHORT, text[: stop.start() + 1], re.IGNORECASE):
            return True
    return False


def lower_first(text: str) -> str:
    """Return the text with a small first letter, unless it opens with a reference, an acronym, "I" or a name."""
    first = re.match(r"[^\W\d_][\w'.-]*", text)
    if first is None or not text[:1].isupper() or _keeps_capital(text):
        return text
    return text[:1].lower() + text[1:]


def _keeps_capital(text: str) -> bool:
    if re.match(r"A\s", text):
        return bool(re.match(r"A (?:and|or|can|could|will|would|may|might|is|has|was|needs?|gets?|\w+[^s]s)\b", text))
    if re.match(rf"I\b|{TITLES}|{DAYS}\b|{REFERENCE}", text):
        return True
    return bool(re.match(r"\w+[A-Z]|[A-Z][a-z'-]+ [A-Z][a-z]", text))
