"""In the supervisor's own chat: what the rules say, the worker's words, what is worth asking, the ways to answer."""

from datetime import datetime
from typing import Any

from cards import words
from cards.actions import button, danger
from cards.approvals.times import clock_of
from cards.elements import Box, Buttons, Card, ChoiceInput, Option, OwnWords, Part, Run, TextBlock, TextInput, rich
from cards.faces import headline
from cards.people import Council, day
from cards.rows import rows_of
from cards.why import BACKGROUND, reasons_of
from dialogs.approvals.request import OPEN, Request, RequestKind, RequestState
from dialogs.approvals.screens import ForSupervisor, OpenApprovals
from dialogs.matter import Matter


def detail(screen: ForSupervisor, council: Council, now: datetime) -> Card:
    """The request in full. Once it is settled: what was said, and the management note."""
    request = screen.request
    kind = words.label(f"approvals.kinds.{request.kind}")
    title = words.label("approvals.detail.title", number=request.number, kind=kind)
    body: list[Part] = [TextBlock(text=title, style="heading", size="Large", weight="Bolder"), *_asked(request)]
    body += _talk(request)
    if request.state in OPEN:
        body += _about_follow_up(request) if request.follow_up else [*_rules(screen.matter), *_own_words(screen.matter)]
        body += [*_worth_asking(request), *_to_answer(screen)]
    else:
        body += _settled(request)
    body.append(TextBlock(text=words.label("approvals.ours"), size="Small", is_subtle=True))
    return Card(fallback_text=title, body=tuple(body), actions=(danger(None),))


def _asked(request: Request) -> list[Part]:
    times = {"asked": clock_of(request.asked_at), "needed_by": request.needed_by}
    said = [words.say("approvals.detail.asked", asker=request.asker_name, **times)]
    if not request.follow_up:  # of a follow-up nothing goes to anyone, so nothing can be urgent
        key = "approvals.detail.urgent" if request.after_the_fact else "approvals.detail.if_sooner"
        said.append(words.say(key, asker=request.asker_name))
    return [rich(runs, spacing="Small") for runs in said]


def _talk(request: Request) -> list[Part]:
    if not request.talk:
        return []
    lines = [
        rich(
            words.say(f"approvals.line_{said.by}", at=said.at[11:16], words=said.words, asker=request.asker_name),
            spacing="Small",
        )
        for said in request.talk
    ]
    return [_heading("approvals.detail.talk"), *lines]


def _about_follow_up(request: Request) -> list[Part]:
    """3.12  What is still known of what went untold: the reference, the day and who got it."""
    about = request.snapshot["follow_up"]
    filled = {"child": about["child"], "whom": about["whom"], "since": day(about["since"])}
    said = (
        words.say("approvals.detail.follow_up", asker=request.asker_name, **filled),
        words.say("approvals.detail.no_exception"),
    )
    return [rich(runs, spacing="Small") for runs in said]


def _rules(matter: Matter) -> list[Part]:
    decision = matter.decision()
    said = [runs for name, runs in _by_name(matter) if name not in BACKGROUND]
    return [
        _heading("approvals.detail.rules_say"),
        TextBlock(text=headline(matter, decision)),
        *(rich(runs, spacing="Small") for runs in said),
        TextBlock(text=words.label("approvals.detail.limits"), size="Small", is_subtle=True),
    ]


def _by_name(matter: Matter) -> list[tuple[str, tuple[Run, ...]]]:
    """The reasons with the rule that each is of, what decides this case first."""
    decision = matter.decision()
    order = sorted(decision.weighed, key=lambda name: name in BACKGROUND)
    said = reasons_of(matter, decision)
    return [(name, (*runs, Run(text=f" ({ref})"))) for name, (ref, runs) in zip(order, said, strict=True)]


def _own_words(matter: Matter) -> list[Part]:
    parts: list[Part] = [_heading("approvals.detail.in_their_words")]
    for card in matter.flow.every_card():
        for row in rows_of(matter, card.asked(matter.values)):
            runs = (Run(text=f"{row.label} ", is_subtle=True), Run(text="; ".join(row.said)))
            parts.append(rich(runs, spacing="Small"))
    return parts


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
        button("agree", about=request.id, style="positive"),
        button("ask_back", about=request.id, title=words.label("buttons.ask_worker")),
        button("do_not_agree", about=request.id),
    )
    return [*parts, Buttons(actions=ways), *_to_hand_on(screen)]


def _drafted(request: Request) -> str | None:
    """4.4  A sign-off says what was read; any other reason is the supervisor's own from the first word."""
    if request.kind is not RequestKind.REDACTION:
        return None
    return words.plain("approvals.detail.sign_off", asker=request.asker_name).text


def _to_hand_on(screen: ForSupervisor) -> list[Part]:
    """Other supervisors by their names, as labels of ours: a name that could be read as more is shown without it."""
    if not screen.others:
        return []
    choices = tuple(Option(title=OwnWords(_plain(name)), value=object_id) for object_id, name in screen.others)
    choice = ChoiceInput(id="hand_to", label=words.label("approvals.detail.hand_to"), choices=choices, style="compact")
    return [choice, Buttons(actions=(button("hand_request", about=screen.request.id),))]


def _plain(name: str) -> str:
    """A colleague's name with nothing in it that a client could take for a mark or a link."""
    return "".join(letter for letter in name if letter.isalnum() or letter in " .'-")[:60]


def _settled(request: Request) -> list[Part]:
    if request.state is RequestState.WITHDRAWN:
        return [rich(words.say("approvals.withdrawn", number=request.number))]
    when = clock_of(request.answered_at)
    filled: dict[str, Any] = {
        "number": request.number,
        "when": when,
        "asker": request.asker_name,
        "reason": request.reason,
        "who": request.decider_name,
    }
    note = words.plain(f"approvals.note.management_{request.state}", **filled).text
    box = TextInput(id="management_note", label=words.label("approvals.detail.note"), is_multiline=True, value=note)
    done = words.label("approvals.detail.done", when=when)
    return [rich(words.say(f"approvals.{request.state}", **filled)), box, TextBlock(text=done, is_subtle=True)]


def waiting(screen: OpenApprovals, council: Council, now: datetime) -> Card:
    """What waits for this supervisor."""
    title = words.label("approvals.lists.approvals")
    rows = [_row(request) for request in screen.requests] or [rich(words.say("approvals.lists.approvals_none"))]
    heading = TextBlock(text=title, style="heading", size="Large", weight="Bolder")
    actions = (button("team_follow_ups"), button("home"), danger(None))
    return Card(fallback_text=title, body=(heading, *rows), actions=actions)


def _row(request: Request) -> Part:
    kind = words.label(f"approvals.kinds.{request.kind}")
    first = Run(text=words.label("approvals.lists.row", number=request.number, kind=kind), weight="Bolder")
    state = words.label(f"approvals.states.{request.state}")
    second = words.label("approvals.lists.state", state=state, asked=clock_of(request.asked_at))
    ways = Buttons(actions=(button("open_request", about=request.id),))
    return Box(items=(rich([first]), rich([Run(text=second, is_subtle=True)], spacing="None"), ways), separator=True)


def _heading(key: str) -> Part:
    return TextBlock(text=words.label(key), style="heading", weight="Bolder", spacing="Medium")
