"""A play that is shared with the practice educators: before it is, and as they see it."""

from collections.abc import Iterable
from datetime import datetime

from cards.elements import Card, OwnWords, Part, Run, TextBlock, TextInput, rich
from cards.layout import button, small_heading, with_button
from cards.people import Council
from cards.times import format_day
from cards.words import render_runs, render_text
from practice.cards.parts import line, practice_card, row_of
from practice.cards.result import result_parts
from practice.cards.story import folded_story, topic_line
from practice.play import result_of
from practice.progress import SharedPlay
from practice.screens import Cohort, EducatorScreen, ShareScreen


def share_card(screen: ShareScreen, council: Council, now: datetime) -> Card:
    """Say what educators will see, with a box for a question; if it is shared already, since when."""
    matter = screen.matter
    body: list[Part] = [rich(render_runs("practice.show.says"))]
    if screen.since:
        body.append(TextBlock(text=render_text("practice.show.since", day=format_day(screen.since)), weight="Bolder"))
        body.append(row_of(button("practise_unshow", about=matter.id)))
    body.append(TextInput(id="asks", label=render_text("practice.show.box"), is_multiline=True, max_length=600))
    ways = (button("practise_show_yes", matter, style="positive"), button("practise_result", matter))
    return practice_card(render_text("practice.show.title"), body, *ways)


def educator_card(screen: EducatorScreen, council: Council, now: datetime) -> Card:
    """Draw the play as its trainee saw it, with what they ask."""
    play = screen.play
    body = [topic_line(screen.scenario), *folded_story(screen.scenario, later=True)]
    if play.asks:
        body.append(rich([*render_runs("practice.show.asks", by=_name(play)), Run(text=f" {play.asks}")]))
    body += result_parts(result_of(screen.matter, screen.scenario), council)
    title = render_text("practice.show.of", by=_name(play), day=format_day(play.on))
    return practice_card(title, body, button("practise_cohort"), button("practise"))


def _name(play: SharedPlay) -> str:
    """Return the trainee's name; "someone" if nothing of it can be shown."""
    return play.by or render_text("practice.show.someone")


def shared_with_educator(screen: Cohort) -> list[Part]:
    """Draw a page of what is shared with an educator, each with its button."""
    parts: list[Part] = []
    for play, topic in screen.shown:
        said = line(render_text("practice.show.item", by=_name(play), topic=topic, day=format_day(play.on)))
        parts.append(with_button([said], button("practise_look", about=play.id), spacing="Small"))
    if screen.older:
        title = render_text("practice.show.older")
        parts.append(row_of(button("practise_cohort", title=title, about=str(screen.older))))
    return [small_heading(render_text("practice.show.to_educator")), *parts] if parts else []


def own_shared_plays(shown: Iterable[SharedPlay], topics: dict[str, str]) -> list[Part]:
    """Draw what a trainee shares, each with a button that ends it. `topics`: by the id of the scenario."""
    parts: list[Part] = []
    for play in shown:
        topic = OwnWords(topics.get(play.story, "")) or render_text("practice.show.retired")
        said = line(render_text("practice.show.yours_item", topic=topic, day=format_day(play.on)))
        parts.append(with_button([said], button("practise_unshow", about=play.id), spacing="Small"))
    return [small_heading(render_text("practice.show.yours")), *parts] if parts else []
