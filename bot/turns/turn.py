"""One turn: an activity in; answers, cards and messages out, in one transaction."""

import re
import secrets
from dataclasses import replace
from typing import Any

from bot.approvals.actions import TYPED, RequestActions
from bot.approvals.ending import OUTCOME
from bot.approvals.handover import TakingOver
from bot.approvals.lists import about_list
from bot.approvals.reminders import schedule
from bot.approvals.service import ApprovalService
from bot.approvals.stored import requested_matter
from bot.config.council import Council, for_cards, own_contacts
from bot.edge.replies import InvokeBody, card_reply
from bot.follow_ups.actions import TYPED as FOLLOW_UPS_TYPED
from bot.follow_ups.actions import FollowUpActions
from bot.follow_ups.repository import KIND as FOLLOW_UP
from bot.follow_ups.service import FollowUpService
from bot.incoming import Address, Incoming, Kind, Scope
from bot.matters import MatterRepository
from bot.storage.unit_of_work import UnitOfWork
from bot.turns.action_data import to_press
from bot.turns.card_posts import DETAIL, SHOWN, CardPosts
from bot.turns.channel_turn import ChannelTurn
from bot.turns.handovers import LONDON, Handovers, new_code
from bot.turns.notices import answered, as_it_was_held, to_state
from bot.turns.practice_store import PracticeStore
from bot.turns.requests_of_turn import RequestsOfTurn
from dialogs.approvals.request import Person
from dialogs.approvals.review_required import review_required
from dialogs.approvals.review_status import ReviewStatus
from dialogs.approvals.screens import ForSupervisor, WorkersRequest
from dialogs.context import DialogContext, Press, Result
from dialogs.current_screen import screen_of, welcome
from dialogs.engine.matter import Matter
from dialogs.engine.questions import LONGEST
from dialogs.follow_ups.screens import OneFollowUp
from dialogs.held_actions import taken_up
from dialogs.identifier_notice_actions import standing_notice
from dialogs.screens import Aside, Asking, Blank, HandedOver, LooksLike, MovedOn, Shown
from practice.context import PracticeContext, PracticeResult
from practice.handlers import pressed, still_in, typed
from practice.play import screen_of as scenario_screen
from practice.rendering import draw
from practice.screens import SeenByEducator
from practice.your_call import with_your_call


class Turn:
    """One activity inside one transaction."""

    def __init__(self, unit: UnitOfWork, incoming: Incoming, council: Council) -> None:
        self._unit = unit
        self._incoming = incoming
        self._address = incoming.address
        self._matters = MatterRepository(unit, owner_of(incoming.address))
        self._now = unit.now.astimezone(LONDON).replace(tzinfo=None)
        self._settings = council
        self._practising = PracticeStore(unit, incoming, self._matters, council)
        self._council = for_cards(council, self._now)
        self._approvals = ApprovalService(
            unit,
            person_of(incoming),
            draw=lambda screen: self._draw(Shown(screen)),
            now=unit.now,
            local=self._now.strftime("%Y-%m-%dT%H:%M"),
            wanted=council.asks_for,
            read=requested_matter,
            schedule=lambda request: schedule(unit, council, request),
        )
        self._requests = RequestsOfTurn(self._approvals, lambda screen: self._draw(Shown(screen)))
        self._follow_ups = FollowUpService(unit, self._approvals, council, lambda screen: self._draw(Shown(screen)))
        self._cards = CardPosts(unit, incoming, self._draw)
        self._company = ChannelTurn(unit, incoming, council, self._approvals, self._draw)
        self._remembered: dict[str, Any] = {}

    def take(self) -> InvokeBody | None:
        """Do the turn once; a redelivered click gets the current card again, anything else redelivered nothing."""
        first_time = not self._incoming.activity_id or self._unit.claim_activity(
            self._address.conversation_id, self._incoming.activity_id
        )
        if self._incoming.kind is Kind.CLICK:
            return self._clicked() if first_time else self._again()
        if first_time and self._incoming.kind is Kind.MESSAGE:
            self._message()
        if first_time and self._incoming.kind is Kind.JOINED:
            self._joined()
        if first_time and self._incoming.kind is Kind.LEFT:
            self._company.left()
        return None

    def _joined(self) -> None:
        """Welcome a person once, however often Teams says that the bot was added."""
        if self._address.scope is not Scope.PERSONAL:
            return
        state = self._state()
        if not state.get("welcomed"):
            self._cards.post(Shown(welcome(self._desk(state))), "", state)
            self._unit.set_state(self._address.conversation_id, {**state, "welcomed": True})

    def _message(self) -> None:
        if self._address.scope is not Scope.PERSONAL:
            self._company.message()
            return
        state = self._state()
        turned = self._caught_up(self._read(self._both(state)), state)
        self._cards.leave_behind(Shown(turned.reply.left_behind or MovedOn()), state)
        reply = self._keep(turned)
        self._cards.post(reply.shown, self._about(reply), state)
        self._finish(reply, state)

    def _read(self, desk: PracticeContext) -> PracticeResult:
        if self._incoming.verb:
            return self._pressed(desk)
        answer = answered(self._incoming.text, self._remembered.get("notice", {}))
        if answer:
            return _numbered(self._taken(desk, answer))
        asked = list_asked(self._incoming.text)
        if asked:
            return self._taken(desk, Press(asked))
        if len(self._incoming.text) > LONGEST:
            return _kept_place(desk, _too_long_aside(len(self._incoming.text)))
        if not self._incoming.text:
            return _kept_place(desk, Aside("notice", "no_files"))
        turned = typed(desk, self._incoming.text)
        of_requests = turned.reply.of_requests
        return self._taken(desk, of_requests) if of_requests else turned

    def _clicked(self) -> InvokeBody:
        if self._address.scope is not Scope.PERSONAL:
            return self._company.clicked()
        state = self._state()
        reply = self._keep(self._caught_up(self._pressed(self._both(state)), state))
        drawn = self._draw(reply.shown)
        if isinstance(reply.shown.screen, ForSupervisor):
            self._cards.show_beside(drawn, reply.shown.screen.request.id, DETAIL)
        elif isinstance(reply.shown.screen, WorkersRequest):
            self._cards.show_beside(drawn, reply.shown.screen.request.id, OUTCOME)
        elif isinstance(reply.shown.screen, OneFollowUp):
            self._cards.show_beside(drawn, reply.shown.screen.follow_up.id, FOLLOW_UP)
            self._cards.no_longer_live(state)
        elif isinstance(reply.shown.screen, SeenByEducator):
            self._cards.show_beside(drawn, _shown(reply.shown.screen.play.id), SHOWN)
            self._cards.no_longer_live(state)
        else:
            self._cards.show_in_place(drawn, self._about(reply), state)
        self._finish(reply, state)
        return card_reply(drawn)

    def _pressed(self, desk: PracticeContext) -> PracticeResult:
        return self._taken(desk, to_press(self._incoming))

    def _taken(self, desk: PracticeContext, press: Press) -> PracticeResult:
        """By those whose press it is: requests, follow-ups, practice, or the dialogue."""
        press = taken_up(press)
        requests = RequestActions(self._unit, self._approvals, desk.real, self._follow_ups.accepted)
        follow_ups = FollowUpActions(self._follow_ups, desk.real)
        if requests.takes(press.verb):
            return still_in(desk, press.verb, PracticeResult(requests.take(press)))
        if follow_ups.takes(press.verb):
            return still_in(desk, press.verb, PracticeResult(follow_ups.take(press)))
        return pressed(desk, press)

    def _again(self) -> InvokeBody:
        """A click that was already taken: its answer is drawn again from what is stored."""
        if self._address.scope is not Scope.PERSONAL:
            return self._company.clicked_again()
        desk = self._both(self._state())
        current = desk.real.current
        notice = standing_notice(current, desk.real.looking) if current else None
        asides = (as_it_was_held(notice, self._remembered.get("notice", {})),) if notice else ()
        return card_reply(self._draw(_standing(desk, *asides, numbered=False).reply.shown))

    def _state(self) -> dict[str, Any]:
        self._unit.save_conversation(self._address)
        found = self._unit.conversation(self._address.conversation_id)
        self._remembered = found.state if found else {}
        return self._remembered

    @property
    def _handovers(self) -> Handovers:
        return Handovers(self._unit, self._address, self._matters, self._remembered)

    def _both(self, state: dict[str, Any]) -> PracticeContext:
        """The desk of practice, with that of real work beside it."""
        return self._practising.desk(self._desk(state), _current(state))

    def _desk(self, state: dict[str, Any]) -> DialogContext:
        current = self._matters.find(_current(state))
        handovers = self._handovers
        return DialogContext(
            now=self._now,
            current=current,
            find=self._matters.find,
            every=self._matters.list_all,
            new_id=lambda: secrets.token_urlsafe(9),
            new_code=new_code,
            offer_ends=handovers.ends,
            offered_until=handovers.until,
            may_try=handovers.may_try,
            claim=handovers.claim,
            looked_at=self._looked_at,
            still_to_do=self._follow_ups.still_to_do,
            councils_own=own_contacts(self._council),
        )

    def _looked_at(self, matter: Matter) -> ReviewStatus:
        """What a second pair of eyes makes of it."""
        request = self._approvals.standing(matter)
        kind = None if request else review_required(matter, matter.decision(), self._settings.asks_for)
        return ReviewStatus(request, kind)

    def _draw(self, shown: Shown) -> dict[str, Any]:
        return draw(shown, self._council, self._now)

    def _caught_up(self, turned: PracticeResult, state: dict[str, Any]) -> PracticeResult:
        return replace(turned, reply=self._requests.caught_up(turned.reply, lambda: self._desk(state)))

    def _keep(self, turned: PracticeResult) -> Result:
        """Keep what the turn comes to; its reply, with what is to be said of requests that ended or came along."""
        self._practising.keep(turned)
        for play in turned.no_longer_shown:
            self._cards.blank(_shown(play), Blank(deleted=True))
        reply = turned.reply
        if reply.taken:
            self._take_over(reply)
        for matter in reply.saved:
            self._save(matter)
        if reply.offer:
            self._handovers.offer(reply.offer)
        for matter_id in reply.ended:
            self._handovers.end(matter_id)
        said = self._requests.came_along(reply) if reply.taken else ()
        for matter_id in reply.forgotten:
            said += self._requests.deleted(matter_id)
            self._cards.blank(matter_id, Blank(deleted=True))
            self._unit.forget_matter(matter_id)
        for matter_id in reply.dropped:
            self._unit.forget_matter(matter_id)
        for matter_id in reply.let_go:
            said += self._requests.copied(matter_id)
            self._cards.blank(matter_id, Blank(deleted=False))
        shown = Shown(reply.shown.screen, (*reply.shown.asides, *said))
        return replace(reply, shown=shown) if said else reply

    def _save(self, matter: Matter) -> None:
        """With what hangs on it; nothing ever hangs on a play."""
        self._matters.save(matter)
        if not matter.practice:
            self._approvals.after_change(matter)
            self._follow_ups.after_change(matter)

    def _take_over(self, reply: Result) -> None:
        """The giver's cards are emptied and belong to no matter any more; the giver is told."""
        offer = self._handovers.take(reply.taken)
        TakingOver(self._approvals).of(offer.matter_id)
        self._follow_ups.take_over(offer.matter_id, HandedOver())
        self._cards.blank(offer.matter_id, HandedOver())
        for card in self._unit.cards_of(offer.matter_id):
            self._unit.reassign_card(card, "", card.kind)
        self._cards.tell(offer.conversation_id, Shown(self._handovers.told_giver(offer)))

    def _about(self, reply: Result) -> str:
        """What the card of this reply is about: a request, a list of them, a play that is shown, or the matter."""
        screen = reply.shown.screen
        if isinstance(screen, ForSupervisor | WorkersRequest):
            return screen.request.id
        if isinstance(screen, SeenByEducator):
            return _shown(screen.play.id)
        return about_list(screen, self._matters.owner) or (reply.current.id if reply.current else "")

    def _finish(self, reply: Result, state: dict[str, Any]) -> None:
        for words_to_use in reply.posts:
            self._cards.post_words(words_to_use)
        if reply.taken:
            self._requests.ask_again(reply)
        state["matter"] = reply.current.id if reply.current else ""
        state["notice"] = to_state(reply.shown)
        self._unit.set_state(self._address.conversation_id, {**state, "welcomed": True})


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


def _standing(desk: PracticeContext, *asides: Aside | LooksLike, numbered: bool) -> PracticeResult:
    """What the conversation has come to, in practice or in real work, with something said above it."""
    scenario = desk.scenario(desk.current) if desk.current else None
    if desk.current and scenario:
        return PracticeResult(
            Result(Shown(scenario_screen(desk.current, scenario, numbered=numbered), asides), desk.current)
        )
    screen = screen_of(desk.real.current, desk.real, numbered=numbered)
    return with_your_call(desk, Result(Shown(screen, asides), desk.real.current))


def _numbered(turned: PracticeResult) -> PracticeResult:
    """The same where it was typed: a card of questions shows those still open, with their numbers."""
    reply = turned.reply
    screen = (
        replace(reply.shown.screen, numbered=True) if isinstance(reply.shown.screen, Asking) else reply.shown.screen
    )
    return replace(turned, reply=replace(reply, shown=replace(reply.shown, screen=screen)))


def _kept_place(desk: PracticeContext, aside: Aside) -> PracticeResult:
    turned = _standing(desk, aside, numbered=True)
    return replace(turned, reply=replace(turned.reply, left_behind=MovedOn()))


def _shown(play_id: str) -> str:
    """What a card is about that shows a trainee's play to an educator: never the trainee's own cards of it."""
    return f"shown/{play_id}"


def _too_long_aside(count: int) -> Aside:
    return Aside("notice", "too_long_message", {"count": f"{count:,}", "most": f"{LONGEST:,}"})
