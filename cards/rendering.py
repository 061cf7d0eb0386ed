"""Turns a screen into Adaptive Card JSON: one table of which function draws which screen."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

import msgspec

from cards import (
    answer_card,
    identifier_notice,
    matter_list,
    note_card,
    outside_topics,
    phone_call,
    question_card,
    status_cards,
    usage_card,
    welcome,
)
from cards.approvals import channel_cards, role_cards, supervisor_card, worker_cards
from cards.elements import Box, Buttons, Card, Part, Run, TextInput, rich
from cards.follow_ups import follow_up_card as follow_up
from cards.follow_ups import lists as follow_ups_listed
from cards.layout import danger_button, no_help_button, titled_card
from cards.letters import signed
from cards.people import Council, duty_number
from cards.presenters import presenter_of
from cards.said_back import read_back_box, said_back_box
from cards.words import render_runs, render_text
from dialogs import screens
from dialogs.approvals import screens as approvals
from dialogs.feedback import TERM
from dialogs.follow_ups import screens as follow_ups
from dialogs.said_back import ActFirst
from dialogs.screens import Above, Aside, Further, LooksLike, ReadBack, SaidBack, Shown
from guidance.glossary import glossary
from guidance.paragraphs import paragraph


def _draw_letter(screen: screens.WordsToUse, council: Council, now: datetime) -> Card:
    """Draw words to use, for the parents, a recipient, an author or an agency, as the matter's flow writes them."""
    page = presenter_of(screen.matter).pages[screen.name](screen.matter, screen.decision, council)
    body = [_signed(part, screen.signature) for part in page.body]
    return titled_card(page.title, body, (danger_button(screen.matter),))


def _signed(part: Part, signature: str) -> Part:
    if not isinstance(part, TextInput) or not part.value:
        return part
    return msgspec.structs.replace(part, value=signed(part.value, signature))


Drawer = Callable[[Any, Council, datetime], Card]
DRAWERS: Mapping[type, Drawer] = {
    screens.Welcome: welcome.draw_welcome,
    screens.WhichOne: welcome.draw_which_one,
    screens.Outside: outside_topics.draw_topic,
    screens.SomethingElse: outside_topics.draw_topics,
    screens.OnThePhone: phone_call.draw_phone_call,
    screens.Asking: question_card.draw_questions,
    screens.TheAnswer: answer_card.draw_answer,
    screens.TheNote: note_card.draw_note,
    screens.AfterCopy: status_cards.draw_after_copy,
    screens.WordsToUse: _draw_letter,
    screens.ActNow: status_cards.draw_act_now,
    screens.MyMatters: matter_list.draw_matters,
    screens.HandingOver: matter_list.draw_handing_over,
    screens.TheCode: matter_list.draw_code,
    screens.TakenOver: matter_list.draw_taken_over,
    screens.AboutMe: status_cards.draw_about_me,
    screens.Help: welcome.draw_help,
    screens.Answered: status_cards.draw_answered,
    screens.MovedOn: status_cards.draw_moved_on,
    screens.Blank: status_cards.draw_blank,
    screens.HandedOver: status_cards.draw_handed_over,
    screens.ListChanged: status_cards.draw_list_changed,
    screens.NotHere: status_cards.draw_not_here,
    screens.UsageFigures: usage_card.draw_usage,
    approvals.ChannelPrompt: channel_cards.draw_prompt,
    approvals.ChannelDigest: channel_cards.draw_digest,
    approvals.StillWaiting: channel_cards.draw_still_waiting,
    approvals.ForSupervisor: supervisor_card.draw_request,
    approvals.SupervisorRole: role_cards.draw_role,
    approvals.Away: role_cards.draw_away,
    approvals.StandsIn: role_cards.draw_stands_in,
    approvals.OpenApprovals: supervisor_card.draw_open_approvals,
    approvals.WorkersRequest: worker_cards.draw_own_request,
    approvals.AskSupervisor: worker_cards.draw_ask_supervisor,
    approvals.MyRequests: worker_cards.draw_own_requests,
    follow_ups.MyFollowUps: follow_ups_listed.draw_own_follow_ups,
    follow_ups.OneFollowUp: follow_up.draw_follow_up,
    follow_ups.TeamFollowUps: follow_ups_listed.draw_team_follow_ups,
}
WITH_BANNER = (
    screens.Asking,
    screens.TheAnswer,
    screens.TheNote,
    screens.WordsToUse,
    screens.HandingOver,
    screens.TheCode,
)


def render_card(
    shown: Shown, council: Council, now: datetime, *, further: Mapping[type, Drawer] = {}
) -> dict[str, Any]:
    """Return the JSON of this screen's card under its notices; `now` is local wall time.

    Where the card is full, each notice is as short as it can be and nothing is read back. `further`: the drawers of
    screens that are known elsewhere.
    """
    screen = shown.screen
    card = (further.get(type(screen)) or DRAWERS[type(screen)])(screen, council, now)
    in_danger = isinstance(screen, WITH_BANNER) and screen.matter.danger
    if shown.asides or in_danger:
        whole = _put_under(card, shown, council, in_danger=in_danger)
        can_be_shorter = [aside for aside in shown.asides if isinstance(aside, LooksLike | SaidBack | ReadBack)]
        if can_be_shorter and whole.size() > MESSAGE_LIMIT:
            kept = tuple(aside for aside in shown.asides if not isinstance(aside, ReadBack))
            whole = _put_under(card, Shown(screen, kept), council, in_danger=in_danger, short=True)
        card = whole
    played = (
        screen.in_practice if isinstance(screen, Further) else getattr(getattr(screen, "matter", None), "practice", "")
    )
    if played:
        mark = Box(items=(rich(render_runs("practice.mark")),), style="warning")
        said = render_text("practice.fallback", text=card.fallback_text)
        card = Card(fallback_text=said, body=(mark, *card.body), actions=card.actions)
    return card.to_json(shown.opened)


MESSAGE_LIMIT = 27_900
"""Bytes of a card that a message still holds."""


def _put_under(card: Card, shown: Shown, council: Council, *, in_danger: bool, short: bool = False) -> Card:
    above = [part for aside in shown.asides if (part := _aside(aside, council, short=short)) is not None]
    if in_danger and not any(isinstance(aside, ActFirst) for aside in shown.asides):
        said = render_runs("act_now.banner", number=duty_number(council))
        above.insert(0, Box(items=(rich(said),), style="attention"))
    return card.with_body((*above, *card.body))


def _aside(aside: Above, council: Council, *, short: bool = False) -> Part | None:
    if isinstance(aside, LooksLike):
        return identifier_notice.identifier_box(aside, short=short)
    if isinstance(aside, SaidBack):
        return said_back_box(aside, council, short=short)
    if isinstance(aside, ReadBack):
        return read_back_box(aside)
    items: tuple[Part, ...] = (rich(_ASIDES[aside.kind](aside)),)
    if aside.kind in EXPLAINED and not short:
        items += (Buttons(actions=(no_help_button(aside.name if aside.kind == "paragraph" else TERM),)),)
    return Box(items=items, style="accent")


def _notice(aside: Aside) -> tuple[Run, ...]:
    return render_runs(f"notices.{aside.name}", **aside.details)


def _term(aside: Aside) -> tuple[Run, ...]:
    term = glossary()[aside.name]
    ref = f" ({term.ref})" if term.ref else ""
    return (Run(text=f"{term.term}{ref}: ", weight="Bolder"), Run(text=term.text))


def _paragraph(aside: Aside) -> tuple[Run, ...]:
    said = paragraph(aside.name)
    force = render_text(f"force.{said.force}")
    return (Run(text=f"{said.ref} {said.heading} ({force}): ", weight="Bolder"), Run(text=said.text))


def _refusal(aside: Aside) -> tuple[Run, ...]:
    return render_runs(f"approvals.refused.{aside.name}", **{"who": "", **aside.details})


EXPLAINED = ("term", "paragraph")
_ASIDES: Mapping[str, Callable[[Aside], tuple[Run, ...]]] = {
    "notice": _notice,
    "term": _term,
    "paragraph": _paragraph,
    "refused": _refusal,
}
