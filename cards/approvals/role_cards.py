"""Cards about being a supervisor: named, away with a deputy, standing in for someone."""

from datetime import datetime

from cards.elements import Buttons, Card, ChoiceInput, DateInput, InputChoice, OwnWords, Part, rich
from cards.layout import bulleted_list, button, danger_button, fault_line, titled_card
from cards.people import Council, safe_name
from cards.times import format_spoken_day
from cards.words import render_paragraphs, render_runs, render_text
from dialogs.approvals.screens import Away, StandsIn, SupervisorRole


def draw_role(screen: SupervisorRole, council: Council, now: datetime) -> Card:
    """Draw that someone is a supervisor from now on and what that means, or that they no longer are."""
    by = safe_name(screen.by)
    if not screen.may:
        title = render_text("approvals.role.title_ended", team=screen.team)
        return titled_card(title, (rich(render_runs("approvals.role.ended", by=by)),), (danger_button(None),))
    body: list[Part] = [rich(render_runs("approvals.role.named", by=by))]
    body += bulleted_list(render_paragraphs("approvals.role.lines"))
    if screen.waiting:
        body.append(rich(render_runs("approvals.role.waiting", waiting=screen.waiting)))
    title = render_text("approvals.role.title", team=screen.team)
    return titled_card(title, body, (button("approvals"), danger_button(None)))


def draw_away(screen: Away, council: Council, now: datetime) -> Card:
    """Draw until when a supervisor is away and who their deputy is, or the boxes to say so."""
    title = render_text("approvals.away.title")
    lists = (button("approvals"), danger_button(None))
    if screen.back_on:
        filled = {"day": format_spoken_day(screen.back_on), "deputy": safe_name(screen.deputy)}
        change = Buttons(actions=(button("back_now", style="positive"),))
        return titled_card(title, (rich(render_runs("approvals.away.is_away", **filled)), change), lists)
    body: list[Part] = [rich(render_runs("approvals.away.says"))]
    if screen.fault:
        body.append(fault_line(render_text(f"approvals.refused.{screen.fault}")))
    body.append(DateInput(id="until", label=render_text("approvals.away.until"), value=screen.typed or None))
    if screen.others:
        choices = tuple(InputChoice(title=OwnWords(safe_name(name)), value=id) for id, name in screen.others)
        label = render_text("approvals.away.deputy")
        body.append(ChoiceInput(id="deputy", label=label, choices=choices, style="compact"))
    else:
        body.append(rich(render_runs("approvals.away.no_deputy")))
    body.append(Buttons(actions=(button("save_away", style="positive"),)))
    return titled_card(title, body, lists)


def draw_stands_in(screen: StandsIn, council: Council, now: datetime) -> Card:
    """Draw for a deputy that they stand in for someone, or no longer do."""
    name, day = safe_name(screen.name), format_spoken_day(screen.back_on)
    key, says = ("stands_in", "stands_in_says") if screen.back_on else ("ended", "ended_says")
    said = rich(render_runs(f"approvals.away.{says}", name=name, day=day))
    return titled_card(
        render_text(f"approvals.away.{key}", name=name), (said,), (button("approvals"), danger_button(None))
    )
