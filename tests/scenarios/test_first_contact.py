"""The first conversation with parents, through the real app: a checklist before the visit, the note after it."""

import pytest

from dialogs.flows.first_contact.conditions import POINTS
from tests.scenarios.worker import Worker

VISIT = {"child": "P", "parents": "T, mother, and D, father"}
EIGHT = ",".join(point for point in POINTS if point not in ("privacy_notice", "parents_understand"))
TALKED = {"talked_with": "T and D, at home", "covered": EIGHT, "parents_asked": "Who at school would hear?"}


async def began(worker: Worker) -> Worker:
    await worker.join()
    await worker.send(worker.clicking("start", {"about": "first_contact"}))
    return worker


async def test_one_turn_to_the_checklist_and_one_more_to_the_note(worker: Worker) -> None:
    await began(worker)
    before = worker.turns
    await worker.press("next", **VISIT)
    assert worker.card.title == "Ten things to go through with P's parents."
    await worker.press("talked", **TALKED)
    assert worker.turns - before == 2
    note = worker.card.filled["note"]
    assert "STILL TO SAY\n- The privacy notice\n- A check that they have understood" in note


async def test_it_can_be_typed_from_end_to_end(worker: Worker) -> None:
    await began(worker)
    await worker.say_each("P", "T, mother, and D, father", "an interpreter", "Somali")
    assert "Book the interpreter (Somali)." in worker.card.text
    await worker.say_each("we've had the conversation", "yesterday 10:00", "T and D, at home")
    await worker.say("all")
    await worker.say_each("Who would hear?", "You tell us first", "skip", "a copy")
    note = worker.card.filled["note"]
    assert "Nothing: all ten points have been said." in note
    assert "Asked for: A copy of the leaflet or the privacy notice" in note


async def test_points_left_are_said_at_a_later_visit_until_none_is(worker: Worker) -> None:
    await began(worker)
    await worker.go_on(VISIT)
    await worker.press("talked", **TALKED)
    await worker.press("talked_again")
    assert worker.card.name == "talked_again"
    assert "Please answer" not in worker.card.text
    await worker.press("next", covered_since="privacy_notice")
    assert "STILL TO SAY\n- A check that they have understood" in worker.card.filled["note"]
    await worker.press("talked_again")
    assert worker.card.filled["covered_since"] == "privacy_notice"
    await worker.press("next", covered_since="privacy_notice,parents_understand")
    assert "Nothing: all ten points have been said." in worker.card.filled["note"]
    assert "talked_again" not in worker.card.verbs


async def test_going_back_takes_the_later_visit_back_first(worker: Worker) -> None:
    await began(worker)
    await worker.go_on(VISIT)
    await worker.press("talked", **TALKED)
    await worker.press("talked_again")
    await worker.press("next", covered_since="privacy_notice")
    await worker.press("show_answer")
    assert "- The privacy notice\n- A check" in worker.card.filled["note"]
    await worker.press("show_answer")
    assert worker.card.title == "Ten things to go through with P's parents."
    assert worker.card.filled["covered"] == EIGHT


async def test_an_edited_note_is_kept_when_another_visit_is_added(worker: Worker) -> None:
    await began(worker)
    await worker.go_on(VISIT)
    await worker.press("talked", **TALKED)
    await worker.press("talked_again", note="my own version")
    await worker.press("next", covered_since="privacy_notice")
    assert worker.card.filled["before"] == "my own version"


async def test_the_leaflet_comes_in_a_card_of_its_own(worker: Worker) -> None:
    await began(worker)
    await worker.go_on(VISIT)
    await worker.press("words_leaflet")
    (page,) = worker.below
    assert "Before we share something, we will tell you:" in page.filled["words_leaflet"]
    await worker.say("leaflet")
    assert worker.card.title == "Ten things to go through with P's parents."


async def test_changing_what_they_need_keeps_the_rest(worker: Worker) -> None:
    await began(worker)
    await worker.go_on(VISIT)
    await worker.press("change", about="visit")
    assert worker.card.filled["parents"] == VISIT["parents"]
    await worker.press("next", visit_needs="large_print")
    assert "Order the leaflet in large print." in worker.card.text


async def test_nothing_ticked_is_nothing_said(worker: Worker) -> None:
    await began(worker)
    await worker.go_on(VISIT)
    await worker.press("talked", talked_with="T, on the doorstep")
    assert "None of the ten points yet." in worker.card.filled["note"]


async def test_stopping_before_the_visit_keeps_the_checklist(worker: Worker) -> None:
    await began(worker)
    await worker.go_on(VISIT)
    await worker.press("stop")
    await worker.press("matters")
    assert "P: first conversation" in worker.card.text
    await worker.press("open")
    assert worker.card.title == "Ten things to go through with P's parents."


async def test_danger_opens_from_the_checklist_and_leads_back_to_it(worker: Worker) -> None:
    await began(worker)
    await worker.go_on(VISIT)
    await worker.press("danger", parents_asked="half a sentence")
    assert "999" in worker.card.text
    await worker.press("carry_on")
    assert worker.card.filled["parents_asked"] == "half a sentence"


@pytest.mark.parametrize(
    "sentence", ["did we have the conversation?", "we will have the talk", "nearly done the visit"]
)
async def test_a_conversation_that_was_not_had_is_not_recorded(worker: Worker, sentence: str) -> None:
    await began(worker)
    await worker.go_on(VISIT)
    await worker.say(sentence)
    assert worker.card.title == "Ten things to go through with P's parents."


async def test_once_copied_only_the_points_that_are_left_stay(worker: Worker) -> None:
    await began(worker)
    await worker.go_on(VISIT)
    await worker.press("talked", **TALKED)
    await worker.press("copied")
    assert "Still to say" in worker.card.text
    assert "Who at school" not in worker.card.text


async def test_once_copied_the_next_visit_begins_with_what_is_left(worker: Worker) -> None:
    await began(worker)
    await worker.go_on(VISIT)
    await worker.press("talked", **TALKED)
    await worker.press("copied")
    await worker.press("hand_on", about="first_contact")
    assert worker.card.filled == {"child": "P"}
    await worker.press("next", parents="T, mother")
    assert worker.card.title == "What is left to go through with P's parents."
    assert "9. The privacy notice." in worker.card.text
    assert "1. The law." not in worker.card.text
    assert worker.card.filled["covered"] == EIGHT
    await worker.press("talked", talked_with="T, by phone", covered=",".join(POINTS))
    assert "Nothing: all ten points have been said." in worker.card.filled["note"]
    await worker.press("copied")
    assert "hand_on" not in worker.card.verbs


async def test_a_visit_that_is_taken_back_leaves_nothing_said(worker: Worker) -> None:
    await began(worker)
    await worker.go_on(VISIT)
    await worker.press("talked", **TALKED)
    await worker.press("show_answer")
    assert worker.card.title == "Ten things to go through with P's parents."
    assert "1. The law." in worker.card.text


async def test_a_note_that_nobody_edited_is_not_kept_beside_the_new_one(worker: Worker) -> None:
    await began(worker)
    await worker.go_on(VISIT)
    await worker.press("talked", **TALKED)
    await worker.press("talked_again")
    await worker.press("next", covered_since="privacy_notice")
    assert "before" not in worker.card.inputs
    assert "TOLD AT A LATER VISIT" in worker.card.filled["note"]
