"""What a message comes to that starts something, or asks what the guidance does not cover."""

from dataclasses import replace

from dialogs.beginning import said_back, started
from dialogs.card_actions import handle_action
from dialogs.context import DialogContext, Press, Result
from dialogs.creation import left_untouched, new_matter
from dialogs.current_screen import screen_of
from dialogs.engine.filling import type_in
from dialogs.engine.matter import Matter
from dialogs.engine.valid_actions import ASKED, offers
from dialogs.flows.registry import FLOWS
from dialogs.screens import Aside, MovedOn, Outside, Screen, Shown, WhichOne
from dialogs.text.clauses import after_opening, is_whole, says
from dialogs.text.entities import AGENCY
from dialogs.understanding.commands import commands_after_answer, match_command
from dialogs.understanding.intents.matching import flow_named, match_flows
from dialogs.understanding.intents.outside_topics import topic_named, topic_of

ON_THE_PHONE = (
    rf"(?:(?:someone|somebody|a caller)(?:'s| is)?|(?:{AGENCY}|they)(?:'s| is| are|'re)) (?:now )?on the (?:phone|line)"
    rf"|(?:{AGENCY}|they) (?:are|is) ringing"
)


def first_message(desk: DialogContext, text: str) -> Result:
    """A message while no matter is open: outside the guidance, a start, a question which was meant, or not understood.

    What fits nothing is never guessed at: the welcome comes with a word and its buttons.
    """
    topic = topic_of(text)
    if topic:
        return _instead(desk, Outside(topic.name))
    if says(text, ON_THE_PHONE) or is_whole(text.strip(" .!"), r"on the (?:phone|line)(?: now)?"):
        return replace(handle_action(desk, Press("start", about="phone")), left_behind=MovedOn())
    matter = started(desk, text)
    if matter:
        return _goes_on(desk, matter, *said_back(text))
    flows = match_flows(text)
    if len(flows) > 1:
        return _instead(desk, WhichOne(flows))
    shown = Shown(screen_of(desk.current, desk, numbered=True), (Aside("notice", "not_understood"),))
    return Result(shown, desk.current, left_behind=MovedOn())


def bare_command(desk: DialogContext, matter: Matter, text: str) -> Result | None:
    """A flow's name, or a topic's, typed while a matter is open; None when the text is for the matter itself.

    What the matter can take as its own stays its own; a name that opens with "new" is a command all the same.
    """
    flow, topic = flow_named(text), topic_named(text)
    if not (flow in FLOWS or topic) or (after_opening(text, "new") is None and taken_here(desk, matter, text)):
        return None
    if flow and flow in FLOWS:
        return _goes_on(desk, new_matter(desk, FLOWS[flow]), Aside("notice", "kept"))
    return _instead(desk, Outside(topic.name, open_matter=True)) if topic else None


def taken_here(desk: DialogContext, matter: Matter, text: str) -> bool:
    """Whether the text answers what is being asked, or is one of the words for going on from the answer."""
    standing = matter.standing()
    if matter.phase in ASKED and standing.step:
        return bool(type_in(matter, standing, text, desk.now).understood)
    verb = match_command(text, commands_after_answer(matter.flow))
    return bool(verb and offers(matter, verb))


def _instead(desk: DialogContext, screen: Screen) -> Result:
    return Result(Shown(screen), desk.current, left_behind=MovedOn())


def _goes_on(desk: DialogContext, matter: Matter, *asides: Aside) -> Result:
    shown = Shown(screen_of(matter, desk), asides)
    return Result(shown, matter, saved=(matter,), left_behind=MovedOn(), dropped=left_untouched(desk, matter))
