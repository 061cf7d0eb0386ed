"""What can be practised."""

from datetime import datetime

from cards import words
from cards.actions import button, danger
from cards.elements import Buttons, Card, ChoiceInput, Option, Part, rich
from cards.people import Council
from cards.titled import small_heading, titled
from practice.screens import PracticeHome


def home_card(screen: PracticeHome, council: Council, now: datetime) -> Card:
    """By topic, at random or what was missed; what was left half-way; how it goes."""
    body: list[Part] = [rich(words.say("practice.home.says"))]
    if screen.topics:
        body += _to_begin(screen)
    else:
        body.append(rich(words.say("practice.home.none")))
    if screen.half_way:
        body += _half_way(screen)
    ways = [button("practise_progress"), *([button("practise_cohort")] if screen.educator else [])]
    return titled(
        words.label("practice.home.title"),
        body,
        (*ways, button("home", title=words.label("buttons.to_start")), danger(None, practice=True)),
    )


def _to_begin(screen: PracticeHome) -> list[Part]:
    choices = tuple(Option(title=words.label(f"flows.{topic}"), value=topic) for topic in screen.topics)
    label = words.label("practice.home.topic")
    asked = ChoiceInput(
        id="topic", label=label, choices=choices, style="compact", placeholder=words.label("asking.choose")
    )
    ways = (button("practise_pick", style="positive"), button("practise_surprise"), button("practise_missed"))
    due = [rich(words.say("practice.home.due", due=screen.due))] if screen.due else []
    return [asked, Buttons(actions=ways, spacing="Small"), *due]


def _half_way(screen: PracticeHome) -> list[Part]:
    parts: list[Part] = [small_heading(words.label("practice.home.half_way"))]
    titles = screen.titles or {}
    for matter in screen.half_way:
        title = words.label("buttons.practise_resume", story=titles.get(matter.id, ""))
        ways = (button("practise_resume", title=title, about=matter.id), button("practise_drop", about=matter.id))
        parts.append(Buttons(actions=ways, spacing="Small"))
    return parts
