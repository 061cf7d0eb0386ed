"""The model's words and note beside their own; their own words looked through; a rehearsal."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from cards import words
from cards.actions import button, danger
from cards.elements import Action, Box, Card, OwnWords, Part, RichText, Run, TextBlock, TextInput, rich
from cards.people import Council
from cards.presenters import PRESENTERS
from cards.titled import small_heading, titled
from dialogs.engine.matter import Matter
from practice.play import OWN_WORDS
from practice.scenario import Scenario
from practice.screens import ComparisonScreen, OwnWordingScreen, RehearsalScreen
from practice.simulation import model_walk, walk_values


def comparison_card(screen: ComparisonScreen, council: Council, now: datetime) -> Card:
    """The model above, theirs below, each marked."""
    right, theirs = model_walk(screen.scenario).matter, walk_values(screen.scenario, screen.matter.values).matter
    text = _words if screen.what == "words" else _note
    own = str(screen.matter.values.get(OWN_WORDS) or "") if screen.what == "words" else ""
    heading = words.label("practice.beside.yours_own" if not own else "practice.beside.yours")
    body: list[Part] = [small_heading(words.label("practice.beside.model"))]
    body += _box("model", words.label("practice.beside.model"), text(right, screen.scenario, council, model_words=True))
    body += [small_heading(heading)]
    body += _box("yours", heading, own or text(theirs, screen.scenario, council, model_words=False))
    return titled(words.label(f"practice.beside.{screen.what}_title"), body, _ways(screen.matter))


def _box(name: str, label: OwnWords, text: str) -> list[Part]:
    return [TextInput(id=name, label=label, is_multiline=True, value=f"{words.label('practice.draft')}\n\n{text}")]


def _note(matter: Matter, scenario: Scenario, council: Council, *, model_words: bool) -> str:
    return PRESENTERS[matter.flow.name].note(matter, matter.decision(), council)


def _words(matter: Matter, scenario: Scenario, council: Council, *, model_words: bool) -> str:
    """The words that real work drafts for the parents; the scenario's own where it has them."""
    page = PRESENTERS[matter.flow.name].pages.get("parents")
    if (model_words and scenario.model_words) or page is None:
        return scenario.model_words
    parts = page(matter, matter.decision(), council).body
    return "\n\n".join(_texts(parts))


def _texts(parts: Iterable[Part]) -> Iterator[str]:
    """What a page gives to say or to send: the texts in its boxes. What stands beside them is about the words."""
    for part in parts:
        if isinstance(part, TextInput) and part.value:
            yield part.value
        elif isinstance(part, Box):
            yield from _in_box(part)


def _in_box(box: Box) -> Iterator[str]:
    for part in box.items:
        if isinstance(part, RichText):
            yield "".join(run.text for run in part.inlines)
    yield from _texts(box.items)


def _ways(matter: Matter, *more: Action) -> tuple[Action, ...]:
    return (*more, button("practise_result", matter), danger(None, practice=True))


def own_words_card(screen: OwnWordingScreen, council: Council, now: datetime) -> Card:
    """A box for their words; once they are written, which of the seven things could not be found."""
    body: list[Part] = [rich(words.say("practice.own.says"))]
    box = TextInput(
        id="own_words",
        label=words.label("practice.own.box"),
        is_multiline=True,
        value=screen.text or None,
        max_length=1500,
    )
    body.append(box)
    if screen.text:
        body += _lacking(screen.missing)
    ways = _ways(screen.matter, button("practise_checked", screen.matter, style="positive"))
    return titled(words.label("practice.own.title"), body, ways)


def _lacking(missing: tuple[str, ...]) -> list[Part]:
    if not missing:
        return [TextBlock(text=words.label("practice.own.all_there"), weight="Bolder")]
    heading = TextBlock(text=words.label("practice.own.missing"), weight="Bolder")
    said = [rich([Run(text="• "), *words.say(f"practice.own.things.{name}")], spacing="Small") for name in missing]
    return [heading, *said]


def rehearsal_card(screen: RehearsalScreen, council: Council, now: datetime) -> Card:
    """The parent's line and a box; once a reply is written, what a good one does and how one goes."""
    asked = screen.scenario.rehearsal
    if asked is None:
        raise ValueError("nothing is rehearsed in this scenario")
    label = words.label("practice.rehearsal.box")
    body: list[Part] = [
        rich([Run(text=f"\u201c{asked.parent_says}\u201d", italic=True)]),
        TextInput(id="reply", label=label, is_multiline=True, value=screen.text or None, max_length=1500),
    ]
    if screen.text:
        body.append(small_heading(words.label("practice.rehearsal.does")))
        body += [rich([Run(text=f"• {one}")], spacing="Small") for one in asked.does]
        body += [small_heading(words.label("practice.rehearsal.model")), rich([Run(text=asked.model_reply)])]
    ways = _ways(screen.matter, button("practise_replied", screen.matter, style="positive"))
    return titled(words.label("practice.rehearsal.title"), body, ways)
