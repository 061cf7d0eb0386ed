"""Where a matter can go on beyond itself: into another flow, or back to the one that it came from."""

from cards.actions import button
from cards.elements import Action, Buttons, Part, TextBlock
from cards.group_section import group_section
from cards.people import label_values
from cards.words import render_text
from dialogs.engine.matter import Matter
from dialogs.engine.valid_actions import goes_on, offers


def further_section(matter: Matter, others: tuple[Matter, ...]) -> list[Part]:
    """To whom else it goes, and what can be begun from it: someone else, the same again, a colleague to take it on."""
    further: list[Action] = [button(verb, matter) for verb in ("another", "again") if offers(matter, verb)]
    ways = Buttons(actions=(*further, button("hand_over", matter, about=matter.id)), spacing="Small")
    heading = TextBlock(text=render_text("beyond.further"), style="heading", weight="Bolder", spacing="Medium")
    return [heading, *group_section(matter, others), ways]


def continue_section(matter: Matter) -> list[Part]:
    """Buttons into other flows, with what they are for; none when there is nowhere to go."""
    ways: list[Action] = []
    if matter.came_from:
        ways.append(button("go_back_to", matter))
    for other in goes_on(matter):
        title = render_text(f"buttons.hand_on.{matter.flow.name}_{other.to}", **label_values(matter))
        ways.append(button("hand_on", matter, title=title, about=other.to))
    if not ways:
        return []
    heading = TextBlock(text=render_text("beyond.heading"), style="heading", weight="Bolder", spacing="Medium")
    return [heading, Buttons(actions=tuple(ways))]
