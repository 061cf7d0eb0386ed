"""What is always the same, and is said at once with whatever a question gets: by rule, never by the model."""

import re

from dialogs.understanding.asked.asking import Asked
from dialogs.understanding.asked.words import words_of

CONSENT = "consent_never_needed"
REFUSAL = "refusal_does_not_stop_it"
POLICE = "police_request_no_ground"
ALREADY = "already_shared"
ABOUT_PARENTS = ("share", "gather", "first_contact")
POLICE_WANT = re.compile(
    r"\b(?:police|cops|officer|detective|oic|cait|dc|ds|feds|met|mps)\b.{0,40}"
    r"\b(?:ask\w*|request\w*|want\w*|said|say|says|told|dont want|tell\w*)\b"
)
HAVE_SHARED = re.compile(
    r"\b(?:i|we|ive|weve|have|has|already|she|he|they|colleague|worker)\b.{0,20}"
    r"\b(?:told|shared|passed (?:it |that |this |things? |stuff )?on|sent|given|gave|disclosed|emailed|spoke|spoken|"
    r"rang|let slip)\b"
)
NOT_US = re.compile(
    r"\b(?:told|gave|sent|emailed|rang|phoned) (?:me|us)\b|\bbefore (?:i|we|ive|weve)\b|"
    r"\b(?:if|when|once) (?:i|we)\b"
)


def standing_points(text: str, asked: Asked) -> tuple[str, ...]:
    """The keys of what is to be said with the answer, in the order it is said."""
    if not asked.covered or asked.flow not in ABOUT_PARENTS:
        return ()
    found = set(words_of(text).concepts)
    plain = text.lower().replace("\u2019", "'").replace("'", "")
    points = {
        CONSENT: "CONSENT" in found and "AUTHOR" not in found,
        REFUSAL: "REFUSE" in found and "PARENT" in found and "POLICE" not in found,
        POLICE: bool(POLICE_WANT.search(plain)) and bool({"UNTOLD", "TELL", "CRIME", "PARENT"} & found),
        ALREADY: asked.flow == "share" and bool(HAVE_SHARED.search(plain)) and not NOT_US.search(plain),
    }
    return tuple(key for key, holds in points.items() if holds)
