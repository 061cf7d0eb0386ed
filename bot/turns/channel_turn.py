"""A turn in a channel or a group: where requests go and who answers them; nothing of a family is ever shown there."""

from bot.approvals.channel_commands import ChannelCommands, channel_of
from bot.approvals.service import ApprovalService
from bot.config.council import Council
from bot.edge.replies import InvokeBody, card_reply, message_reply
from bot.incoming import Incoming, Scope
from bot.storage.unit_of_work import UnitOfWork
from bot.turns.action_data import to_press
from bot.turns.card_posts import DETAIL, Draw
from cards import words
from cards.people import plain_name
from dialogs.approvals.request import Refusal
from dialogs.screens import NotHere, Shown


class ChannelTurn:
    """One activity outside a personal chat."""

    def __init__(
        self, unit: UnitOfWork, incoming: Incoming, council: Council, approvals: ApprovalService, draw: Draw
    ) -> None:
        self._unit = unit
        self._incoming = incoming
        self._address = incoming.address
        self._council = council
        self._approvals = approvals
        self._draw = draw

    def message(self) -> None:
        """A command about the channel is carried out; anything else is told where its place is."""
        self._unit.save_conversation(self._address)
        said = None
        if self._address.scope is Scope.CHANNEL:
            said = ChannelCommands(self._unit, self._incoming, self._council, self._approvals).take()
        text = words.label(f"approvals.setup.{said.name}", **dict(said.details)) if said else None
        self._unit.post_text(self._address.conversation_id, text or words.label("not_here.text"))

    def clicked(self) -> InvokeBody:
        """A supervisor opens a request in their own chat."""
        if self._incoming.verb != "open_request":
            return card_reply(self._draw(Shown(NotHere())))
        try:
            request = self._approvals.to_decide(to_press(self._incoming).about)
        except Refusal as refusal:
            return message_reply(words.label(f"approvals.refused.{refusal.code}", who=plain_name(refusal.who)))
        person = self._approvals.person
        chat = self._unit.personal_conversation(person.tenant, person.object_id)
        if not chat:
            return message_reply(words.label("approvals.refused.no_chat"))
        card = self._unit.add_card(chat, request.id, DETAIL)
        self._unit.post_card(card, self._draw(Shown(self._approvals.shown_to_supervisor(request))))
        return message_reply(words.label("approvals.refused.opened"))

    def clicked_again(self) -> InvokeBody:
        """A click that was already taken."""
        return card_reply(self._draw(Shown(NotHere())))

    def left(self) -> None:
        """The bot was taken out of a team: what waits in its channels waits for another, and is not lost."""
        address = self._address
        for channel in self._unit.channels(address.tenant_id):
            if channel.id == channel_of(address.conversation_id) or channel.team_id in (self._incoming.team_id or "-",):
                self._approvals.leave(channel)
