"""Answers carried over from an earlier matter, to be confirmed or chosen again."""

from cards.answer_rows import answer_lines, label_of
from cards.elements import Box, Part, Run, rich
from cards.layout import close_lines
from cards.times import format_day
from cards.words import render_runs
from dialogs.engine.matter import Matter
from dialogs.engine.questions import Question


def carried_box(matter: Matter, asked: tuple[Question, ...]) -> list[Part]:
    """Explain which earlier matter prefilled answers come from, and quote answers that must be chosen again."""
    still_open = [question for question in asked if question.name not in matter.values]
    if not matter.carried_on or not still_open:
        return []
    on = format_day(matter.carried_on)
    parts: list[Part] = []
    if any(question.name in matter.answers.by_name for question in still_open):
        parts.append(rich(render_runs("before.filled_in", date=on)))
    told = [question for question in still_open if _is_still_offered(question, matter)]
    if told:
        parts.append(rich(render_runs("before.told_back", date=on)))
        parts += close_lines(_answer_runs(question, matter) for question in told)
    return [Box(items=tuple(parts), style="emphasis")] if parts else []


def _is_still_offered(question: Question, matter: Matter) -> bool:
    """Whether the earlier answer can still be given today."""
    said = matter.told_back.get(question.name)
    return said is not None and question.settled(said, matter.values)


def _answer_runs(question: Question, matter: Matter) -> list[Run]:
    said = "; ".join(answer_lines(question, matter.told_back[question.name], matter))
    return [Run(text=f"{label_of(question, matter)} ", is_subtle=True), Run(text=said)]
