"""A play that is shown to the practice educators: before it is, and as they see it."""

from collections.abc import Iterable
from datetime import datetime

from cards import words
from cards.actions import button, danger
from cards.elements import Buttons, Card, OwnWords, Part, Run, TextBlock, TextInput, rich
from cards.people import Council, day
from cards.titled import small_heading, titled
from practice.cards.result import result_parts
from practice.cards.story import story_parts, topic_line
from practice.play import result_of
from practice.progress import SharedPlay
from practice.screens import Cohort, EducatorScreen, ShareScreen


def share_card(screen: ShareScreen, council: Council, now: datetime) -> Card:
    """What they will see, and a box for a question; of one that is shown, since when."""
    matter = screen.matter
    body: list[Part] = [rich(words.say("practice.show.says"))]
    if screen.since:
        body.append(TextBlock(text=words.label("practice.show.since", day=day(screen.since)), weight="Bolder"))
        body.append(Buttons(actions=(button("practise_unshow", about=matter.id),), spacing="Small"))
    body.append(TextInput(id="asks", label=words.label("practice.show.box"), is_multiline=True, max_length=600))
    ways = (
        button("practise_show_yes", matter, style="positive"),
        button("practise_result", matter),
        danger(None, practice=True),
    )
    return titled(words.label("practice.show.title"), body, ways)


def educator_card(screen: EducatorScreen, council: Council, now: datetime) -> Card:
    """The play as its trainee saw it, with what they ask."""
    play = screen.play
    body: list[Part] = [topic_line(screen.scenario), *story_parts(screen.scenario, later=True)]
    if play.asks:
        asked = words.say("practice.show.asks", by=_by(play))
        body.append(rich([*asked, Run(text=f" {play.asks}")]))
    body += result_parts(result_of(screen.matter, screen.scenario), council)
    ways = (button("practise_cohort"), button("practise"), danger(None, practice=True))
    return titled(words.label("practice.show.of", by=_by(play), day=day(play.on)), body, ways)


def _by(play: SharedPlay) -> str:
    """Their name; one that is nothing but signs says no one's."""
    return play.by or words.label("practice.show.someone")


def shared_with_educator(screen: Cohort) -> list[Part]:
    """For an educator: who shows them what, each with its button; a page of them."""
    parts: list[Part] = []
    for play, topic in screen.shown:
        said = words.label("practice.show.item", by=_by(play), topic=topic, day=day(play.on))
        parts.append(rich([Run(text=said)], spacing="Small"))
        parts.append(Buttons(actions=(button("practise_look", about=play.id),), spacing="Small"))
    if screen.older:
        older = button("practise_cohort", title=words.label("practice.show.older"), about=str(screen.older))
        parts.append(Buttons(actions=(older,), spacing="Small"))
    return [small_heading(words.label("practice.show.to_educator")), *parts] if parts else []


def own_shared_plays(shown: Iterable[SharedPlay], topics: dict[str, str]) -> list[Part]:
    """For the trainee: what they show, each with a button that ends it."""
    parts: list[Part] = []
    for play in shown:
        said = words.label("practice.show.yours_item", topic=OwnWords(topics.get(play.story, "")), day=day(play.on))
        parts.append(rich([Run(text=said)], spacing="Small"))
        parts.append(Buttons(actions=(button("practise_unshow", about=play.id),), spacing="Small"))
    return [small_heading(words.label("practice.show.yours")), *parts] if parts else []
