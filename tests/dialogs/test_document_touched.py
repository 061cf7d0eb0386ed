"""What a change makes void: an agreement is for one document, from its author, to one audience."""

import pytest

from dialogs.flows.document.audience import audience_named
from tests.cards.matters import Given
from tests.cards.of_document import OF_DOCUMENT, ON_AN_ORDER, QUOTING, TO_NURSE

CHANGES: tuple[tuple[Given, str, str | list[str], tuple[str, ...]], ...] = (
    (ON_AN_ORDER, "who_exactly", "P's mother", ("author_agreed", "author_talk", "unshareable", "taken_out_by")),
    (ON_AN_ORDER, "audience", ["parents", "care_proceedings"], ("author_agreed", "author_talk", "manager_signed")),
    (ON_AN_ORDER, "document", "the letter of May", ("author_agreed", "lawful_doubt", "unshareable", "what_came_out")),
    (ON_AN_ORDER, "document_author", "Dr T.U.", ("author_agreed", "author_talk")),
    (ON_AN_ORDER, "whose_words", "unsure", ("author_agreed",)),
    (QUOTING, "quoted_who", "someone more", ("quoted_agreed",)),
    (TO_NURSE, "recipient", "gp", ("author_agreed", "need_to_know", "doc_needed", "told_items")),
    (TO_NURSE, "used_for", "plan something else", ("doc_needed", "told_items")),
    (TO_NURSE, "why", "something else", ("told_items",)),
)


@pytest.mark.parametrize(("given", "name", "value", "reopened"), CHANGES, ids=[name for _, name, _, _ in CHANGES])
def test_what_rests_on_a_changed_answer_is_asked_again(
    given: Given, name: str, value: str | list[str], reopened: tuple[str, ...]
) -> None:
    one = OF_DOCUMENT.matter(given)
    assert set(reopened) <= set(one.values)
    changed = one.hold({name: list(value) if isinstance(value, list) else value})
    assert not set(reopened) & set(changed.values)
    assert changed.before_answer.step is not None


@pytest.mark.parametrize("name", ["legal_status", "court_case", "document_dated", "author_service"])
def test_what_nothing_rests_on_touches_nothing(name: str) -> None:
    one = OF_DOCUMENT.matter(ON_AN_ORDER)
    assert set(one.hold({name: "none"}).values) == set(one.values)


def test_the_same_again_touches_nothing() -> None:
    one = OF_DOCUMENT.matter(ON_AN_ORDER)
    assert one.hold({"who_exactly": "P's father", "audience": ["parents"]}).values == one.values


WHO: dict[str, tuple[str, ...]] = {
    "father": ("P's father", "dad", "the birth father", "D, father"),
    "mother": ("P's mum", "T (mother)", "his mother"),
    "parents": ("both parents", "mum and dad", "T, mother, and D, father", "P's parents"),
    "parent": (
        "D",
        "stepfather",
        "step-dad",
        "mum's partner",
        "dad's mother",
        "not dad",
        "grandfather",
        "the foster carer",
        "",
    ),
}


@pytest.mark.parametrize(("name", "who"), [(name, who) for name, said in WHO.items() for who in said])
def test_a_parent_is_named_on_the_cards_only_where_it_was_said_plainly(name: str, who: str) -> None:
    assert audience_named({"audience": ["parents"], "who_exactly": who}) == name


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ({}, ""),
        ({"audience": ["parents", "care_proceedings"], "who_exactly": "dad"}, ""),
        ({"audience": ["care_proceedings"]}, "care_proceedings"),
        ({"audience": ["other_professionals"]}, "other_professionals"),
        ({"audience": ["other_professionals"], "recipient": "gp"}, "gp"),
    ],
)
def test_anyone_else_is_named_by_the_answers(given: Given, name: str) -> None:
    assert audience_named(given) == name
