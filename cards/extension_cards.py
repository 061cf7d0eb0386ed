"""Cards of the message extension: a paragraph to insert anywhere, and the dialog to ask about a message."""

from collections.abc import Sequence
from urllib.parse import quote

from cards.elements import Action, Card, OpenUrl, Part, Run, Submit, TextInput, rich
from cards.layout import fault_line, large_heading, link_buttons, small_print, titled_card
from cards.people import Council
from cards.said_back import call_buttons
from cards.words import render_runs, render_text
from guidance.paragraphs import OWNER, TITLE, VERSION, paragraph

QUESTION = "question"
"""The id of the box for the question."""
LONGEST_QUESTION = 500
CHAT = "https://teams.microsoft.com/l/chat/0/0?users="


def draw_paragraph(ref: str, council: Council) -> Card:
    """Draw a paragraph for others to read: nothing on it can be pressed but the council's own link."""
    said = paragraph(ref)
    heading = render_text("extension.heading", ref=said.ref, heading=said.heading)
    force = render_text(f"force.{said.force}")
    source = render_text("answer.source", title=TITLE, owner=OWNER, date=council.guidance_date, version=VERSION)
    body: list[Part] = [rich([Run(text=force, is_subtle=True)]), rich([Run(text=said.text)]), small_print(source)]
    return Card(
        fallback_text=heading,
        body=(large_heading(heading), *body),
        actions=link_buttons("guidance", council.guidance_url),
    )


def draw_ask(words: str = "", note: str = "") -> Card:
    """Draw the dialog. `words`: the text of the box; `note`: the key of what is said above it."""
    body: list[Part] = [rich(render_runs("extension.ask.says"))]
    if note:
        body.append(fault_line(render_text(note)))
    body.append(
        TextInput(
            id=QUESTION,
            label=render_text("extension.ask.question"),
            placeholder=render_text("extension.ask.placeholder"),
            is_multiline=True,
            max_length=LONGEST_QUESTION,
            value=words or None,
        )
    )
    ways: list[Action] = [Submit(title=render_text("extension.ask.send"), data={})]
    if not words:
        ways.append(Submit(title=render_text("extension.ask.copy"), data={"copy": "yes"}))
    return titled_card(render_text("extension.ask.title"), body, tuple(ways))


def draw_asked(question: str, bot_id: str, council: Council, *, taken: bool, urgent: bool) -> Card:
    """Draw what became of the question: it was taken to the person's own chat, or is ready to be sent there."""
    parts: list[Part] = []
    rings: Sequence[OpenUrl] = ()
    if urgent:
        parts.append(rich(render_runs("extension.asked.urgent")))
        rings = call_buttons(council)
    if taken:
        parts.append(rich(render_runs("extension.asked.said", question=question)))
    else:
        parts.append(rich(render_runs("extension.asked.by_yourself")))
    ready = "" if taken else f"&message={quote(question)}"
    chat = OpenUrl(title=render_text("extension.asked.open"), url=f"{CHAT}{quote(bot_id)}{ready}")
    return titled_card(render_text("extension.ask.title"), parts, (*rings, chat))
