"""A card of questions."""

from datetime import datetime
from itertools import chain
from operator import attrgetter

from cards.answer_rows import answer_lines, rows_of
from cards.elements import Box, Buttons, Card, OwnWords, Part, Run, TextBlock, rich
from cards.inputs import closed_up, each_line_inputs, inputs_of
from cards.labels import display_name_of, label_of, label_values, question_words
from cards.layout import (
    Section,
    button,
    close_lines,
    danger_button,
    fault_line,
    folded,
    height_in_view,
    large_heading,
    small_print,
    words_in_view,
)
from cards.people import Council
from cards.times import format_day
from cards.words import has_key, joined, key_for_flow, render_runs, render_text
from dialogs.engine.flow import Position
from dialogs.engine.lines import EachLine
from dialogs.engine.matter import Matter, Phase
from dialogs.engine.per_item import OfLine
from dialogs.engine.questions import Fault, Question, Ticks, Words
from dialogs.screens import Asking

MOST_WORDS = 120
"""Words in view on a card of questions."""
MOST_LINES = 34
"""Lines that the questions of a card are high at most, before what may stay empty folds away: about a screen."""
NOT_NEEDED = ("parents_want", "contact")
"""Ticks on which no answer rests: left empty, they mean none of these, or not known."""
HINTS_WITHIN = 100
"""Words that a card has at most while hints are added to what is in view on it."""
WORDS_OF_HELP = 7
"""Words of the buttons that open its hints and what is optional."""


def draw_questions(screen: Asking, council: Council, now: datetime) -> Card:
    """Draw the card of a step; after a typed turn, only its open questions, with their numbers."""
    card = screen.position.step
    if card is None:
        raise ValueError("nothing is asked any more")
    asked = screen.position.open_questions if screen.numbered else screen.position.questions
    title = render_text(f"cards.{card.name}.title", **label_values(screen.matter))
    body: list[Part] = [_progress(screen), large_heading(title)]
    if screen.matter.on_phone and card is screen.matter.flow.steps[0]:
        first = render_runs(key_for_flow(screen.matter.flow.name, "asking.phone_first"))
        body.append(Box(items=(rich(first),), style="emphasis"))
    if screen.matter.carried_on:
        body += carried_box(screen.matter, asked)
    if screen.numbered:
        body += _answers_so_far(screen)
    shown = ",".join(map(attrgetter("name"), asked))
    ways = [button("next", screen.matter, style="positive", card=card.name, shown=shown)]
    if screen.position.passed or screen.matter.phase is Phase.CLOSING:
        ways.append(button("back", screen.matter, card=card.name))
    actions = (*ways, button("stop", screen.matter, card=card.name), danger_button(screen.matter))
    room = MOST_WORDS - words_in_view([*body, Buttons(actions=actions)])
    return Card(fallback_text=title, body=(*body, *_questions(screen, asked, now, room)), actions=actions)


def _questions(screen: Asking, asked: tuple[Question, ...], now: datetime, room: int) -> list[Part]:
    """Return the questions within so many words: choices close up first, then hints and what is optional open."""
    groups = [_Group(questions, screen, now, place) for place, questions in enumerate(group_by_line(asked))]
    marked = screen.numbered and len(groups) > 1
    room -= len(render_text("asking.typed_now").split()) if marked else 0
    room -= WORDS_OF_HELP
    room -= _close_up(groups, room)
    purpose = purpose_line(screen.matter, screen.position)
    room -= words_in_view(purpose)
    body, hints = (purpose, []) if room >= 0 else ([], purpose)
    optional: list[Part] = []
    for group in groups:
        room -= len(group.hint.text.split()) if group.hint else 0
        parts = group.parts
        if group.hint and room >= MOST_WORDS - HINTS_WITHIN:
            parts = group.with_hint(group.hint)
        elif group.hint:
            named = Run(text=f"{label_of(group.questions[0], screen.matter)} ", weight="Bolder")
            hints = [*hints, rich((named, Run(text=group.hint.text)), spacing="Small")]
        if group.is_folded:
            optional += parts
        else:
            if marked and group is groups[0]:  # what the next typed answer is for, where there are others below it
                parts = [Box(items=(small_print(render_text("asking.typed_now")), *parts), style="accent")]
            body = [*body, *parts]
    help_parts = (*hints, small_print(render_text("asking.type_too")))
    sections = (
        Section("optional", render_text("asking.optional"), tuple(optional)),
        Section("help", render_text("asking.help"), help_parts),
    )
    return [*body, *folded(sections)]


def _close_up(groups: "list[_Group]", room: int) -> int:
    """Make lists to open of choices, the longest first, and then fold what may stay empty, until it fits.

    Returns how many words are in view.
    """
    words = 0
    for group in groups:
        words += group.words
    if words > room:
        closed = [(group, *group.closed_up()) for group in groups]
        for group, parts, fewer in sorted(closed, key=lambda one: one[2] - one[0].words):
            if fewer < group.words and words > room:
                words -= group.words - fewer
                group.parts, group.words = parts, fewer
    if len(groups) > 1:
        lines = height_in_view(chain.from_iterable(map(attrgetter("parts"), groups)))
        for group in groups[:0:-1]:
            if group.may_be_folded and (words > room or lines > MOST_LINES):
                group.is_folded = True
                words -= group.words
                lines -= height_in_view(group.parts)
    return words


class _Group:
    """Questions that are drawn together on a card: their parts, and how many words of them are in view."""

    def __init__(self, questions: tuple[Question, ...], screen: Asking, now: datetime, place: int) -> None:
        self.questions, self._screen, self._now = questions, screen, now
        self._numbered = screen.numbered and place == 0
        self.is_folded = False
        first = questions[0]
        hint = question_words(first, "hint", screen.matter)
        self.hint = small_print(hint, spacing="Small") if hint is not None else None
        # Left empty, some ticks mean "none", so that they are never out of sight.
        may_wait = (isinstance(first, Words) and first.optional) or first.name in NOT_NEEDED
        must_be_seen = isinstance(first, Ticks) and first.empty and first.name not in NOT_NEEDED
        comes_later = screen.numbered and place > 0
        has_fault = screen.faults and any(one.name in screen.faults for one in questions)
        self.may_be_folded = (may_wait or (comes_later and not must_be_seen)) and not has_fault
        self.parts = self._draw()
        self.words = words_in_view(self.parts)

    def closed_up(self) -> tuple[list[Part], int]:
        """Return the parts once choices are lists to open, and how many words of them are in view."""
        if isinstance(self.questions[0], EachLine):
            parts = self._draw(compact=True)
        else:
            parts = self.parts if self._numbered else [closed_up(part) for part in self.parts]
        return parts, words_in_view(parts)

    def with_hint(self, hint: TextBlock) -> list[Part]:
        """Return the questions' parts and their hint: over lines that are weighed, else below."""
        if isinstance(self.questions[0], EachLine):
            faults = [part for part in self.parts if isinstance(part, TextBlock)]
            return [*faults, hint, *self.parts[len(faults) :]]
        return [*self.parts, hint]

    def _draw(self, *, compact: bool = False) -> list[Part]:
        screen, first = self._screen, self.questions[0]
        parts: list[Part] = []
        for question in self.questions:
            if question.name in screen.faults:
                said = fault_text_for(screen.faults[question.name], question)
                parts.append(fault_line(said, spacing="Medium"))
        if isinstance(first, EachLine):
            return [*parts, *each_line_inputs(self.questions, screen.matter, numbered=self._numbered, compact=compact)]
        return [*parts, *inputs_of(first, screen.matter, self._now, numbered=self._numbered)]


def _progress(screen: Asking) -> Part:
    number = len(screen.position.passed) + 1
    usual = f"asking.usual_steps.{screen.matter.flow.name}"
    total = int(render_text(usual)) if has_key(usual) else 0
    key = "step_of" if total >= number else "step"
    step = render_text(f"asking.{key}", number=number, total=total)
    about = render_text("asking.about", **label_values(screen.matter)) if screen.matter.values.get("child") else ""
    text = OwnWords(f"{about} \u00b7 {step}" if about else step)
    if screen.matter.phase is Phase.CLOSING:
        text = OwnWords(about)
    return small_print(text)


def _answers_so_far(screen: Asking) -> list[Part]:
    open_names = {question.name for question in screen.position.open_questions}
    held = tuple(question for question in screen.position.questions if question.name not in open_names)
    rows = rows_of(screen.matter, held)
    return close_lines([Run(text=f"{row.label} "), Run(text="; ".join(row.said), weight="Bolder")] for row in rows)


def group_by_line(questions: tuple[Question, ...]) -> list[tuple[Question, ...]]:
    """Group questions about the same lines, so that each line is shown once."""
    groups: list[tuple[Question, ...]] = []
    for question in questions:
        last = groups[-1][-1] if groups else None
        if isinstance(question, EachLine) and isinstance(last, EachLine) and question.which is last.which:
            groups[-1] = (*groups[-1], question)
        else:
            groups.append((question,))
    return groups


def fault_text_for(fault: Fault, question: Question) -> OwnWords:
    """Return why an answer to this question could not be taken."""
    own = f"faults.{fault.code}_{fault.question}"
    if has_key(own):
        return render_text(own, **fault.details)
    asked = question.inner if isinstance(question, OfLine) else question
    if fault.code == "missing" and isinstance(asked, Words):
        return render_text("faults.missing_words")
    return fault_text(fault)


def fault_text(fault: Fault) -> OwnWords:
    """Return why an input that is no question of a flow could not be taken."""
    return render_text(f"faults.{fault.code}", **fault.details)


def carried_box(matter: Matter, asked: tuple[Question, ...]) -> list[Part]:
    """Explain which earlier matter prefilled answers come from, and quote answers that must be chosen again."""
    still_open = [question for question in asked if question.name not in matter.values]
    if not still_open:
        return []
    on = format_day(matter.carried_on)
    parts: list[Part] = []
    if any(question.name in matter.answers.by_name for question in still_open):
        parts.append(rich(render_runs("before.filled_in", date=on)))
    told: list[list[Run]] = []
    for question in still_open:
        said = matter.told_back.get(question.name)
        if said is not None and question.settled(said, matter.values):  # it can still be given today
            label = Run(text=f"{label_of(question, matter)} ", is_subtle=True)
            told.append([label, Run(text="; ".join(answer_lines(question, said, matter)))])
    if told:
        parts += [rich(render_runs("before.told_back", date=on)), *close_lines(told)]
    return [Box(items=tuple(parts), style="emphasis")] if parts else []


LONGEST_SAID = 300
"""Characters of one sentence that are said back."""
ALSO_ON = "weigh"
"""Each line is weighed for what it will be used for, whatever was asked between."""


def purpose_line(matter: Matter, standing: Position) -> list[Part]:
    """Return one small line of sentences if the purpose was just typed; else nothing."""
    asked = set(map(attrgetter("question.name"), standing.passed[-1].asks)) if standing.passed else set()
    also_on = standing.step is not None and standing.step.name == ALSO_ON
    sentences: list[str] = []
    if also_on or "why" in asked:
        doing = render_text(key_for_flow(matter.flow.name, "said_back.doing"))
        sentences.append(joined("why", matter.values.get("why")).after(doing))
    if also_on or "used_for" in asked:
        who = display_name_of(matter)
        using = f"{who[:1].upper()}{who[1:]} {render_text('said_back.using')}"
        sentences.append(joined("used_for", matter.values.get("used_for")).after(using))
    for place, one in enumerate(sentences):
        sentences[place] = one if len(one) <= LONGEST_SAID else f"{one[:LONGEST_SAID]}\u2026"
    said = " ".join(filter(None, sentences))
    return [rich([Run(text=said, is_subtle=True, size="Small")], spacing="Small")] if said else []
