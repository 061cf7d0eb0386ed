"""The notice that something typed looks like an NHS number, and what is read back, on the screens they are above."""

from collections.abc import Iterator

from msgspec.structs import replace

from dialogs.approvals.screens import AskSupervisor, ForSupervisor, WorkersRequest
from dialogs.engine.matter import Matter
from dialogs.follow_ups.screens import OneFollowUp
from dialogs.identifier_notice import ADDITION, NOTE
from dialogs.screens import AfterCopy, Asking, Find, LooksLike, ReadBack, Screen, Shown, TheAnswer, TheNote, Welcome
from dialogs.text.identifiers.finder import Identifier
from tests.cards import matters, of_follow_ups
from tests.cards.matters import matter
from tests.cards.of_approvals import request, states

EACH = tuple(Identifier)
SEVERAL = tuple(Find(name, EACH) for name in ("why", "used_for", "lines", "harm_known", "concern_because"))


def every() -> Iterator[tuple[str, Shown]]:
    """Every one by a name that says which."""
    yield from _of_matters()
    yield from _held()
    yield from _of_follow_ups()
    yield from _read_back()


def _read_back() -> Iterator[tuple[str, Shown]]:
    one = matter(matters.ROUTINE)
    given = tuple(question.name for question in one.flow.questions() if question.name in one.values)
    yield "read back, above the answer", _above(TheAnswer(one, one.decision()), ReadBack(one, given[:2]))
    asked = matter({name: one.values[name] for name in given[:3]})
    screen = Asking(asked, asked.position, numbered=True)
    yield "read back, above questions", _above(screen, ReadBack(asked, given[:3]))
    yield "read back, a bare no", _above(screen, ReadBack(asked, ("need_to_know",), asked=True))
    odd = ReadBack(asked, ("part_in_case",), asked=True, meant=("authorised",))
    yield "read back, odd words that could open the way", _above(screen, odd)
    noted = matter(matters.ROUTINE, matters.SHARED)
    long = noted.changed(note_edited="mine " * 5080, note_edited_for=noted.drafted_from)
    yield "read back, above a full card", _above(TheNote(long, long.decision()), ReadBack(long, given))


def _of_matters() -> Iterator[tuple[str, Shown]]:
    one = matter(matters.ROUTINE)
    for kind in Identifier:
        yield f"looks like: {kind}", _above(TheAnswer(one, one.decision()), LooksLike((Find("why", (kind,)),), one))
    yield "looks like: several places", _above(TheAnswer(one, one.decision()), LooksLike(SEVERAL, one))
    for count in (2, 3):
        yield f"looks like: {count} places", _above(TheAnswer(one, one.decision()), LooksLike(SEVERAL[:count], one))
    for question in one.flow.questions():
        found = (Find(question.name, EACH[:2]),)
        yield f"looks like, in {question.name}", _above(Welcome(1), LooksLike(found, one))
    asked = matter({"child": "P"})
    for numbered in (False, True):
        screen = Asking(asked, asked.position, numbered=numbered)
        yield f"looks like, above questions, {numbered}", _above(screen, LooksLike(SEVERAL[:1], asked))
    noted = matter(matters.ROUTINE, matters.SHARED)
    yield "looks like, in the note", _above(TheNote(noted, noted.decision()), _in(NOTE, noted))
    long = noted.changed(note_edited="mine " * 5080, note_edited_for=noted.drafted_from)
    yield "looks like, above a full card", _above(TheNote(long, long.decision()), LooksLike(SEVERAL, long))
    gone = replace(noted, copied_at="2026-03-11T13:40", additions=("T rang back",))
    yield "looks like, in the addition", _above(AfterCopy(gone), _in(ADDITION, gone))


def _held() -> Iterator[tuple[str, Shown]]:
    one = matter(matters.HARM)
    for about in ("", "13:40"):
        notice = LooksLike(SEVERAL[:1], one, "ask_supervisor", about)
        yield f"looks like, a request {about}", _above(TheAnswer(one, one.decision()), notice)
    asked = states()["asked back"]
    notice = LooksLike((Find("reply", EACH),), None, "answer_back", asked.id, {"reply": "Jamie Smith"})
    yield "looks like, an answer", _above(WorkersRequest(asked, one, typed="Jamie Smith"), notice)
    question = LooksLike((Find("question", EACH),), None, "ask_question", "", {"question": "Jamie Smith"})
    yield "looks like, a question", _above(AskSupervisor("Jamie Smith"), question)
    reason = LooksLike((Find("reason", EACH),), None, "agree", "r1", {"reason": "Jamie Smith"})
    yield "looks like, a reason", _above(ForSupervisor(request(), one, typed="Jamie Smith"), reason)


def _of_follow_ups() -> Iterator[tuple[str, Shown]]:
    tell = of_follow_ups.TELL
    because = LooksLike((Find("not_telling_because", EACH),), None, "ask_not_to_tell", tell.id)
    opened = OneFollowUp(tell, opened="ask_not_to_tell", typed={"not_telling_because": "Jamie Smith"})
    yield "looks like, not telling", _above(opened, because)
    added = replace(tell, additions=("Told in person, by K.O.",))
    for where in ("done_how", "done_by", "done_whom", "move_because", "follow_up_addition"):
        yield f"looks like, {where}", _above(OneFollowUp(added), LooksLike((Find(where, EACH[:1]),), about=tell.id))
    yield "an addition to be changed", Shown(OneFollowUp(added, rewording=True))


def _in(where: str, one: Matter) -> LooksLike:
    return LooksLike((Find(where, EACH[2:]),), one)


def _above(screen: Screen, notice: LooksLike | ReadBack) -> Shown:
    return Shown(screen, (notice,))
