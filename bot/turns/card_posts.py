"""The cards that a turn posts, redraws and empties, each by its id, in one conversation."""

from collections.abc import Callable
from typing import Any

from bot.incoming import Incoming
from bot.storage.records import StoredCard
from bot.storage.unit_of_work import UnitOfWork
from dialogs.placement import DETAIL, TOLD
from dialogs.screens import Answered, Blank, HandedOver, MovedOn, Shown, WordsToUse

MAIN, WORDING = "main", "words"
"""Further kinds of card: where the conversation goes on, and words to use."""
Draw = Callable[[Shown], dict[str, Any]]
State = dict[str, Any]


class CardPosts:
    """What one turn does to cards. `state`: what is remembered of the conversation; its "live" is the card in front."""

    def __init__(self, unit: UnitOfWork, incoming: Incoming, draw: Draw) -> None:
        self._unit = unit
        self._conversation = incoming.address.conversation_id
        self._clicked_activity = incoming.reply_to
        self._draw = draw

    def post(self, drawn: dict[str, Any], matter_id: str, state: State) -> None:
        """Post a new card, in which the conversation goes on."""
        card_id = self._unit.add_card(self._conversation, matter_id, MAIN)
        self._unit.post_card(card_id, drawn)
        state["live"] = card_id

    def post_words(self, screen: WordsToUse) -> None:
        """Post words to use as a card of their own, and blank an earlier card of the same words."""
        kind = f"{WORDING}-{screen.name}"
        for card in self._unit.cards_of(screen.matter.id):
            if card.kind == kind:
                self._unit.update_card(card.id, self._draw(Shown(MovedOn())))
        card_id = self._unit.add_card(self._conversation, screen.matter.id, kind)
        self._unit.post_card(card_id, self._draw(Shown(screen)))

    def tell(self, conversation_id: str, shown: Shown) -> None:
        """Post a card that only tells something, in anyone's conversation."""
        self._unit.post_card(self._unit.add_card(conversation_id, "", TOLD), self._draw(shown))

    def leave_behind(self, shown: Shown, state: State) -> None:
        """Redraw the card in front as what is left of it, before another is posted.

        Where only the place goes on, the card stays usable should the other one not come.
        """
        live = str(state.get("live", ""))
        if live and self._unit.card(live):
            goes_on = isinstance(shown.screen, Answered | MovedOn)
            redraw = self._unit.fade_card if goes_on else self._unit.update_card
            redraw(live, self._draw(shown))

    def show_in_place(self, drawn: dict[str, Any], matter_id: str, state: State) -> None:
        """Make the clicked card the one that the conversation goes on in, on every device."""
        if not self._clicked_activity:
            return
        live = str(state.get("live", ""))
        card = self._clicked() or self._learned(self._unit.card(live) if live else None)
        if card is None:
            card_id = self._unit.add_card(self._conversation, matter_id, MAIN, self._clicked_activity)
        else:
            card_id = card.id
            self._unit.reassign_card(card, matter_id, MAIN)
        self._unit.update_card(card_id, drawn)
        if live not in ("", card_id):
            self.leave_behind(Shown(MovedOn()), state)
        state["live"] = card_id

    def show_beside(self, drawn: dict[str, Any], about: str, kind: str) -> None:
        """Redraw the card of a request or a follow-up, beside the one that the conversation goes on in.

        Another that shows the same in this chat says that it goes on elsewhere.
        """
        card = self._clicked() or self._learned(self._unknown_of(about, kind))
        if card:
            for other in self._unit.cards_of(about):
                if other.kind == kind == DETAIL and other.conversation_id == self._conversation and other.id != card.id:
                    self._unit.update_card(other.id, self._draw(Shown(MovedOn())))
            self._unit.reassign_card(card, about, kind)
            self._unit.update_card(card.id, drawn)

    def no_longer_live(self, state: State) -> None:
        """Make a list in which one was opened that one's card: no later message takes it back."""
        card = self._clicked()
        if card and state.get("live") == card.id:
            state["live"] = ""

    def blank(self, matter_id: str, left: Blank | HandedOver) -> None:
        """Empty every card of this matter."""
        drawn = self._draw(Shown(left))
        for card in self._unit.cards_of(matter_id):
            self._unit.update_card(card.id, drawn)

    def is_clicked_unknown(self) -> bool:
        """Tell whether a message was clicked that no card is known by."""
        return bool(self._clicked_activity) and self._clicked() is None

    def _unknown_of(self, about: str, kind: str) -> StoredCard | None:
        """Return the last card of this kind in this conversation whose message is unknown."""
        cards = [card for card in self._unit.cards_of(about) if card.kind == kind and not card.activity_id]
        return next((card for card in reversed(cards) if card.conversation_id == self._conversation), None)

    def _learned(self, card: StoredCard | None) -> StoredCard | None:
        """The same, known by the message that was clicked, if no message was known: it had arrived after all."""
        if card is None or card.activity_id or not self._clicked_activity:
            return None
        return self._unit.learn_activity(card, self._clicked_activity)

    def _clicked(self) -> StoredCard | None:
        clicked = self._clicked_activity
        return self._unit.card_by_activity(self._conversation, clicked) if clicked else None
