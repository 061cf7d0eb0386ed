"""What a typed message was understood as, in one line."""

from cards.answer_rows import label_of, rows_of
from cards.elements import Box, Part, Run, rich
from cards.words import render_runs, render_text
from dialogs.screens import ReadBack

LONGEST = 90
"""Characters of one answer that are read back; the whole of it stands on the card."""


def read_back_box(said: ReadBack) -> Part:
    """Return the answers with their questions; or the question to which a "no" alone would settle that nothing goes."""
    questions = tuple(question for question in said.matter.flow.questions() if question.name in said.questions)
    if said.asked:
        label = label_of(questions[0], said.matter)
        return Box(items=(rich(render_runs("read_back.is_that_right", question=label)),), style="accent")
    runs = [Run(text=f"{render_text('read_back.understood')} ")]
    for number, row in enumerate(rows_of(said.matter, questions)):
        between = " \u00b7 " if number else ""
        answer = "; ".join(row.said)
        short = f"{answer[:LONGEST].rstrip()}\u2026" if len(answer) > LONGEST else answer
        runs += [Run(text=f"{between}{row.label} ", is_subtle=True), Run(text=short, weight="Bolder")]
    return Box(items=(rich(runs),), style="accent")
