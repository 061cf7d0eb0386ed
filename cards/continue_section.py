"""Buttons that continue a matter: into another flow, back to an earlier one, to other recipients, to a colleague."""

from cards.actions import button
from cards.elements import Action, Buttons, Part
from cards.group_section import group_section
from cards.layout import small_heading
from cards.people import label_values
from cards.words import render_text
from dialogs.engine.matter import Matter
from dialogs.engine.valid_actions import goes_on, offers


def further_section(matter: Matter, others: tuple[Matter, ...]) -> list[Part]:
    """Return the other recipients, and buttons for someone else, the same again and a colleague."""
    further: list[Action] = [button(verb, matter) for verb in ("another", "again") if offers(matter, verb)]
    ways = Buttons(actions=(*further, button("hand_over", matter, about=matter.id)), spacing="Small")
    heading = small_heading(render_text("beyond.further"))
    return [heading, *group_section(matter, others), ways]


def continue_section(matter: Matter) -> list[Part]:
    """Return buttons into other flows, with what they are for; empty when there is nowhere to go."""
    ways: list[Action] = []
    if matter.came_from:
        ways.append(button("go_back_to", matter))
    for other in goes_on(matter):
        title = render_text(f"buttons.hand_on.{matter.flow.name}_{other.to}", **label_values(matter))
        ways.append(button("hand_on", matter, title=title, about=other.to))
    if not ways:
        return []
    heading = small_heading(render_text("beyond.heading"))
    return [heading, Buttons(actions=tuple(ways))]
