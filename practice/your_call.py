"""Your call first: in real work, for those who switch it on, one line before the answer, kept for supervision only."""

from msgspec.structs import replace

from cards.presenters import presenter_of
from dialogs import messages
from dialogs.context import Press, Result
from dialogs.current_screen import look_again, screen_of
from dialogs.engine.matter import YOUR_CALL, Matter, Phase
from dialogs.handover import code_in
from dialogs.screens import Aside, MovedOn, Shown, TheAnswer
from dialogs.understanding.hearing import Kind, hear
from dialogs.understanding.question_form import is_asked
from practice.context import PracticeContext, PracticeResult
from practice.progress import Call
from practice.screens import MyProgress, YourCall

LONGEST = 300
MOST_BYTES = 600
"""Of twenty lines together, so that they fit on one card whatever they are written in."""


def may_be_asked(matter: Matter) -> bool:
    """Whether the line could still be asked for here. Never where a child is in danger or someone is on the phone."""
    urgent = matter.danger or matter.on_phone
    return not urgent and YOUR_CALL not in matter.values and matter.phase is Phase.ANSWER


def ask_first(context: PracticeContext, result: Result) -> Result:
    """Ask for the line before an answer is shown, for those who have switched it on."""
    screen = result.shown.screen
    if not isinstance(screen, TheAnswer) or not context.progress().call_first:
        return result
    return replace(result, shown=Shown(YourCall(screen.matter), result.shown.asides))


def take_typed_call(context: PracticeContext, text: str) -> PracticeResult | None:
    """Take a typed text as the line, where it is asked for. None anywhere else, and for what is heard as
    a command, a question or the like.
    """
    matter = context.real.current
    if matter is None or not may_be_asked(matter) or not context.progress().call_first:
        return None
    heard = hear(text, messages.conversation_of(context.real)).kind
    stated = heard is Kind.QUESTION and not is_asked(text)
    if code_in(text) is not None or not (stated or heard in (Kind.ANSWER, Kind.NEWS, Kind.CORRECTION, Kind.CHAT)):
        return None
    result = take_call(context, Press("your_call", matter.id, matter.revision, inputs={YOUR_CALL: text}))
    return replace(result, reply=replace(result.reply, left_behind=MovedOn()))


def take_call(context: PracticeContext, press: Press) -> PracticeResult:
    """Keep the line, unless it is empty, and show the answer."""
    matter = context.real.find(press.matter)
    if matter is None or matter.phase is not Phase.ANSWER or press.revision != matter.revision:
        shown = Shown(screen_of(context.real.current, context.real), (Aside("notice", "moved_on"),))
        return PracticeResult(Result(shown, context.real.current))
    if matter.is_outdated:
        return PracticeResult(look_again(context.real, matter))
    after = matter.changed(answers=matter.answers.hold({YOUR_CALL: "yes"}))
    result = PracticeResult(Result(Shown(screen_of(after, context.real)), after, saved=(after,)))
    text = press.inputs.get(YOUR_CALL, "").strip()[:LONGEST]
    text = text.encode()[:MOST_BYTES].decode(errors="ignore")
    if not text:
        return result
    return replace(result, progress=context.progress().with_call(_call(context, after, text)))


def _call(context: PracticeContext, matter: Matter, text: str) -> Call:
    headline = presenter_of(matter).headline(matter, matter.decision())
    return Call(context.now.date().isoformat(), matter.flow.name, text, headline)


def switch_call_first(context: PracticeContext, press: Press) -> PracticeResult:
    """Switch it on or off, as the button says; the calls that were kept stay."""
    after = replace(context.progress(), call_first=press.about == "on")
    shown = Shown(MyProgress(after, context.now.date().isoformat()))
    return PracticeResult(Result(shown, context.current or context.real.current), progress=after)
