"""A turn in a channel or a group: where requests go and who answers them; nothing of a family is ever shown there."""

from bot.approvals.channel_commands import ChannelCommands, channel_of, is_command
from bot.edge.replies import InvokeBody, card_reply, message_reply
from bot.incoming import Kind, Scope
from bot.turns.action_data import to_press
from bot.turns.context import TurnContext
from cards.people import safe_name
from cards.words import render_text
from dialogs.approvals.request import Refusal
from dialogs.placement import DETAIL
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
        said = None
        if self._address.scope is Scope.CHANNEL:
            said = ChannelCommands(self._unit, self._incoming, self._council, self._approvals).take()
        text = render_text(f"approvals.setup.{said.name}", **dict(said.details)) if said else None
        self._unit.post_text(self._address.conversation_id, text or render_text("not_here.text"))

    def _clicked(self) -> InvokeBody:
        """A supervisor opens a request in their own chat."""
        if self._incoming.verb != "open_request":
            return card_reply(self._draw(Shown(NotHere())))
        try:
            request = self._approvals.to_decide(to_press(self._incoming).about)
        except Refusal as refusal:
            return message_reply(render_text(f"approvals.refused.{refusal.code}", who=safe_name(refusal.who)))
        person = self._approvals.person
        chat = self._unit.personal_conversation(person.tenant, person.object_id)
        if not chat:
            return message_reply(render_text("approvals.refused.no_chat"))
        card = self._unit.add_card(chat, request.id, DETAIL)
        self._unit.post_card(card, self._draw(Shown(self._approvals.shown_to_supervisor(request))))
        return message_reply(render_text("approvals.refused.opened"))

    def _left(self) -> None:
        """The bot was taken out of a team: what waits in its channels waits for another, and is not lost."""
        address = self._address
        for channel in self._unit.channels(address.tenant_id):
            if channel.id == channel_of(address.conversation_id) or channel.team_id in (self._incoming.team_id or "-",):
                self._approvals.leave(channel)
