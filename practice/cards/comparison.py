"""The model's words and note beside their own; their own words looked through; a rehearsal."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from cards.elements import Box, Card, Part, RichText, Run, TextBlock, TextInput, rich
from cards.layout import button, small_heading
from cards.people import Council
from cards.presenters import PRESENTERS
from cards.words import render_runs, render_text
from dialogs.engine.matter import Matter
from practice.cards.parts import line, practice_card
from practice.own_words import Found
from practice.play import OWN_WORDS, offers_words
from practice.scenario import Scenario
from practice.screens import ComparisonScreen, OwnWordingScreen, RehearsalScreen
from practice.simulation import model_walk, walk_values


def comparison_card(screen: ComparisonScreen, council: Council, now: datetime) -> Card:
    right, theirs = model_walk(screen.scenario).matter, walk_values(screen.scenario, screen.matter.values).matter
    own = ""
    if screen.what == "words":
        own = str(screen.matter.values.get(OWN_WORDS) or "")
        model = model_words(screen.scenario, council)
        yours = own or (_words(theirs, council) if offers_words(theirs) else render_text("practice.beside.none"))
    else:
        model, yours = _note(right, council), _note(theirs, council)
    heading = "practice.beside.yours_own" if not own else "practice.beside.yours"
    body = [*_side("model", "practice.beside.model", model), *_side("yours", heading, yours)]
    return practice_card(
        render_text(f"practice.beside.{screen.what}_title"), body, button("practise_result", screen.matter)
    )


def _side(name: str, key: str, text: str) -> list[Part]:
    heading, drafted = render_text(key), f"{render_text('practice.draft')}\n\n{text}"
    return [small_heading(heading), TextInput(id=name, label=heading, is_multiline=True, value=drafted)]


def _note(matter: Matter, council: Council) -> str:
    return PRESENTERS[matter.flow.name].note(matter, matter.decision(), council)


def model_words(scenario: Scenario, council: Council) -> str:
    """Return the words to the parents that are shown as a model: the story's own, or those that real work drafts."""
    return scenario.model_words or _words(model_walk(scenario).matter, council)


def _words(matter: Matter, council: Council) -> str:
    """Return the words that real work drafts for the parents."""
    page = PRESENTERS[matter.flow.name].pages["parents"]
    return "\n\n".join(_texts(page(matter, matter.decision(), council).body))


def _texts(parts: Iterable[Part]) -> Iterator[str]:
    """Yield what a page gives to say or to send: the texts in its boxes. What is beside them is about the words."""
    for part in parts:
        if isinstance(part, TextInput) and part.value:
            yield part.value
        elif isinstance(part, Box):
            rich_texts = (inside for inside in part.items if isinstance(inside, RichText))
            yield from ("".join(run.text for run in inside.inlines) for inside in rich_texts)
            yield from _texts(part.items)


def own_words_card(screen: OwnWordingScreen, council: Council, now: datetime) -> Card:
    """Draw a box for their words; once they are written, the things that could not be found in them."""
    box = TextInput(
        id="own_words",
        label=render_text("practice.own.box"),
        is_multiline=True,
        value=screen.text or None,
        max_length=1500,
    )
    body: list[Part] = [rich(render_runs("practice.own.says")), box]
    if screen.text:
        found = "missing" if screen.missing else "all_there"
        body.append(TextBlock(text=render_text(f"practice.own.{found}"), weight="Bolder"))
    things = [render_runs(f"practice.own.things.{name}") for name in screen.missing]
    body += [rich([Run(text="• "), *runs], spacing="Small") for runs in things]
    body += _findings(screen.found)
    ways = (button("practise_checked", screen.matter, style="positive"), button("practise_result", screen.matter))
    return practice_card(render_text("practice.own.title"), body, *ways)


def _findings(found: Iterable[Found]) -> list[Part]:
    """Draw each sentence that should be looked at again, with why; those that are only doubtful below one question."""
    sure = [one for one in found if one.kind != "doubtful"]
    doubtful = [line(f"• {one.sentence}") for one in found if one.kind == "doubtful"]
    parts: list[Part] = [
        rich(render_runs(f"practice.own.found.{one.kind}", sentence=one.sentence), spacing="Small") for one in sure
    ]
    return [*parts, rich(render_runs("practice.own.found.doubtful"), spacing="Small"), *doubtful] if doubtful else parts


def rehearsal_card(screen: RehearsalScreen, council: Council, now: datetime) -> Card:
    """Draw the parent's line and a box; once a reply is written, what a good one does and a model of it."""
    asked = screen.scenario.rehearsal
    if asked is None:
        raise ValueError("nothing is rehearsed in this scenario")
    label = render_text("practice.rehearsal.box")
    body: list[Part] = [
        rich([Run(text=f"\u201c{asked.parent_says}\u201d", italic=True)]),
        TextInput(id="reply", label=label, is_multiline=True, value=screen.text or None, max_length=1500),
    ]
    if screen.text:
        verdict = "not_yet" if screen.found else "read"
        body.append(TextBlock(text=render_text(f"practice.rehearsal.{verdict}"), weight="Bolder"))
        body += _findings(screen.found)
        body += [small_heading(render_text("practice.rehearsal.does")), *(line(f"• {one}") for one in asked.does)]
        body += [small_heading(render_text("practice.rehearsal.model")), rich([Run(text=asked.model_reply)])]
    ways = (button("practise_replied", screen.matter, style="positive"), button("practise_result", screen.matter))
    return practice_card(render_text("practice.rehearsal.title"), body, *ways)
