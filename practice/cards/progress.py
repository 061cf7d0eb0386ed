"""How practice goes, for oneself and for a group; and the calls made before answers in real work."""

from datetime import datetime

from cards import words
from cards.actions import button, danger
from cards.elements import Action, Card, Column, Part, Row, Run, TextInput, rich
from cards.people import Council, day
from cards.titled import small_heading, titled
from guidance.paragraphs import paragraph, paragraphs
from practice.cards.parts import practice_card, small_print
from practice.cards.shared_play import own_shared_plays, shared_with_educator
from practice.progress import Tally
from practice.repository import playable_scenarios
from practice.screens import Cohort, MyCalls, MyProgress, YourCall

ANYONE = {"child": "the child", "them": "them", "them_cap": "They"}


def progress_card(screen: MyProgress, council: Council, now: datetime) -> Card:
    """Draw the mastery by paragraph and by flow, and when each paragraph comes back; theirs to delete."""
    progress = screen.progress
    body: list[Part] = []
    if not progress.refs:
        body.append(rich(words.say("practice.progress.none")))
    else:
        rows = ((ref, progress.refs[ref]) for ref in paragraphs() if ref in progress.refs)
        body.append(small_heading(words.label("practice.progress.by_ref")))
        body += [_row(_with_heading(ref), _count(tally), _back(screen, ref)) for ref, tally in rows]
        body.append(small_heading(words.label("practice.progress.by_flow")))
        body += [_row(words.label(f"flows.{flow}"), _count(tally)) for flow, tally in progress.flows.items()]
    body += own_shared_plays(progress.shown, {name: one.topic for name, one in playable_scenarios().items()})
    body.append(small_print("practice.progress.yours"))
    if screen.asked_to_delete:
        body.append(rich(words.say("practice.progress.sure")))
    return practice_card(words.label("practice.progress.title"), body, *_ways(screen), button("practise"))


def _ways(screen: MyProgress) -> tuple[Action, ...]:
    if screen.asked_to_delete:
        return (button("practise_forget_yes", style="destructive"),)
    turn = "off" if screen.progress.call_first else "on"
    switch = button("practise_call_first", title=words.label(f"your_call.switch_{turn}"), about=turn)
    calls = (button("practise_calls"),) if screen.progress.calls else ()
    kept = screen.progress.refs or screen.progress.calls
    return (button("practise_missed"), button("practise_forget"), *calls, switch) if kept else (switch,)


def _with_heading(ref: str) -> str:
    return f"{ref} {paragraph(ref).heading}"


def _count(tally: Tally) -> str:
    return words.label("practice.progress.row", right=tally.right, asked=tally.asked)


def _back(screen: MyProgress, ref: str) -> str:
    returns = screen.progress.returns
    due = returns[ref].due if ref in returns else ""
    if due > screen.today:
        return words.label("practice.progress.back", when=day(due))
    return words.label("practice.progress.now") if due else ""


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
    body: list[Part] = [rich(words.say("practice.cohort.says"))]
    for ref, people, right, asked in screen.rows:
        said = words.label("practice.cohort.row", right=right, asked=asked, people=people)
        body.append(_row(_with_heading(ref), said))
    if not screen.rows:
        body.append(rich(words.say("practice.cohort.too_few")))
    body += shared_with_educator(screen)
    return practice_card(words.label("practice.cohort.title"), body, button("practise"))


def your_call_card(screen: YourCall, council: Council, now: datetime) -> Card:
    """Ask for one line before the answer; it can be left empty."""
    matter = screen.matter
    box = TextInput(id="your_call", label=words.label("your_call.box"), max_length=300)
    ways = (button("your_call", matter, style="positive"), danger(matter))
    return titled(words.label("your_call.title"), [rich(words.say("your_call.says")), box], ways)


def calls_card(screen: MyCalls, council: Council, now: datetime) -> Card:
    """Draw what they would have done, and what the answer was; for them and their supervision."""
    parts: list[Part] = []
    for call in reversed(screen.calls):
        heading = words.label("your_call.on", day=day(call.on), flow=words.label(f"flows.{call.flow}"))
        answer = words.label(words.in_flow(call.flow, f"headlines.{call.headline}"), **ANYONE)
        parts.append(rich([Run(text=heading, is_subtle=True, size="Small")], spacing="Medium"))
        parts.append(rich([Run(text=call.said)], spacing="None"))
        parts.append(rich([Run(text=answer, is_subtle=True)], spacing="None"))
    return practice_card(words.label("your_call.kept"), parts, button("practise_progress"))
