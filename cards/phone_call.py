"""Someone is on the phone: what to do before anything is answered, and the two ways on."""

from datetime import datetime

from cards import words
from cards.actions import button, danger
from cards.elements import Action, Buttons, Card, ChoiceInput, Option, Part, Run, TextBlock, rich
from cards.people import Council
from dialogs.flows.shared_questions import RUNG_BACK
from dialogs.phone_call import PHONE
from dialogs.screens import OnThePhone


def draw(screen: OnThePhone, council: Council, now: datetime) -> Card:
    """Nothing has to be answered on this call; then, are they asking or telling?"""
    title = words.label("phone.title")
    body: list[Part] = [TextBlock(text=title, style="heading", size="Large", weight="Bolder")]
    body += [
        rich((Run(text=f"{number}. "), *runs), spacing="Small")
        for number, runs in enumerate(words.say_each("phone.first"), start=1)
    ]
    body += [_rung_back(), Buttons(actions=_ways(screen), spacing="Medium")]
    actions: tuple[Action, ...] = (button("home", title=words.label("phone.over")), button("matters"), danger(None))
    return Card(fallback_text=title, body=tuple(body), actions=actions)


def _rung_back() -> ChoiceInput:
    """(good practice)  What is chosen goes along into the matter."""
    key = f"questions.{RUNG_BACK.name}"
    offered = tuple(option.value for option in RUNG_BACK.options if option.value != "no_call")
    choices = tuple(Option(title=words.label(f"{key}.options.{value}"), value=value) for value in offered)
    return ChoiceInput(id=RUNG_BACK.name, label=words.label(f"{key}.label"), choices=choices)


def _ways(screen: OnThePhone) -> tuple[Action, ...]:
    shown = RUNG_BACK.name
    asking = button(
        "start", style="positive", title=words.label("phone.asking"), about=screen.asking, card=PHONE, shown=shown
    )
    if not screen.telling:
        return (asking,)
    return (asking, button("start", title=words.label("phone.telling"), about=screen.telling, card=PHONE, shown=shown))
