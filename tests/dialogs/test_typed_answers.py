"""What is read from a typed answer to one question. A wrong reading is the worst fault; asking again is none."""

import pytest

from dialogs.engine.questions import Question
from dialogs.flows import shared_questions
from dialogs.flows.authority import questions as authority
from dialogs.flows.case_summary import questions as case_summary
from dialogs.flows.share import questions as ask
from tests.cards.matters import WHAT, Given
from tests.dialogs import callers, sentences
from tests.dialogs.sentences import AGAIN, Table, misread

QUESTIONS: tuple[tuple[Question, Table], ...] = (
    (shared_questions.CHILD, sentences.CHILD),
    (shared_questions.PART_IN_CASE, sentences.PART_IN_CASE),
    (ask.RECIPIENT, sentences.RECIPIENT),
    (ask.NEED_TO_KNOW, sentences.NEED_TO_KNOW),
    (ask.SOMEONE_ELSES, sentences.SOMEONE_ELSES),
    (ask.AUTHOR_AGREED, sentences.AUTHOR_AGREED),
    (ask.AUTHOR_TALK, sentences.AUTHOR_TALK),
    (ask.LAWFUL_DOUBT, sentences.LAWFUL_DOUBT),
    (ask.LINE_RELEVANT, sentences.LINE_TEST),
    (ask.LINE_NECESSARY, sentences.LINE_TEST),
    (ask.LINE_PROPORTIONATE, sentences.LINE_SAYS_MORE),
    (ask.TOLD_ITEMS, sentences.TOLD_ITEMS),
    (ask.REASONS, sentences.REASONS),
    (shared_questions.CONTACT, sentences.CONTACT),
    (ask.HARM_SUFFERED, sentences.HARM_SUFFERED),
    (ask.REAL_CONCERN, sentences.REAL_CONCERN),
    (ask.COURT_COVERS, sentences.COURT_COVERS),
    (ask.KINDS, sentences.KINDS),
    (ask.SHARED_HOW, sentences.SHARED_HOW),
    (shared_questions.RUNG_BACK, callers.RUNG_BACK),
    (authority.CASE_SUMMARY_SAYS, callers.CASE_SUMMARY_SAYS),
    (shared_questions.STAFF, callers.STAFF),
    (case_summary.SEEN_WHERE, callers.SEEN_WHERE),
)
TWO_UNSURE: Given = {**WHAT, "weights": {"L1": "unsure", "L2": "unsure"}}


def test_each_sentence_is_read_as_it_was_meant_or_asked_again() -> None:
    assert misread(QUESTIONS, TWO_UNSURE) == []
    assert misread([(ask.WEIGHTS, sentences.WEIGHTS)], WHAT) == []


@pytest.mark.parametrize(("sentence", "values"), sentences.WEIGHTS_LISTED.items())
def test_what_is_said_of_several_lines_is_kept_for_each(sentence: str, values: tuple[str, str]) -> None:
    said = ask.WEIGHTS.read_text(sentence, WHAT, first=True)
    table = said.value if said and isinstance(said.value, dict) else {}
    assert tuple(table.get(line, AGAIN) for line in ("L1", "L2")) == values
