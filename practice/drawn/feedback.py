"""What is said of each choice, in paragraphs: the same on a card and on the command line."""

from collections.abc import Iterator

from cards import words
from cards.elements import Run
from cards.rows import label_of, option_label, said_back
from dialogs.answers import Json
from dialogs.lines import lines_of
from dialogs.matter import Matter
from guidance.paragraphs import paragraph
from practice.deciding import conclusion_words, rests_on
from practice.judging import Judged, Verdict
from practice.result import Result
from practice.scenario import Scenario, Trap

Runs = tuple[Run, ...]


def of_choice(judged: Judged, scenario: Scenario, matter: Matter) -> list[Runs]:
    """The paragraphs about one choice. `matter`: the one that the story's own answers make."""
    question = _asked(judged, matter)
    verdict = words.label(f"practice.verdict.{judged.verdict}")
    supported = _said(judged, judged.supported, scenario, matter)
    if judged.verdict is Verdict.NOT_REACHED:
        return [words.say("practice.says.passed_by", verdict=verdict, question=question, supported=supported)]
    said = _said(judged, judged.value, scenario, matter)
    refs = ", ".join(judged.refs) if judged.verdict is Verdict.RIGHT else ""
    head = words.say("practice.says.chose", verdict=verdict, question=question, said=said, refs=refs)
    return [head, *_why(judged, supported, matter)]


def _why(judged: Judged, supported: str, matter: Matter) -> Iterator[Runs]:
    if judged.verdict is not Verdict.RIGHT:
        yield from _why_not(judged, supported, matter)
    if judged.clue:
        yield words.say("practice.says.in_the_story", text=judged.clue)
    if judged.trap:
        yield from _of_trap(judged.trap)
    elif judged.leads_to:
        yield words.say("practice.says.leads_to", said=conclusion_words(matter, judged.leads_to))


def _why_not(judged: Judged, supported: str, matter: Matter) -> Iterator[Runs]:
    key = "defensible" if judged.verdict is Verdict.DEFENSIBLE else "supported"
    if judged.trap:
        yield words.say("practice.says.why_not", text=judged.trap.why_not, refs=", ".join(judged.trap.refs))
    else:
        about = "; ".join(map(_with_heading, judged.refs))
        yield words.say(f"practice.says.{key}", supported=supported, about=about)


def _of_trap(trap: Trap) -> Iterator[Runs]:
    yield words.say("practice.says.noticed", text=trap.noticed)
    yield words.say("practice.says.followed", text=trap.followed)
    yield words.say("practice.says.next_time", text=trap.next_time)


def _asked(judged: Judged, matter: Matter) -> str:
    """The question as it was asked; of a line, the line."""
    choice = judged.choice
    asked = label_of(choice.question, matter)
    return f"{asked}: {dict(lines_of(matter.values, 'lines'))[choice.line]}" if choice.line else str(asked)


def _said(judged: Judged, value: Json, scenario: Scenario, matter: Matter) -> str:
    question = judged.choice.question
    if question.name in scenario.to_write:
        return words.label(f"practice.says.{'written' if value else 'empty'}")
    if judged.choice.line:
        return str(option_label(matter, question.name, value))
    return "; ".join(said_back(question, value, matter))


def of_decision(result: Result) -> list[Runs]:
    """What is said of the two last questions."""
    matter = result.right.matter
    do, ref = result.would_do, result.rests_on
    right, refs = (
        conclusion_words(matter, result.right.conclusion),
        "; ".join(map(_with_heading, rests_on(result.right))),
    )
    return [
        words.say(
            f"practice.says.decision_{_kind(do, result.decision_verdict)}",
            verdict=words.label(f"practice.verdict.{result.decision_verdict}"),
            said=conclusion_words(matter, do) if do else "",
            supported=right,
        ),
        words.say(
            f"practice.says.ref_{_kind(ref, result.ref_verdict)}",
            verdict=words.label(f"practice.verdict.{result.ref_verdict}"),
            said=_with_heading(ref) if ref else "",
            supported=refs,
        ),
    ]


def _kind(said: str, verdict: Verdict) -> str:
    if not said:
        return "none"
    return "same" if verdict is Verdict.RIGHT else "other"


def _with_heading(ref: str) -> str:
    return f"{ref}, {paragraph(ref).heading}"
