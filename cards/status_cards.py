"""The screens around the questions: act first, what is kept, after the copy, and what is left of old cards."""

from datetime import datetime

from cards.actions import button, danger_button
from cards.answer_rows import rows_of
from cards.continue_section import further_section
from cards.elements import Card, Part, Run, TextBlock, TextInput, rich
from cards.follow_ups.kept_section import kept_section
from cards.note_card import addition_text, handover_lines
from cards.people import Council, child_of, duty_number, format_date_time, label_values
from cards.presenters import presenter_of
from cards.titled import titled_card
from cards.words import key_for_flow, render_paragraphs, render_runs, render_text
from dialogs.screens import AboutMe, ActNow, Answered, Blank, HandedOver, LetGo, ListChanged, MovedOn, NotHere


def draw_act_now(screen: ActNow, council: Council, now: datetime) -> Card:
    """What to do first when a child is in danger. It opens at once and asks nothing."""
    numbers = {"number": duty_number(council), "working": council.working_now}
    steps = render_paragraphs("act_now.steps", council=council.name or render_text("welcome.our_council"), **numbers)
    body: list[Part] = [
        rich((Run(text=f"{number}. "), *runs), spacing="Small") for number, runs in enumerate(steps, start=1)
    ]
    body.append(rich(render_runs("act_now.after"), spacing="Medium"))
    if screen.matter is None:
        return titled_card(render_text("act_now.title"), body, (button("home"),))
    body.append(TextBlock(text=render_text("act_now.nothing_filled"), size="Small", is_subtle=True))
    ways = (button("carry_on", screen.matter), button("danger_off", screen.matter))
    return titled_card(render_text("act_now.title"), body, ways)


def draw_about_me(screen: AboutMe, council: Council, now: datetime) -> Card:
    """What is kept about the one who asks."""
    counted = render_text("welcome.one" if screen.kept == 1 else "welcome.many", count=screen.kept)
    lines = render_paragraphs("about_me.lines", kept=counted, retention=council.retention_days)
    body: list[Part] = [rich(runs, spacing="Small") for runs in lines]
    return titled_card(render_text("about_me.title"), body, (button("matters"), button("home"), danger_button(None)))


def draw_let_go(screen: LetGo, council: Council, now: datetime) -> Card:
    """After the note was copied: only a short addition is offered."""
    matter = screen.matter
    body: list[Part] = [
        rich(render_runs(key_for_flow(matter.flow.name, "let_go.text"), date=format_date_time(matter.copied_at)))
    ]
    if matter.seen:
        body.append(rich(render_runs("let_go.seen"), spacing="Small"))
    body += kept_section(screen.still_to_do, copied=True)
    body += presenter_of(matter).still_open(matter)
    body += [rich([Run(text=said)], spacing="Small") for said in handover_lines(matter)]
    if matter.additions:
        text = addition_text(matter, now)
        body.append(TextInput(id="added", label=render_text("let_go.addition"), is_multiline=True, value=text))
    else:
        body += _addition_box(screen)
    body += further_section(matter, screen.others)
    actions = (
        *(() if matter.additions else (button("addition", matter),)),
        button("home", title=render_text("buttons.to_start")),
        button("matters"),
        danger_button(None),
    )
    return titled_card(render_text("let_go.title", child=child_of(matter)), body, actions)


def _addition_box(screen: LetGo) -> list[Part]:
    """The box for an addition, with what could not be taken of one."""
    box = TextInput(id="addition", label=render_text("let_go.add"), is_multiline=True, value=screen.typed or None)
    if screen.fault is None:
        return [box]
    said = render_text(f"faults.{screen.fault.code}", **screen.fault.details)
    return [TextBlock(text=said, color="Attention", weight="Bolder"), box]


def draw_not_here(screen: NotHere, council: Council, now: datetime) -> Card:
    """In a channel or group chat: one sentence."""
    text = render_text("not_here.text")
    return Card(fallback_text=text, body=(TextBlock(text=text),))


def draw_answered(screen: Answered, council: Council, now: datetime) -> Card:
    """A card that was answered by typing: the answers it took, and nothing left to press."""
    card = next(card for card in screen.matter.flow.every_step() if card.name == screen.card)
    title = render_text(f"cards.{card.name}.title", **label_values(screen.matter))
    rows = rows_of(screen.matter, card.asked(screen.matter.values))
    body: list[Part] = [TextBlock(text=title, weight="Bolder")]
    body += [
        rich([Run(text=f"{row.label} ", is_subtle=True), Run(text="; ".join(row.said))], spacing="Small")
        for row in rows
    ]
    body.append(TextBlock(text=render_text("answered.carried_on"), size="Small", is_subtle=True))
    return Card(fallback_text=title, body=tuple(body))


def draw_moved_on(screen: MovedOn, council: Council, now: datetime) -> Card:
    """A card that goes on in a newer one."""
    return _line("answered.moved_on")


def draw_blank(screen: Blank, council: Council, now: datetime) -> Card:
    """A card emptied because its matter was deleted, or its text let go."""
    return _line("answered.deleted" if screen.deleted else "answered.let_go")


def draw_handed_over(screen: HandedOver, council: Council, now: datetime) -> Card:
    """A card emptied because a colleague has taken its matter over."""
    return _line("answered.handed_over")


def draw_list_changed(screen: ListChanged, council: Council, now: datetime) -> Card:
    """A list on which something has ended since."""
    return _line("answered.list_changed")


def _line(key: str) -> Card:
    text = render_text(key)
    return Card(fallback_text=text, body=(TextBlock(text=text, is_subtle=True, size="Small"),))
