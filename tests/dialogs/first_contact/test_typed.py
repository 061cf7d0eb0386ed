"""What people type about the first conversation; no point counts as said by a half sentence."""

import pytest

from dialogs.engine.questions import Ticks
from dialogs.flows.first_contact import questions as ask
from dialogs.flows.first_contact.conditions import POINTS
from dialogs.flows.first_contact.flow import FLOW as FIRST_CONTACT
from dialogs.understanding.commands import commands_after_answer, match_command
from tests.dialogs.sentences import AGAIN, Table, misread
from tests.phrases import phrases

COVERED: Table = {
    " ".join(POINTS): ("all", "all of it", "everything", "we covered everything"),
    "privacy_notice": ("the privacy notice", "notice", "9"),
    "legal_basis_and_may_be_without_consent": ("the law", "we explained the legal basis", "1"),
    "consent_not_required": ("that no consent is needed", "we don't need consent", "2"),
    "in_what_circumstances": ("the circumstances", "3"),
    "will_inform_beforehand_what will_inform_beforehand_why": ("what and why", "4, 5"),
    "will_inform_beforehand_used_for will_inform_beforehand_to_whom": ("what for, who", "6 7"),
    "will_gather_from_other_services": ("that we also ask others", "8"),
    "parents_understand": ("they understood", "they've understood", "10"),
    "none": ("none", "nothing yet", "no", "11"),
    AGAIN: phrases("""
        all but the notice | everything except the privacy notice | not the notice | the notice next time
        most of it | the law I think | i'll send the notice | they did not understand | they understood most
        did we cover the notice? | yes | not sure | the school | 12 | 1, 11
    """),
}
NEEDS: Table = {
    "interpreter": ("an interpreter", "they need an interpreter", "bsl", "1"),
    "language large_print": ("another language and large print", "2, 3"),
    "read_out": ("read it out", "4"),
    "none": ("none", "nothing", "no", "5"),
    AGAIN: ("yes", "no interpreter", "an interpreter?", "1 5", "not sure", "6"),
}
WANTED: Table = {
    "a_copy": ("a copy", "they asked for a copy of the leaflet", "the privacy notice", "1"),
    "their_file": ("their file", "to see our records", "subject access", "SAR", "what we hold on them", "4"),
    "none": ("none", "no", "5"),
    AGAIN: ("yes", "a copy of everything", "not the file", "maybe the file", "6"),
}
QUESTIONS: tuple[tuple[Ticks, Table], ...] = (
    (ask.COVERED, COVERED),
    (ask.COVERED_SINCE, COVERED),
    (ask.VISIT_NEEDS, NEEDS),
    (ask.PARENTS_WANT, WANTED),
)


def test_each_sentence_is_read_as_it_was_meant_or_asked_again() -> None:
    assert misread(QUESTIONS, {}) == []


@pytest.mark.parametrize(
    ("sentence", "means"),
    [
        ("we've had the conversation", "talked"),
        ("We\u2019ve talked to the parents", "talked"),
        ("had the talk", "talked"),
        ("we've talked again", "talked_again"),
        ("second visit", "talked_again"),
        ("leaflet", "words_leaflet"),
        ("something to leave with them", "words_leaflet"),
        ("have we talked?", None),
        ("we've talked about talking", None),
        ("we haven't talked", None),
        ("we'll have the conversation", None),
        ("had the conversation?", None),
    ],
)
def test_a_way_on_is_taken_when_it_is_said_and_not_when_it_is_spoken_of(sentence: str, means: str | None) -> None:
    assert match_command(sentence, commands_after_answer(FIRST_CONTACT)) == means
