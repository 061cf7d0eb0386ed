"""Words of the field that are often misspelt, put right where a sentence could not be read as it was typed."""

import re

KNOWN_WORDS = (
    "school nursery teacher headteacher college nurse health visitor surgery doctor practice police officer constable"
    " sergeant detective housing association tenancy camhs cafcass probation hospital consultant midwife solicitor"
    " paediatrician psychologist psychiatrist therapist dentist neighbour grandmother girlfriend boyfriend"
    " supervisor supervise allocated manager colleague worker social written writing verbal verbally refused forwarded"
    " letter phoned meeting visit interim supervision protection accommodated proceedings interpreter translated"
    " assessment safeguarding concern confidential nothing everything neither nobody document report summary address"
    " redacted legal"
)
KNOWN = frozenset(KNOWN_WORDS.split())
SHORTEST = 5
"""Letters: shorter words are too easily another word."""


AS_IT_SOUNDS = (
    (re.compile(r"(?i)\b(?:ph?[sy]+|sy|si|psi)(?:ch|k|c)k?(?=[oai]l+[oe]?[dg]|[iy]at)"), "psych"),
    (re.compile(r"(?i)(?<=psych)(?:[oai]l+[oe]?[dg]\w*st)\b"), "ologist"),
    (re.compile(r"(?i)(?<=psych)[iy]at\w*st\b"), "iatrist"),
    (re.compile(r"(?i)\barsk(?=s|ed|ing|\b)"), "ask"),
    (re.compile(r"(?i)\bcahms\b"), "camhs"),
    (re.compile(r"(?i)\bnoone\b"), "no one"),
    (re.compile(r"(?i)\brote\b"), "wrote"),
    (re.compile(r"(?i)\bred(?= (?:it|that|all)\b)"), "read"),
)
"""Words as they are written by ear, and what they are."""


def as_meant(text: str) -> str:
    """Return the text with each word that is one slip away from one known word put right."""
    for heard, written in AS_IT_SOUNDS:
        text = heard.sub(written, text)
    return re.sub(rf"[A-Za-z]{{{SHORTEST},}}", lambda found: _meant(found.group()), text)


def _meant(word: str) -> str:
    typed = word.lower()
    if _stem(typed) in STEMS:
        return word
    near = [known for known in KNOWN if known[0] == typed[0] and _one_slip(typed, known)]
    return near[0] if len(near) == 1 else word


def _stem(word: str) -> str:
    return re.sub(r"(?:e|es|ed|ers?|ing|s|ly)$", "", word)


def _one_slip(typed: str, known: str) -> bool:
    """Whether one letter is left out, put in, another, or swapped with the next."""
    if abs(len(typed) - len(known)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(typed, known, strict=False)) if a != b), min(len(typed), len(known)))
    left, right = typed[start:], known[start:]
    swapped = left[:2] == right[:2][::-1] and left[2:] == right[2:]
    return left[1:] == right[1:] or left[1:] == right or left == right[1:] or swapped


STEMS = frozenset(map(_stem, KNOWN))
"""Of the known words, so that another form of one is left as it is."""
