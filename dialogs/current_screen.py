"""The screen that shows a matter's current step."""

from collections.abc import Mapping

from dialogs.context import DialogContext, Result
from dialogs.creation import others_of
from dialogs.engine.matter import Matter, Phase
from dialogs.engine.questions import Fault
from dialogs.screens import AfterCopy, Aside, Asking, MyMatters, Screen, Shown, TheAnswer, TheNote, Welcome
from guidance.paragraphs import VERSION


def screen_of(
    matter: Matter | None, context: DialogContext, *, numbered: bool = False, faults: Mapping[str, Fault] = {}
) -> Screen:
    """Return the matter's current screen; the welcome when there is no matter.

    `numbered`: options carry the number that can be typed. `faults`: what was filled in and could not be taken.
    """
    if matter is None:
        return welcome(context)
    phase = matter.phase
    if phase is Phase.COPIED:
        return AfterCopy(matter, others=others_of(matter, context), still_to_do=context.still_to_do(matter))
    if phase in (Phase.ASKING, Phase.CLOSING):
        return Asking(matter, matter.position, faults, numbered)
    decision, others, looked_at = matter.decision(), others_of(matter, context), context.looked_at(matter)
    if phase is Phase.NOTE:
        return TheNote(matter, decision, others, looked_at, context.still_to_do(matter), context.signature)
    return TheAnswer(matter, decision, others, looked_at)


def welcome(context: DialogContext) -> Welcome:
    """The welcome, with how many matters are open."""
    return Welcome(context.listing.count_open())


PAGE = 6
"""Matters that one card lists."""


def my_matters(
    context: DialogContext, *, asked_to_delete: str = "", first: int = 0, without: Matter | None = None
) -> MyMatters:
    """Return one page of this person's matters, newest first: the page with the one that is to be deleted, if any.

    Matters in which nothing was answered are left out. `without`: one that is being deleted.
    """
    listing, gone = context.listing, without is not None and not without.is_untouched
    total = listing.count_listed() - gone
    place = listing.place_of(asked_to_delete) if asked_to_delete else first
    page = place - place % PAGE if 0 <= place < total else 0  # the first page for a place that there is not
    shown = [one for one in listing.page(page, PAGE + gone) if without is None or one.id != without.id]
    return MyMatters(tuple(shown[:PAGE]), asked_to_delete, page, total, open_matter=context.current is not None)


def look_again(context: DialogContext, matter: Matter) -> Result:
    """Ask every answer of a matter from an older version of the guidance again, each filled in."""
    names = [question.name for question in matter.flow.questions()]
    again = matter.changed(answers=matter.answers.reopen(names), guidance_version=VERSION)
    newer = Aside("notice", "newer_guidance", {"version": VERSION})
    return Result(Shown(screen_of(again, context), (newer,)), again, saved=(again,))
