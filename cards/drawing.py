"""One door to every card: a screen in, Adaptive Card JSON out."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from cards import answer, asking, chat, handing_over, listed, looks_like, note, outside, phone, welcome, wording, words
from cards.approvals import channel, supervisor, worker
from cards.elements import Box, Card, Part, Run, rich
from cards.follow_ups import listed as follow_ups_listed
from cards.follow_ups import one as follow_up
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
    screens.Outside: outside.outside,
    screens.SomethingElse: outside.something_else,
    screens.OnThePhone: phone.draw,
    screens.Asking: asking.draw,
    screens.TheAnswer: answer.draw,
    screens.TheNote: note.draw,
    screens.LetGo: chat.let_go,
    screens.WordsToUse: wording.draw,
    screens.ActNow: chat.act_now,
    screens.MyMatters: listed.my_matters,
    screens.HandingOver: handing_over.before,
    screens.TheCode: handing_over.code,
    screens.TakenOver: handing_over.told,
    screens.AboutMe: chat.about_me,
    screens.Help: welcome.help_card,
    screens.Answered: chat.answered,
    screens.MovedOn: chat.moved_on,
    screens.Blank: chat.blank,
    screens.HandedOver: chat.handed_over,
    screens.ListChanged: chat.list_changed,
    screens.NotHere: chat.not_here,
    approvals.ChannelPrompt: channel.prompt,
    approvals.ChannelDigest: channel.digest,
    approvals.StillWaiting: channel.still_waiting,
    approvals.ForSupervisor: supervisor.detail,
    approvals.OpenApprovals: supervisor.waiting,
    approvals.WorkersRequest: worker.outcome,
    approvals.MyRequests: worker.mine,
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
        return looks_like.notice(aside, short=short)
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
