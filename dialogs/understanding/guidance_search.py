"""The guidance found by a paragraph's number, by words of its own, or by a question."""

import re
from dataclasses import dataclass

from dialogs.understanding.asked import ask
from dialogs.understanding.gaps import gaps
from guidance.paragraphs import paragraphs

MOST_ASKED = 4
_REF = re.compile(r"\b\d\.\d{1,2}(?:\s?\([a-z]\))?")


@dataclass(frozen=True, slots=True)
class Found:
    """The refs of the paragraphs, the best first; or the title of what is known not to be covered."""

    refs: tuple[str, ...] = ()
    gap: str = ""


def find_in_guidance(text: str) -> Found:
    """Return the paragraphs that a number, a word or a question leads to; all of them for no text."""
    every = paragraphs()
    if not text.strip():
        return Found(tuple(every))
    named = [ref.replace(" ", "") for ref in _REF.findall(text.lower())]
    if named:
        return Found(tuple(ref for ref in every if any(ref == one or ref.startswith(f"{one}(") for one in named)))
    said = text.strip().casefold()
    worded = [ref for ref, one in every.items() if said in f"{one.heading} {one.text}".casefold()]
    asked = ask(text)
    answering = [ref for ref in asked.refs if ref in every][:MOST_ASKED] if asked.covered else []
    refs = tuple(dict.fromkeys([*answering, *worded]))
    gap = gaps().get(asked.gap or "")
    return Found(refs, gap.title if gap and not refs else "")
