"""What each press on a card does."""

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from dialogs.context import DialogContext, Press, Result
from dialogs.creation import brought_back, carried_on, gone_on, grouped, left_untouched, new_matter, others_of
from dialogs.current_screen import look_again, my_matters, screen_of, welcome
from dialogs.drafts import save_drafts
from dialogs.engine.filling import fill_in
from dialogs.engine.flow import LOOKING, OutcomeAction, replay
from dialogs.engine.lines import lines_of
from dialogs.engine.matter import NOT_NOTICED, Matter, Phase, goes_on, offers
from dialogs.engine.questions import Fault, not_too_long
from dialogs.engine.undo import asked_of_one, left, marks_of_each
from dialogs.flows.registry import FLOWS
from dialogs.flows.share.flow import FLOW as SHARE
from dialogs.handover import hand_over, make_code, take_back
from dialogs.identifier_notice import change_it, check_for_identifiers, keep_it
from dialogs.letter_review_actions import looked_through, one_look_back, to_be_looked_at, with_words
from dialogs.phone_call import PHONE, rings, said_on_the_phone
from dialogs.screens import AboutMe, ActNow, AfterCopy, Aside, Help, Outside, Shown, SomethingElse
from dialogs.signature import INPUT, filled_in
from dialogs.understanding.intents.outside_topics import TOPICS_BY_NAME
from guidance.paragraphs import paragraphs

Handler = Callable[[DialogContext, Press], Result]
MatterHandler = Callable[[DialogContext, Press, Matter], Result]


def handle_action(context: DialogContext, press: Press) -> Result:
    """Carry out a press. One on a card that has moved on brings the current card back and does nothing else."""
    given = filled_in(press.inputs) if INPUT in press.inputs and press.verb != "forget_signature" else ""
    result = check_for_identifiers(_dispatch(replace(context, signature=given) if given else context, press), context)
    return replace(result, signature=given) if given else result


def _dispatch(context: DialogContext, press: Press) -> Result:
    verb = press.verb
    if verb in ANYWHERE:
        return ANYWHERE[verb](context, press)
    matter = context.find(press.matter)
    way = matter.flow.actions_by_name.get(verb) if matter else None
    if matter is None or not (way or verb in matter.flow.texts_by_verb or verb in ON_A_MATTER):
        said = Aside("notice", "gone" if verb and press.matter else "not_whole")
        return Result(Shown(screen_of(context.current, context), (said,)), context.current)
    if matter.is_outdated:
        return look_again(context, save_drafts(matter, press))
    if _is_stale(press, matter) or not offers(matter, verb):
        return Result(Shown(screen_of(matter, context), (Aside("notice", "moved_on"),)), matter)
    return _take(context, press, matter, way) if way else ON_A_MATTER.get(verb, _use_words)(context, press, matter)


def _is_stale(press: Press, matter: Matter) -> bool:
    """A question card still counts while its card is the one being asked; any other only as it was last drawn."""
    if press.card and matter.phase in (Phase.ASKING, Phase.CLOSING):
        card = matter.position.step
        return card is None or card.name != press.card
    return press.revision != matter.revision


def _show(matter: Matter, context: DialogContext, *asides: Aside) -> Result:
    return Result(Shown(screen_of(matter, context), asides), matter, saved=(matter,))


def _next(context: DialogContext, press: Press, matter: Matter) -> Result:
    filled = fill_in(matter, matter.position, press.inputs, press.shown, context.now)
    after = filled.matter
    shown = Result(Shown(screen_of(after, context, faults=filled.faults)), after, saved=(after,))
    return (looked_through(context, after) if LOOKING in after.values else None) or shown


def _back(context: DialogContext, press: Press, matter: Matter) -> Result:
    return _show(one_back(save_drafts(matter, press)), context)


def one_back(matter: Matter) -> Matter:
    """Return the matter with its last step open again; a close is undone first. Once copied, it stays as it is."""
    if matter.phase is Phase.COPIED:
        return matter
    asked = asked_of_one(matter)
    if asked:
        return left(matter, asked)
    if matter.phase is Phase.CLOSING and matter.letter_review.step:
        return one_look_back(matter)
    for undone in matter.flow.marks:
        if undone in matter.values and undone not in marks_of_each(matter):
            return matter.changed(answers=matter.answers.without([undone]).reopen(_asked_by(matter, undone)))
    passed = replay(matter.flow, matter.values).passed
    return matter.reopen(*(ask.question.name for ask in passed[-1].asks)) if passed else matter


def _asked_by(matter: Matter, undone: str) -> list[str]:
    """Return the answers that an action held or asked beside its mark: once undone, they are to be given again."""
    ways = [way for way in matter.flow.actions if way.mark == undone]
    cards = [card for card in matter.flow.closing if card.name in {way.step for way in ways}]
    held = [name for way in ways for name in way.says if name != undone]
    return [*held, *(ask.question.name for card in cards for ask in card.asks)]


def _stop(context: DialogContext, press: Press, matter: Matter) -> Result:
    kept = save_drafts(matter, press)
    return Result(Shown(welcome(context), (Aside("notice", "kept"),)), None, saved=(kept,))


def _change(context: DialogContext, press: Press, matter: Matter) -> Result:
    return _show(save_drafts(matter, press).reopen(*questions_of(matter, press.about)), context)


def questions_of(matter: Matter, card_name: str) -> list[str]:
    """The names of the questions of one card; none for a card that the flow does not have."""
    return [ask.question.name for card in matter.flow.every_step() if card.name == card_name for ask in card.asks]


def _take(context: DialogContext, press: Press, matter: Matter, way: OutcomeAction) -> Result:
    """Take an outcome action with what was filled in beside its button, and ask what is missing."""
    if way.each_of and press.about not in dict(lines_of(matter.values, way.each_of)):
        return Result(Shown(screen_of(matter, context), (Aside("notice", "moved_on"),)), matter)
    kept = matter
    if matter.phase is Phase.NOTE:
        kept = save_drafts(matter, press)
    elif way.mark in matter.values:  # it was taken before, and the answer came back: its step is asked again
        kept = matter.reopen(*questions_of(matter, way.step))
    # A button beside each of several things says which of them it is for.
    taken = kept.hold({name: press.about if value is ... else value for name, value in way.says.items()})
    standing = taken.position
    beside = press.shown or any(question.name in press.inputs for question in standing.questions)
    if standing.step is None or not press.inputs or not beside:
        return _show(taken, context)
    filled = fill_in(taken, standing, press.inputs, press.shown, context.now)
    return Result(Shown(screen_of(filled.matter, context, faults=filled.faults)), filled.matter, saved=(filled.matter,))


def _use_words(context: DialogContext, press: Press, matter: Matter) -> Result:
    """Post the words in a card of their own; before that, ask to look at what would go to the parents in them."""
    kept = save_drafts(matter, press)
    asked = press.verb.removeprefix("words_")
    looking = to_be_looked_at(kept, asked)
    return _show(looking, context) if looking else with_words(context, kept, asked)


def _hand_on(context: DialogContext, press: Press, matter: Matter) -> Result:
    """Go on in another flow, with the answers that both know."""
    other = next((other for other in goes_on(matter) if other.to == press.about), None)
    if other is None:
        return Result(Shown(screen_of(matter, context), (Aside("notice", "moved_on"),)), matter)
    kept = _left_as_it_is(matter, press)
    begun = gone_on(kept, other, context)
    return Result(Shown(screen_of(begun, context), (Aside("notice", "gone_on"),)), begun, saved=(kept, begun))


def _left_as_it_is(matter: Matter, press: Press) -> Matter:
    """Return the matter with what was typed, at the same revision: a double click finds what the first one began."""
    return replace(save_drafts(matter, press), revision=matter.revision)


def _another(context: DialogContext, press: Press, matter: Matter) -> Result:
    """Begin a matter about someone else to be told, in the same group, with the answers that hold for both."""
    if matter.flow.another is None:
        return _show(matter, context)
    kept = grouped(_left_as_it_is(matter, press))
    begun = carried_on(kept, matter.flow.another, context, group=kept.group)
    return Result(Shown(screen_of(begun, context), (Aside("notice", "another"),)), begun, saved=(kept, begun))


def _again(context: DialogContext, press: Press, matter: Matter) -> Result:
    """Begin the same once more, in a matter of its own, with what is still kept of this one."""
    if matter.flow.again is None:
        return _show(matter, context)
    kept = _left_as_it_is(matter, press)
    begun = carried_on(kept, matter.flow.again, context)
    notice = Aside("notice", "again_copied" if matter.copied_at else "again")
    return Result(Shown(screen_of(begun, context), (notice,)), begun, saved=(kept, begun))


def _go_back_to(context: DialogContext, press: Press, matter: Matter) -> Result:
    """Go back to the matter that this one went on from, with what its answers here say there."""
    before = context.find(matter.came_from)
    if before is None:
        return Result(Shown(screen_of(matter, context), (Aside("notice", "gone"),)), matter)
    kept = save_drafts(matter, press)
    again = brought_back(before, kept)
    return Result(Shown(screen_of(again, context), (Aside("notice", "came_back"),)), again, saved=(kept, again))


def _show_answer(context: DialogContext, press: Press, matter: Matter) -> Result:
    """Show the answer again; from the note, by undoing the close."""
    return _back(context, press, matter) if matter.phase is Phase.NOTE else _show(matter, context)


def _copied(context: DialogContext, press: Press, matter: Matter) -> Result:
    gone = erase_text(matter, context)
    return Result(Shown(screen_of(gone, context)), gone, saved=(gone,), erased=(gone.id,))


def erase_text(matter: Matter, context: DialogContext) -> Matter:
    """Return the matter after its note was copied to MOSAIC: only the reference, dates and audience are kept."""
    gone = [name for name in matter.answers.by_name if name not in matter.flow.kept]
    moment = context.now.strftime("%Y-%m-%dT%H:%M")
    left = matter.answers.without(gone)
    return matter.changed(answers=left, note_edited="", told_back={}, noticed=NOT_NOTICED, copied_at=moment)


def _addition(context: DialogContext, press: Press, matter: Matter) -> Result:
    words = press.inputs.get("addition", "").strip()
    try:
        not_too_long("addition", words)
    except Fault as fault:
        return Result(
            Shown(AfterCopy(matter, fault, words, others_of(matter, context), context.still_to_do(matter))), matter
        )
    return _show(matter.changed(additions=(words,) if words else ()), context)


def _start(context: DialogContext, press: Press) -> Result:
    """Begin a matter, or show the one just begun if nothing more is answered in it: a double click makes no second."""
    if press.about == PHONE:
        return rings(context)
    begun, on_phone, flow = context.current, press.card == PHONE, FLOWS.get(press.about, SHARE)
    said = said_on_the_phone(press, flow)
    wanted = (on_phone, flow, said)
    if begun is None or begun.danger or (begun.on_phone, begun.flow, begun.answers.ever_given) != wanted:
        begun = new_matter(context, flow, on_phone=on_phone)
        begun = begun.hold(said) if said else begun
    return replace(_show(begun, context), dropped=left_untouched(context, begun))


def _danger(context: DialogContext, press: Press) -> Result:
    """Show what to do first, from any card, however old; nothing holds it up."""
    matter = context.find(press.matter) or context.current
    if matter is None or matter.phase is Phase.COPIED:
        return Result(Shown(ActNow(None)), matter)
    flagged = save_drafts(matter, press) if press.matter == matter.id else matter
    flagged = flagged if flagged.danger else flagged.changed(danger=True)
    return Result(Shown(ActNow(flagged)), flagged, saved=(flagged,))


def _danger_off(context: DialogContext, press: Press, matter: Matter) -> Result:
    """Take the danger reminder off the matter's cards, where it was pressed by mistake."""
    return _show(matter.changed(danger=False), context, Aside("notice", "danger_off"))


def _outside(context: DialogContext, press: Press) -> Result:
    """Show one topic that the guidance does not cover, or all of them to choose from."""
    here = context.current is not None
    topic = TOPICS_BY_NAME.get(press.about)
    return Result(Shown(Outside(topic.name, here) if topic else SomethingElse(here)), context.current)


def _explain_ref(context: DialogContext, press: Press) -> Result:
    said = (Aside("paragraph", press.about),) if press.about in paragraphs() else ()
    return Result(Shown(screen_of(context.current, context), said), context.current)


def _matters(context: DialogContext, press: Press) -> Result:
    first = int(press.about) if press.about.isascii() and press.about.isdecimal() else 0
    return Result(Shown(my_matters(context, first=first)), context.current)


def _about(context: DialogContext, *asides: Aside) -> Result:
    return Result(Shown(AboutMe(context.listing.count_all(), context.signature), asides), context.current)


def _sign(context: DialogContext, press: Press) -> Result:
    """Show the note with the worker's initials and job in it; without a note, what is kept about the worker."""
    notice = Aside("notice", "signed" if filled_in(press.inputs) else "not_signed", {"signature": context.signature})
    matter = context.find(press.matter)
    if matter is None:
        return _about(context, notice)
    return _show(save_drafts(matter, press) if press.revision == matter.revision else matter, context, notice)


def _forget_signature(context: DialogContext, press: Press) -> Result:
    return replace(_about(replace(context, signature=""), Aside("notice", "signature_forgotten")), signature="")


def _home(context: DialogContext, press: Press) -> Result:
    """Show the current card again; the welcome where the matter is finished."""
    current = None if context.current and context.current.phase is Phase.COPIED else context.current
    return Result(Shown(screen_of(current, context)), current)


def _open(context: DialogContext, press: Press) -> Result:
    matter = context.find(press.about)
    if matter is None:
        return Result(Shown(my_matters(context), (Aside("notice", "gone"),)), context.current)
    return look_again(context, matter) if matter.is_outdated else _show(matter, context)


def _delete_yes(context: DialogContext, press: Press) -> Result:
    matter = context.find(press.about)
    if matter is None:
        return Result(Shown(my_matters(context), (Aside("notice", "gone"),)), context.current)
    current = context.current if context.current and context.current.id != matter.id else None
    shown = Shown(my_matters(replace(context, current=current), without=matter), (Aside("notice", "deleted"),))
    return Result(shown, current, forgotten=(matter.id,))


ANYWHERE: Mapping[str, Handler] = {
    "start": _start,
    "outside": _outside,
    "explain_ref": _explain_ref,
    "danger": _danger,
    "matters": _matters,
    "open": _open,
    "delete": lambda context, press: Result(Shown(my_matters(context, asked_to_delete=press.about)), context.current),
    "delete_yes": _delete_yes,
    "hand_over": hand_over,
    "make_code": make_code,
    "take_back": take_back,
    "change_it": change_it,
    "keep_it": keep_it,
    "about_me": lambda context, _: _about(context),
    "sign": _sign,
    "forget_signature": _forget_signature,
    "help": lambda context, _: Result(Shown(Help(context.current is not None)), context.current),
    "home": _home,
}
ON_A_MATTER: Mapping[str, MatterHandler] = {
    "next": _next,
    "danger_off": _danger_off,
    "back": _back,
    "stop": _stop,
    "change": _change,
    "carry_on": lambda context, _, matter: _show(matter, context),
    "hand_on": _hand_on,
    "go_back_to": _go_back_to,
    "another": _another,
    "again": _again,
    "show_answer": _show_answer,
    "copied": _copied,
    "addition": _addition,
}
