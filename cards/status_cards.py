"""Cards around the questions: act first, what is kept, after the copy, and what is left of old cards."""

from datetime import datetime

from cards.answer_rows import rows_of
from cards.continue_section import further_ways
from cards.elements import Buttons, Card, Part, Run, TextBlock, TextInput, rich
from cards.follow_ups.lists import kept_section
from cards.labels import child_of, label_values
from cards.layout import (
    button,
    close_lines,
    danger_button,
    fault_line,
    numbered_list,
    opened_below,
    small_heading,
    small_print,
    titled_card,
)
from cards.note_card import addition_text, handover_lines
from cards.people import Council, duty_number
from cards.presenters import presenter_of
from cards.said_back import call_buttons
from cards.times import format_date_time
from cards.words import key_for_flow, render_paragraphs, render_runs, render_text
from dialogs.screens import AboutMe, ActNow, AfterCopy, Answered, Blank, HandedOver, ListChanged, MovedOn, NotHere
from dialogs.signature import INPUT


def draw_act_now(screen: ActNow, council: Council, now: datetime) -> Card:
    """Draw what to do first when a child is in danger. It opens at once and asks nothing."""
    numbers = {"number": duty_number(council), "working": council.working_now}
    steps = render_paragraphs("act_now.steps", council=council.name or render_text("welcome.our_council"), **numbers)
    body = numbered_list(steps)
    body.append(Buttons(actions=call_buttons(council)))
    body.append(rich(render_runs("act_now.after"), spacing="Medium"))
    if screen.matter is None:
        return titled_card(render_text("act_now.title"), body, (button("home"),))
    body.append(small_print(render_text("act_now.nothing_filled")))
    ways = (button("carry_on", screen.matter), button("danger_off", screen.matter))
    return titled_card(render_text("act_now.title"), body, ways)


def draw_about_me(screen: AboutMe, council: Council, now: datetime) -> Card:
    """Draw what is kept about the person who asks."""
    counted = render_text("welcome.one" if screen.kept == 1 else "welcome.many", count=screen.kept)
    lines = render_paragraphs("about_me.lines", kept=counted, retention=council.retention_days)
    further = close_lines(render_paragraphs("about_me.further"))
    more = opened_below("further", render_text("about_me.read_on"), further)
    actions = (button("matters"), button("home"), danger_button(None))
    return titled_card(render_text("about_me.title"), [*close_lines(lines), *more, *_own_signature(screen)], actions)


def _own_signature(screen: AboutMe) -> list[Part]:
    """Return the worker's initials and job, to be changed or forgotten."""
    label, example = render_text("signature.label"), render_text("signature.example")
    box = TextInput(id=INPUT, label=label, placeholder=example, value=screen.signature or None)
    keep, forget = button("sign", title=render_text("signature.keep")), button("forget_signature")
    return [box, Buttons(actions=(keep,)), *([Buttons(actions=(forget,))] if screen.signature else [])]


def draw_after_copy(screen: AfterCopy, council: Council, now: datetime) -> Card:
    """Draw the card after the note was copied, which offers only a short addition."""
    matter = screen.matter
    body: list[Part] = [
        rich(render_runs(key_for_flow(matter.flow.name, "after_copy.text"), date=format_date_time(matter.copied_at)))
    ]
    if matter.seen:
        body.append(rich(render_runs("after_copy.seen"), spacing="Small"))
    body += kept_section(screen.still_to_do, copied=True)
    body += presenter_of(matter).still_open(matter)
    body += close_lines([Run(text=said)] for said in handover_lines(matter))
    if matter.additions:
        text = addition_text(matter, now)
        body.append(TextInput(id="added", label=render_text("after_copy.addition"), is_multiline=True, value=text))
    else:
        body += _addition_box(screen)
    body += [small_heading(render_text("beyond.further")), *further_ways(matter, screen.others)]
    actions = (
        *(() if matter.additions else (button("addition", matter),)),
        button("home", title=render_text("buttons.to_start")),
        button("matters"),
        danger_button(None),
    )
    return titled_card(render_text("after_copy.title", child=child_of(matter)), body, actions)


def _addition_box(screen: AfterCopy) -> list[Part]:
    """Return the box for an addition, with what was wrong with the last one."""
    box = TextInput(id="addition", label=render_text("after_copy.add"), is_multiline=True, value=screen.typed or None)
    if screen.fault is None:
        return [box]
    said = render_text(f"faults.{screen.fault.code}", **screen.fault.details)
    return [fault_line(said), box]


def draw_not_here(screen: NotHere, council: Council, now: datetime) -> Card:
    text = render_text("not_here.text")
    return Card(fallback_text=text, body=(TextBlock(text=text),))


def draw_answered(screen: Answered, council: Council, now: datetime) -> Card:
    """Draw a step that was answered by typing: its answers, and nothing left to press."""
    card = next(card for card in screen.matter.flow.every_step() if card.name == screen.card)
    title = render_text(f"cards.{card.name}.title", **label_values(screen.matter))
    rows = rows_of(screen.matter, card.asked(screen.matter.values))
    body: list[Part] = [TextBlock(text=title, weight="Bolder")]
    body += close_lines([Run(text=f"{row.label} ", is_subtle=True), Run(text="; ".join(row.said))] for row in rows)
    body.append(small_print(render_text("answered.carried_on")))
    return Card(fallback_text=title, body=tuple(body))


def draw_moved_on(screen: MovedOn, council: Council, now: datetime) -> Card:
    return _line("answered.moved_on")


def draw_blank(screen: Blank, council: Council, now: datetime) -> Card:
    """Draw a card emptied because its matter was deleted or its text erased."""
    return _line("answered.deleted" if screen.deleted else "answered.after_copy")


def draw_handed_over(screen: HandedOver, council: Council, now: datetime) -> Card:
    return _line("answered.handed_over")


def draw_list_changed(screen: ListChanged, council: Council, now: datetime) -> Card:
    """Draw a list on which something has ended since."""
    return _line("answered.list_changed")


def _line(key: str) -> Card:
    text = render_text(key)
    return Card(fallback_text=text, body=(TextBlock(text=text, is_subtle=True, size="Small"),))
