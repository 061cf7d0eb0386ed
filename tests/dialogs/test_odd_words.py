"""Answers in odd words, over every question that offers a choice: the right value or asked again, never a wrong one."""

from functools import cache
from pathlib import Path

import pytest

from cards.labels import option_label
from dialogs.engine.answers import Json
from dialogs.engine.lines import EachLine
from dialogs.engine.matter import Matter
from dialogs.engine.questions import Choice, Ticks
from dialogs.flows.registry import FLOWS
from dialogs.understanding.choices import likeliest
from dialogs.understanding.conversation import Conversation
from dialogs.understanding.hearing import Kind, hear
from dialogs.understanding.message import Message
from guidance.paragraphs import VERSION
from tests.dialogs.desks import NOW
from tests.dialogs.sentences import AGAIN

Row = tuple[str, str, str]
SHORT = 3
"""Words of an answer that says the option and no more."""
LINES = (Path(__file__).parents[2] / "guidance" / "asked" / "choices.tsv").read_text(encoding="utf-8").splitlines()
ONE_OF_EACH: dict[str, Json] = {
    "child": "P",
    "why": "she helps with it",
    "lines": [{"id": "L1", "text": "asthma"}],
    "weights": {"L1": "unsure"},
}
OF_NO_QUESTION = frozenset({"any", "way_on"})
"""What says yes, no or not sure to any question, and what is typed after an answer."""
ROWS: list[Row] = [
    (name, value, said)
    for name, value, texts in (line.split("\t") for line in LINES)
    if name not in OF_NO_QUESTION
    for said in texts.split("|")
]
ANSWERS, TRAPS = [row for row in ROWS if row[1] != "-"], [row for row in ROWS if row[1] == "-"]


@cache
def conversation(name: str) -> Conversation:
    """Where this question alone is open; "name@flow" where two flows ask it in their own way."""
    name, _, wanted = name.partition("@")
    flow = next(flow for flow in FLOWS.values() if wanted in ("", flow.name) and name in flow.by_name)
    matter = Matter("m", flow, VERSION).hold({one: value for one, value in ONE_OF_EACH.items() if one != name})
    return Conversation(NOW, matter, one_question=flow.by_name[name])


@cache
def understood(name: str, said: str) -> tuple[Json, bool]:
    """What the card makes of the words, AGAIN where nothing, and whether it reads that back before it takes it."""
    filled = Message(said, conversation(name)).filled
    name = name.partition("@")[0]
    if filled is None or name not in filled.understood:
        return AGAIN, False
    value = filled.matter.values[name]
    if isinstance(value, dict):
        (value,) = value.values()
    return " ".join(map(str, value)) if isinstance(value, list) else value, filled.doubtful


def read(name: str, said: str) -> Json:
    """What the card takes of the words; AGAIN where it takes nothing yet."""
    value, is_read_back = understood(name, said)
    return AGAIN if is_read_back else value


def test_the_table_is_about_every_question_that_offers_a_choice() -> None:
    offered = {
        question.name
        for flow in FLOWS.values()
        for question in flow.questions()
        if isinstance(question, Choice | Ticks | EachLine)
    }
    assert offered - {name.partition("@")[0] for name, _, _ in ROWS} == {"covered_since"}
    assert len(ANSWERS) >= 1_700
    assert len(TRAPS) >= 480


def test_no_answer_is_ever_read_wrongly() -> None:
    took = [(*row, read(row[0], row[2])) for row in ROWS]
    assert [one for one in took if one[3] not in (AGAIN, one[1])] == []


def test_nearly_all_genuine_answers_are_taken_or_read_back() -> None:
    taken = [row for row in ANSWERS if read(row[0], row[2]) == row[1]]
    offered = [row for row in ANSWERS if understood(row[0], row[2])[0] == row[1]]
    short = [row for row in ANSWERS if len(row[2].split()) <= SHORT]
    assert len({*short} - {*taken}) <= 0.05 * len(short)
    assert len(taken) >= 0.81 * len(ANSWERS)
    assert len(offered) >= 0.87 * len(ANSWERS), [row for row in ANSWERS if row not in offered]


def offered() -> list[tuple[str, str, str]]:
    """Each option of each flow: the question as "name@flow", the value, and what is on the card for it."""
    found: list[tuple[str, str, str]] = []
    for flow in FLOWS.values():
        one = Matter("m", flow, VERSION).hold({"child": "P"})
        for question in flow.questions():
            if isinstance(question, Choice | Ticks | EachLine):
                name, values = question.name, [option.value for option in question.options]
                found += [(f"{name}@{flow.name}", value, option_label(one, name, value)) for value in values]
    return found


def test_every_option_can_be_typed_as_it_stands() -> None:
    typed = [
        (name, value, text)
        for name, value, label in offered()
        for text in (label, label.lower(), label.upper(), f"{label}.", label.replace("'", "\u2019"))
    ]
    assert len(typed) > 2_000
    assert [one for one in typed if read(one[0], one[2]) != one[1]] == []


def test_numbers_denials_and_names_are_never_read_as_an_option_that_they_do_not_say() -> None:
    typed = {
        "part_in_case": ("not 4", "not 1", "neither 1 nor 2", "5 no", "not none", "12/3", "Mr Young"),
        "told_items": ("not 4", "1 2 3 not 4", "4 no", "not no", "y", "not either", "Wójcik"),
        "author_agreed": ("not refused", "not 1", "not nothing", "Mrs Written"),
        "recipient": ("mine", "y", "none", "not police", "not the GP", "all but 4", "Dr Court"),
        "need_to_know": ("not 4", "all", "12/3", "not nothing"),
        "kinds": ("Szymańska", "not none of these", "no 12", "yes and y"),
        "contact": ("Mr Post", "not ring", "at 4", "anything but post"),
        "legal_status": ("not care order", "no care order", "not none"),
        "whose_words": ("not no",),
        "taken_out_by": ("not the first", "not none", "isnt"),
        "audience": ("Dr Court", "half", "not none"),
    }
    took = {(name, said): understood(name, said)[0] for name, texts in typed.items() for said in texts}
    assert {one: value for one, value in took.items() if value != AGAIN} == {}
    recipient = conversation("recipient").question
    assert recipient
    assert {said for said in typed["recipient"] if likeliest(recipient, said)} == set()


def test_a_denial_in_any_words_gives_no_option_that_affirms() -> None:
    typed = {
        "author_talk": (
            "we had zero discussion",
            "had no talk with her",
            "there's been no chat of what can go",
            "nothing was talked through",
            "nobody has spoken with them yet",
            "it went off without any conversation",
        ),
        "author_agreed": ("got no email from her saying yes", "there is no written yes", "nothing in writing from him"),
        "told_items": (
            "they've been told nothing of why",
            "no one has told them what goes",
            "not a word on who gets it",
            "never explained what its used for",
            "zero said about why",
            "they know nowt about what we share",
        ),
        "lawful_doubt@document": ("i have had no advice that it can go", "legal never advised us", "zero legal advice"),
        "need_to_know": ("he has no need of it", "nothing in it for his job", "zero need to have it"),
        "harm_suffered": ("no harm came to him", "there was never an injury", "zero signs that he was hurt"),
        "real_concern": ("no real worry about her", "zero concern", "nothing that worries me"),
        "court_ordered": ("no order from the court", "nothing came from a judge", "the court never asked for it"),
        "told_of_checks": ("they've had no word of the checks", "nobody told them", "parents know nothing of it"),
        "assessment": ("no assessment going on", "zero assessments open", "there's nothing open for her"),
        "line_relevant": ("it has no bearing on this", "nothing to do with it"),
        "line_necessary": ("there is no need for it", "he can manage without that bit"),
        "rung_back@receive": ("had no chance to ring back", "never rang them", "no luck ringing the office"),
        "covered": (
            "we never got to the privacy notice",
            "nothing was said about who it goes to",
            "no time to say what we share",
            "didnt get as far as other services",
        ),
    }
    covered = FLOWS["first_contact"].by_name["covered"]
    assert isinstance(covered, Ticks)
    affirming = {"yes", "written", "advised", "what", "why", "used_for", "to_whom"}
    affirming |= {option.value for option in covered.options if option.value != "none"}
    took = {(name, said): read(name, said) for name, texts in typed.items() for said in texts}
    assert {one: value for one, value in took.items() if affirming & {*str(value).split()}} == {}


@pytest.mark.parametrize("flow", ["share", "document"])
def test_a_bare_yes_or_no_to_whether_the_author_has_agreed_offers_both_that_it_may_mean(flow: str) -> None:
    author_agreed = FLOWS[flow].by_name["author_agreed"]
    assert likeliest(author_agreed, "no") == ("refused", "not_asked")
    assert {likeliest(author_agreed, said) for said in ("yes", "Yep.", "aye")} == {("written", "verbal")}


def test_whoever_is_still_to_be_told_is_never_read_as_told() -> None:
    typed = (
        "it's on my list to tell them both",
        "tried both and got voicemail",
        "they're both still in the dark",
        "still hunting for a number for both",
        "it's a letter for both",
    )
    assert {said: read("told_each", said) for said in typed if read("told_each", said) == "told"} == {}


def test_an_option_is_taken_by_its_number_in_any_way_of_saying_it() -> None:
    said = {("part_in_case", "no. 2"): "supervisor", ("lawful_doubt", "no. 2"): "yes", ("kinds", "no 3"): "health"}
    assert {one: read(*one) for one in said} == said


UNSEEN: list[Row] = [
    (name, value, said)
    for name, value, said in (
        line.split("\t")
        for line in (Path(__file__).parent / "odd_answers.tsv").read_text(encoding="utf-8").splitlines()
    )
]
"""Answers of tired workers to every question of every flow, none of which the reader has learned from."""


def test_answers_that_were_never_learned_are_taken_and_none_wrongly() -> None:
    learned = {(name.partition("@")[0], said.lower()) for name, _, said in ROWS}
    assert [row for row in UNSEEN if (row[0].partition("@")[0], row[2].lower()) in learned] == []
    took = [(*row, *heard_as(row[0], row[2])) for row in UNSEEN]
    assert [one for one in took if one[3] not in (AGAIN, one[1]) and not one[4]] == []
    assert sum(one[3] == one[1] and not one[4] for one in took) >= 0.85 * len(UNSEEN)


def heard_as(name: str, said: str) -> tuple[Json, bool]:
    """What becomes of the words where the question is open; AGAIN also where they are heard as no answer."""
    return understood(name, said) if hear(said, conversation(name)).kind is Kind.ANSWER else (AGAIN, False)


def test_a_yes_a_no_or_a_doubt_in_any_words_answers_every_question_that_asks_for_one() -> None:
    found = [
        (question.name, question.plain_words[word], said, understood(question.name, said))
        for word, texts in (line.split("\t")[1:] for line in LINES if line.startswith("any\t"))
        for question in FLOWS["share"].questions()
        if isinstance(question, Choice | EachLine) and word in question.plain_words
        for said in texts.split("|")[::3]
    ]
    assert [one for one in found if one[3][0] not in (AGAIN, one[1]) and not one[3][1]] == []
    assert sum(one[3][0] == one[1] for one in found) >= 0.9 * len(found)
