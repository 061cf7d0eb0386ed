"""A card of questions."""

from datetime import datetime

from cards.actions import button, danger_button
from cards.answer_rows import answer_lines, label_of, rows_of
from cards.elements import Action, Box, Card, OwnWords, Part, Run, rich
from cards.inputs import each_line_inputs, inputs_of
from cards.layout import close_lines, fault_line, large_heading, small_print
from cards.people import Council, display_name_of, label_values
from cards.sentence_parts import reason_clause, use_clause
from cards.times import format_day
from cards.words import has_key, key_for_flow, render_runs, render_text
from dialogs.engine.flow import Standing
from dialogs.engine.lines import EachLine
from dialogs.engine.matter import Matter, Phase
from dialogs.engine.per_item import OfLine
from dialogs.engine.questions import Fault, Question, Words
from dialogs.screens import Asking


def draw_questions(screen: Asking, council: Council, now: datetime) -> Card:
    """Draw the card of a step; after a typed turn, only its open questions, with their numbers."""
    card = screen.standing.step
    if card is None:
        raise ValueError("nothing is asked any more")
    asked = screen.standing.open_questions if screen.numbered else screen.standing.questions
    title = render_text(f"cards.{card.name}.title", **label_values(screen.matter))
    body: list[Part] = [_progress(screen), large_heading(title)]
    if screen.matter.on_phone and card is screen.matter.flow.steps[0]:
        first = render_runs(key_for_flow(screen.matter.flow.name, "asking.phone_first"))
        body.append(Box(items=(rich(first),), style="emphasis"))
    body += carried_box(screen.matter, asked)
    if screen.numbered:
        body += _answers_so_far(screen)
    body += purpose_line(screen.matter, screen.standing)
    next_one, *others = group_by_line(asked)
    marked = screen.numbered and bool(others)
    parts = _questions(screen, next_one, now, numbered=screen.numbered)
    body += [_asked_now(parts)] if marked else parts
    for together in others:
        body += _questions(screen, together, now, numbered=False)
    body.append(small_print(render_text("asking.type_too")))
    shown = ",".join(question.name for question in asked)
    return Card(fallback_text=title, body=tuple(body), actions=_actions(screen, card.name, shown))


def _asked_now(parts: list[Part]) -> Part:
    """Mark the question that the next typed answer is for, where the card has others below it."""
    return Box(items=(small_print(render_text("asking.typed_now")), *parts), style="accent")


def _progress(screen: Asking) -> Part:
    number = len(screen.standing.passed) + 1
    total = number + screen.standing.ahead
    key = "step_of" if total > number else "step"
    step = render_text(f"asking.{key}", number=number, total=total)
    about = render_text("asking.about", **label_values(screen.matter)) if screen.matter.values.get("child") else ""
    text = OwnWords(f"{about} \u00b7 {step}" if about else step)
    if screen.matter.phase is Phase.CLOSING:
        text = OwnWords(about)
    return small_print(text)


def _answers_so_far(screen: Asking) -> list[Part]:
    open_names = {question.name for question in screen.standing.open_questions}
    held = tuple(question for question in screen.standing.questions if question.name not in open_names)
    rows = rows_of(screen.matter, held)
    return close_lines([Run(text=f"{row.label} "), Run(text="; ".join(row.said), weight="Bolder")] for row in rows)


def group_by_line(questions: tuple[Question, ...]) -> list[tuple[Question, ...]]:
    """Group questions about the same lines, so that each line is shown once."""
    groups: list[tuple[Question, ...]] = []
    for question in questions:
        last = groups[-1][-1] if groups else None
        if isinstance(question, EachLine) and isinstance(last, EachLine) and question.which is last.which:
            groups[-1] = (*groups[-1], question)
        else:
            groups.append((question,))
    return groups


def _questions(screen: Asking, together: tuple[Question, ...], now: datetime, *, numbered: bool) -> list[Part]:
    """Return the faults of these questions, their inputs, their hint."""
    parts: list[Part] = []
    for question in together:
        if question.name in screen.faults:
            said = fault_text_for(screen.faults[question.name], question)
            parts.append(fault_line(said, spacing="Medium"))
    hint = _hint(together[0], screen)
    if isinstance(together[0], EachLine):
        return [*parts, *hint, *each_line_inputs(together, screen.matter, numbered=numbered)]
    return [*parts, *inputs_of(together[0], screen.matter, now, numbered=numbered), *hint]


def _hint(question: Question, screen: Asking) -> list[Part]:
    key = key_for_flow(screen.matter.flow.name, f"questions.{question.name}.hint")
    if not has_key(key):
        return []
    return [small_print(render_text(key, **label_values(screen.matter)), spacing="Small")]


def fault_text_for(fault: Fault, question: Question) -> OwnWords:
    """Return why an answer to this question could not be taken."""
    own = f"faults.{fault.code}_{fault.question}"
    if has_key(own):
        return render_text(own, **fault.details)
    asked = question.inner if isinstance(question, OfLine) else question
    if fault.code == "missing" and isinstance(asked, Words):
        return render_text("faults.missing_words")
    return fault_text(fault)


def fault_text(fault: Fault) -> OwnWords:
    """Return why an input that is no question of a flow could not be taken."""
    return render_text(f"faults.{fault.code}", **fault.details)


def _actions(screen: Asking, card: str, shown: str) -> tuple[Action, ...]:
    matter = screen.matter
    ways = [button("next", matter, style="positive", card=card, shown=shown)]
    if screen.standing.passed or matter.phase is Phase.CLOSING:
        ways.append(button("back", matter, card=card))
    return (*ways, button("stop", matter, card=card), danger_button(matter))


def carried_box(matter: Matter, asked: tuple[Question, ...]) -> list[Part]:
    """Explain which earlier matter prefilled answers come from, and quote answers that must be chosen again."""
    still_open = [question for question in asked if question.name not in matter.values]
    if not matter.carried_on or not still_open:
        return []
    on = format_day(matter.carried_on)
    parts: list[Part] = []
    if any(question.name in matter.answers.by_name for question in still_open):
        parts.append(rich(render_runs("before.filled_in", date=on)))
    told = [question for question in still_open if _is_still_offered(question, matter)]
    if told:
        parts.append(rich(render_runs("before.told_back", date=on)))
        parts += close_lines(_answer_runs(question, matter) for question in told)
    return [Box(items=tuple(parts), style="emphasis")] if parts else []


def _is_still_offered(question: Question, matter: Matter) -> bool:
    """Whether the earlier answer can still be given today."""
    said = matter.told_back.get(question.name)
    return said is not None and question.settled(said, matter.values)


def _answer_runs(question: Question, matter: Matter) -> list[Run]:
    said = "; ".join(answer_lines(question, matter.told_back[question.name], matter))
    return [Run(text=f"{label_of(question, matter)} ", is_subtle=True), Run(text=said)]


LONGEST_SAID = 300
"""Characters of one sentence that are said back."""
ALSO_ON = "weigh"
"""Each line is weighed for what it will be used for, whatever was asked between."""


def purpose_line(matter: Matter, standing: Standing) -> list[Part]:
    """Return one small line of sentences if the purpose was just typed; else nothing."""
    before = standing.passed[-1:] if standing.passed else ()
    asked = {ask.question.name for card in before for ask in card.asks}
    if standing.step and standing.step.name == ALSO_ON:
        asked |= {"why", "used_for"}
    said = [sentence for name in ("why", "used_for") if name in asked and (sentence := _sentence(matter, name))]
    if not said:
        return []
    return [rich([Run(text=" ".join(map(_short, said)), is_subtle=True, size="Small")], spacing="Small")]


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= LONGEST_SAID else f"{sentence[:LONGEST_SAID]}\u2026"


def _sentence(matter: Matter, name: str) -> str:
    if name == "why":
        doing = render_text(key_for_flow(matter.flow.name, "said_back.doing"))
        return reason_clause(matter.values.get("why")).after(doing)
    who = display_name_of(matter)
    using = f"{who[:1].upper()}{who[1:]} {render_text('said_back.using')}"
    return use_clause(matter.values.get("used_for")).after(using)
