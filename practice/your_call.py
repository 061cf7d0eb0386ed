"""Your call first: in real work, for those who switch it on, one line before the answer, kept for supervision only."""

from dataclasses import replace

from cards.faces import face_of
from dialogs.desk import Press, Reply
from dialogs.matter import Matter, Phase
from dialogs.screens import Aside, Shown, TheAnswer
from dialogs.views import screen_of
from practice.desk import PracticeDesk, Turned
from practice.progress import Call
from practice.screens import MyProgress, YourCall

SAID = "your_call"
"""The answer that says that the line was asked for; the line itself never stands in the matter."""
LONGEST = 300


def with_your_call(desk: PracticeDesk, reply: Reply) -> Turned:
    """Real work's reply; before its first answer the line is asked for. Never where a child is in danger."""
    screen = reply.shown.screen
    if not isinstance(screen, TheAnswer) or screen.matter.danger or SAID in screen.matter.values:
        return Turned(reply)
    if not desk.progress().call_first:
        return Turned(reply)
    return Turned(replace(reply, shown=Shown(YourCall(screen.matter), reply.shown.asides)))


def said(desk: PracticeDesk, press: Press) -> Turned:
    """The line is kept, or passed over when it is empty, and the answer comes."""
    matter = desk.real.find(press.matter)
    if matter is None or matter.phase is not Phase.ANSWER or press.revision != matter.revision:
        shown = Shown(screen_of(desk.real.current, desk.real), (Aside("notice", "moved_on"),))
        return Turned(Reply(shown, desk.real.current))
    after = matter.changed(answers=matter.answers.hold({SAID: "yes"}))
    turned = Turned(Reply(Shown(screen_of(after, desk.real)), after, saved=(after,)))
    text = press.inputs.get(SAID, "").strip()[:LONGEST]
    if not text:
        return turned
    return replace(turned, progress=desk.progress().with_call(_call(desk, after, text)))


def _call(desk: PracticeDesk, matter: Matter, text: str) -> Call:
    headline = face_of(matter).headline(matter, matter.decision())
    return Call(desk.now.date().isoformat(), matter.flow.name, text, headline)


def switched(desk: PracticeDesk, press: Press) -> Turned:
    """On or off; what was kept stays."""
    progress = desk.progress()
    after = replace(progress, call_first=not progress.call_first)
    shown = Shown(MyProgress(after, desk.now.date().isoformat()))
    return Turned(Reply(shown, desk.current or desk.real.current), progress=after)
