"""One turn: an activity in; answers, cards and messages out, in one transaction."""

import logging
import re
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from bot.approvals.channel import ChannelTurn, channel_of, names_people
from bot.approvals.desk import ApprovalDesk
from bot.approvals.presses import TYPED, RequestPresses
from bot.approvals.reminders import schedule
from bot.approvals.snapshots import as_it_was
from bot.council import Council, for_cards
from bot.follow_ups.desk import FollowUpDesk
from bot.follow_ups.keeping import KIND as FOLLOW_UP
from bot.follow_ups.presses import TYPED as FOLLOW_UPS_TYPED
from bot.follow_ups.presses import FollowUpPresses
from bot.handovers import LONDON, Handovers, new_code
from bot.incoming import Address, Incoming, Kind, Scope
from bot.matters import OwnMatters
from bot.practising import Practising
from bot.presses import to_press, too_long
from bot.storage.errors import StorageUnavailable
from bot.storage.storage import Storage
from bot.storage.stored import StoredCard
from bot.storage.unit import Unit
from cards import words
from dialogs.approvals.looked_at import LookedAt
from dialogs.approvals.needed import needed
from dialogs.approvals.request import Person, Refusal
from dialogs.approvals.screens import ForSupervisor, WorkersRequest
from dialogs.desk import Desk, Press, Reply
from dialogs.follow_ups.screens import OneFollowUp
from dialogs.matter import Matter
from dialogs.questions import LONGEST
from dialogs.screens import Aside, Blank, HandedOver, MovedOn, NotHere, Screen, Shown, WordsToUse
from dialogs.views import screen_of, welcome
from practice.desk import PracticeDesk, Turned
from practice.drawing import draw
from practice.playing import screen_of as scenario_screen
from practice.turns import pressed, typed

log = logging.getLogger(__name__)

MAIN, WORDING, DETAIL, TOLD = "main", "words", "detail", "told"
"""The kinds of card: where the conversation goes on, words to use, a request's own, and one that only tells."""
MOST_MENTIONED = 20

Say = Callable[[Address, str], Awaitable[None]]
WhoIs = Callable[[Address, str], Awaitable[str]]
InvokeBody = dict[str, Any]


class Conversations:
    """Takes turns. `wake` is called after a commit that left messages; `say` reaches a person without the database.

    `who_is` gives the Entra object id of someone whom Teams knows by another id.
    """

    def __init__(self, storage: Storage, council: Council, wake: Callable[[], None], say: Say, who_is: WhoIs) -> None:
        self._storage = storage
        self._council = council
        self._wake = wake
        self._say = say
        self._who_is = who_is

    async def take(self, incoming: Incoming) -> InvokeBody | None:
        """Take one activity. Returns the body of the reply to a click, None for anything else."""
        excess = too_long(incoming)
        if excess and incoming.kind is Kind.CLICK and incoming.verb != "danger":
            return _message(_too_long_words(excess))
        incoming = await self._known(incoming)
        try:
            reply = await self._storage.transact(
                lambda unit: Turn(unit, incoming, self._council).take(),
                conversation_id=incoming.address.conversation_id,
            )
        except StorageUnavailable as error:
            return await self._without_database(incoming, error)
        self._wake()
        return reply

    async def _known(self, incoming: Incoming) -> Incoming:
        """With the object ids of those mentioned, where a command in a channel is about them."""
        in_channel = incoming.kind is Kind.MESSAGE and incoming.address.scope is Scope.CHANNEL
        if not in_channel or not names_people(incoming.text):
            return incoming
        known = [
            replace(one, object_id=one.object_id or await self._who_is(incoming.address, one.user_id))
            for one in incoming.mentions[:MOST_MENTIONED]
        ]
        return replace(incoming, mentions=tuple(known))

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
        self._settings = council
        self._practising = Practising(unit, incoming, self._matters, council)
        self._council = for_cards(council, self._now)
        self._approvals = ApprovalDesk(
            unit,
            person_of(incoming),
            draw=lambda screen: self._draw(Shown(screen)),
            now=unit.now,
            local=self._now.strftime("%Y-%m-%dT%H:%M"),
            wanted=council.asks_for,
            read=as_it_was,
            schedule=lambda request: schedule(unit, council, request),
        )
        self._follow_ups = FollowUpDesk(unit, self._approvals, council, lambda screen: self._draw(Shown(screen)))
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
        if first_time and self._incoming.kind is Kind.LEFT:
            self._left()
        return None

    def _left(self) -> None:
        """The bot was taken out of a team: what waits in its channels waits for another, and is not lost."""
        address = self._address
        for channel in self._unit.channels(address.tenant_id):
            if channel.id == channel_of(address.conversation_id) or channel.team_id in (self._incoming.team_id or "-",):
                self._approvals.leave(channel)

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
            self._in_company()
            return
        state = self._state()
        turned = self._read(self._both(state))
        reply = turned.reply
        live = str(state.get("live", ""))
        if live and self._unit.card(live):
            self._unit.update_card(live, self._draw(Shown(reply.left_behind or MovedOn())))
        self._keep(turned)
        self._post(reply.shown, _matter_id(reply), state)
        self._finish(reply, state)

    def _in_company(self) -> None:
        """In a channel, where requests go and who answers them; anything else has no place there."""
        self._unit.save_conversation(self._address)
        said = None
        if self._address.scope is Scope.CHANNEL:
            said = ChannelTurn(self._unit, self._incoming, self._settings, self._approvals).take()
        text = words.label(f"approvals.setup.{said.name}", **dict(said.details)) if said else None
        self._unit.post_text(self._address.conversation_id, text or words.label("not_here.text"))

    def _read(self, desk: PracticeDesk) -> Turned:
        if self._incoming.verb:
            return self._pressed(desk)
        asked = list_asked(self._incoming.text)
        if asked:
            return self._taken(desk, Press(asked))
        if len(self._incoming.text) > LONGEST:
            return _kept_place(desk, _too_long_aside(len(self._incoming.text)))
        if not self._incoming.text:
            return _kept_place(desk, Aside("notice", "no_files"))
        return typed(desk, self._incoming.text)

    def _clicked(self) -> InvokeBody:
        if self._address.scope is not Scope.PERSONAL:
            return self._clicked_in_company()
        state = self._state()
        turned = self._pressed(self._both(state))
        reply = turned.reply
        self._keep(turned)
        drawn = self._draw(reply.shown)
        if isinstance(reply.shown.screen, ForSupervisor | WorkersRequest):
            self._show_beside(drawn, reply.shown.screen.request.id, DETAIL)
        elif isinstance(reply.shown.screen, OneFollowUp):
            self._show_beside(drawn, reply.shown.screen.follow_up.id, FOLLOW_UP)
            self._no_longer_live(state)
        else:
            self._show_in_place(drawn, _matter_id(reply), state)
        self._finish(reply, state)
        return _card(drawn)

    def _pressed(self, desk: PracticeDesk) -> Turned:
        return self._taken(desk, to_press(self._incoming))

    def _taken(self, desk: PracticeDesk, press: Press) -> Turned:
        """By those whose press it is: requests, follow-ups, practice, or the dialogue."""
        requests = RequestPresses(self._unit, self._approvals, desk.real, self._follow_ups.accepted)
        follow_ups = FollowUpPresses(self._follow_ups, desk.real)
        if requests.takes(press.verb):
            return Turned(requests.take(press))
        return Turned(follow_ups.take(press)) if follow_ups.takes(press.verb) else pressed(desk, press)

    def _clicked_in_company(self) -> InvokeBody:
        """In a channel a supervisor opens a request in their own chat; nothing is ever shown there."""
        if self._incoming.verb != "open_request":
            return _card(self._draw(Shown(NotHere())))
        try:
            request = self._approvals.to_decide(to_press(self._incoming).about)
        except Refusal as refusal:
            return _message(words.label(f"approvals.refused.{refusal.code}"))
        person = self._approvals.person
        chat = self._unit.personal_conversation(person.tenant, person.object_id)
        if not chat:
            return _message(words.label("approvals.refused.no_chat"))
        card = self._unit.add_card(chat, request.id, DETAIL)
        self._unit.post_card(card, self._draw(Shown(self._approvals.shown_to_supervisor(request))))
        return _message(words.label("approvals.refused.opened"))

    def _show_beside(self, drawn: dict[str, Any], about: str, kind: str) -> None:
        """The card of a request or a follow-up stays its own, beside the one that the conversation goes on in."""
        card = self._clicked_card()
        if card:
            self._unit.give_card(card, about, kind)
            self._unit.update_card(card.id, drawn)

    def _no_longer_live(self, state: dict[str, Any]) -> None:
        """A list in which one was opened is that one's card from now on: no later message takes it back."""
        card = self._clicked_card()
        if card and state.get("live") == card.id:
            state["live"] = ""

    def _clicked_card(self) -> StoredCard | None:
        clicked = self._incoming.reply_to
        return self._unit.card_by_activity(self._address.conversation_id, clicked) if clicked else None

    def _again(self) -> InvokeBody:
        """A click that was already taken: its answer is drawn again from what is stored."""
        if self._address.scope is not Scope.PERSONAL:
            return _card(self._draw(Shown(NotHere())))
        screen, _ = _standing(self._both(self._state()), numbered=False)
        return _card(self._draw(Shown(screen)))

    def _state(self) -> dict[str, Any]:
        self._unit.save_conversation(self._address)
        found = self._unit.conversation(self._address.conversation_id)
        self._remembered = found.state if found else {}
        return self._remembered

    @property
    def _handovers(self) -> Handovers:
        return Handovers(self._unit, self._address, self._matters, self._remembered)

    def _both(self, state: dict[str, Any]) -> PracticeDesk:
        """The desk of practice, with that of real work beside it."""
        return self._practising.desk(self._desk(state), _current(state))

    def _desk(self, state: dict[str, Any]) -> Desk:
        current = self._matters.find(_current(state))
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
            looked_at=self._looked_at,
            still_to_do=self._follow_ups.still_to_do,
        )

    def _looked_at(self, matter: Matter) -> LookedAt:
        """What a second pair of eyes makes of it."""
        request = self._approvals.standing(matter)
        kind = None if request else needed(matter, matter.decision(), self._settings.asks_for)
        return LookedAt(request, kind)

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

    def _keep(self, turned: Turned) -> None:
        self._practising.keep(turned)
        reply = turned.reply
        if reply.taken:
            self._take_over(reply)
        for matter in reply.saved:
            self._save(matter)
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

    def _save(self, matter: Matter) -> None:
        """With what hangs on it; nothing ever hangs on a play."""
        self._matters.save(matter)
        if not matter.practice:
            self._approvals.after_change(matter)
            self._follow_ups.after_change(matter)

    def _take_over(self, reply: Reply) -> None:
        """The giver's cards are emptied and belong to no matter any more; the giver is told."""
        offer = self._handovers.take(reply.taken)
        self._follow_ups.take_over(offer.matter_id, HandedOver())
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
            self._post_words(words_to_use, words_to_use.matter.id)
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


def person_of(incoming: Incoming) -> Person:
    """Who is at the bot: by Entra object id, or by Teams' id where Teams sent no other."""
    address = incoming.address
    return Person(address.tenant_id, address.user_object_id or address.user_id, incoming.name)


def list_asked(text: str) -> str:
    """The list of requests or follow-ups that this text asks for and nothing else; "" for none."""
    lists = {**TYPED, **FOLLOW_UPS_TYPED}
    asked = (name for name, pattern in lists.items() if re.fullmatch(rf"(?i)\s*(?:{pattern})\W*", text))
    return next(asked, "")


def owner_of(address: Address) -> str:
    """Whose matters they are: the person's Entra object id, or their Teams id where Teams sent no other."""
    return f"{address.tenant_id}/{address.user_object_id or address.user_id}"


def _current(state: dict[str, Any]) -> str:
    """The id of the matter, or of the play of a scenario, that the conversation is in."""
    return str(state.get("matter", ""))


def _standing(desk: PracticeDesk, *, numbered: bool) -> tuple[Screen, Matter | None]:
    """What the conversation has come to, in practice or in real work."""
    scenario = desk.scenario(desk.current) if desk.current else None
    if desk.current and scenario:
        return scenario_screen(desk.current, scenario, numbered=numbered), desk.current
    return screen_of(desk.real.current, desk.real, numbered=numbered), desk.real.current


def _kept_place(desk: PracticeDesk, aside: Aside) -> Turned:
    screen, current = _standing(desk, numbered=True)
    return Turned(Reply(Shown(screen, (aside,)), current, left_behind=MovedOn()))


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
