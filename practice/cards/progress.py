"""How practice goes, for oneself and for a group; and the calls made before answers in real work."""

from datetime import datetime

from cards.elements import (
    Action,
    Box,
    Card,
    ChoiceInput,
    Column,
    InputChoice,
    OwnWords,
    Part,
    Row,
    Run,
    TextInput,
    rich,
)
from cards.layout import button, danger_button, small_heading, titled_card, toggle_button
from cards.people import Council
from cards.times import format_day
from cards.words import key_for_flow, render_runs, render_text
from guidance.paragraphs import paragraph, paragraphs
from practice.cards.home import level_choices
from practice.cards.parts import line, practice_card, row_of, small_print
from practice.cards.shared_play import own_shared_plays, shared_with_educator
from practice.progress import GroupTask, Progress, Tally
from practice.repository import playable_scenarios
from practice.screens import Cohort, MyCalls, MyProgress, SupervisionRecord, YourCall

ANYONE = {"child": "the child", "them": "them", "them_cap": "They"}


def progress_card(screen: MyProgress, council: Council, now: datetime) -> Card:
    """Draw the mastery by paragraph and by flow, and when each paragraph comes back; theirs to delete."""
    progress = screen.progress
    body: list[Part] = []
    if not progress.refs:
        body.append(rich(render_runs("practice.progress.none")))
    else:
        rows = ((ref, progress.refs[ref]) for ref in paragraphs() if ref in progress.refs)
        body.append(small_heading(render_text("practice.progress.by_ref")))
        body += [_row(_with_heading(ref), _count(tally), _back(screen, ref)) for ref, tally in rows]
        body.append(small_heading(render_text("practice.progress.by_flow")))
        body += [_row(render_text(f"flows.{flow}"), _count(tally)) for flow, tally in progress.flows.items()]
        body.append(row_of(button("practise_record")))
    body += own_shared_plays(progress.shown, {name: one.topic for name, one in playable_scenarios().items()})
    body.append(small_print("practice.progress.yours"))
    if screen.asked_to_delete:
        body.append(rich(render_runs("practice.progress.sure")))
    return practice_card(render_text("practice.progress.title"), body, *_ways(screen), button("practise"))


def _ways(screen: MyProgress) -> tuple[Action, ...]:
    if screen.asked_to_delete:
        return (button("practise_forget_yes", style="destructive"),)
    turn = "off" if screen.progress.call_first else "on"
    switch = button("practise_call_first", title=render_text(f"your_call.switch_{turn}"), about=turn)
    calls = (button("practise_calls"),) if screen.progress.calls else ()
    kept = screen.progress.refs or screen.progress.calls
    return (button("practise_missed"), *calls, switch, button("practise_forget")) if kept else (switch,)


def _with_heading(ref: str) -> str:
    return f"{ref} {paragraph(ref).heading}"


def _count(tally: Tally) -> str:
    return render_text("practice.progress.row", right=tally.right, asked=tally.asked)


def _back(screen: MyProgress, ref: str) -> str:
    returns = screen.progress.returns
    due = returns[ref].due if ref in returns else ""
    if due > screen.today:
        return render_text("practice.progress.back", when=format_day(due))
    return render_text("practice.progress.now") if due else ""


def _row(name: str, count: str, below: str = "") -> Row:
    """Draw the name, with a line below it, and the count at the right."""
    said = [rich([Run(text=name)])]
    if below:
        said.append(rich([Run(text=below, is_subtle=True, size="Small")], spacing="None"))
    number = rich([Run(text=count, weight="Bolder")])
    columns = (Column(width="stretch", items=tuple(said)), Column(width="auto", items=(number,)))
    return Row(columns=columns, separator=True, spacing="Small")


def cohort_card(screen: Cohort, council: Council, now: datetime) -> Card:
    """Draw the group by paragraph; nothing of a group that is too small."""
    body: list[Part] = [rich(render_runs("practice.cohort.says"))]
    for ref, people, right, asked in screen.rows:
        said = render_text("practice.cohort.row", right=right, asked=asked, people=people)
        body.append(_row(_with_heading(ref), said))
    if not screen.rows:
        body.append(rich(render_runs("practice.cohort.too_few")))
    body += _to_set(screen) + shared_with_educator(screen)
    return practice_card(render_text("practice.cohort.title"), body, button("practise"))


def _to_set(screen: Cohort) -> list[Part]:
    """Draw what is set for the group, to be changed: a level, or a story."""
    task = screen.task or GroupTask("", "", "")
    stories = tuple(InputChoice(title=OwnWords(topic), value=name) for name, topic in screen.stories)
    return [
        small_heading(render_text("practice.cohort.set")),
        *(
            ChoiceInput(
                id=f"set_{name}",
                label=render_text(f"practice.cohort.{name}"),
                choices=choices,
                style="compact",
                placeholder=render_text("practice.cohort.nothing"),
                value=chosen or None,
            )
            for name, choices, chosen in (("level", level_choices(), task.level), ("story", stories, task.story))
        ),
        row_of(button("practise_set")),
    ]


def record_card(screen: SupervisionRecord, council: Council, now: datetime) -> Card:
    """Draw the page for supervision, the same as text to paste, and a box for their own line."""
    progress, label = screen.progress, render_text("practice.record.box")
    head = render_text("practice.record.head", day=format_day(now.date().isoformat()))
    sections = _record_sections(progress)
    body: list[Part] = [rich(render_runs("practice.record.says")), line(head)]
    for heading, lines in sections:
        body += [small_heading(render_text(f"practice.record.{heading}")), *map(line, lines)]
    text = [head, *("\n".join([render_text(f"practice.record.{name}"), *lines]) for name, lines in sections)]
    page = TextInput(id="record", label=render_text("practice.record.page"), is_multiline=True, value="\n\n".join(text))
    body += [
        row_of(toggle_button("to_paste", "to_paste")),
        Box(id="to_paste", is_visible=False, items=(page,)),
        TextInput(id="reflection", label=label, is_multiline=True, value=progress.reflection or None, max_length=300),
    ]
    body += [rich(render_runs("practice.record.kept"))] if screen.kept else []
    ways = (button("practise_reflect", style="positive"), button("practise_progress"))
    return practice_card(render_text("practice.record.title"), body, *ways)


def _record_sections(progress: Progress) -> list[tuple[str, list[str]]]:
    """Return what is on the page, by the name of each heading; no score is among it."""
    practised: list[str] = [f"• {_with_heading(ref)}" for ref in paragraphs() if ref in progress.refs]
    found = [("practised", practised or [render_text("practice.progress.none")])]
    miss = progress.missed_last
    if miss:
        about = _with_heading(miss.ref) if miss.ref in paragraphs() else ""
        where = render_text("practice.record.where", topic=miss.topic, day=format_day(miss.on), about=about)
        found.append(("missed", [where, *([miss.said] if miss.said else [])]))
    found.append(("reflection", [progress.reflection or render_text("practice.record.empty")]))
    return found


def your_call_card(screen: YourCall, council: Council, now: datetime) -> Card:
    """Ask for one line before the answer; it can be left empty."""
    matter = screen.matter
    box = TextInput(id="your_call", label=render_text("your_call.box"), max_length=300)
    body: list[Part] = [rich(render_runs("your_call.says")), box, row_of(button("your_call", matter, style="positive"))]
    return titled_card(render_text("your_call.title"), body, (danger_button(matter),))


def calls_card(screen: MyCalls, council: Council, now: datetime) -> Card:
    """Draw what they would have done, and what the answer was; for them and their supervision."""
    parts: list[Part] = []
    for call in reversed(screen.calls):
        heading = render_text("your_call.on", day=format_day(call.on), flow=render_text(f"flows.{call.flow}"))
        answer = render_text(key_for_flow(call.flow, f"headlines.{call.headline}"), **ANYONE)
        parts.append(rich([Run(text=heading, is_subtle=True, size="Small")], spacing="Medium"))
        parts.append(rich([Run(text=call.said)], spacing="None"))
        parts.append(rich([Run(text=answer, is_subtle=True)], spacing="None"))
    return practice_card(render_text("your_call.kept"), parts, button("practise_progress"))
