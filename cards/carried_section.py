"""What an earlier matter said of the questions on a card: shown again, to be confirmed or chosen anew."""

from cards import words
from cards.answer_rows import label_of, said_back
from cards.elements import Box, Part, Run, rich
from cards.people import day
from dialogs.engine.matter import Matter
from dialogs.engine.questions import Question


def from_before(matter: Matter, asked: tuple[Question, ...]) -> list[Part]:
    """Whence the filled-in answers come, and what was said where nothing is filled in; nothing once all stand."""
    still_open = [question for question in asked if question.name not in matter.values]
    if not matter.carried_on or not still_open:
        return []
    on = day(matter.carried_on)
    parts: list[Part] = []
    if any(question.name in matter.answers.by_name for question in still_open):
        parts.append(rich(words.say("before.filled_in", date=on)))
    told = [question for question in still_open if _still_offered(question, matter)]
    if told:
        parts.append(rich(words.say("before.told_back", date=on)))
        parts += [rich(_said(question, matter), spacing="Small") for question in told]
    return [Box(items=tuple(parts), style="emphasis")] if parts else []


def _still_offered(question: Question, matter: Matter) -> bool:
    """Whether it was answered then, with something that can be answered today."""
    said = matter.told_back.get(question.name)
    return said is not None and question.settled(said, matter.values)


def _said(question: Question, matter: Matter) -> list[Run]:
    said = "; ".join(said_back(question, matter.told_back[question.name], matter))
    return [Run(text=f"{label_of(question, matter)} ", is_subtle=True), Run(text=said)]
