"""The result of a play: the feedback on each choice, then what the rules decide and what it rests on."""

from datetime import datetime

from cards.elements import Action, Buttons, Card, OwnWords, Part, Run, TextBlock, rich
from cards.follow_ups.follow_up_card import about_follow_up
from cards.layout import button, opened_below, small_heading
from cards.people import Council
from cards.presenters import PRESENTERS
from cards.words import render_runs, render_text
from dialogs.engine.matter import Matter, Phase
from guidance.decision import Decision
from guidance.paragraphs import paragraphs
from practice.cards.feedback import Runs, choice_boxes, choice_feedback, final_feedback
from practice.cards.parts import line, practice_card, row_of, small_print
from practice.case_follow_up import follow_up_of
from practice.final_questions import conclusion_text
from practice.judging import Judgement
from practice.play import has_note, has_words, may_write_words, result_of
from practice.progress import DAYS
from practice.repository import BACKGROUND, playable_scenarios
from practice.result import PlayResult
from practice.screens import ResultScreen
from practice.variants import NEAR_MISS_SUFFIX, next_day, story_id


def result_card(screen: ResultScreen, council: Council, now: datetime) -> Card:
    result = result_of(screen.matter, screen.scenario)
    body = [*result_parts(result, council), *_follow_up(screen, now), *_what_comes(result), *_further(screen)]
    body.append(small_print("practice.went.differently"))
    if council.practice_educators:
        body.append(row_of(button("practise_show", screen.matter)))
    ways = (button("practise_missed"), button("practise_progress"), button("practise"))
    return practice_card(render_text("practice.went.title"), body, *ways)


def result_parts(result: PlayResult, council: Council) -> list[Part]:
    """Draw all the feedback on a play, for whoever looks at it."""
    counted = {"points": result.points, "right": result.right_choices, "of": result.most // 2}
    points = render_text(
        f"practice.went.{'points' if result.decision_right else 'no_points'}", most=result.most, **counted
    )
    not_right = [one for one in result.judged if one.verdict is not Judgement.RIGHT]
    return [
        *_paragraphs(final_feedback(result)),
        *_open_to_argument(result),
        *choice_boxes(not_right, result.scenario, style="emphasis", most=2),
        TextBlock(text=points, weight="Bolder", spacing="Medium"),
        *_right(result),
        *_model(result, council),
    ]


def _open_to_argument(result: PlayResult) -> list[Part]:
    why = result.scenario.open
    return opened_below("open", render_text("practice.went.open"), [line(why)] if why else [])


def _paragraphs(paragraphs: list[Runs]) -> list[Part]:
    return [rich(runs, spacing="Small") for runs in paragraphs]


def _right(result: PlayResult) -> list[Part]:
    """Draw the praise, and all that was right, folded."""
    matter, scenario = result.right.matter, result.scenario
    parts: list[Part] = [small_heading(render_text("practice.went.well"))] if result.noticed else []
    praise = [line(f"• {good}") for good in result.noticed]
    right = [one for one in result.judged if one.verdict is Judgement.RIGHT]
    if not right:
        return [*parts, *praise]
    said = [runs for one in right for runs in choice_feedback(one, scenario, matter)]
    title = render_text("buttons.what_was_right", count=len(right))
    folded = opened_below("right", title, [*praise[MOST_PRAISE:], *_paragraphs(said)])
    return [*parts, *praise[:MOST_PRAISE], *folded]


MOST_PRAISE = 1
"""Lines of praise that are in view."""


def _model(result: PlayResult, council: Council) -> list[Part]:
    matter, decision = result.right.matter, result.right.decision
    said = conclusion_text(matter, result.right.conclusion)
    weighed = zip(decision.weighed, decision.reasons, strict=True)
    reasons = [reason for name, reason in weighed if name not in BACKGROUND]
    rests = [small_heading(render_text("practice.went.rests"))] if reasons else []
    more = [*_next_in_real_work(matter, decision, council), *rests]
    more += [line(f"{reason.text} ({reason.ref})") for reason in reasons]
    folded = opened_below("model", render_text("buttons.what_is_next"), more, boxed=False)
    return [small_heading(render_text("practice.went.model")), TextBlock(text=OwnWords(said)), *folded]


def _next_in_real_work(matter: Matter, decision: Decision, council: Council) -> list[Part]:
    """Draw the steps of the answer; for a flow that leads to its note, what is above the note."""
    face = PRESENTERS.get(matter.flow.name)
    if face is None:
        return []
    if matter.phase is Phase.NOTE:
        return face.note_parts(matter, decision, council)
    steps = face.steps(matter, decision, council)
    numbered = _paragraphs([(Run(text=f"{number}. "), *runs) for number, runs in enumerate(steps, start=1)])
    return [*numbered, small_print("practice.went.buttons")] if steps else []


def _follow_up(screen: ResultScreen, now: datetime) -> list[Part]:
    """Draw the follow-up of the case as it is after this day, and what it adds to the note."""
    story = playable_scenarios().get(story_id(screen.scenario.id), screen.scenario)
    follow_up = follow_up_of(screen.scenario, story, now)
    if follow_up is None:
        return []
    lines = [rich(runs, spacing="Small") for runs in about_follow_up(follow_up, now)]
    added = [rich([Run(text=text, italic=True)], spacing="Small") for text in follow_up.additions]
    heading = [rich(render_runs("practice.follow_up.stands"))]
    note = [rich(render_runs("practice.follow_up.added"), spacing="Small")] if added else []
    return opened_below("follow_up", render_text("practice.follow_up.opens"), [*heading, *lines, *note, *added])


def _what_comes(result: PlayResult) -> list[Part]:
    """Draw which paragraphs come back and when; of a case, when it goes on."""
    counts = result.by_ref()
    missed = [ref for ref in paragraphs() if ref in counts and counts[ref][0] < counts[ref][1]]
    parts: list[Part] = []
    if missed:
        parts.append(rich(render_runs("practice.went.comes_back", refs=", ".join(missed), days=DAYS)))
    goes_on = next_day(result.scenario)
    if goes_on:
        parts.append(rich(render_runs("practice.case.goes_on", days=goes_on[1]), spacing="Medium"))
        parts.append(row_of(button("practise_day", title=render_text("practice.case.now"), about=goes_on[0])))
    return parts


def _further(screen: ResultScreen) -> list[Part]:
    """Draw the words and the note to compare with their own, and the near miss to try."""
    scenario, matter = screen.scenario, screen.matter
    there = {
        "practise_own": may_write_words(matter, scenario),
        "practise_words": has_words(matter, scenario),
        "practise_note": has_note(matter),
        "practise_rehearse": scenario.rehearsal,
    }
    ways: tuple[Action, ...] = tuple(button(verb, matter) for verb, is_there in there.items() if is_there)
    parts: list[Part] = [Buttons(actions=ways, spacing="Medium")] if ways else []
    if scenario.near_miss and not scenario.id.endswith(NEAR_MISS_SUFFIX):
        said = rich(render_runs("practice.went.near", story=scenario.near_miss.story))
        tried: list[Part] = [said, Buttons(actions=(button("practise_near", matter),))]
        parts += opened_below("near", render_text("practice.went.near_opens"), tried)
    return parts
