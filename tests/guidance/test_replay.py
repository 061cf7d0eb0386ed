"""A decision run again from its code: whether it still holds, and what is said when that cannot be told."""

from dataclasses import replace
from itertools import islice
from typing import Any

import pytest

from guidance import replay_code, rulebook
from guidance.decide import decide
from guidance.enumeration import cases
from guidance.paragraphs import VERSION
from guidance.replay import replay
from guidance.replay_code import CodeError, encode
from tests.guidance.facts_given import CRIME, HARMED, NEEDED, TOLD

EVERY_FLOW: dict[str, dict[str, Any]] = {
    "share": TOLD,
    "gather": {"safeguarding_concerns": True, "parents_already_told": True},
    "document": {"audience": ["parents"], "third_party_document_included": False},
    "receive": {
        "name_noted": True,
        "details_noted": False,
        "restriction_stated": False,
        "wants_to_pass_on_the_written_document": False,
    },
    "first_contact": {"covered": {"privacy_notice": True}},
    "authority": {"worker_role": "duty worker"},
}


def stands(flow: str, facts: dict[str, Any]) -> bool:
    """Whether its code brings back the same decision, and says so."""
    replayed = replay(encode(flow, facts))
    return replayed.still_stands is True and replayed.decision == decide(flow, facts)


def decided_otherwise(monkeypatch: pytest.MonkeyPatch, flow: str, **changes: object) -> None:
    """From here on the rules of this flow give another decision."""
    known = rulebook.FLOWS[flow]
    monkeypatch.setitem(
        rulebook.FLOWS, flow, replace(known, decide=lambda facts: known.decide(facts).model_copy(update=changes))
    )


@pytest.mark.parametrize("flow", EVERY_FLOW)
def test_a_code_of_today_still_stands(flow: str) -> None:
    replayed = replay(encode(flow, EVERY_FLOW[flow]))
    assert replayed.still_stands is True
    assert replayed.decision == decide(flow, EVERY_FLOW[flow])


@pytest.mark.parametrize("flow", EVERY_FLOW)
def test_a_code_holds_every_fact_that_a_decision_of_the_enumeration_rests_on(flow: str) -> None:
    """One case in forty."""
    looked_at = list(islice(cases(flow), 0, None, 40))
    assert [facts for facts in looked_at if not stands(flow, facts)] == []


@pytest.mark.parametrize(
    ("flow", "field", "then"),
    [
        ("share", "may_go_ahead_now", False),
        ("share", "outstanding_before_go_ahead", ("refer",)),
        ("gather", "inform_parents", "before"),
        ("gather", "exception_grounds", ("further_risk",)),
        ("receive", "missing_from_record", ()),
        ("first_contact", "first_contact_missing", ()),
        ("authority", "must_refer_to_allocated_worker_or_supervisor", False),
    ],
)
def test_a_decision_that_was_another_then_no_longer_stands(flow: str, field: str, then: object) -> None:
    with pytest.MonkeyPatch.context() as earlier:
        decided_otherwise(earlier, flow, **{field: then})
        code = encode(flow, EVERY_FLOW[flow])
    replayed = replay(code)
    assert replayed.still_stands is False
    assert "answer differently" in replayed.in_words
    assert "cannot be read from it" in replayed.in_words


def test_a_sentence_said_in_other_words_leaves_a_decision_standing() -> None:
    with pytest.MonkeyPatch.context() as earlier:
        decided_otherwise(earlier, "share", reasons=(), weighed=())
        code = encode("share", NEEDED | CRIME)
    assert replay(code).still_stands is True


def test_a_code_of_another_version_stands_when_the_answer_is_the_same() -> None:
    with pytest.MonkeyPatch.context() as earlier:
        earlier.setattr("guidance.replay_code.VERSION", "2025-01")
        code = encode("share", NEEDED | CRIME)
    said = replay(code).to_json()
    assert (said["code_version"], said["version"], said["still_stands"]) == ("2025-01", VERSION, True)


def test_a_code_of_the_first_make_is_read_and_stands_under_its_own_version() -> None:
    code = made_before(VERSION)
    assert replay(code).still_stands is True
    assert replay(code).decision == decide("share", NEEDED | HARMED)


def test_whether_a_code_of_the_first_make_stands_under_another_version_cannot_be_told() -> None:
    replayed = replay(made_before("2025-01"))
    assert replayed.still_stands is None
    assert replayed.in_words.startswith("It cannot be told")
    assert replayed.decision == decide("share", NEEDED | HARMED)


def test_facts_that_todays_rules_cannot_decide_on_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    code = encode("authority", EVERY_FLOW["authority"])
    known = rulebook.FLOWS["authority"]
    monkeypatch.setitem(rulebook.FLOWS, "authority", replace(known, required=lambda _: ("note_drafted",)))
    said = replay(code).to_json()
    assert (said["decision"], said["still_stands"]) == (None, None)
    assert "note_drafted: missing" in said["in_words"]


def test_a_mistyped_code_is_not_replayed() -> None:
    with pytest.raises(CodeError):
        replay(encode("share", TOLD)[:-1])


def made_before(version: str) -> str:
    """A code of the first make: the same digits without the digest."""
    groups = encode("share", NEEDED | HARMED).split("-")[4:-2]
    body = f"SG1-share-{version}-{'-'.join(groups)}"
    return f"{body}-{replay_code._checksum(body)}"
