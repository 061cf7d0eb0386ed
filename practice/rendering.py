"""One door to every card, practice's and real work's; each of practice says that it is PRACTICE."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from cards import rendering
from cards.elements import Box, Card, rich
from cards.people import Council
from cards.words import render_runs, render_text
from dialogs.screens import Shown
from practice import screens
from practice.cards import comparison, home, play, progress, result, shared_play

DRAWERS: Mapping[type, Callable[[Any, Council, datetime], Card]] = {
    screens.PracticeHome: home.home_card,
    screens.StoryScreen: play.story_card,
    screens.QuestionsScreen: play.play_question_card,
    screens.FinalQuestionsScreen: play.final_questions_card,
    screens.ResultScreen: result.result_card,
    screens.ComparisonScreen: comparison.comparison_card,
    screens.OwnWordingScreen: comparison.own_words_card,
    screens.RehearsalScreen: comparison.rehearsal_card,
    screens.MyProgress: progress.progress_card,
    screens.Cohort: progress.cohort_card,
    screens.SupervisionRecord: progress.record_card,
    screens.YourCall: progress.your_call_card,
    screens.MyCalls: progress.calls_card,
    screens.ShareScreen: shared_play.share_card,
    screens.EducatorScreen: shared_play.educator_card,
}


def draw(what: Shown, council: Council, now: datetime) -> dict[str, Any]:
    """Return the card of this screen as JSON, with its asides above; `now`: local wall time."""
    screen = what.screen
    drawer = DRAWERS.get(type(screen))
    card = (drawer or rendering.DRAWERS[type(screen)])(screen, council, now)
    card = rendering.with_asides(card, what, council)
    played = drawer is not None or bool(getattr(getattr(screen, "matter", None), "practice", ""))
    if played and not isinstance(screen, screens.YourCall | screens.MyCalls):
        card = _mark(card)
    return card.to_json(what.opened)


def _mark(card: Card) -> Card:
    mark = Box(items=(rich(render_runs("practice.mark")),), style="warning")
    said = render_text("practice.fallback", text=card.fallback_text)
    return Card(fallback_text=said, body=(mark, *card.body), actions=card.actions)
