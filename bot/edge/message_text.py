"""Reads what a person wrote out of a Teams message: without the bot's mentions, what is quoted, and HTML."""

import html
import re
import unicodedata
from collections.abc import Sequence
from html.parser import HTMLParser
from typing import Any

_QUOTED = re.compile(
    r"(?is)<(quoted?|blockquote)\b[^>]*?(?:/>|>.*?</\1\s*>)|<quoted?\b[^>]*>"
    r"|(?m:^[ \t]*(?:>|&gt;)[ \t][^\n]*)"  # a line that quotes, as in a mail
    # The line that older clients and a copied message put before it: "[24/11/2026 09:58] R.L.: no", "On ... wrote:".
    r"|(?m:^[ \t]*\[\d{1,4}[/.-]\d{1,2}[^\]\n]*\d[:.]\d\d[^\]\n]*\][^\n]*)|(?m:^[ \t]*On [^\n]*\d[^\n]* wrote:[ \t]*$)"
)
_AT = re.compile(r"(?is)<at\b[^>]*>(.*?)</at>")
_TAG = re.compile(r"<[^>]*>")
_ATTACHED = re.compile(r"(?i)</?attachment\b[^>]*>")
_SPACES = re.compile(r"[^\S\n]+")
_UNSEEN = re.compile(
    "[\0-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\ufff9-\ufffc]|(?<=[A-Za-z.])[\ufe0e\ufe0f]|(?<![^\0-\xff])[\u200c\u200d]"
)
"""What nobody sees; a joiner inside an emoji, or in a script that is written with it, is part of what is seen."""
PLAIN = re.compile(r"[\n -~]*")
"""Text that is read as it is."""
_WIDE = {0xFF01 + place: 0x21 + place for place in range(94)}
"""Letters as an East Asian keyboard writes them, to the plain ones."""
_KEYCAP = re.compile("(?<=[0-9])\ufe0f?\u20e3")
_BULLET = re.compile(r"(?m)^[ \t]*[o\u00a7\u00b7\uf0a7\uf0b7\uf0d8]\t")
"""A list's mark as Word copies it."""
_SHAPED = re.compile(r"(?i)<(?:li|tr)\b")
"""A list or a table: only the HTML copy keeps its parts apart."""
_PICTURE = re.compile(r"(?i)<(?:img|video|audio)\b")
_REFERENCES = {"messageReference", "forwardedMessageReference"}
_UNREAD = {"blockquote", "style", "script"}
LONGEST_NUMBER = 2
_BLOCKS = {"p", "div", "br", "li", "tr", "blockquote"}


def read_text(
    text: str, entities: Sequence[dict[str, Any]], attachments: Sequence[dict[str, Any]], bot_id: str, form: str = ""
) -> str:
    """Return what the person typed: quoted and forwarded words, the bot's mentions and marks not seen are left out.

    `form`: how the text is written, as Teams says it; "xml" and "html" are HTML.
    """
    refers = any(map(_is_reference, attachments))
    copies = (one for one in map(_html_of, attachments) if _quotes(one) or (refers and one) or _SHAPED.search(one))
    copy = next(copies, "")
    if not copy and form.lower() in {"xml", "html"}:
        copy = text
    # What was escaped twice on its way is read as what was written.
    plain = _ATTACHED.sub(" ", _QUOTED.sub(" ", text))
    written = _outside_quotes(copy) if copy else html.unescape(html.unescape(plain))
    return tidy(_without_bot(written, entities, bot_id))


def seen(text: str) -> str:
    """Return the text of an input without characters that nobody sees; its lines and spaces stay as they are."""
    return _one_form(text).replace("\u00a0", " ")


def tidy(text: str) -> str:
    """Return the text without characters that nobody sees, with every kind of space made plain."""
    lines = _BULLET.sub("\u2022 ", _one_form(text)).split("\n")
    return "\n".join(_SPACES.sub(" ", line).strip() for line in lines).strip()


def _one_form(text: str) -> str:
    """Return the text with one way of writing an accent, a letter and a line's end, and nothing that nobody sees."""
    if PLAIN.fullmatch(text):
        return text
    plain = unicodedata.normalize("NFC", _UNSEEN.sub("", _KEYCAP.sub("", text))).translate(_WIDE)
    return plain.replace("\r\n", "\n").replace("\r", "\n")


def text_of_html(content: str) -> str:
    """Return the text of a message's HTML; what it quotes is left out."""
    return _outside_quotes(content)


def has_file(attachments: Sequence[dict[str, Any]], *, alone: bool) -> bool:
    """Whether something beside words came with a message; another message is no file.

    `alone`: without words. Then a picture inside the HTML copy and a card count too; beside words a card is a preview.
    """
    others = [one for one in attachments if not _is_reference(one)]
    kinds = [kind for one in others if isinstance(kind := one.get("contentType"), str) and kind != "text/html"]
    if alone:
        return bool(kinds) or any(_PICTURE.search(_html_of(one)) for one in others)
    return any("/vnd.microsoft.card." not in kind for kind in kinds)


def is_quoting(text: str, attachments: Sequence[dict[str, Any]]) -> bool:
    """Whether a message quotes or forwards another one."""
    return bool(_QUOTED.search(text)) or any(_quotes(_html_of(one)) or _is_reference(one) for one in attachments)


def _is_reference(attachment: dict[str, Any]) -> bool:
    """Whether it names another message that is answered or forwarded."""
    return attachment.get("contentType") in _REFERENCES


def _html_of(attachment: dict[str, Any]) -> str:
    content = attachment.get("content")
    return content if attachment.get("contentType") == "text/html" and isinstance(content, str) else ""


def _quotes(content: str) -> bool:
    return "<blockquote" in content.lower()


def _without_bot(text: str, entities: Sequence[dict[str, Any]], bot_id: str) -> str:
    """Leave out the bot's mentions at both ends, also in pieces; elsewhere, and of other people, the name stays."""
    for entity in entities:
        mentioned, mention = entity.get("mentioned"), entity.get("text")
        if entity.get("type") != "mention" or not isinstance(mentioned, dict) or not isinstance(mention, str):
            continue
        if mentioned.get("id") == bot_id and mention.strip():
            plain = html.unescape(_TAG.sub("", mention))
            pieces = [f"<at>{word}</at>" for word in plain.split()]
            for form in (mention, html.unescape(mention), plain, *pieces, *reversed(pieces)):
                text = _at_ends(text, form)
    return _AT.sub(r"\1", text)


def _at_ends(text: str, mention: str) -> str:
    text = text.strip()
    while text.startswith(mention):
        text = text[len(mention) :].strip()
    while text.endswith(mention):
        text = text[: -len(mention)].strip()
    return text


def _outside_quotes(content: str) -> str:
    reader = _OutsideQuotes()
    reader.feed(content)
    reader.close()
    return "".join(reader.parts)


class _OutsideQuotes(HTMLParser):
    """Collects the text of a message's HTML copy that is not quoted."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._depth = 0
        self._lists: list[int | None] = []
        self._number = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNREAD:
            self._depth += 1
        elif tag in {"ol", "ul"}:
            start = dict(attrs).get("start") or "1"
            first = int(start) if start.isdecimal() and len(start) <= LONGEST_NUMBER else 1
            self._lists.append(first if tag == "ol" else None)
        elif tag in _BLOCKS:
            self._add("\n")
            if tag == "li":
                self._count()
        elif tag in {"td", "th"}:
            self._add(" ")
        elif tag in {"at", "emoji", "img"}:
            self._add(" " if tag == "at" else dict(attrs).get("alt") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNREAD:
            self._depth = max(0, self._depth - 1)
        elif tag in {"ol", "ul"} and self._lists:
            self._lists.pop()
        elif tag in _BLOCKS:
            self._add("\n")

    def _count(self) -> None:
        """Keep the number before the next words of a numbered list."""
        number = self._lists[-1] if self._lists else None
        if number is not None:
            self._number, self._lists[-1] = f"{number}. ", number + 1

    def handle_data(self, data: str) -> None:
        if data.strip():
            self._add(self._number)
            self._number = ""
        self._add(data)

    def _add(self, text: str) -> None:
        if not self._depth:
            self.parts.append(text)
