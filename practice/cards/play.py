"""A story, its cards of questions, and the two questions before the result."""

from datetime import datetime

from cards import question_card, words
from cards.actions import button, danger
from cards.answer_rows import rows_of
from cards.elements import Box, Card, ChoiceInput, Option, OwnWords, Part, Run, TextBlock, rich
from cards.people import Council
from cards.titled import titled
from practice.cards.feedback import of_choices
from practice.cards.story import new_facts, to_read_again, told, topic_line
from practice.final_questions import RESTS_ON, WOULD_DO, Offered, conclusion_words, offered
from practice.judging import Judged
from practice.play import AT_END, AT_ONCE, FEEDBACK
from practice.scenario import Scenario
from practice.screens import Practising, TheStory, WouldDo
from practice.simulation import NOT_IN_STORY, chosen, model


def story(screen: TheStory, council: Council, now: datetime) -> Card:
    """The story to read, and when feedback is wanted."""
    choices = tuple(Option(title=words.label(f"practice.feedback.{when}"), value=when) for when in (AT_ONCE, AT_END))
    asked = ChoiceInput(id=FEEDBACK, label=words.label("practice.when_feedback"), choices=choices, value=AT_END)
    body: list[Part] = [topic_line(screen.scenario), *told(screen.scenario), asked]
    ways = (button("practise_begin", screen.matter, style="positive"), button("practise"), danger(None, practice=True))
    return titled(words.label("practice.home.title"), body, ways)


def asking_card(screen: Practising, council: Council, now: datetime) -> Card:
    """The same card as in real work; above it what is said of the last one, and the story to read again."""
    card = question_card.draw(screen.asking, council, now)
    above = [
        *_of_last(screen.judged, screen.scenario),
        *(new_facts(screen.scenario) if screen.later else []),
        *to_read_again(screen.scenario, later=screen.later),
        *_given(screen),
    ]
    return card.model_copy(update={"body": (*above, *card.body)})


def _of_last(judged: tuple[Judged, ...], scenario: Scenario) -> list[Part]:
    matter = model(scenario).matter
    blocks = of_choices(judged, scenario, matter)
    return [Box(items=tuple(rich(runs, spacing="Small") for runs in block), style="accent") for block in blocks]


def _given(screen: Practising) -> list[Part]:
    """What the story answers on this card, so that nobody has to type it; no reason that a choice here is to give."""
    matter, card = screen.asking.matter, screen.asking.standing.step
    asked = card.asked(matter.values) if card else ()
    ours = tuple(one for one in asked if not chosen(one, screen.scenario) and not getattr(one, "optional", False))
    rows = [row for row in rows_of(matter, ours) if NOT_IN_STORY not in row.said]
    if not rows:
        return []
    heading = TextBlock(text=words.label("practice.given"), size="Small", is_subtle=True)
    said = [
        rich([Run(text=f"{row.label} ", is_subtle=True), Run(text="; ".join(row.said))], spacing="Small")
        for row in rows
    ]
    return [Box(items=(heading, *said))]


def would_do(screen: WouldDo, council: Council, now: datetime) -> Card:
    """What would you do, and which paragraph does it rest on?"""
    found = offered(screen.scenario, model(screen.scenario))
    body: list[Part] = [*_of_last(screen.judged, screen.scenario)]
    body += to_read_again(screen.scenario, later=bool(screen.scenario.later))
    if screen.missing:
        missing = words.label(f"practice.would.{'missing_typed' if screen.numbered else 'missing'}")
        body.append(TextBlock(text=missing, color="Attention", weight="Bolder"))
    body += _asked(screen, found)
    matter = screen.matter
    ways = (
        button("practise_decide", matter, style="positive"),
        button("back", matter),
        button("stop", matter),
        danger(None, practice=True),
    )
    return titled(words.label("practice.would.title"), body, ways)


def _asked(screen: WouldDo, found: Offered) -> list[Part]:
    right = model(screen.scenario).matter
    shown = [conclusion_words(right, name) for name in found.conclusions]
    if screen.numbered:
        shown = [f"({number}) {said}" for number, said in enumerate(shown, start=1)]
    do = tuple(Option(title=OwnWords(said), value=name) for name, said in zip(found.conclusions, shown, strict=True))
    refs = tuple(Option(title=OwnWords(ref), value=ref) for ref in found.refs)
    said = screen.matter.answers.draft
    return [
        ChoiceInput(id=WOULD_DO, label=words.label("practice.would.do"), choices=do, value=_text(said(WOULD_DO))),
        ChoiceInput(
            id=RESTS_ON,
            label=words.label("practice.would.ref"),
            choices=refs,
            style="compact",
            placeholder=words.label("asking.choose"),
            value=_text(said(RESTS_ON)),
        ),
    ]


def _text(said: object) -> str | None:
    return str(said) if said else None
