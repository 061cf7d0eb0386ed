"""What people type when information came in; a limit is never read away."""

from dialogs.engine.questions import Question
from dialogs.flows.receive import questions as ask
from dialogs.flows.shared_questions import RUNG_BACK
from tests.dialogs.sentences import AGAIN, Table, misread
from tests.phrases import phrases

CAME_HOW: Table = {
    "phone": ("by phone", "she rang", "phoned", "a call", "1"),
    "in_person": ("in person", "face to face", "at a meeting", "2"),
    "email": ("email", "by e-mail", "3"),
    "letter": ("a letter", "post", "4"),
    AGAIN: ("yes", "not by phone", "phone then email", "dunno", "5"),
}
LIMIT: Table = {
    "none": phrases("""
        no | none | None stated | no limits | she set none | no restrictions stated | they didn't say any | 1
    """),
    "yes": phrases("""
        yes | yes, don't tell the father | don't tell D | not to be shared with the family | it's confidential
        in confidence | only for the conference | not to be passed on | 2
    """),
    "unsure": ("not sure", "dunno", "no idea", "3"),
    AGAIN: phrases("""
        no but keep it quiet | none as far as I know | i don't think so | no, except the address | none, I think
        none yet | no limits on sharing with school | did she? | 4
    """),
}
CAME_WITH: Table = {
    "none": ("no", "none", "nothing", "no document", "nothing in writing", "1"),
    "keep": ("it stays on our record", "just for our file", "not passing it on", "not to be passed on", "keep it", "2"),
    "pass_on": ("i want to pass it on", "to be passed on", "pass the report on", "3"),
    "unsure": ("not sure", "dunno", "4"),
    AGAIN: phrases("""
        yes | a report | nothing but a letter | no, only an email | keep it for now | it stays here until friday
        don't pass it on? | 5
    """),
}
RUNG: Table = {
    "yes": ("yes", "rang back on a number we hold", "1"),
    "not_yet": ("no", "not yet", "not rung", "dunno", "2"),
    "no_call": ("3",),
    AGAIN: ("on the number she gave", "i will", "she rang again", "tried, no answer"),
}
QUESTIONS: tuple[tuple[Question, Table], ...] = (
    (ask.CAME_HOW, CAME_HOW),
    (ask.LIMIT, LIMIT),
    (ask.CAME_WITH, CAME_WITH),
    (RUNG_BACK, RUNG),
)


def test_each_sentence_is_read_as_it_was_meant_or_asked_again() -> None:
    assert misread(QUESTIONS, {}) == []
