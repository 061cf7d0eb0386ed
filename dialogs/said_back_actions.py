"""The presses on what was said back to a typed message: what was typed is put on the card, kept, or begun with."""

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from dialogs.context import DialogContext, Press, Result, Unplaced
from dialogs.current_screen import screen_of
from dialogs.engine.answers import Json
from dialogs.engine.filling import Filled
from dialogs.engine.lines import Lines, lines_of
from dialogs.engine.matter import ASKED, Matter
from dialogs.engine.questions import Fault, Question, Ticks
from dialogs.first_message import start_flow
from dialogs.identifier_notice import check_for_identifiers
from dialogs.messages import becomes, can_change, conversation_of, take_answer
from dialogs.screens import Aside, Shown
from dialogs.understanding.choices import likeliest
from dialogs.understanding.hearing import hear, hear_calmly
from dialogs.understanding.message import is_free_text


def answer_said_back(desk: DialogContext, press: Press) -> Result:
    """Carry out a press that answers what was said back; once something else was typed, only say so."""
    if not desk.unplaced.text:
        return Result(Shown(screen_of(desk.current, desk), (Aside("notice", "moved_on"),)), desk.current)
    reply = SAID_BACK[press.verb](desk, press)
    return check_for_identifiers(replace(reply, left_behind=None), desk)


def _show(desk: DialogContext, matter: Matter | None, *asides: Aside, unplaced: Unplaced | None = None) -> Result:
    saved = (matter,) if matter and matter is not desk.current else ()
    return Result(Shown(screen_of(matter, desk), asides), matter, saved=saved, unplaced=unplaced or Unplaced())


def _put_on_card(desk: DialogContext, press: Press) -> Result:
    """Put the text into a box for own words, as a draft; take a choice where the text says one."""
    matter, question = desk.current, conversation_of(desk).question
    if matter is None or question is None:
        return _show(desk, matter)
    if not is_free_text(question):
        return _keep(desk, press)
    draft = _as_draft(question, desk.unplaced.text, matter)
    return _show(desk, matter.keep_drafts({question.name: draft}))


def _as_draft(question: Question, text: str, matter: Matter) -> Json:
    """Return the draft of the box with this text, after the lines that it has already."""
    if isinstance(question, Lines):
        before = [line for _, line in lines_of(matter.answers.ever_given, question.name)]
        text = "\n".join([*before, text])
    try:
        return question.read_inputs({question.name: text}, matter.answers.ever_given) or text
    except Fault:
        return text


def _keep(desk: DialogContext, press: Press) -> Result:
    """It was the answer: it is taken as it was typed."""
    matter = desk.current
    if matter is None or matter.phase not in ASKED:
        return _show(desk, matter)
    return take_answer(desk, matter, desk.unplaced.text)


def _take_meant(desk: DialogContext, press: Press) -> Result:
    """One of the options that were offered was meant."""
    matter, question = desk.current, conversation_of(desk).question
    if matter is None or question is None or press.about not in likeliest(question, desk.unplaced.text):
        return _show(desk, matter, Aside("notice", "moved_on"))
    value: Json = [*press.about.split()] if isinstance(question, Ticks) else press.about
    return take_answer(desk, matter, "", Filled(matter.hold({question.name: value}), (question.name,)))


def _not_urgent(desk: DialogContext, press: Press) -> Result:
    """Nobody is in danger: the text is heard as any other."""
    text, desk = desk.unplaced.text, replace(desk, unplaced=Unplaced())
    return becomes(desk, text, hear_calmly(text, conversation_of(desk)))


def _change_to(desk: DialogContext, press: Press) -> Result:
    """The earlier answer is changed to what was offered."""
    matter, heard = desk.current, hear(desk.unplaced.text, conversation_of(desk))
    found = heard.correction or heard.news
    if matter is None or found is None or not can_change(matter, found.question):
        return _show(desk, matter, Aside("notice", "moved_on"))
    return _show(desk, matter.hold({found.question: found.value}), Aside("notice", "changed"))


def _leave_it(desk: DialogContext, press: Press) -> Result:
    return _show(desk, desk.current, Aside("notice", "nothing_changed"))


def _start_typed(desk: DialogContext, press: Press) -> Result:
    """A matter of its own is begun with it; the open one is kept."""
    kept = (Aside("notice", "kept"),) if desk.current else ()
    return start_flow(replace(desk, current=None), press.about, desk.unplaced.text, *kept)


def _none_of_these(desk: DialogContext, press: Press) -> Result:
    heard = hear(desk.unplaced.text, conversation_of(desk))
    if heard.asked is None:
        return _leave_it(desk, press)
    none = replace(heard, asked=replace(heard.asked, sure="no", covered=False))
    return becomes(replace(desk, unplaced=replace(desk.unplaced, tries=2)), desk.unplaced.text, none)


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
