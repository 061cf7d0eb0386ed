from bot.outbox_sender.lane import Lane
from bot.storage.messages import ClaimedMessage
from tests.bot.storage.shelf import address


def claimed(number: int, *, fresh: bool) -> ClaimedMessage:
    return ClaimedMessage(number, "post", "card", b"{}", 0, "", address(), fresh=fresh)


def test_what_was_read_while_the_lane_was_mended_is_asked_for_again_and_not_lost() -> None:
    """It may have been claimed before its release or after, since other threads commit meanwhile."""
    lane = Lane("a:1")
    lane.to_mend = True
    lane.add([claimed(1, fresh=True), claimed(2, fresh=False), claimed(3, fresh=True)])
    lane.restart({1, 2})
    assert (lane.to_mend, lane.first()) == (True, None)
    lane.restart({2, 3})
    assert (lane.to_mend, lane.first()) == (False, None)


def test_what_a_turn_left_while_the_lane_was_mended_goes_on() -> None:
    lane = Lane("a:1")
    lane.to_mend = True
    lane.add([claimed(1, fresh=True), claimed(2, fresh=True)])
    lane.restart({1})
    assert (lane.to_mend, lane.first()) == (False, claimed(2, fresh=True))
