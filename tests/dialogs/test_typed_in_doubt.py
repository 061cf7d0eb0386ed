"""No doubt, question or "but" around an answer is passed over where the answer could open the way to a go-ahead."""

import pytest

from dialogs.engine.questions import Choice, Question, Ticks
from dialogs.flows import shared_questions
from dialogs.flows.authority import questions as authority
from dialogs.flows.share import questions as ask
from tests.dialogs import callers, sentences
from tests.dialogs.sentences import Table, read
from tests.dialogs.test_typed_answers import TWO_UNSURE
from tests.phrases import phrases

OPENS_THE_WAY: tuple[tuple[Question, Table, frozenset[str]], ...] = (
    (shared_questions.PART_IN_CASE, sentences.PART_IN_CASE, frozenset({"allocated", "supervisor", "authorised"})),
    (ask.NEED_TO_KNOW, sentences.NEED_TO_KNOW, frozenset({"yes"})),
    (ask.SOMEONE_ELSES, sentences.SOMEONE_ELSES, frozenset({"no"})),
    (ask.AUTHOR_AGREED, sentences.AUTHOR_AGREED, frozenset({"written"})),
    (ask.AUTHOR_TALK, sentences.AUTHOR_TALK, frozenset({"yes"})),
    (ask.LAWFUL_DOUBT, sentences.LAWFUL_DOUBT, frozenset({"no"})),
    (ask.WEIGHTS, sentences.WEIGHTS, frozenset({"needs"})),
    (ask.LINE_RELEVANT, sentences.LINE_TEST, frozenset({"yes"})),
    (ask.LINE_PROPORTIONATE, sentences.LINE_SAYS_MORE, frozenset({"yes"})),
    (ask.TOLD_ITEMS, sentences.TOLD_ITEMS, frozenset({"what", "why", "used_for", "to_whom"})),
    (ask.REASONS, sentences.REASONS, frozenset({"crime", "not_practicable", "court"})),
    (shared_questions.CONTACT, sentences.CONTACT, frozenset({"ring", "write", "text"})),
    (ask.HARM_SUFFERED, sentences.HARM_SUFFERED, frozenset({"yes"})),
    (ask.REAL_CONCERN, sentences.REAL_CONCERN, frozenset({"yes"})),
    (ask.COURT_COVERS, sentences.COURT_COVERS, frozenset({"all"})),
    (shared_questions.RUNG_BACK, callers.RUNG_BACK, frozenset({"yes"})),
    (authority.CASE_SUMMARY_SAYS, callers.CASE_SUMMARY_SAYS, frozenset({"silent", "may"})),
    (shared_questions.STAFF, callers.STAFF, frozenset({"yes"})),
)
"""The questions whose answers could bring a yes, a letter or a text, with the answers that could."""

DOUBTS = phrases("""
    not {} | i don't think {} | dont think {} | maybe {} | i think {} | not sure if {} | is it {}? | {}?
    {} i think | {} maybe | {} but not really | {}, but not really | {} except one | {}, or not | if {}
    nobody said {} | i hope {} | hardly {} | {} probably | {}, not
""")


def spoken(question: Question, table: Table, values: frozenset[str]) -> list[str]:
    """What is read as one of these values when nothing is put around it; numbers aside, which are typed alone."""
    return [
        sentence
        for value, typed in table.items()
        for sentence in typed
        if set(value.split()) & values and not sentence[0].isdigit()
    ]


CASES = [
    (question, doubt.format(sentence.rstrip(".")), values)
    for question, table, values in OPENS_THE_WAY
    for sentence in spoken(question, table, values)
    for doubt in DOUBTS
]


def could_open_the_way(question: Question, sentence: str, values: frozenset[str]) -> bool:
    return bool(set(read(question, sentence, TWO_UNSURE).split()) & values)


@pytest.mark.parametrize("doubt", DOUBTS)
def test_an_answer_in_doubt_is_asked_again(doubt: str) -> None:
    wrong = [
        (question.name, sentence)
        for question, table, values in OPENS_THE_WAY
        for sentence in (doubt.format(said.rstrip(".")) for said in spoken(question, table, values))
        if could_open_the_way(question, sentence, values)
    ]
    assert not wrong


def test_every_option_that_could_open_the_way_is_held_to_its_very_words() -> None:
    for question, _, values in OPENS_THE_WAY:
        if isinstance(question, Choice | Ticks):
            loose = {option.value for option in question.options if not option.strict}
            assert not loose & values, question.name


def test_the_table_says_each_of_those_answers_in_words() -> None:
    assert len(CASES) > 2_000
    for question, table, values in OPENS_THE_WAY:
        said = {part for value, typed in table.items() if typed for part in value.split()}
        assert values <= said, question.name
