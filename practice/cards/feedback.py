"""What is said of each choice, in paragraphs: the same on a card and on the command line."""

from collections.abc import Iterable, Iterator, Sequence

from cards import words
from cards.answer_rows import label_of, option_label, said_back
from cards.elements import Run
from dialogs.engine.answers import Json
from dialogs.engine.lines import lines_of
from dialogs.engine.matter import Matter
from guidance.paragraphs import paragraph
from practice.final_questions import conclusion_text, decisive_refs
from practice.judging import JudgedChoice, Judgement
from practice.result import PlayResult
from practice.scenario import Scenario, Trap

Runs = tuple[Run, ...]


def choice_feedback(judged: JudgedChoice, scenario: Scenario, matter: Matter) -> list[Runs]:
    """The paragraphs about one choice that was made. `matter`: the one that the story's own answers make."""
    question, said = _asked(judged, matter), _said(judged, judged.value, scenario, matter)
    verdict = words.label(f"practice.verdict.{judged.verdict}")
    refs = ", ".join(judged.refs) if judged.verdict is Judgement.RIGHT else ""
    head = words.say("practice.says.chose", verdict=verdict, question=question, said=said, refs=refs)
    return [head, *_why(judged, scenario, matter)]


def choices_feedback(judged: Iterable[JudgedChoice], scenario: Scenario, matter: Matter) -> list[list[Runs]]:
    """What is said of each, and together of those that were not asked."""
    judged = tuple(judged)
    made = [choice_feedback(one, scenario, matter) for one in judged if one.verdict is not Judgement.NOT_REACHED]
    past = _passed_by_feedback([one for one in judged if one.verdict is Judgement.NOT_REACHED], scenario, matter)
    return [*made, past] if past else made


def _passed_by_feedback(judged: Sequence[JudgedChoice], scenario: Scenario, matter: Matter) -> list[Runs]:
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


def _why(judged: JudgedChoice, scenario: Scenario, matter: Matter) -> Iterator[Runs]:
    if judged.verdict is not Judgement.RIGHT:
        yield from _why_not(judged, _said(judged, judged.supported, scenario, matter), matter)
    if judged.clue and (judged.verdict is not Judgement.RIGHT or _has_trap(judged, scenario)):
        yield words.say("practice.says.in_the_story", text=judged.clue.replace('"', "'"))
    if judged.trap:
        yield from _trap_feedback(judged.trap)
    elif judged.leads_to and judged.verdict is Judgement.WRONG:
        yield words.say("practice.says.leads_to", said=conclusion_text(matter, judged.leads_to))


def _has_trap(judged: JudgedChoice, scenario: Scenario) -> bool:
    """Whether the story sets a trap on this question, so that it is worth saying what pointed past it."""
    return any(trap.question == judged.choice.question.name for trap in scenario.traps)


def _why_not(judged: JudgedChoice, supported: str, matter: Matter) -> Iterator[Runs]:
    careful = "careful" if judged.leads_to else "same"
    key = f"defensible_{careful}" if judged.verdict is Judgement.DEFENSIBLE else "supported"
    if judged.trap:
        yield words.say("practice.says.why_not", text=judged.trap.why_not, refs=", ".join(judged.trap.refs))
    else:
        about = _ref_list(judged.refs)
        yield words.say(f"practice.says.{key}", supported=supported, about=about)


def _trap_feedback(trap: Trap) -> Iterator[Runs]:
    yield words.say("practice.says.noticed", text=trap.noticed)
    yield words.say("practice.says.followed", text=trap.followed)
    yield words.say("practice.says.next_time", text=trap.next_time)


def _asked(judged: JudgedChoice, matter: Matter) -> str:
    """The question as it was asked; of a line, the line."""
    choice = judged.choice
    asked = label_of(choice.question, matter)
    return f"{asked}: {dict(lines_of(matter.values, 'lines'))[choice.line]}" if choice.line else str(asked)


def _said(judged: JudgedChoice, value: Json, scenario: Scenario, matter: Matter) -> str:
    question = judged.choice.question
    if question.name in scenario.to_write:
        return words.label(f"practice.says.{'written' if value else 'empty'}")
    if judged.choice.line:
        return str(option_label(matter, question.name, value)).rstrip(".")
    return "; ".join(said_back(question, value, matter)).rstrip(".")


def final_feedback(result: PlayResult) -> list[Runs]:
    """What is said of the two last questions."""
    matter = result.right.matter
    do, ref = result.would_do, result.rests_on
    right, refs = (
        conclusion_text(matter, result.right.conclusion),
        _ref_list(decisive_refs(result.right)),
    )
    return [
        words.say(
            f"practice.says.decision_{_kind(do, result.decision_verdict)}",
            verdict=words.label(f"practice.verdict.{result.decision_verdict}"),
            said=conclusion_text(matter, do) if do else "",
            supported=right,
        ),
        words.say(
            f"practice.says.ref_{_kind(ref, result.ref_verdict)}",
            verdict=words.label(f"practice.verdict.{result.ref_verdict}"),
            said=_ref_list([ref]) if ref else "",
            supported=refs,
        ),
    ]


def _kind(said: str, verdict: Judgement) -> str:
    if not said:
        return "none"
    return "same" if verdict is Judgement.RIGHT else "other"


def _ref_list(refs: Iterable[str]) -> str:
    """Paragraphs with their headings, as a sentence lists them."""
    named = [f"{ref} ({paragraph(ref).heading})" for ref in refs]
    return " and ".join([", ".join(named[:-1]), named[-1]] if len(named) > 1 else named)
