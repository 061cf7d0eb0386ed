"""Who and what the playground shows."""

import pytest

from ops.playground import configuration

PEOPLE = ["K.O.", "M.A.", "J.S.", "T.W.", "N.H.", "B.D."]


@pytest.mark.parametrize("person", PEOPLE)
def test_anyone_may_sit_at_the_keyboard_with_the_five_others_about(person: str) -> None:
    settings = configuration(person)

    assert settings["currentUser"]["name"] == person
    assert sorted(other["name"] for other in settings["users"]) == sorted(set(PEOPLE) - {person})


def test_two_peoples_playgrounds_share_a_bot_and_a_tenant_and_no_conversation() -> None:
    one, other = configuration("K.O."), configuration("M.A.")

    assert (one["bot"], one["tenantId"]) == (other["bot"], other["tenantId"])
    for kind in ("personalChat", "groupChat", "team"):
        assert one[kind]["id"] != other[kind]["id"]
    assert one["team"]["channels"][0]["id"] != other["team"]["channels"][0]["id"]


def test_a_stranger_is_refused() -> None:
    with pytest.raises(ValueError, match=r"X\.Y\."):
        configuration("X.Y.")
