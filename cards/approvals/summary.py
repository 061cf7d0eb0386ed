"""What a supervisor weighs first: the worker's own words on harm and telling, to whom it goes, what goes and stays."""

from collections.abc import Iterator

from msgspec.structs import replace

from cards.answer_rows import AnswerRow, line_number, rows_of
from cards.elements import OwnWords, Part, Run, rich
from cards.labels import display_name_of, option_label
from cards.times import format_date_time
from cards.words import render_text
from dialogs.engine.lines import EachLine, Weight, lines_of, with_weight
from dialogs.engine.matter import Matter
from dialogs.engine.questions import Choice, Question, Ticks

IN_THEIR_WORDS = (
    "harm_known",
    "concern_because",
    "crime_because",
    "not_practicable_because",
    "grounds_because",
    "departed_because",
)
"""The answers that decide a request, in the order in which they are weighed."""
OF_THE_DOCUMENT = ("document", "document_author", "who_exactly", "what_came_out", "manager_signed")
OF_THE_CALLER = ("rung_back", "case_summary_says")
OF_THE_OUTCOME = ("shared_with", "given_to", "shared_different", "given_different")
NOT_GOING = (Weight.HELD_BACK, Weight.TO_TRIM, Weight.UNSETTLED)
LONGEST = 220
"""Characters of one answer; the whole of it opens with all the answers."""


def summary_parts(matter: Matter, asker: str) -> list[Part]:
    """Return these answers, each under what it says, in the order in which a supervisor asks for them."""
    steps = (*matter.flow.steps, *matter.flow.closing)
    asked = {question.name for step in steps for question in step.asked(matter.values)}
    rows = ((name, said) for name, said in _rows(matter) if said and (name in asked or name not in matter.flow.by_name))
    return [_line(name, said, asker) for name, said in rows]


def _line(name: str, said: str, asker: str) -> Part:
    short = said if len(said) <= LONGEST else f"{said[:LONGEST].rstrip()}\u2026"
    label = render_text(f"approvals.summary.{name}", asker=asker)
    return rich((Run(text=f"{label} ", weight="Bolder"), Run(text=short)), spacing="Small")


def _rows(matter: Matter) -> Iterator[tuple[str, str]]:
    values = matter.values
    yield from ((name, str(values.get(name) or "")) for name in IN_THEIR_WORDS)
    if "lines" in values or "recipient" in values:
        yield ("caller" if matter.flow.name == "authority" else "to"), display_name_of(matter)
    yield from ((name, _chosen(matter, name)) for name in OF_THE_CALLER)
    yield from ((name, str(values.get(name) or "")) for name in OF_THE_DOCUMENT)
    yield "asking", _joined([text for _, text in lines_of(values, "agencies")])
    yield "going", _joined([piece.text for piece in with_weight(values, Weight.KEPT)])
    yield "held", _joined([piece.text for weight in NOT_GOING for piece in with_weight(values, weight)])
    yield "outcome_when", format_date_time(values.get("shared_when") or values.get("given_when"))
    yield from ((name, str(values.get(name) or "")) for name in OF_THE_OUTCOME)


def _chosen(matter: Matter, name: str) -> str | OwnWords:
    said = matter.values.get(name)
    return option_label(matter, name, said) if said and name in matter.flow.by_name else ""


def _joined(texts: list[str]) -> str:
    return "; ".join(texts)


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
