"""A code as it is typed, and a matter as a colleague gets it."""

from collections.abc import Mapping

import pytest
from msgspec.structs import replace

from dialogs.card_actions import erase_text
from dialogs.engine.flow import Flow
from dialogs.engine.matter import Matter, Phase
from dialogs.flows.registry import FLOWS
from dialogs.flows.shared_questions import STAFF
from dialogs.handover import ALPHABET, LENGTH, code_in, taken_over, written
from dialogs.messages import handle_message
from dialogs.screens import Asking
from guidance.paragraphs import VERSION
from tests.cards import matters
from tests.cards.matters import matter
from tests.dialogs.desks import desk_of

TYPED: Mapping[str, str | None] = {
    "take over K7QM-2M9X-4TDP": "K7QM2M9X4TDP",
    "Take over k7qm 2m9x 4tdp.": "K7QM2M9X4TDP",
    "take over the code K7QM2M9X4TDP": "K7QM2M9X4TDP",
    "take  over\u00a0K7QM\u20112M9X\u20114TDP": "K7QM2M9X4TDP",
    "take over K7QM\u20132M9X\u20134TDP": "K7QM2M9X4TDP",
    "take over KOQM-IM9X-LTUP": "K0QM1M9X1TVP",
    "take over ABCD-EFGH-JKMN": "ABCDEFGHJKMN",
    "take over": "",
    "take over K7QM-2M9X-4TD": "",
    "take over K7QM-2M9X-4TDP-9": "",
    "take over the shift": None,
    "take over the care of P": None,
    "they will take over K7QM-2M9X-4TDP": None,
    "K7QM-2M9X-4TDP": None,
    "overtake": None,
}


@pytest.mark.parametrize(("text", "code"), TYPED.items())
def test_a_code_is_read_however_it_is_typed(text: str, code: str | None) -> None:
    assert code_in(text) == code


def test_a_code_is_written_in_groups_of_four() -> None:
    assert written("K7QM2M9X4TDP") == "K7QM-2M9X-4TDP"


def test_a_code_has_sixty_bits_and_no_letter_that_looks_like_another() -> None:
    assert len(ALPHABET) ** LENGTH == 2**60
    assert len(set(ALPHABET)) == len(ALPHABET)
    assert set("OILU") & set(ALPHABET) == set()


def offered(one: Matter) -> Matter:
    return replace(one, offered_by="K.O.", came_from="m0", group="g", carried_from="m0")


def test_what_is_the_giver_s_own_is_asked_afresh_and_all_else_stays() -> None:
    one = offered(matter(matters.HARM))
    ours = taken_over(one, desk_of())
    assert ours.values == {name: value for name, value in one.values.items() if name != "part_in_case"}
    assert (ours.came_from, ours.group, ours.carried_from, ours.offered_by) == ("", "", "", "")
    assert ours.handed_over == ("2026-03-11 K.O.",)
    assert ours.phase is Phase.ASKING


ASKED_OF_STAFF = [flow for flow in FLOWS.values() if STAFF in flow.questions()]


@pytest.mark.parametrize("flow", ASKED_OF_STAFF, ids=[flow.name for flow in ASKED_OF_STAFF])
def test_whether_the_giver_is_social_work_staff_says_nothing_of_the_one_who_takes_over(flow: Flow) -> None:
    """3.10"""
    values = {"child": "P", "part_in_case": "authorised", "staff": "yes"}
    ours = taken_over(offered(Matter("m1", flow, VERSION).hold(values)), desk_of())
    assert ours.values == {"child": "P"}


def test_every_time_is_kept() -> None:
    once = taken_over(offered(matter(matters.HARM)), desk_of())
    twice = taken_over(replace(once, offered_by=""), desk_of())
    assert twice.handed_over == ("2026-03-11 K.O.", "2026-03-11")


def test_the_note_comes_again_once_the_part_in_the_case_is_said() -> None:
    one = offered(matter(matters.HARM, matters.SHARED_UNTOLD))
    ours = taken_over(one, desk_of())
    assert ours.hold({"part_in_case": "supervisor"}).phase is Phase.NOTE


def test_a_copied_one_keeps_its_follow_up() -> None:
    noted = matter(matters.HARM, matters.SHARED_UNTOLD)
    ours = taken_over(offered(erase_text(noted, desk_of(noted))), desk_of())
    assert ours.phase is Phase.COPIED
    assert ours.values["look_again"] == matters.SHARED_UNTOLD["look_again"]


def test_one_from_an_older_version_of_the_guidance_is_asked_again() -> None:
    old = replace(matter(matters.HARM), guidance_version="2020-01")
    desk = replace(desk_of(), may_try=lambda: True, claim=lambda _: old)
    reply = handle_message(desk, "take over K7QM-2M9X-4TDP")
    assert reply.taken == "K7QM2M9X4TDP"
    assert isinstance(reply.shown.screen, Asking)
    assert [getattr(aside, "name", "") for aside in reply.shown.asides] == ["newer_guidance"]


def test_half_a_code_is_refused_without_being_looked_for() -> None:
    def claim(code: str) -> Matter | None:
        raise AssertionError(code)

    reply = handle_message(replace(desk_of(), may_try=lambda: True, claim=claim), "take over K7QM")
    assert [getattr(aside, "name", "") for aside in reply.shown.asides] == ["code_refused"]
    assert reply.taken == ""
