"""Words for the parents: what would go to them is looked at first, and then they are made."""

from dialogs.context import DialogContext, Result
from dialogs.current_screen import screen_of
from dialogs.engine.answers import Answers
from dialogs.engine.flow import LOOKING
from dialogs.engine.matter import Matter
from dialogs.screens import Aside, Shown, WordsToUse


def to_be_looked_at(matter: Matter, words: str) -> Matter | None:
    """The matter at the look before these words; None where nothing is to be looked at, or all of it was."""
    draft = next((draft for draft in matter.flow.texts if draft.name == words), None)
    if draft is None or not draft.looked_at:
        return None
    looking = matter.changed(answers=matter.answers.hold({LOOKING: words}))
    return looking if looking.letter_review.step else None


def looked_through(context: DialogContext, matter: Matter) -> Result | None:
    """The words that were asked for, once all of it has been looked at; None while there is something left."""
    asked = matter.values.get(LOOKING)
    if asked is None or matter.before_answer.step or matter.letter_review.step:
        return None
    return with_words(context, matter.changed(answers=_no_longer(matter)), str(asked))


def one_look_back(matter: Matter) -> Matter:
    """One card back: to the look from what follows it, else to where the words were asked for."""
    passed = matter.letter_review.passed
    if passed:
        return matter.reopen(*(ask.question.name for ask in passed[-1].asks))
    return matter.changed(answers=_no_longer(matter))


def _no_longer(matter: Matter) -> Answers:
    return matter.answers.without([LOOKING])


def with_words(context: DialogContext, matter: Matter, words: str) -> Result:
    """The words in a card of their own; one revision on, so that a double click makes no second one."""
    following = matter.changed()
    shown = Shown(screen_of(following, context), (Aside("notice", "words_below"),))
    posted = WordsToUse(matter, matter.decision(), words, context.signature)
    return Result(shown, following, saved=(following,), posts=(posted,))
