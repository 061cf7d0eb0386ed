"""The seven things that words to parents must hold, looked for by plain words. Warmth is not weighed."""

import re

WHO = (
    r"school|nurse|gp|doctor|surgery|dr|police|housing|health visitor|camhs|teacher|hospital|team|agenc(?:y|ies)|centre"
)
ASKS_CONSENT = re.compile(
    r"(?i)do you (?:agree|consent)|(?:can|may|could) (?:i|we) have your (?:consent|permission|agreement)|please sign"
    r"|(?:are you|is it|is that|would you be) (?:ok|okay|happy|all right|alright)(?: with| if| for|\W*\?)"
    r"|i(?:'d| would)? (?:need|want|like) (?:your|you to) (?:consent|permission|agree|sign)"
)
LOOKED_FOR = {
    "what": re.compile(r"(?i)\b(?:tell|say|share|pass on|let)\b[^.?!]*\b(?:that|about|what|two|three|one|how)\b"),
    "why": re.compile(
        r"(?i)\bbecause\b|\bso that\b|\bworr(?:y|ied)\b|\bthe reason\b|\bwhy\b|\bi(?:'d| would) like\b|\bso \w+ can\b"
    ),
    "used_for": re.compile(
        r"(?i)\buse[ds]?\b|\bthey(?:'ll| will)\b|\bwill (?:make|plan|look|help|change|check)\b|\bput right\b"
    ),
    "who": re.compile(rf"(?i)\b(?:only|with|to|tell|the)\b (?:the |your |\w+'s )?(?:\w+ )?(?:{WHO})\b"),
    "legal": re.compile(r"(?i)\blaw\b|\bchildren acts?\b|\blegal(?:ly)?\b"),
    "no_consent": re.compile(
        r"(?i)(?:not|n't|never)\b[^.?!]*\b(?:agree|yes|sign|consent|permission)\b|\bno need to (?:agree|sign)\b"
        r"|\b(?:even if|whether or not) you (?:agree|disagree|don'?t agree|would rather)\b"
    ),
    "privacy": re.compile(r"(?i)\bprivacy notice\b"),
}


def missing_parts(text: str) -> tuple[str, ...]:
    """Return the things that cannot be found; a text that asks for consent does not say that none is needed."""
    lacking = [name for name, pattern in LOOKED_FOR.items() if not pattern.search(text)]
    if ASKS_CONSENT.search(text) and "no_consent" not in lacking:
        lacking.append("no_consent")
    return tuple(name for name in LOOKED_FOR if name in lacking)
