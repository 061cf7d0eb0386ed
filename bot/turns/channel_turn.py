"""A turn in a channel or a group: where requests go and who answers them; nothing of a family is ever shown there."""

from bot.approvals.channel_commands import ChannelCommands, ChannelNotice, channel_of, is_command
from bot.incoming import InvokeBody, Kind, Scope, card_reply, message_reply, to_press
from bot.turns.context import TurnContext
from cards.people import safe_name
from cards.words import render_text
from dialogs.approvals.request import Refusal
from dialogs.screens import NotHere, Shown


class ChannelTurn:
    """One activity outside a personal chat."""

    def __init__(self, context: TurnContext) -> None:
        self._unit = context.unit
        self._incoming = context.incoming
        self._address = context.address
        self._council = context.council
        self._approvals = context.approvals
        self._draw = context.draw

    def take(self, *, first_time: bool) -> InvokeBody | None:
        """Take the activity; one that was taken before only gets its reply again."""
        kind = self._incoming.kind
        if kind is Kind.CLICK:
            return self._clicked() if first_time else card_reply(self._draw(Shown(NotHere())))
        if first_time and kind is Kind.MESSAGE:
            self._message()
        if first_time and kind is Kind.EDITED and is_command(self._incoming.text):
            self._unit.save_conversation(self._address)
            self._unit.post_text(self._address.conversation_id, render_text("approvals.setup.edited"))
        if first_time and kind is Kind.LEFT:
            self._left()
        return None

    def _message(self) -> None:
        """A command about the channel is carried out; anything else is told where its place is."""
        self._unit.save_conversation(self._address)
        said: list[ChannelNotice] = []
        if self._address.scope is Scope.CHANNEL:
            said = ChannelCommands(self._unit, self._incoming, self._council, self._approvals).take()
        texts = [render_text(f"approvals.setup.{one.name}", **dict(one.details)) for one in said]
        self._unit.post_text(self._address.conversation_id, " ".join(texts) or render_text("not_here.text"))

    def _clicked(self) -> InvokeBody:
        """A supervisor opens a request in their own chat."""
        if self._incoming.verb != "open_request":
            return card_reply(self._draw(Shown(NotHere())))
        try:
            request = self._approvals.to_decide(to_press(self._incoming).about)
        except Refusal as refusal:
            return message_reply(render_text(f"approvals.refused.{refusal.code}", who=safe_name(refusal.who)))
        opened = self._approvals.open_in_own_chat(request)
        if opened is None:
            return message_reply(render_text("approvals.refused.no_chat"))
        return message_reply(render_text("approvals.refused.opened" if opened else "approvals.refused.opened_before"))

    def _left(self) -> None:
        """The bot was taken out of a team or a channel of it: what waits there waits for another, and is not lost."""
        address, team, left = self._address, self._incoming.team_id, self._incoming.left_channel
        here = left or channel_of(address.conversation_id)
        for channel in self._unit.channels(address.tenant_id):
            if channel.id == here or (team and channel.team_id == team and not left):
                self._approvals.leave(channel)
