"""Where the card of a screen belongs. A screen that has no placement is the one that the conversation goes on in."""

from dataclasses import dataclass

PROMPT, DETAIL, OUTCOME, FOLLOW_UP, SHOWN = "prompt", "detail", "outcome", "follow_up", "shown"
ESCALATED, TOLD = "escalated", "told"
MAIN, WORDING = "main", "words"
"""Kinds of card: a request in its channel, in a supervisor's chat and in the worker's; a follow-up; a trainee's play
that an educator looks at; a request that still waits, in a supervisor's chat; one that only tells;
where the conversation goes on; and words to use."""


@dataclass(frozen=True, slots=True)
class Placement:
    """A card of its own, beside the one that the conversation goes on in.

    `about`: the id of what it shows. `leaves_list`: it is opened from a list, whose card becomes it: no later message
    takes that card back.
    """

    kind: str
    about: str
    leaves_list: bool = False


def shown_play(play_id: str) -> str:
    """Return what a card is about that shows a trainee's play to an educator: never the trainee's own cards of it."""
    return f"shown/{play_id}"
