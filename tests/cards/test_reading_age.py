"""How old a reader has to be: Flesch-Kincaid grade and five, on fixed samples; 11 for parents, 14 for workers.

The samples for workers are every card in every state, of every flow; those for parents are in `for_parents.py`.
"""

import re
import warnings

import pytest

from guidance.glossary import glossary
from guidance.paragraphs import paragraphs
from tests.cards.drawn import every_card
from tests.cards.walking import INPUTS, Json, of_type

pytestmark = pytest.mark.long

with warnings.catch_warnings():
    # textstat's last release that works offline imports pkg_resources, which says that it will go.
    warnings.filterwarnings("ignore", message="pkg_resources is deprecated")
    from textstat import textstat  # type: ignore[import-untyped]

FOR_PARENTS, FOR_WORKERS = 11, 14


def age(text: str) -> float:
    """The age at which the text can be read; what is left to be filled in counts as a name."""
    return float(textstat.flesch_kincaid_grade(re.sub(r"\[[^\]]*\]", "Sam", text))) + 5


def read_aloud(card: Json) -> str:
    """The card as sentences: each paragraph and label one at least."""
    rich = ["".join(str(run["text"]) for run in block["inlines"]) for block in of_type(card, "RichTextBlock")]
    blocks = [str(block["text"]) for block in of_type(card, "TextBlock")]
    labels = [str(one["label"]) for one in of_type(card, *INPUTS)]
    ended = [text if text.endswith((".", "?", "!")) else f"{text}." for text in [*rich, *blocks, *labels]]
    return " ".join(ended)


def test_workers_can_read_at_fourteen_every_card_of_every_flow() -> None:
    ages = {name: age(read_aloud(card)) for name, card in every_card().items()}
    assert {name: years for name, years in ages.items() if years > FOR_WORKERS} == {}


def test_restatements_and_terms_can_be_read_at_fourteen() -> None:
    assert age(" ".join(said.text for said in paragraphs().values())) <= FOR_WORKERS
    assert age(" ".join(term.text for term in glossary().values())) <= FOR_WORKERS


def test_officialese_is_found_out() -> None:
    officialese = (
        "Notwithstanding the aforementioned considerations, the dissemination of information pertaining to the family "
        "will be undertaken in accordance with the applicable statutory requirements and organisational procedures."
    )
    assert age(officialese) > FOR_WORKERS
