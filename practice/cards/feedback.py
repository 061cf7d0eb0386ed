"""What is said of each choice, in paragraphs: the same on a card and on the command line."""

from collections.abc import Iterable, Iterator, Sequence

from cards import words
from cards.answer_rows import label_of, option_label, said_back
from cards.elements import Run
from dialogs.engine.answers import Json
from dialogs.engine.lines import lines_of
from dialogs.engine.matter import Matter
from guidance.paragraphs import paragraph
from practice.final_questions import conclusion_words, rests_on
from practice.judging import Judged, Verdict
from practice.result import Result
from practice.scenario import Scenario, Trap

Runs = tuple[Run, ...]


def of_choice(judged: Judged, scenario: Scenario, matter: Matter) -> list[Runs]:
    """The paragraphs about one choice that was made. `matter`: the one that the story's own answers make."""
    question, said = _asked(judged, matter), _said(judged, judged.value, scenario, matter)
    verdict = words.label(f"practice.verdict.{judged.verdict}")
    refs = ", ".join(judged.refs) if judged.verdict is Verdict.RIGHT else ""
    head = words.say("practice.says.chose", verdict=verdict, question=question, said=said, refs=refs)
    return [head, *_why(judged, scenario, matter)]


def of_choices(judged: Iterable[Judged], scenario: Scenario, matter: Matter) -> list[list[Runs]]:
    """What is said of each, and together of those that were not asked."""
    judged = tuple(judged)
    made = [of_choice(one, scenario, matter) for one in judged if one.verdict is not Verdict.NOT_REACHED]
    past = _of_passed_by([one for one in judged if one.verdict is Verdict.NOT_REACHED], scenario, matter)
    return [*made, past] if past else made


def _of_passed_by(judged: Sequence[Judged], scenario: Scenario, matter: Matter) -> list[Runs]:
    """The paragraphs about choices that an earlier one led past; none where none was."""
    said = [
        words.say(
            "practice.says.passed_by",
            question=_asked(one, matter),
            supported=_said(one, one.supported, scenario, matter),
        )
        for one in judged
    ]
    return [words.say("practice.says.not_asked"), *said] if said else []


def _why(judged: Judged, scenario: Scenario, matter: Matter) -> Iterator[Runs]:
    if judged.verdict is not Verdict.RIGHT:
        yield from _why_not(judged, _said(judged, judged.supported, scenario, matter), matter)
    if judged.clue and (judged.verdict is not Verdict.RIGHT or _tempts(judged, scenario)):
        yield words.say("practice.says.in_the_story", text=judged.clue.replace('"', "'"))
    if judged.trap:
        yield from _of_trap(judged.trap)
    elif judged.leads_to and judged.verdict is Verdict.WRONG:
        yield words.say("practice.says.leads_to", said=conclusion_words(matter, judged.leads_to))


def _tempts(judged: Judged, scenario: Scenario) -> bool:
    """Whether the story sets a trap on this question, so that it is worth saying what pointed past it."""
    return any(trap.question == judged.choice.question.name for trap in scenario.traps)


def _why_not(judged: Judged, supported: str, matter: Matter) -> Iterator[Runs]:
    careful = "careful" if judged.leads_to else "same"
    key = f"defensible_{careful}" if judged.verdict is Verdict.DEFENSIBLE else "supported"
    if judged.trap:
        yield words.say("practice.says.why_not", text=judged.trap.why_not, refs=", ".join(judged.trap.refs))
    else:
        about = _listed(judged.refs)
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
        return str(option_label(matter, question.name, value)).rstrip(".")
    return "; ".join(said_back(question, value, matter)).rstrip(".")


def of_decision(result: Result) -> list[Runs]:
    """What is said of the two last questions."""
    matter = result.right.matter
    do, ref = result.would_do, result.rests_on
    right, refs = (
        conclusion_words(matter, result.right.conclusion),
        _listed(rests_on(result.right)),
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
            said=_listed([ref]) if ref else "",
            supported=refs,
        ),
    ]


def _kind(said: str, verdict: Verdict) -> str:
    if not said:
        return "none"
    return "same" if verdict is Verdict.RIGHT else "other"


def _listed(refs: Iterable[str]) -> str:
    """Paragraphs with their headings, as a sentence lists them."""
    named = [f"{ref} ({paragraph(ref).heading})" for ref in refs]
    return " and ".join([", ".join(named[:-1]), named[-1]] if len(named) > 1 else named)
