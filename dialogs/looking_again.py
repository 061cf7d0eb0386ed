"""A matter that was begun under an older version of the guidance."""

from dialogs.desk import Desk, Reply
from dialogs.matter import Matter
from dialogs.screens import Aside, Shown
from dialogs.views import screen_of
from guidance.paragraphs import VERSION


def look_again(desk: Desk, matter: Matter) -> Reply:
    """A matter of an older version: every answer is filled in and asked again under today's."""
    names = [question.name for question in matter.flow.questions()]
    again = matter.changed(answers=matter.answers.reopen(names), guidance_version=VERSION)
    newer = Aside("notice", "newer_guidance", {"version": VERSION})
    return Reply(Shown(screen_of(again, desk), (newer,)), again, saved=(again,))
