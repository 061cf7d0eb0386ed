"""The story as it is read: what is known, a document or a voicemail, and what has come to light since."""

from cards import words
from cards.actions import toggle
from cards.elements import Box, Buttons, OwnWords, Part, Run, TextBlock, rich
from practice.repository import NEAR_MISS_SUFFIX
from practice.scenario import Scenario


def story_parts(scenario: Scenario, *, later: bool = False) -> list[Part]:
    """All that there is to read so far."""
    parts: list[Part] = [rich([Run(text=scenario.story)])]
    for name, text in (("document", scenario.document), ("voicemail", scenario.voicemail)):
        if text:
            heading = words.say(f"practice.{name}")
            parts.append(Box(items=(rich(heading), rich([Run(text=text, italic=True)])), style="emphasis"))
    if scenario.id.endswith(NEAR_MISS_SUFFIX) and scenario.near_miss:
        said = (*words.say("practice.different"), Run(text=f" {scenario.near_miss.story}"))
        parts.append(Box(items=(rich(said),), style="emphasis"))
    return [*parts, *(later_parts(scenario) if later else [])]


def later_parts(scenario: Scenario) -> list[Part]:
    """What came to light half-way."""
    if scenario.later is None:
        return []
    said = (*words.say("practice.later"), Run(text=f" {scenario.later.text}"))
    return [Box(items=(rich(said),), style="emphasis")]


def folded_story(scenario: Scenario, *, later: bool) -> list[Part]:
    """The story, folded."""
    opens = Buttons(actions=(toggle("read_again", "story"),), spacing="Small")
    return [opens, Box(id="story", is_visible=False, style="emphasis", items=tuple(story_parts(scenario, later=later)))]


def topic_line(scenario: Scenario) -> Part:
    """The flow and how hard it is. What the story is called in lists could tell what it turns on."""
    level = words.label(f"practice.difficulties.{scenario.difficulty}")
    said = words.label("practice.topic", topic=words.label(f"flows.{scenario.flow}"), difficulty=level)
    return rich([Run(text=said, is_subtle=True, size="Small")])


def heading(text: OwnWords) -> TextBlock:
    """A heading inside a card."""
    return TextBlock(text=text, style="heading", weight="Bolder", spacing="Medium")
