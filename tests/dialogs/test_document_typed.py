"""What is read from a typed answer about a document. A wrong reading is the worst fault; asking again is none."""

import pytest

from dialogs.engine.questions import Question
from dialogs.first_message import said_at_first
from dialogs.flows import shared_questions
from dialogs.flows.document import questions as ask
from dialogs.flows.document.flow import FLOW as DOCUMENT
from dialogs.understanding.commands import commands_after_answer, match_command
from tests.dialogs import document_sentences as sentences
from tests.dialogs.sentences import Table, misread

QUESTIONS: tuple[tuple[Question, Table], ...] = (
    (ask.AUDIENCE, sentences.AUDIENCE),
    (ask.WHOSE_WORDS, sentences.WHOSE_WORDS),
    (ask.QUOTES, sentences.QUOTES),
    (ask.QUOTED_AGREED, sentences.QUOTED_AGREED),
    (ask.LAWFUL_DOUBT, sentences.LAWFUL_DOUBT),
    (ask.DOC_NEEDED, sentences.DOC_NEEDED),
    (ask.UNSHAREABLE, sentences.UNSHAREABLE),
    (ask.TAKEN_OUT_BY, sentences.TAKEN_OUT_BY),
    (shared_questions.LEGAL_STATUS, sentences.LEGAL_STATUS),
    (ask.COURT_CASE, sentences.COURT_CASE),
    (ask.GIVEN_HOW, sentences.GIVEN_HOW),
)


def test_each_sentence_is_read_as_it_was_meant_or_asked_again() -> None:
    assert misread(QUESTIONS, {}) == []


FIRST: tuple[tuple[str, str, str], ...] = (
    ("can I give dad the psychiatrist's report", "psychiatrist's report", "parents"),
    ("can i give dad the psychiatrists report?", "psychiatrists report", "parents"),
    ("the psychiatrist\u2019s report, can dad have it", "psychiatrist's report", "parents"),
    ("can I show mum the health visitor's letter", "health visitor's letter", "parents"),
    ("mum has asked for the school's report", "school's report", "parents"),
    ("mum asked for the school report", "school report", "parents"),
    ("dad wants a copy of the health report", "health report", "parents"),
    ("can i give parents a report written by the school", "report from the school", "parents"),
    ("sharing a doctors letter with mum", "doctors letter", "parents"),
    ("sharing the letter from the GP with both parents", "letter from the GP", "parents"),
    ("can i forward the police report to health", "police report", "other_professionals"),
    ("send the paediatrician's report to the school nurse", "paediatrician's report", "other_professionals"),
    ("can i send the nursery's chronology to the IRO", "nursery's chronology", "other_professionals"),
    ("using a psychologists report in care proceedings", "psychologists report", "care_proceedings"),
    ("filing someone elses report in court", "", "care_proceedings"),
    ("taking names out of a report before it goes to dad", "", "parents"),
    ("report has address of the refuge in it, need to send to parents", "", "parents"),
    ("paediatrician report - can i pass it on", "paediatrician report", ""),
    ("LAC on a CO, sending out a third party report", "third party report", ""),
    ("I don't want dad to see the psychiatrist's report", "psychiatrist's report", ""),
    ("can't give mum the police report", "police report", ""),
    ("dad's psychiatric report", "psychiatric report", ""),
    ("mum's solicitor wants the school report", "school report", ""),
    ("who owns a report from another agency", "", ""),
    ("who does redaction", "", ""),
    ("tell the school nurse about asthma", "", ""),
    ("can I share this with dad", "", ""),
    ("my report to the conference", "", "other_professionals"),
)


@pytest.mark.parametrize(("text", "document", "audience"), FIRST, ids=[text for text, _, _ in FIRST])
def test_a_first_message_says_which_document_and_for_whom_where_it_does(
    text: str, document: str, audience: str
) -> None:
    found = said_at_first("document", text)
    assert found.get("document", "") == document
    assert found.get("audience", []) == ([audience] if audience else [])


def test_what_a_first_message_says_are_whole_answers() -> None:
    questions = {question.name: question for question in DOCUMENT.questions()}
    for text, _, _ in FIRST:
        for name, value in said_at_first("document", text).items():
            assert questions[name].settled(value, {})


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("I've given it", "given"),
        ("sent it", "given"),
        ("it's been handed over", "given"),
        ("they have got it", "given"),
        ("not giving it", "not_given"),
        ("I didn't in the end", "not_given"),
        ("they know now", "they_know"),
        ("words for the author", "words_author"),
        ("note to legal", "words_legal"),
        ("holding words", "words_holding"),
        ("words while they wait", "words_holding"),
        ("note so far", "words_so_far"),
        ("words for the parents", "words_parents"),
        ("given it?", None),
        ("I've given it to mum as well", None),
        ("I'll give it tomorrow", None),
        ("haven't given it", None),
    ],
)
def test_what_is_typed_after_the_answer(text: str, verb: str | None) -> None:
    assert match_command(text, commands_after_answer(DOCUMENT)) == verb
