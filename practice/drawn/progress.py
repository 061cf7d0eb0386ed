"""How practice goes, for oneself and for a group."""

from collections.abc import Mapping
from datetime import datetime

from cards import words
from cards.actions import button, danger
from cards.elements import Action, Card, Column, Part, Row, Run, TextBlock, rich
from cards.people import Council, day
from cards.titled import small_heading, titled
from guidance.paragraphs import paragraph, paragraphs
from practice.progress import Held, Progress
from practice.screens import Cohort, MyProgress


def mine(screen: MyProgress, council: Council, now: datetime) -> Card:
    """Mastery by paragraph and by flow, and what comes back when; theirs to delete."""
    progress = screen.progress
    body: list[Part] = []
    if not progress.refs:
        body.append(rich(words.say("practice.progress.none")))
    else:
        body += [small_heading(words.label("practice.progress.by_ref")), *_by_ref(progress, screen.today)]
        body += [small_heading(words.label("practice.progress.by_flow")), *_by_flow(progress.flows)]
    body.append(TextBlock(text=words.label("practice.progress.yours"), size="Small", is_subtle=True))
    if screen.asked_to_delete:
        body.append(rich(words.say("practice.progress.sure")))
    return titled(words.label("practice.progress.title"), body, (*_ways(screen), button("practise"), danger(None)))


def _ways(screen: MyProgress) -> tuple[Action, ...]:
    if screen.asked_to_delete:
        return (button("practise_forget_yes", style="destructive"),)
    return (button("practise_missed"), button("practise_forget")) if screen.progress.refs else ()


def _by_ref(progress: Progress, today: str) -> list[Part]:
    rows = [(ref, progress.refs[ref]) for ref in paragraphs() if ref in progress.refs]
    return [_row(f"{ref} {paragraph(ref).heading}", _held(held), _back(progress, ref, today)) for ref, held in rows]


def _by_flow(flows: Mapping[str, Held]) -> list[Part]:
    return [_row(words.label(f"flows.{flow}"), _held(held), "") for flow, held in flows.items()]


def _held(held: Held) -> str:
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


def group(screen: Cohort, council: Council, now: datetime) -> Card:
    """The group by paragraph; nothing of a group that is too small."""
    body: list[Part] = [rich(words.say("practice.cohort.says"))]
    for ref, people, right, asked in screen.rows:
        said = words.label("practice.cohort.row", right=right, asked=asked, people=people)
        body.append(_row(f"{ref} {paragraph(ref).heading}", str(said), ""))
    if not screen.rows:
        body.append(rich(words.say("practice.cohort.too_few")))
    return titled(words.label("practice.cohort.title"), body, (button("practise"), danger(None)))
