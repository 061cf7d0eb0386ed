"""The answers to a notice about a matter: what it found is opened to be changed, or kept."""

from dataclasses import replace

from dialogs.context import DialogContext, Press, Result
from dialogs.current_screen import screen_of
from dialogs.drafts import save_drafts
from dialogs.engine.flow import Step
from dialogs.engine.matter import Matter, Phase
from dialogs.engine.per_item import OfLine
from dialogs.engine.typed_texts import ADDITION, NOTE, Looking, Typed, texts_of
from dialogs.identifier_notice import showing
from dialogs.screens import Aside, LetGo, LooksLike, Screen, Shown


def keep_it(desk: DialogContext, press: Press) -> Result:
    """What the notice found stays as it is, and the notice goes; a request passes it from now on."""
    matter = _stood_on(desk, press)
    if matter is None:
        return _moved_on(desk)
    kept = replace(_with_drafts(desk, matter, press), noticed=matter.noticed.with_kept())
    current = kept if _current(desk, matter) else desk.current
    return Result(Shown(screen_of(current, desk)), current, saved=(kept,))


def change_it(desk: DialogContext, press: Press) -> Result:
    """The card of what was found is opened again, with the text in its box."""
    matter = _stood_on(desk, press)
    if matter is None:
        return _moved_on(desk)
    kept = _with_drafts(desk, matter, press)
    texts = [typed for typed in texts_of(kept) if typed.digest in matter.noticed.standing]
    opened = _opened(kept, [typed for typed in texts if typed.where not in (NOTE, ADDITION)])
    opened = replace(opened, noticed=replace(opened.noticed, standing=()))
    return Result(Shown(_screen(opened, texts, desk)), opened, saved=(opened,))


def _screen(matter: Matter, texts: list[Typed], desk: DialogContext) -> Screen:
    screen = screen_of(matter, desk)
    added = next((typed.words for typed in texts if typed.where == ADDITION), "")
    return replace(screen, matter=replace(matter, additions=()), typed=added) if isinstance(screen, LetGo) else screen


def _stood_on(desk: DialogContext, press: Press) -> Matter | None:
    """The matter, while the notice that was answered is the last one."""
    matter = desk.find(press.matter)
    stands = matter is not None and matter.noticed.standing and press.revision == matter.noticed.at
    return matter if stands else None


def _current(desk: DialogContext, matter: Matter) -> bool:
    return desk.current is not None and desk.current.id == matter.id


def _with_drafts(desk: DialogContext, matter: Matter, press: Press) -> Matter:
    return save_drafts(matter, press) if _current(desk, matter) else matter


def _moved_on(desk: DialogContext) -> Result:
    return Result(Shown(screen_of(desk.current, desk), (Aside("notice", "moved_on"),)), desk.current)


def _opened(matter: Matter, texts: list[Typed]) -> Matter:
    """These answers are to be given again; the whole card of one that would not be asked for by itself."""
    names = [typed.where for typed in texts]
    if not names or matter.phase is Phase.COPIED:
        return matter
    opened = _about_the_line(matter, texts).reopen(*names)
    if opened.standing().step in _cards_of(matter, names):
        return opened
    return opened.reopen(*(ask.question.name for card in _cards_of(matter, names) for ask in card.asks))


def _cards_of(matter: Matter, names: list[str]) -> list[Step]:
    return [card for card in matter.flow.every_step() if any(ask.question.name in names for ask in card.asks)]


def _about_the_line(matter: Matter, texts: list[Typed]) -> Matter:
    """What is asked of one line at a time is asked of the first line that it was found in."""
    lines = {typed.where: typed.line for typed in reversed(texts)}
    for question in matter.flow.questions():
        if isinstance(question, OfLine) and question.name in lines:
            line = lines[question.name]
            return matter if question.line(matter.values) == line else matter.hold({question.about: line})
    return matter


def standing_notice(matter: Matter, looking: Looking) -> LooksLike | None:
    """The notice that stands on the matter as it is now, to be drawn once more; None when there is none."""
    noticed = matter.noticed
    if not noticed.standing or noticed.at != matter.revision:
        return None
    _, finds = showing(matter, [typed for typed in texts_of(matter) if typed.digest in noticed.standing], looking)
    return LooksLike(finds, matter) if finds else None
