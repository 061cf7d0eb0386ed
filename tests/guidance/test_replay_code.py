"""The code in a case note: it brings back the decision, holds nothing personal, and is refused when mistyped."""

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from guidance import replay_code
from guidance.decide import FactsError, decide
from guidance.facts import ShareFacts, YesNoUnsure
from guidance.paragraphs import VERSION
from guidance.replay_code import CodeError, decode, encode
from guidance.replay_digest import ALPHABET
from guidance.rulebook import FLOWS
from tests.guidance.facts_given import CRIME, HARMED, NEEDED, NOT_THEIRS, TOLD, items
from tests.guidance.sampling import any_facts

SHAPE = re.compile(rf"SG2-share-{VERSION}(-[{ALPHABET}]{{4}})+-[{ALPHABET}]{{3}}")


def replayed(facts: dict[str, Any], flow: str = "share") -> object:
    held = decode(encode(flow, facts))
    return decide(held.flow, held.facts)


@given(facts=any_facts("share"))
def test_a_code_brings_back_the_decision(facts: dict[str, Any]) -> None:
    assert replayed(facts) == decide("share", facts)


@given(facts=any_facts("share"))
def test_facts_from_a_code_bring_the_same_code(facts: dict[str, Any]) -> None:
    code = encode("share", facts)
    assert encode("share", decode(code).facts) == code


@given(facts=any_facts("share"))
def test_a_code_has_one_shape_and_fits_a_line(facts: dict[str, Any]) -> None:
    code = encode("share", facts)
    assert SHAPE.fullmatch(code)
    assert len(code) <= 45


@pytest.mark.parametrize("fact", ["recipient", "parents_attitude", "parents_consent"])
def test_free_text_leaves_no_trace_in_a_code(fact: str) -> None:
    assert encode("share", TOLD | {fact: "Maya's mother"}) == encode("share", TOLD)


def test_a_role_in_the_workers_own_words_is_held_as_neither() -> None:
    assert encode("share", TOLD | NOT_THEIRS) == encode("share", TOLD | {"worker_role": "Maya's aunt"})
    assert decode(encode("share", TOLD | NOT_THEIRS)).facts["worker_role"] == "neither"


def test_a_code_holds_the_flow_and_the_version_of_the_guidance() -> None:
    held = decode(encode("share", TOLD))
    assert (held.flow, held.guidance_version) == ("share", VERSION)


def test_a_code_holds_what_parents_were_told_item_by_item() -> None:
    held = decode(encode("share", NEEDED | items(what=True, why="unsure", used_for=False)))
    assert held.facts["parents_told_items"] == {"what": True, "why": "unsure", "used_for": False}


def test_other_facts_bring_another_code() -> None:
    some = (NEEDED, TOLD, NEEDED | CRIME, NEEDED | HARMED, TOLD | NOT_THEIRS, NEEDED | {"court_order": "unsure"})
    assert len({encode("share", facts) for facts in some}) == len(some)


@pytest.mark.parametrize("typed", [str.lower, str.upper, lambda code: f"  {code}\n"])
def test_a_code_may_be_typed_in_capitals_or_not_and_with_space_around_it(typed: Any) -> None:
    code = encode("share", NEEDED | CRIME)
    assert decode(typed(code)) == decode(code)


def test_a_code_with_any_one_character_changed_is_refused() -> None:
    code = encode("share", NEEDED | CRIME)
    for place, character in enumerate(code):
        other = "7" if character != "7" else "8"
        with pytest.raises(CodeError):
            decode(code[:place] + other + code[place + 1 :])


def test_a_code_with_two_neighbours_swapped_is_refused() -> None:
    code = encode("share", NEEDED | CRIME)
    for place in range(len(code) - 1):
        if code[place] != code[place + 1]:
            with pytest.raises(CodeError):
                decode(code[:place] + code[place + 1] + code[place] + code[place + 2 :])


def test_a_code_with_a_part_missing_is_refused() -> None:
    code = encode("share", NEEDED | CRIME)
    for length in range(len(code)):
        with pytest.raises(CodeError):
            decode(code[:length])


@pytest.mark.parametrize("text", ["", "-", "----", "hello", "SG1", "SG1-", "SG1-share-2026-11--", "😀", "x" * 100_000])
def test_what_is_no_code_is_refused(text: str) -> None:
    with pytest.raises(CodeError):
        decode(text)


@pytest.mark.parametrize(
    "body",
    [
        "SG1-other-2026-11-0000",
        "SG1-share-2026-11-IIII",
        "SG3-share-2026-11-0000-0000",
        "SG1-share-2026",
        "SG1-share",
        "SG1-share-2026-11" + "-ZZZZ" * 20,
    ],
    ids=["an unknown flow", "letters outside the alphabet", "a later make", "no month", "no version", "far too long"],
)
def test_a_whole_code_of_another_make_is_refused(body: str) -> None:
    with pytest.raises(CodeError):
        decode(f"{body}-{replay_code._checksum(body)}")


class WithALaterFact(ShareFacts):
    a_later_fact: YesNoUnsure | None = None


def test_a_code_outlives_a_fact_added_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    code = encode("share", NEEDED | CRIME)
    held = decode(code)
    known = FLOWS["share"]
    later = replace(known, facts=WithALaterFact, coded=(*known.coded, "a_later_fact"))
    monkeypatch.setitem(FLOWS, "share", later)
    assert {name: value for name, value in decode(code).facts.items() if name != "a_later_fact"} == held.facts


def test_a_code_from_a_note_of_the_first_make_is_still_read() -> None:
    held = decode("SG1-share-2026-11-0003-1PJN-2PMH-MHH")
    assert (held.digest, held.facts["child_has_suffered_harm"]) == (None, True)
    assert held.facts == decode(encode("share", held.facts)).facts


def test_facts_that_cannot_be_decided_on_have_no_code() -> None:
    with pytest.raises(FactsError, match="recipient_needs_to_know: missing"):
        encode("share", {})


@pytest.mark.parametrize("flow", ["nothing", ""])
def test_an_unknown_flow_has_no_code(flow: str) -> None:
    with pytest.raises(FactsError):
        encode(flow, TOLD)


@pytest.mark.parametrize(
    "facts",
    [
        NOT_THEIRS,
        TOLD,
        TOLD | {"case_summary_says": "may not be disclosed"},
        TOLD | {"is_social_work_staff": False},
        {"note_drafted": {"information_that_may_be_disclosed": True}},
    ],
    ids=["not theirs", "theirs", "what the summary said", "no social work staff", "an entry"],
)
def test_a_code_brings_back_a_decision_on_who_may_disclose(facts: dict[str, Any]) -> None:
    assert replayed(facts, "authority") == decide("authority", facts)
