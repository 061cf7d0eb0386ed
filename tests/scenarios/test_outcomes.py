"""Every outcome of the sharing flow, reached in the chat, is the one that the rules give on facts written by hand."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

from cards.words import template_source
from guidance.decide import decide
from guidance.decision import Decision
from guidance.replay_code import decode
from tests.guidance.facts_given import (
    AGREED,
    ALL_FOUR,
    CONCERN,
    COURT,
    CRIME,
    HARMED,
    NEEDED,
    NOT_PRACTICABLE,
    NOT_THEIRS,
    PACK,
)
from tests.scenarios.journeys import HARM, ROUTINE, UNTOLD
from tests.scenarios.keeping import matters_kept
from tests.scenarios.reading import Card, own
from tests.scenarios.worker import Worker

SENSITIVE = {"special_category": True}
TOLD = NEEDED | ALL_FOUR
NURSE = {"child": "P", "them": "the school nurse"}


@dataclass(frozen=True)
class Case:
    """What the worker answers, the headline that follows, and the same case as facts for the rules."""

    answers: Mapping[str, str]
    headline: str
    facts: Mapping[str, Any]
    flow: str = "share"
    words: Mapping[str, str] = field(default_factory=dict)


CASES = {
    "yes": Case(ROUTINE, "yes", TOLD),
    "yes, as the supervisor": Case(
        ROUTINE | {"part_in_case": "supervisor"},
        "yes",
        TOLD | {"worker_role": "supervisor of the allocated social worker"},
    ),
    "yes, authorised": Case(
        ROUTINE | {"part_in_case": "authorised", "staff": "yes"},
        "yes",
        TOLD | NOT_THEIRS | {"authorised_by_allocated_or_supervisor": True},
    ),
    "untold for harm": Case(HARM, "yes_untold", NEEDED | HARMED | CONCERN),
    "untold for harm, sensitive": Case(HARM | {"kinds": "health"}, "yes_untold", NEEDED | HARMED | CONCERN | SENSITIVE),
    "untold for a crime": Case(
        UNTOLD | {"reasons": "crime", "crime_because": "DC N. asked us to wait."}, "yes_untold", NEEDED | CRIME
    ),
    "untold for want of a way": Case(
        UNTOLD | {"reasons": "not_practicable", "not_practicable_because": "T is abroad."},
        "yes_untold",
        NEEDED | NOT_PRACTICABLE,
    ),
    "untold by court order": Case(UNTOLD | {"reasons": "court", "court_covers": "all"}, "yes_untold", NEEDED | COURT),
    "a court order for part of it": Case(
        UNTOLD | {"reasons": "court", "court_covers": "part"}, "inform_parents_first", NEEDED
    ),
    "all four grounds at once": Case(
        HARM
        | {"reasons": "risk,crime,not_practicable,court", "crime_because": "a", "not_practicable_because": "b"}
        | {"court_covers": "all"},
        "yes_untold",
        NEEDED | HARMED | CONCERN | CRIME | NOT_PRACTICABLE | COURT,
    ),
    "tell first": Case(UNTOLD | {"reasons": "tell_first"}, "inform_parents_first", NEEDED),
    "tell first, told three of the four": Case(
        UNTOLD | {"told_items": "what,why,used_for", "reasons": "tell_first"},
        "inform_parents_first",
        NEEDED | {"parents_told_items": {"what": True, "why": True, "used_for": True, "to_whom": False}},
    ),
    "anger and habit are no grounds": Case(
        UNTOLD | {"reasons": "attitude,habit"}, "inform_parents_first", NEEDED | {"parents_attitude": "angry"}
    ),
    "harm, and no risk from telling": Case(HARM | {"real_concern": "no"}, "inform_parents_first", NEEDED | HARMED),
    "risk, and no harm known": Case(HARM | {"harm_suffered": "no"}, "take_to_supervisor", NEEDED | CONCERN),
    "not sure of the harm": Case(
        HARM | {"harm_suffered": "unsure"},
        "take_to_supervisor",
        NEEDED | CONCERN | {"child_has_suffered_harm": "unsure"},
    ),
    "not sure of anything": Case(
        UNTOLD | {"reasons": "unsure", "harm_suffered": "no", "real_concern": "no"},
        "take_to_supervisor",
        NEEDED
        | {
            "telling_parents_may_prejudice_crime_investigation": "unsure",
            "telling_not_reasonably_practicable": "unsure",
            "court_order": "unsure",
        },
    ),
    "not sure whose case": Case(ROUTINE | {"part_in_case": "unsure"}, "refer", TOLD | NOT_THEIRS),
    "not yours": Case(ROUTINE | {"part_in_case": "none"}, "not_yours", NOT_THEIRS, flow="authority"),
    "they don't need it": Case(
        ROUTINE | {"need_to_know": "no", "court_ordered": "no"},
        "do_not_share",
        {"recipient_needs_to_know": "no"} | dict.fromkeys(sorted(set(NEEDED) - {"recipient_needs_to_know"}), "unsure"),
    ),
    "they don't need it, and a court ordered it": Case(
        ROUTINE | {"need_to_know": "no", "court_ordered": "yes"},
        "ordered_without_need",
        {"recipient_needs_to_know": "no", "court_order": True}
        | dict.fromkeys(sorted(set(NEEDED) - {"recipient_needs_to_know"}), "unsure"),
    ),
    "no line kept": Case(
        ROUTINE | {"weights": "leave_out", "court_ordered": "no"},
        "do_not_share",
        dict.fromkeys(NEEDED, "no") | {"recipient_needs_to_know": "yes"},
    ),
    "no line passes the three tests": Case(
        ROUTINE
        | {"weights": "unsure", "line_relevant": "yes", "line_necessary": "no", "line_proportionate": "unsure"}
        | {"court_ordered": "no"},
        "do_not_share",
        dict.fromkeys(NEEDED, "no") | {"recipient_needs_to_know": "yes"},
    ),
    "a line left out is cut already": Case(ROUTINE | {"weights__L2": "leave_out"}, "yes", TOLD),
    "a line trimmed is cut already": Case(ROUTINE | {"weights__L2": "trim", "shorter": "P coughs"}, "yes", TOLD),
    "a line still to be trimmed": Case(
        ROUTINE | {"weights__L2": "trim"}, "cut_down", TOLD | {"information_proportionate": "partly"}
    ),
    "a line passes the three tests": Case(
        ROUTINE
        | {"weights__L2": "unsure", "line_relevant": "yes", "line_necessary": "yes", "line_proportionate": "yes"},
        "yes",
        TOLD,
    ),
    "not sure they need it": Case(
        ROUTINE | {"need_to_know": "unsure"}, "establish_need_to_know", TOLD | {"recipient_needs_to_know": "unsure"}
    ),
    "not sure of a line": Case(
        ROUTINE
        | {"weights__L2": "unsure", "line_relevant": "yes", "line_necessary": "unsure", "line_proportionate": "yes"},
        "establish_need_to_know",
        TOLD | {"information_necessary": "unsure"},
    ),
    "someone else's, agreed and talked over": Case(
        ROUTINE | {"someone_elses": "yes", "author_agreed": "written", "author_talk": "yes", "lawful_doubt": "no"},
        "yes",
        TOLD | AGREED,
    ),
    **{
        f"someone else's, agreement {agreed}": Case(
            ROUTINE | {"someone_elses": "yes", "author_agreed": agreed, "author_talk": "yes", "lawful_doubt": "no"},
            "author_written_consent",
            TOLD | AGREED | {"author_written_consent": "no"},
        )
        for agreed in ("written_other", "verbal", "refused", "not_asked", "forwarded", "unsure")
    },
    "someone else's, not talked over": Case(
        ROUTINE | {"someone_elses": "unsure", "author_agreed": "written", "author_talk": "no", "lawful_doubt": "no"},
        "discuss_with_author",
        TOLD | AGREED | {"third_party_document_included": "unsure", "discussed_with_author": False},
    ),
    "someone else's, lawful or not": Case(
        ROUTINE | {"someone_elses": "yes", "author_agreed": "written", "author_talk": "yes", "lawful_doubt": "yes"},
        "legal_advice",
        TOLD | AGREED | {"lawfulness_unclear": True},
    ),
    "not a professional": Case(
        ROUTINE | {"recipient": "not_professional", "recipient_named": "the football coach"},
        "outside",
        TOLD | {"recipient_is_professional": False, "recipient_in_professional_network": False},
        words={"them": "this person"},
    ),
    "several at once": Case(
        UNTOLD
        | {"part_in_case": "unsure", "reasons": "tell_first", "weights__L1": "trim"}
        | {"someone_elses": "yes", "author_agreed": "not_asked", "author_talk": "no", "lawful_doubt": "yes"},
        "several",
        NEEDED | PACK | NOT_THEIRS | {"information_proportionate": "partly", "lawfulness_unclear": True},
        words={"count": "Six"},
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
async def test_the_chat_comes_to_what_the_rules_give(worker: Worker, case: Case) -> None:
    await worker.say("share")
    answer = await worker.go_on(case.answers)
    expected = decide(case.flow, case.facts)
    assert answer.title == own(f"headlines.{case.headline}", **NURSE | dict(case.words))
    assert refs_shown(answer) == {reason.ref for reason in expected.reasons}
    assert decided_in_the_note(await close(worker)) == expected


def refs_shown(answer: Card) -> set[str]:
    """The paragraphs behind the answer's reasons, each to be opened."""
    opened = (e for e in answer.elements if e.get("type") == "Container" and str(e.get("id", "")).startswith("ref"))
    return {e["items"][0]["inlines"][0]["text"].split()[0] for e in opened}


async def close(worker: Worker) -> str:
    """Close without having shared; returns the note."""
    if "passed_on" in worker.card.verbs:
        await worker.press("passed_on", passed_on_to="K.O., by message")
    else:
        await worker.press("not_shared", not_shared_because="They rang themselves.")
    return worker.card.filled["note"]


def decided_in_the_note(note: str) -> Decision:
    """What the rules give on the facts that the note's replay code holds."""
    code = note.partition("Replay code ")[2].split(". ")[0]
    replayed = decode(code)
    return decide(replayed.flow, replayed.facts)


def test_every_headline_is_reached() -> None:
    """All but the one of a parent who knows beside one who does not, which has transcripts of its own."""
    assert {case.headline for case in CASES.values()} == set(template_source("headlines")) - {"one_parent"}


async def test_they_know_now_works_the_answer_out_again(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(UNTOLD | {"reasons": "tell_first"})
    await worker.press("they_know", told_how="at home, both there")
    assert worker.card.title == own("headlines.yes", **NURSE)
    await worker.press("shared", shared_how="phone")
    assert "at home, both there" in worker.card.filled["note"]
    assert decided_in_the_note(worker.card.filled["note"]) == decide("share", TOLD)


async def test_they_know_now_removes_only_that_from_several(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(UNTOLD | {"reasons": "tell_first", "weights__L1": "trim"})
    assert worker.card.title == own("headlines.several", count="Two", **NURSE)
    await worker.press("they_know", told_how="both, by phone")
    assert worker.card.title == own("headlines.cut_down", **NURSE)


@pytest.mark.parametrize("name", ["tell first", "a line still to be trimmed", "risk, and no harm known"])
async def test_shared_against_the_answer_asks_for_the_reason(worker: Worker, name: str) -> None:
    await worker.say("share")
    await worker.go_on(CASES[name].answers)
    await worker.press("shared", shared_how="phone")
    assert "departed_because" in worker.card.asks
    await worker.press("next", departed_because="P could not wait.")
    assert "P could not wait." in worker.card.filled["note"]


async def test_until_it_is_closed_nothing_says_that_it_was_shared(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE)
    assert worker.card.says("answer.not_shared_yet")
    assert "note" not in worker.card.filled


NOT_OFFERED = {
    "not yours": ("words", "words for the school nurse", "they know", "I've shared it", "I didn't"),
    "they don't need it": ("words", "words for the school nurse", "they know", "passed on"),
    "no line kept": ("words", "words for the school nurse", "they know", "passed on"),
    "risk, and no harm known": ("words", "passed on"),
    "yes": ("words", "passed on", "copied"),
}


@pytest.mark.parametrize(("name", "typed"), NOT_OFFERED.items(), ids=NOT_OFFERED.keys())
async def test_what_an_answer_does_not_offer_cannot_be_typed_either(
    worker: Worker, name: str, typed: tuple[str, ...]
) -> None:
    await worker.say("share")
    answer = await worker.go_on(CASES[name].answers)
    before = matters_kept(worker.bot.database_url)
    for text in typed:
        await worker.say(text)
        assert worker.card.title == answer.title, text
        assert worker.below == [], text
    after = matters_kept(worker.bot.database_url)
    assert [row["content"] for row in after] == [row["content"] for row in before]


async def test_after_it_was_shared_they_know_does_not_make_the_note_say_that_they_were_told_first(
    worker: Worker,
) -> None:
    await worker.say("share")
    await worker.go_on(UNTOLD | {"reasons": "tell_first"})
    await worker.press("shared", shared_how="phone")
    await worker.press("next", departed_because="P could not wait.")
    note = worker.card.filled["note"]
    await worker.say("they know")
    assert worker.card.filled["note"] == note


MISTAKEN = {
    "a mistyped year": ("0026-03-11", "0026-03-11"),
    "no such day": ("2026-02-30", ""),
    "still to come": ("01/01/2999", "2999-01-01"),
    "no day": ("x", ""),
}


@pytest.mark.parametrize(("day", "shown"), MISTAKEN.values(), ids=MISTAKEN.keys())
async def test_a_day_that_cannot_be_is_asked_again_and_the_rest_stays(worker: Worker, day: str, shown: str) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE)
    await worker.press("shared", shared_when__date=day, shared_how="phone", parents_said="They were pleased.")
    assert worker.card.name == "shared"
    assert worker.card.filled.get("shared_when__date", "") == shown  # never today in place of what was typed
    await worker.press("next", shared_when__date="2026-03-11")
    assert "They were pleased." in worker.card.filled["note"]
    assert "11/03/2026" in worker.card.filled["note"]
