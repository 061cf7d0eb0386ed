"""How the words sound: what never appears, British spelling, policy never said as a must."""

import re
from collections.abc import Iterator, Mapping

import pytest

from dialogs.understanding.intents.outside_topics import TOPICS
from guidance.glossary import glossary
from guidance.paragraphs import paragraphs
from guidance.reasons import sentences as reasons
from tests.cards.drawn import every_text
from tests.cards.keys import FOLDER, sentences

pytestmark = pytest.mark.long

PARENTS = (
    "said_before",
    "letter_before",
    "text_before",
    "text_after_talking",
    "said_after",
    "letter_after",
    "leaflet",
)
"""The letters whose words reach parents."""

NEVER_ANYWHERE = (
    r"you are (?:now )?authorised",
    r"\bcleared\b",
    r"\b(?:non-)?complian(?:t|ce)\b",
    r"safe to (?:share|tell)\b",
    r"\d ?%(?!})|\bper ?cent\b|\bpercent",
    r"risk (?:score|level|rating)|\b(?:low|medium|high) risk\b",
    r"no harm has been suffered|has not been harmed|have not been harmed",
    r"\bGDPR\b",
    r"don['\u2019]t worry|no need to worry",
    r"just routine|only routine|\broutine\b",
    r"between us|keep it secret|our secret|off the record",
    "[\u2713\u2714\u2705\u2611\u2717\u274c\U0001f389\U0001f38a\U0001f44d]",
    r"\bcongratulations\b|\bwell done\b|\bgreat job\b",
    r"\bdeclined\b|\bdeparted from\b",
    r"\bAI-generated\b|\bI am an AI\b",
)
NEVER_TO_PARENTS = (
    r"\bconsent",
    r"\bpermission",
    r"\bagree",
    r"\bsign(?:ed|ature|ing)?\b",
    r"\bhostile\b",
    r"\bfail(?:ed|ure|s)? to\b",
    r"\bnon-complian",
    r"\bservice users?\b",
    r"\bpolice\b|\binvestigat",
    r"\bsuspicio|\ballegation|\ballege|\bconcerns about you\b",
    r"\bmust\b",
    r"\breferr(?:al|er|ed)\b|\banonymous",
    r"\bsubject to\b|\bpursuant\b|\bhereby\b|\bdisclos",
)
SAID_IN_THE_LEAFLET = (("letters/first_contact/leaflet.j2", "police"), ("leaflet", "police"))
"""The leaflet alone says to whom things are told at all, and so names the police among others (3.3(b))."""
NEVER_IN_NOTES = (
    r"\bobviously\b|\bclearly\b",
    r"\bhostile\b|\bnon-complian|\bfailed to\b|\bservice user",
    r"\bauthorised to share\b",
    r"no harm has been suffered",
)
AMERICAN = (
    r"\b(?:organiz|recogniz|authoriz|apologiz|prioritiz|summariz|minimiz|realiz|finaliz|utiliz)\w*",
    r"\b(?:color|favor|behavior|neighbor|honor|labor|harbor)\w*",
    r"\b(?:center|theater|meter)s?\b",
    r"\b(?:defense|offense|license to|practise note)\b",
    r"\b(?:traveled|canceled|labeled|modeled|counseling|counselor|fulfill|enroll|skillful)\w*",
    r"\b(?:gray|program|catalog|dialog|check mark|zip code|cell ?phone|mom|gotten|toward|math|school district)\b",
    r"\b(?:caseworker|child protective services|CPS)\b",
)


def everything_written() -> Iterator[tuple[str, str]]:
    """Every sentence that a person can read, with where it is."""
    yield from sentences()
    yield from ((path.name, path.read_text("utf-8")) for path in sorted((FOLDER / "letters").rglob("*.j2")))
    yield from ((f"paragraph {ref}", f"{said.heading}. {said.text}") for ref, said in paragraphs().items())
    yield from ((f"term {key}", f"{term.term}: {term.text}") for key, term in glossary().items())
    yield from ((f"reason {key}", text) for key, text in reasons().items())


def found(patterns: tuple[str, ...], written: Mapping[str, str] | list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The places of one of these, with the words themselves."""
    rows = written.items() if isinstance(written, Mapping) else written
    return [
        (where, match.group(0))
        for where, text in rows
        for pattern in patterns
        for match in re.finditer(pattern, text, re.IGNORECASE)
    ]


LETTERS = {
    str(path.relative_to(FOLDER)): path.read_text("utf-8")
    for name in PARENTS
    for path in sorted((FOLDER / "letters").glob(f"*/{name}.j2"))
}
"""Those of every flow."""
NOTES = {str(path.relative_to(FOLDER)): path.read_text("utf-8") for path in sorted(FOLDER.glob("letters/*/note.j2"))}


def test_what_must_never_appear_appears_nowhere() -> None:
    assert found(NEVER_ANYWHERE, list(everything_written())) == []


def test_what_must_never_appear_appears_on_no_card() -> None:
    assert found(NEVER_ANYWHERE, every_text()) == []


def test_what_parents_must_never_read_stands_in_no_letter_of_theirs() -> None:
    assert [row for row in found(NEVER_TO_PARENTS, LETTERS) if row not in SAID_IN_THE_LEAFLET] == []


def test_no_note_holds_words_that_judge() -> None:
    words_of_notes = [(key, text) for key, text in sentences() if re.match(r"(?:in_\w+\.)?note\.", key)]
    assert found(NEVER_IN_NOTES, NOTES) == []
    assert found(NEVER_IN_NOTES, words_of_notes) == []


def test_spelling_is_british() -> None:
    assert found(AMERICAN, list(everything_written())) == []


def test_what_is_outside_the_guidance_always_comes_with_someone_to_ask() -> None:
    answers = [(name, text.lower()) for name, text in every_text().items() if name.startswith("answer:")]
    outside = [(name, text) for name, text in answers if re.search("outside th|doesn't cover", text)]
    assert outside
    assert [name for name, text in outside if "supervisor" not in text] == []


def test_every_refusal_says_what_is_not_covered_what_to_do_meanwhile_whom_to_ask_and_what_to_have_ready() -> None:
    refused = {name: text for name, text in every_text().items() if name.startswith("outside ")}
    assert len(refused) >= len(TOPICS)
    for name, text in refused.items():
        assert re.search("the guidance|outside this guidance", text, re.IGNORECASE), name
        assert re.search("(?:please )?don't (?:send|tell|hand|say|delete)|please don't", text), name
        assert "If a child needs help now, act first." in text, name
        assert "Ask:" in text, name
        assert "Have ready:" in text, name


def test_no_refusal_says_yes_or_no() -> None:
    refused = [(name, text) for name, text in every_text().items() if name.startswith("outside ")]
    assert [name for name, text in refused if re.search(r"\byou (?:can|may) (?:share|tell|send|give)", text)] == []


def test_newer_law_is_dated_and_kept_apart_from_what_the_guidance_says() -> None:
    said = every_text()["outside newer_law"]
    assert "Outside this guidance: ask Legal Services" in said
    assert "29 April 2026" in said
    assert "I can't confirm here that it has" in said
    assert "none of my answers rest on it" in said
    elsewhere = [name for name, text in every_text().items() if "16LA" in text and name != "outside newer_law"]
    assert elsewhere == []


def test_a_worker_is_told_what_they_know_of_harm_and_never_that_there_was_none() -> None:
    said = every_text()["answer: risk, no harm known"]
    assert "I know of no harm so far" in said
    assert "It does not mean that telling carries no risk" in said


def test_a_limit_of_the_guidance_is_never_said_as_tell_them_now() -> None:
    for name in ("risk, no harm known", "risk, not sure of harm", "not sure of any reason", "risk, not a professional"):
        said = every_text()[f"answer: {name}"]
        assert "Stop here" in said
        assert "Tell them what, why" not in said
        assert "don't tell the parents yet" in said


def test_no_card_says_that_something_was_shared_before_it_was() -> None:
    for name, text in every_text().items():
        if name.startswith("answer:"):
            assert "Nothing is recorded as shared until you say so." in text, name


def test_no_telephone_number_is_made_up() -> None:
    numbers = [(where, n) for where, text in everything_written() for n in re.findall(r"\b0\d[\d ]{6,}\d", text)]
    assert numbers == []


def test_typographic_quotes_and_dashes_are_used_alike() -> None:
    """Straight quotes, so that what is typed and what is shown look the same in MOSAIC."""
    assert found(("[\u2018\u2019\u201c\u201d\u2014]",), list(everything_written())) == []


@pytest.mark.parametrize(
    ("patterns", "text"),
    [
        (NEVER_ANYWHERE, "It is safe to share this."),
        (NEVER_ANYWHERE, "We can't because of GDPR"),
        (NEVER_ANYWHERE, "a risk of 40%"),
        (NEVER_TO_PARENTS, "please sign the form"),
        (NEVER_TO_PARENTS, "your agreement is not needed"),
        (AMERICAN, "the organization's behavior"),
        (AMERICAN, "color"),
    ],
)
def test_the_lists_find_what_they_are_for(patterns: tuple[str, ...], text: str) -> None:
    assert found(patterns, {"here": text})
