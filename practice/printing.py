"""A finished play as text or JSON. The text is that of the chat's own cards, without their buttons."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from cards.people import Council
from dialogs.engine.answers import Json
from dialogs.screens import Further, Shown
from practice.final_questions import decisive_refs
from practice.play import has_note, has_words
from practice.registry import PRACTICE_FLOWS
from practice.rendering import draw
from practice.result import judge_play
from practice.scenario import Scenario
from practice.screens import ComparisonScreen, ResultScreen, StoryScreen
from practice.simulation import new_play, walk_values

ANY_TIME = datetime(2026, 1, 5, 10)  # noqa: DTZ001  local wall time, as cards take it
"""No card of practice shows the time."""


def render_text(scenario: Scenario, values: Mapping[str, Json]) -> str:
    """Return the story and the result; where nothing was left open, also the model's words and note beside theirs."""
    matter = new_play(scenario.id, PRACTICE_FLOWS[scenario.flow], values)
    screens: list[Further] = [StoryScreen(matter, scenario), ResultScreen(matter, scenario)]
    if not walk_values(scenario, values).missing:
        screens += [ComparisonScreen(matter, scenario, "words")] if has_words(matter, scenario) else []
        screens += [ComparisonScreen(matter, scenario, "note")] if has_note(matter) else []
    return "\n\n".join("\n".join(_card_lines(draw(Shown(screen), Council(), ANY_TIME)["body"])) for screen in screens)


def _card_lines(parts: list[dict[str, Any]]) -> Iterator[str]:
    """Yield what a reader sees of a card, folded parts included."""
    for part in parts:
        kind = part["type"]
        if kind == "RichTextBlock":
            yield "".join(run["text"] for run in part["inlines"])
        elif kind == "TextBlock":
            yield part["text"]
        elif kind == "Input.Text":
            yield part["value"]
        for inside in (part.get("items", []), part.get("columns", [])):
            yield from _card_lines(inside)


def render_json(scenario: Scenario, values: Mapping[str, Json]) -> str:
    """Return the verdicts and points, for a program."""
    found = judge_play(scenario, values)
    said = {
        "id": scenario.id,
        "points": found.points,
        "most": found.most,
        "conclusion": found.right.conclusion,
        "rests_on": list(decisive_refs(found.right)),
        "would_do": {"said": found.would_do, "verdict": found.decision_verdict},
        "which_paragraph": {"said": found.rests_on, "verdict": found.ref_verdict},
        "choices": [
            {
                "question": one.choice.key,
                "said": one.value,
                "supported": one.supported,
                "verdict": one.verdict,
                "refs": list(one.refs),
                "trap": one.trap is not None,
            }
            for one in found.judged
        ],
    }
    return json.dumps(said, ensure_ascii=False, indent=2)
