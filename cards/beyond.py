"""Where a matter can go on beyond itself: into another flow, or back to the one that it came from."""

from cards import words
from cards.actions import button
from cards.elements import Action, Buttons, Part, TextBlock
from cards.group import others_shown
from cards.people import names
from dialogs.matter import Matter
from dialogs.offers import goes_on, offers


def ways_beyond(matter: Matter, others: tuple[Matter, ...] = ()) -> list[Part]:
    """Where it leads: into other flows, to someone else as well, or to a colleague. `others`: those of its group."""
    heading = TextBlock(text=words.label("beyond.heading"), style="heading", weight="Bolder", spacing="Medium")
    return [heading, *_into_other_flows(matter), *others_shown(matter, others), *_on_and_over(matter)]


def _on_and_over(matter: Matter) -> list[Part]:
    """A further matter like this one, or this one to a colleague."""
    further: list[Action] = [button(verb, matter) for verb in ("another", "again") if offers(matter, verb)]
    return [Buttons(actions=(*further, button("hand_over", matter, about=matter.id)), spacing="Small")]


def _into_other_flows(matter: Matter) -> list[Part]:
    ways: list[Action] = []
    if matter.came_from:
        ways.append(button("go_back_to", matter))
    for other in goes_on(matter):
        title = words.label(f"buttons.hand_on.{matter.flow.name}_{other.to}", **names(matter))
        ways.append(button("hand_on", matter, title=title, about=other.to))
    return [Buttons(actions=tuple(ways))] if ways else []
