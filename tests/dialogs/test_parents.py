"""Whom a free text names as parents or carers. Naming someone who isn't is the worst fault; naming no one is none."""

import pytest

from dialogs.engine.parents import MOST_PARENTS, Parent, parents_in, parents_named
from tests.phrases import phrases

NAMED: dict[tuple[str, ...], tuple[str, ...]] = {
    ("T", "D"): (
        *phrases("""
        T, mother, and D, father | T, mother and D, father | T, mother, D, father | T,mother,D,father
        T (mother) & D (father) | T (mother), D (father) | T(mother),D(father) | T (mother). D (father).
        T, mother. D, father. | T, mother; D, father | T - mother, D - father | T \u2013 mother, D \u2013 father
        T: mother, D: father | T=mother; D=father | T/mother, D/father | mother T and father D | Mother: T Father: D
        mother (T), father (D) | mother, T, father, D | mother, T, and father, D | T, father D
        T is the mother and D is the father | T, his mother, and D, his father | T (mum) and D (step-dad)
        T, birth mother, and D, single father | T and D | T & D | T + D | T plus D | T/D | T, D | t and d
        parents T and D | T and D, parents | both: T and D | T, mum with PR, and D, dad
    """),
        "T, mother\nD, father",
        "T, mother\r\nD, father",
        "1. T, mother\n2. D, father",
        "- T, mother\n- D, father",
        "\u2022 T, mother\n\u2022 D, father",
    ),
    ("T", "D", "gran"): ("T mother; D father; gran", "T, mother, D, father, and gran"),
    ("T", "D", "G"): ("T, D and G", "T (mother), D (father), G (grandmother)", "T, mother, D, father, G, nan"),
    ("mum", "dad"): ("mum and dad", "Mum & Dad", "MUM AND DAD", "mum/dad", "the mum, the dad", "P's mum and dad"),
    ("mother", "partner"): ("mother and her partner",),
    ("mother", "R"): ("mother and her partner R",),
    ("T", "mother"): ("T and mother",),
    ("T", "father"): ("T, mother, father",),
    ("K.O.", "D.M."): ("K.O. and D.M.", "K.O., mother, and D.M., father", "k.o., mother; d.m., father"),
    ("TB", "DM"): ("TB, mother, and DM, father",),
    ("A", "I"): ("A, mother, and I, father",),
    ("T",): ("T", "T.", "T, mother", "T (mum)", "single mother T", "foster carer T", "T, mother,"),
    ("carer",): ("a carer", "foster carer"),
    ("mum",): ("mum", "the mum"),
    (): (
        "",
        "   ",
        "?",
        "none",
        "not known",
        "both parents",
        "parents",
        "the two of them",
        "foster carers",
        "grandparents",
        "T D",
        "T - D",
        "Sarah and Dave",
        "Mrs B",
        "T and T",
        "T, mother, lives with gran",
        "only T can be told",
        "mum only",
        "no father, T mother",
        "T, mum; dad not known",
        "father in prison",
        "T & mother's partner R",
        "mum, dad, T",
        "mother, T, D",
        "T GP",
        "because",
        "T, mother, and [D](https://example.org), father",
        "T, mother, and **D**, father",
        "\u041f \u0438 \u0420",
        "; ".join("BCDEFGHJ"[: MOST_PARENTS + 1]),
        "x" * 1500,
        "T and " * 300,
    ),
}
CASES = [(names, text) for names, texts in NAMED.items() for text in texts]


@pytest.mark.parametrize(("names", "text"), CASES, ids=lambda part: str(part)[:40])
def test_each_of_them_is_named_once_or_no_one_is(names: tuple[str, ...], text: str) -> None:
    assert parents_named(text) == names


def test_there_are_enough_ways_of_writing_it() -> None:
    assert len(CASES) > 60


def test_who_each_is_goes_with_the_name() -> None:
    assert parents_in("T, mum, and D, step-dad; gran") == (
        Parent("T", "mum"),
        Parent("D", "step-dad"),
        Parent("gran", "gran"),
    )


def test_only_initials_and_words_of_our_own_come_out() -> None:
    for text in ("**T**, mother", "<b>T</b>", "T](x)", "{{ 7 }}", "Mia, mother", "T, mother! and D"):
        assert all(name.isalpha() or name.replace(".", "").isalpha() for name in parents_named(text))
