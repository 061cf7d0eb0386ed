"""What is said back to a typed message, above the screens it is on."""

from collections.abc import Iterator

from dialogs.engine.matter import Matter
from dialogs.said_back import (
    ActFirst,
    ChangeOffered,
    FeedbackAsked,
    Kindly,
    MessageChanged,
    NewNeed,
    ProbablyMeant,
    WayOffered,
    WaysMeant,
    WhatItSays,
    WhichToChange,
)
from dialogs.screens import Asking, SaidBack, Shown, TheAnswer, TheNote, Welcome
from dialogs.understanding.asked import Asked
from dialogs.understanding.gaps import gaps
from tests.cards import matters
from tests.cards.matters import matter

SURE = Asked("sure", covered=True, refs=("3.2", "3.5", "3.9"), gap=None, flow="gather")
WHICH = Asked("which", covered=True, refs=("3.7", "3.5", "3.2"), gap=None, flow="share")
POINTS = ("consent_never_needed", "refusal_does_not_stop_it", "police_request_no_ground", "already_shared")


def every() -> Iterator[tuple[str, Shown]]:
    """Every one by a name that says which."""
    whole = matter(matters.ROUTINE)
    asked = matter({"child": "P"})
    nothing = matter({})
    yield "act first, before any matter", Shown(Welcome(0), (ActFirst(None, kept=False),))
    for kept in (False, True):
        yield f"act first, {kept}", _above(asked, ActFirst(asked, kept))
    for happened in (False, True):
        yield f"a change, {happened}", _answered(whole, ChangeOffered(whole, "recipient", "gp", happened))
    yield "a change in words", _answered(whole, ChangeOffered(whole, "why", "because " + "P coughs " * 20))
    yield "which to change", _answered(whole, WhichToChange(whole))
    yield "nothing to change", _above(nothing, WhichToChange(nothing))
    for about, one in (("answer", whole), ("3.7", None)):
        yield f"feedback asked, {about}", _answered(whole, FeedbackAsked(about, one))
    for how in ("edited", "restored", "deleted"):
        yield f"a message {how}", _answered(whole, MessageChanged(how, whole))
        yield f"a message {how}, its card known", _answered(whole, MessageChanged(how, whole, whole.flow.steps[0].name))
        yield f"a message {how}, before any matter", Shown(Welcome(0), (MessageChanged(how),))
    for values in (("none", "unsure"), ("unsure",)):
        yield f"probably meant, {len(values)}", _above(asked, ProbablyMeant(asked, "part_in_case", values))
    yield "a way on", _answered(whole, WayOffered(whole, "shared"))
    yield "ways meant", _answered(whole, WaysMeant(whole, ("shared", "not_shared")))
    yield "a way on, later", _above(asked, WayOffered(asked, keep=True))
    yield "a way on, unknown", _answered(whole, WayOffered(whole))
    for one in (asked, nothing):
        yield f"a new need, {one is asked}", _above(one, NewNeed(one, "", keep=one is asked))
    yield "sure", _above(asked, WhatItSays(SURE, asked, POINTS, keep=True))
    yield "sure, at the start", Shown(Welcome(0), (WhatItSays(SURE),))
    yield "points only", _above(asked, WhatItSays(SURE, points=POINTS, only_points=True))
    yield "which", _above(asked, WhatItSays(WHICH, asked))
    for name in (None, *gaps()):
        none = Asked("no", covered=False, refs=(), gap=name, flow=None)
        yield f"not covered, {name}", _above(asked, WhatItSays(none, asked))
    for talk in ("chat", "unplaced", "stuck", "explain", "swearing", "language", "orders"):
        yield f"a word, {talk}", _above(asked, Kindly(talk, asked, keep=talk == "swearing"))
    noted = matter(matters.ROUTINE, matters.SHARED)
    long = noted.changed(note_edited="mine " * 5080, note_edited_for=noted.drafted_from)
    yield "above a full card", Shown(TheNote(long, long.decision()), (WhatItSays(SURE, long),))


def _above(one: Matter, said: SaidBack) -> Shown:
    return Shown(Asking(one, one.position, numbered=True), (said,))


def _answered(one: Matter, said: SaidBack) -> Shown:
    return Shown(TheAnswer(one, one.decision()), (said,))
