"""The home of practice: what can be practised, and what was left half-way."""

from datetime import datetime

from cards.elements import Card, ChoiceInput, InputChoice, Part, rich
from cards.layout import button, small_heading
from cards.people import Council
from cards.times import format_day
from cards.words import render_runs, render_text
from practice.cards.parts import line, practice_card, row_of
from practice.scenario import LEVELS
from practice.screens import PracticeHome


def home_card(screen: PracticeHome, council: Council, now: datetime) -> Card:
    body: list[Part] = [rich(render_runs("practice.home.says"))]
    body += _set_for_group(screen) + _cases(screen)
    body += _to_begin(screen) if screen.topics else [rich(render_runs("practice.home.none"))]
    body += _half_way(screen) if screen.half_way else []
    body += [line(render_text("practice.home.retired", count=screen.retired))] if screen.retired else []
    ways = [button("practise_progress"), *([button("practise_cohort")] if screen.educator else [])]
    to_start = button("home", title=render_text("buttons.to_start"))
    return practice_card(render_text("practice.home.title"), body, *ways, to_start)


def _to_begin(screen: PracticeHome) -> list[Part]:
    topics = tuple(InputChoice(title=render_text(f"flows.{topic}"), value=topic) for topic in screen.topics)
    asked = tuple(
        ChoiceInput(
            id=name,
            label=render_text(f"practice.home.{name}"),
            choices=choices,
            style="compact",
            placeholder=render_text(f"practice.home.any_{name}"),
        )
        for name, choices in (("level", level_choices()), ("topic", topics))
    )
    pick = button("practise_pick", style=None if screen.set_by_educator else "positive")
    due = [rich(render_runs("practice.home.due", due=screen.due))] if screen.due else []
    return [*asked, row_of(pick, button("practise_surprise"), button("practise_missed")), *due]


def level_choices() -> tuple[InputChoice, ...]:
    return tuple(InputChoice(title=render_text(f"practice.levels.{one}"), value=one) for one in LEVELS)


def _set_for_group(screen: PracticeHome) -> list[Part]:
    if not screen.set_by_educator:
        return []
    said = rich(render_runs("practice.home.set", what=screen.set_by_educator))
    return [said, row_of(button("practise_task", style="positive"))]


def _cases(screen: PracticeHome) -> list[Part]:
    """Draw the cases that go on: a button for what is here, a line for what comes later."""
    parts: list[Part] = [small_heading(render_text("practice.home.cases"))] if screen.cases else []
    for name, topic, comes in screen.cases:
        if comes:
            parts.append(line(render_text("practice.home.case_later", topic=topic, when=format_day(comes))))
        else:
            title = render_text("buttons.practise_day", story=topic)
            parts.append(row_of(button("practise_day", title=title, about=name)))
    return parts


def _half_way(screen: PracticeHome) -> list[Part]:
    parts: list[Part] = [small_heading(render_text("practice.home.half_way"))]
    for matter in screen.half_way:
        title = render_text("buttons.practise_resume", story=(screen.titles or {}).get(matter.id, ""))
        resume = button("practise_resume", title=title, about=matter.id)
        parts += [row_of(resume), row_of(button("practise_drop", about=matter.id))]
    return parts
