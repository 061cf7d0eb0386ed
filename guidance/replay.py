"""A decision run again from the code in a case note: does it still stand under today's rules?"""

from dataclasses import dataclass
from typing import Any

from guidance.decide import FactsError, decide
from guidance.decision import Decision
from guidance.paragraphs import VERSION
from guidance.replay_code import Replayable, decode
from guidance.replay_digest import digest

SAME = "The same answer as then."
DIFFERENT = (
    "Today's rules answer differently. The code holds the facts and a digest of what was decided, not the decision "
    "itself: which of its fields differ cannot be read from it."
)
SAME_VERSION = "The same answer as then: the code is of today's version of the guidance."
CANNOT_TELL = (
    "It cannot be told whether this is the answer given then: the code is of an older make that holds the facts only, "
    "and of another version of the guidance."
)
NOT_DECIDED = "Today's rules cannot decide on the facts in the code"


@dataclass(frozen=True, slots=True)
class Replayed:
    """What a code held, today's decision on it, whether it still stands (None: cannot be told), and that in words."""

    held: Replayable
    decision: Decision | None
    still_stands: bool | None
    in_words: str

    def to_json(self) -> dict[str, Any]:
        """As `app.py replay` prints it."""
        return {
            "flow": self.held.flow,
            "code_version": self.held.guidance_version,
            "version": VERSION,
            "facts": self.held.facts,
            "still_stands": self.still_stands,
            "in_words": self.in_words,
            "decision": self.decision.model_dump(mode="json") if self.decision else None,
        }


def replay(code: str) -> Replayed:
    """Today's decision on the facts of a code. Raises CodeError for a code that cannot be read."""
    held = decode(code)
    try:
        now = decide(held.flow, held.facts)
    except FactsError as error:
        return Replayed(held, None, None, f"{NOT_DECIDED}: {error}.")
    return Replayed(held, now, *_compared(held, now))


def _compared(held: Replayable, now: Decision) -> tuple[bool | None, str]:
    if held.digest is not None:
        return (True, SAME) if held.digest == digest(now) else (False, DIFFERENT)
    return (True, SAME_VERSION) if held.guidance_version == VERSION else (None, CANNOT_TELL)
