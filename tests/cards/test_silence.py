"""Silence is asked only where telling could do harm or spoil an investigation; each other ground has its own words."""

import re
from itertools import combinations

import pytest

from cards.flows.gather.template_context import asking
from cards.flows.share.template_context import sharing
from cards.letters import render_letter
from dialogs.engine.matter import Matter
from dialogs.screens import Shown, TheAnswer, WordsToUse
from tests.cards import matters
from tests.cards.drawn import as_sent
from tests.cards.matters import ASKED_UNTOLD, Given, matter
from tests.cards.of_gather import CHECKS, GATHER_STATES, RISK
from tests.cards.states import FULL
from tests.cards.walking import read_out

SILENCE = re.compile(r"[Pp]lease (?:don't|do not) speak to them about it|not to speak to the parents")
NOT_REACHED = "I'm still trying. If they ring or come to you, please tell them what you have been"
COURT = "This is sent because a court ordered it on [date]."
KNOWS = re.compile(r"parents know that I")
REASONS: dict[str, Given] = {
    "risk": {"harm_suffered": "yes", "harm_known": "a mark", "real_concern": "yes", "concern_because": "a threat"},
    "crime": {"crime_because": "a phone could be wiped"},
    "not_practicable": {"not_practicable_because": "no answer"},
    "court": {"court_covers": "all"},
}
CHECK_GROUNDS = ("further_risk", "investigation", "delay")


def some(names: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [chosen for size in range(1, len(names) + 1) for chosen in combinations(names, size)]


def to_recipient(one: Matter) -> list[str]:
    filled = sharing(one, FULL)
    return [render_letter(f"share/{name}", **filled) for name in ("recipient_said", "recipient_email")]


def to_agency(one: Matter) -> list[str]:
    filled = {**asking(one, FULL), "who": "GP", "what": "any injuries"}
    return [render_letter(f"gather/{name}", **filled) for name in ("request_said", "request_email")]


def answer(one: Matter) -> str:
    return read_out(as_sent(Shown(TheAnswer(one, one.decision()))))


@pytest.mark.parametrize("reasons", some(tuple(REASONS)), ids="+".join)
def test_what_a_recipient_hears_of_the_parents_follows_the_grounds(reasons: tuple[str, ...]) -> None:
    given = {name: value for reason in reasons for name, value in REASONS[reason].items()}
    one = matter(ASKED_UNTOLD, given, {"reasons": list(reasons), "kinds": ["none"]})
    feared = bool({"risk", "crime"} & set(reasons))
    for said in to_recipient(one):
        assert bool(SILENCE.search(said)) is feared
        assert (NOT_REACHED in said) is ("not_practicable" in reasons and not feared)
        assert (COURT in said) is ("court" in reasons)
        assert not KNOWS.search(said)
    assert bool(SILENCE.search(answer(one))) is feared


@pytest.mark.parametrize("grounds", some(CHECK_GROUNDS), ids="+".join)
def test_what_an_agency_hears_of_the_parents_follows_the_grounds(grounds: tuple[str, ...]) -> None:
    one = GATHER_STATES.matter(CHECKS, RISK, {"check_grounds": list(grounds)})
    feared = bool({"further_risk", "investigation"} & set(grounds))
    for said in to_agency(one):
        assert bool(SILENCE.search(said)) is feared
        assert (NOT_REACHED in said) is not feared
    assert bool(SILENCE.search(answer(one))) is feared


@pytest.mark.parametrize(
    "given",
    [
        {**matters.TELL_FIRST},
        {**ASKED_UNTOLD, **matters.RISK_ONLY},
        {**ASKED_UNTOLD, **matters.UNSURE},
        {**ASKED_UNTOLD, "reasons": ["habit"]},
    ],
    ids=["tell first", "risk, no harm known", "not sure", "habit"],
)
def test_on_a_not_yet_neither_silence_nor_that_they_know_is_said(given: Given) -> None:
    one = matter(given)
    for said in to_recipient(one):
        assert not SILENCE.search(said)
        assert not KNOWS.search(said)
        assert "fill this in once they have been told, or once your supervisor has said.]" in said
    page = read_out(as_sent(Shown(WordsToUse(one, one.decision(), "recipient"))))
    assert "Not yet: the answer card says what comes first." in page
    told = matter(matters.ROUTINE)
    assert "Not yet:" not in read_out(as_sent(Shown(WordsToUse(told, told.decision(), "recipient"))))


@pytest.mark.parametrize("fear", [{"real_concern": "yes"}, {"real_concern": "unsure"}], ids=["feared", "not sure"])
def test_where_telling_is_feared_without_such_a_ground_no_one_is_asked_to_tell_the_parents(fear: Given) -> None:
    both: Given = {**matters.RISK_ONLY, **REASONS["not_practicable"], "reasons": ["risk", "not_practicable"], **fear}
    one = matter(ASKED_UNTOLD, both)
    assert one.decision().exception_grounds == ("not_practicable",)
    for said in [*to_recipient(one), answer(one)]:
        assert NOT_REACHED not in said
        assert "please tell them" not in said
        assert not SILENCE.search(said)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (matters.NOT_PRACTICABLE, "I tried to reach you first: [when, how]. It couldn't wait because ["),
        (matters.COURT, "A court ordered it on [date], so I had to."),
        (matters.CRIME, "[Say why in your own words, only if it can now be said without putting anyone at risk.]"),
    ],
    ids=["not practicable", "court", "crime"],
)
@pytest.mark.parametrize("name", ["said_after", "letter_after"])
def test_afterwards_it_is_said_why_by_the_ground_with_the_day_that_was_given(
    name: str, given: Given, said: str
) -> None:
    before = render_letter(f"share/{name}", **sharing(matter(ASKED_UNTOLD, given), FULL))
    assert said in before
    assert "On [day and date] I told" in before
    after = render_letter(f"share/{name}", **sharing(matter(ASKED_UNTOLD, given, matters.SHARED_UNTOLD), FULL))
    assert "On Wednesday 11 March I told the school nurse" in after
