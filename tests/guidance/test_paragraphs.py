"""The restatements: every paragraph is there, every rule has words, and no words ask for consent."""

from typing import Any

import pytest

from guidance.flows import authority, document, first_contact, gather, receive, share
from guidance.glossary import find_term, glossary
from guidance.paragraphs import paragraph, paragraphs
from guidance.reasons import sentences
from guidance.rule import Rule
from tests.phrases import phrases

REFS = (
    *("0.1",),
    *("1.1", "1.1(a)", "1.1(b)", "1.1(c)", "1.1(d)", "1.2"),
    *("2.1", "2.2", "2.3", "2.4"),
    *phrases("""
        3.1 | 3.2 | 3.3 | 3.3(a) | 3.3(b) | 3.3(c) | 3.4 | 3.5 | 3.5(a) | 3.5(b) | 3.5(c) | 3.5(d) | 3.6 | 3.7 | 3.8
    """),
    *("3.9", "3.9(a)", "3.9(b)", "3.9(c)", "3.9(d)", "3.10", "3.11", "3.12", "3.13"),
    *("4.1", "4.2", "4.3", "4.4", "4.5"),
    *("5.1", "5.2", "5.2(a)", "5.2(b)", "5.2(c)"),
)
RULES: tuple[Rule[Any], ...] = (
    *share.RULES,
    *gather.RULES,
    *document.RULES,
    *receive.RULES,
    *first_contact.RULES,
    *authority.REFER,
)
NEVER_SAID = phrases("""
    consent is required | consent is needed | consent is necessary | consent must | must consent | need consent
    need their consent | needs consent | needs the parents' consent | need the parents' consent | obtain consent
    obtain their consent | get consent | get their consent | seek consent | seek their consent | seeking consent
    ask for consent | ask for their consent | ask the parents for | permission from the parents
    parents' permission | unless the parents agree | if the parents agree | with the parents' consent
""")
NEGATED = ("not need consent", "not need their consent")


def every_word() -> dict[str, str]:
    """All that the guidance's data says, by where it is."""
    said = {f"paragraph {ref}": f"{one.heading}. {one.text}" for ref, one in paragraphs().items()}
    said |= {f"term {key}": term.text for key, term in glossary().items()}
    return said | {f"reason {key}": text for key, text in sentences().items()}


def test_every_paragraph_is_restated_in_the_guidances_order() -> None:
    assert tuple(paragraphs()) == REFS


@pytest.mark.parametrize("ref", REFS)
def test_a_paragraph_is_found_by_its_ref_and_says_something(ref: str) -> None:
    found = paragraph(ref)
    assert found.ref == ref
    assert found.heading.strip()
    assert found.text.endswith((".", "?"))


@pytest.mark.parametrize("ref", ["", "3", "3.14", "3.9(e)", "3.9 (a)", "6.1"])
def test_a_ref_that_the_guidance_does_not_have_is_an_error(ref: str) -> None:
    with pytest.raises(KeyError):
        paragraph(ref)


def test_every_rule_stands_on_a_paragraph() -> None:
    assert {rule.ref for rule in RULES} <= set(REFS)


def test_every_rule_has_a_sentence_and_every_sentence_a_rule() -> None:
    assert {rule.words for rule in RULES} == set(sentences())


@pytest.mark.parametrize("place", every_word())
def test_no_words_ask_for_the_parents_consent(place: str) -> None:
    said = every_word()[place].lower()
    for negated in NEGATED:
        said = said.replace(negated, "")
    assert [phrase for phrase in NEVER_SAID if phrase in said] == []


@pytest.mark.parametrize("place", every_word())
def test_words_are_plain_text(place: str) -> None:
    said = every_word()[place]
    assert not set(said) & set("*_`[]{}<>#|\\\n\t")
    assert "  " not in said


NO_PARAGRAPH = {
    *("replay_code", "matter", "good_practice"),
    *("camhs", "information_governance", "duty_team", "court_bundle"),
    *("subject_access", "freedom_of_information", "parental_responsibility"),
}
"""The product's own terms, who does what in a council, and what the guidance does not cover."""


def test_every_term_stands_on_a_paragraph_or_is_known_to_need_none() -> None:
    assert {key for key, term in glossary().items() if term.ref not in REFS} == NO_PARAGRAPH


def test_no_two_terms_go_by_one_name() -> None:
    names = [name.lower() for term in glossary().values() for name in (term.term, *term.also)]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("key", glossary())
def test_a_term_is_found_by_each_of_its_names_however_it_is_typed(key: str) -> None:
    term = glossary()[key]
    asked = [typed for name in (term.term, *term.also) for typed in (name, name.upper(), f"  {name} ")]
    assert {find_term(one) for one in asked} == {key}


@pytest.mark.parametrize("asked", ["", " ", "need", "to know", "harmony", "😀"])
def test_what_is_no_term_is_not_found(asked: str) -> None:
    assert find_term(asked) is None
