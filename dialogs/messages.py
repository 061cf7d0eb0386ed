"""What a typed message comes to."""

from dataclasses import replace

from dialogs.card_actions import handle_action, one_back
from dialogs.context import DialogContext, Press, Result
from dialogs.creation import left_untouched, new_matter, outdated
from dialogs.current_screen import screen_after, screen_of, welcome
from dialogs.engine.filling import type_in
from dialogs.engine.matter import Matter, Phase
from dialogs.engine.per_item import line_spoken_of
from dialogs.engine.valid_actions import offers
from dialogs.first_message import bare_command, first_message
from dialogs.flows.share.conditions import told_all_four
from dialogs.handover import code_in, take_over
from dialogs.identifier_notice import looked_over
from dialogs.letter_review_actions import looked_through
from dialogs.phone_call import rings
from dialogs.reopen_outdated import look_again
from dialogs.screens import Answered, Aside, MovedOn, ReadBack, Screen, Shown
from dialogs.typed_no import held_back, said_again
from dialogs.understanding.commands import REQUEST_COMMANDS, asked_ref, asked_term, commands_after_answer, match_command
from guidance.glossary import find_term
from guidance.paragraphs import paragraphs


def handle_message(desk: DialogContext, text: str) -> Result:
    """What this message comes to: something explained, a command, an answer to the card, or a start."""
    return looked_over(_dispatch(desk, text), desk.looking)


def _dispatch(desk: DialogContext, text: str) -> Result:
    code = code_in(text)
    if code is not None:
        return take_over(desk, code)
    aside = explained(text)
    if aside:
        return _same_place(desk, aside)
    asked = match_command(text)
    if asked in COMMANDS:
        return COMMANDS[asked](desk)
    if asked in BY_PRESS:
        return _below(desk, handle_action(desk, Press(asked, matter=desk.current.id if desk.current else "")))
    return _in_matter(desk, desk.current, text) if desk.current else first_message(desk, text)


def _in_matter(desk: DialogContext, matter: Matter, text: str) -> Result:
    other = bare_command(desk, matter, text)
    if other:
        return other
    if outdated(matter):
        return _below(desk, look_again(desk, matter))
    if matter.phase in (Phase.ASKING, Phase.CLOSING):
        return _answered(desk, matter, text)
    return _after_the_answer(desk, matter, text)


def explained(text: str) -> Aside | None:
    """The paragraph or the term that this text asks about, or None."""
    ref = asked_ref(text)
    if ref and ref in paragraphs():
        return Aside("paragraph", ref)
    term = asked_term(text)
    key = find_term(term) if term else None
    return Aside("term", key) if key else None


def _same_place(desk: DialogContext, *asides: Aside) -> Result:
    """The current screen again, at the bottom of the chat, with something said above it."""
    shown = Shown(screen_of(desk.current, desk, numbered=True), asides)
    return Result(shown, desk.current, left_behind=MovedOn())


def _below(desk: DialogContext, reply: Result) -> Result:
    return replace(reply, left_behind=MovedOn())


def _back(desk: DialogContext) -> Result:
    if desk.current is None:
        return _same_place(desk)
    matter = one_back(desk.current)
    return Result(Shown(screen_of(matter, desk, numbered=True)), matter, saved=(matter,), left_behind=MovedOn())


def _stop(desk: DialogContext) -> Result:
    if desk.current is None:
        return _same_place(desk)
    return Result(Shown(welcome(desk), (Aside("notice", "kept"),)), None, left_behind=MovedOn())


def _start_again(desk: DialogContext) -> Result:
    """A fresh matter of the same flow; the earlier one is kept."""
    if desk.current is None:
        return _same_place(desk)
    fresh = new_matter(desk, desk.current.flow)
    shown = Shown(screen_of(fresh, desk), (Aside("notice", "kept"),))
    dropped = left_untouched(desk, fresh)
    return Result(shown, fresh, saved=(fresh,), left_behind=MovedOn(), dropped=dropped)


def _hello(desk: DialogContext) -> Result:
    """The current screen again; what is finished is not come back to."""
    if desk.current and desk.current.phase is Phase.COPIED:
        return Result(Shown(welcome(desk)), None, left_behind=MovedOn())
    return _same_place(desk)


def _thanks(desk: DialogContext) -> Result:
    return _same_place(desk, Aside("notice", "thanks"))


def _phone(desk: DialogContext) -> Result:
    return _below(desk, rings(desk))


COMMANDS = {
    "phone": _phone,
    "back": _back,
    "stop": _stop,
    "start_again": _start_again,
    "hello": _hello,
    "thanks": _thanks,
}
BY_PRESS = ("danger", "help", "matters", "about_me")


def _answered(desk: DialogContext, matter: Matter, text: str) -> Result:
    standing = matter.standing()
    if standing.step is None:
        return _same_place(desk)
    again = said_again(matter, text)
    filled = again or type_in(matter, standing, text, desk.now)
    doubtful = None if again else held_back(matter, filled, text)
    if doubtful:
        asked = ReadBack(doubtful, filled.understood, asked=True)
        same = Shown(screen_of(doubtful, desk, numbered=True), (asked,))
        return Result(same, doubtful, saved=(doubtful,), left_behind=MovedOn())
    behind: Screen = Answered(filled.matter, standing.step.name)
    looked = looked_through(desk, filled.matter)
    if looked:
        return replace(looked, left_behind=behind)
    shown = screen_after(filled, desk, numbered=True)
    moved_on = filled.understood and filled.matter.standing().step is not standing.step
    asides = (ReadBack(filled.matter, filled.understood),) if moved_on else ()
    return Result(Shown(shown, asides), filled.matter, saved=(filled.matter,), left_behind=behind)


def _after_the_answer(desk: DialogContext, matter: Matter, text: str) -> Result:
    of_requests = match_command(text, REQUEST_COMMANDS)
    if of_requests and matter.phase is not Phase.COPIED:
        return replace(_same_place(desk), of_requests=Press(of_requests, matter.id, matter.revision))
    verb = match_command(text, commands_after_answer(matter.flow))
    if verb == "they_know" and _told(matter):
        return _same_place(desk, Aside("notice", "known_already"))
    if verb is None or not offers(matter, verb):
        return _at_the_end(desk, matter, text)
    way = matter.flow.action(verb)
    about = line_spoken_of(matter.values, way.each_of, text) if way and way.each_of else ""
    if way and way.each_of and not about:
        return _at_the_end(desk, matter, text)
    press = Press(verb, matter.id, matter.revision, about=about)
    return _below(desk, handle_action(desk, press))


def _told(matter: Matter) -> bool:
    """Whether the parents know by the answers that stand, so that it need not be said again."""
    if matter.phase is Phase.COPIED:
        return told_all_four(matter.values)
    return matter.decision().inform_parents == "already done"


def _at_the_end(desk: DialogContext, matter: Matter, text: str) -> Result:
    if matter.phase is Phase.COPIED:
        return first_message(replace(desk, current=None), text)
    return _same_place(desk, Aside("notice", "not_understood_after"))
