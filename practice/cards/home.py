"""The home of practice: what can be practised, and what was left half-way."""

from datetime import datetime

from cards import words
from cards.actions import button
from cards.elements import Card, ChoiceInput, Option, Part, rich
from cards.people import Council
from cards.titled import small_heading
from practice.cards.parts import practice_card, row_of
from practice.screens import PracticeHome


def home_card(screen: PracticeHome, council: Council, now: datetime) -> Card:
    body: list[Part] = [rich(words.say("practice.home.says"))]
    body += _to_begin(screen) if screen.topics else [rich(words.say("practice.home.none"))]
    body += _half_way(screen) if screen.half_way else []
    ways = [button("practise_progress"), *([button("practise_cohort")] if screen.educator else [])]
    to_start = button("home", title=words.label("buttons.to_start"))
    return practice_card(words.label("practice.home.title"), body, *ways, to_start)


def _to_begin(screen: PracticeHome) -> list[Part]:
    asked = ChoiceInput(
        id="topic",
        label=words.label("practice.home.topic"),
        choices=tuple(Option(title=words.label(f"flows.{topic}"), value=topic) for topic in screen.topics),
        style="compact",
        placeholder=words.label("asking.choose"),
    )
    pick = button("practise_pick", style="positive")
    due = [rich(words.say("practice.home.due", due=screen.due))] if screen.due else []
    return [asked, row_of(pick, button("practise_surprise"), button("practise_missed")), *due]


def _half_way(screen: PracticeHome) -> list[Part]:
    parts: list[Part] = [small_heading(words.label("practice.home.half_way"))]
    for matter in screen.half_way:
        title = words.label("buttons.practise_resume", story=(screen.titles or {}).get(matter.id, ""))
        resume = button("practise_resume", title=title, about=matter.id)
        parts.append(row_of(resume, button("practise_drop", about=matter.id)))
    return parts
