"""What becomes of what a handler returned: it is stored and shown, in the turn's transaction. `router.py` calls it."""

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict, replace

from bot.approvals.ending import EndOfText
from bot.approvals.handover import TakingOver
from bot.approvals.request_lists import list_of
from bot.incoming import InvokeBody, card_reply
from bot.storage.records import StoredCard
from bot.storage.unit_of_work import UnitOfWork
from bot.turns.card_in_front import as_it_was_held, remembered, to_state
from bot.turns.context import TurnContext
from bot.turns.handlers import Handled, current
from bot.turns.usage import count_answer
from cards.extension_cards import LONGEST_QUESTION
from dialogs.approvals.request import Ended, RequestState
from dialogs.approvals.screens import MyRequests, OpenApprovals
from dialogs.context import Result, Unplaced
from dialogs.current_screen import screen_of, welcome
from dialogs.engine.matter import Matter
from dialogs.identifier_notice import standing_notice
from dialogs.placement import DETAIL, MAIN, OUTCOME, TOLD, WORDING, Placement, shown_play
from dialogs.screens import Answered, Aside, Blank, HandedOver, MovedOn, Shown, TheAnswer, WordsToUse
from practice.context import PracticeResult

State = dict[str, Any]
MOST_TYPED = 20
"""How many messages of a chat are remembered with what they answered."""


class Turn:
    """What a turn in a personal chat stores and shows."""

    def __init__(self, context: TurnContext) -> None:
        incoming = context.incoming
        self._context = context
        self._cards = CardPosts(context.unit, incoming.address.conversation_id, incoming.reply_to, context.draw)

    def joined(self) -> None:
        """Welcome a person once, however often Teams says that the bot was added, or show what they missed."""
        state = self._context.state
        if state.get("welcomed"):
            self._come_back()
        else:
            drawn = self._context.draw(Shown(welcome(self._context.dialog)))
            self._context.approvals.tell_roles(self._context.address.conversation_id)
            self._cards.post(drawn, "", state)
            self._remember(welcomed=True, front=remembered(drawn))

    def left(self) -> None:
        """Remember that the bot was taken out of the chat, if they ever had one."""
        context = self._context
        if context.unit.address_of(context.address.conversation_id):
            self._remember(left=True)

    def _come_back(self) -> None:
        """Show what could not be sent while the bot was out of the chat, and below it where the person was."""
        context, state = self._context, self._context.state
        told = self._tell_missed()
        if told is None and not state.pop("left", False):
            return
        result = _result_of(current(context, Aside("notice", "back_with_missed" if told else "back_again")))
        self._cards.leave_behind(Shown(MovedOn()), state)
        drawn = context.draw(result.shown)
        self._cards.post(drawn, self._about(result), state)
        self._finish(result, drawn)
        self._remember(left=False)

    def _tell_missed(self) -> bool | None:
        """Post again what was refused. Returns whether any of it is still of use, None where nothing was refused."""
        context = self._context
        missed = context.unit.never_arrived(context.address.conversation_id)
        if not missed:
            return None
        matters = (context.unit.matter_of(card.matter_id) for card in missed)
        context.unit.lock_matters((context.current_id, *matters))
        for card in missed:
            context.unit.reassign_card(card, "", TOLD)
        about = dict.fromkeys(card.matter_id for card in missed if card.kind in (DETAIL, OUTCOME))
        return sum(context.approvals.tell_again(request_id) for request_id in about) > 0

    def said_first(self) -> list[Aside]:
        """Return what is said above the answer to a message: what was missed before it, and where it was asked."""
        told = bool(self._context.state.pop("missed", False)) and self._tell_missed()
        asides = [Aside("notice", "missed_before")] if told else []
        if self._context.incoming.is_asked_elsewhere:
            asides.append(
                Aside("notice", "asked_elsewhere", {"question": self._context.incoming.text[:LONGEST_QUESTION]})
            )
        return asides

    def show_below(self, handled: Handled, *asides: Aside) -> None:
        """Leave the card in front behind, and post the next below what was typed."""
        context, state = self._context, self._context.state
        left_behind = _result_of(handled).left_behind
        if isinstance(left_behind, Answered):
            self._remember_typed(left_behind)
        self._cards.leave_behind(Shown(left_behind or MovedOn()), state)
        result = persist(context, handled, self._cards)
        shown = replace(result.shown, asides=(*asides, *result.shown.asides))
        shown = self._with_doubt(shown) if state.pop("doubt", False) else shown
        if context.incoming.has_file and context.incoming.text:
            shown = replace(shown, asides=(*shown.asides, Aside("notice", "file_not_taken")))
        drawn = context.draw(shown)
        self._cards.post(drawn, self._about(result), state)
        self._finish(result, drawn)

    def _remember_typed(self, answered: Answered) -> None:
        """Remember which card the message answered, in case it is edited or deleted later."""
        typed = self._context.state.setdefault("typed", {})
        typed[self._context.incoming.activity_id] = (answered.matter.id, answered.card)
        for earlier in list(typed)[:-MOST_TYPED]:
            del typed[earlier]

    def show_pressed(self, handled: Handled) -> InvokeBody:
        """Make the card that was pressed the next one."""
        context, state = self._context, self._context.state
        result = persist(context, handled, self._cards)
        doubtful = context.state.pop("doubt", False)
        drawn = context.draw(self._with_doubt(result.shown) if doubtful else result.shown)
        placement: Placement | None = getattr(result.shown.screen, "placement", None)
        if placement is None:
            self._cards.show_in_place(drawn, self._about(result), state)
        else:
            self._cards.show_beside(drawn, placement.about, placement.kind)
            if placement.leaves_list:
                self._cards.no_longer_live(state)
        self._finish(result, drawn)
        return card_reply(drawn)

    def show_again(self, handled: Handled | None) -> InvokeBody:
        """Draw the answer to a press that was already taken again: this one, or what is stored."""
        context = self._context
        if handled is not None:
            return card_reply(context.draw(_result_of(handled).shown))
        matter = context.dialog.current
        notice = standing_notice(matter, context.dialog) if matter else None
        asides = (as_it_was_held(notice, context.state.get("notice", {})),) if notice else ()
        return card_reply(context.draw(_result_of(current(context, *asides, numbered=False)).shown))

    def _about(self, result: Result) -> str:
        """The id of what the card is about: what it shows beside the conversation, a list, or the matter."""
        screen = result.shown.screen
        placement: Placement | None = getattr(screen, "placement", None)
        if placement:
            return placement.about
        if isinstance(screen, MyRequests | OpenApprovals):
            return list_of(self._context.matters.owner)
        return result.current.id if result.current else ""

    def _with_doubt(self, shown: Shown) -> Shown:
        """Say once of an earlier message that it may not have arrived, unless it is the one that was pressed."""
        if self._cards.is_clicked_unknown():
            return shown
        return Shown(shown.screen, (Aside("notice", "may_have_missed"), *shown.asides))

    def _finish(self, result: Result, drawn: dict[str, Any]) -> None:
        for words_to_use in result.posts:
            self._cards.post_words(words_to_use)
        if isinstance(result.shown.screen, TheAnswer):
            count_answer(self._context, result.shown.screen)
        if result.taken:
            ask_again(self._context, result)
        matter = result.current.id if result.current else ""
        self._remember(
            matter=matter,
            notice=to_state(result.shown) if result.shown.asides else {},
            front=remembered(drawn),
            unplaced=asdict(result.unplaced) if result.unplaced != Unplaced() else {},
            welcomed=True,
        )

    def _remember(self, **known: Any) -> None:
        self._context.state.update(known)
        self._context.unit.set_state(self._context.address.conversation_id, self._context.state)


def _result_of(handled: Handled) -> Result:
    return handled.reply if isinstance(handled, PracticeResult) else handled


def persist(turn: TurnContext, handled: Handled, cards: "CardPosts") -> Result:
    """Store what a result changes, in the turn's transaction.

    Returns the result as it is to be shown: with verdicts that reached a matter meanwhile, and with what is to be said
    of requests that ended or came along.
    """
    result = handled.reply if isinstance(handled, PracticeResult) else handled
    if isinstance(handled, PracticeResult):
        turn.practice_store.keep(handled)
        for play in handled.no_longer_shown:
            cards.blank(shown_play(play), Blank(deleted=True))
    if any(map(attrgetter("handed_over"), result.saved)):
        result = _with_verdicts(turn, result)
    if result.taken:
        _take_over(turn, result, cards)
    if result.signature is not None:
        turn.state["signature"] = result.signature
    for matter in result.saved:
        _save(turn, matter)
    if result.offer:
        turn.handovers.offer(result.offer)
    for matter_id in result.ended:
        turn.handovers.end(matter_id)
    said = _came_along(turn, result) if result.taken else []
    for matter_id in result.forgotten:
        said += _end_requests(turn, matter_id, Ended.DELETED)
        cards.blank(matter_id, Blank(deleted=True))
        turn.matters.delete(matter_id)
    for matter_id in result.dropped:
        turn.matters.delete(matter_id)
    for matter_id in result.erased:
        said += _end_requests(turn, matter_id, Ended.COPIED)
        cards.blank(matter_id, Blank(deleted=False))
    if not said:
        return result
    return replace(result, shown=Shown(result.shown.screen, (*result.shown.asides, *said)))


def _save(turn: TurnContext, matter: Matter) -> None:
    """Save a matter and bring its requests and follow-ups into step. Plays have neither."""
    turn.matters.save(matter)
    if matter.practice:
        return
    if turn.unit.requests_on_answers(matter.id):
        turn.approvals.after_change(matter)
    if matter.follow_ups() is not None:
        turn.follow_ups.after_change(matter)


def _take_over(turn: TurnContext, result: Result, cards: "CardPosts") -> None:
    """Take over a colleague's matter: their cards are emptied and belong to nothing any more, and they are told."""
    offer = turn.handovers.take(result.taken)
    TakingOver(turn.approvals).of(offer.matter_id)
    turn.follow_ups.take_over(offer.matter_id, HandedOver())
    cards.blank(offer.matter_id, HandedOver())
    for card in turn.unit.cards_of(offer.matter_id):
        turn.unit.reassign_card(card, "", card.kind)
    cards.tell(offer.conversation_id, Shown(turn.handovers.told_giver(offer)))


def _with_verdicts(turn: TurnContext, result: Result) -> Result:
    """Add the verdicts that reached a matter taken over before its new owner's answers were whole."""
    saved = tuple([turn.approvals.caught_up(matter) for matter in result.saved])
    if saved == result.saved:
        return result
    current = next((one for one in saved if result.current and one.id == result.current.id), result.current)
    shown = Shown(screen_of(current, turn.dialog), result.shown.asides)
    return replace(result, saved=saved, current=current, shown=shown)


def _end_requests(turn: TurnContext, matter_id: str, how: Ended) -> list[Aside]:
    """End what was asked of a matter as it is deleted or copied; return what is said of each that was open."""
    approvals = turn.approvals
    ended = EndOfText(turn.unit, approvals.draw, approvals.person.object_id, how).of(matter_id)
    return [
        Aside("notice", "request_deleted" if how is Ended.DELETED else "request_copied", {"number": str(one.number)})
        for one in ended
    ]


def _came_along(turn: TurnContext, result: Result) -> list[Aside]:
    """Return what is said of the requests that still wait after a take-over."""
    waiting = [one for matter in result.saved for one in turn.approvals.open_on_answers(matter.id)]
    return [Aside("notice", "request_came_along", {"number": str(one.number)}) for one in waiting]


def ask_again(turn: TurnContext, result: Result) -> None:
    """Ask the one who has taken a matter over what a supervisor asked back, in a card below."""
    for matter in result.saved:
        for request in turn.approvals.open_on_answers(matter.id):
            if request.state is RequestState.MORE_ASKED:
                turn.approvals.tell_worker(request)


class CardPosts(Struct, frozen=True):
    """The cards that a turn posts, redraws and empties, each by its id, in one conversation.

    `_clicked_activity`: the message whose card was pressed. `state`: what is remembered of the conversation; its "live"
    is the card in front.
    """

    _unit: UnitOfWork
    _conversation: str
    _clicked_activity: str
    _draw: Callable[[Shown], dict[str, Any]]

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
