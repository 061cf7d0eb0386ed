"""Reading a typed answer: small patterns, never a guess."""

import re
from functools import cache

YES = r"(?:yes|yeah|yep|yup|y|ok|okay|correct|sure|definitely|of course|they do|it is|i do|i have|they have|aye)"
NO = r"(?:no|n|nope|nah|never|they don'?t|it isn'?t|it'?s not|i don'?t|i haven'?t|they haven'?t|not yet)"
UNSURE = (
    r"(?:not (?:really )?sure|unsure|no idea|don'?t know|dont know|dunno|maybe|perhaps|possibly|\?+|hard to say"
    r"|can'?t tell)"
)

NEGATION = (
    r"not|no|never|cannot|(?:do|does|did|have|has|had|is|are|was|were|wo|ca|could|would|should)n'?t|without|except|but"
)
EVERYTHING = r"all(?: of (?:it|them|that))?|all four|everything|the lot"


@cache
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source, re.IGNORECASE)


def plain(text: str) -> str:
    """The text with typographic quotes made plain and spaces folded, for matching only."""
    straight = text.replace("\u2019", "'").replace("\u2018", "'").replace("\u201c", '"').replace("\u201d", '"')
    return " ".join(straight.split())


def says(text: str, pattern: str) -> bool:
    """Whether the pattern stands in the text as words of its own."""
    return bool(_pattern(rf"(?<!\w)(?:{pattern})(?!\w)").search(plain(text)))


def opens_with(text: str, pattern: str) -> str | None:
    """What follows the pattern, as it was typed, when the text opens with it (and any commas or dashes), else None."""
    matched = plain(text)
    found = _pattern(rf"^\W*(?:{pattern})(?!\w)[\s,.;:!\u2013\u2014-]*(.*)$").match(matched)
    return _after(text, len("".join(matched[: found.start(1)].split()))) if found else None


def _after(text: str, count: int) -> str:
    """The text after so many characters that are no spaces: all that `plain` changes besides is one for one."""
    seen = 0
    for place, character in enumerate(text):
        if seen == count and not character.isspace():
            return text[place:].rstrip()
        seen += not character.isspace()
    return ""


def yes_no_unsure(text: str) -> tuple[str, str] | None:
    """("yes" | "no" | "unsure", the rest of the sentence), or None when it opens with none of them."""
    for value, pattern in (("unsure", rf"(?:i'?m |i am )?{UNSURE}"), ("yes", YES), ("no", NO)):
        rest = opens_with(text, pattern)
        if rest is not None:
            return value, rest
    return None


def numbers(text: str) -> list[int]:
    """The numbers of a text that holds nothing else, such as "2" or "1, 3 and 4"; else an empty list."""
    if not _pattern(r"^\s*\d{1,2}(?:(?:\s*(?:,|and|&)\s*|\s+)\d{1,2})*[.)]?\s*$").match(text):
        return []
    return [int(number) for number in _pattern(r"\d+").findall(text)]
