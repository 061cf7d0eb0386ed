"""How old a reader has to be: Flesch-Kincaid grade and five, on fixed samples; 11 for parents, 14 for workers."""

import re
import warnings

import pytest

from cards.share.filled import sharing
from cards.writing import write
from dialogs.starting.topics import TOPICS
from guidance.glossary import glossary
from guidance.paragraphs import paragraphs
from tests.cards import matters
from tests.cards.drawn import every_card
from tests.cards.matters import matter
from tests.cards.states import FULL
from tests.cards.walking import INPUTS, Json, of_type

with warnings.catch_warnings():
    # textstat's last release that works offline imports pkg_resources, which says that it will go.
    warnings.filterwarnings("ignore", message="pkg_resources is deprecated")
    from textstat import textstat  # type: ignore[import-untyped]

FOR_PARENTS, FOR_WORKERS = 11, 14

LETTERS = {
    "said_before": matters.TELL_FIRST,
    "letter_before": matters.TELL_FIRST,
    "text_before": matters.TELL_FIRST,
    "text_after_talking": matters.TELL_FIRST,
    "said_after": matters.HARM,
    "letter_after": matters.HARM,
}
CARDS = (
    "welcome, 3 kept",
    "help, matter open",
    "about me, 3 kept",
    "something else, matter not open",
    "my matters",
    "act now, in a matter",
    "asking you_and_them",
    "asking what_and_why",
    "asking author",
    "asking weigh",
    "asking closer_look",
    "asking parents_know",
    "asking tell_first",
    "asking grounds",
    "asking shared",
    "answer: told",
    "answer: harm",
    "answer: tell first",
    "answer: risk, no harm known",
    "answer: not my case",
    "answer: everything at once",
    "answer: not a professional",
    "words for the parents before, ring and write and text",
    "words for the recipient, untold",
    "let go: harm",
    "on the phone",
    "authority: asking caller",
    "authority: answer: told, not rung back yet",
    "authority: answer: not my case",
    "authority: answer: not sure whose case",
    "authority: answer: the summary says no",
    "case_summary: asking summary_entry",
    "case_summary: note: nothing in it",
)


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


@pytest.mark.parametrize("name", LETTERS)
def test_parents_can_read_at_eleven_what_is_written_for_them(name: str) -> None:
    assert age(write(f"share/{name}", **sharing(matter(LETTERS[name]), FULL))) <= FOR_PARENTS


OUTSIDE = tuple(f"outside {topic.name}" for topic in TOPICS)


@pytest.mark.parametrize("name", (*CARDS, *OUTSIDE))
def test_workers_can_read_at_fourteen_what_is_written_for_them(name: str) -> None:
    assert age(read_aloud(every_card()[name])) <= FOR_WORKERS


def test_restatements_and_terms_can_be_read_at_fourteen() -> None:
    assert age(" ".join(said.text for said in paragraphs().values())) <= FOR_WORKERS
    assert age(" ".join(term.text for term in glossary().values())) <= FOR_WORKERS


def test_officialese_is_found_out() -> None:
    officialese = (
        "Notwithstanding the aforementioned considerations, the dissemination of information pertaining to the family "
        "will be undertaken in accordance with the applicable statutory requirements and organisational procedures."
    )
    assert age(officialese) > FOR_WORKERS
