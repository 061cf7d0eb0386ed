"""The numbered paragraphs of the guidance, restated in plain words."""

import tomllib
from functools import cache
from importlib import resources
from typing import Literal

from pydantic import BaseModel, ConfigDict

VERSION = "2026-12"
"""The version of the rules and restatements in this package; it stands in every case note."""

TITLE = "Information sharing: practice guidance for social workers"
OWNER = "Children's Safeguarding and Family Help"


class Paragraph(BaseModel):
    """One paragraph: its ref, a short heading, its force and our restatement of it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    ref: str
    heading: str
    force: Literal["law", "policy", "background"]
    text: str


@cache
def paragraphs() -> dict[str, Paragraph]:
    """Every paragraph by its ref, in the guidance's order."""
    data = tomllib.loads(resources.files("guidance").joinpath("data/paragraphs.toml").read_text("utf-8"))
    return {ref: Paragraph(ref=ref, **row) for ref, row in data.items()}


def paragraph(ref: str) -> Paragraph:
    """The paragraph with this ref, such as "3.9(a)". Raises KeyError for a ref that the guidance does not have."""
    return paragraphs()[ref]
