"""Topics that the guidance does not cover, with what to do meanwhile and whom to ask."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from cards.elements import Buttons, Card, Part, rich
from cards.layout import button, danger_button, no_help_button, small_heading, titled_card
from cards.next_steps import contacts_of
from cards.people import Council, duty_number
from cards.welcome import home_button, start_buttons
from cards.words import render_runs, render_text
from dialogs.screens import Outside, SomethingElse
from dialogs.understanding.intents.outside_topics import TOPICS_BY_NAME

GROUPS = (
    ("people", ("one_parent", "relative", "adult_risk", "parental_responsibility", "childs_consent")),
    ("asked", ("subject_access", "research", "public_figures")),
    ("rules", ("breach", "out_of_hours", "retention", "timescales", "newer_law")),
)
"""The topics as they are listed, six at most in a group."""


def draw_topic(screen: Outside, council: Council, now: datetime) -> Card:
    """Draw one topic: what is not covered, what to do meanwhile, whom to ask, and what may have been meant."""
    topic = TOPICS_BY_NAME[screen.topic]
    said = [render_runs(f"outside.{topic.name}.covers"), render_runs(f"outside.{topic.name}.meanwhile")]
    said.append(render_runs("outside.urgent"))
    said.append(render_runs("outside.ask", whom=who_can_answer(topic.ask, council)))
    said.append(render_runs("outside.ready", ready=render_text(f"outside.{topic.name}.ready")))
    body: list[Part] = [rich(runs) for runs in said]
    body.append(small_heading(render_text("outside.if_meant")))
    body.append(Buttons(actions=(*start_buttons(topic.instead), button("outside")), spacing="Small"))
    home = home_button(open_matter=screen.open_matter)
    actions = (home, button("help"), no_help_button(topic.name), danger_button(None))
    return titled_card(render_text(f"outside.{topic.name}.title"), body, actions)


def who_can_answer(roles: Iterable[str], council: Council) -> str:
    """Return the roles that can answer, with how to reach them if the council has set it."""
    values: dict[str, Any] = {
        **contacts_of(council),
        "number": duty_number(council),
        "working": council.working_now,
        "council": council.name or render_text("welcome.our_council"),
    }
    return render_text("outside.or").join(render_text(f"outside.whom.{whom}", **values) for whom in roles)


def draw_topics(screen: SomethingElse, council: Council, now: datetime) -> Card:
    """Draw all topics as buttons."""
    body: list[Part] = [rich(render_runs("outside.list_says"))]
    for group, topics in GROUPS:
        body.append(small_heading(render_text(f"outside.groups.{group}")))
        buttons = tuple(button("outside", title=render_text(f"outside.{topic}.title"), about=topic) for topic in topics)
        body.append(Buttons(actions=buttons, spacing="Small"))
    actions = (home_button(open_matter=screen.open_matter), button("help"), danger_button(None))
    return titled_card(render_text("outside.list_title"), body, actions)
