"""A typed "no" that by itself settles that nothing is shared: it is read back, and taken when it is said again."""

import re

from dialogs.engine.answers import Json
from dialogs.engine.filling import Filled
from dialogs.engine.lines import EachLine
from dialogs.engine.matter import Matter
from dialogs.engine.questions import Choice
from dialogs.text import clauses

TYPED_NO = "typed_no"
"""The draft that says which answer was read back, and at which revision of the matter: any press ends it."""
THAT_IS_RIGHT = (
    rf"{clauses.YES}|{clauses.NO}|(?:yes,? )?(?:that'?s|that is|it is) (?:right|correct)|right|keep it|i'?m sure"
)


def held_back(before: Matter, filled: Filled, text: str) -> Matter | None:
    """Return the matter with the "no" as a draft, where it settles that nothing goes: bare, or in odd words."""
    if not (filled.odd or clauses.plain_answer(_bare(text)) == "no") or len(filled.understood) != 1:
        return None
    name = filled.understood[0]
    question = next(one for one in before.flow.questions() if one.name == name)
    value = filled.matter.values[name]
    if not _settles(question, value) or not question.settled(value, filled.matter.values):
        return None
    return before.keep_drafts({name: value, TYPED_NO: f"{name} {before.revision + 1}"})


def said_again(matter: Matter, text: str) -> Filled | None:
    """Return what a text comes to that keeps a "no" which was read back; None for any other text."""
    name, _, revision = str(matter.answers.draft(TYPED_NO) or "").partition(" ")
    standing = matter.standing()
    still_asked = any(question.name == name for question in standing.open_questions[:1])
    if (
        not still_asked
        or revision != str(matter.revision)
        or not re.fullmatch(THAT_IS_RIGHT, _bare(text), re.IGNORECASE)
    ):
        return None
    kept = matter.hold({name: matter.answers.draft(name)})
    return Filled(kept.changed(answers=kept.answers.without([TYPED_NO])), (name,))


def _bare(text: str) -> str:
    return clauses.normalise(clauses.without_fillers(text)).strip(" .,!")


def _settles(question: object, value: Json) -> bool:
    """Whether this answer alone means that nothing goes."""
    if isinstance(question, EachLine):
        said = list(value.values()) if isinstance(value, dict) else []
        return bool(question.settles) and bool(said) and set(said) == {question.settles}
    return isinstance(question, Choice) and bool(question.settles) and value == question.settles
