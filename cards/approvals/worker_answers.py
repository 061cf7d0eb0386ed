"""The worker's answers as the supervisor reads them: what they typed apart from what they chose."""

from msgspec.structs import replace

from cards.answer_rows import AnswerRow, line_number, rows_of
from cards.words import render_text
from dialogs.engine.lines import EachLine, Weight, with_weight
from dialogs.engine.matter import Matter
from dialogs.engine.questions import Choice, Question, Ticks

CHOSEN = (Choice, Ticks, EachLine)
"""The kinds of question that are answered in words of ours."""


def typed_or_chosen(matter: Matter, *, typed: bool) -> list[AnswerRow]:
    """Return the answers that were typed, or those that were chosen, in the order of the steps."""
    cards = (card.asked(matter.values) for card in (*matter.flow.steps, *matter.flow.closing))
    return [_mark_left_out(row, matter) for card in cards for row in rows_of(matter, _of_kind(card, typed=typed))]


def _of_kind(questions: tuple[Question, ...], *, typed: bool) -> tuple[Question, ...]:
    return tuple(question for question in questions if isinstance(question, CHOSEN) is not typed)


def _mark_left_out(row: AnswerRow, matter: Matter) -> AnswerRow:
    """3.7  Mark the lines that are held back, which would otherwise look as if they were shared."""
    if row.question != "lines":
        return row
    numbers = {line_number(matter, piece.line) for piece in with_weight(matter.values, Weight.HELD_BACK)}
    left_out = render_text("approvals.detail.left_out")
    said = (f"{line} {left_out}" if at in numbers else line for at, line in enumerate(row.said, start=1))
    return replace(row, said=tuple(said))
