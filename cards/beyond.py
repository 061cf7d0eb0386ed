"""Where a matter can go on beyond itself: into another flow, or back to the one that it came from."""

from cards import words
from cards.actions import button
from cards.elements import Action, Buttons, Part, TextBlock
from cards.people import names
from dialogs.matter import Matter
from dialogs.offers import goes_on


def ways_beyond(matter: Matter) -> list[Part]:
    """Buttons into other flows, with what they are for; none when there is nowhere to go."""
    ways: list[Action] = []
    if matter.came_from:
        ways.append(button("go_back_to", matter))
    for other in goes_on(matter):
        title = words.label(f"buttons.hand_on.{matter.flow.name}_{other.to}", **names(matter))
        ways.append(button("hand_on", matter, title=title, about=other.to))
    if not ways:
        return []
    heading = TextBlock(text=words.label("beyond.heading"), style="heading", weight="Bolder", spacing="Medium")
    return [heading, Buttons(actions=tuple(ways))]
