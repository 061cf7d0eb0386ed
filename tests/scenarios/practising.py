"""A story played in the chat."""

from collections.abc import Mapping

from practice.repository import all_scenarios
from tests.scenarios.worker import Worker

STORY = "share-anger-before-the-gp"
RIGHT: Mapping[str, str] = {
    "part_in_case": "allocated",
    "recipient": "gp",
    "need_to_know": "yes",
    "someone_elses": "no",
    "weights__L1": "needs",
    "weights__L2": "leave_out",
    "kinds": "health",
    "told_items": "none",
    "reasons": "tell_first",
    "contact": "ring",
}
WRONG = {**RIGHT, "weights__L2": "needs", "reasons": "attitude"}
OF_THE_RENT, OF_HER_ANGER = (
    next(trap for trap in all_scenarios()[STORY].traps if trap.value == value) for value in ("needs", "attitude")
)
"""The traps of the two wrong turns."""
LAST = {"would_do": "inform_parents_first", "rests_on": "3.2"}


async def begins(worker: Worker, story: str = STORY, feedback: str = "at_end") -> None:
    """The story is there and its first card asked."""
    await worker.say(f"practise {story}")
    await worker.press("practise_begin", feedback=feedback)


async def plays(worker: Worker, answers: Mapping[str, str] = RIGHT, feedback: str = "at_end") -> None:
    """Played to its end."""
    await begins(worker, feedback=feedback)
    await worker.go_on(answers)
    await worker.press("practise_decide", **LAST)


def filled_in(values: Mapping[str, object]) -> dict[str, str]:
    """Values as the inputs of cards hold them."""
    found: dict[str, str] = {}
    for name, value in values.items():
        if isinstance(value, dict):
            found |= {f"{name}__{line}": str(said) for line, said in value.items()}
        elif isinstance(value, list):
            texts = [str(part["text"]) if isinstance(part, dict) else str(part) for part in value]
            found[name] = ("\n" if any(isinstance(part, dict) for part in value) else ",").join(texts)
        else:
            found[name] = str(value)
    return found
