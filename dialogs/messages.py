"""Carry out a typed message, once `understanding/hearing.py` has said what it is."""

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from dialogs.card_actions import handle_action, one_back
from dialogs.context import DialogContext, Press, Result, Unplaced
from dialogs.creation import left_untouched, new_matter
from dialogs.current_screen import look_again, screen_of, welcome
from dialogs.engine.filling import Filled, type_in
from dialogs.engine.flow import LOOKING
from dialogs.engine.lines import Lines
from dialogs.engine.matter import ASKED, Matter, Phase, offers
from dialogs.engine.per_item import line_spoken_of
from dialogs.engine.questions import Fault
from dialogs.first_message import first_message, instead, start_by_name, start_flow
from dialogs.flows.share.conditions import told_all_four
from dialogs.handover import code_in, take_over
from dialogs.identifier_notice import check_for_identifiers
from dialogs.letter_review_actions import looked_through
from dialogs.phone_call import PHONE, begun_by_call, rings
from dialogs.read_back import held_back, no_longer_asked, options_to_confirm, said_again, still_asked
from dialogs.resuming import COMES_BACK, resumed
from dialogs.said_back import (
    ActFirst,
    ChangeOffered,
    Kindly,
    NewNeed,
    ProbablyMeant,
    WayOffered,
    WaysMeant,
    WhatItSays,
    WhichToChange,
)
from dialogs.screens import Above, Answered, Aside, MovedOn, Outside, ReadBack, Screen, Shown
from dialogs.signature import INPUT
from dialogs.signature import typed as signature_typed
from dialogs.text import clauses
from dialogs.text.identifiers.finder import has_given_name
from dialogs.understanding.asked import Asked, standing_points
from dialogs.understanding.choices import MOST_OFFERED, is_name, likeliest, likeliest_ways
from dialogs.understanding.commands import REQUEST_COMMANDS, asked_ref, asked_term
from dialogs.understanding.conversation import Conversation
from dialogs.understanding.facts_said import facts_said
from dialogs.understanding.hearing import EXPLAIN, Heard, Kind, hear
from dialogs.understanding.intents.matching import match_flows
from dialogs.understanding.intents.outside_topics import TOPICS_BY_NAME, topic_named
from dialogs.understanding.new_needs import as_begun, flows_meant, wants_done
from dialogs.understanding.news import News
from dialogs.understanding.question_form import asks_to_act, is_asked
from dialogs.understanding.urgency import is_urgent
from guidance.glossary import find_term
from guidance.paragraphs import paragraphs

TRIES = 2
"""How often in a row something is asked back before a person is named."""


def handle_message(context: DialogContext, text: str) -> Result:
    return check_for_identifiers(_dispatch(context, text), context)


def _dispatch(context: DialogContext, text: str) -> Result:
    code = code_in(text)
    if code is not None:
        return take_over(context, code)
    matter = context.current
    signature = signature_typed(text)
    if signature:
        noted = matter if matter and matter.phase is Phase.NOTE else None
        press = Press("sign", noted.id if noted else "", noted.revision if noted else 0, inputs={INPUT: signature})
        return _below(handle_action(context, press))
    if matter and matter.phase in ASKED and not matter.is_outdated and said_again(matter, text):
        return take_answer(context, matter, text)
    said = clauses.normalise(clauses.without_emoji(text)).strip(" .!?,")
    if clauses.is_whole(said, COMES_BACK) and (opened := resumed(context, said)):
        return opened
    talk = conversation_of(context)
    return becomes(context, as_begun(text) if talk.is_new else text, hear(text, talk))


def becomes(context: DialogContext, text: str, heard: Heard) -> Result:
    """Carry out a text that was heard as this."""
    matter = context.current
    if matter and matter.is_outdated and heard.kind not in (Kind.URGENT, Kind.COMMAND, Kind.CHAT) and not heard.flow:
        return _below(look_again(context, matter))
    return BECOMES[heard.kind](context, text, heard)


def conversation_of(context: DialogContext) -> Conversation:
    before = context.unplaced.text if context.unplaced.kind == Kind.QUESTION else ""
    return Conversation(context.now, context.current, before)


def explained(text: str) -> Aside | None:
    """The paragraph or the term that this text asks about, or None."""
    ref = asked_ref(text)
    if ref:
        return Aside("paragraph", ref) if ref in paragraphs() else Aside("notice", "no_paragraph", {"ref": ref})
    term = asked_term(text)
    key = find_term(term) if term else None
    return Aside("term", key) if key else None


def same_place(context: DialogContext, *asides: Above, unplaced: Unplaced | None = None) -> Result:
    """The current screen again, at the bottom of the chat, with something said above it.

    What was read back is asked again, unless something else is asked.
    """
    waiting = still_asked(context.current) if context.current and context.current.phase in ASKED else None
    if waiting and not any(_asks_something(one) for one in asides):
        asides = (*asides, waiting)
    shown = Shown(screen_of(context.current, context, numbered=True), asides)
    return Result(shown, context.current, left_behind=MovedOn(), unplaced=unplaced or Unplaced())


def _asks_something(said: Above) -> bool:
    """Whether it has a question of its own, so that a "yes" or a "no" answers it."""
    if isinstance(said, WayOffered):
        return bool(said.verb)
    return isinstance(said, ActFirst | ChangeOffered | NewNeed | ProbablyMeant | WaysMeant | WhichToChange)


def _below(reply: Result) -> Result:
    return replace(reply, left_behind=MovedOn())


def _urgent(context: DialogContext, text: str, heard: Heard) -> Result:
    """Show what to do first, above the current card; what was typed can be put on it.

    Only the button and its own words say of the matter that a child is in danger: other words may have been misread.
    """
    if heard.command:
        return _by_press(context, "danger")
    matter = context.current if context.current and context.current.phase is not Phase.COPIED else None
    return same_place(
        context, ActFirst(matter, kept=_has_place_for(context, text)), unplaced=Unplaced(text, heard.kind)
    )


def _has_place_for(context: DialogContext, text: str) -> bool:
    """Whether the text can be put on the card: into its box, as its choice, or to the lines that were given before."""
    talk = conversation_of(context)
    if talk.matter is None or talk.standing is None:
        return False
    said = talk.takes_any_text or type_in(talk.matter, talk.standing, text, context.now).understood
    return bool(said) or lines_answered(talk.matter) is not None


def lines_answered(matter: Matter) -> Lines | None:
    """The lines of the matter, where they were given and can still be changed at once."""
    found = next((ask for ask in matter.flow.questions() if isinstance(ask, Lines)), None)
    return found if found and can_change(matter, found.name) else None


def _command(context: DialogContext, text: str, heard: Heard) -> Result:
    said = explained(text) if heard.ref or heard.term else None
    if said:
        return same_place(context, said)
    if heard.command in COMMANDS:
        return COMMANDS[heard.command](context)
    if heard.command in BY_PRESS:
        return _by_press(context, heard.command)
    if heard.command == "ask_supervisor" and (context.current is None or conversation_of(context).question):
        return replace(same_place(context), of_requests=Press("ask_question", about="typed"))
    return (
        _on_from_the_answer(context, context.current, heard.command, text) if context.current else same_place(context)
    )


def _by_press(context: DialogContext, verb: str) -> Result:
    return _below(handle_action(context, Press(verb, matter=context.current.id if context.current else "")))


def _back(context: DialogContext) -> Result:
    if context.current is None:
        return same_place(context)
    matter = one_back(context.current)
    return Result(Shown(screen_of(matter, context, numbered=True)), matter, saved=(matter,), left_behind=MovedOn())


def _stop(context: DialogContext) -> Result:
    if context.current is None:
        return same_place(context)
    return Result(Shown(welcome(context), (Aside("notice", "kept"),)), None, left_behind=MovedOn())


def _start_again(context: DialogContext) -> Result:
    """A fresh matter of the same flow; the earlier one is kept."""
    if context.current is None:
        return same_place(context)
    fresh = new_matter(context, context.current.flow)
    shown = Shown(screen_of(fresh, context), (Aside("notice", "kept"),))
    dropped = left_untouched(context, fresh)
    return Result(shown, fresh, saved=(fresh,), left_behind=MovedOn(), dropped=dropped)


def _hello(context: DialogContext) -> Result:
    """The current screen again; what is finished is not come back to."""
    if context.current and context.current.phase is Phase.COPIED:
        return Result(Shown(welcome(context)), None, left_behind=MovedOn())
    return same_place(context)


COMMANDS: Mapping[str, Callable[[DialogContext], Result]] = {
    "phone": lambda context: _below(rings(context)),
    "back": _back,
    "stop": _stop,
    "start_again": _start_again,
    "hello": _hello,
    "thanks": lambda context: same_place(context, Aside("notice", "thanks")),
}
BY_PRESS = ("danger", "help", "matters", "about_me")


def _on_from_the_answer(context: DialogContext, matter: Matter, verb: str, text: str) -> Result:
    """A word for going on from the answer, such as "they know", where that can be done now."""
    if verb in REQUEST_COMMANDS:
        return replace(same_place(context), of_requests=Press(verb, matter.id, matter.revision))
    if verb == "they_know" and _is_told(matter):
        return same_place(context, Aside("notice", "known_already"))
    way = matter.flow.actions_by_name.get(verb)
    about = line_spoken_of(matter.values, way.each_of, text) if way and way.each_of else ""
    if not offers(matter, verb) or (way and way.each_of and not about):
        return _not_taken(context, text)
    return _below(handle_action(context, Press(verb, matter.id, matter.revision, about=about)))


def _is_told(matter: Matter) -> bool:
    """Whether the parents know by the current answers, so that it need not be said again."""
    if matter.phase is Phase.COPIED:
        return told_all_four(matter.values)
    return matter.decision().inform_parents == "already done"


def _correction(context: DialogContext, text: str, heard: Heard) -> Result:
    """The change that was meant, to be pressed; or the answers, each with its change link."""
    matter, found = context.current, heard.correction
    if matter is None or found is None or matter.phase is Phase.COPIED:
        return _not_taken(context, text)
    if not found.question and clauses.plain_answer(clauses.normalise(text).strip(" .,!")):
        return _answer(context, text, Heard(Kind.ANSWER))
    unplaced = Unplaced(text, heard.kind)
    if can_change(matter, found.question):
        return same_place(context, ChangeOffered(matter, found.question, found.value), unplaced=unplaced)
    return same_place(context, WhichToChange(matter), unplaced=unplaced)


def can_change(matter: Matter, question: str) -> bool:
    """Whether an earlier answer can be changed at once: before the close, and where there is one."""
    return question in matter.values and matter.phase in (Phase.ASKING, Phase.ANSWER)


def _news(context: DialogContext, text: str, heard: Heard) -> Result:
    """The way on that the news means, or the answer that it changes: said back first."""
    matter, found = context.current, heard.news
    if matter is None or found is None:
        return _not_taken(context, text)
    unplaced = Unplaced(text, heard.kind)
    if found.question and can_change(matter, found.question) and matter.values[found.question] != found.value:
        said = ChangeOffered(matter, found.question, found.value, happened=True)
        return same_place(context, said, unplaced=unplaced)
    if found.verb == "they_know" and matter.phase not in ASKED and _is_told(matter):
        return same_place(context, Aside("notice", "known_already"))
    verb, about = way_on(matter, found, text)
    ways = () if verb else _ways_meant(matter, text)
    if ways:
        return same_place(context, WaysMeant(matter, ways), unplaced=unplaced)
    keep = conversation_of(context).takes_any_text
    put = not keep and is_urgent(text) and lines_answered(matter) is not None
    return same_place(context, WayOffered(matter, verb, about, keep, put), unplaced=unplaced)


def way_on(matter: Matter, found: News, text: str) -> tuple[str, str]:
    """The way on that the news means and the line that it is about; "" for no way on now."""
    way = matter.flow.actions_by_name.get(found.verb)
    about = line_spoken_of(matter.values, way.each_of, text) if way and way.each_of else ""
    now = way is not None and offers(matter, found.verb) and bool(about or not way.each_of)
    return (found.verb if now else "", about)


def _start(context: DialogContext, text: str, heard: Heard) -> Result:
    if heard.flow:
        return start_by_name(context, heard.flow)
    matter = context.current
    if matter is None or matter.phase is Phase.COPIED:
        points = _points_at_start(text, heard.asked) if heard.asked else ()
        above = (WhatItSays(heard.asked, points=points, only_points=True),) if heard.asked and points else ()
        return first_message(replace(context, current=None), text, *above)
    flow = (heard.asked.flow if heard.asked else "") or ""
    keep = conversation_of(context).takes_any_text
    return same_place(context, NewNeed(matter, flow, keep), unplaced=Unplaced(text, heard.kind))


def _question(context: DialogContext, text: str, heard: Heard) -> Result:
    """Show what the guidance says to it, above the current card; a first message that asks to act opens its flow."""
    asked, matter = heard.asked, context.current
    if asked is None or (context.unplaced.kind == PHONE and asked.sure != "sure"):
        return _not_taken(context, text)
    if heard.command == EXPLAIN and not asked.covered:
        return same_place(context, Kindly(EXPLAIN, matter, conversation_of(context).takes_any_text))
    topic = TOPICS_BY_NAME.get(asked.gap or "") or topic_named(text)
    if topic and (matter is None or topic_named(text)):
        return instead(context, Outside(topic.name, open_matter=matter is not None))
    points = standing_points(text, asked)
    asks_agencies = wants_done(text) and match_flows(text) == ("gather",)
    recipient = facts_said(text).recipient
    acts = asks_agencies or asks_to_act(text) or bool(recipient)
    if matter is None and acts and (asked.covered or (not asked.gap and len(match_flows(text)) == 1)):
        points = _points_at_start(text, asked)
        is_plain = asks_agencies or (asks_to_act(text) and (recipient or match_flows(text) == ("authority",)))
        only_points = asked.sure != "sure" and bool(is_plain)
        above = (WhatItSays(asked, points=points, only_points=only_points),) if asked.covered else ()
        return start_flow(context, _flow_to_act(text, asked), text, *above)
    tries = 0 if asked.sure == "sure" else context.unplaced.tries + 1
    said = WhatItSays(asked, matter, points, conversation_of(context).takes_any_text, person=tries >= TRIES)
    return same_place(context, said, unplaced=Unplaced(text, heard.kind, tries))


def _points_at_start(text: str, asked: Asked) -> tuple[str, ...]:
    """What is always so, but for what `said_back` says of a first message anyway."""
    said_anyway = ("refusal_does_not_stop_it", "police_request_no_ground")
    return tuple(point for point in standing_points(text, asked) if point not in said_anyway)


def _flow_to_act(text: str, asked: Asked) -> str:
    """The flow for what the worker asks to do: the one that is named, or the one that surely answers it."""
    named = flows_meant(text, asked)
    if len(named) == 1 and (named[0] != "share" or asked.sure != "sure" or facts_said(text).recipient):
        return named[0]
    return (asked.flow if asked.sure == "sure" else "") or ""


def _answer(context: DialogContext, text: str, heard: Heard) -> Result:
    matter = context.current
    if matter is None or matter.phase not in ASKED or matter.position.step is None:
        return _not_taken(context, text)
    question = conversation_of(context).question
    meant = likeliest(question, text) if question and heard.filled is None else ()
    if question and meant:
        return same_place(context, ProbablyMeant(matter, question.name, meant), unplaced=Unplaced(text, heard.kind))
    return take_answer(context, matter, text, heard.filled or _not_taken_by(matter, text, context))


def _not_taken_by(matter: Matter, text: str, context: DialogContext) -> Filled:
    """Return why a text was not taken as an answer, also where a word of it could be read as one."""
    standing = matter.position
    typed = type_in(matter, standing, text, context.now)
    name = standing.open_questions[0].name
    if typed.understood:
        return Filled(matter, (), {name: Fault(name, "not_understood")})
    fault = typed.faults.get(name)
    if fault and fault.code == "not_a_reference" and not (is_name(text) or has_given_name(text)):
        return replace(typed, faults={name: Fault(name, "which_child_first")})
    return typed


def take_answer(context: DialogContext, matter: Matter, text: str, read: Filled | None = None) -> Result:
    """The card once this was typed into it. `read`: what the card takes of it, where that is known."""
    standing = matter.position
    if standing.step is None:
        return same_place(context)
    again = said_again(matter, text)
    filled = again or read or type_in(matter, standing, text, context.now)
    doubtful = None if again else held_back(matter, filled, text)
    if doubtful:
        asked = ReadBack(doubtful, filled.understood[-1:], asked=True, meant=options_to_confirm(doubtful, filled))
        same = Shown(screen_of(doubtful, context, numbered=True), (asked,))
        return Result(same, doubtful, saved=(doubtful,), left_behind=MovedOn())
    behind: Screen = Answered(filled.matter, standing.step.name)
    if not filled.understood and filled.faults:
        return _not_answered(context, filled, behind)
    looked = looked_through(context, filled.matter) if LOOKING in filled.matter.values else None
    if looked:
        return replace(looked, left_behind=behind)
    shown = screen_of(filled.matter, context, numbered=True, faults=filled.faults)
    moved_on = filled.understood and filled.matter.position.step is not standing.step
    asides = (ReadBack(filled.matter, filled.understood),) if moved_on else ()
    return Result(Shown(shown, asides), filled.matter, saved=(filled.matter,), left_behind=behind)


def _not_answered(context: DialogContext, filled: Filled, behind: Screen) -> Result:
    """The same card, with what could not be taken; after two tries in a row, with whom to ask instead."""
    before = context.unplaced.tries if context.unplaced.kind == Kind.ANSWER else 0
    matter, unplaced = no_longer_asked(filled.matter), Unplaced(kind=Kind.ANSWER, tries=before + 1)
    asides = (Kindly("stuck", matter, keep=False),) if unplaced.tries > TRIES else ()
    shown = Shown(screen_of(matter, context, numbered=True, faults=filled.faults), asides)
    return Result(shown, matter, saved=(matter,), left_behind=behind, unplaced=unplaced)


def _chat(context: DialogContext, text: str, heard: Heard) -> Result:
    if heard.command in COMMANDS:
        return COMMANDS[heard.command](context)
    if heard.talk:
        keep = conversation_of(context).takes_any_text
        return same_place(context, Kindly(heard.talk, context.current, keep), unplaced=Unplaced(text, heard.kind))
    return _not_taken(context, text)


def _not_taken(context: DialogContext, text: str) -> Result:
    """Answer a text that nothing takes: at a question, after an answer, during a call, or as a first message."""
    if context.current is None and context.unplaced.kind == PHONE:
        return _said_of_the_call(context, text)
    if context.current is None or context.current.phase is Phase.COPIED:
        return first_message(replace(context, current=None), text)
    meant = _ways_meant(context.current, text)
    said = WaysMeant(context.current, meant) if meant else Aside("notice", "not_understood_after")
    return same_place(context, said, unplaced=Unplaced(text))


def _said_of_the_call(context: DialogContext, text: str) -> Result:
    """Begin with what was typed of a call, and take this as said of it; the call's card again for a question."""
    call = context.unplaced
    flow = begun_by_call(call.text)
    if not flow or is_asked(text):
        return replace(_below(rings(context)), unplaced=call)
    begun = start_flow(context, flow, call.text)
    if begun.current is None:
        return begun
    matter = begun.current
    then = take_answer(replace(context, current=matter, unplaced=Unplaced()), matter, text)
    return replace(then, dropped=begun.dropped, left_behind=MovedOn())


def _ways_meant(matter: Matter, text: str) -> tuple[str, ...]:
    """The likeliest ways on from the answer that this may mean, of those that there are now."""
    offered = {
        kind: [verb for verb in WAYS_ON[kind] if offers(matter, verb)]
        for kind in likeliest_ways(text)
        if kind in WAYS_ON
    }
    first = [verbs[0] for verbs in offered.values() if verbs]
    return tuple(first[:MOST_OFFERED]) if matter.phase not in ASKED else ()


WAYS_ON: Mapping[str, tuple[str, ...]] = {
    "done": ("shared", "given", "sent", "talked", "talked_again"),
    "not_done": ("not_shared", "not_given", "not_sent"),
    "they_know": ("they_know",),
    "passed_on": ("passed_on",),
    "ask_supervisor": ("ask_supervisor",),
    "copied": ("copied",),
    "another": ("another",),
}
"""The presses that each way on from an answer may be, in one flow or another."""


BECOMES: Mapping[Kind, Callable[[DialogContext, str, Heard], Result]] = {
    Kind.URGENT: _urgent,
    Kind.COMMAND: _command,
    Kind.CORRECTION: _correction,
    Kind.NEWS: _news,
    Kind.START: _start,
    Kind.QUESTION: _question,
    Kind.ANSWER: _answer,
    Kind.CHAT: _chat,
    Kind.REFUSE: _chat,
}
