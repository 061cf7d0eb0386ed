"""What parents read or hear, in every flow: seven things, no promise of secrecy, no yes asked for, plain at eleven."""

import re

import pytest

from tests.cards.for_parents import (
    HOLDING,
    SEVEN,
    TELLING,
    TEXTS,
    TO_OTHERS,
    Telling,
    every_template,
    everything_for_parents,
)
from tests.cards.test_letters import ASKS_FOR_A_YES
from tests.cards.test_reading_age import FOR_PARENTS, age
from tests.cards.test_voice import NEVER_TO_PARENTS, SAID_IN_THE_LEAFLET, found

PROMISES = (
    r"\bconfidential|\bsecre(?:t|cy)|\bin confidence\b|\bprivately\b",
    r"\bpromise|\bguarantee|\btrust (?:me|us)\b|\bassure you\b",
    r"\b(?:nobody|no one|no-one)(?: else)? (?:will|is going to)\b",
    r"\bonly \w[\w ]{0,40} will (?:hear|know|see|be told)\b",
    r"\b(?:I|we) (?:will|'ll) (?:only tell|tell only|never)\b",
    r"\b(?:won't|will not|will never|would never) (?:tell|share|pass|say|speak)\b",
    r"\bkeep (?:it|this|that) (?:private|quiet|to (?:myself|ourselves))\b",
    r"\b(?:always|never)\b|\bnothing more\b",
)
"""What would bind the worker to silence, or to more than can be kept."""

COLD = (
    r"\bservice users?\b|\bclients?\b|\bthe subject\b|\bthe minor\b",
    r"\bthird part(?:y|ies)\b|\bprofessional network\b|\bagenc(?:y|ies)\b|\bMOSAIC\b",
    r"\blawful|\bproportionate|\bnecessary\b|\brelevant\b|\bdata subject|\bprocess(?:ing)? (?:your )?data",
    r"\bplease be (?:advised|aware)\b|\bfor the avoidance\b|\bnoted that\b|\bdid not depend on\b",
    r"\b\d\.\d+\b",
)
"""Words of the office that no family should have to read."""


def one_line(text: str) -> str:
    """The text without its line breaks."""
    return " ".join(text.split())


@pytest.mark.parametrize("thing", SEVEN)
@pytest.mark.parametrize("one", TELLING.values(), ids=TELLING.keys())
def test_whatever_tells_parents_holds_all_seven_things(one: Telling, thing: str) -> None:
    assert re.search(getattr(one, thing), one_line(one.written()))


def test_every_letter_is_known_to_be_for_parents_or_for_someone_else() -> None:
    """A letter that a flow brings with it is written for somebody: no one may forget to say for whom."""
    for_parents = {one.template for one in TELLING.values()} | {*TEXTS, *HOLDING}
    assert for_parents | TO_OTHERS == every_template()
    assert for_parents & TO_OTHERS == set()


@pytest.mark.parametrize("one", TELLING.values(), ids=TELLING.keys())
def test_the_family_comes_before_the_law_in_whatever_is_about_one_sharing(one: Telling) -> None:
    said = one_line(one.written())
    named = [re.search(pattern, said) for pattern in (one.legal_basis, one.no_yes_asked_for)]
    assert all(match and match.start() > 120 for match in named)


@pytest.mark.parametrize("where", everything_for_parents())
def test_parents_are_promised_no_secrecy_and_nothing_that_cannot_be_kept(where: str) -> None:
    assert found(PROMISES, {where: everything_for_parents()[where]}) == []


@pytest.mark.parametrize("where", everything_for_parents())
def test_nothing_that_parents_read_asks_for_a_yes(where: str) -> None:
    assert found(ASKS_FOR_A_YES, {where: everything_for_parents()[where]}) == []


@pytest.mark.parametrize("where", everything_for_parents())
def test_nothing_that_parents_read_is_ruled_out_or_cold(where: str) -> None:
    ruled_out = found((*NEVER_TO_PARENTS, *COLD), {where: everything_for_parents()[where]})
    assert [row for row in ruled_out if row not in SAID_IN_THE_LEAFLET] == []


@pytest.mark.parametrize("one", TELLING.values(), ids=TELLING.keys())
def test_parents_can_read_it_at_eleven(one: Telling) -> None:
    assert age(one.written()) <= FOR_PARENTS


def test_a_text_and_the_points_of_a_conversation_can_be_read_at_eleven() -> None:
    said = everything_for_parents()
    waiting = [where for where in said if where.startswith(HOLDING)]
    assert len(waiting) > len(HOLDING)
    assert max(age(said[name]) for name in (*TEXTS, *waiting)) <= FOR_PARENTS
    assert age(" ".join(text for where, text in said.items() if where.startswith("first"))) <= FOR_PARENTS


@pytest.mark.parametrize("one", [one for name, one in TELLING.items() if "_after" in name])
def test_what_is_told_afterwards_is_sorry_and_leaves_the_reason_to_the_worker(one: Telling) -> None:
    said = one_line(one.written())
    assert "I am sorry that you are hearing it after the event" in said
    assert "[Say why in your own words, only if it can now be said without putting anyone at risk.]" in said
    assert "that is why I am telling you now" in said


@pytest.mark.parametrize(
    ("patterns", "text"),
    [
        (PROMISES, "Only the school nurse will hear it from me."),
        (PROMISES, "I will tell only the school."),
        (PROMISES, "I won't tell anybody."),
        (PROMISES, "What you say is confidential."),
        (PROMISES, "Nobody else will know."),
        (COLD, "It did not depend on a yes from you."),
        (COLD, "service users are told (3.5)"),
        (ASKS_FOR_A_YES, "Is it all right if I ring the school?"),
    ],
)
def test_the_lists_find_what_they_are_for(patterns: tuple[str, ...], text: str) -> None:
    assert found(patterns, {"here": text})
