"""What is said back to a typed message, above the card."""

from collections.abc import Callable, Mapping
from typing import Any

from msgspec.structs import replace

from cards.answer_rows import rows_of
from cards.elements import Action, Box, Buttons, OpenUrl, OwnWords, Part, Run, rich
from cards.labels import label_of, label_values, option_labels
from cards.layout import (
    MOST_TOGETHER,
    Section,
    button,
    button_rows,
    close_lines,
    folded,
    no_help_button,
    numbered_list,
    words_in_view,
)
from cards.next_steps import contacts_of
from cards.outside_topics import who_can_answer
from cards.people import Council, duty_number
from cards.words import has_key, key_for_flow, render_paragraphs, render_runs, render_text
from dialogs import said_back
from dialogs.engine.flow import Step
from dialogs.engine.matter import ASKED, Matter
from dialogs.engine.questions import Question
from dialogs.feedback import NOTHING, REASONS
from dialogs.flows.registry import FLOWS
from dialogs.screens import ReadBack, SaidBack
from dialogs.understanding.gaps import gaps
from guidance.paragraphs import paragraph, paragraphs

LIKELIEST = ("share", "gather", "document")
"""The flows that were most likely meant, where nothing says which."""
MOST_WORDS = 60
"""Words in view of what the guidance says to a question."""
LONGEST_READ_BACK = 80
"""Characters of an answer that are read back in a line."""
LONGEST_UNDERSTOOD = 90
"""Characters of one answer of several that are read back; the card shows the whole of it."""


def said_back_box(said: SaidBack, council: Council, *, short: bool = False) -> Part | None:
    """Return what is said back with its buttons; None where there is nothing. `short`: the card has little room."""
    return _BOXES[type(said)](said, council, short)


def read_back_box(said: ReadBack) -> Part:
    """Return the answers with their questions; or what is to be said again, since by itself it settles the answer."""
    questions = tuple(question for question in said.matter.flow.questions() if question.name in said.questions)
    if said.asked:
        label = label_of(questions[0], said.matter)
        chosen = ", ".join(option_labels(said.matter, questions[0].name, said.meant))
        key = "read_back.is_it_this" if chosen else "read_back.is_that_right"
        return Box(items=(rich(render_runs(key, question=label, answer=chosen)),), style="accent")
    runs = [Run(text=f"{render_text('read_back.understood')} ")]
    read = [(row.label, "; ".join(row.said)) for row in rows_of(said.matter, questions)]
    left_empty = render_text("read_back.left_empty")
    for number, (label, words) in enumerate(read or [(label_of(one, said.matter), left_empty) for one in questions]):
        between = " \u00b7 " if number else ""
        short = _shortened(words, LONGEST_UNDERSTOOD)
        runs += [Run(text=f"{between}{label} ", is_subtle=True), Run(text=short, weight="Bolder")]
    return Box(items=(rich(runs),), style="accent")


def call_buttons(council: Council) -> tuple[OpenUrl, ...]:
    """Return a button that rings 999, and one for the council's number that answers at this hour."""
    number = duty_number(council)
    digits = "".join(one for one in number if one in "+0123456789")
    rings = [OpenUrl(title=render_text("hearing.act_first.ring_999"), url="tel:999")]
    if len(digits) >= len("999"):
        rings.append(OpenUrl(title=render_text("hearing.act_first.ring", number=number), url=f"tel:{digits}"))
    return tuple(rings)


def _act_first(said: Any, council: Council, short: bool) -> Part:
    numbers = {"number": duty_number(council), "working": council.working_now}
    steps = render_paragraphs("act_now.steps", council=council.name or render_text("welcome.our_council"), **numbers)
    ways = [button("put_on_card", said.matter)] if said.kept else []
    ways.append(button("not_urgent", said.matter))
    heading = rich(render_runs("hearing.act_first.heading"))
    parts: list[Part] = [heading, *numbered_list(steps[:2] if short else steps), Buttons(actions=call_buttons(council))]
    parts += [
        rich(render_runs("hearing.act_first.kept" if said.kept else "hearing.act_first.carry_on"), spacing="Small")
    ]
    return Box(items=(*parts, Buttons(actions=tuple(ways))), style="attention")


def _change_offered(said: Any, council: Council, short: bool) -> Part:
    question = _question(said.matter, said.question)
    held = said.matter.answers.hold({said.question: said.value})
    values = {
        "question": label_of(question, said.matter),
        "before": _said(said.matter, question),
        "after": _said(replace(said.matter, answers=held), question),
    }
    runs = render_runs("hearing.change.since" if said.happened else "hearing.change.offered", **values)
    return _box([rich(runs)], (button("change_to", said.matter), button("leave_it", said.matter)))


def _which_to_change(said: Any, council: Council, short: bool) -> Part:
    matter = said.matter
    runs = render_runs("hearing.change.which" if said.steps else "hearing.change.nothing_yet")
    rows = [rich(runs), *_change_links(matter, said.steps)]
    return _box(rows, (button("keep_typed", matter), button("leave_it", matter)))


def _message_changed(said: Any, council: Council, short: bool) -> Part:
    runs = render_runs(f"hearing.message.{said.how}", change=bool(said.steps), kept=said.matter is not None)
    return Box(items=(rich(runs), *_change_links(said.matter, said.steps)), style="accent")


def _feedback_asked(said: Any, council: Council, short: bool) -> Part:
    ways = [
        button("feedback", said.matter, title=render_text(f"hearing.feedback.{reason}"), about=f"{reason}:{said.about}")
        for reason in REASONS
    ]
    back = button("home", title=render_text("hearing.feedback.never_mind"))
    return _box([rich(render_runs("hearing.feedback.why"))], (*ways, back))


def _change_links(matter: Matter, steps: tuple[Step, ...]) -> list[Part]:
    links = tuple(
        button(
            "change", matter, title=render_text("hearing.change.one", title=_title(matter, step.name)), about=step.name
        )
        for step in steps
    )
    return [
        Buttons(actions=links[at : at + MOST_TOGETHER], spacing="Small") for at in range(0, len(links), MOST_TOGETHER)
    ]


def _probably_meant(said: Any, council: Council, short: bool) -> Part:
    matter, question = said.matter, _question(said.matter, said.question)
    ways = [
        button(
            "take_meant",
            matter,
            title=OwnWords(", ".join(option_labels(matter, question.name, value.split()))),
            about=value,
        )
        for value in said.values
    ]
    answer = ways[0].title if len(ways) == 1 else ""
    runs = render_runs("hearing.probably_meant", question=label_of(question, matter), answer=answer)
    return _box([rich(runs)], (*ways, button("leave_it", matter, title=render_text("hearing.neither"))))


def _way_offered(said: Any, council: Council, short: bool) -> Part:
    matter = said.matter
    keep = (button("keep_typed", matter),) if said.keep else ()
    if not said.verb:  # a "no" to nothing that was proposed would be the answer to the card
        ways = (*keep, button("leave_it", matter)) if keep else (button("put_on_card", matter),) if said.put else ()
        later = "hearing.news.later" if matter.phase in ASKED else "hearing.news.after"
        return _box([rich(render_runs(later, keep=said.keep))], ways)
    title = render_text(key_for_flow(matter.flow.name, f"buttons.{said.verb}"), **label_values(matter))
    ids = {"about": said.about} if said.about else {}
    way = button(said.verb, matter, title=title, **ids)
    return _box([rich(render_runs("hearing.news.now", way=title))], (way, *keep, button("leave_it", matter)))


def _ways_meant(said: Any, council: Council, short: bool) -> Part:
    matter, flow = said.matter, said.matter.flow.name
    titles = {verb: render_text(key_for_flow(flow, f"buttons.{verb}"), **label_values(matter)) for verb in said.verbs}
    ways = [button(verb, matter, title=title) for verb, title in titles.items()]
    neither = button("leave_it", matter, title=render_text("hearing.neither"))
    return _box([rich(render_runs("hearing.ways_meant"))], (*ways, neither))


def _new_need(said: Any, council: Council, short: bool) -> Part:
    matter = said.matter
    child = matter.values.get("child")
    about = render_text("hearing.new.about", child=str(child)) if child else render_text("hearing.new.about_this")
    ways = (
        button("start_typed", matter, about=said.flow),
        button("keep_typed" if said.keep else "leave_it", matter, title=about),
    )
    return _box([rich(render_runs("hearing.new.asked"))], ways)


def _what_it_says(said: Any, council: Council, short: bool) -> Part | None:
    asked, matter = said.asked, said.matter
    parts: list[Part] = [rich(render_runs(f"hearing.points.{point}")) for point in said.points]
    if said.only_points:
        return Box(items=tuple(_first_of(parts)), style="accent") if parts else None
    refs = [ref for ref in asked.refs if ref in paragraphs()]
    ways: list[Action] = []
    if asked.sure == "sure" and refs:
        parts += [_paragraph(refs[0], short=short), *_also(refs[1:3])]
        ways += _flow_buttons(matter, (asked.flow,))
    elif asked.sure == "which" and refs and not said.person:
        parts.append(rich(render_runs("hearing.which")))
        ways += [_about(ref) for ref in refs[:3]]
        ways.append(button("none_of_these", matter))
    else:
        parts += _says_nothing(asked.gap, council)
        ways.append(button("ask_question", matter))
        ways += _flow_buttons(matter, gaps()[asked.gap].flows if asked.gap in gaps() else LIKELIEST)
    if said.keep:
        ways.append(button("keep_typed", matter))
    if asked.sure != "which" or said.person:
        ways.append(no_help_button(refs[0] if asked.sure == "sure" and refs else asked.gap or NOTHING))
    return Box(items=(*_first_of(parts), *button_rows(ways)), style="accent")


def _first_of(parts: list[Part]) -> list[Part]:
    """Return these paragraphs: the first, and as many more as there is room for; the others open."""
    count = 1
    while count < len(parts) and words_in_view(parts[: count + 1]) <= MOST_WORDS:
        count += 1
    return [*parts[:count], *folded([Section("said_more", render_text("hearing.more"), tuple(parts[count:]))])]


def _paragraph(ref: str, *, short: bool = False) -> Part:
    said = paragraph(ref)
    heading = Run(text=f"{said.ref} {said.heading} ({render_text(f'force.{said.force}')}): ", weight="Bolder")
    return rich((heading,) if short else (heading, Run(text=said.text)))


def _also(refs: list[str]) -> list[Part]:
    if not refs:
        return []
    named = "; ".join(f"{one.ref} {one.heading}" for one in map(paragraph, refs))
    return [rich((*render_runs("hearing.also"), Run(text=f" {named}.")), spacing="Small")]


def _about(ref: str) -> Action:
    key = f"hearing.about.{ref}"
    title = render_text(key) if has_key(key) else OwnWords(f"{paragraph(ref).heading} ({ref})")
    return button("explain_ref", title=title, about=ref)


def _flow_buttons(matter: Matter | None, flows: tuple[str | None, ...]) -> list[Action]:
    """Buttons for flows other than the open one, with what was typed filled in."""
    others = [flow for flow in flows if flow in FLOWS and (matter is None or matter.flow.name != flow)]
    return [button("start_typed", matter, title=render_text(f"buttons.flow.{flow}"), about=flow) for flow in others]


def _says_nothing(gap: str | None, council: Council) -> list[Part]:
    found = gaps().get(gap or "")
    if found is None:
        return close_lines([render_runs("hearing.says_nothing"), render_runs("hearing.ask", **contacts_of(council))])
    whom = render_runs("outside.ask", whom=who_can_answer(found.ask, council))
    return close_lines([render_runs("hearing.not_covered", title=found.title), (Run(text=found.meanwhile),), whom])


def _kindly(said: Any, council: Council, short: bool) -> Part:
    runs = render_runs(f"hearing.kindly.{said.talk}", is_open=said.matter is not None, **contacts_of(council))
    keep = (button("keep_typed", said.matter),) if said.keep else ()
    return _box([rich(runs)], keep)


def _box(parts: list[Part], ways: tuple[Action, ...]) -> Box:
    return Box(items=(*parts, Buttons(actions=ways)) if ways else tuple(parts), style="accent")


def _question(matter: Matter, name: str) -> Question:
    return next(question for question in matter.flow.questions() if question.name == name)


def _said(matter: Matter, question: Question) -> str:
    rows = rows_of(matter, (question,))
    return _shortened("; ".join(line for row in rows for line in row.said))


def _shortened(text: str, longest: int = LONGEST_READ_BACK) -> str:
    return text if len(text) <= longest else f"{text[:longest].rstrip()}\u2026"


def _title(matter: Matter, step: str) -> OwnWords:
    return render_text(f"cards.{step}.title", **label_values(matter))


_BOXES: Mapping[type, Callable[[Any, Council, bool], Part | None]] = {
    said_back.ActFirst: _act_first,
    said_back.ChangeOffered: _change_offered,
    said_back.WhichToChange: _which_to_change,
    said_back.FeedbackAsked: _feedback_asked,
    said_back.MessageChanged: _message_changed,
    said_back.ProbablyMeant: _probably_meant,
    said_back.WayOffered: _way_offered,
    said_back.WaysMeant: _ways_meant,
    said_back.NewNeed: _new_need,
    said_back.WhatItSays: _what_it_says,
    said_back.Kindly: _kindly,
}
