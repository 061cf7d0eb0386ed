"""What is read back before it is taken: a typed "no" that by itself settles that nothing is shared, and odd words for
an answer that could open the way, or closes it. It is taken when it is said again."""

from dialogs.engine.answers import Json
from dialogs.engine.filling import OWN_WORDS, Filled
from dialogs.engine.lines import EachLine, EachLineWords, Lines
from dialogs.engine.matter import Matter
from dialogs.engine.questions import Choice, Fault, Words
from dialogs.screens import ReadBack
from dialogs.text import clauses
from dialogs.understanding.choices import closes, is_strict

TYPED_NO = "typed_no"
"""The draft that says which answer was read back, and at which revision of the matter: any press ends it."""
THAT_IS_RIGHT = (
    rf"{clauses.YES}|(?:yes,? )?(?:that'?s|that is|it is) (?:right|correct)|right|keep (?:it|that)|i'?m sure"
)


def held_back(before: Matter, filled: Filled, text: str) -> Matter | None:
    """Return the matter with the answer as a draft, where it has to be said again; None where it can be taken."""
    bare_no = clauses.plain_answer(_bare(text)) == "no"
    if not filled.odd and (not bare_no or len(filled.understood) != 1):
        return None
    *sure, name = filled.understood
    value = filled.matter.values[name]
    question = before.flow.by_name[name]
    settles = _settles(question, value) and question.settled(value, filled.matter.values)
    if not settles and not options_to_confirm(before, filled):
        return None
    kept = before.hold({one: filled.matter.values[one] for one in sure}) if sure else before
    return kept.keep_drafts({name: value, TYPED_NO: f"{name} {kept.revision + 1}"})


def options_to_confirm(matter: Matter, filled: Filled) -> tuple[str, ...]:
    """Return the options that odd words were read as, where they could open or close the way, or may mean another."""
    name = filled.understood[-1]
    value = filled.matter.values[name]
    if not filled.odd or not (filled.doubtful or closes(name, value) or is_strict(matter.flow.by_name[name], value)):
        return ()
    return _options_in(value)


def _options_in(value: Json) -> tuple[str, ...]:
    chosen = value.values() if isinstance(value, dict) else value if isinstance(value, list) else [value]
    return tuple(map(str, chosen))


def still_asked(matter: Matter) -> ReadBack | None:
    """Return what was read back and not answered yet; None where nothing waits to be said again."""
    name = _waiting(matter)
    if not name:
        return None
    return ReadBack(matter, (name,), asked=True, meant=_options_in(matter.answers.ever_given.get(name)))


def no_longer_asked(matter: Matter) -> Matter:
    """Return the matter with nothing waiting to be said again; what was read back stays a draft."""
    return matter.changed(answers=matter.answers.without([TYPED_NO])) if _waiting(matter) else matter


def _waiting(matter: Matter) -> str:
    """The question whose answer was read back and waits to be said again; "" for none."""
    name, _, revision = str(matter.answers.ever_given.get(TYPED_NO) or "").partition(" ")
    question = next(iter(matter.position.open_questions), None)
    return name if question is not None and question.name == name and revision == str(matter.revision) else ""


def said_again(matter: Matter, text: str) -> Filled | None:
    """Return what a text comes to that keeps what was read back, or says that it was not meant; None for any other.

    In a box for own words it keeps what stands there already.
    """
    name, question = _waiting(matter), next(iter(matter.position.open_questions), None)
    said = _bare(text)
    if isinstance(question, OWN_WORDS) and clauses.is_whole(said, THAT_IS_RIGHT):
        return _as_it_stands(matter, question)
    if question is None or not name:
        return None
    value = matter.answers.ever_given.get(name)
    is_no = clauses.is_whole(said, clauses.NO)
    if is_no and not _settles(question, value):
        left = matter.changed(answers=matter.answers.without([TYPED_NO, name]))
        return Filled(left, (), {name: Fault(name, "not_that_one")})
    if not is_no and not clauses.is_whole(said, THAT_IS_RIGHT):
        return None
    kept = matter.hold({name: value})
    return Filled(kept.changed(answers=kept.answers.without([TYPED_NO])), (name,))


def _as_it_stands(matter: Matter, question: Words | Lines | EachLineWords) -> Filled | None:
    """What is in the box, as its answer; None where it is empty or cannot be taken."""
    draft = matter.answers.ever_given.get(question.name)
    try:
        said = question.read_text(draft, matter.answers.ever_given, first=True) if isinstance(draft, str) else None
    except Fault:
        return None
    value = said.value if said else draft
    taken = bool(value) and question.settled(value, matter.values)
    return Filled(matter.hold({question.name: value}), (question.name,)) if taken else None


def _bare(text: str) -> str:
    return clauses.normalise(clauses.without_fillers(text)).strip(" .,!")


def _settles(question: object, value: Json) -> bool:
    """Whether this answer alone means that nothing goes."""
    if isinstance(question, EachLine):
        said = list(value.values()) if isinstance(value, dict) else []
        return bool(question.settles) and bool(said) and set(said) == {question.settles}
    return isinstance(question, Choice) and bool(question.settles) and value == question.settles
