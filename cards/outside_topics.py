"""What the guidance does not cover: said kindly, with what to do meanwhile and whom to ask."""

from datetime import datetime
from typing import Any

from cards import words
from cards.actions import button, danger
from cards.elements import Buttons, Card, OwnWords, Part, rich
from cards.next_steps import whom_to_ask
from cards.people import Council, number_now
from cards.titled import small_heading, titled
from cards.welcome import on, starts
from dialogs.screens import Outside, SomethingElse
from dialogs.understanding.intents.outside_topics import BY_NAME, Topic

GROUPS = (
    ("people", ("one_parent", "relative", "adult_risk", "parental_responsibility", "childs_consent")),
    ("asked", ("subject_access", "research", "public_figures")),
    ("rules", ("breach", "out_of_hours", "retention", "timescales", "newer_law")),
)
"""The topics as they are listed; six at most stand together."""


def outside(screen: Outside, council: Council, now: datetime) -> Card:
    """One topic: what is not covered, what to do meanwhile, whom to ask, and what may have been meant."""
    topic = BY_NAME[screen.topic]
    said = [words.say(f"outside.{topic.name}.covers"), words.say(f"outside.{topic.name}.meanwhile")]
    said.append(words.say("outside.urgent"))
    said.append(words.say("outside.ask", whom=_whom(topic, council)))
    said.append(words.say("outside.ready", ready=words.label(f"outside.{topic.name}.ready")))
    body: list[Part] = [rich(runs) for runs in said]
    body.append(small_heading(words.label("outside.if_meant")))
    body.append(Buttons(actions=(*starts(topic.instead), button("outside")), spacing="Small"))
    actions = (on(open_matter=screen.open_matter), button("help"), danger(None))
    return titled(words.label(f"outside.{topic.name}.title"), body, actions)


def _whom(topic: Topic, council: Council) -> str:
    """Those who can answer, by their role, with how to reach them where the council has set it."""
    values: dict[str, Any] = {
        **whom_to_ask(council),
        "number": number_now(council),
        "working": council.working_now,
        "council": council.name or words.label("welcome.our_council"),
    }
    return words.label("outside.or").join(words.label(f"outside.whom.{whom}", **values) for whom in topic.ask)


def something_else(screen: SomethingElse, council: Council, now: datetime) -> Card:
    """All topics as buttons."""
    body: list[Part] = [rich(words.say("outside.list_says"))]
    for group, topics in GROUPS:
        body.append(small_heading(words.label(f"outside.groups.{group}")))
        buttons = tuple(button("outside", title=_title(topic), about=topic) for topic in topics)
        body.append(Buttons(actions=buttons, spacing="Small"))
    actions = (on(open_matter=screen.open_matter), button("help"), danger(None))
    return titled(words.label("outside.list_title"), body, actions)


def _title(topic: str) -> OwnWords:
    return words.label(f"outside.{topic}.title")
