"""A fresh matter of the flow that a first message asks for."""

import re

from dialogs.context import DialogContext
from dialogs.creation import new_matter
from dialogs.engine.answers import Values
from dialogs.engine.flow import Flow
from dialogs.engine.matter import Matter
from dialogs.flows.registry import FLOWS
from dialogs.phone_call import ASKING
from dialogs.screens import Aside
from dialogs.text.clauses import says
from dialogs.text.identifiers.finder import has_given_name
from dialogs.understanding.facts_said import asked_all_the_same, facts_said
from dialogs.understanding.intents.matching import match_flows


def started(context: DialogContext, text: str) -> Matter | None:
    """A fresh matter of the one flow that the text asks for, with what it says; None when it asks for none, or two."""
    flows = match_flows(text)
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
    topic = {"lines": said_about} if "lines" in asked and (said_about := topic_said(text)) else {}
    return {
        **topic,
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
