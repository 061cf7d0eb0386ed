"""What network checks say: the answer, the words for the parents, the requests."""

import re

import pytest

from cards.flows.gather.template_context import asking
from cards.letters import render_letter
from cards.presenters import presenter_of
from cards.words import template_source
from dialogs.engine.matter import Matter
from dialogs.screens import Shown, TheAnswer, WordsToUse
from tests.cards.drawn import as_sent
from tests.cards.matters import lines, looked
from tests.cards.of_gather import ANSWERS, GATHER_STATES
from tests.cards.states import FULL
from tests.cards.walking import of_type, read_out

PARENTS = ("said_before", "letter_before", "said_after", "letter_after")
TOLD_FIRST = ("tell first", "assessment, tell first")


def matter_of(name: str) -> Matter:
    return GATHER_STATES.matter(ANSWERS[name][1])


def answer(name: str) -> str:
    one = matter_of(name)
    return read_out(as_sent(Shown(TheAnswer(one, one.decision()))))


def words(name: str, draft: str) -> str:
    one = matter_of(name)
    return read_out(as_sent(Shown(WordsToUse(one, one.decision(), draft))))


@pytest.mark.parametrize("name", ANSWERS)
def test_each_kind_of_answer_has_its_headline(name: str) -> None:
    one = matter_of(name)
    assert one.position.step is None
    assert presenter_of(one).headline(one, one.decision()) == ANSWERS[name][0]


def test_every_headline_of_the_flow_is_reached() -> None:
    assert {headline for headline, _ in ANSWERS.values()} == {
        *template_source("in_gather.headlines"),
        "several",
        "one_parent",
    }


def test_a_line_that_the_worker_puts_otherwise_reaches_the_parents_in_those_words_only() -> None:
    asked = {**ANSWERS["tell first"][1], "agencies": lines("GP: the nan rang us, any injuries")}
    one = GATHER_STATES.matter(asked, looked(asked, "other", "fine"))
    said = read_out(as_sent(Shown(WordsToUse(one, one.decision(), "parents"))))
    assert "nan rang" not in said
    assert "This is who I'll ask, and what: P is often tired." in said


def test_a_letter_and_a_text_are_offered_only_where_they_are_safe() -> None:
    one = GATHER_STATES.matter(ANSWERS["tell first"][1], {"contact": ["in_person"]})
    card = as_sent(Shown(WordsToUse(one, one.decision(), "parents")))
    assert of_type(card, "Input.Text") == []
    assert "you didn't say that post is safe" in read_out(card)


@pytest.mark.parametrize("name", ["told", "further risk, no harm known", "tell first"])
def test_a_network_check_names_its_basis_and_asks_for_a_name_and_any_limit(name: str) -> None:
    said = words(name, "requests")
    assert said.count("network check under the Children Act 1989") == 4
    assert "give the name and job" in said
    assert "any limit on how we may use it or pass it on" in said
    assert "reply by [day and time]" in said


@pytest.mark.parametrize("name", [name for name in ANSWERS if name.startswith("assessment, ")])
def test_a_plain_request_is_never_called_a_network_check_to_an_agency_or_a_parent(name: str) -> None:
    assert "network check" not in words(name, "requests").lower()
    for letter in PARENTS:
        assert "network check" not in render_letter(f"gather/{letter}", **asking(matter_of(name), FULL)).lower()
    assert "not a network check" in answer(name)


def test_each_agency_gets_its_own_question_and_not_the_reason() -> None:
    one = matter_of("told")
    card = as_sent(Shown(WordsToUse(one, one.decision(), "requests")))
    emails = [str(box["value"]) for box in of_type(card, "Input.Text")]
    assert [re.findall("injuries|in school this week|tenancy", email) for email in emails] == [
        ["injuries"],
        ["in school this week"],
        ["tenancy"],
    ]
    assert not any("how R is doing" in email for email in emails)


def test_an_agency_is_told_whether_the_parents_know() -> None:
    assert "The parents know that I am asking you" in words("told", "requests")
    assert "Please do not speak to them about it" in words("further risk, no harm known", "requests")


@pytest.mark.parametrize("name", ["tell first", "cut_down", "take_to_supervisor"])
def test_requests_drafted_before_it_is_a_yes_say_so(name: str) -> None:
    shown = next((n for n, (headline, _) in ANSWERS.items() if name in (n, headline)), name)
    assert "Not yet:" in words(shown, "requests")
    assert "Not yet:" not in words("told", "requests")


def test_where_risk_is_enough_it_says_that_section_3_is_stricter() -> None:
    assert "section 3 is stricter" in answer("further risk, no harm known")
    assert "section 3 is stricter" not in answer("undue delay")


def test_in_doubt_no_one_is_asked_and_no_one_is_told() -> None:
    for name in ("not sure of a ground", "assessment, risk, no harm known", "assessment, not sure of a reason"):
        said = answer(name)
        assert "Don't ask anyone yet, and don't tell the parents yet." in said
        assert "The words are ready: press Words for the parents" not in said
