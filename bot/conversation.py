"""One turn: an activity in; answers, cards and messages out, in one transaction."""

import logging
import secrets
from collections.abc import Awaitable, Callable
from typing import Any

from bot.council import Council, for_cards
from bot.handovers import LONDON, Handovers, new_code
from bot.incoming import Address, Incoming, Kind, Scope
from bot.matters import OwnMatters
from bot.presses import to_press, too_long
from bot.storage.errors import StorageUnavailable
from bot.storage.storage import Storage
from bot.storage.unit import Unit
from cards import words
from cards.drawing import draw
from dialogs.desk import Desk, Reply
from dialogs.pressed import pressed
from dialogs.questions import LONGEST
from dialogs.screens import Aside, Blank, HandedOver, MovedOn, NotHere, Shown, WordsToUse
from dialogs.typed import typed
from dialogs.views import screen_of, welcome

log = logging.getLogger(__name__)

MAIN, WORDING, TOLD = "main", "words", "told"
"""The kinds of card: the one that the conversation goes on in, those with words to use, and one that only tells."""

Say = Callable[[Address, str], Awaitable[None]]
InvokeBody = dict[str, Any]


class Conversations:
    """Takes turns. `wake` is called after a commit that left messages; `say` reaches a person without the database."""

    def __init__(self, storage: Storage, council: Council, wake: Callable[[], None], say: Say) -> None:
        self._storage = storage
        self._council = council
        self._wake = wake
        self._say = say

    async def take(self, incoming: Incoming) -> InvokeBody | None:
        """Take one activity. Returns the body of the reply to a click, None for anything else."""
        excess = too_long(incoming)
        if excess and incoming.kind is Kind.CLICK and incoming.verb != "danger":
            return _message(_too_long_words(excess))
        try:
            reply = await self._storage.transact(
                lambda unit: Turn(unit, incoming, self._council).take(),
                conversation_id=incoming.address.conversation_id,
            )
        except StorageUnavailable as error:
            return await self._without_database(incoming, error)
        self._wake()
        return reply

    async def _without_database(self, incoming: Incoming, error: StorageUnavailable) -> InvokeBody | None:
        log.error("a turn was not taken: %s", error)
        if incoming.kind is Kind.CLICK:
            return _message(words.label("notices.try_again"))
        if incoming.kind is Kind.MESSAGE:
            await self._say(incoming.address, words.label("notices.try_again"))
        return None


class Turn:
    """One activity inside one transaction."""

    def __init__(self, unit: Unit, incoming: Incoming, council: Council) -> None:
        self._unit = unit
        self._incoming = incoming
        self._address = incoming.address
        self._matters = OwnMatters(unit, owner_of(incoming.address))
        self._now = unit.now.astimezone(LONDON).replace(tzinfo=None)
        self._council = for_cards(council, self._now)
        self._remembered: dict[str, Any] = {}

    def take(self) -> InvokeBody | None:
        """Do the turn once; a redelivered click gets the current card again, anything else redelivered nothing."""
        first_time = not self._incoming.activity_id or self._unit.first_time(
            self._address.conversation_id, self._incoming.activity_id
        )
        if self._incoming.kind is Kind.CLICK:
            return self._clicked() if first_time else self._again()
        if first_time and self._incoming.kind is Kind.MESSAGE:
            self._message()
        if first_time and self._incoming.kind is Kind.JOINED:
            self._joined()
        return None

    def _joined(self) -> None:
        """Welcome a person once, however often Teams says that the bot was added."""
        if self._address.scope is not Scope.PERSONAL:
            return
        state = self._state()
        if not state.get("welcomed"):
            self._post(Shown(welcome(self._desk(state))), "", state)
            self._unit.set_state(self._address.conversation_id, {**state, "welcomed": True})

    def _message(self) -> None:
        if self._address.scope is not Scope.PERSONAL:
            self._unit.save_conversation(self._address)
            self._unit.post_text(self._address.conversation_id, words.label("not_here.text"))
            return
        state = self._state()
        desk = self._desk(state)
        reply = self._read(desk)
        live = str(state.get("live", ""))
        if live and self._unit.card(live):
            self._unit.update_card(live, self._draw(Shown(reply.left_behind or MovedOn())))
        self._keep(reply)
        self._post(reply.shown, _matter_id(reply), state)
        self._finish(reply, state)

    def _read(self, desk: Desk) -> Reply:
        if self._incoming.verb:
            return pressed(desk, to_press(self._incoming))
        if len(self._incoming.text) > LONGEST:
            return _kept_place(desk, _too_long_aside(len(self._incoming.text)))
        if not self._incoming.text:
            return _kept_place(desk, Aside("notice", "no_files"))
        return typed(desk, self._incoming.text)

    def _clicked(self) -> InvokeBody:
        if self._address.scope is not Scope.PERSONAL:
            return _card(self._draw(Shown(NotHere())))
        state = self._state()
        reply = pressed(self._desk(state), to_press(self._incoming))
        self._keep(reply)
        drawn = self._draw(reply.shown)
        self._show_in_place(drawn, _matter_id(reply), state)
        self._finish(reply, state)
        return _card(drawn)

    def _again(self) -> InvokeBody:
        """A click that was already taken: its answer is drawn again from what is stored."""
        if self._address.scope is not Scope.PERSONAL:
            return _card(self._draw(Shown(NotHere())))
        desk = self._desk(self._state())
        return _card(self._draw(Shown(screen_of(desk.current, desk))))

    def _state(self) -> dict[str, Any]:
        self._unit.save_conversation(self._address)
        found = self._unit.conversation(self._address.conversation_id)
        self._remembered = found.state if found else {}
        return self._remembered

    @property
    def _handovers(self) -> Handovers:
        return Handovers(self._unit, self._address, self._matters, self._remembered)

    def _desk(self, state: dict[str, Any]) -> Desk:
        current = self._matters.find(str(state.get("matter", "")))
        handovers = self._handovers
        return Desk(
            now=self._now,
            current=current,
            find=self._matters.find,
            every=self._matters.every,
            new_id=lambda: secrets.token_urlsafe(9),
            new_code=new_code,
            offer_ends=handovers.ends,
            offered_until=handovers.until,
            may_try=handovers.may_try,
            claim=handovers.claim,
        )

    def _draw(self, shown: Shown) -> dict[str, Any]:
        return draw(shown, self._council, self._now)

    def _show_in_place(self, drawn: dict[str, Any], matter_id: str, state: dict[str, Any]) -> None:
        """The clicked card becomes the one that the conversation goes on in, on every device."""
        clicked = self._incoming.reply_to
        if not clicked:
            return
        card = self._unit.card_by_activity(self._address.conversation_id, clicked)
        if card is None:
            card_id = self._unit.add_card(self._address.conversation_id, matter_id, MAIN, clicked)
        else:
            card_id = card.id
            self._unit.give_card(card, matter_id, MAIN)
        self._unit.update_card(card_id, drawn)
        before = str(state.get("live", ""))
        if before not in ("", card_id) and self._unit.card(before):
            self._unit.update_card(before, self._draw(Shown(MovedOn())))
        state["live"] = card_id

    def _post(self, shown: Shown, matter_id: str, state: dict[str, Any]) -> None:
        card_id = self._unit.add_card(self._address.conversation_id, matter_id, MAIN)
        self._unit.post_card(card_id, self._draw(shown))
        state["live"] = card_id

    def _keep(self, reply: Reply) -> None:
        if reply.taken:
            self._take_over(reply)
        for matter in reply.saved:
            self._matters.save(matter)
        if reply.offer:
            self._handovers.offer(reply.offer)
        for matter_id in reply.ended:
            self._handovers.end(matter_id)
        for matter_id in reply.forgotten:
            self._blank(matter_id, Blank(deleted=True))
            self._unit.forget_matter(matter_id)
        for matter_id in reply.dropped:
            self._unit.forget_matter(matter_id)
        for matter_id in reply.let_go:
            self._blank(matter_id, Blank(deleted=False))

    def _take_over(self, reply: Reply) -> None:
        """The giver's cards are emptied and belong to no matter any more; the giver is told."""
        offer = self._handovers.take(reply.taken)
        self._blank(offer.matter_id, HandedOver())
        for card in self._unit.cards_of(offer.matter_id):
            self._unit.give_card(card, "", card.kind)
        told = self._unit.add_card(offer.conversation_id, "", TOLD)
        self._unit.post_card(told, self._draw(Shown(self._handovers.told_giver(offer))))

    def _blank(self, matter_id: str, left: Blank | HandedOver) -> None:
        drawn = self._draw(Shown(left))
        for card in self._unit.cards_of(matter_id):
            self._unit.update_card(card.id, drawn)

    def _finish(self, reply: Reply, state: dict[str, Any]) -> None:
        for words_to_use in reply.posts:
            self._post_words(words_to_use, _matter_id(reply))
        state["matter"] = reply.current.id if reply.current else ""
        self._unit.set_state(self._address.conversation_id, {**state, "welcomed": True})

    def _post_words(self, screen: WordsToUse, matter_id: str) -> None:
        """Words to use stand in a card of their own; an earlier card of the same words is taken back."""
        kind = f"{WORDING}-{screen.name}"
        for card in self._unit.cards_of(matter_id):
            if card.kind == kind:
                self._unit.update_card(card.id, self._draw(Shown(MovedOn())))
        card_id = self._unit.add_card(self._address.conversation_id, matter_id, kind)
        self._unit.post_card(card_id, self._draw(Shown(screen)))


def owner_of(address: Address) -> str:
    """Whose matters they are: the person's Entra object id, or their Teams id where Teams sent no other."""
    return f"{address.tenant_id}/{address.user_object_id or address.user_id}"


def _kept_place(desk: Desk, aside: Aside) -> Reply:
    return Reply(Shown(screen_of(desk.current, desk, numbered=True), (aside,)), desk.current, left_behind=MovedOn())


def _matter_id(reply: Reply) -> str:
    return reply.current.id if reply.current else ""


def _too_long_aside(count: int) -> Aside:
    return Aside("notice", "too_long_message", {"count": f"{count:,}", "most": f"{LONGEST:,}"})


def _too_long_words(count: int) -> str:
    return words.label("notices.too_long_message", count=f"{count:,}", most=f"{LONGEST:,}")


def _card(card: dict[str, Any]) -> InvokeBody:
    return {"statusCode": 200, "type": "application/vnd.microsoft.card.adaptive", "value": card}


def _message(text: str) -> InvokeBody:
    return {"statusCode": 200, "type": "application/vnd.microsoft.activity.message", "value": text}
