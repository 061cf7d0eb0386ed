"""The feedback on each choice, in paragraphs: the same on a card and on the command line."""

from collections.abc import Iterable, Iterator
from typing import Literal

from cards.answer_rows import answer_lines
from cards.elements import Box, Part, RichText, Run, rich
from cards.labels import label_of, option_label
from cards.layout import opened_below
from cards.words import render_runs, render_text
from dialogs.engine.answers import Json
from dialogs.engine.lines import lines_of
from dialogs.engine.matter import Matter
from guidance.paragraphs import paragraph
from practice.final_questions import conclusion_text, decisive_refs
from practice.judging import JudgedChoice, Judgement
from practice.result import PlayResult
from practice.scenario import Scenario
from practice.simulation import model_walk

Runs = tuple[Run, ...]


def choice_feedback(judged: JudgedChoice, scenario: Scenario, matter: Matter) -> list[Runs]:
    """Return the paragraphs about one choice that was made. `matter`: the one that the story's own answers make."""
    question, said = _question_text(judged, matter), _answer_text(judged, judged.value, scenario, matter)
    verdict = render_text(f"practice.verdict.{judged.verdict}")
    refs = ", ".join(judged.refs) if judged.verdict is Judgement.RIGHT else ""
    head = render_runs("practice.says.chose", verdict=verdict, question=question, said=said, refs=refs)
    return [head, *_reasons(judged, scenario, matter)]


def choice_boxes(
    judged: Iterable[JudgedChoice], scenario: Scenario, *, style: Literal["accent", "emphasis"], most: int
) -> list[Part]:
    """Draw the feedback on each choice, what was not right in a box; more of it, and what was passed by, folded.

    `most`: the boxes that are in view.
    """
    matter = model_walk(scenario).matter
    boxes: list[Part] = []
    right: list[list[Runs]] = []
    passed_by: list[Part] = []
    for one in judged:
        if one.verdict is Judgement.NOT_REACHED:
            supported = _answer_text(one, one.supported, scenario, matter)
            question = _question_text(one, matter)
            passed_by.append(line(render_runs("practice.says.passed_by", question=question, supported=supported)))
        elif one.verdict is Judgement.RIGHT:
            right.append(choice_feedback(one, scenario, matter))
        else:
            boxes.append(_box(choice_feedback(one, scenario, matter), style, len(boxes)))
    lines = [line(runs) for block in right for runs in block]
    title = render_text("buttons.what_was_right", count=len(right))
    told = opened_below("told_right", title, lines) if len(right) > 1 else lines
    others = opened_below("others", render_text("practice.says.others", count=len(boxes) - most), boxes[most:])
    not_asked = opened_below("not_asked", render_text("practice.says.not_asked"), passed_by)
    return [*boxes[:most], *others, *told, *not_asked]


def line(runs: Runs) -> RichText:
    return rich(runs, spacing="Small")


SHOWN = 2
"""Paragraphs about a choice that are in view: what was chosen, and why not."""


def _box(block: list[Runs], style: Literal["accent", "emphasis"], place: int) -> Box:
    more = opened_below(f"more_{place}", render_text("practice.says.more"), [line(runs) for runs in block[SHOWN:]])
    return Box(items=(*map(line, block[:SHOWN]), *more), style=style)


def _reasons(judged: JudgedChoice, scenario: Scenario, matter: Matter) -> Iterator[Runs]:
    trap, right = judged.trap, judged.verdict is Judgement.RIGHT
    if trap:
        yield render_runs("practice.says.why_not", text=trap.why_not, refs=", ".join(trap.refs))
    elif not right:
        careful = "careful" if judged.leads_to else "same"
        key = f"defensible_{careful}" if judged.verdict is Judgement.DEFENSIBLE else "supported"
        supported = _answer_text(judged, judged.supported, scenario, matter)
        yield render_runs(f"practice.says.{key}", supported=supported, about=_ref_list(judged.refs))
    tempting = any(one.question == judged.choice.question.name for one in scenario.traps)
    if judged.clue and (tempting or not right):
        yield render_runs("practice.says.in_the_story", text=judged.clue.replace('"', "'"))
    if trap:
        yield render_runs("practice.says.noticed", text=trap.noticed)
        yield render_runs("practice.says.followed", text=trap.followed)
        yield render_runs("practice.says.next_time", text=trap.next_time)
    elif judged.leads_to and judged.verdict is Judgement.WRONG:
        yield render_runs("practice.says.leads_to", said=conclusion_text(matter, judged.leads_to))


def _question_text(judged: JudgedChoice, matter: Matter) -> str:
    """Return the question as it was asked, with its line if it is asked of each."""
    choice = judged.choice
    asked = label_of(choice.question, matter)
    return f"{asked}: {dict(lines_of(matter.values, 'lines'))[choice.line]}" if choice.line else str(asked)


def _answer_text(judged: JudgedChoice, value: Json, scenario: Scenario, matter: Matter) -> str:
    question = judged.choice.question
    if question.name in scenario.to_write:
        return render_text(f"practice.says.{'written' if value else 'empty'}")
    if judged.choice.line:
        return str(option_label(matter, question.name, value)).rstrip(".")
    return "; ".join(answer_lines(question, value, matter)).rstrip(".")


def final_feedback(result: PlayResult) -> list[Runs]:
    """Return the paragraphs about the two last questions: the decision is said before anything else."""
    matter, do, ref = result.right.matter, result.would_do, result.rests_on
    said, supported = conclusion_text(matter, do) if do else "", conclusion_text(matter, result.right.conclusion)
    told = render_text(f"practice.says.decision_{_how(said, result.decision_verdict)}", said=said, supported=supported)
    kind = "lets_through" if result.lets_through else result.decision_verdict
    kind = result.decision_verdict if result.decision_verdict is Judgement.WRONG else kind
    named, right = _ref_list([ref]) if ref else "", _ref_list(decisive_refs(result.right))
    verdict, how = render_text(f"practice.verdict.{result.ref_verdict}"), _how(named, result.ref_verdict)
    return [
        render_runs(f"practice.went.decision.{kind}", said=told),
        render_runs(f"practice.says.ref_{how}", verdict=verdict, said=named, supported=right),
    ]


def _how(said: str, judgement: Judgement) -> str:
    return "none" if not said else "same" if judgement is Judgement.RIGHT else "other"


def _ref_list(refs: Iterable[str]) -> str:
    """Return the paragraphs with their headings, as a sentence lists them."""
    named = [f"{ref} ({paragraph(ref).heading})" for ref in refs]
    return " and ".join([", ".join(named[:-1]), named[-1]] if len(named) > 1 else named)
