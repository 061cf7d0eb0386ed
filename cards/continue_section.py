"""Where a matter can go on beyond itself: into another flow, or back to the one that it came from."""

from cards import words
from cards.actions import button
from cards.elements import Action, Buttons, Part, TextBlock
from cards.group_section import others_shown
from cards.people import names
from dialogs.engine.matter import Matter
from dialogs.engine.valid_actions import goes_on, offers


def further_ways(matter: Matter, others: tuple[Matter, ...]) -> list[Part]:
    """To whom else it goes, and what can be begun from it: someone else, the same again, a colleague to take it on."""
    further: list[Action] = [button(verb, matter) for verb in ("another", "again") if offers(matter, verb)]
    ways = Buttons(actions=(*further, button("hand_over", matter, about=matter.id)), spacing="Small")
    heading = TextBlock(text=words.label("beyond.further"), style="heading", weight="Bolder", spacing="Medium")
    return [heading, *others_shown(matter, others), ways]


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
