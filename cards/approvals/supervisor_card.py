"""In the supervisor's own chat: what the rules say, the worker's words, what is worth asking, the ways to answer."""

from datetime import datetime
from typing import Any

from cards import words
from cards.actions import button, danger
from cards.answer_rows import AnswerRow
from cards.approvals.ownership import kind_label, whose
from cards.approvals.times import clock_of, clock_of_moment, unstopped
from cards.approvals.worker_answers import answers_of
from cards.elements import Box, Buttons, Card, ChoiceInput, Option, OwnWords, Part, Run, TextBlock, TextInput, rich
from cards.follow_ups.additions import went
from cards.people import Council, plain_name
from cards.presenters import headline, presenter_of
from cards.reasons_section import BACKGROUND, reasons_of
from dialogs.approvals.request import OPEN, Request, RequestKind, RequestState
from dialogs.approvals.screens import ForSupervisor, OpenApprovals
from dialogs.engine.matter import Matter


def detail(screen: ForSupervisor, council: Council, now: datetime) -> Card:
    """The request in full. Once it is settled: what was said, and the management note."""
    request = screen.request
    if request.state is RequestState.GONE:
        return _gone(request)
    kind = kind_label(request.kind, own_chat=True)
    title = words.label("approvals.detail.title", number=request.number, kind=kind)
    body: list[Part] = [TextBlock(text=title, style="heading", size="Large", weight="Bolder"), *_asked(request)]
    body += _talk(request)
    if request.state in OPEN:
        body += _about_follow_up(request) if request.follow_up else _about_matter(screen.matter, request.asker_name)
        body += [*_worth_asking(request), *_to_answer(screen)]
    else:
        body += _settled(request, by_reader=screen.is_deciders)
    body.append(whose(request.kind))
    return Card(fallback_text=title, body=tuple(body), actions=(danger(None),))


def _gone(request: Request) -> Card:
    """Its matter's text has ended here: who asked, and what is left to do."""
    title = words.label("approvals.gone.title", number=request.number)
    times = {"asked": clock_of(request.asked_at), "when": clock_of(request.answered_at)}
    said = words.say(f"approvals.gone.{request.gone_as}", asker=request.asker_name, **times)
    heading = TextBlock(text=title, style="heading", size="Large", weight="Bolder")
    return Card(fallback_text=title, body=(heading, rich(said)), actions=(danger(None),))


def _asked(request: Request) -> list[Part]:
    times = {"asked": clock_of(request.asked_at), "needed_by": request.needed_by}
    said = [words.say("approvals.detail.asked", asker=request.asker_name, **times)]
    if request.goes_ahead:
        said.append(words.say("approvals.detail.urgent"))
    elif request.state in OPEN and not request.follow_up:  # of a follow-up nothing goes to anyone
        said.append(words.say(f"approvals.if_sooner.{request.kind}", asker=request.asker_name))
    return [rich(runs, spacing="Small") for runs in said]


def _talk(request: Request) -> list[Part]:
    if not request.talk:
        return []
    lines = [
        rich(
            words.say(
                f"approvals.line_{said.by}",
                at=clock_of_moment(datetime.fromisoformat(said.at)),
                words=said.words,
                asker=request.asker_name,
            ),
            spacing="Small",
        )
        for said in request.talk
    ]
    return [_heading("approvals.detail.talk"), *lines]


def _about_follow_up(request: Request) -> list[Part]:
    """3.12  What is still known of what went untold: the reference, the day and who got it."""
    about = request.snapshot["follow_up"]
    filled = {
        "child": about["child"],
        "of_what": went(request.flow, about["whom"], about["since"]),
        "told": about.get("told", ""),
        "left": about.get("left", ""),
    }
    said = (
        words.say("approvals.detail.follow_up", asker=request.asker_name, **filled),
        words.say("approvals.detail.no_exception"),
    )
    return [rich(runs, spacing="Small") for runs in said]


def _about_matter(matter: Matter, asker: str) -> list[Part]:
    return [*_rules(matter, asker), *_answers(matter, asker)]


def _rules(matter: Matter, asker: str) -> list[Part]:
    """What the worker was told, which speaks to the worker: it is said that "you" is them."""
    decision = matter.decision()
    said = [runs for name, runs in _by_name(matter) if name not in BACKGROUND]
    return [
        _heading("approvals.detail.rules_say", asker=asker),
        TextBlock(text=headline(matter, decision), weight="Bolder"),
        *_next(matter, asker),
        *(rich(runs, spacing="Small") for runs in said),
        TextBlock(text=words.label("approvals.detail.limits", asker=asker), size="Small", is_subtle=True),
    ]


def _next(matter: Matter, asker: str) -> list[Part]:
    """What comes next for the worker, as their own note says it."""
    steps = presenter_of(matter).noted(matter, matter.decision())
    whole = " ".join(step if step.endswith(".") else f"{step[:1].upper()}{step[1:]}." for step in steps)
    said = words.say("approvals.detail.next", asker=asker, steps=whole)
    return [rich(said, spacing="Small")] if steps else []


def _by_name(matter: Matter) -> list[tuple[str, tuple[Run, ...]]]:
    """The reasons with the rule that each is of, what decides this case first."""
    decision = matter.decision()
    order = sorted(decision.weighed, key=lambda name: name in BACKGROUND)
    said = reasons_of(matter, decision)
    return [(name, (*runs, Run(text=f" ({ref})"))) for name, (ref, runs) in zip(order, said, strict=True)]


def _answers(matter: Matter, asker: str) -> list[Part]:
    """What the worker typed, apart from what they chose among words of ours: those are not theirs."""
    parts: list[Part] = []
    for key, typed in (("in_their_words", True), ("chosen", False)):
        rows = [_answer(row) for row in answers_of(matter, typed=typed)]
        parts += [_heading(f"approvals.detail.{key}", asker=asker), *rows] if rows else []
    return parts


def _answer(row: AnswerRow) -> Part:
    return rich((Run(text=f"{row.label} ", is_subtle=True), Run(text="; ".join(row.said))), spacing="Small")


def _worth_asking(request: Request) -> list[Part]:
    asked = words.say_each(f"approvals.ask.{request.kind}")
    return [
        _heading("approvals.detail.worth_asking"),
        *(rich((Run(text="\u2022 "), *runs), spacing="Small") for runs in asked),
    ]


def _to_answer(screen: ForSupervisor) -> list[Part]:
    request = screen.request
    parts: list[Part] = []
    if screen.fault:
        text = words.label(f"approvals.refused.{screen.fault}")
        parts.append(TextBlock(text=text, color="Attention", weight="Bolder"))
    label = words.label("approvals.detail.reason")
    parts.append(TextInput(id="reason", label=label, is_multiline=True, value=screen.typed or _drafted(request)))
    ways = (
        button("agree", about=request.id),
        button("ask_back", about=request.id, title=words.label("buttons.ask_worker")),
        button("do_not_agree", about=request.id),
    )
    return [*parts, Buttons(actions=ways), *_to_pass_on(screen)]


def _drafted(request: Request) -> str | None:
    """4.4  A sign-off says what was read; any other reason is the supervisor's own from the first word."""
    if request.kind is not RequestKind.REDACTION:
        return None
    return words.plain("approvals.detail.sign_off", asker=request.asker_name).text


def _to_pass_on(screen: ForSupervisor) -> list[Part]:
    """Other supervisors by their names, as labels of ours: a name that could be read as more is shown without it."""
    if not screen.others:
        return []
    choices = tuple(Option(title=OwnWords(plain_name(name)), value=object_id) for object_id, name in screen.others)
    choice = ChoiceInput(id="hand_to", label=words.label("approvals.detail.hand_to"), choices=choices, style="compact")
    return [choice, Buttons(actions=(button("hand_request", about=screen.request.id),))]


def _settled(request: Request, *, by_reader: bool) -> list[Part]:
    """What was said; the management note for the one who said it, and nobody else."""
    if request.state is RequestState.WITHDRAWN:
        return [rich(words.say("approvals.withdrawn", number=request.number))]
    when = clock_of(request.answered_at)
    said = words.say(f"approvals.{request.state}", who=request.decider_name, when=when, reason=request.reason)
    done = TextBlock(text=words.label("approvals.detail.done", when=when), is_subtle=True)
    return [rich(said), *([_management_note(request, when)] if by_reader else []), done]


def _management_note(request: Request, when: str) -> Part:
    filled: dict[str, Any] = {"number": request.number, "asker": request.asker_name, "when": when}
    filled["reason"] = unstopped(request.reason)
    note = words.plain(f"approvals.note.management_{request.state}", **filled).text
    label = words.label("approvals.detail.note")
    return TextInput(id="management_note", label=label, is_multiline=True, value=note)


def waiting(screen: OpenApprovals, council: Council, now: datetime) -> Card:
    """What waits for this supervisor."""
    title = words.label("approvals.lists.approvals")
    rows = [_row(request) for request in screen.requests] or [rich(words.say("approvals.lists.approvals_none"))]
    heading = TextBlock(text=title, style="heading", size="Large", weight="Bolder")
    actions = (button("team_follow_ups"), button("home"), danger(None))
    return Card(fallback_text=title, body=(heading, *rows), actions=actions)


def _row(request: Request) -> Part:
    kind = kind_label(request.kind, own_chat=True)
    first = Run(text=words.label("approvals.lists.row", number=request.number, kind=kind), weight="Bolder")
    state = words.label(f"approvals.states.{request.state}")
    second = words.label("approvals.lists.state", state=state, asked=clock_of(request.asked_at))
    ways = Buttons(actions=(button("open_request", title=words.label("buttons.open"), about=request.id),))
    return Box(items=(rich([first]), rich([Run(text=second, is_subtle=True)], spacing="None"), ways), separator=True)


def _heading(key: str, **filled: str) -> Part:
    return TextBlock(text=words.label(key, **filled), style="heading", weight="Bolder", spacing="Medium")
