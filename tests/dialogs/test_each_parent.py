"""Who was told, read from choices and from words. Taking someone for told who isn't is the worst fault."""

import pytest

from dialogs.engine.answers import Json
from dialogs.engine.parents import parents_in
from dialogs.engine.questions import Fault
from dialogs.engine.who_was_told import EVERYONE, NOT_YET, TOLD, who_was_told
from dialogs.flows.share.questions import TOLD_EACH, TOLD_HOW
from tests.phrases import phrases

BOTH: dict[str, Json] = {"T": TOLD, "D": TOLD}
ONE: dict[str, Json] = {"T": TOLD, "D": NOT_YET}
OTHER: dict[str, Json] = {"T": NOT_YET, "D": TOLD}
NEITHER: dict[str, Json] = {"T": NOT_YET, "D": NOT_YET}
SAID: tuple[tuple[dict[str, Json] | None, tuple[str, ...]], ...] = (
    (
        BOTH,
        phrases("""
            both by phone | both | at home, both there | both of them know | T and D, by phone | T and D told
            I told T and D | T by phone and D in person | T in person; D by letter | mum and dad, at home
            T told, D told | all told | everyone | both told but D was upset
        """),
    ),
    (
        ONE,
        phrases("""
            T told, D not yet | T told. D not told. | T: told, D: not yet | mum told, dad not yet
            mum knows but dad doesn't | T knows, D will be told tomorrow | T yesterday, D tomorrow
            T on the phone, not D | I told T, not D | only T | only mum knows | just T, by phone
            with T at home, no answer from D
        """),
    ),
    (OTHER, ("T not told, D told", "only dad", "D by phone, T hasn't been told")),
    (NEITHER, ("neither", "nobody", "neither of them")),
    ({"T": TOLD}, ("T, by phone", "T told", "mum by phone", "T and gran")),
    ({"D": NOT_YET}, ("D not yet", "dad hasn't been told")),
    (
        None,
        (
            *phrases("""
            by phone | by letter | yesterday | they know | one of them | not both | some of them | T told D
            mum told dad | T and D not yet | T maybe | both, I think | was T told?
            both told, D did not hear it all | both told, D not yet | only gran
        """),
            "",
        ),
    ),
)


@pytest.mark.parametrize(("said", "text"), [(said, text) for said, texts in SAID for text in texts], ids=str)
def test_what_a_text_says_of_each_is_read_as_it_was_meant_or_not_at_all(said: dict[str, str] | None, text: str) -> None:
    assert who_was_told(text, parents_in("T, mother, and D, father")) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("both by phone", {EVERYONE: TOLD}),
        ("everyone, in person", {EVERYONE: TOLD}),
        ("nobody", {EVERYONE: NOT_YET}),
        ("T, by phone", None),
        ("T and D, by phone", None),
        ("by phone", None),
        ("they know", None),
    ],
)
def test_of_nobody_in_particular_only_what_is_said_of_all_is_read(text: str, said: dict[str, str] | None) -> None:
    assert who_was_told(text, ()) == said


def test_a_parent_whose_initial_is_a_word_is_told_by_a_choice_or_by_who_they_are() -> None:
    parents = parents_in("A, mother, and B, father")
    assert who_was_told("B told by a letter", parents) == {"B": TOLD}
    assert who_was_told("mum told, B not yet", parents) == {"A": TOLD, "B": NOT_YET}


TWO = {"parents": "T, mother, and D, father", "told_since": "yes"}


@pytest.mark.parametrize(
    ("inputs", "value"),
    [
        ({"told_each__T": "told", "told_each__D": "not_yet"}, ONE),
        ({"told_each__T": "told", "told_each__D": "not_yet", "told_how": "both by phone"}, ONE),
        ({"told_each__T": "told", "told_how": "both by phone"}, {"T": TOLD}),
        ({"told_how": "both by phone"}, BOTH),
        ({"told_how": "T, by phone"}, {"T": TOLD}),
        ({"told_how": "by phone"}, None),
        ({"told_each__G": "told"}, None),
        ({"told_each__everyone": "told"}, None),
        ({}, None),
    ],
)
def test_choices_count_and_words_only_where_nothing_was_chosen(inputs: dict[str, str], value: object) -> None:
    assert TOLD_EACH.read_inputs(inputs, TWO) == value
    assert TOLD_EACH.settled(value, TWO) is (value in (BOTH, ONE))


def test_where_they_cannot_be_told_apart_there_is_one_choice_for_all() -> None:
    unknown = {"parents": "both parents"}
    assert TOLD_EACH.read_inputs({"told_each__EVERYONE": "not_yet"}, unknown) == {EVERYONE: NOT_YET}
    assert TOLD_EACH.settled({EVERYONE: TOLD}, unknown)
    assert not TOLD_EACH.settled(BOTH, unknown)
    with pytest.raises(Fault):
        TOLD_EACH.read_inputs({"told_each__EVERYONE": "most"}, unknown)


@pytest.mark.parametrize(
    ("text", "kept", "value", "rest"),
    [
        ("both by phone", None, BOTH, "both by phone"),
        ("T told, D not yet", None, ONE, ""),
        ("T in person, D not yet", None, ONE, "T in person, D not yet"),
        ("yes", None, {"T": TOLD}, ""),
        ("not yet", {"T": TOLD}, ONE, ""),
        ("told", {"T": TOLD}, BOTH, ""),
        ("D told", {"T": TOLD}, BOTH, ""),
    ],
)
def test_it_is_typed_for_all_of_them_or_one_by_one(text: str, kept: Json, value: Json, rest: str) -> None:
    said = TOLD_EACH.read_text(text, {**TWO, "told_each": kept}, first=True)
    assert said is not None and (said.value, said.rest) == (value, rest)


def test_nothing_is_read_out_of_an_answer_to_another_question() -> None:
    assert TOLD_EACH.read_text("both by phone", TWO, first=False) is None
    assert TOLD_HOW.takes_rest
