"""A story, its cards of questions, and the two questions before the result."""

from collections.abc import Iterable
from datetime import datetime

from cards import question_card
from cards.answer_rows import rows_of
from cards.elements import Box, Card, ChoiceInput, InputChoice, OwnWords, Part, Run, TextBlock, rich
from cards.layout import button
from cards.people import Council
from cards.words import render_text
from practice.cards.feedback import choice_boxes
from practice.cards.parts import practice_card, small_print
from practice.cards.story import folded_story, later_parts, story_parts, topic_line
from practice.final_questions import RESTS_ON, WOULD_DO, conclusion_text, final_options
from practice.play import AT_END, AT_ONCE, FEEDBACK
from practice.screens import FinalQuestionsScreen, QuestionsScreen, StoryScreen
from practice.simulation import NOT_IN_STORY, is_chosen, model_walk


def story_card(screen: StoryScreen, council: Council, now: datetime) -> Card:
    """Draw the story to read, and ask when feedback is wanted."""
    choices = tuple(
        InputChoice(title=render_text(f"practice.feedback.{when}"), value=when) for when in (AT_ONCE, AT_END)
    )
    asked = ChoiceInput(id=FEEDBACK, label=render_text("practice.when_feedback"), choices=choices, value=AT_END)
    body = [topic_line(screen.scenario), *story_parts(screen.scenario), asked]
    begin = button("practise_begin", screen.matter, style="positive")
    return practice_card(render_text("practice.home.title"), body, begin, button("practise"))


def play_question_card(screen: QuestionsScreen, council: Council, now: datetime) -> Card:
    """Draw the card of real work; above it the feedback on the last one, and the story to read again."""
    card = question_card.draw_questions(screen.asking, council, now)
    above = [
        *choice_boxes(screen.judged, screen.scenario, style="accent", most=1),
        *(later_parts(screen.scenario) if screen.later else []),
        *folded_story(screen.scenario, later=screen.later),
        *_given(screen),
    ]
    return card.with_body((*above, *card.body))


def _given(screen: QuestionsScreen) -> list[Part]:
    """Draw what the story answers on this card, so that nobody types it; no reason that a choice here is to give."""
    matter, card = screen.asking.matter, screen.asking.position.step
    asked = card.asked(matter.values) if card else ()
    ours = tuple(one for one in asked if not is_chosen(one, screen.scenario) and not getattr(one, "optional", False))
    rows = [row for row in rows_of(matter, ours) if NOT_IN_STORY not in row.said]
    said = [(Run(text=f"{row.label} ", is_subtle=True), Run(text="; ".join(row.said))) for row in rows]
    given = tuple(rich(runs, spacing="Small") for runs in said)
    return [Box(items=(small_print("practice.given"), *given))] if given else []


def final_questions_card(screen: FinalQuestionsScreen, council: Council, now: datetime) -> Card:
    scenario, matter = screen.scenario, screen.matter
    body = [*choice_boxes(screen.judged, scenario, style="accent", most=1)]
    body += folded_story(scenario, later=bool(scenario.later))
    if screen.missing:
        missing = render_text(f"practice.would.{'missing_typed' if screen.numbered else 'missing'}")
        body.append(TextBlock(text=missing, color="Attention", weight="Bolder"))
    body += _final_questions(screen)
    ways = (button("practise_decide", matter, style="positive"), button("back", matter), button("stop", matter))
    return practice_card(render_text("practice.would.title"), body, *ways)


def _final_questions(screen: FinalQuestionsScreen) -> list[Part]:
    right = model_walk(screen.scenario)
    offered = final_options(screen.scenario)
    shown = [conclusion_text(right.matter, name) for name in offered.conclusions]
    if screen.numbered:
        shown = [f"({number}) {said}" for number, said in enumerate(shown, start=1)]
    drafts = screen.matter.answers.ever_given
    return [
        ChoiceInput(
            id=WOULD_DO,
            label=render_text("practice.would.do"),
            choices=_options(zip(offered.conclusions, shown, strict=True)),
            value=str(drafts.get(WOULD_DO) or "") or None,
        ),
        ChoiceInput(
            id=RESTS_ON,
            label=render_text("practice.would.ref"),
            choices=_options((ref, ref) for ref in offered.refs),
            style="compact",
            placeholder=render_text("asking.choose"),
            value=str(drafts.get(RESTS_ON) or "") or None,
        ),
    ]


def _options(shown: Iterable[tuple[str, str]]) -> tuple[InputChoice, ...]:
    return tuple(InputChoice(title=OwnWords(said), value=value) for value, said in shown)
