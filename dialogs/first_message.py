"""Handle a message while no matter is open, or one that starts another."""

import re

from msgspec.structs import replace

from dialogs.card_actions import handle_action
from dialogs.context import DialogContext, Press, Result, Unplaced
from dialogs.creation import left_untouched, new_matter
from dialogs.current_screen import screen_of
from dialogs.engine.answers import Values
from dialogs.engine.filling import type_in
from dialogs.engine.flow import Flow
from dialogs.engine.matter import ASKED, Matter, offers
from dialogs.flows.registry import FLOWS
from dialogs.phone_call import ASKING, PHONE
from dialogs.screens import Above, Aside, MovedOn, Outside, Screen, Shown, WhichOne
from dialogs.text.clauses import says
from dialogs.text.identifiers.finder import has_given_name
from dialogs.understanding.asked.asking import ask
from dialogs.understanding.commands import commands_after_answer, match_command
from dialogs.understanding.facts_said import asked_all_the_same, facts_said
from dialogs.understanding.intents.outside_topics import topic_of
from dialogs.understanding.new_needs import flows_meant, is_on_the_phone
from dialogs.understanding.recipient_said import other_recipient_said

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
        rung = handle_action(context, Press("start", about=PHONE))
        return replace(rung, left_behind=MovedOn(), unplaced=Unplaced(text, PHONE))
    matter = started(context, text)
    if matter:
        return goes_on(context, matter, *asides, *said_back(text))
    flows = flows_meant(text, ask(text))
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


def started(context: DialogContext, text: str) -> Matter | None:
    """A fresh matter of the one flow that the text asks for, with what it says; None when it asks for none, or two."""
    flows = flows_meant(text, ask(text))
    if len(flows) != 1:
        return None
    on_phone = flows[0] == ASKING and says(text, ASKING_NOW)
    return begun(context, FLOWS[flows[0]], said_at_first(flows[0], text), on_phone=on_phone)


ASKING_NOW = r"(?:they|s?he|someone|somebody|a caller|the caller)(?:'re|'s| are| is) asking"
"""As is said of someone who is waiting for an answer."""


def begun(context: DialogContext, flow: Flow, said: Values, *, on_phone: bool = False) -> Matter:
    """Return a new matter with these answers, each of which the worker sees before it counts.

    Those of the first card are filled in if it still has an open question; all others are drafts in their inputs.
    """
    matter = new_matter(context, flow, on_phone=on_phone)
    first = {ask.question.name for ask in flow.steps[0].asks}
    here = {name: value for name, value in said.items() if name in first}
    held = matter.hold(here) if here else matter
    seen = held.position.step is flow.steps[0]
    later = {name: value for name, value in said.items() if name not in first or not seen}
    return (held if seen else matter).keep_drafts(later)


def said_at_first(flow: str, text: str) -> Values:
    """What a first message says of the questions that the flow asks; the rest is asked."""
    asked = {question.name: question for question in FLOWS[flow].questions()}
    said = facts_said(text).slots()
    who = other_recipient_said(text)
    own_words = {"lines": topic_said(text), "recipient_named": "" if has_given_name(who) else who}
    return {
        **{name: words for name, words in own_words.items() if words and name in asked},
        **{name: value for name, value in said.items() if name in asked and asked[name].settled(value, {})},
    }


TOPIC = re.compile(r"\babout (?:the |a |an |his |her |their )?(?P<topic>[a-z][a-z -]{3,50})(?=[.?!,;]|$)")
NO_TOPIC = re.compile(
    r"(?:it|this|that|him|her|them|something|(?:\w+ ){0,3}(?:child|baby|babies|boy|girl|kids?|teen\w*|lad|case|caseload"
    r"|famil(?:y|ies)|parents?|mum|mother|dad|father|siblings?|brother|sister)\b).*"
)


def topic_said(text: str) -> str:
    """Return what a first message says it is about, such as asthma: the first line, for the worker to check.

    Empty where it is about a person, or where it may say who somebody is.
    """
    found = TOPIC.search(text.strip())
    topic = found["topic"].strip() if found else ""
    return "" if NO_TOPIC.fullmatch(topic) or has_given_name(topic) else topic


def said_back(text: str) -> tuple[Aside, ...]:
    """What of a first message answers no question by itself, or is asked all the same, as it is said back."""
    said = facts_said(text)
    found = (
        (said.refused, Aside("notice", "said_refused")),
        (said.police_asked_not_to, Aside("notice", "said_police_asked")),
        (said.court_order, Aside("notice", "said_court_order")),
        (bool(asked_all_the_same(text)), Aside("notice", "said_asked")),
    )
    return tuple(aside for heard, aside in found if heard)
