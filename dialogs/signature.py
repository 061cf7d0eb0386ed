"""The worker's initials and job: asked for once, on a case note, and filled in until they are forgotten."""

import re
from collections.abc import Mapping

INPUT = "signature"
LONGEST = 80
"""Characters."""
_TYPED = re.compile(r"(?i)(?:(?:change|set|keep) )?my initials(?: and (?:my )?job)?(?:\s+(?:are|is|to)\b|:)?\s+(\S.*)")
_WITHOUT_COMMA = re.compile(r"((?:[A-Z]\.?){1,5}) +(\S.*)")
_NO_PART = re.compile(r"[^\w .,'&/()-]|_")


def filled_in(inputs: Mapping[str, str]) -> str:
    """Return the initials and the job that came with a press, as "K.O., social worker"; "" for none."""
    return _tidy(inputs.get(INPUT, ""))


def typed(text: str) -> str:
    """Return those of "my initials are K.O., social worker", or ""."""
    found = _TYPED.fullmatch(text.strip())
    return _tidy(found.group(1)) if found else ""


def _tidy(text: str) -> str:
    plain = " ".join(_NO_PART.sub(" ", text).split()).strip(" ,")[:LONGEST].rstrip()
    without = _WITHOUT_COMMA.fullmatch(plain)
    return ", ".join(without.groups()) if without and "," not in plain else plain


def initials_of(signature: str) -> str:
    return signature.partition(",")[0].strip()


def job_of(signature: str) -> str:
    return signature.partition(",")[2].strip()
