"""What there is to look at beside a play: words to the parents, and a note."""

from cards.presenters import PRESENTERS
from dialogs.engine.matter import Matter
from practice.scenario import Scenario


def has_words(matter: Matter, scenario: Scenario) -> bool:
    """Whether there are words to the parents."""
    face = PRESENTERS.get(matter.flow.name)
    return bool(face and (scenario.model_words or "parents" in face.pages))


def has_note(matter: Matter) -> bool:
    """Whether there is a note."""
    return matter.flow.name in PRESENTERS
