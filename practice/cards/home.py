"""The home of practice: what can be practised, and what was left half-way."""

from datetime import datetime

from cards.actions import button
from cards.elements import Card, ChoiceInput, InputChoice, Part, rich
from cards.layout import small_heading
from cards.people import Council
from cards.words import render_runs, render_text
from practice.cards.parts import practice_card, row_of
from practice.screens import PracticeHome


def home_card(screen: PracticeHome, council: Council, now: datetime) -> Card:
    body: list[Part] = [rich(render_runs("practice.home.says"))]
    body += _to_begin(screen) if screen.topics else [rich(render_runs("practice.home.none"))]
    body += _half_way(screen) if screen.half_way else []
    ways = [button("practise_progress"), *([button("practise_cohort")] if screen.educator else [])]
    to_start = button("home", title=render_text("buttons.to_start"))
    return practice_card(render_text("practice.home.title"), body, *ways, to_start)


def _to_begin(screen: PracticeHome) -> list[Part]:
    asked = ChoiceInput(
        id="topic",
        label=render_text("practice.home.topic"),
        choices=tuple(InputChoice(title=render_text(f"flows.{topic}"), value=topic) for topic in screen.topics),
        style="compact",
        placeholder=render_text("asking.choose"),
    )
    pick = button("practise_pick", style="positive")
    due = [rich(render_runs("practice.home.due", due=screen.due))] if screen.due else []
    return [asked, row_of(pick, button("practise_surprise"), button("practise_missed")), *due]


def _half_way(screen: PracticeHome) -> list[Part]:
    parts: list[Part] = [small_heading(render_text("practice.home.half_way"))]
    for matter in screen.half_way:
        title = render_text("buttons.practise_resume", story=(screen.titles or {}).get(matter.id, ""))
        resume = button("practise_resume", title=title, about=matter.id)
        parts.append(row_of(resume, button("practise_drop", about=matter.id)))
    return parts
