"""What is read from a typed answer in network checks. A wrong reading is the worst fault; asking again is none."""

import pytest

from dialogs.engine.per_item import line_spoken_of
from dialogs.engine.questions import Choice, Ticks
from dialogs.flows.gather import questions as ask
from dialogs.flows.gather.flow import FLOW as GATHER
from dialogs.understanding.commands import commands_after_answer, match_command
from tests.cards.matters import Given, lines
from tests.cards.of_gather import CHECKS
from tests.dialogs.sentences import AGAIN, Table, misread
from tests.phrases import phrases

WHY_NOW: Table = {
    "concern": ("safeguarding concern", "a safeguarding concern", "there's a safeguarding concern", "section 47", "1"),
    "assessment": ("an assessment", "it's an assessment", "section 17 assessment", "2"),
    "neither": ("neither", "none of these", "neither of them", "3"),
    "unsure": ("not sure", "dunno", "maybe", "4"),
    AGAIN: phrases("""
        yes | no | there might be a safeguarding concern | school thinks there's a safeguarding concern
        no safeguarding concern | not a safeguarding concern yet | is it a safeguarding concern?
        it was a section 47 last year | an assessment and a safeguarding concern
        safeguarding concern or assessment | no assessment | assessment, no concern | child and family assessment
        the assessment starts next week
    """),
}
ASSESSMENT: Table = {
    "yes": ("yes", "y", "there's an assessment open", "1"),
    "no": ("no", "nope", "not open", "2"),
    "unsure": ("not sure", "dunno", "3"),
    AGAIN: ("yes but it closed", "there was an assessment", "the assessment will start soon", "is there one?", "4"),
}
MORE_THAN_NEEDED: Table = {
    "no": ("no", "nope", "it only asks", "it just asks", "just the question", "no more than they need", "1"),
    "yes": ("yes", "too much", "it says too much", "2"),
    "unsure": ("not sure", "maybe", "3"),
    AGAIN: ("no but one line", "no i think", "mostly only asks", "not too much", "no, except the GP", "is it?"),
}
TOLD_OF_CHECKS: Table = {
    "one_only": ("only mum knows", "mum knows, dad doesn't", "one of them", "only one of them knows about it", "5"),
    "yes": ("yes", "they know", "they've been told", "I've told them", "both parents know about it", "1"),
    "tell_first": ("I'll tell them first", "no, I'll tell them", "2"),
    "reason": ("there's a reason", "no, there's a reason", "can't tell them", "3"),
    "unsure": ("not sure", "dunno", "4"),
    AGAIN: phrases("""
        no | mum knows | they don't know | they will know by friday | they know about the assessment
        i think they know | they should know | yes but not about the GP | I sent a letter | do they know?
        I won't be telling them, they know already maybe | I'll tell them after, not before | I can't tell her first
    """),
}
CHECK_GROUNDS: Table = {
    "further_risk": ("further risk", "it might put R at further risk", "telling them could put the child at risk", "1"),
    "investigation": (
        "a criminal investigation",
        "it may interfere with the investigation",
        "It might get in the way of a criminal investigation",
        "2",
    ),
    "delay": ("undue delay", "delay", "it might hold up keeping R safe", "can't reach them in time", "3"),
    "object": ("they'd object", "they'll be angry", "we're busy", "5"),
    "court": ("a court order", "ordered by the court", "a court has ordered it", "4"),
    "tell_first": ("I can tell them first", "nothing", "6"),
    "unsure": ("not sure", "dunno", "7"),
    "further_risk delay": ("further risk and delay", "1, 3"),
    AGAIN: phrases("""
        no further risk | not a criminal investigation | there was a police investigation | there's no delay
        might be further risk | the police asked us not to | no risk that i know of | 1 and 6 | 8 | yes
    """),
}
SENT_HOW: Table = {
    "phone": ("by phone", "I rang them", "1"),
    "secure_email": ("email", "by secure email", "2"),
    "both": ("both", "phone and email", "3"),
    AGAIN: ("not by phone", "by post"),
}
REPLY_DOCUMENT: Table = {
    "no": ("no", "nothing", "1"),
    "yes": ("yes", "a letter", "they sent a report", "2"),
    AGAIN: ("no report", "3"),
}
QUESTIONS: tuple[tuple[Choice | Ticks, Table], ...] = (
    (ask.WHY_NOW, WHY_NOW),
    (ask.ASSESSMENT, ASSESSMENT),
    (ask.MORE_THAN_NEEDED, MORE_THAN_NEEDED),
    (ask.TOLD_OF_CHECKS, TOLD_OF_CHECKS),
    (ask.CHECK_GROUNDS, CHECK_GROUNDS),
    (ask.SENT_HOW, SENT_HOW),
)


def test_each_sentence_is_read_as_it_was_meant_or_asked_again() -> None:
    assert misread(QUESTIONS, CHECKS) == []


@pytest.mark.parametrize(
    ("value", "sentence"), [(value, one) for value, sentences in REPLY_DOCUMENT.items() for one in sentences]
)
def test_what_came_with_a_reply_is_kept_for_its_line(value: str, sentence: str) -> None:
    given: Given = {**CHECKS, "reply_of": "L2", "reply_document": {"L1": "no"}}
    said = ask.REPLY_DOCUMENT.read_text(sentence, given, first=True)
    assert (said.value if said else AGAIN) == (AGAIN if value == AGAIN else {"L1": "no", "L2": value})


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("the GP has replied", "L1"),
        ("a reply from the school", "L2"),
        ("reply 3", "L3"),
        ("reply number 1", "L1"),
        ("reply 4", ""),
        ("reply 1 2", ""),
        ("the GP hasn't replied", ""),
        ("a reply came", ""),
        ("the GP or the school has replied", ""),
        ("the gps have replied", ""),
    ],
)
def test_a_reply_is_taken_for_the_one_agency_that_is_spoken_of(text: str, line: str) -> None:
    assert line_spoken_of(CHECKS, "agencies", text) == line


def test_with_one_agency_a_reply_is_from_it() -> None:
    one: Given = {"agencies": lines("GP: any injuries")}
    assert line_spoken_of(one, "agencies", "a reply came") == "L1"
    assert line_spoken_of(one, "agencies", "no reply yet") == ""


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("I've sent them", "sent"),
        ("sent the requests", "sent"),
        ("I didn't send them in the end", "not_sent"),
        ("they know now", "they_know"),
        ("the GP has replied", "reply"),
        ("a reply has come from the GP", "reply"),
        ("requests", "words_requests"),
        ("words for the parents", "words_parents"),
        ("not sent yet", None),
        ("I'll send them later", None),
        ("have I sent them?", None),
        ("no reply yet", None),
        ("has the GP replied?", None),
    ],
)
def test_what_is_typed_after_the_answer_is_taken_as_it_was_meant(text: str, verb: str | None) -> None:
    assert match_command(text, commands_after_answer(GATHER)) == verb
