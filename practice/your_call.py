"""Your call first: in real work, for those who switch it on, one line before the answer, kept for supervision only."""

from dataclasses import replace

from cards.presenters import presenter_of
from dialogs import messages
from dialogs.context import Press, Result
from dialogs.creation import outdated
from dialogs.current_screen import screen_of
from dialogs.engine.matter import YOUR_CALL, Matter, Phase
from dialogs.first_message import bare_command
from dialogs.handover import code_in
from dialogs.reopen_outdated import look_again
from dialogs.screens import Aside, MovedOn, Shown, TheAnswer
from dialogs.understanding.commands import command
from practice.context import PracticeContext, PracticeResult
from practice.progress import Call
from practice.screens import MyProgress, YourCall

LONGEST = 300
MOST_BYTES = 600
"""Of twenty lines together, so that they fit on one card whatever they are written in."""


def ask_call_first(context: PracticeContext, reply: Result) -> PracticeResult:
    """Real work's reply; before its first answer the line is asked for. Never where a child is in danger."""
    screen = reply.shown.screen
    if not isinstance(screen, TheAnswer) or not _is_wanted(context, screen.matter):
        return PracticeResult(reply)
    return PracticeResult(replace(reply, shown=Shown(YourCall(screen.matter), reply.shown.asides)))


def _is_wanted(context: PracticeContext, matter: Matter) -> bool:
    """Whether the line is still to be asked for: never where it is urgent, or while someone is on the phone."""
    urgent = matter.danger or matter.on_phone
    return not urgent and YOUR_CALL not in matter.values and context.progress().call_first


def take_typed_call(context: PracticeContext, text: str) -> PracticeResult | None:
    """A typed text where the line is asked for: it is the line, unless it is a command. None anywhere else."""
    matter = context.real.current
    if matter is None or matter.phase is not Phase.ANSWER or not _is_wanted(context, matter):
        return None
    if command(text) or messages.explained(text) or code_in(text) is not None:
        return None
    if bare_command(context.real, matter, text):
        return None
    turned = take_call(context, Press("your_call", matter.id, matter.revision, inputs={YOUR_CALL: text}))
    return replace(turned, reply=replace(turned.reply, left_behind=MovedOn()))


def take_call(context: PracticeContext, press: Press) -> PracticeResult:
    """The line is kept, or passed over when it is empty, and the answer comes."""
    matter = context.real.find(press.matter)
    if matter is None or matter.phase is not Phase.ANSWER or press.revision != matter.revision:
        shown = Shown(screen_of(context.real.current, context.real), (Aside("notice", "moved_on"),))
        return PracticeResult(Result(shown, context.real.current))
    if outdated(matter):
        return PracticeResult(look_again(context.real, matter))
    after = matter.changed(answers=matter.answers.hold({YOUR_CALL: "yes"}))
    turned = PracticeResult(Result(Shown(screen_of(after, context.real)), after, saved=(after,)))
    text = press.inputs.get(YOUR_CALL, "").strip()[:LONGEST]
    text = text.encode()[:MOST_BYTES].decode(errors="ignore")
    if not text:
        return turned
    return replace(turned, progress=context.progress().with_call(_call(context, after, text)))


def _call(context: PracticeContext, matter: Matter, text: str) -> Call:
    headline = presenter_of(matter).headline(matter, matter.decision())
    return Call(context.now.date().isoformat(), matter.flow.name, text, headline)


def switch_call_first(context: PracticeContext, press: Press) -> PracticeResult:
    """On or off, as the button said; what was kept stays."""
    after = replace(context.progress(), call_first=press.about == "on")
    shown = Shown(MyProgress(after, context.now.date().isoformat()))
    return PracticeResult(Result(shown, context.current or context.real.current), progress=after)
