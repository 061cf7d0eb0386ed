"""What a handler's result does to what is stored: matters, requests, follow-ups, hand-overs, practice and cards."""

from dataclasses import replace

from bot.approvals.ending import EndOfText
from bot.approvals.handover import TakingOver
from bot.turns.card_posts import CardPosts
from bot.turns.context import TurnContext
from bot.turns.handlers import Handled
from dialogs.approvals.request import Ended, RequestState
from dialogs.context import Result
from dialogs.current_screen import screen_of
from dialogs.engine.matter import Matter
from dialogs.placement import shown_play
from dialogs.screens import Aside, Blank, HandedOver, Shown
from practice.context import PracticeResult


def persist(turn: TurnContext, handled: Handled, cards: CardPosts) -> Result:
    """Store what a result changes, in the turn's transaction.

    Returns the result as it is to be shown: with verdicts that reached a matter meanwhile, and with what is to be said
    of requests that ended or came along.
    """
    if isinstance(handled, PracticeResult):
        turn.practice_store.keep(handled)
        for play in handled.no_longer_shown:
            cards.blank(shown_play(play), Blank(deleted=True))
        handled = handled.reply
    return _persist(turn, _with_verdicts(turn, handled), cards)


def _persist(turn: TurnContext, result: Result, cards: CardPosts) -> Result:
    if result.taken:
        _take_over(turn, result, cards)
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
    for matter_id in result.let_go:
        said += _end_requests(turn, matter_id, Ended.COPIED)
        cards.blank(matter_id, Blank(deleted=False))
    if not said:
        return result
    return replace(result, shown=Shown(result.shown.screen, (*result.shown.asides, *said)))


def _save(turn: TurnContext, matter: Matter) -> None:
    """Save a matter and bring its requests and follow-ups into step. Plays have neither."""
    turn.matters.save(matter)
    if not matter.practice:
        turn.approvals.after_change(matter)
        turn.follow_ups.after_change(matter)


def _take_over(turn: TurnContext, result: Result, cards: CardPosts) -> None:
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
    saved = tuple([turn.approvals.caught_up(matter) if matter.handed_over else matter for matter in result.saved])
    if saved == result.saved:
        return result
    current = next((one for one in saved if result.current and one.id == result.current.id), result.current)
    shown = Shown(screen_of(current, turn.dialog), result.shown.asides)
    return replace(result, saved=saved, current=current, shown=shown)


def _end_requests(turn: TurnContext, matter_id: str, how: Ended) -> list[Aside]:
    """End what was asked of a matter as it is deleted or copied; return what is said of each that was open."""
    approvals = turn.approvals
    ended = EndOfText(turn.unit, approvals.draw, approvals.person.object_id, how).of(matter_id)
    name = "request_deleted" if how is Ended.DELETED else "request_copied"
    return [Aside("notice", name, {"number": str(one.number)}) for one in ended]


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
