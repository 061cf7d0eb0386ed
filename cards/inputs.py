"""Each kind of question as inputs, filled with what was answered or half typed before."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from operator import attrgetter
from typing import Any

import msgspec

from cards.elements import ChoiceInput, DateInput, InputChoice, OwnWords, Part, Run, TextInput, TimeInput, rich
from cards.labels import label_of, label_values, option_labels, question_words
from cards.parents_wording import line_captions
from cards.words import count_in_words, render_text
from dialogs.engine.answers import Json
from dialogs.engine.children import EachChild, Reference, children_of
from dialogs.engine.each_parent import EachParent
from dialogs.engine.first_or_why import FirstOrWhy
from dialogs.engine.letter_review import LOOK, PUT_OTHERWISE
from dialogs.engine.lines import EachLineWords, Lines, lines_of
from dialogs.engine.matter import Matter
from dialogs.engine.moment_question import Moment
from dialogs.engine.per_item import OfLine
from dialogs.engine.questions import ALL, Choice, Question, Ticks, Words
from dialogs.engine.who_was_told import EVERYONE


def inputs_of(question: Question, matter: Matter, now: datetime, *, numbered: bool) -> list[Part]:
    """Return the inputs of a question. `numbered`: options carry the number that can be typed for them."""
    return _DRAWERS[type(question)](question, matter.answers.ever_given.get(question.name), matter, now, numbered)


def closed_up(part: Part) -> Part:
    """Return a choice of one as a list that opens; anything else as it is."""
    if not isinstance(part, ChoiceInput) or part.is_multi_select or part.style == "compact":
        return part
    return msgspec.structs.replace(part, style="compact", placeholder=part.placeholder or render_text("asking.choose"))


def _label(question: Any, matter: Matter) -> OwnWords:
    """Return the question's label with its paragraph, or what the words put in the place of that."""
    said, instead = label_of(question, matter), question_words(question, "ref", matter)
    ref = question.ref if instead is None else instead
    return OwnWords(f"{said} ({ref})") if ref else said


def _options(question: Any, matter: Matter, numbered: bool) -> tuple[InputChoice, ...]:
    values = list(map(attrgetter("value"), question.options))
    titles = option_labels(matter, question.name, values)
    if numbered:  # "1." would make a list of it where a client takes the titles of choices for Markdown
        titles = [OwnWords(f"({n}) {title}") for n, title in enumerate(titles, start=1)]
    return tuple(map(InputChoice, titles, values))


def _choice(question: Any, draft: Json, matter: Matter, now: datetime, numbered: bool) -> list[Part]:
    return [
        ChoiceInput(
            id=question.name,
            label=_label(question, matter),
            choices=_options(question, matter, numbered),
            style="compact" if question.compact and not numbered else "expanded",
            placeholder=question_words(question, "placeholder", matter),
            value=str(draft) if draft else None,
        )
    ]


def _ticks(question: Any, draft: Json, matter: Matter, now: datetime, numbered: bool) -> list[Part]:
    shown = [part for part in draft if part != question.empty] if isinstance(draft, list) else []
    choices = _options(question, matter, numbered)
    if question.all_of:
        every = render_text("asking.all", count=count_in_words(len(question.all_of)))
        choices = (InputChoice(title=every, value=ALL), *choices)
    return [
        ChoiceInput(
            id=question.name,
            label=_label(question, matter),
            choices=choices,
            is_multi_select=True,
            value=",".join(map(str, shown)) or (draft if isinstance(draft, str) else None),
        )
    ]


def _words(question: Any, draft: Json, matter: Matter, now: datetime, numbered: bool) -> list[Part]:
    """Return a box for words, several short texts (one a line), or references."""
    text = "\n".join(line for _, line in lines_of({"lines": draft}, "lines")) if isinstance(draft, list) else draft
    long = isinstance(question, Lines) or (isinstance(question, Words) and question.long)
    return [
        TextInput(
            id=question.name,
            label=_label(question, matter),
            is_multiline=True if long else None,
            placeholder=question_words(question, "placeholder", matter),
            value=str(text) if text else None,
        )
    ]


MOST_SPREAD_OUT = 3
"""More lines than this are weighed in lists that open, so that the card stays short on a phone."""


def each_line_inputs(questions: Sequence[Any], matter: Matter, *, numbered: bool, compact: bool = False) -> list[Part]:
    """Return the inputs of questions about the same lines: each line once, then what is asked of it."""
    lines = questions[0].which(matter.values)
    compact = compact or numbered or len(lines) > MOST_SPREAD_OUT
    shown = _lines_shown(questions[0], matter)
    options = list(map(partial(_options, matter=matter, numbered=False), questions))
    parts: list[Part] = []
    for place, line in enumerate(lines):
        number, heading = shown[line]
        parts.append(heading)
        asked_now = numbered and place == 0
        for question, choices in zip(questions, options, strict=True):
            draft = matter.answers.ever_given.get(question.name)
            one = ChoiceInput(
                id=f"{question.name}__{line}",
                label=label_of(question, matter, number=number),
                choices=_options(question, matter, numbered=True) if asked_now else choices,
                style="compact" if compact and not asked_now else "expanded",
                placeholder=render_text("asking.choose"),
                value=str(draft[line]) if isinstance(draft, dict) and line in draft else None,
            )
            parts.append(one)
    return parts


def _each_line_words(question: Any, draft: Json, matter: Matter, now: datetime, numbered: bool) -> list[Part]:
    said = draft if isinstance(draft, dict) else {}
    shown = _lines_shown(question, matter)
    parts: list[Part] = []
    for line in question.which(matter.values):
        number, heading = shown[line]
        parts.append(heading)
        parts.append(
            TextInput(
                id=f"{question.name}__{line}",
                label=label_of(question, matter, number=number),
                value=str(said.get(line) or "") or None,
            )
        )
    return parts


def _of_line(question: Any, draft: Json, matter: Matter, now: datetime, numbered: bool) -> list[Part]:
    """Return what is asked of one of several lines, under the line itself."""
    values = matter.values
    text = dict(lines_of(values, question.lines))[question.line(values)] if question.shows_line else ""
    shown: list[Part] = [rich([Run(text=text, weight="Bolder")], spacing="Medium")] if text else []
    return shown + _DRAWERS[type(question.inner)](
        question.inner, question.of_line(draft, values), matter, now, numbered
    )


def _each_child(question: Any, draft: Json, matter: Matter, now: datetime, numbered: bool) -> list[Part]:
    """Return the same choice for each child, under the child's own reference."""
    said = draft if isinstance(draft, dict) else {}
    return [
        ChoiceInput(
            id=question.input_of(child),
            label=label_of(question, matter, child=child, several=False),
            choices=_options(question, matter, numbered),
            style="expanded" if numbered or len(children_of(matter.values)) == 1 else "compact",
            placeholder=render_text("asking.choose"),
            value=str(said[child]) if child in said else None,
        )
        for child in children_of(matter.values)
    ]


def _first_or_why(question: Any, draft: Json, matter: Matter, now: datetime, numbered: bool) -> list[Part]:
    """Return a yes or no, and the reasons for a no. Numbers that can be typed count the options in their order."""
    said = draft if isinstance(draft, list) else None
    reasons = [part for part in said or [] if part != question.yes]
    first = "" if said is None else "yes" if question.yes in said else "no"
    yes, *others = _options(question, matter, numbered)
    no = render_text(f"questions.{question.name}.first.no")
    return [
        ChoiceInput(
            id=question.first,
            label=_label(question, matter),
            choices=(InputChoice(title=yes.title, value="yes"), InputChoice(title=no, value="no")),
            value=first or None,
        ),
        ChoiceInput(
            id=question.name,
            label=render_text(f"questions.{question.name}.why_not", **label_values(matter)),
            choices=tuple(others),
            is_multi_select=True,
            value=",".join(map(str, reasons)) or None,
        ),
    ]


def _each_parent(question: Any, draft: Json, matter: Matter, now: datetime, numbered: bool) -> list[Part]:
    """Return the same choice for each parent or carer by name, or one for all of them."""
    said = draft if isinstance(draft, dict) else {}
    parts: list[Part] = []
    for parent in question.asked(matter.values):
        named = parent != EVERYONE
        options = f"questions.{question.name}.{'options' if named else 'of_everyone'}"
        choices = [InputChoice(title=render_text(f"{options}.{o.value}"), value=o.value) for o in question.options]
        parts.append(
            ChoiceInput(
                id=question.input_of(parent),
                label=render_text(f"questions.{question.name}.{'one' if named else 'everyone'}", parent=parent),
                choices=tuple(choices),
                style="expanded",
                value=str(said[parent]) if parent in said else None,
            )
        )
    return parts


def _lines_shown(question: Any, matter: Matter) -> dict[str, tuple[int, Part]]:
    """Return each line by its id: its number, and the line under it, with its caption."""
    captions = line_captions(matter) if question.name in (LOOK, PUT_OTHERWISE) else {}
    shown: dict[str, tuple[int, Part]] = {}
    for number, (line, text) in enumerate(question.of(matter.values), start=1):
        before, after = captions.get(line, ("", ()))
        heading = Run(text=f"{number}. {before}{text}", weight="Bolder")
        shown[line] = number, rich([heading, *after], spacing="Medium")
    return shown


def _moment(question: Any, draft: Json, matter: Matter, now: datetime, numbered: bool) -> list[Part]:
    """Return a day and a time, by default now; a day ahead has no time and is tomorrow by default.

    What was typed and could not be taken is never replaced by today: what cannot be read is left empty.
    """
    usual = now + timedelta(days=1) if question.future else now
    typed = isinstance(draft, str) and re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d", draft)
    shown = str(draft) if typed else usual.strftime("%Y-%m-%dT%H:%M")
    day, time = (draft["day"], draft["time"]) if isinstance(draft, dict) else (shown[:10], shown[11:16])
    label = _label(question, matter)
    parts: list[Part] = [DateInput(id=f"{question.name}__date", label=label, value=str(day) or None)]
    if not question.future:
        title = render_text("asking.time")
        parts.append(TimeInput(id=f"{question.name}__time", label=title, value=str(time) or None))
    return parts


_Drawer = Callable[[Any, Json, Matter, datetime, bool], list[Part]]
_DRAWERS: Mapping[type, _Drawer] = {
    Choice: _choice,
    FirstOrWhy: _first_or_why,
    EachParent: _each_parent,
    Ticks: _ticks,
    Words: _words,
    Reference: _words,
    EachChild: _each_child,
    Lines: _words,
    EachLineWords: _each_line_words,
    OfLine: _of_line,
    Moment: _moment,
}
