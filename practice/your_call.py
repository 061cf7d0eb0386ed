"""Your call first: in real work, for those who switch it on, one line before the answer, kept for supervision only."""

from dataclasses import replace

from cards.faces import face_of
from dialogs import typed as real_typed
from dialogs.commands import command
from dialogs.desk import Press, Reply
from dialogs.handing_over import code_in
from dialogs.looking_again import look_again
from dialogs.matter import YOUR_CALL, Matter, Phase
from dialogs.new import outdated
from dialogs.screens import Aside, MovedOn, Shown, TheAnswer
from dialogs.starting.first_message import bare_command
from dialogs.views import screen_of
from practice.desk import PracticeDesk, Turned
from practice.progress import Call
from practice.screens import MyProgress, YourCall

LONGEST = 300
MOST_BYTES = 600
"""Of twenty lines together, so that they fit on one card whatever they are written in."""


def with_your_call(desk: PracticeDesk, reply: Reply) -> Turned:
    """Real work's reply; before its first answer the line is asked for. Never where a child is in danger."""
    screen = reply.shown.screen
    if not isinstance(screen, TheAnswer) or not _wanted(desk, screen.matter):
        return Turned(reply)
    return Turned(replace(reply, shown=Shown(YourCall(screen.matter), reply.shown.asides)))


def _wanted(desk: PracticeDesk, matter: Matter) -> bool:
    """Whether the line is still to be asked for: never where it is urgent, or while someone is on the phone."""
    urgent = matter.danger or matter.on_phone
    return not urgent and YOUR_CALL not in matter.values and desk.progress().call_first


def typed(desk: PracticeDesk, text: str) -> Turned | None:
    """A typed text where the line is asked for: it is the line, unless it is a command. None anywhere else."""
    matter = desk.real.current
    if matter is None or matter.phase is not Phase.ANSWER or not _wanted(desk, matter):
        return None
    if command(text) or real_typed.explained(text) or code_in(text) is not None:
        return None
    if bare_command(desk.real, matter, text):
        return None
    turned = said(desk, Press("your_call", matter.id, matter.revision, inputs={YOUR_CALL: text}))
    return replace(turned, reply=replace(turned.reply, left_behind=MovedOn()))


def said(desk: PracticeDesk, press: Press) -> Turned:
    """The line is kept, or passed over when it is empty, and the answer comes."""
    matter = desk.real.find(press.matter)
    if matter is None or matter.phase is not Phase.ANSWER or press.revision != matter.revision:
        shown = Shown(screen_of(desk.real.current, desk.real), (Aside("notice", "moved_on"),))
        return Turned(Reply(shown, desk.real.current))
    if outdated(matter):
        return Turned(look_again(desk.real, matter))
    after = matter.changed(answers=matter.answers.hold({YOUR_CALL: "yes"}))
    turned = Turned(Reply(Shown(screen_of(after, desk.real)), after, saved=(after,)))
    text = press.inputs.get(YOUR_CALL, "").strip()[:LONGEST]
    text = text.encode()[:MOST_BYTES].decode(errors="ignore")
    if not text:
        return turned
    return replace(turned, progress=desk.progress().with_call(_call(desk, after, text)))


def _call(desk: PracticeDesk, matter: Matter, text: str) -> Call:
    headline = face_of(matter).headline(matter, matter.decision())
    return Call(desk.now.date().isoformat(), matter.flow.name, text, headline)


def switched(desk: PracticeDesk, press: Press) -> Turned:
    """On or off, as the button said; what was kept stays."""
    after = replace(desk.progress(), call_first=press.about == "on")
    shown = Shown(MyProgress(after, desk.now.date().isoformat()))
    return Turned(Reply(shown, desk.current or desk.real.current), progress=after)
