"""How it went: what is said of each choice, then what the rules come to and what it rests on."""

from datetime import datetime

from cards import words
from cards.actions import button, danger, toggle
from cards.elements import Box, Buttons, Card, OwnWords, Part, Run, TextBlock, rich
from cards.people import Council
from cards.presenters import PRESENTERS
from cards.titled import small_heading, titled
from dialogs.engine.matter import Matter, Phase
from guidance.decision import Decision
from practice.cards.feedback import choice_feedback, choices_feedback, final_feedback
from practice.final_questions import conclusion_text
from practice.judging import Judgement
from practice.play import has_note, has_words, result_of
from practice.repository import BACKGROUND, NEAR_MISS_SUFFIX
from practice.result import PlayResult
from practice.screens import ResultScreen


def result_card(screen: ResultScreen, council: Council, now: datetime) -> Card:
    """The points, the two last questions, each choice, and the model decision."""
    result = result_of(screen.matter, screen.scenario)
    body = [*result_parts(result, council), *_near(screen, result)]
    body.append(TextBlock(text=words.label("practice.went.differently"), size="Small", is_subtle=True))
    if council.practice_educators:
        body.append(Buttons(actions=(button("practise_show", screen.matter),), spacing="Small"))
    ways = (button("practise_missed"), button("practise_progress"), button("practise"), danger(None, practice=True))
    return titled(words.label("practice.went.title"), body, ways)


def result_parts(result: PlayResult, council: Council) -> list[Part]:
    """All that is said of a play, for whoever looks at it."""
    points = words.label("practice.went.points", points=result.points, most=result.most)
    said = [*_said(final_feedback(result)), *_not_right(result)]
    said.append(TextBlock(text=points, weight="Bolder", spacing="Medium"))
    return [*said, *_right(result), *_model(result, council)]


def _said(paragraphs: list[tuple[Run, ...]]) -> list[Part]:
    return [rich(runs, spacing="Small") for runs in paragraphs]


def _not_right(result: PlayResult) -> list[Part]:
    """Each choice that was not right, and together those that were not asked for it."""
    matter, scenario = result.right.matter, result.scenario
    short = [one for one in result.judged if one.verdict is not Judgement.RIGHT]
    said = choices_feedback(short, scenario, matter)
    return [Box(items=tuple(_said(paragraphs)), style="emphasis") for paragraphs in said]


def _right(result: PlayResult) -> list[Part]:
    """What can be said for it, and all that was right, folded."""
    matter, scenario = result.right.matter, result.scenario
    parts: list[Part] = [small_heading(words.label("practice.went.well"))] if result.noticed else []
    parts += [rich([Run(text=f"• {good}")], spacing="Small") for good in result.noticed]
    right = [one for one in result.judged if one.verdict is Judgement.RIGHT]
    if not right:
        return parts
    said = [runs for one in right for runs in choice_feedback(one, scenario, matter)]
    opens = toggle("what_was_right", "right", count=len(right))
    return [*parts, Buttons(actions=(opens,)), Box(id="right", is_visible=False, items=tuple(_said(said)))]


def _model(result: PlayResult, council: Council) -> list[Part]:
    matter, decision = result.right.matter, result.right.decision
    said = conclusion_text(matter, result.right.conclusion)
    parts: list[Part] = [small_heading(words.label("practice.went.model")), TextBlock(text=OwnWords(said))]
    parts += _next_in_real_work(matter, decision, council)
    weighed = zip(decision.weighed, decision.reasons, strict=True)
    reasons = [reason for name, reason in weighed if name not in BACKGROUND]
    parts += [small_heading(words.label("practice.went.rests"))] if reasons else []
    return parts + [rich([Run(text=f"{reason.text} ({reason.ref})")], spacing="Small") for reason in reasons]


def _next_in_real_work(matter: Matter, decision: Decision, council: Council) -> list[Part]:
    """The steps of the answer; of a flow that leads to its note, what stands above the note."""
    face = PRESENTERS.get(matter.flow.name)
    if face is None:
        return []
    if matter.phase is Phase.NOTE:
        return face.note_parts(matter, decision, council)
    steps = face.steps(matter, decision, council)
    numbered = [rich((Run(text=f"{number}. "), *runs), spacing="Small") for number, runs in enumerate(steps, start=1)]
    buttons = TextBlock(text=words.label("practice.went.buttons"), size="Small", is_subtle=True)
    return [*numbered, buttons] if steps else []


def _near(screen: ResultScreen, result: PlayResult) -> list[Part]:
    """The near miss to try, and the words and the note beside their own."""
    scenario, matter = screen.scenario, screen.matter
    parts: list[Part] = []
    ways = [button("practise_own", matter)] if has_note(matter) else []
    if has_words(matter, scenario):
        ways.append(button("practise_words", matter))
    if has_note(matter):
        ways.append(button("practise_note", matter))
    if scenario.rehearsal:
        ways.append(button("practise_rehearse", matter))
    if ways:
        parts.append(Buttons(actions=tuple(ways), spacing="Medium"))
    if scenario.near_miss and not scenario.id.endswith(NEAR_MISS_SUFFIX):
        said = words.say("practice.went.near", story=scenario.near_miss.story)
        parts += [rich(said, spacing="Medium"), Buttons(actions=(button("practise_near", matter),))]
    return parts
