"""The field's terms are explained, duties are said with their force, and nothing is said to be done before it is."""

import re

import pytest

from guidance.glossary import find_term
from guidance.paragraphs import paragraphs
from tests.cards.drawn import every_card, every_text
from tests.cards.test_voice import everything_written, found
from tests.cards.walking import INPUTS, of_type

pytestmark = pytest.mark.long

TERMS = {
    "redact": r"\bredact",
    "lawful": r"\blawful",
    "legal basis": r"\blegal basis\b",
    "relevant": r"\brelevant\b",
    "necessary": r"\bnecessary\b",
    "proportionate": r"\bproportionate\b",
    "need to know": r"\bneeds? to know\b",
    "restriction": r"\brestriction",
    "disclose": r"\bdisclos",
    "consent": r"\bconsent",
    "authorised": r"\bauthoris",
    "exception": r"\bexception",
    "not reasonably practicable": r"\bpracticable\b",
    "undue delay": r"\bundue delay\b",
    "further risk": r"\bfurther risk\b",
    "court order": r"\bcourt order\b",
    "allocated worker": r"\ballocated\b",
    "social work staff": r"\bsocial work staff\b",
    "author": r"\bthe author\b",
    "third party": r"\bthird part(?:y|ies)\b",
    "professional network": r"\b(?:professional|the) network\b",
    "network checks": r"\bnetwork checks?\b",
    "safeguarding concern": r"\bsafeguarding concern",
    "assessment": r"\bassessment",
    "enquiry": r"\benquir(?:y|ies)\b",
    "special category": r"\bspecial (?:category|kinds)\b",
    "sensitive": r"\bsensitive\b",
    "privacy notice": r"\bprivacy notice\b",
    "case note": r"\bcase note\b",
    "case summary": r"\bcase summary\b",
    "court bundle": r"\bcourt bundle\b",
    "MOSAIC": r"\bMOSAIC\b",
    "CAMHS": r"\bCAMHS\b",
    "Legal Services": r"\bLegal Services\b",
    "Information Governance": r"\bInformation Governance\b",
    "duty team": r"\bduty team\b",
    "Care Order": r"\bCare Order\b",
    "Interim Care Order": r"\binterim (?:care )?order\b",
    "Supervision Order": r"\bSupervision Order\b",
    "section 20": r"\bsection 20\b",
    "protection plan": r"\bprotection plan\b",
    "subject access": r"\bsubject access\b",
    "freedom of information": r"\bfreedom of information\b",
    "parental responsibility": r"\bparental responsibility\b",
    "good practice": r"\bgood practice\b",
    "replay code": r"\breplay code\b",
    "matter": r"\bmatters?\b",
}
"""The terms of the field and of the product, each as it is asked for, and as it is in a sentence."""

UNEXPLAINED = (
    r"\b(?:LADO|MASH|CIN|CP plan|PLO|IRO|EHC|DSL|TAF|MARAC|LAC|CLA|S47|s\.47|EDT|DPO|DPIA|SAR)\b",
    r"\b(?:statutory|multi-agency|inter-agency|wraparound|lived experience|step(?:ped)?[- ]down|triangulat\w+)\b",
    r"\b(?:leverage|stakeholders?|going forward|signpost(?:ing|ed)?|touch base|robust(?:ly)?)\b",
    r"\bservice users?\b|\bclients?\b",
)
"""Abbreviations and office words that no card uses."""

AS_A_MUST = (
    r"\bmust(?:n't)?\b|\bshall\b(?! (?:we|I)\b)|\brequired by law\b",
    r"\bobliged\b|\bobligation|\bmandatory\b|\bcompulsory\b|\bis required\b",
    r"(?<!nothing )(?<!n't )(?<!a court ordered it on \[date\], so I )\bha(?:s|ve|d) to\b",
)
REASONS_ASKED = re.compile(r"asking (?:tell_first|\w*grounds)$")
DONE = r"WHAT WAS (?:SHARED|GIVEN)|CHECKS MADE|INFORMATION REQUESTED|NOT TOLD FIRST|Shared with"


@pytest.fixture(scope="module")
def all_words() -> str:
    """Every word of every template, every restatement, and every card."""
    return "\n".join([text for _, text in everything_written()] + [*every_text().values()])


@pytest.mark.parametrize("term", TERMS)
def test_every_term_of_the_field_that_is_used_can_be_asked_for(term: str, all_words: str) -> None:
    assert re.search(TERMS[term], all_words, re.IGNORECASE), f"{term} is used nowhere: take it off the list"
    assert find_term(term) is not None


def test_no_abbreviation_and_no_office_word_stands_unexplained() -> None:
    cards = every_text().items()
    assert found(UNEXPLAINED, [row for row in (*everything_written(), *cards) if not row[0].startswith("term ")]) == []


def test_policy_is_never_said_as_if_it_were_law() -> None:
    assert found(AS_A_MUST, list(everything_written())) == []


@pytest.mark.parametrize("ref", [ref for ref, said in paragraphs().items() if said.force == "law"])
def test_what_is_law_names_the_law_or_the_court(ref: str) -> None:
    said = paragraphs()[ref]
    assert re.search(r"\b(?:law|legal basis|Acts?|court)\b", said.text)


@pytest.mark.parametrize("ref", [ref for ref, said in paragraphs().items() if said.force != "background"])
def test_every_paragraph_is_shown_with_its_force(ref: str) -> None:
    named = {"law": "(law)", "policy": "(council policy)"}[paragraphs()[ref].force]
    assert named in every_text()[f"paragraph {ref}"].split(paragraphs()[ref].text)[0]


def test_no_note_says_that_something_was_done_before_it_was() -> None:
    read = every_text()
    still_to_come = {name: text for name, text in read.items() if re.search(r"^Title: NOT YET", text, re.MULTILINE)}
    assert {name.partition(":")[0] for name in still_to_come} >= {
        "note, not yet shared",
        "gather",
        "document",
        "first_contact",
    }
    assert [name for name, text in still_to_come.items() if re.search(DONE, text)] == []


def test_no_reason_is_ticked_or_written_before_the_worker_does() -> None:
    asked = {name: card for name, card in every_card().items() if REASONS_ASKED.search(name)}
    assert len(asked) >= len(("share", "authority", "gather", "document"))
    given = [(name, one["id"]) for name, card in asked.items() for one in of_type(card, *INPUTS) if one.get("value")]
    assert given == []
