"""In the supervisor's own chat: what the rules say, the worker's words, what is worth asking, the ways to answer."""

from datetime import datetime
from typing import Any

from cards.actions import button, danger_button
from cards.answer_rows import AnswerRow
from cards.approvals.ownership import kind_label, ownership_line
from cards.approvals.times import format_local, london_time, without_stop
from cards.approvals.worker_answers import typed_or_chosen
from cards.elements import Box, Buttons, Card, ChoiceInput, InputChoice, OwnWords, Part, Run, TextBlock, TextInput, rich
from cards.follow_ups.additions import untold_phrase
from cards.people import Council, safe_name
from cards.presenters import headline, presenter_of
from cards.reasons_section import BACKGROUND, reasons_of
from cards.words import render_paragraphs, render_run, render_runs, render_text
from dialogs.approvals.request import OPEN, Request, RequestKind, RequestState
from dialogs.approvals.screens import ForSupervisor, OpenApprovals
from dialogs.engine.matter import Matter


def draw_request(screen: ForSupervisor, council: Council, now: datetime) -> Card:
    """The request in full. Once it is settled: what was said, and the management note."""
    request = screen.request
    if request.state is RequestState.GONE:
        return _draw_gone(request)
    kind = kind_label(request.kind, own_chat=True)
    title = render_text("approvals.detail.title", number=request.number, kind=kind)
    body: list[Part] = [TextBlock(text=title, style="heading", size="Large", weight="Bolder"), *_who_asked(request)]
    body += _talk(request)
    if request.state in OPEN:
        body += _follow_up_section(request) if request.follow_up else _matter_section(screen.matter, request.asker_name)
        body += [*_worth_asking(request), *_answer_inputs(screen)]
    else:
        body += _outcome(request, by_reader=screen.is_deciders)
    body.append(ownership_line(request.kind))
    return Card(fallback_text=title, body=tuple(body), actions=(danger_button(None),))


def _draw_gone(request: Request) -> Card:
    """Its matter's text has ended here: who asked, and what is left to do."""
    title = render_text("approvals.gone.title", number=request.number)
    times = {"asked": london_time(request.asked_at), "when": london_time(request.answered_at)}
    said = render_runs(f"approvals.gone.{request.gone_as}", asker=request.asker_name, **times)
    heading = TextBlock(text=title, style="heading", size="Large", weight="Bolder")
    return Card(fallback_text=title, body=(heading, rich(said)), actions=(danger_button(None),))


def _who_asked(request: Request) -> list[Part]:
    times = {"asked": london_time(request.asked_at), "needed_by": request.needed_by}
    said = [render_runs("approvals.detail.asked", asker=request.asker_name, **times)]
    if request.goes_ahead:
        said.append(render_runs("approvals.detail.urgent"))
    elif request.state in OPEN and not request.follow_up:  # of a follow-up nothing goes to anyone
        said.append(render_runs(f"approvals.if_sooner.{request.kind}", asker=request.asker_name))
    return [rich(runs, spacing="Small") for runs in said]


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
    return [_heading("approvals.detail.talk"), *lines]


def _follow_up_section(request: Request) -> list[Part]:
    """3.12  What is still known of what went untold: the reference, the day and who got it."""
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
    return [rich(runs, spacing="Small") for runs in said]


def _matter_section(matter: Matter, asker: str) -> list[Part]:
    return [*_rules(matter, asker), *_answers(matter, asker)]


def _rules(matter: Matter, asker: str) -> list[Part]:
    """What the worker was told, which speaks to the worker: it is said that "you" is them."""
    decision = matter.decision()
    said = [runs for name, runs in _reasons_by_name(matter) if name not in BACKGROUND]
    return [
        _heading("approvals.detail.rules_say", asker=asker),
        TextBlock(text=headline(matter, decision), weight="Bolder"),
        *_next_steps(matter, asker),
        *(rich(runs, spacing="Small") for runs in said),
        TextBlock(text=render_text("approvals.detail.limits", asker=asker), size="Small", is_subtle=True),
    ]


def _next_steps(matter: Matter, asker: str) -> list[Part]:
    """What comes next for the worker, as their own note says it."""
    steps = presenter_of(matter).noted(matter, matter.decision())
    whole = " ".join(step if step.endswith(".") else f"{step[:1].upper()}{step[1:]}." for step in steps)
    said = render_runs("approvals.detail.next", asker=asker, steps=whole)
    return [rich(said, spacing="Small")] if steps else []


def _reasons_by_name(matter: Matter) -> list[tuple[str, tuple[Run, ...]]]:
    """The reasons with the rule that each is of, what decides this case first."""
    decision = matter.decision()
    order = sorted(decision.weighed, key=lambda name: name in BACKGROUND)
    said = reasons_of(matter, decision)
    return [(name, (*runs, Run(text=f" ({ref})"))) for name, (ref, runs) in zip(order, said, strict=True)]


def _answers(matter: Matter, asker: str) -> list[Part]:
    """What the worker typed, apart from what they chose among words of ours: those are not theirs."""
    parts: list[Part] = []
    for key, typed in (("in_their_words", True), ("chosen", False)):
        rows = [_answer(row) for row in typed_or_chosen(matter, typed=typed)]
        parts += [_heading(f"approvals.detail.{key}", asker=asker), *rows] if rows else []
    return parts


def _answer(row: AnswerRow) -> Part:
    return rich((Run(text=f"{row.label} ", is_subtle=True), Run(text="; ".join(row.said))), spacing="Small")


def _worth_asking(request: Request) -> list[Part]:
    asked = render_paragraphs(f"approvals.ask.{request.kind}")
    return [
        _heading("approvals.detail.worth_asking"),
        *(rich((Run(text="\u2022 "), *runs), spacing="Small") for runs in asked),
    ]


def _answer_inputs(screen: ForSupervisor) -> list[Part]:
    request = screen.request
    parts: list[Part] = []
    if screen.fault:
        text = render_text(f"approvals.refused.{screen.fault}")
        parts.append(TextBlock(text=text, color="Attention", weight="Bolder"))
    label = render_text("approvals.detail.reason")
    parts.append(TextInput(id="reason", label=label, is_multiline=True, value=screen.typed or _drafted_reason(request)))
    ways = (
        button("agree", about=request.id),
        button("ask_back", about=request.id, title=render_text("buttons.ask_worker")),
        button("do_not_agree", about=request.id),
    )
    return [*parts, Buttons(actions=ways), *_hand_over_inputs(screen)]


def _drafted_reason(request: Request) -> str | None:
    """4.4  A sign-off says what was read; any other reason is the supervisor's own from the first word."""
    if request.kind is not RequestKind.REDACTION:
        return None
    return render_run("approvals.detail.sign_off", asker=request.asker_name).text


def _hand_over_inputs(screen: ForSupervisor) -> list[Part]:
    """Other supervisors by their names, as labels of ours: a name that could be read as more is shown without it."""
    if not screen.others:
        return []
    choices = tuple(InputChoice(title=OwnWords(safe_name(name)), value=object_id) for object_id, name in screen.others)
    choice = ChoiceInput(id="hand_to", label=render_text("approvals.detail.hand_to"), choices=choices, style="compact")
    return [choice, Buttons(actions=(button("hand_request", about=screen.request.id),))]


def _outcome(request: Request, *, by_reader: bool) -> list[Part]:
    """What was said; the management note for the one who said it, and nobody else."""
    if request.state is RequestState.WITHDRAWN:
        return [rich(render_runs("approvals.withdrawn", number=request.number))]
    when = london_time(request.answered_at)
    said = render_runs(f"approvals.{request.state}", who=request.decider_name, when=when, reason=request.reason)
    done = TextBlock(text=render_text("approvals.detail.done", when=when), is_subtle=True)
    return [rich(said), *([_management_note(request, when)] if by_reader else []), done]


def _management_note(request: Request, when: str) -> Part:
    filled: dict[str, Any] = {"number": request.number, "asker": request.asker_name, "when": when}
    filled["reason"] = without_stop(request.reason)
    note = render_run(f"approvals.note.management_{request.state}", **filled).text
    label = render_text("approvals.detail.note")
    return TextInput(id="management_note", label=label, is_multiline=True, value=note)


def draw_open_approvals(screen: OpenApprovals, council: Council, now: datetime) -> Card:
    """What waits for this supervisor."""
    title = render_text("approvals.lists.approvals")
    rows = [_row(request) for request in screen.requests] or [rich(render_runs("approvals.lists.approvals_none"))]
    heading = TextBlock(text=title, style="heading", size="Large", weight="Bolder")
    actions = (button("team_follow_ups"), button("home"), danger_button(None))
    return Card(fallback_text=title, body=(heading, *rows), actions=actions)


def _row(request: Request) -> Part:
    kind = kind_label(request.kind, own_chat=True)
    first = Run(text=render_text("approvals.lists.row", number=request.number, kind=kind), weight="Bolder")
    state = render_text(f"approvals.states.{request.state}")
    second = render_text("approvals.lists.state", state=state, asked=london_time(request.asked_at))
    ways = Buttons(actions=(button("open_request", title=render_text("buttons.open"), about=request.id),))
    return Box(items=(rich([first]), rich([Run(text=second, is_subtle=True)], spacing="None"), ways), separator=True)


def _heading(key: str, **filled: str) -> Part:
    return TextBlock(text=render_text(key, **filled), style="heading", weight="Bolder", spacing="Medium")
