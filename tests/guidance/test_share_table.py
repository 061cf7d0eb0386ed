"""Sharing, case by case: the facts, and what the guidance makes of them. Every expectation was written by hand."""

from dataclasses import dataclass
from typing import Any

import pytest

from guidance.decide import decide
from tests.guidance.facts_given import (
    AGREED,
    ALL_FOUR,
    CONCERN,
    COURT,
    CRIME,
    HARMED,
    ITEMS,
    NEEDED,
    NOT_PRACTICABLE,
    NOT_THEIRS,
    PACK,
    TOLD,
    items,
)

FLAGS = {
    "consent": "author_written_consent_needed",
    "talk": "discuss_with_author_agency",
    "lawyers": "legal_advice_needed",
    "cut": "must_cut_down_or_not_share",
    "refer": "must_refer_to_allocated_worker_or_supervisor",
    "tell_later": "tell_family_afterwards_or_when_safe",
    "redaction": "redaction_needed_by_worker_and_manager",
    "legal_redaction": "legal_services_redaction_needed",
}
GO, WAIT = True, False
DONE, BEFORE, EXCEPTION, SUPERVISOR = "already done", "before", "exception: not before", "take to supervisor"


@dataclass(frozen=True)
class Case:
    """Facts, and what comes of them; `grounds` and `flags` name those that hold, the other flags being false."""

    name: str
    facts: dict[str, Any]
    go: bool
    outstanding: str = ""
    inform_parents: str | None = DONE
    grounds: str | None = ""
    flags: str = ""


NEED_TO_KNOW = (
    Case("all four tests are met", TOLD, GO),
    *(
        Case(f"{test} is not met", TOLD | {test: "no"}, WAIT, "do_not_share", None, None, "cut")
        for test in ("recipient_needs_to_know", "information_relevant", "information_necessary")
    ),
    Case("out of proportion", TOLD | {"information_proportionate": "no"}, WAIT, "do_not_share", None, None, "cut"),
    Case("partly relevant", TOLD | {"information_relevant": "partly"}, WAIT, "cut_down", flags="cut"),
    Case("partly necessary", TOLD | {"information_necessary": "partly"}, WAIT, "cut_down", flags="cut"),
    Case("partly in proportion", TOLD | {"information_proportionate": "partly"}, WAIT, "cut_down", flags="cut"),
    Case("not sure who needs it", TOLD | {"recipient_needs_to_know": "unsure"}, WAIT, "establish_need_to_know"),
    Case("not sure it is relevant", TOLD | {"information_relevant": "unsure"}, WAIT, "establish_need_to_know"),
    Case("not sure it is necessary", TOLD | {"information_necessary": "unsure"}, WAIT, "establish_need_to_know"),
    Case("not sure of proportion", TOLD | {"information_proportionate": "unsure"}, WAIT, "establish_need_to_know"),
    Case(
        "partly one thing and not sure of another",
        TOLD | {"information_relevant": "partly", "information_necessary": "unsure"},
        WAIT,
        "cut_down establish_need_to_know",
        flags="cut",
    ),
    Case(
        "a plain no beside partly and not sure",
        NEEDED | {"information_relevant": "no", "information_necessary": "partly", "recipient_needs_to_know": "unsure"},
        WAIT,
        "do_not_share",
        None,
        None,
        "cut",
    ),
    Case("no professional", TOLD | {"recipient_is_professional": False}, WAIT, "take_to_supervisor"),
    Case("not sure it is a professional", TOLD | {"recipient_is_professional": "unsure"}, WAIT, "take_to_supervisor"),
    Case("outside the network", TOLD | {"recipient_in_professional_network": False}, GO),
    Case("not sure of the network", TOLD | {"recipient_in_professional_network": "unsure"}, GO),
)

NOTHING_MAY_BE_SHARED = (
    Case(
        "and this person may not disclose",
        NEEDED | NOT_THEIRS | {"information_relevant": "no"},
        WAIT,
        "refer do_not_share",
        None,
        None,
        "cut refer",
    ),
    Case(
        "and a ground holds, sensitive",
        NEEDED | CRIME | {"information_relevant": "no", "sensitive": True},
        WAIT,
        "do_not_share",
        None,
        None,
        "cut",
    ),
    Case(
        "and there is risk with no harm known",
        NEEDED | CONCERN | {"information_relevant": "no"},
        WAIT,
        "do_not_share",
        None,
        None,
        "cut",
    ),
    Case(
        "to someone who is no professional",
        NEEDED | {"recipient_needs_to_know": "no", "recipient_is_professional": False},
        WAIT,
        "do_not_share",
        None,
        None,
        "cut",
    ),
    Case(
        "with someone else's report, and lawfulness unclear",
        NEEDED | PACK | {"information_necessary": "no", "lawfulness_unclear": True},
        WAIT,
        "do_not_share",
        None,
        None,
        "cut consent talk lawyers",
    ),
)

TELLING = (
    Case("told nothing", NEEDED, WAIT, "inform_parents_first", BEFORE),
    Case("not sure they were told", NEEDED | {"parents_already_told": "unsure"}, WAIT, "inform_parents_first", BEFORE),
    Case("told each of the four", NEEDED | ALL_FOUR, GO),
    Case("told each of the four, against the general answer", TOLD | {"parents_already_told": False} | ALL_FOUR, GO),
    *(
        Case(f"told all but {item}", TOLD | items(**{item: False}), WAIT, "inform_parents_first", BEFORE)
        for item in ITEMS
    ),
    *(
        Case(f"not sure they were told {item}", TOLD | items(**{item: "unsure"}), WAIT, "inform_parents_first", BEFORE)
        for item in ITEMS
    ),
    Case("items not given inherit that they were told", TOLD | items(what=True), GO),
    Case("items not given inherit that they were not", NEEDED | items(what=True), WAIT, "inform_parents_first", BEFORE),
    Case("told, and angry", TOLD | {"parents_attitude": "furious", "parents_consent": "refused"}, GO),
    Case(
        "untold, and agreeing",
        NEEDED | {"parents_consent": "given in writing"},
        WAIT,
        "inform_parents_first",
        BEFORE,
    ),
)

GROUNDS = (
    Case("harm and concern", NEEDED | HARMED | CONCERN, GO, "", EXCEPTION, "harm"),
    Case("crime", NEEDED | CRIME, GO, "", EXCEPTION, "crime"),
    Case("not practicable", NEEDED | NOT_PRACTICABLE, GO, "", EXCEPTION, "not_practicable"),
    Case("court order", NEEDED | COURT, GO, "", EXCEPTION, "court_order"),
    Case(
        "all four at once",
        NEEDED | COURT | NOT_PRACTICABLE | CRIME | CONCERN | HARMED,
        GO,
        "",
        EXCEPTION,
        "harm crime not_practicable court_order",
    ),
    Case("harm with no risk from telling", NEEDED | HARMED, WAIT, "inform_parents_first", BEFORE),
    Case("risk with no harm known", NEEDED | CONCERN, WAIT, "take_to_supervisor", SUPERVISOR),
    Case("risk with no harm known, and crime", NEEDED | CONCERN | CRIME, GO, "", EXCEPTION, "crime"),
    Case("risk with no harm known, but told", TOLD | CONCERN, GO),
    Case("anger is no ground", NEEDED | {"parents_attitude": "angry"}, WAIT, "inform_parents_first", BEFORE),
    Case("refusal is no ground", NEEDED | {"parents_consent": "refused"}, WAIT, "inform_parents_first", BEFORE),
    Case(
        "only one of them told",
        NEEDED | {"only_one_parent_told": True},
        WAIT,
        "take_to_supervisor",
        SUPERVISOR,
    ),
    Case(
        "only one of them told, all four said",
        TOLD | {"only_one_parent_told": True},
        WAIT,
        "take_to_supervisor",
        SUPERVISOR,
    ),
    Case("only one told, on a ground", NEEDED | CRIME | {"only_one_parent_told": True}, GO, "", EXCEPTION, "crime"),
    Case("told, and a ground holds", TOLD | HARMED | CONCERN, GO, "", DONE, "harm"),
    Case("told, and crime and a court order", TOLD | CRIME | COURT, GO, "", DONE, "crime court_order"),
    Case("told three of four, and a ground", TOLD | items(why=False) | CRIME, GO, "", EXCEPTION, "crime"),
)

UNSURE = (
    Case(
        "of harm, with concern",
        NEEDED | CONCERN | {"child_has_suffered_harm": "unsure"},
        WAIT,
        "take_to_supervisor",
        SUPERVISOR,
    ),
    *(
        Case(f"of {limb}", NEEDED | {limb: "unsure"}, WAIT, "inform_parents_first take_to_supervisor", BEFORE)
        for limb in (
            "child_has_suffered_harm",
            "real_concern_that_telling_parents_risks_further_harm",
            "telling_not_reasonably_practicable",
            "court_order",
        )
    ),
    *(
        Case(f"of what telling could do: {name}", NEEDED | facts, WAIT, "take_to_supervisor", SUPERVISOR)
        for name, facts in (
            ("an investigation", {"telling_parents_may_prejudice_crime_investigation": "unsure"}),
            ("more harm", HARMED | {"real_concern_that_telling_parents_risks_further_harm": "unsure"}),
            (
                "more harm, and of harm",
                {
                    "child_has_suffered_harm": "unsure",
                    "real_concern_that_telling_parents_risks_further_harm": "unsure",
                },
            ),
        )
    ),
    Case(
        "of harm alone",
        NEEDED | {"child_has_suffered_harm": "unsure"},
        WAIT,
        "inform_parents_first take_to_supervisor",
        BEFORE,
    ),
    Case("of a limb, but told", TOLD | {"court_order": "unsure"}, GO),
    Case(
        "of a limb, beside a ground that holds", NEEDED | CRIME | {"court_order": "unsure"}, GO, "", EXCEPTION, "crime"
    ),
    Case(
        "who wrote it, with the author's consent and the talk",
        TOLD | AGREED | {"third_party_document_included": "unsure"},
        GO,
        flags="consent talk",
    ),
    Case(
        "who wrote it",
        TOLD | PACK | {"third_party_document_included": "unsure"},
        WAIT,
        "author_written_consent discuss_with_author",
        flags="consent talk",
    ),
    Case(
        "of the talk",
        TOLD | AGREED | {"discussed_with_author": "unsure"},
        WAIT,
        "discuss_with_author",
        flags="consent talk",
    ),
    Case(
        "whether it would be lawful",
        TOLD | AGREED | {"lawfulness_unclear": "unsure"},
        WAIT,
        "legal_advice",
        flags="consent talk lawyers",
    ),
    Case(
        "of being authorised",
        TOLD | NOT_THEIRS | {"authorised_by_allocated_or_supervisor": "unsure"},
        WAIT,
        "refer",
        flags="refer",
    ),
)

WHO = (
    Case("the supervisor", TOLD | {"worker_role": "supervisor of the allocated social worker"}, GO),
    Case("someone else", TOLD | NOT_THEIRS, WAIT, "refer", flags="refer"),
    Case("no role at all", TOLD | {"worker_role": ""}, WAIT, "refer", flags="refer"),
    Case("authorised", TOLD | NOT_THEIRS | {"authorised_by_allocated_or_supervisor": True}, GO),
    Case(
        "not authorised",
        TOLD | NOT_THEIRS | {"authorised_by_allocated_or_supervisor": False},
        WAIT,
        "refer",
        flags="refer",
    ),
    *(
        Case(
            f"not social work staff, {name}",
            TOLD | facts | {"is_social_work_staff": said},
            WAIT,
            "refer",
            flags="refer",
        )
        for said in (False, "unsure")
        for name, facts in (
            (f"{said}, allocated", {}),
            (f"{said}, authorised", NOT_THEIRS | {"authorised_by_allocated_or_supervisor": True}),
        )
    ),
    Case("the allocated worker needs no one", TOLD | {"authorised_by_allocated_or_supervisor": False}, GO),
    Case(
        "a ground makes no one authorised",
        NEEDED | NOT_THEIRS | COURT,
        WAIT,
        "refer",
        EXCEPTION,
        "court_order",
        "refer",
    ),
    Case(
        "agreement makes no ground",
        NEEDED | NOT_THEIRS | CONCERN | {"authorised_by_allocated_or_supervisor": True},
        WAIT,
        "take_to_supervisor",
        SUPERVISOR,
    ),
)

SOMEONE_ELSES_TEXT = (
    Case("agreed in writing and talked over", TOLD | AGREED, GO, flags="consent talk"),
    Case(
        "agreed in writing, never talked over",
        TOLD | AGREED | {"discussed_with_author": False},
        WAIT,
        "discuss_with_author",
        flags="consent talk",
    ),
    *(
        Case(
            f"talked over, consent {consent}",
            TOLD | AGREED | {"author_written_consent": consent},
            WAIT,
            "author_written_consent",
            flags="consent talk",
        )
        for consent in ("no", "verbal only", "not asked", "n/a")
    ),
    Case("neither", TOLD | PACK, WAIT, "author_written_consent discuss_with_author", flags="consent talk"),
    Case(
        "lawfulness unclear, consent in hand",
        TOLD | AGREED | {"lawfulness_unclear": True},
        WAIT,
        "legal_advice",
        flags="consent talk lawyers",
    ),
    Case(
        "a ground never stands in for consent",
        NEEDED | PACK | HARMED | CONCERN,
        WAIT,
        "author_written_consent discuss_with_author",
        EXCEPTION,
        "harm",
        "consent talk",
    ),
    Case(
        "nor does a court order",
        NEEDED | PACK | COURT,
        WAIT,
        "author_written_consent discuss_with_author",
        EXCEPTION,
        "court_order",
        "consent talk",
    ),
    Case("nothing of section 4 without a document", TOLD | {"lawfulness_unclear": True}, GO),
    Case("consent refused for a document that is not in it", TOLD | {"author_written_consent": "no"}, GO),
)

SENSITIVE = (
    Case("on a ground", NEEDED | CRIME | {"sensitive": True}, GO, "", EXCEPTION, "crime", "tell_later"),
    Case("special, on a ground", NEEDED | CRIME | {"special_category": True}, GO, "", EXCEPTION, "crime", "tell_later"),
    Case("not sure, on a ground", NEEDED | CRIME | {"sensitive": "unsure"}, GO, "", EXCEPTION, "crime", "tell_later"),
    Case(
        "not sure it is special, on a ground",
        NEEDED | CRIME | {"special_category": "unsure"},
        GO,
        "",
        EXCEPTION,
        "crime",
        "tell_later",
    ),
    Case(
        "special but not marked sensitive, by court order",
        NEEDED | COURT | {"special_category": True, "sensitive": False},
        GO,
        "",
        EXCEPTION,
        "court_order",
        "tell_later",
    ),
    Case("told, and a ground", TOLD | CRIME | {"sensitive": True}, GO, "", DONE, "crime"),
    Case("untold, no ground", NEEDED | {"sensitive": True}, WAIT, "inform_parents_first", BEFORE),
    Case("told", TOLD | {"special_category": True}, GO),
)

ACCUMULATED = (
    Case(
        "everything that can stand together",
        NEEDED
        | NOT_THEIRS
        | PACK
        | {
            "court_order": "unsure",
            "information_relevant": "partly",
            "recipient_needs_to_know": "unsure",
            "lawfulness_unclear": True,
            "recipient_is_professional": False,
        },
        WAIT,
        "inform_parents_first refer cut_down establish_need_to_know author_written_consent discuss_with_author"
        " legal_advice take_to_supervisor",
        BEFORE,
        "",
        "cut refer consent talk lawyers",
    ),
    Case(
        "two reasons for the supervisor are one line",
        NEEDED | CONCERN | {"recipient_is_professional": False},
        WAIT,
        "take_to_supervisor",
        SUPERVISOR,
    ),
    Case(
        "cut down and sensitive on a ground",
        NEEDED | CRIME | {"information_necessary": "partly", "sensitive": True},
        WAIT,
        "cut_down",
        EXCEPTION,
        "crime",
        "cut tell_later",
    ),
)

CASES = {
    f"{group}: {case.name}": case
    for group, cases in {
        "3.7": NEED_TO_KNOW,
        "3.7 nothing": NOTHING_MAY_BE_SHARED,
        "3.5": TELLING,
        "3.9": GROUNDS,
        "unsure": UNSURE,
        "3.10": WHO,
        "4": SOMEONE_ELSES_TEXT,
        "3.12": SENSITIVE,
        "together": ACCUMULATED,
    }.items()
    for case in cases
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_the_guidance_decides_as_written(case: Case) -> None:
    decision = decide("share", case.facts)
    true_flags = {short for short, name in FLAGS.items() if getattr(decision, name)}
    said = (decision.may_go_ahead_now, " ".join(decision.outstanding_before_go_ahead), decision.inform_parents)
    assert said == (case.go, case.outstanding, case.inform_parents)
    assert decision.exception_grounds == (None if case.grounds is None else tuple(case.grounds.split()))
    assert true_flags == set(case.flags.split())


def test_every_case_has_a_name_of_its_own() -> None:
    groups = (NEED_TO_KNOW, NOTHING_MAY_BE_SHARED, TELLING, GROUNDS, UNSURE, WHO, SOMEONE_ELSES_TEXT, SENSITIVE)
    assert len(CASES) == sum(len(group) for group in groups) + len(ACCUMULATED)
