"""The card for a call: what to do before anything is answered, and whether they ask or tell."""

from datetime import datetime

from cards.elements import Action, Buttons, Card, ChoiceInput, InputChoice
from cards.layout import button, danger_button, numbered_list, titled_card
from cards.people import Council
from cards.words import render_paragraphs, render_text
from dialogs.flows.shared_questions import RUNG_BACK
from dialogs.phone_call import PHONE
from dialogs.screens import OnThePhone


def draw_phone_call(screen: OnThePhone, council: Council, now: datetime) -> Card:
    body = numbered_list(render_paragraphs("phone.first"))
    body += [_rung_back_input(), Buttons(actions=_start_buttons(screen), spacing="Medium")]
    actions: tuple[Action, ...] = (
        button("home", title=render_text("phone.over")),
        button("matters"),
        danger_button(None),
    )
    return titled_card(render_text("phone.title"), body, actions)


def _rung_back_input() -> ChoiceInput:
    """Ask, as good practice, whether they were rung back; the answer goes along into the matter."""
    key = f"questions.{RUNG_BACK.name}"
    offered = tuple(option.value for option in RUNG_BACK.options if option.value != "no_call")
    choices = tuple(InputChoice(title=render_text(f"{key}.options.{value}"), value=value) for value in offered)
    return ChoiceInput(id=RUNG_BACK.name, label=render_text(f"{key}.label"), choices=choices)


def _start_buttons(screen: OnThePhone) -> tuple[Action, ...]:
    shown = RUNG_BACK.name
    asking = button(
        "start", style="positive", title=render_text("phone.asking"), about=screen.asking, card=PHONE, shown=shown
    )
    if not screen.telling:
        return (asking,)
    return (asking, button("start", title=render_text("phone.telling"), about=screen.telling, card=PHONE, shown=shown))
