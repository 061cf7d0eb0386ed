"""Words that were hard to read, or said the wrong thing, are nowhere: on no card, in no letter, on no page."""

import re
from collections.abc import Iterator
from functools import cache

import pytest

from practice.repository import FOLDER as STORIES
from tests.cards.drawn import every_text
from tests.cards.sources import ROOT
from tests.cards.test_voice import everything_written

pytestmark = pytest.mark.long

OLD_QUESTIONS = (
    r"Whose information is it",
    r"Which child is it about",
    r"do they need it\?|Do they need it to do something",
    r"someone else's report, email or words",
    r"what we know ourselves\"",
    r"\bbears? on\b",
    r"no more than (?:it|that) takes",
    r"What could telling them now do",
    r"I can't point to anything",
    r"What did you get to",
    r"What do they need to follow it",
    r"Do you ask about one of these",
    r"The yes came from someone else",
    r"sent it otherwise than drafted|asked otherwise",
    r"Not this one\.",
    r"(?:press|pressed) \"Copied to MOSAIC\"",
    r"This isn't yours to give\. Pass it on",
    r"\*\*The group\*\*",
)
"""Questions, options, buttons and verdicts that were replaced."""
OTHER_VERBS = (
    r"\b(?:spoil|damage|harm|prejudice|interfere with)\w* (?:a|an|the) (?:\w+ )?(?:investigation|search)",
    r"\btelling (?:them )?(?:today |tonight |now )?(?:could|may|might|would) (?:spoil|damage)",
    r"\b(?:spoil|spoilt|spoils|spoiled)\b",
)
"""Telling "gets in the way of" an investigation, in every text."""
OUT_OF_ORDER = (
    r"\bRing no number\b|\bAsk no agency\b|\bSend nothing of\b",
    r", also (?:when|in|of|where)\b",
    r"(?<!it )(?<!and )\bstands? in (?:a|the|no|our|my) (?:\w+ )?(?:note|report|channel|record)",
    r", both, (?:take|have|took)\b",
    r"\bweighed anew\b|\basked afresh\b|\bas something new\b",
    r"\bfor one because\b",
    r"\b[Oo]ne (?:thing|agency) a line\b",
    r"\bmore\. How \w+ it is, I can't tell\b",
    r"\bhold up keeping\b",
    r"\bthose it is to go to\b",
    r"\bHave those it quotes\b",
)
"""Sentences in the word order of another language."""
NOT_RECOMMENDED = (r"\bbelongs in the case summary\b|\bcase summary should say\b",)
"""3.10 recommends what the case summary says."""
TABLE = {
    "a question, option or button": OLD_QUESTIONS,
    "a verb for the test of an investigation": OTHER_VERBS,
    "the word order": OUT_OF_ORDER,
    "what 3.10 asks": NOT_RECOMMENDED,
}


def pages() -> Iterator[tuple[str, str]]:
    """What is written beside the product: the README, the pages about it, the stories, the transcripts."""
    kept = [ROOT / "README.md", *(ROOT / "docs").glob("*.md"), *(ROOT / "tests/transcripts").glob("*.md")]
    for path in [*kept, *sorted(STORIES.glob("*.yaml"))]:
        yield path.name, " ".join(path.read_text("utf-8").split())


@cache
def everywhere() -> list[tuple[str, str]]:
    """All that a person can read, with where it is."""
    return [*everything_written(), *pages(), *every_text().items()]


@pytest.mark.parametrize("what", TABLE)
def test_the_old_words_stand_nowhere(what: str) -> None:
    found = [
        (where, match.group(0))
        for where, text in everywhere()
        for pattern in TABLE[what]
        for match in re.finditer(pattern, text)
    ]
    assert found == []


HOLDS = re.compile(r"(?i)\b(?:honou?r(?:ed)? (?:it|a limit)|to be honoured|go(?:es|ing)? further)\b")
"""Words that say that a limit someone set is to be kept to."""
UNLESS = "a child could be at risk"


def around(match: re.Match[str]) -> str:
    """What was found, with up to 100 characters before it and 60 after it on its line."""
    before = match.string[max(0, match.start() - 100) : match.start()].rpartition("\n")[2]
    return before + match.group() + match.string[match.end() : match.end() + 60].partition("\n")[0]


def test_no_limit_that_someone_set_stands_absolutely() -> None:
    kept_to = [(where, around(match)) for where, text in everywhere() for match in HOLDS.finditer(text)]
    assert len({said for _, said in kept_to}) > 5
    assert [(where, said) for where, said in kept_to if UNLESS not in said] == []


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("a question, option or button", "Whose information is it?"),
        ("a verb for the test of an investigation", "Telling could spoil a criminal investigation"),
        ("the word order", "A quotation counts, also when it stands in our own report"),
        ("what 3.10 asks", "What may be given out belongs in the case summary"),
    ],
)
def test_the_table_finds_what_it_is_for(what: str, text: str) -> None:
    assert any(re.search(pattern, text) for pattern in TABLE[what])
