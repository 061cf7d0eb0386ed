"""How practice goes, for oneself and for a group."""

from collections.abc import Mapping
from datetime import datetime

from cards import words
from cards.actions import button, danger
from cards.elements import Action, Card, Column, Part, Row, Run, TextBlock, TextInput, rich
from cards.people import Council, day
from cards.titled import small_heading, titled
from guidance.paragraphs import paragraph, paragraphs
from practice.cards.shared_play import own_shared_plays, shared_with_educator
from practice.progress import Call, Progress, Tally
from practice.repository import playable_scenarios
from practice.screens import Cohort, MyCalls, MyProgress, YourCall


def progress_card(screen: MyProgress, council: Council, now: datetime) -> Card:
    """Mastery by paragraph and by flow, and what comes back when; theirs to delete."""
    progress = screen.progress
    body: list[Part] = []
    if not progress.refs:
        body.append(rich(words.say("practice.progress.none")))
    else:
        body += [small_heading(words.label("practice.progress.by_ref")), *_by_ref(progress, screen.today)]
        body += [small_heading(words.label("practice.progress.by_flow")), *_by_flow(progress.flows)]
    body += own_shared_plays(progress.shown, {name: one.topic for name, one in playable_scenarios().items()})
    body.append(TextBlock(text=words.label("practice.progress.yours"), size="Small", is_subtle=True))
    if screen.asked_to_delete:
        body.append(rich(words.say("practice.progress.sure")))
    ways = (*_ways(screen), button("practise"), danger(None, practice=True))
    return titled(words.label("practice.progress.title"), body, ways)


def _ways(screen: MyProgress) -> tuple[Action, ...]:
    if screen.asked_to_delete:
        return (button("practise_forget_yes", style="destructive"),)
    turn = "off" if screen.progress.call_first else "on"
    switch = button("practise_call_first", title=words.label(f"your_call.switch_{turn}"), about=turn)
    calls = (button("practise_calls"),) if screen.progress.calls else ()
    kept = screen.progress.refs or screen.progress.calls
    return (button("practise_missed"), button("practise_forget"), *calls, switch) if kept else (switch,)


def _by_ref(progress: Progress, today: str) -> list[Part]:
    rows = [(ref, progress.refs[ref]) for ref in paragraphs() if ref in progress.refs]
    return [_row(f"{ref} {paragraph(ref).heading}", _held(held), _back(progress, ref, today)) for ref, held in rows]


def _by_flow(flows: Mapping[str, Tally]) -> list[Part]:
    return [_row(words.label(f"flows.{flow}"), _held(held), "") for flow, held in flows.items()]


def _held(held: Tally) -> str:
    return str(words.label("practice.progress.row", right=held.right, asked=held.asked))


def _back(progress: Progress, ref: str, today: str) -> str:
    due = progress.returns[ref].due if ref in progress.returns else ""
    if not due:
        return ""
    return str(
        words.label("practice.progress.now") if due <= today else words.label("practice.progress.back", when=day(due))
    )


def _row(name: str, count: str, below: str) -> Row:
    """The name and, below it, when it comes back; at the right how many."""
    said: list[Part] = [rich([Run(text=name)])]
    if below:
        said.append(rich([Run(text=below, is_subtle=True, size="Small")], spacing="None"))
    number = rich([Run(text=count, weight="Bolder")])
    columns = (Column(width="stretch", items=tuple(said)), Column(width="auto", items=(number,)))
    return Row(columns=columns, separator=True, spacing="Small")


def your_call_card(screen: YourCall, council: Council, now: datetime) -> Card:
    """One line before the answer; it can be left empty."""
    matter = screen.matter
    box = TextInput(id="your_call", label=words.label("your_call.box"), max_length=300)
    ways = (button("your_call", matter, style="positive"), danger(matter))
    return titled(words.label("your_call.title"), [rich(words.say("your_call.says")), box], ways)


def calls_card(screen: MyCalls, council: Council, now: datetime) -> Card:
    """What they would have done, and what the answer was; for them and their supervision."""
    ways = (button("practise_progress"), danger(None, practice=True))
    return titled(words.label("your_call.kept"), _each_call(screen.calls), ways)


def _each_call(kept: tuple[Call, ...]) -> list[Part]:
    parts: list[Part] = []
    for call in reversed(kept):
        flow = words.label(f"flows.{call.flow}")
        heading = words.label("your_call.on", day=day(call.on), flow=flow)
        parts.append(rich([Run(text=heading, is_subtle=True, size="Small")], spacing="Medium"))
        parts.append(rich([Run(text=call.said)], spacing="None"))
        answer = words.label(words.in_flow(call.flow, f"headlines.{call.headline}"), **ANYONE)
        parts.append(rich([Run(text=answer, is_subtle=True)], spacing="None"))
    return parts


ANYONE = {"child": "the child", "them": "them", "them_cap": "They"}


def cohort_card(screen: Cohort, council: Council, now: datetime) -> Card:
    """The group by paragraph; nothing of a group that is too small."""
    body: list[Part] = [rich(words.say("practice.cohort.says"))]
    for ref, people, right, asked in screen.rows:
        said = words.label("practice.cohort.row", right=right, asked=asked, people=people)
        body.append(_row(f"{ref} {paragraph(ref).heading}", str(said), ""))
    if not screen.rows:
        body.append(rich(words.say("practice.cohort.too_few")))
    body += shared_with_educator(screen)
    return titled(words.label("practice.cohort.title"), body, (button("practise"), danger(None, practice=True)))
