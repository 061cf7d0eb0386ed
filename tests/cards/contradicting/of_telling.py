"""Pairs about telling the parents first where nobody is to be told yet."""

from tests.cards.contradicting.statements import SAID, WORDS, Pair, Statement
from tests.cards.contradicting.wording import CONDITIONAL, PARENTS

SPOKEN = SAID | WORDS | {"outcome", "management", "request", "verdict"}
TELL_FIRST = Statement(
    rf"\btell {PARENTS}.*\b(?:first|before)\b|^\W*tell (?:them\b|{PARENTS})|\btelling {PARENTS} (?:first|before)"
    r"|\bparents? (?:are |is )?told first: (?:still to do|not yet)(?!, the supervisor)",
    kinds=SPOKEN,
    unless=rf"{CONDITIONAL}|\btold first: (?:done|not needed)|\bwho else\b"
    r"|\bthat the parents know|\bI remind\b|\breason not to\b",
)
SHOULD_BE_TOLD = Statement(
    rf"(?:\bthey|{PARENTS}) (?:should|have to|must|are to) (?:be told|hear|know).*\b(?:first|before)\b",
    kinds=SPOKEN,
    unless=CONDITIONAL,
)
TELL_NOBODY = Statement(
    rf"\bdon'?t tell {PARENTS}|\b(?:nobody|no one) is (?:told|to be told)"
    r"|\b(?:ring|take it|speak|ask|talk)\b.*\bbefore anyone is (?:told|asked)"
    r"|\bbefore (?:anything is said to|you tell) anyone\b(?! who)",
    kinds=SPOKEN,
    unless=r"\bif you learn\b",
)
WORDS_BEFORE = Statement(
    r"\bbefore I do it\b|\bI (?:am|'m) going to (?:talk to|tell|ask|give)", kinds=frozenset({"words for parents"})
)

PAIRS = (
    Pair(
        "told to tell the parents first / told that nobody is told yet",
        TELL_FIRST,
        TELL_NOBODY,
        caught=(
            ("next", "Tell the parents first (3.2, 3.5)."),
            ("said", "Don't share yet, and don't tell the parents yet."),
        ),
        near=(
            ("next", "Tell the parents only if we settle that it is safe enough to."),
            ("next", "Nobody is told until I have spoken to the duty manager."),
        ),
    ),
    Pair(
        "told to tell the parents first / telling is in doubt",
        TELL_FIRST,
        where=("telling is in doubt",),
        caught=(("missing", "telling the parents first"),),
        near=(("next", "Tell the parents before anyone is asked, if that is what you settle."),),
    ),
    Pair(
        "the parents should be told first, as a reason / telling is feared",
        SHOULD_BE_TOLD,
        where=("telling is feared",),
        caught=(("note", "The parents should be told first (3.2)."),),
        near=(("said", "If it is settled that it is safe, the parents should be told before it goes."),),
    ),
    Pair(
        "words to tell the parents beforehand / telling is in doubt",
        WORDS_BEFORE,
        where=("telling is in doubt",),
        caught=(("words for parents", "I'd like to tell you about something before I do it."),),
        near=(("words for the one who gets it", "I am going to tell you one thing about P."),),
    ),
)
