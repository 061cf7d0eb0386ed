"""A message of the outbox as its sender sees it, how urgent it is, and the result of its delivery."""

from datetime import timedelta
from enum import IntEnum, StrEnum

from msgspec import Struct

from bot.incoming import Address


class MessageState(StrEnum):
    """The state of a message in the outbox. The last three are settled: such a row holds no payload any more."""

    WAITING = "waiting"
    SENDING = "sending"
    LEFT = "left"  # a post that a dead sender may have sent; to be looked at by another
    SENT = "sent"
    DOUBTFUL = "doubtful"  # may have arrived: never sent again
    GIVEN_UP = "given_up"


class Priority(IntEnum):
    """How urgent a message is. Within a conversation, too, a lower number goes first."""

    WAITED_FOR = 0  # a new message in the conversation of the turn that left it
    NEWS = 1  # a new message for somebody else: a channel's prompt, an outcome, a digest
    UPDATE = 2  # an older card is redrawn or emptied
    REMINDER = 3
    BULK = 4  # retention's updates: nobody waits for these


class ClaimedMessage(Struct, frozen=True):
    """A message to be sent now. `payload` is JSON, None when it cannot be read; `activity_id` is its card's, or "".

    `fresh`: handed over by the transaction that left it, and not read from the database since.
    """

    id: int
    verb: str
    card_id: str | None
    payload: bytes | None
    attempts: int
    activity_id: str
    address: Address
    priority: int = Priority.UPDATE
    fresh: bool = False

    @property
    def is_post(self) -> bool:
        """Whether it is a new message, which is never sent twice."""
        return self.verb == "post"

    @property
    def is_reminder(self) -> bool:
        """Whether it is handled here when due, and nothing is sent."""
        return self.verb == "remind"


class DeliveryResult(Struct, frozen=True):
    """The result of one delivery. `error` is a status, never text; `again_in` says when a waiting message is due."""

    message: ClaimedMessage
    state: MessageState
    error: str = ""
    activity_id: str = ""
    again_in: timedelta | None = None

    @property
    def is_lost_card(self) -> bool:
        """Whether it is a new card that did not come, or is not known to have come."""
        is_card = self.message.is_post and self.message.card_id is not None
        return is_card and self.state in (MessageState.GIVEN_UP, MessageState.DOUBTFUL)


class LeftPost(Struct, frozen=True):
    """A post that a dead sender had claimed and may have sent."""

    id: int
    conversation_id: str
    card_id: str | None
