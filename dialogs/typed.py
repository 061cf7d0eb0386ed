"""What a typed message comes to."""

from dataclasses import replace

from dialogs.commands import REQUEST_COMMANDS, command, ref_asked, said_after_the_answer, term_asked
from dialogs.desk import Desk, Press, Reply
from dialogs.filling import type_in
from dialogs.handing_over import code_in, take_over
from dialogs.looked_through import looked_through
from dialogs.looking_again import look_again
from dialogs.looking_over import looked_over
from dialogs.matter import Matter, Phase
from dialogs.new import left_untouched, new_matter, outdated
from dialogs.of_line import line_spoken_of
from dialogs.offers import offers
from dialogs.phone import rings
from dialogs.pressed import one_back, pressed
from dialogs.screens import Answered, Aside, MovedOn, Screen, Shown
from dialogs.share.conditions import told_all_four
from dialogs.starting.first_message import bare_command, first_message
from dialogs.views import screen_after, screen_of, welcome
from guidance.glossary import find_term
from guidance.paragraphs import paragraphs


def typed(desk: Desk, text: str) -> Reply:
    """What this message comes to: something explained, a command, an answer to the card, or a start."""
    return looked_over(_comes_to(desk, text), desk.looking)


def _comes_to(desk: Desk, text: str) -> Reply:
    code = code_in(text)
    if code is not None:
        return take_over(desk, code)
    aside = explained(text)
    if aside:
        return _same_place(desk, aside)
    asked = command(text)
    if asked in COMMANDS:
        return COMMANDS[asked](desk)
    if asked in BY_PRESS:
        return _below(desk, pressed(desk, Press(asked, matter=desk.current.id if desk.current else "")))
    return _in_matter(desk, desk.current, text) if desk.current else first_message(desk, text)


def _in_matter(desk: Desk, matter: Matter, text: str) -> Reply:
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
    ref = ref_asked(text)
    if ref and ref in paragraphs():
        return Aside("paragraph", ref)
    term = term_asked(text)
    key = find_term(term) if term else None
    return Aside("term", key) if key else None


def _same_place(desk: Desk, *asides: Aside) -> Reply:
    """The current screen again, at the bottom of the chat, with something said above it."""
    shown = Shown(screen_of(desk.current, desk, numbered=True), asides)
    return Reply(shown, desk.current, left_behind=MovedOn())


def _below(desk: Desk, reply: Reply) -> Reply:
    return replace(reply, left_behind=MovedOn())


def _back(desk: Desk) -> Reply:
    if desk.current is None:
        return _same_place(desk)
    matter = one_back(desk.current)
    return Reply(Shown(screen_of(matter, desk, numbered=True)), matter, saved=(matter,), left_behind=MovedOn())


def _stop(desk: Desk) -> Reply:
    if desk.current is None:
        return _same_place(desk)
    return Reply(Shown(welcome(desk), (Aside("notice", "kept"),)), None, left_behind=MovedOn())


def _start_again(desk: Desk) -> Reply:
    """A fresh matter of the same flow; the earlier one is kept."""
    if desk.current is None:
        return _same_place(desk)
    fresh = new_matter(desk, desk.current.flow)
    shown = Shown(screen_of(fresh, desk), (Aside("notice", "kept"),))
    dropped = left_untouched(desk, fresh)
    return Reply(shown, fresh, saved=(fresh,), left_behind=MovedOn(), dropped=dropped)


def _hello(desk: Desk) -> Reply:
    """The current screen again; what is finished is not come back to."""
    if desk.current and desk.current.phase is Phase.COPIED:
        return Reply(Shown(welcome(desk)), None, left_behind=MovedOn())
    return _same_place(desk)


def _thanks(desk: Desk) -> Reply:
    return _same_place(desk, Aside("notice", "thanks"))


def _phone(desk: Desk) -> Reply:
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


def _answered(desk: Desk, matter: Matter, text: str) -> Reply:
    standing = matter.standing()
    if standing.card is None:
        return _same_place(desk)
    filled = type_in(matter, standing, text, desk.now)
    behind: Screen = Answered(filled.matter, standing.card.name)
    looked = looked_through(desk, filled.matter)
    if looked:
        return replace(looked, left_behind=behind)
    shown = screen_after(filled, desk, numbered=True)
    return Reply(Shown(shown), filled.matter, saved=(filled.matter,), left_behind=behind)


def _after_the_answer(desk: Desk, matter: Matter, text: str) -> Reply:
    of_requests = command(text, REQUEST_COMMANDS)
    if of_requests and matter.phase is not Phase.COPIED:
        return replace(_same_place(desk), of_requests=Press(of_requests, matter.id, matter.revision))
    verb = command(text, said_after_the_answer(matter.flow))
    if verb == "they_know" and _told(matter):
        return _same_place(desk, Aside("notice", "known_already"))
    if verb is None or not offers(matter, verb):
        return _at_the_end(desk, matter, text)
    way = matter.flow.way(verb)
    about = line_spoken_of(matter.values, way.each_of, text) if way and way.each_of else ""
    if way and way.each_of and not about:
        return _at_the_end(desk, matter, text)
    press = Press(verb, matter.id, matter.revision, about=about)
    return _below(desk, pressed(desk, press))


def _told(matter: Matter) -> bool:
    """Whether the parents know by the answers that stand, so that it need not be said again."""
    if matter.phase is Phase.COPIED:
        return told_all_four(matter.values)
    return matter.decision().inform_parents == "already done"


def _at_the_end(desk: Desk, matter: Matter, text: str) -> Reply:
    if matter.phase is Phase.COPIED:
        return first_message(replace(desk, current=None), text)
    return _same_place(desk, Aside("notice", "not_understood_after"))
