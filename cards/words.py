"""The words that people read: Jinja2 templates in `cards/words/*.toml`, rendered safely.

Templates mark up with <b> and <i>. Every value put into them is escaped first, so that what a person typed stays
text: it can become neither markup, nor Markdown, nor a link, nor another template.
"""

import tomllib
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment, StrictUndefined, Template
from msgspec import Struct

from cards.elements import OwnWords, Run
from dialogs.text.purpose import Purpose, parse_purpose
from dialogs.text.sentences import end_sentence

FOLDERS = [Path(__file__).parent / "words"]
"""Where words are read: every `*.toml` in each, a flow's own in one called after it."""


def add_folder(folder: Path) -> None:
    """Read the words in this folder too, after those of the project; forget what was read before."""
    if folder not in FOLDERS:
        FOLDERS.append(folder)
    for read in (_tables, template_source, keys_under, has_key, key_for_flow):
        read.cache_clear()


@cache
def _tables() -> dict[str, Any]:
    tables: dict[str, Any] = {}
    for file in files():
        _merge(tables, tomllib.loads(file.read_text("utf-8")))
    return tables


def files() -> list[Path]:
    return [file for folder in FOLDERS for file in sorted(folder.glob("*.toml"))]


def _merge(tables: dict[str, Any], added: dict[str, Any]) -> None:
    for name, value in added.items():
        if isinstance(value, dict):
            _merge(tables.setdefault(name, {}), value)
        else:
            tables[name] = value


@cache
def _environments() -> tuple[Environment, Environment]:
    """Return those for rich text (values escaped) and plain text (nothing is read as markup)."""
    rich = Environment(undefined=StrictUndefined, autoescape=True)
    plain = Environment(undefined=StrictUndefined, autoescape=False)  # noqa: S701  plain text, never markup
    return rich, plain


@cache
def template_source(key: str) -> Any:
    """Return the template or table under a dotted key. Raises KeyError if there is none."""
    return _found(key)


def _found(key: str) -> Any:
    found: Any = _tables()
    parts = key.split(".")
    for number, part in enumerate(parts):
        rest = ".".join(parts[number:])
        if isinstance(found, dict) and rest in found:
            return found[rest]
        if not isinstance(found, dict):
            raise KeyError(key)
        found = found[part]
    return found


@cache
def keys_under(key: str) -> tuple[str, ...]:
    """Return the names under a key, in the order of the file; empty if the key does not exist."""
    return tuple(_found(key)) if has_key(key) else ()


@cache
def has_key(key: str) -> bool:
    try:
        _found(key)
    except KeyError:
        return False
    return True


@cache
def key_for_flow(flow: str, key: str) -> str:
    """Return the flow's own version of a key, or the key itself if the flow has none."""
    own = f"in_{flow}.{key}"
    return own if has_key(own) else key


@cache
def _template(text: str, *, rich: bool) -> Template | None:
    """Return None for a text with nothing to fill in."""
    if "{" not in text:
        return None
    template = _environments()[0 if rich else 1].from_string(text)
    template.globals = {}  # Jinja's own are used nowhere, and copied each time that a template is filled in
    return template


def render_text(key: str, **values: Any) -> OwnWords:
    """Return plain words for a label, a title or a button. Values: only checked references and words of our own."""
    text = template_source(key)
    template = _template(text, rich=False)
    return OwnWords(template.render(values) if template else text)


def render_runs(key: str, **values: Any) -> tuple[Run, ...]:
    """Return one paragraph of rich text; values may be anything a person typed."""
    return _render(template_source(key), values)


def render_paragraphs(key: str, **values: Any) -> list[tuple[Run, ...]]:
    """Return several paragraphs, without those that are empty."""
    found = template_source(key)
    return [runs for text in found if (runs := _render(text, values))]


def _render(text: str, values: dict[str, Any]) -> tuple[Run, ...]:
    template = _template(text, rich=True)
    return _runs(template.render(values)) if template else _fixed_runs(text)


@cache
def _fixed_runs(text: str) -> tuple[Run, ...]:
    return _runs(text)


def _runs(marked: str) -> tuple[Run, ...]:
    if "<" not in marked and "&" not in marked:
        return (Run(text=marked),) if marked.strip() else ()
    reader = _Reader()
    reader.feed(marked)
    reader.close()
    return tuple(reader.runs)


class _Reader(HTMLParser):
    """Turns <b> and <i> into runs; unescapes the text between them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.runs: list[Run] = []
        self._bold = False
        self._italic = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._mark(tag, on=True)

    def handle_endtag(self, tag: str) -> None:
        self._mark(tag, on=False)

    def _mark(self, tag: str, *, on: bool) -> None:
        if tag == "b":
            self._bold = on
        else:
            self._italic = on

    def handle_data(self, data: str) -> None:
        self.runs.append(Run(text=data, weight="Bolder" if self._bold else None, italic=self._italic or None))


def render_run(key: str, **values: Any) -> Run:
    """Return one run, into which values that a person typed may go."""
    template = _template(template_source(key), rich=False)
    return Run(text=template.render(values) if template else template_source(key))


SMALL_NUMBERS = "none one two three four five six seven eight nine ten eleven twelve".split()  # noqa: SIM905


def count_in_words(count: int) -> str:
    """Return "two" for 2, up to twelve, and digits above."""
    return SMALL_NUMBERS[count] if count < len(SMALL_NUMBERS) else str(count)


class Joined(Struct, frozen=True):
    """A reason or a use that was typed; a template gives the opening and gets the sentence."""

    kind: str
    purpose: Purpose

    def __bool__(self) -> bool:
        return bool(self.purpose.words)

    def after(self, opening: str) -> str:
        """Return "I'm doing it" as "I'm doing it so that P can sleep."; empty if nothing was typed."""
        if not self.purpose.words:
            return ""
        said = {"opening": opening, "joint": str(self.purpose.joint), "words": end_sentence(self.purpose.words)}
        return render_run(f"joints.{self.kind}", **said).text


def joined(kind: Literal["why", "used_for"], typed: object) -> Joined:
    return Joined(kind, parse_purpose(str(typed or ""), use=kind == "used_for"))


def without_stop(text: str) -> str:
    """Return a reason without its full stop, where a sentence of ours goes on."""
    return text.rstrip(". \n")
