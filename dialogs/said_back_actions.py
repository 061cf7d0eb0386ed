"""The presses on what was said back to a typed message: what was typed is put on the card, kept, or begun with."""

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from dialogs.context import DialogContext, Press, Result, Unplaced
from dialogs.current_screen import screen_of
from dialogs.engine.answers import Json
from dialogs.engine.filling import Filled, type_in
from dialogs.engine.lines import Lines, lines_of
from dialogs.engine.matter import ASKED, Matter
from dialogs.engine.questions import Fault, Question, Ticks
from dialogs.first_message import start_flow
from dialogs.identifier_notice import check_for_identifiers
from dialogs.messages import becomes, can_change, conversation_of, lines_answered, take_answer, way_on
from dialogs.screens import Aside, Shown
from dialogs.text import clauses
from dialogs.text.patterns import either
from dialogs.understanding.choices import likeliest
from dialogs.understanding.conversation import is_free_text
from dialogs.understanding.hearing import Kind, hear, hear_calmly
from dialogs.understanding.kinds import box_of


def answer_said_back(context: DialogContext, press: Press) -> Result:
    """Carry out a press that answers what was said back; once something else was typed, only say so."""
    if not context.unplaced.text:
        return Result(Shown(screen_of(context.current, context), (Aside("notice", "moved_on"),)), context.current)
    reply = SAID_BACK[press.verb](context, press)
    return check_for_identifiers(replace(reply, left_behind=None), context)


YES = rf"{clauses.YES}|(?:yes,? )?(?:that'?s|that is) (?:right|it|the one)|(?:yes,? )?(?:please )?(?:do|change it)"
NOT_URGENT = either(
    r"(?:no+,? )?(?:(?:it|this|that)(?:'?s| is)? |its )?(?:not|isn'?t) (?:an? |that )?(?:urgent|emergency)",
    r"(?:no+,? |ok,? )?(?:just )?(?:carry on|continue|go on)(?: (?:please|then))?|false alarm",
    r"(?:no+,? )?(?:no one|noone|nobody|no child)(?:'?s| is) in danger",
    r"(?:s?he|they)(?:'?s|'?re| is| are) not in danger",
    r"(?:s?he|they|the (?:child|baby|kids?)|(?-i:[A-Z]))(?:'?s|'?re| is| are)? (?:all )?safe(?: now)?",
)
"""What says that nobody is in danger now: "not urgent", "carry on", "she's safe now"."""
PUT_ON_CARD = (
    r"(?:yes,? |ok,? |please )*(?:put|add|write|keep|use) (?:it|that|this)"
    r"(?: (?:on|in|down|there|to it|to|the (?:card|form|list)))*"
)


def reply_typed(context: DialogContext, text: str) -> Press | None:
    """The press that a typed word stands for, where what was typed last waits for one; None for any other text."""
    said, last = clauses.normalise(text).strip(" .,!"), context.unplaced
    if last.kind == Kind.URGENT and clauses.is_whole(said, NOT_URGENT):
        return Press("not_urgent")
    if last.kind in (Kind.URGENT, Kind.NEWS) and clauses.is_whole(said, PUT_ON_CARD):
        return Press("put_on_card", about=TYPED)
    return _proposed(context) if last.text and clauses.is_whole(said, YES) else None


def _proposed(context: DialogContext) -> Press | None:
    """The one thing that was proposed, so that "yes" means it."""
    talk, text = conversation_of(context), context.unplaced.text
    if talk.matter is None:
        return None
    heard, standing = hear(text, talk), talk.standing
    takes_yes = bool(standing and type_in(talk.matter, standing, "yes", context.now).understood)
    if heard.kind in (Kind.CORRECTION, Kind.NEWS):
        found = heard.correction or heard.news
        if found and found.question:
            return Press("change_to") if can_change(talk.matter, found.question) else None
        verb, about = way_on(talk.matter, heard.news, text) if heard.news else ("", "")
        return Press(verb, talk.matter.id, talk.matter.revision, about=about) if verb else None
    if heard.kind == Kind.START:
        return None if takes_yes else Press("start_typed", about=(heard.asked.flow if heard.asked else "") or "")
    meant = likeliest(talk.question, text) if talk.question and heard.kind == Kind.ANSWER else ()
    if meant and takes_yes:
        return None
    return Press("take_meant", about=meant[0]) if len(meant) == 1 else None


def _show(context: DialogContext, matter: Matter | None, *asides: Aside, unplaced: Unplaced | None = None) -> Result:
    saved = (matter,) if matter and matter is not context.current else ()
    return Result(Shown(screen_of(matter, context), asides), matter, saved=saved, unplaced=unplaced or Unplaced())


TYPED = "typed"
"""What a press is about that was typed: there is no "Next" behind it."""


def _put_on_card(context: DialogContext, press: Press) -> Result:
    """Put the text into a box for own words: as a draft, or, typed, as the answer.

    Where a choice or an aim is open, take it as one more of the lines that were given, unless it says the choice.
    """
    matter, talk, text = context.current, conversation_of(context), context.unplaced.text
    if matter is None or talk.question is None or talk.standing is None:
        return _show(context, matter)
    question: Question = talk.question
    lines = lines_answered(matter)
    if lines and box_of(question.name, is_free=is_free_text(question)) == "purpose":
        question, press = lines, replace(press, about=TYPED)
    elif not is_free_text(question):
        if lines is None or type_in(matter, talk.standing, text, context.now).understood:
            return _keep(context, press)
        question, press = lines, replace(press, about=TYPED)
    draft = _with_text(question, text, matter)
    if press.about == TYPED and question.settled(draft, matter.values):
        return take_answer(context, matter, "", Filled(matter.hold({question.name: draft}), (question.name,)))
    return _show(context, matter.keep_drafts({question.name: draft}))


def _with_text(question: Question, text: str, matter: Matter) -> Json:
    """Return what the box holds once this text is in it, after the lines that it has already."""
    if isinstance(question, Lines):
        before = [line for _, line in lines_of(matter.answers.ever_given, question.name)]
        text = "\n".join([*before, text])
    try:
        return question.read_inputs({question.name: text}, matter.answers.ever_given) or text
    except Fault:
        return text


def _keep(context: DialogContext, press: Press) -> Result:
    """It was the answer: it is taken as it was typed."""
    matter = context.current
    if matter is None or matter.phase not in ASKED:
        return _show(context, matter)
    return take_answer(context, matter, context.unplaced.text)


def _take_meant(context: DialogContext, press: Press) -> Result:
    """One of the options that were offered was meant."""
    matter, question = context.current, conversation_of(context).question
    if matter is None or question is None or press.about not in likeliest(question, context.unplaced.text):
        return _show(context, matter, Aside("notice", "moved_on"))
    value: Json = [*press.about.split()] if isinstance(question, Ticks) else press.about
    return take_answer(context, matter, "", Filled(matter.hold({question.name: value}), (question.name,)))


def _not_urgent(context: DialogContext, press: Press) -> Result:
    """Nobody is in danger: the text is heard as any other."""
    text, context = context.unplaced.text, replace(context, unplaced=Unplaced())
    return becomes(context, text, hear_calmly(text, conversation_of(context)))


def _change_to(context: DialogContext, press: Press) -> Result:
    """The earlier answer is changed to what was offered."""
    matter, heard = context.current, hear(context.unplaced.text, conversation_of(context))
    found = heard.correction or heard.news
    if matter is None or found is None or not can_change(matter, found.question):
        return _show(context, matter, Aside("notice", "moved_on"))
    return _show(context, matter.hold({found.question: found.value}), Aside("notice", "changed"))


def _leave_it(context: DialogContext, press: Press) -> Result:
    return _show(context, context.current, Aside("notice", "nothing_changed"))


def _start_typed(context: DialogContext, press: Press) -> Result:
    """A matter of its own is begun with it; the open one is kept."""
    kept = (Aside("notice", "kept"),) if context.current else ()
    return start_flow(replace(context, current=None), press.about, context.unplaced.text, *kept)


def _none_of_these(context: DialogContext, press: Press) -> Result:
    heard = hear(context.unplaced.text, conversation_of(context))
    if heard.asked is None:
        return _leave_it(context, press)
    none = replace(heard, asked=replace(heard.asked, sure="no", covered=False))
    return becomes(replace(context, unplaced=replace(context.unplaced, tries=2)), context.unplaced.text, none)


SAID_BACK: Mapping[str, Callable[[DialogContext, Press], Result]] = {
    "put_on_card": _put_on_card,
    "keep_typed": _keep,
    "take_meant": _take_meant,
    "not_urgent": _not_urgent,
    "change_to": _change_to,
    "leave_it": _leave_it,
    "start_typed": _start_typed,
    "none_of_these": _none_of_these,
}
