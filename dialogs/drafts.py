"""What was filled in on a card and not sent on: nothing of it is lost, whatever button was pressed."""

from dialogs.context import Press
from dialogs.engine.filling import drafts_of
from dialogs.engine.matter import OPEN, Matter, Phase
from dialogs.engine.moment_question import Moment
from dialogs.engine.questions import Question


def save_drafts(matter: Matter, press: Press) -> Matter:
    """Return the matter with what was typed on the card but not sent on: half an answer or close, or an edited note."""
    note = press.inputs.get("note", "")
    if note and matter.phase is Phase.NOTE:
        return matter.changed(note_edited=note, note_edited_for=matter.drafted_from)
    if matter.phase not in OPEN:
        return matter
    questions = matter.position.questions or closing_words(matter)
    return matter.keep_drafts(drafts_of(questions, press.inputs, matter.answers.ever_given))


def closing_words(matter: Matter) -> tuple[Question, ...]:
    """The questions of the closing boxes, without the times: those are proposed afresh as the card is drawn."""
    every = (ask.question for card in matter.flow.closing for ask in card.asks)
    return tuple(question for question in every if not isinstance(question, Moment))
