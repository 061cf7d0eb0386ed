"""One turn: an activity in; answers, cards and messages out, in one transaction.

Read it with `router.py`, which says whose a press or a text is, and `effects.py`, which stores what came of it.
"""

from dataclasses import asdict, replace
from typing import Any

from bot.approvals.lists import about_list
from bot.config.council import CouncilSettings
from bot.edge.replies import InvokeBody, card_reply
from bot.incoming import Incoming, Kind, Scope
from bot.lookups import Lookups
from bot.storage.unit_of_work import UnitOfWork
from bot.turns.act_first import asks_to_act_first
from bot.turns.action_data import to_press
from bot.turns.card_posts import CardPosts
from bot.turns.channel_turn import ChannelTurn
from bot.turns.context import TurnContext
from bot.turns.effects import ask_again, persist
from bot.turns.handlers import MESSAGE_CHANGES, Handled, current, message_changed
from bot.turns.identity import recognise
from bot.turns.notices import as_it_was_held, to_state
from bot.turns.router import route_press, route_text
from bot.turns.typed_buttons import remembered
from bot.usage import count_answer
from cards.extension_cards import LONGEST_QUESTION
from dialogs.context import Press, Result
from dialogs.current_screen import welcome
from dialogs.identifier_notice_actions import standing_notice
from dialogs.placement import DETAIL, OUTCOME, TOLD, placement_of
from dialogs.screens import Answered, Aside, MovedOn, Shown
from practice.context import PracticeResult

_NOTHING = Lookups()


def take_turn(
    unit: UnitOfWork, incoming: Incoming, council: CouncilSettings, lookups: Lookups = _NOTHING
) -> InvokeBody | None:
    """Take one activity, once however often it is delivered. Returns the body of the reply to a press, else None.

    A press that is delivered again gets the current card; anything else that is delivered again does nothing. Raises
    Unanswered.
    """
    first_time = not incoming.activity_id or unit.claim_activity(incoming.address.conversation_id, incoming.activity_id)
    context = TurnContext(unit, recognise(unit, incoming), council, lookups)
    if incoming.address.scope is not Scope.PERSONAL:
        return ChannelTurn(context).take(first_time=first_time)
    turn = _Turn(context)
    if incoming.kind is Kind.LEFT:
        turn.left()
    if incoming.kind is Kind.CLICK:
        return turn.press() if first_time else turn.press_again()
    if first_time and (incoming.kind is Kind.MESSAGE or asks_to_act_first(incoming)):
        turn.message()
    elif first_time and incoming.kind in MESSAGE_CHANGES:
        turn.message_changed()
    if first_time and incoming.kind is Kind.JOINED:
        turn.joined()
    return None


MOST_TYPED = 20
"""Messages of a chat of which it is remembered what they answered."""


class _Turn:
    """A turn in a personal chat."""

    def __init__(self, context: TurnContext) -> None:
        self._context = context
        self._cards = CardPosts(context.unit, context.incoming, context.draw)

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

    def message(self) -> None:
        """Take what was typed: the card in front is left behind, and the next stands below."""
        told = bool(self._context.state.pop("missed", False)) and self._tell_missed()
        asides = [Aside("notice", "missed_before")] if told else []
        if self._context.incoming.is_asked_elsewhere:
            asides.append(
                Aside("notice", "asked_elsewhere", {"question": self._context.incoming.text[:LONGEST_QUESTION]})
            )
        self._below(self._handle(), *asides)

    def message_changed(self) -> None:
        """Say that a message that was edited or deleted changes nothing, above where the person is."""
        self._below(message_changed(self._context))

    def _below(self, handled: Handled, *asides: Aside) -> None:
        context, state = self._context, self._context.state
        left_behind = _result_of(handled).left_behind
        if isinstance(left_behind, Answered):
            self._remember_typed(left_behind)
        self._cards.leave_behind(Shown(left_behind or MovedOn()), state)
        result = persist(context, handled, self._cards)
        shown = self._with_doubt(replace(result.shown, asides=(*asides, *result.shown.asides)))
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

    def press(self) -> InvokeBody:
        """Take a press: the card that was pressed becomes the next one."""
        context, state = self._context, self._context.state
        result = persist(context, self._handle(), self._cards)
        drawn = context.draw(self._with_doubt(result.shown))
        placement = placement_of(result.shown.screen)
        if placement is None:
            self._cards.show_in_place(drawn, self._about(result), state)
        else:
            self._cards.show_beside(drawn, placement.about, placement.kind)
            if placement.leaves_list:
                self._cards.no_longer_live(state)
        self._finish(result, drawn)
        return card_reply(drawn)

    def press_again(self) -> InvokeBody:
        """Draw the answer to a press that was already taken again, from what is stored."""
        context = self._context
        matter = context.dialog.current
        notice = standing_notice(matter, context.dialog.looking) if matter else None
        asides = (as_it_was_held(notice, context.state.get("notice", {})),) if notice else ()
        return card_reply(context.draw(_result_of(current(context, *asides, numbered=False)).shown))

    def _handle(self) -> Handled:
        incoming = self._context.incoming
        if incoming.kind is Kind.CLICK or incoming.verb:
            press = to_press(incoming)
            self._lock_matters(press)
            return route_press(self._context, press)
        return route_text(self._context, incoming.text)

    def _lock_matters(self, press: Press) -> None:
        """Lock all the matters that the press is known to be about, and the one in front, before any is looked at."""
        unit, current = self._context.unit, self._context.current_id
        if press.about or press.matter != current:
            unit.lock_matters((current, press.matter, press.about, unit.matter_of(press.about) if press.about else ""))

    def _about(self, result: Result) -> str:
        """The id of what the card is about: what it shows beside the conversation, a list, or the matter."""
        screen = result.shown.screen
        placement = placement_of(screen)
        if placement:
            return placement.about
        return about_list(screen, self._context.matters.owner) or (result.current.id if result.current else "")

    def _with_doubt(self, shown: Shown) -> Shown:
        """Say once of an earlier message that it may not have arrived, unless it is the one that was pressed."""
        if not self._context.state.pop("doubt", False) or self._cards.is_clicked_unknown():
            return shown
        return Shown(shown.screen, (Aside("notice", "may_have_missed"), *shown.asides))

    def _finish(self, result: Result, drawn: dict[str, Any]) -> None:
        for words_to_use in result.posts:
            self._cards.post_words(words_to_use)
        count_answer(self._context, result.shown)
        if result.taken:
            ask_again(self._context, result)
        matter = result.current.id if result.current else ""
        self._remember(
            matter=matter,
            notice=to_state(result.shown),
            front=remembered(drawn),
            unplaced=asdict(result.unplaced) if result.unplaced.text else {},
            welcomed=True,
        )

    def _remember(self, **known: Any) -> None:
        self._context.state.update(known)
        self._context.unit.set_state(self._context.address.conversation_id, self._context.state)


def _result_of(handled: Handled) -> Result:
    return handled.reply if isinstance(handled, PracticeResult) else handled
