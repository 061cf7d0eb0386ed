"""The replies of the message extension, which need no database: a search of the guidance, and the dialog to ask.

See https://learn.microsoft.com/microsoftteams/platform/messaging-extensions for the shapes.
"""

from collections.abc import Mapping
from typing import Any

from bot.edge.message_text import text_of_html, tidy
from bot.incoming import CARD, FETCH, SUBMIT, Incoming, InvokeBody
from cards.elements import Card
from cards.extension_cards import LONGEST_QUESTION, QUESTION, draw_ask, draw_asked, draw_paragraph
from cards.people import Council
from cards.words import render_text
from dialogs.understanding.guidance_search import find_in_guidance
from guidance.paragraphs import paragraph

MOST_RESULTS = 25
LONGEST_QUERY = 300
_PREVIEW = "application/vnd.microsoft.card.thumbnail"


def search(value: Mapping[str, object], council: Council) -> InvokeBody:
    """Return the paragraphs that were found, each as a card to insert, or why there is none."""
    found = find_in_guidance(_looked_for(value))
    skip, count = _page(value)
    if not found.refs:
        said = render_text("extension.not_covered", title=found.gap) if found.gap else render_text("extension.nothing")
        return {"composeExtension": {"type": "message", "text": said}}
    cards = [_result(ref, council) for ref in found.refs[skip : skip + count]]
    return {"composeExtension": {"type": "result", "attachmentLayout": "list", "attachments": cards}}


def question_in(incoming: Incoming) -> str:
    """Return the question that was sent from the dialog, "" where none was, or where words are to be copied first."""
    filled = _object(incoming.data, "data")
    typed = filled.get(QUESTION)
    sent = incoming.verb == SUBMIT and not filled.get("copy") and isinstance(typed, str)
    return tidy(typed) if sent and isinstance(typed, str) else ""


def ask_dialog(incoming: Incoming) -> InvokeBody:
    """Return the dialog: at first without a word of the message, with its words once they are asked for."""
    if incoming.verb == FETCH:
        return _dialog(draw_ask())
    if not _object(incoming.data, "data").get("copy"):
        return _dialog(draw_ask(note="extension.ask.empty"))
    body = _object(_object(incoming.data, "messagePayload"), "body")
    content = body.get("content")
    words = tidy(text_of_html(content)) if isinstance(content, str) else ""
    return _dialog(draw_ask(words, "extension.ask.copied" if words else "extension.ask.no_words"))


def asked_dialog(question: str, bot_id: str, council: Council, *, taken: bool, urgent: bool) -> InvokeBody:
    """Return the dialog for a question that was taken, or is ready to be sent."""
    return _dialog(draw_asked(question[:LONGEST_QUESTION], bot_id, council, taken=taken, urgent=urgent))


def _result(ref: str, council: Council) -> dict[str, Any]:
    said = paragraph(ref)
    preview = {"title": f"{said.ref} {said.heading}", "text": said.text}
    return {
        "contentType": CARD,
        "content": draw_paragraph(ref, council).to_json(),
        "preview": {"contentType": _PREVIEW, "content": preview},
    }


def _dialog(card: Card) -> InvokeBody:
    shown = {"contentType": CARD, "content": card.to_json()}
    title = render_text("extension.ask.title")
    return {
        "task": {"type": "continue", "value": {"title": title, "height": "medium", "width": "medium", "card": shown}}
    }


def _looked_for(value: Mapping[str, object]) -> str:
    """Return what was typed to be looked for; Teams sends a parameter "initialRun" before anything is typed."""
    listed = value.get("parameters")
    given = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    typed = next((one.get("value") for one in given if one.get("name") != "initialRun"), "")
    return tidy(typed)[:LONGEST_QUERY] if isinstance(typed, str) else ""


def _page(value: Mapping[str, object]) -> tuple[int, int]:
    options = _object(value, "queryOptions")
    skip, count = options.get("skip"), options.get("count")
    first = skip if isinstance(skip, int) and skip > 0 else 0
    return first, min(count, MOST_RESULTS) if isinstance(count, int) and count > 0 else MOST_RESULTS


def _object(value: Mapping[str, object], name: str) -> Mapping[str, object]:
    found = value.get(name)
    return found if isinstance(found, dict) else {}
