"""One follow-up, with the ways on: done, moved, asked not to tell, and the words for the family."""

from datetime import datetime, timedelta

from cards import words
from cards.actions import button, danger, toggle
from cards.approvals.worker_cards import where_it_stands
from cards.elements import (
    Action,
    Box,
    Buttons,
    Card,
    ChoiceInput,
    DateInput,
    Option,
    OwnWords,
    Part,
    Run,
    TextBlock,
    TextInput,
    TimeInput,
    rich,
)
from cards.follow_ups.additions import known, standing
from cards.letters import write
from cards.parents_wording import in_every_text
from cards.people import Council, spoken_day
from cards.text_boxes import to_say
from cards.titled import titled
from dialogs.engine.children import by_itself, children_of, together
from dialogs.engine.follow_up_kinds import FollowUpKind
from dialogs.follow_ups.follow_up import FollowUp
from dialogs.follow_ups.screens import OneFollowUp

DONE, MOVE, ASK = "follow_up_done", "move_follow_up", "ask_not_to_tell"


def one(screen: OneFollowUp, council: Council, now: datetime) -> Card:
    """What is still to be done, or how it ended."""
    follow_up = screen.follow_up
    kind = words.label(f"follow_ups.kinds.{follow_up.kind}")
    title = words.label("follow_ups.title", number=follow_up.number, kind=kind)
    body: list[Part] = [rich(runs, spacing="Small") for runs in _about(follow_up, now)]
    if follow_up.is_open:
        body += [*_request(screen, council), *_ways(screen, now)]
    body += _additions(follow_up, rewording=screen.rewording)
    if screen.words:
        body += _words(follow_up, council)
    return titled(title, body, _foot(screen))


def _about(follow_up: FollowUp, now: datetime) -> list[tuple[Run, ...]]:
    key = words.in_flow(follow_up.flow, f"follow_ups.about.{follow_up.kind}")
    said = [words.say(key, **known(follow_up))]
    if follow_up.kind is FollowUpKind.TELL_FAMILY:
        said.append(words.say(f"follow_ups.{_rests_on(follow_up)}"))
        said += _who_knows(follow_up)
    return [*said, (Run(text=standing(follow_up, now)),)]


def _rests_on(follow_up: FollowUp) -> str:
    """Whether the guidance asks for it, or it is good practice, or they should have known before it went."""
    if not follow_up.excepted:
        return "departed"
    return "rests_on" if follow_up.asked_for else "practice"


def _who_knows(follow_up: FollowUp) -> list[tuple[Run, ...]]:
    """Who of them has been told, and who has not, where they are known by name."""
    found = []
    if follow_up.told:
        found.append(words.say("follow_ups.told_already", told=together(follow_up.told)))
    if follow_up.left and follow_up.is_open:
        found.append(words.say("follow_ups.still_to_tell", left=together(follow_up.left)))
    return found


def _request(screen: OneFollowUp, council: Council) -> list[Part]:
    """Where the request for not telling stands, if there is one."""
    if screen.request is None or screen.fault:  # room for what was typed
        return []
    heading = TextBlock(text=words.label("follow_ups.request"), style="heading", weight="Bolder", spacing="Medium")
    return [heading, *where_it_stands(screen.request, council)]


def _ways(screen: OneFollowUp, now: datetime) -> list[Part]:
    """A button for each way, with the box that it opens; a box with a fault in it stands open by itself."""
    follow_up, opened = screen.follow_up, screen.opened
    tells = follow_up.kind is FollowUpKind.TELL_FAMILY
    waiting = screen.request is not None and screen.request.is_open
    ways = [DONE, MOVE, *([ASK] if tells and not waiting else [])]
    called = {} if tells else {DONE: "follow_up_answered"}
    shown: list[Action] = [toggle(called.get(way, way), f"box_{way}") for way in ways if way != opened]
    if tells:
        shown.append(button("follow_up_words", about=follow_up.id))
    boxes = [_box(way, screen, now) for way in ways]
    return [Buttons(actions=tuple(shown)), *boxes]


def _box(way: str, screen: OneFollowUp, now: datetime) -> Box:
    parts: list[Part] = []
    if way == screen.opened and screen.fault:
        said = words.label(f"faults.{screen.fault.code}", **screen.fault.details)
        parts.append(TextBlock(text=said, color="Attention", weight="Bolder"))
    parts += _inputs(way, screen, now)
    send = button(way, about=screen.follow_up.id, style="positive", title=words.label(f"buttons.save_{way}"))
    visible = None if way == screen.opened else False
    return Box(id=f"box_{way}", is_visible=visible, style="emphasis", items=(*parts, Buttons(actions=(send,))))


def _inputs(way: str, screen: OneFollowUp, now: datetime) -> list[Part]:
    kind, typed = screen.follow_up.kind, screen.typed
    if way == ASK:
        hint = TextBlock(text=words.label("follow_ups.no_exception"), size="Small", is_subtle=True)
        return [hint, _text("not_telling_because", words.label("follow_ups.ask.because"), screen, long=True)]
    if way == MOVE:
        proposed = typed.get("move_to__date") or (now + timedelta(days=7)).strftime("%Y-%m-%d")
        when = DateInput(id="move_to__date", label=words.label("follow_ups.move.to"), value=proposed)
        return [when, _text("move_because", words.label("follow_ups.move.because"), screen, long=True)]
    return [
        *(_who(screen) if screen.follow_up.kind is FollowUpKind.TELL_FAMILY else []),
        DateInput(
            id="done_when__date",
            label=words.label(f"follow_ups.done.{kind}.when"),
            value=typed.get("done_when__date") or now.strftime("%Y-%m-%d"),
        ),
        TimeInput(
            id="done_when__time",
            label=words.label("asking.time"),
            value=typed.get("done_when__time") or now.strftime("%H:%M"),
        ),
        _text("done_how", words.label(f"follow_ups.done.{kind}.how"), screen),
        _text("done_by", words.label(f"follow_ups.done.{kind}.by"), screen),
    ]


def _who(screen: OneFollowUp) -> list[Part]:
    """Who was told: ticks of those left, nothing for the only one left, or words where no one is known by name."""
    follow_up, typed, kind = screen.follow_up, screen.typed, "follow_ups.done.tell_family"
    if follow_up.parents:
        choices = tuple(Option(title=OwnWords(name), value=by_itself(name)) for name in follow_up.left)
        label, value = words.label(f"{kind}.who"), typed.get("done_who") or None
        several = ChoiceInput(id="done_who", label=label, choices=choices, is_multi_select=True, value=value)
        return [several] if len(choices) > 1 else []
    answers = tuple(Option(title=words.label(f"{kind}.{value}"), value=value) for value in ("yes", "no"))
    everyone = typed.get("done_everyone") or None
    return [
        _text("done_whom", words.label(f"{kind}.whom"), screen),
        ChoiceInput(id="done_everyone", label=words.label(f"{kind}.everyone"), choices=answers, value=everyone),
    ]


def _text(name: str, label: OwnWords, screen: OneFollowUp, *, long: bool = False) -> TextInput:
    return TextInput(id=name, label=label, is_multiline=long or None, value=screen.typed.get(name) or None)


def _additions(follow_up: FollowUp, *, rewording: bool) -> list[Part]:
    """What has still to be copied under the note on MOSAIC, or to be changed first."""
    if not follow_up.additions:
        return []
    text = "\n".join(follow_up.additions)
    box = TextInput(id="follow_up_addition", label=words.label("follow_ups.addition"), is_multiline=True, value=text)
    way = button("follow_up_reworded" if rewording else "follow_up_copied", about=follow_up.id)
    return [box, Buttons(actions=(way,))]


def _words(follow_up: FollowUp, council: Council) -> list[Part]:
    text = words_afterwards(follow_up, council)
    done = words.label(words.in_flow(follow_up.flow, "follow_ups.went.done"))
    hint = words.say("follow_ups.words_hint", done=done, excepted=follow_up.excepted)
    return [rich(hint), rich(words.say("wording.check")), *to_say("said_after", text)]


def words_afterwards(follow_up: FollowUp, council: Council) -> str:
    """The words for the family made afresh: what was shared is not known here any more."""
    filled = {"flow": follow_up.flow, "whom": follow_up.whom, "since": spoken_day(follow_up.since)}
    same = in_every_text(several=len(children_of({"child": follow_up.child})) > 1)
    late = words.label("letters.told_late", silence="", by_court=False)
    notice = council.privacy_notice_url
    return write("follow_ups/said_after", **filled, **same, told_late=late, privacy_notice_url=notice)


def _foot(screen: OneFollowUp) -> tuple[Action, ...]:
    there = screen.matter_there
    opens = (button("open", title=words.label("approvals.open_mine"), about=screen.follow_up.matter_id),)
    return (*(opens if there else ()), button("follow_ups"), danger(None))
