"""A matter that was begun under an older version of the guidance."""

from dialogs.context import DialogContext, Result
from dialogs.current_screen import screen_of
from dialogs.engine.matter import Matter
from dialogs.screens import Aside, Shown
from guidance.paragraphs import VERSION


def look_again(desk: DialogContext, matter: Matter) -> Result:
    """A matter of an older version: every answer is filled in and asked again under today's."""
    names = [question.name for question in matter.flow.questions()]
    again = matter.changed(answers=matter.answers.reopen(names), guidance_version=VERSION)
    newer = Aside("notice", "newer_guidance", {"version": VERSION})
    return Result(Shown(screen_of(again, desk), (newer,)), again, saved=(again,))
