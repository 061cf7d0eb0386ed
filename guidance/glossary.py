"""Terms that a worker can ask about: "what is need to know?"."""

import tomllib
from functools import cache
from importlib import resources

from pydantic import BaseModel, ConfigDict


class Term(BaseModel):
    """One term: its name, other ways of asking for it, the paragraph it comes from (if any), and what it means."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    term: str
    also: tuple[str, ...] = ()
    ref: str = ""
    text: str


@cache
def glossary() -> dict[str, Term]:
    """Every term by its key."""
    data = tomllib.loads(resources.files("guidance").joinpath("data/glossary.toml").read_text("utf-8"))
    return {key: Term.model_validate(row) for key, row in data.items()}


@cache
def _keys() -> dict[str, str]:
    return {name.lower(): key for key, term in glossary().items() for name in (term.term, *term.also)}


def find_term(asked: str) -> str | None:
    """The key of the term that was asked for in these words, or None."""
    return _keys().get(asked.strip().lower())
