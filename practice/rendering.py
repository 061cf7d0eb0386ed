"""One table of which function draws which screen of practice."""

from collections.abc import Mapping
from functools import partial

from cards.rendering import Drawer, render_card
from practice import screens
from practice.cards import comparison, home, play, progress, result, shared_play

DRAWERS: Mapping[type, Drawer] = {
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


draw = partial(render_card, further=DRAWERS)
"""Draws any screen, practice's and real work's."""
