"""Pairs in which not sure was turned into no."""

from tests.cards.contradicting.statements import EVERYTHING, Pair, Statement

NO_HARM_KNOWN = Statement(
    r"\bknow of no harm|\bno harm (?:is |has been |was )?(?:known|suffered|so far)|\bdon'?t know of any harm",
    kinds=EVERYTHING,
    unless=r"\bnot sure\b|\bif\b|\bcheck\b",
)
NO_CONCERN = Statement(
    r"\b(?:no|isn'?t a|is not a) safeguarding concern|\bthere is no basis|\bno basis for",
    kinds=EVERYTHING,
    unless=r"\b(?:not sure|aren'?t sure|whether|if|until|turns out)\b",
)
QUOTES_NO_ONE = Statement(r"\bquotes:? no one|\bdoes not quote|\bdoesn'?t quote", kinds=EVERYTHING)
NOTHING_TO_COME_OUT = Statement(
    r"\bnothing (?:that )?(?:should|has to|needs to) come out|\bnothing to take out|\bread all of it\b",
    kinds=EVERYTHING,
    unless=r"\b(?:if|whether|no one yet)\b|\bguidance doesn'?t (?:cover|settle)|\bisn'?t settled",
)

PAIRS = (
    Pair(
        "I know of no harm / there was harm, or the worker is not sure",
        NO_HARM_KNOWN,
        where=("harm yes or not sure",),
        caught=(("step", 'You could say: "I know of no harm so far."'),),
        near=(("step", "I'm not sure whether P has already been harmed."),),
    ),
    Pair(
        "no safeguarding concern, or no basis / the worker is not sure of a concern",
        NO_CONCERN,
        where=("unsure of a safeguarding concern",),
        caught=(("headline", "No. There is no basis for asking other agencies."),),
        near=(("headline", "Not yet. Ask your supervisor whether there is no safeguarding concern."),),
    ),
    Pair(
        "it quotes no one / it has not been read for quotations",
        QUOTES_NO_ONE,
        where=("unread for quotations",),
        caught=(("note", "We wrote it and it quotes no one: section 4 does not apply (4.1)."),),
        near=(("note", "Quotes: not read for that yet"),),
    ),
    Pair(
        "nothing should come out of it / it has not been read for that, or the worker is not sure",
        NOTHING_TO_COME_OUT,
        where=("unread for what can't go",),
        caught=(("words", "There is a Care Order, and I know of nothing that should come out."),),
        near=(("said", "If nothing should come out, the guidance doesn't settle it."),),
    ),
)
