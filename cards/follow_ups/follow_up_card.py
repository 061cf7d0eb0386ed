"""The card of one follow-up: done, moved, asked not to tell, and the words for the family."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from cards.additions import follow_up_values, status_text
from cards.approvals.worker_cards import request_status
from cards.elements import (
    Action,
    Box,
    Buttons,
    Card,
    ChoiceInput,
    DateInput,
    InputChoice,
    OwnWords,
    Part,
    Run,
    TextInput,
    TimeInput,
    rich,
)
from cards.layout import (
    button,
    close_lines,
    danger_button,
    fault_line,
    small_heading,
    small_print,
    titled_card,
    toggle_button,
)
from cards.letters import render_letter, speech_box
from cards.parents_wording import shared_values
from cards.people import Council
from cards.times import format_spoken_day
from cards.words import key_for_flow, render_runs, render_text
from dialogs.engine.children import by_itself, children_of, together
from dialogs.engine.follow_up_kinds import FollowUpKind
from dialogs.engine.moment_question import NOW, Moment
from dialogs.follow_ups.follow_up import FollowUp
from dialogs.follow_ups.form import DONE_WHEN, MOVE_TO
from dialogs.follow_ups.screens import OneFollowUp

DONE, MOVE, ASK = "follow_up_done", "move_follow_up", "ask_not_to_tell"


def draw_follow_up(screen: OneFollowUp, council: Council, now: datetime) -> Card:
    """Draw what is still to be done, or how it ended."""
    follow_up = screen.follow_up
    kind = render_text(f"follow_ups.kinds.{follow_up.kind}")
    title = render_text("follow_ups.title", number=follow_up.number, kind=kind)
    body = close_lines(about_follow_up(follow_up, now))
    if follow_up.is_open:
        body += [*_request_section(screen, council), *_actions(screen, now)]
    body += _additions(follow_up, rewording=screen.rewording)
    if screen.words:
        body += _letter(follow_up, council)
    return titled_card(title, body, _foot(screen))


def about_follow_up(follow_up: FollowUp, now: datetime) -> list[tuple[Run, ...]]:
    """Return what it is about, what it rests on, who knows, and when it is due, a line each."""
    key = key_for_flow(follow_up.flow, f"follow_ups.about.{follow_up.kind}")
    said = [render_runs(key, **follow_up_values(follow_up))]
    if follow_up.kind is FollowUpKind.TELL_FAMILY:
        said.append(render_runs(f"follow_ups.{_reason_key(follow_up)}"))
        said += _who_is_told(follow_up)
    return [*said, (Run(text=status_text(follow_up, now)),)]


def _reason_key(follow_up: FollowUp) -> str:
    """Return whether the guidance asks for it, it is good practice, or the family should have known before."""
    if not follow_up.excepted:
        return "departed"
    return "rests_on" if follow_up.asked_for else "practice"


def _who_is_told(follow_up: FollowUp) -> list[tuple[Run, ...]]:
    """Return who of the family has been told and who has not, if they are known by name."""
    found = []
    if follow_up.told:
        found.append(render_runs("follow_ups.told_already", told=together(follow_up.told)))
    if follow_up.left and follow_up.is_open:
        found.append(render_runs("follow_ups.still_to_tell", left=together(follow_up.left)))
    return found


def _request_section(screen: OneFollowUp, council: Council) -> list[Part]:
    """Return the state of the request not to tell, if there is one."""
    if screen.request is None or screen.fault:  # room for what was typed
        return []
    heading = small_heading(render_text("follow_ups.request"))
    return [heading, *request_status(screen.request, council)]


def _actions(screen: OneFollowUp, now: datetime) -> list[Part]:
    """Return a button for each action, with the box that it opens; a box with a fault in it is open already."""
    follow_up, opened = screen.follow_up, screen.opened
    tells = follow_up.kind is FollowUpKind.TELL_FAMILY
    waiting = screen.request is not None and screen.request.is_open
    ways = [DONE, MOVE, *([ASK] if tells and not waiting else [])]
    called = {} if tells else {DONE: "follow_up_answered"}
    shown: list[Action] = [toggle_button(called.get(way, way), f"box_{way}") for way in ways if way != opened]
    if tells:
        shown.append(button("follow_up_words", about=follow_up.id))
    boxes = [_box(way, screen, now) for way in ways]
    return [Buttons(actions=tuple(shown)), *boxes]


def _box(way: str, screen: OneFollowUp, now: datetime) -> Box:
    parts: list[Part] = []
    if way == screen.opened and screen.fault:
        said = render_text(f"faults.{screen.fault.code}", **screen.fault.details)
        parts.append(fault_line(said))
    parts += _inputs(way, screen, now)
    send = button(way, about=screen.follow_up.id, style="positive", title=render_text(f"buttons.save_{way}"))
    visible = None if way == screen.opened else False
    return Box(id=f"box_{way}", is_visible=visible, style="emphasis", items=(*parts, Buttons(actions=(send,))))


def _inputs(way: str, screen: OneFollowUp, now: datetime) -> list[Part]:
    kind, typed = screen.follow_up.kind, screen.typed
    if way == ASK:
        hint = small_print(render_text("follow_ups.no_exception"))
        return [hint, _text_input("not_telling_because", render_text("follow_ups.ask.because"), screen, long=True)]
    if way == MOVE:
        day, _ = _moment_shown(MOVE_TO, typed, now + timedelta(days=7))
        when = DateInput(id="move_to__date", label=render_text("follow_ups.move.to"), value=day)
        return [when, _text_input("move_because", render_text("follow_ups.move.because"), screen, long=True)]
    day, time = _moment_shown(DONE_WHEN, typed, now)
    return [
        *(_who_was_told(screen) if screen.follow_up.kind is FollowUpKind.TELL_FAMILY else []),
        DateInput(
            id="done_when__date",
            label=render_text(f"follow_ups.done.{kind}.when"),
            value=day,
        ),
        TimeInput(
            id="done_when__time",
            label=render_text("asking.time"),
            value=time,
        ),
        _text_input("done_how", render_text(f"follow_ups.done.{kind}.how"), screen),
        _text_input("done_by", render_text(f"follow_ups.done.{kind}.by"), screen),
    ]


def _moment_shown(question: Moment, typed: Mapping[str, str], usual: datetime) -> tuple[str | None, str | None]:
    """Return the day and time to begin with, or what can be read of those that were typed and not taken."""
    if not any(key.startswith(f"{question.name}__") for key in typed):
        return usual.strftime("%Y-%m-%d"), usual.strftime("%H:%M")
    shown = question.as_typed(typed, {NOW: usual.isoformat()})
    return shown["day"] or None, shown["time"] or None


def _who_was_told(screen: OneFollowUp) -> list[Part]:
    """Return ticks for those left to tell, nothing if one is left, or a text box if nobody is known by name."""
    follow_up, typed, kind = screen.follow_up, screen.typed, "follow_ups.done.tell_family"
    if follow_up.parents:
        choices = tuple(InputChoice(title=OwnWords(name), value=by_itself(name)) for name in follow_up.left)
        label, value = render_text(f"{kind}.who"), typed.get("done_who") or None
        several = ChoiceInput(id="done_who", label=label, choices=choices, is_multi_select=True, value=value)
        return [several] if len(choices) > 1 else []
    answers = tuple(InputChoice(title=render_text(f"{kind}.{value}"), value=value) for value in ("yes", "no"))
    everyone = typed.get("done_everyone") or None
    return [
        _text_input("done_whom", render_text(f"{kind}.whom"), screen),
        ChoiceInput(id="done_everyone", label=render_text(f"{kind}.everyone"), choices=answers, value=everyone),
    ]


def _text_input(name: str, label: OwnWords, screen: OneFollowUp, *, long: bool = False) -> TextInput:
    return TextInput(id=name, label=label, is_multiline=long or None, value=screen.typed.get(name) or None)


def _additions(follow_up: FollowUp, *, rewording: bool) -> list[Part]:
    """Return what has still to be copied under the note on MOSAIC, or to be changed first."""
    if not follow_up.additions:
        return []
    text = "\n".join(follow_up.additions)
    box = TextInput(id="follow_up_addition", label=render_text("follow_ups.addition"), is_multiline=True, value=text)
    way = button("follow_up_reworded" if rewording else "follow_up_copied", about=follow_up.id)
    return [box, Buttons(actions=(way,))]


def _letter(follow_up: FollowUp, council: Council) -> list[Part]:
    text = words_for_family(follow_up, council)
    done = render_text(key_for_flow(follow_up.flow, "follow_ups.went.done"))
    hint = render_runs("follow_ups.words_hint", done=done, excepted=follow_up.excepted)
    return [rich(hint), rich(render_runs("wording.check")), *speech_box("said_after", text)]


def words_for_family(follow_up: FollowUp, council: Council) -> str:
    """Return new words for the family; what was shared is no longer known here."""
    filled = {"flow": follow_up.flow, "whom": follow_up.whom, "since": format_spoken_day(follow_up.since)}
    same = shared_values(several=len(children_of({"child": follow_up.child})) > 1)
    late = render_text("letters.told_late", silence="", by_court=False)
    notice = council.privacy_notice_url
    return render_letter("follow_ups/said_after", **filled, **same, told_late=late, privacy_notice_url=notice)


def _foot(screen: OneFollowUp) -> tuple[Action, ...]:
    there = screen.matter_there
    opens = (button("open", title=render_text("approvals.open_mine"), about=screen.follow_up.matter_id),)
    return (*(opens if there else ()), button("follow_ups"), danger_button(None))
