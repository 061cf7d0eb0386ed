"""Cards in a supervisor's own chat: the worker's words and what they rest on, what to ask, the ways to answer."""

from datetime import datetime
from typing import Any

from cards.additions import untold_phrase
from cards.answer_rows import AnswerRow
from cards.answer_steps import fitting
from cards.approvals.ownership import kind_label, ownership_line
from cards.approvals.summary import summary_parts, typed_or_chosen
from cards.elements import Box, Buttons, Card, ChoiceInput, InputChoice, OwnWords, Part, Run, TextBlock, TextInput, rich
from cards.layout import (
    Section,
    bulleted_list,
    button,
    close_lines,
    danger_button,
    fault_line,
    folded,
    large_heading,
    page_buttons,
    small_heading,
    small_print,
    titled_card,
    words_in_view,
)
from cards.people import Council, safe_name
from cards.presenter import StepRow
from cards.presenters import headline_text, presenter_of
from cards.reasons_section import BACKGROUND, reasons_of
from cards.times import format_local, london_time
from cards.words import render_paragraphs, render_run, render_runs, render_text, without_stop
from dialogs.approvals.request import OPEN_STATES, Request, RequestKind, RequestState
from dialogs.approvals.screens import PAGE, ForSupervisor, OpenApprovals
from dialogs.engine.matter import Matter

MOST_WORDS = 200
"""Words in view on a request before anything is opened."""
LEAST_ROOM = 18
"""Words that the first question and its heading take."""
WORDS_AROUND = 5
"""Words of the heading over what is worth asking, and of the button that opens the rest of it."""


def draw_request(screen: ForSupervisor, council: Council, now: datetime) -> Card:
    """Draw the request in full. Once it is settled: what was said, and the management note."""
    request = screen.request
    if request.state is RequestState.GONE:
        return _draw_gone(request)
    kind = kind_label(request.kind, own_chat=True)
    title = render_text("approvals.detail.title", number=request.number, kind=kind)
    body: list[Part] = [*_who_asked(request), *_talk(request)]
    if request.state not in OPEN_STATES:
        body += [*_outcome(request, by_reader=screen.is_deciders), ownership_line(request.kind)]
        return titled_card(title, body, (danger_button(None),))
    if not request.is_question:
        body += _follow_up_section(request) if request.follow_up else _weighed(screen.matter, request)
    below = [*_answer_inputs(screen), *folded(_sections(screen))]
    room = MOST_WORDS - words_in_view([large_heading(title), *body, *below, Buttons(actions=(danger_button(None),))])
    return titled_card(title, [*body, *_worth_asking(request, room), *below], (danger_button(None),))


def _sections(screen: ForSupervisor) -> list[Section]:
    """Return what opens: all that the worker answered, what the guide told them, and the other supervisors."""
    request = screen.request
    pass_on = Section("pass_on", render_text("approvals.detail.hand_to"), tuple(_hand_over_inputs(screen)))
    if request.follow_up or request.is_question:
        whose = Section("whose", render_text("approvals.detail.whose"), (ownership_line(request.kind),))
        return [whose, pass_on]
    asker = request.asker_name
    answers = Section("answers", render_text("approvals.detail.answers", asker=asker), tuple(_answers(screen.matter)))
    rules = (*_rules(screen.matter, asker), ownership_line(request.kind))
    return [answers, Section("rules", render_text("approvals.detail.rules_say", asker=asker), rules), pass_on]


def _draw_gone(request: Request) -> Card:
    """Draw a request whose matter has ended here: who asked, and what is left to do."""
    title = render_text("approvals.gone.title", number=request.number)
    times = {"asked": london_time(request.asked_at), "when": london_time(request.answered_at)}
    said = render_runs(f"approvals.gone.{request.gone_as}", asker=request.asker_name, **times)
    return titled_card(title, (rich(said),), (danger_button(None),))


def _who_asked(request: Request) -> list[Part]:
    times = {"asked": london_time(request.asked_at), "needed_by": request.needed_by}
    said = [render_runs("approvals.detail.asked", asker=request.asker_name, **times)]
    if request.goes_ahead:
        said.append(render_runs("approvals.detail.urgent"))
    elif request.state in OPEN_STATES and not request.follow_up:  # of a follow-up nothing goes to anyone
        said.append(render_runs(f"approvals.if_sooner.{request.kind}", asker=request.asker_name))
    return close_lines(said)


def _talk(request: Request) -> list[Part]:
    if not request.talk:
        return []
    lines = [
        rich(
            render_runs(
                f"approvals.line_{said.by}",
                at=format_local(datetime.fromisoformat(said.at)),
                words=said.words,
                asker=request.asker_name,
            ),
            spacing="Small",
        )
        for said in request.talk
    ]
    return [small_heading(render_text("approvals.detail.talk")), *lines]


def _follow_up_section(request: Request) -> list[Part]:
    """3.12  Return what is still known of an untold sharing: the reference, the day and the recipient."""
    about = request.snapshot["follow_up"]
    filled = {
        "child": about["child"],
        "of_what": untold_phrase(request.flow, about["whom"], about["since"]),
        "told": about.get("told", ""),
        "left": about.get("left", ""),
    }
    said = (
        render_runs("approvals.detail.follow_up", asker=request.asker_name, **filled),
        render_runs("approvals.detail.no_exception"),
    )
    return close_lines(said)


def _weighed(matter: Matter, request: Request) -> list[Part]:
    """Return what the rules say, that they can't tell whether it is right, and the answers that it rests on."""
    said = headline_text(matter, matter.decision())
    rules = render_runs("approvals.detail.told", asker=request.asker_name, said=said, ref=request.ref)
    return [rich(rules, spacing="Small"), *summary_parts(matter, request.asker_name)]


def _rules(matter: Matter, asker: str) -> list[Part]:
    """Return what the worker was told, and say that "you" in it is the worker."""
    said = [runs for name, runs in _reasons_by_name(matter) if name not in BACKGROUND]
    return [
        *_next_steps(matter, asker),
        *close_lines(said),
        small_print(render_text("approvals.detail.limits", asker=asker)),
    ]


def _next_steps(matter: Matter, asker: str) -> list[Part]:
    """Return what comes next for the worker, as their own note says it."""
    steps = presenter_of(matter).noted(matter, matter.decision())
    whole = " ".join(step if step.endswith(".") else f"{step[:1].upper()}{step[1:]}." for step in steps)
    said = render_runs("approvals.detail.next", asker=asker, steps=whole)
    return [rich(said, spacing="Small")] if steps else []


def _reasons_by_name(matter: Matter) -> list[tuple[str, tuple[Run, ...]]]:
    """Return the reasons with the names of their rules, those that decide this case first."""
    decision = matter.decision()
    order = sorted(decision.weighed, key=lambda name: name in BACKGROUND)
    said = reasons_of(matter, decision)
    return [(name, (*runs, Run(text=f" ({ref})"))) for name, (ref, runs) in zip(order, said, strict=True)]


def _answers(matter: Matter) -> list[Part]:
    """Return what the worker typed, apart from what they chose among options in our words."""
    parts: list[Part] = []
    for key, typed in (("in_their_words", True), ("chosen", False)):
        rows = [_answer(row) for row in typed_or_chosen(matter, typed=typed)]
        parts += [small_heading(render_text(f"approvals.detail.{key}")), *rows] if rows else []
    return parts


def _answer(row: AnswerRow) -> Part:
    return rich((Run(text=f"{row.label} ", is_subtle=True), Run(text="; ".join(row.said))), spacing="Small")


def _worth_asking(request: Request, room: int) -> list[Part]:
    """Return what is worth asking: the first questions in view, as many as so many words allow; the others open."""
    asked = render_paragraphs(f"approvals.ask.{request.kind}")
    rows = [StepRow(runs) for runs in asked]
    count = len(fitting(rows, room - WORDS_AROUND, len(rows))) if room > LEAST_ROOM else 0
    title = render_text(f"approvals.detail.{'ask_more' if count else 'worth_asking'}")
    more = folded([Section("ask_more", title, tuple(bulleted_list(asked[count:])))])
    heading = [small_heading(render_text("approvals.detail.worth_asking"))] if count else []
    return [*heading, *bulleted_list(asked[:count]), *more]


def _answer_inputs(screen: ForSupervisor) -> list[Part]:
    request = screen.request
    parts: list[Part] = []
    if screen.fault:
        text = render_text(f"approvals.refused.{screen.fault}")
        parts.append(fault_line(text))
    label = render_text("approvals.question.answer" if request.is_question else "approvals.detail.reason")
    parts.append(TextInput(id="reason", label=label, is_multiline=True, value=screen.typed or _drafted_reason(request)))
    ids: dict[str, Any] = {"about": request.id, "seen": str(len(request.talk))}
    ask_back = button("ask_back", title=render_text("buttons.ask_worker"), **ids)
    if request.is_question:
        answer = button("agree", title=render_text("buttons.send_answer"), **ids)
        return [*parts, Buttons(actions=(answer, ask_back))]
    return [*parts, Buttons(actions=(button("agree", **ids), ask_back, button("do_not_agree", **ids)))]


def _drafted_reason(request: Request) -> str | None:
    """4.4  Return the draft of a sign-off, which says what was read. Any other reason starts empty."""
    if request.kind is not RequestKind.REDACTION:
        return None
    return render_run("approvals.detail.sign_off", asker=request.asker_name).text


def _hand_over_inputs(screen: ForSupervisor) -> list[Part]:
    """Return the choice of other supervisors, by names with nothing in them that a client could read as markup."""
    if not screen.others:
        return []
    choices = tuple(InputChoice(title=OwnWords(safe_name(name)), value=object_id) for object_id, name in screen.others)
    choice = ChoiceInput(id="hand_to", label=render_text("approvals.detail.hand_to"), choices=choices, style="compact")
    return [choice, Buttons(actions=(button("hand_request", about=screen.request.id),))]


def _outcome(request: Request, *, by_reader: bool) -> list[Part]:
    """Return what was said; the management note only for the supervisor who said it."""
    if request.state is RequestState.WITHDRAWN:
        return [rich(render_runs("approvals.withdrawn", number=request.number))]
    when = london_time(request.answered_at)
    state = "question.answered" if request.is_question else request.state
    said = render_runs(f"approvals.{state}", who=request.decider_name, when=when, reason=request.reason)
    done = TextBlock(text=render_text("approvals.detail.done", when=when), is_subtle=True)
    note = [_management_note(request, when)] if by_reader and not request.is_question else []
    return [rich(said), *note, done]


def _management_note(request: Request, when: str) -> Part:
    filled: dict[str, Any] = {"number": request.number, "asker": request.asker_name, "when": when}
    filled["reason"] = without_stop(request.reason)
    note = render_run(f"approvals.note.management_{request.state}", **filled).text
    label = render_text("approvals.detail.note")
    return TextInput(id="management_note", label=label, is_multiline=True, value=note)


def draw_open_approvals(screen: OpenApprovals, council: Council, now: datetime) -> Card:
    title = render_text("approvals.lists.approvals")
    shown = screen.requests[screen.first : screen.first + PAGE]
    rows = [_row(request) for request in shown] or [rich(render_runs("approvals.lists.approvals_none"))]
    rows += page_buttons("approvals", screen.first, PAGE, len(screen.requests), back="buttons.show_earlier")
    return titled_card(title, rows, (button("team_follow_ups"), button("away"), button("home"), danger_button(None)))


def _row(request: Request) -> Part:
    kind = kind_label(request.kind, own_chat=True)
    first = Run(text=render_text("approvals.lists.row", number=request.number, kind=kind), weight="Bolder")
    asked_by = render_text("approvals.lists.asked_by", asker=request.asker_name, team=request.channel_name)
    with_whom = request.assigned_name if request.state is RequestState.WAITING else ""
    state = render_text(f"approvals.states.{request.state}")
    held = render_text("approvals.lists.state", state=state, who=with_whom, since=london_time(request.since))
    small = [rich([Run(text=said, is_subtle=True)], spacing="None") for said in (asked_by, held)]
    ways = Buttons(actions=(button("open_request", title=render_text("buttons.open"), about=request.id),))
    return Box(items=(rich([first]), *small, ways), separator=True)
