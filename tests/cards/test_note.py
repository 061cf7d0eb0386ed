"""The case note: what 3.8 and 3.11 ask for, facts apart from opinion, nothing said to be shared before it was."""

import re

import pytest

from cards.flows.share.note import details, heading
from dialogs.engine.matter import Matter
from dialogs.screens import Shown, TheNote
from guidance.decide import decide
from guidance.paragraphs import VERSION
from guidance.replay_code import decode
from tests.cards import matters
from tests.cards.drawn import as_sent
from tests.cards.matters import ANSWERS, NOW, Given, lines, matter
from tests.cards.states import FULL, NOTES, noted
from tests.cards.walking import of_type, read_out

CONCERN = str(matters.HARM["concern_because"])
KNOWN = str(matters.HARM["harm_known"])
HEADING = re.compile(r"^(?:[A-Z][A-Z' ,]+(?:\([^)]*\))?|[A-Za-z.']+'S VIEW \(good practice\))$", re.MULTILINE)


def note_of(one: Matter) -> str:
    return details(one, one.decision(), FULL)


def sections(note: str) -> dict[str, str]:
    """The text under each heading."""
    headings = [*HEADING.finditer(note)]
    ends = [*(heading.start() for heading in headings[1:]), len(note)]
    return {h.group(0): note[h.end() : end].strip() for h, end in zip(headings, ends, strict=True)}


def test_what_is_known_and_what_is_thought_stand_apart() -> None:
    note = note_of(noted("harm"))
    parts = sections(note)
    assert parts["WHAT IS KNOWN"] == KNOWN
    assert parts["WHAT I THINK"] == CONCERN
    assert note.count(KNOWN) == 1
    assert note.count(CONCERN) == 1


def test_the_childs_view_has_a_place_of_its_own() -> None:
    assert sections(note_of(noted("harm")))["B'S VIEW (good practice)"] == matters.SHARED_UNTOLD["child_view"]


def test_a_note_says_what_with_whom_when_how_and_what_for() -> None:
    said = sections(note_of(noted("told")))["WHAT WAS SHARED"]
    for part in (
        "With R.L., school nurse. By phone, 11/03/2026 13:40.",
        "1. P has missed two asthma check-ups",
        "2. P has been coughing at night",
        "so that P can be checked at school and sleep better",
        "To be used to make an asthma plan for P",
        "Different from what was planned: I left out the second line",
    ):
        assert part in said


@pytest.mark.parametrize("name", [name for name in ANSWERS if ANSWERS[name][1].get("lines")])
def test_until_it_was_shared_a_note_says_that_it_was_not(name: str) -> None:
    note = note_of(matter(ANSWERS[name][1]))
    assert note.startswith("NOT YET SHARED\n")
    assert "Nothing of it has gone yet" in note
    assert "WHAT WAS SHARED" not in note
    assert re.search(r"\bI shared\b|\bwas shared\b", note) is None


@pytest.mark.parametrize("name", NOTES)
def test_only_a_note_of_something_shared_says_so(name: str) -> None:
    note = note_of(noted(name))
    shared = noted(name).values["outcome"] == "shared"
    assert note.startswith("WHAT WAS SHARED\n") is shared
    assert "NOT YET SHARED" not in note


def test_a_note_of_nothing_shared_says_who_decided_and_why() -> None:
    said = sections(note_of(noted("not shared")))["NOT SHARED"]
    assert "I decided not to share with the school nurse. Why: The nurse had it already" in said


def test_a_note_of_a_request_passed_on_gives_nothing_out() -> None:
    note = note_of(noted("passed on, recipient known"))
    assert note.startswith("PASSED ON, NOTHING GIVEN OUT\nIt was not mine to share with the GP.")
    assert "K.O., allocated worker, by message" in note
    assert "For: so that" not in note


def test_what_was_held_back_is_listed() -> None:
    held = sections(note_of(noted("harm")))["HELD BACK (3.7)"]
    assert "- How B said it happened" in held
    assert "- T takes tablets for her nerves" in held
    assert "I will see B at school at 15:00" not in held
    assert "Nothing came from another agency's document." in held


def test_that_nothing_was_held_back_is_said() -> None:
    assert sections(note_of(noted("told")))["HELD BACK (3.7)"].startswith("Nothing was held back.")


def test_a_shortened_line_stands_as_it_went_and_only_so() -> None:
    note = note_of(noted("harm"))
    assert "I saw a mark on B's left forearm" in note
    assert "as I saw when I sat with B" not in note


@pytest.mark.parametrize(
    ("name", "ground", "own_words"),
    [
        ("harm", "Harm exception, 3.9(a)", CONCERN),
        ("crime", "Crime exception, 3.9(b)", str(matters.CRIME["crime_because"])),
        ("not practicable", "Not reasonably practicable, 3.9(c)", "P is at the surgery now; I rang T and D twice each"),
        ("court order", "Court order, 3.9(d)", ""),
    ],
)
def test_the_exception_and_the_reason_in_the_workers_own_words(name: str, ground: str, own_words: str) -> None:
    note = note_of(noted(name))
    why = sections(note)["WHY THE PARENTS WERE NOT TOLD FIRST (3.9)"]
    assert ground in why
    assert own_words in note
    assert "Recording this reason is good practice; the guidance does not ask for it." in why


def test_a_reason_is_never_made_up() -> None:
    one = matter(matters.HARM, matters.SHARED_UNTOLD, {"concern_because": "", "harm_known": "", "child_view": ""})
    parts = sections(note_of(one))
    assert parts["WHAT I THINK"] == "[Your concern about telling them now, and what it rests on]"
    assert parts["WHAT IS KNOWN"] == "[What was said, seen or found: by whom, and when]"
    assert not any("VIEW" in heading for heading in parts)


def test_a_note_names_no_exception_that_is_not_met() -> None:
    note = note_of(noted("against the answer"))
    assert "exception, 3.9" not in note
    assert "no exception was met" in note
    assert "I shared it after weighing the guide's answer. My reason: P was wheezing" in note
    assert "although" not in note


def test_how_the_parents_were_told_since_stands_in_the_note() -> None:
    said = sections(note_of(noted("told since")))["TELLING THE PARENTS (3.2, 3.5)"]
    assert "Told before it was shared: T and D, 11/03/2026 12:05: T by phone, D in person." in said


def test_telling_the_family_later_stays_open_with_its_day() -> None:
    harm = note_of(noted("harm"))
    assert "once the reason not to has gone (3.12). To be looked at again 12/03/2026." in harm
    crime = note_of(noted("crime"))
    assert "(good practice; the guidance asks for it where the information is sensitive)" in crime
    assert "12/03/2026" in crime


def test_a_note_that_says_why_a_parent_was_not_told_says_how_to_handle_it() -> None:
    assert "HANDLING (good practice)" in note_of(noted("harm"))
    assert "HANDLING" not in note_of(noted("told"))


@pytest.mark.parametrize("name", NOTES)
def test_the_decision_is_the_workers_and_the_answer_is_the_guidances(name: str) -> None:
    said = sections(note_of(noted(name)))["DECISION"]
    assert said.startswith("Mine: [your initials], ")
    assert "The guidance's answer: " in said


@pytest.mark.parametrize("name", [*NOTES, *ANSWERS])
def test_the_replay_code_comes_back_to_the_same_decision(name: str) -> None:
    one = noted(name) if name in NOTES else matter(ANSWERS[name][1])
    note = note_of(one)
    code = re.search(r"Guidance version (\S+)\. Replay code (\S+)\.", note)
    assert code
    read = decode(code.group(2))
    assert code.group(1) == read.guidance_version == VERSION
    assert decide(read.flow, read.facts) == one.decision()


def test_a_replay_code_holds_nothing_that_was_typed() -> None:
    typed: tuple[Given, ...] = ({}, {"why": "other"}, {"lines": lines("other"), "weights": {"L1": "needs"}})
    notes = [note_of(matter(matters.ROUTINE, matters.SHARED, given)) for given in typed]
    assert len({note.partition("Replay code ")[2] for note in notes}) == 1


@pytest.mark.parametrize("name", NOTES)
def test_a_note_cites_the_paragraphs_that_ask_for_it(name: str) -> None:
    assert "Recorded under 3.8" in note_of(noted(name))


def test_a_case_note_cites_3_11_for_the_network_only() -> None:
    assert "3.8 and 3.11." in note_of(noted("told"))
    assert "3.11" not in note_of(noted("not a professional"))


@pytest.mark.parametrize("name", NOTES)
def test_a_note_has_no_gaps_and_no_value_that_is_missing(name: str) -> None:
    note = note_of(noted(name))
    assert "\n\n\n" not in note
    assert re.search(r"None|\{\{|\}\}|undefined| \.|: \.|\(\)|so that \.|to \.", note) is None


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("told", "Shared with the school nurse, parents told first"),
        ("told since", "Shared with the school nurse, parents told first"),
        ("harm", "Shared with the school, parents not told first"),
        ("not shared", "Decided not to share with the school nurse"),
        ("passed on, recipient known", "For the GP: passed on, nothing given out"),
    ],
)
def test_type_title_and_date_stand_on_the_card_and_not_in_the_details(name: str, title: str) -> None:
    one = noted(name)
    card = as_sent(Shown(TheNote(one, one.decision())))
    assert heading(one, one.decision()) == title
    said = read_out(card)
    assert f"Title: {title}" in said
    assert "Contact date: 11/03/2026 13:40" in said
    assert "Check the child's ID on the open MOSAIC record before you paste." in said
    assert title not in note_of(one)


def test_the_details_stand_in_one_box_with_their_newlines() -> None:
    one = noted("harm")
    card = as_sent(Shown(TheNote(one, one.decision())))
    (box,) = [one for one in of_type(card, "Input.Text") if one["id"] == "note"]
    assert box["value"] == note_of(one)
    assert box["isMultiline"] is True


def test_an_edited_note_comes_back_as_it_was_edited() -> None:
    one = noted("told")
    edited = one.changed(note_edited="mine\n\nall of it", note_edited_for=one.drafted_from)
    (box,) = of_type(as_sent(Shown(TheNote(edited, one.decision()))), "Input.Text")
    assert box["value"] == "mine\n\nall of it"


def test_after_a_change_the_new_draft_stands_beside_the_edited_one() -> None:
    one = noted("told").changed(note_edited="mine", note_edited_for="an earlier draft")
    boxes = of_type(as_sent(Shown(TheNote(one, one.decision()))), "Input.Text")
    assert [box["value"] for box in boxes if box["id"] != "signature"] == [note_of(one), "mine"]


def test_the_contact_date_is_now_where_nothing_was_shared() -> None:
    one = noted("not shared")
    assert f"Contact date: {NOW:%d/%m/%Y %H:%M}" in read_out(as_sent(Shown(TheNote(one, one.decision()))))


def test_own_words_in_a_note_stand_as_they_were_typed() -> None:
    typed = 'B: "it\u2019ll be worse".\n**not bold** {{ 7 * 7 }} <b> \u202e'
    given: Given = {"harm_known": typed, "concern_because": typed}
    assert note_of(matter(matters.HARM, matters.SHARED_UNTOLD, given)).count(typed) == 2


@pytest.mark.parametrize("name", ["not shared", "not shared, risk", "not shared, everything outstanding"])
def test_a_note_of_what_was_not_shared_does_not_say_that_the_parents_were_not_told_first(name: str) -> None:
    assert "NOT TOLD FIRST" not in note_of(noted(name))
    assert "TELLING THE PARENTS (3.2, 3.9)" in sections(note_of(noted(name)))


def test_a_note_of_nothing_kept_has_no_sentence_with_a_hole_in_it() -> None:
    said = note_of(matter({"child": "P", "part_in_case": "none"}))
    assert "Nothing of it has gone yet." in said
    assert "so that" not in said
