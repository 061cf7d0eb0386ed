"""One door to every card: a screen in, Adaptive Card JSON out."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from cards import (
    answer_card,
    handover,
    identifier_notice,
    letter_card,
    matter_list,
    note_card,
    outside_topics,
    phone_call,
    question_card,
    status_cards,
    welcome,
    words,
)
from cards.approvals import channel_cards, supervisor_card, worker_cards
from cards.elements import Box, Card, Part, Run, rich
from cards.follow_ups import follow_up_card as follow_up
from cards.follow_ups import lists as follow_ups_listed
from cards.people import Council, number_now
from dialogs import screens
from dialogs.approvals import screens as approvals
from dialogs.follow_ups import screens as follow_ups
from dialogs.screens import Aside, LooksLike, Shown
from guidance.glossary import glossary
from guidance.paragraphs import paragraph

_Drawer = Callable[[Any, Council, datetime], Card]
DRAWERS: Mapping[type, _Drawer] = {
    screens.Welcome: welcome.welcome,
    screens.WhichOne: welcome.which_one,
    screens.Outside: outside_topics.outside,
    screens.SomethingElse: outside_topics.something_else,
    screens.OnThePhone: phone_call.draw,
    screens.Asking: question_card.draw,
    screens.TheAnswer: answer_card.draw,
    screens.TheNote: note_card.draw,
    screens.LetGo: status_cards.let_go,
    screens.WordsToUse: letter_card.draw,
    screens.ActNow: status_cards.act_now,
    screens.MyMatters: matter_list.my_matters,
    screens.HandingOver: handover.before,
    screens.TheCode: handover.code,
    screens.TakenOver: handover.told,
    screens.AboutMe: status_cards.about_me,
    screens.Help: welcome.help_card,
    screens.Answered: status_cards.answered,
    screens.MovedOn: status_cards.moved_on,
    screens.Blank: status_cards.blank,
    screens.HandedOver: status_cards.handed_over,
    screens.ListChanged: status_cards.list_changed,
    screens.NotHere: status_cards.not_here,
    approvals.ChannelPrompt: channel_cards.prompt,
    approvals.ChannelDigest: channel_cards.digest,
    approvals.StillWaiting: channel_cards.still_waiting,
    approvals.ForSupervisor: supervisor_card.detail,
    approvals.OpenApprovals: supervisor_card.waiting,
    approvals.WorkersRequest: worker_cards.outcome,
    approvals.MyRequests: worker_cards.mine,
    follow_ups.MyFollowUps: follow_ups_listed.mine,
    follow_ups.OneFollowUp: follow_up.one,
    follow_ups.TeamFollowUps: follow_ups_listed.team,
}
BANNERED = (
    screens.Asking,
    screens.TheAnswer,
    screens.TheNote,
    screens.WordsToUse,
    screens.HandingOver,
    screens.TheCode,
)


def draw(shown: Shown, council: Council, now: datetime) -> dict[str, Any]:
    """The card of this screen, with what is said above it; `now` is local wall time."""
    return finished(DRAWERS[type(shown.screen)](shown.screen, council, now), shown, council).to_json()


def finished(card: Card, shown: Shown, council: Council) -> Card:
    """The card with what is said above its screen; a notice of what was found is shorter where the card is full."""
    whole = _under(card, [_aside(aside) for aside in shown.asides], shown, council)
    found = any(isinstance(aside, LooksLike) for aside in shown.asides)
    if not found or whole.size() <= LARGEST:
        return whole
    return _under(card, [_aside(aside, short=True) for aside in shown.asides], shown, council)


LARGEST = 27_900
"""Bytes of a card that a message still holds."""


def _under(card: Card, above: list[Part], shown: Shown, council: Council) -> Card:
    if isinstance(shown.screen, BANNERED) and shown.screen.matter.danger:
        above.insert(0, _banner(council))
    return card.model_copy(update={"body": (*above, *card.body)})


def _banner(council: Council) -> Part:
    said = words.say("act_now.banner", number=number_now(council))
    return Box(items=(rich(said),), style="attention")


def _aside(aside: Aside | LooksLike, *, short: bool = False) -> Part:
    if isinstance(aside, LooksLike):
        return identifier_notice.notice(aside, short=short)
    return Box(items=(rich(_ASIDES[aside.kind](aside)),), style="accent")


def _notice(aside: Aside) -> tuple[Run, ...]:
    return words.say(f"notices.{aside.name}", **aside.details)


def _term(aside: Aside) -> tuple[Run, ...]:
    term = glossary()[aside.name]
    ref = f" ({term.ref})" if term.ref else ""
    return (Run(text=f"{term.term}{ref}: ", weight="Bolder"), Run(text=term.text))


def _paragraph(aside: Aside) -> tuple[Run, ...]:
    said = paragraph(aside.name)
    force = words.label(f"force.{said.force}")
    return (Run(text=f"{said.ref} {said.heading} ({force}): ", weight="Bolder"), Run(text=said.text))


def _refused(aside: Aside) -> tuple[Run, ...]:
    return words.say(f"approvals.refused.{aside.name}", **{"who": "", **aside.details})


_ASIDES: Mapping[str, Callable[[Aside], tuple[Run, ...]]] = {
    "notice": _notice,
    "term": _term,
    "paragraph": _paragraph,
    "refused": _refused,
}
