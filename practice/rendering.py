"""One door to every card, practice's and real work's; each of practice says that it is PRACTICE."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from cards import rendering, words
from cards.elements import Box, Card, Part, rich
from cards.people import Council
from dialogs.screens import Shown
from practice import screens
from practice.cards import comparison, home, play, progress, result, shared_play

_Drawer = Callable[[Any, Council, datetime], Card]
DRAWERS: Mapping[type, _Drawer] = {
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
    screens.YourCall: progress.your_call_card,
    screens.MyCalls: progress.calls_card,
    screens.ShareScreen: shared_play.share_card,
    screens.EducatorScreen: shared_play.educator_card,
}


def draw(what: Shown, council: Council, now: datetime) -> dict[str, Any]:
    """The card of this screen, with what is said above it; `now` is local wall time."""
    drawer = DRAWERS.get(type(what.screen))
    if drawer:
        marked = _real if isinstance(what.screen, screens.YourCall | screens.MyCalls) else _marked
        return marked(rendering.finished(drawer(what.screen, council, now), what, council)).to_json()
    if getattr(getattr(what.screen, "matter", None), "practice", ""):
        card = rendering.DRAWERS[type(what.screen)](what.screen, council, now)
        return _marked(rendering.finished(card, what, council)).to_json()
    return rendering.draw(what, council, now)


def _real(card: Card) -> Card:
    """A card of real work."""
    return card


def _marked(card: Card) -> Card:
    mark: Part = Box(items=(rich(words.say("practice.mark")),), style="warning")
    said = words.label("practice.fallback", text=card.fallback_text)
    return card.model_copy(update={"body": (mark, *card.body), "fallback_text": said})
