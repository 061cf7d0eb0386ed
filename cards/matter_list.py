"""My matters: a page of them, each with what it is about, how far it has come and when it was begun."""

from datetime import datetime

from cards import words
from cards.actions import button, danger
from cards.elements import Action, Box, Buttons, Card, Column, OwnWords, Part, Row, Run, TextBlock, rich
from cards.people import Council, as_named, child_of, moment, names
from cards.titled import titled
from cards.welcome import on
from dialogs.current_screen import PAGE
from dialogs.engine.matter import Matter, Phase
from dialogs.screens import MyMatters


def my_matters(screen: MyMatters, council: Council, now: datetime) -> Card:
    """A page of matters; each can be opened or deleted, and the rest is one press away."""
    shown = screen.matters[screen.first : screen.first + PAGE]
    body: list[Part] = [_row(matter, screen) for matter in shown]
    if not body:
        body.append(rich(words.say("matters.none")))
    if len(shown) < len(screen.matters):
        body += _pages(screen, len(shown))
    return titled(words.label("matters.title"), body, (on(open_matter=screen.open_matter), danger(None)))


def _pages(screen: MyMatters, shown: int) -> list[Part]:
    """Which of them these are, with the ways to the others."""
    total, last = len(screen.matters), screen.first + shown
    said = words.label("matters.page", first=screen.first + 1, last=last, total=total)
    ways: list[Action] = []
    if last < total:
        ways.append(button("matters", title=words.label("buttons.show_more"), about=str(last)))
    if screen.first:
        ways.append(button("matters", title=words.label("buttons.show_newer"), about=str(screen.first - PAGE)))
    return [TextBlock(text=said, size="Small", is_subtle=True, spacing="Medium"), Buttons(actions=tuple(ways))]


def _row(matter: Matter, screen: MyMatters) -> Part:
    said = Row(columns=(Column(width="stretch", items=_about(matter)),))
    if matter.id != screen.asked_to_delete:
        child = _child(as_named(matter))
        title = words.label("buttons.hand_over_row")
        over = button("hand_over", title=title, tooltip=_tip("hand_over_row", child), about=matter.id)
        ways = Buttons(actions=(_button("open", matter, child), _button("delete", matter, child), over))
        return Box(items=(said, ways), separator=True)
    keep = button("matters", title=words.label("buttons.delete_no"), about=str(screen.first))
    sure = Buttons(actions=(button("delete_yes", about=matter.id, style="destructive"), keep))
    return Box(items=(said, rich(words.say("matters.sure")), sure), separator=True, style="emphasis")


def _about(matter: Matter) -> tuple[Part, ...]:
    """Whom it is about; what kind it is and how far it has come; when it was begun."""
    named = as_named(matter)
    first = words.label("matters.about", child=_child(named), them=names(named)["them"])
    kind, state = words.label(f"flows.{matter.flow.name}"), words.label(f"matters.{_state(matter)}")
    second = words.label("matters.kind", kind=kind, state=state)
    lines = [rich([Run(text=first, weight="Bolder")]), _small(second)]
    if matter.begun_at:
        lines.append(_small(words.label("matters.begun", when=moment(matter.begun_at))))
    return tuple(lines)


def _state(matter: Matter) -> str:
    return "changing" if matter.answered and matter.phase is Phase.ASKING else str(matter.phase)


def _small(text: OwnWords) -> Part:
    return rich([Run(text=text, is_subtle=True, size="Small")], spacing="None")


def _child(matter: Matter) -> OwnWords:
    return OwnWords(child_of(matter)) if matter.values.get("child") else words.label("matters.no_child")


def _button(verb: str, matter: Matter, child: str) -> Action:
    return button(verb, tooltip=_tip(verb, child), about=matter.id)


def _tip(verb: str, child: str) -> OwnWords:
    return OwnWords(f"{words.label(f'buttons.{verb}')}: {child}")
