"""The first conversation: words for each point, the leaflet, and a note that says what is still to be said."""

import re

import pytest

from cards.flows.first_contact.checklist import for_the_visit, headline
from cards.flows.first_contact.presenter import details, heading
from cards.letters import render_letter
from cards.people import Council
from cards.words import template_source
from dialogs.flows.first_contact.conditions import POINTS
from dialogs.screens import AfterCopy, Shown, TheAnswer, TheNote, WordsToUse
from guidance.flows.first_contact import POINTS as REFS
from tests.cards.drawn import as_sent
from tests.cards.for_parents import spoken
from tests.cards.matters import Given
from tests.cards.of_first_contact import (
    A_COPY,
    AGAIN,
    FIRST_CONTACT_STATES,
    INTERPRETER,
    MISSING,
    NEXT_VISIT,
    TALKED,
    VISIT,
)
from tests.cards.states import BARE, FULL, copied
from tests.cards.walking import executes, of_type, read_out


def leaflet(given: Given = VISIT, council: Council = FULL) -> str:
    return render_letter("first_contact/leaflet", **for_the_visit(FIRST_CONTACT_STATES.matter(given), council))


def checklist(given: Given = VISIT, council: Council = FULL) -> str:
    one = FIRST_CONTACT_STATES.matter(given)
    return read_out(as_sent(Shown(TheAnswer(one, one.decision())), council))


def note(given: Given) -> str:
    one = FIRST_CONTACT_STATES.matter(given)
    return details(one, one.decision(), FULL)


def note_card(given: Given, council: Council = FULL) -> str:
    one = FIRST_CONTACT_STATES.matter(given)
    return read_out(as_sent(Shown(TheNote(one, one.decision())), council))


def section(text: str, name: str) -> list[str]:
    """The lines under a heading of the note."""
    return text.split(f"{name}\n", 1)[1].split("\n\n", 1)[0].splitlines()


@pytest.mark.parametrize("point", POINTS)
def test_every_point_has_words_to_say_on_the_checklist_with_its_paragraph(point: str) -> None:
    ref = {name: ref for ref, name in REFS}[point]
    assert f'{spoken(point)}" ({ref})' in checklist()


def test_the_points_are_numbered_in_order() -> None:
    said = checklist()
    places = [said.index(spoken(point)) for point in POINTS]
    assert places == sorted(places)
    assert [re.match(r"<b>(\d+)\.", str(template_source(f"why.{point}"))).group(1) for point in POINTS] == [  # type: ignore[union-attr]
        str(number) for number in range(1, 11)
    ]


@pytest.mark.parametrize("point", POINTS)
def test_each_point_is_short_enough_to_read_on_a_phone(point: str) -> None:
    assert len(spoken(point).split()) <= 60


def test_the_leaflet_promises_no_more_than_can_be_kept() -> None:
    said = leaflet()
    assert "When we can't tell you first." in said
    assert not re.search(r"(?i)\b(?:always|never|only if you)\b|confidential|secret", said)


def test_the_leaflet_says_how_to_get_it_in_another_form() -> None:
    said = " ".join(leaflet().split())
    assert "this page in your language, in large print, or read out to you" in said
    assert "interpreter" in said


def test_the_link_to_the_privacy_notice_stands_where_the_council_has_set_it() -> None:
    assert "your rights are: https://example.org/privacy. Ask us" in leaflet()
    assert "http" not in leaflet(council=BARE)
    one = FIRST_CONTACT_STATES.matter(VISIT)
    bare = read_out(as_sent(Shown(WordsToUse(one, one.decision(), "leaflet")), BARE))
    full = read_out(as_sent(Shown(WordsToUse(one, one.decision(), "leaflet"))))
    assert "The link to the privacy notice isn't set here" in bare
    assert "isn't set here" not in full


def test_the_leaflet_names_no_family_and_no_council_that_is_not_set() -> None:
    said = leaflet({**VISIT, "child": "QZ"}, BARE)
    assert "QZ" not in said
    assert "T, mother" not in said
    assert "what the council does" in said


def test_a_signed_consent_is_said_kindly_to_be_no_condition() -> None:
    said = checklist()
    assert "Many of us were taught to get a consent form signed first." in said
    assert "making one a condition would be wrong" in said


@pytest.mark.parametrize(
    ("needs", "said"),
    [
        ("interpreter", "Book the interpreter (Somali). Not a relative, a friend or a child."),
        ("language", "Order the leaflet in Somali."),
        ("large_print", "Order the leaflet in large print."),
        ("read_out", "Read it out rather than hand over paper"),
    ],
)
def test_what_the_family_needs_becomes_a_step(needs: str, said: str) -> None:
    assert said in checklist({**INTERPRETER, "visit_needs": [needs]})
    assert said not in checklist(VISIT)


def test_before_the_visit_the_note_says_that_nothing_has_been_said() -> None:
    said = note(VISIT)
    assert said.startswith("NOT YET TALKED\n")
    assert len(section(said, "STILL TO SAY")) == 10
    assert "WHAT THEY HAVE BEEN TOLD" not in said


def test_the_note_lists_what_was_said_and_what_is_left() -> None:
    said = note(MISSING)
    assert len(section(said, "WHAT THEY HAVE BEEN TOLD (3.3 to 3.6)")) == 8
    assert section(said, "STILL TO SAY") == ["- The privacy notice", "- A check that they have understood"]
    assert "Who at school would hear? I said only those who need to." in said
    assert "- Say what is still to be said at the next visit." in said


def test_when_all_is_said_nothing_is_left() -> None:
    assert section(note(TALKED), "STILL TO SAY") == ["Nothing: all ten points have been said."]
    assert "next visit" not in note(TALKED)
    assert "All ten points have been said." in note_card(TALKED)


def test_what_is_left_stands_above_the_note_with_its_words() -> None:
    said = note_card(MISSING)
    assert spoken("privacy_notice") in said
    assert spoken("parents_understand") in said
    assert spoken("consent_not_required") not in said


def test_a_later_visit_has_a_place_of_its_own_with_its_day() -> None:
    said = note(AGAIN)
    assert section(said, "TOLD AT A LATER VISIT, 11/03/2026 09:30") == ["- The privacy notice"]
    assert "With T and D, at home, 10/03/2026 10:00." in said
    assert section(said, "STILL TO SAY") == ["- A check that they have understood"]
    assert "At the later visit: Whether it costs anything" in said


def test_another_visit_is_offered_while_something_is_left() -> None:
    def verbs(given: Given) -> set[str]:
        one = FIRST_CONTACT_STATES.matter(given)
        return {button["verb"] for button in executes(as_sent(Shown(TheNote(one, one.decision()))))}

    assert "talked_again" in verbs(MISSING)
    assert "talked_again" in verbs(AGAIN)
    assert "talked_again" not in verbs(TALKED)


def test_asking_to_see_their_file_is_outside_the_guidance_with_whom_to_ask() -> None:
    for council, named in ((FULL, "information.governance@example.org"), (BARE, "Information Governance.")):
        said = note_card(A_COPY, council)
        assert "This guidance doesn't cover that." in said
        assert named in said
        assert "supervisor" in said
    assert "pass it to Information Governance" in note(A_COPY)
    assert "doesn't cover that" not in note_card(MISSING)


def test_what_worries_them_and_what_they_asked_for_is_noted() -> None:
    said = note(A_COPY)
    assert "WHAT WORRIES THEM\nD was in care and has seen his file" in said
    assert "Asked for: A copy of the leaflet or the privacy notice" in said
    assert "WHAT WORRIES THEM" not in note(MISSING)


@pytest.mark.parametrize(
    ("given", "title"),
    [
        (VISIT, "NOT YET TALKED: first conversation about sharing information"),
        (MISSING, "First conversation about sharing information, some points still to say"),
        (TALKED, "First conversation about sharing information: all ten points said"),
    ],
)
def test_the_title_says_how_far_it_came(given: Given, title: str) -> None:
    one = FIRST_CONTACT_STATES.matter(given)
    assert heading(one, one.decision()) == title


def test_once_copied_only_the_points_that_are_left_stay_to_be_read() -> None:
    gone = copied(FIRST_CONTACT_STATES.matter(MISSING))
    said = read_out(as_sent(Shown(AfterCopy(gone))))
    assert "The privacy notice" in said
    assert "Who at school would hear" not in said
    assert "parents_asked" not in gone.values
    whole = read_out(as_sent(Shown(AfterCopy(copied(FIRST_CONTACT_STATES.matter(TALKED))))))
    assert "Still to say" not in whole


def test_no_button_sends_the_leaflet_to_anybody() -> None:
    one = FIRST_CONTACT_STATES.matter(VISIT)
    card = as_sent(Shown(WordsToUse(one, one.decision(), "leaflet")))
    assert [button["verb"] for button in of_type(card, "Action.Execute")] == ["danger"]
    assert not of_type(card, "Action.OpenUrl")


@pytest.mark.parametrize("name", FIRST_CONTACT_STATES.answers)
def test_each_checklist_says_whether_it_is_the_first(name: str) -> None:
    expected, given = FIRST_CONTACT_STATES.answers[name]
    one = FIRST_CONTACT_STATES.matter(given)
    assert headline(one, one.decision()) == expected


def test_before_the_next_visit_only_what_is_left_is_on_the_checklist() -> None:
    said = checklist(NEXT_VISIT)
    assert "What is left to go through with P's parents." in said
    assert spoken("privacy_notice") in said
    assert spoken("will_inform_beforehand_why") not in said
    assert note(NEXT_VISIT).startswith("NOT YET TALKED AGAIN\nThe next conversation")
    assert len(section(note(NEXT_VISIT), "SAID AT AN EARLIER VISIT")) == 8
