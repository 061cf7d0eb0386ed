"""Pairs about a document of our own: no author's to give, and not waved through."""

from tests.cards.contradicting.statements import EVERYTHING, SAID, Pair, Statement
from tests.cards.contradicting.wording import CLOSED_ROW

AUTHOR_TO_ASK = Statement(
    r"\bauthors?\b",
    kinds=EVERYTHING - {"button"},
    unless=rf"{CLOSED_ROW}|\b(?:we|you) (?:are|were) the author\b|\bno (?:other )?author\b|\bif\b|^why:|\bwhy: ",
)
SOMEONE_ELSES = Statement(
    r"\bsomeone else(?:'s)? (?:document|report|wrote|had written|has written)|\bby someone else\b|\byou wrote this\b"
    r"|\bbelongs to whoever wrote it\b|\bit is the author'?s\b|\bsomeone else wrote\b|\ba document that someone else",
    kinds=EVERYTHING - {"button"},
    unless=r"\bif\b",
)
READING_NOT_NEEDED = Statement(r"\breading\b[^:]*: not needed|\bdoesn'?t (?:need|have) to be read", kinds=SAID)
NOTHING_MISSING = Statement(
    r"\bnothing is missing\b|^(?:the guidance's answer: )?yes\b",
    kinds=SAID,
    unless=r"\b(?:once|if|unless|when)\b|^yes, we did",
    whole=True,
)

PAIRS = (
    Pair(
        "an author to be asked, or who agreed / our own document, quoting no one",
        AUTHOR_TO_ASK,
        where=("ours, quoting no one",),
        caught=(("step", "Hand it over. Give only what the author agreed to."),),
        near=(("ledger", "The author's yes in writing, for the court: not needed"),),
    ),
    Pair(
        "someone else wrote it / we wrote it",
        SOMEONE_ELSES,
        where=("we wrote it",),
        caught=(("note", "Title: Someone else's document given to P's father"),),
        near=(("note", "Title: A document of ours given to P's father"),),
    ),
    Pair(
        "reading it is not needed / our own document goes out",
        READING_NOT_NEEDED,
        where=("ours, goes out",),
        caught=(("ledger", "Reading it for what P's father can't have: not needed"),),
        near=(("ledger", "The author's yes in writing, for P's father: not needed"),),
    ),
    Pair(
        "nothing is missing / our own document goes out, and nobody has said that it was read",
        NOTHING_MISSING,
        where=("ours, goes out, not read",),
        caught=(("said", "Nothing is missing. It can go."),),
        near=(("headline", "Not yet. Read it first."),),
    ),
)
