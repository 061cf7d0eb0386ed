from collections.abc import Mapping
from typing import Any

import pytest

from bot.edge.connector import MaybeSent, NotSent, Refused, Sent, Throttled
from bot.incoming import Address
from bot.outbox_sender.delivery import MOST_UPDATES, deliver
from bot.outbox_sender.sender import ignore_due
from bot.storage.messages import ClaimedMessage, MessageState
from tests.bot.storage.shelf import address


class Failing:
    """A connector whose every call fails in one way."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    async def post(self, address: Address, activity: Mapping[str, Any]) -> Sent:
        raise self._error

    async def put(self, address: Address, activity_id: str, activity: Mapping[str, Any]) -> None:
        raise self._error


def _row(*, is_post: bool = True, attempts: int = 0) -> ClaimedMessage:
    return ClaimedMessage(1, "post" if is_post else "update", "card", b"{}", attempts, "activity-1", address())


async def _wait_after(error: Exception, attempts: int = 0) -> float:
    outcome = await deliver(Failing(error), _row(attempts=attempts), ignore_due)
    assert outcome.state is MessageState.WAITING
    assert outcome.again_in is not None
    return outcome.again_in.total_seconds()


@pytest.mark.parametrize(
    ("attempts", "least", "most"), [(0, 0.5, 1), (1, 1, 2), (5, 16, 32), (6, 30, 60), (7, 30, 60), (9999, 30, 60)]
)
@pytest.mark.parametrize("error", [NotSent("no connection"), Refused(401)], ids=["not sent", "credential refused"])
async def test_waits_grow_to_a_minute_and_differ(error: Exception, attempts: int, least: float, most: float) -> None:
    waits = {await _wait_after(error, attempts) for _ in range(50)}
    assert least <= min(waits) < max(waits) <= most


@pytest.mark.parametrize("told", [0.0, 1.0, 10.0, 3600.0])
async def test_a_throttled_message_never_waits_less_than_told_nor_much_longer(told: float) -> None:
    waits = {await _wait_after(Throttled(told)) for _ in range(50)}
    assert told < min(waits) <= max(waits) <= told * 1.2 + 0.1


@pytest.mark.parametrize(
    ("error", "said"),
    [(MaybeSent("answered 503"), "answered 503"), (ValueError("what she typed"), "ValueError")],
    ids=["no answer", "a fault of ours"],
)
@pytest.mark.parametrize(
    ("row", "state"),
    [
        (_row(), MessageState.DOUBTFUL),
        (_row(is_post=False), MessageState.WAITING),
        (_row(is_post=False, attempts=MOST_UPDATES - 2), MessageState.WAITING),
        (_row(is_post=False, attempts=MOST_UPDATES - 1), MessageState.GIVEN_UP),
    ],
    ids=["post", "update", "last but one update", "last update"],
)
async def test_what_is_unknown_is_doubtful_for_a_post_and_repeated_for_an_update(
    row: ClaimedMessage, state: MessageState, error: Exception, said: str
) -> None:
    outcome = await deliver(Failing(error), row, ignore_due)
    assert (outcome.state, outcome.error) == (state, said)


@pytest.mark.parametrize("is_post", [True, False], ids=["post", "update"])
@pytest.mark.parametrize("error", [Refused(412), Refused(404, "ConversationNotFound")], ids=["412", "404"])
async def test_what_is_refused_for_a_moment_is_tried_again_and_given_up_in_the_end(
    error: Refused, *, is_post: bool
) -> None:
    states = []
    for attempts in range(6):
        outcome = await deliver(Failing(error), _row(is_post=is_post, attempts=attempts), ignore_due)
        states.append(outcome.state)
    assert states == [MessageState.WAITING] * 5 + [MessageState.GIVEN_UP]
