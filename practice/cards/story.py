"""The story as it is read: what is known, a document or a voicemail, and what has come to light since."""

from cards.elements import Box, Part, Run, rich
from cards.layout import toggle_button
from cards.words import render_runs, render_text
from practice.cards.parts import row_of
from practice.scenario import Scenario
from practice.variants import NEAR_MISS_SUFFIX, CaseDay


def story_parts(scenario: Scenario, *, later: bool = False) -> list[Part]:
    """Draw all that there is to read so far; `later`: with the facts that come half-way."""
    parts: list[Part] = [*_so_far(scenario), rich([Run(text=scenario.story)])]
    for name, text in (("document", scenario.document), ("voicemail", scenario.voicemail)):
        if text:
            heading = render_runs(f"practice.{name}")
            parts.append(Box(items=(rich(heading), rich([Run(text=text, italic=True)])), style="emphasis"))
    if scenario.id.endswith(NEAR_MISS_SUFFIX) and scenario.near_miss:
        parts.append(_new_facts("different", scenario.near_miss.story))
    return [*parts, *(later_parts(scenario) if later else [])]


def _so_far(scenario: Scenario) -> list[Part]:
    """Draw what was read on the days before, folded, and which day it is."""
    if not isinstance(scenario, CaseDay):
        return []
    before = tuple(rich([Run(text=part)]) for part in scenario.so_far.split("\n\n"))
    return [
        rich(render_runs("practice.case.today", day=scenario.day, on=scenario.on)),
        row_of(toggle_button("so_far", "so_far")),
        Box(id="so_far", is_visible=False, style="emphasis", items=before),
    ]


def later_parts(scenario: Scenario) -> list[Part]:
    return [_new_facts("later", scenario.later.text)] if scenario.later else []


def _new_facts(key: str, text: str) -> Box:
    return Box(items=(rich((*render_runs(f"practice.{key}"), Run(text=f" {text}"))),), style="emphasis")


def folded_story(scenario: Scenario, *, later: bool) -> list[Part]:
    story = tuple(story_parts(scenario, later=later))
    return [
        row_of(toggle_button("read_again", "story")),
        Box(id="story", is_visible=False, style="emphasis", items=story),
    ]


def topic_line(scenario: Scenario) -> Part:
    """Draw the flow and how hard it is. What the story is called in lists could tell what it turns on."""
    level = render_text(f"practice.levels.{scenario.level}")
    said = render_text("practice.topic", topic=render_text(f"flows.{scenario.flow}"), level=level)
    return rich([Run(text=said, is_subtle=True, size="Small")])
