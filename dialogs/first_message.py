"""Handle a message while no matter is open, or one that starts another."""

from msgspec.structs import replace

from dialogs.beginning import begun, said_at_first, said_back, started
from dialogs.card_actions import handle_action
from dialogs.context import DialogContext, Press, Result
from dialogs.creation import left_untouched, new_matter
from dialogs.current_screen import screen_of
from dialogs.engine.filling import type_in
from dialogs.engine.matter import ASKED, Matter, offers
from dialogs.flows.registry import FLOWS
from dialogs.screens import Above, Aside, MovedOn, Outside, Screen, Shown, WhichOne
from dialogs.understanding.asked.asking import ask
from dialogs.understanding.commands import commands_after_answer, match_command
from dialogs.understanding.intents.matching import match_flows
from dialogs.understanding.intents.outside_topics import topic_of
from dialogs.understanding.new_needs import is_on_the_phone

LIKELIEST = ("share", "authority", "gather")
"""The flows that are begun most often."""


def first_message(context: DialogContext, text: str, *asides: Above) -> Result:
    """A message that starts something: outside the guidance, a start, a question which was meant, or not understood.

    What fits nothing begins nothing: the likeliest are offered, with a word.
    """
    topic = topic_of(text)
    if topic:
        return instead(context, Outside(topic.name))
    if is_on_the_phone(text):
        return replace(handle_action(context, Press("start", about="phone")), left_behind=MovedOn())
    matter = started(context, text)
    if matter:
        return goes_on(context, matter, *asides, *said_back(text))
    flows = match_flows(text)
    if len(flows) > 1:
        return instead(context, WhichOne(flows))
    screen = (
        screen_of(context.current, context, numbered=True) if context.current else WhichOne(_likely(text), guessed=True)
    )
    return Result(Shown(screen, (Aside("notice", "not_understood"),)), context.current, left_behind=MovedOn())


def _likely(text: str) -> tuple[str, ...]:
    """The flows to offer for a text that fits none: the one whose paragraphs it is nearest to, then the commonest."""
    likely = dict.fromkeys([ask(text).flow, *LIKELIEST])
    return tuple(flow for flow in likely if flow in FLOWS)[: len(LIKELIEST)]


def start_flow(context: DialogContext, flow: str, text: str, *asides: Above) -> Result:
    """A fresh matter of this flow, with what the text says of its questions."""
    if flow not in FLOWS:
        return first_message(context, text, *asides)
    return goes_on(context, begun(context, FLOWS[flow], said_at_first(flow, text)), *asides, *said_back(text))


def start_by_name(context: DialogContext, flow: str) -> Result:
    """A fresh matter of the flow whose name was typed; an open one is kept."""
    asides = (Aside("notice", "kept"),) if context.current else ()
    return goes_on(context, new_matter(context, FLOWS[flow]), *asides)


def taken_here(context: DialogContext, matter: Matter, text: str) -> bool:
    """Whether the text answers what is being asked, or is one of the words for going on from the answer."""
    standing = matter.position
    if matter.phase in ASKED and standing.step:
        return bool(type_in(matter, standing, text, context.now).understood)
    verb = match_command(text, commands_after_answer(matter.flow))
    return bool(verb and offers(matter, verb))


def instead(context: DialogContext, screen: Screen) -> Result:
    """This screen below, while the conversation stays where it is."""
    return Result(Shown(screen), context.current, left_behind=MovedOn())


def goes_on(context: DialogContext, matter: Matter, *asides: Above) -> Result:
    shown = Shown(screen_of(matter, context), asides)
    return Result(shown, matter, saved=(matter,), left_behind=MovedOn(), dropped=left_untouched(context, matter))
