"""Pairs about whether it may go: yes and no, a yes and a check before it, not sure turned into no."""

from tests.cards.contradicting.of_telling import CONDITIONAL
from tests.cards.contradicting.statements import EVERYTHING, REQUESTS, SAID, STEPS, WORDS, Pair, Statement

NOT = r"\b(?:not|never|no one|nobody|nothing goes)\b|n't\b"
GO_AHEAD = Statement(
    r"\b(?:go|goes|gone) ahead\b|\bit can go\b|\bcan (?:be )?(?:go|given|shared|told|asked|made)\b[^.]*\bnow\b"
    r"|\bnothing is missing\b|\byou can (?:tell|give|make|ask|share)\b[^.]*\bnow\b|^yes\b"
    r"|\ba supervisor looks (?:at it )?afterwards",
    kinds=EVERYTHING - {"note", "channel"},
    unless=rf"{NOT}|\b(?:if they|whether|until|unless|may|once|what can and)\b|^yes, delete",
)
GO_AHEAD_IF_URGENT = Statement(
    r"\b(?:go|goes|gone) ahead\b|\bunless waiting could put\b",
    kinds=REQUESTS | {"button"},
    unless=NOT,
)
CANT_GO = Statement(
    r"^not yet\b|^(?:the guidance's answer: )?no\. |^no\.$|\bcan'?t go yet\b|^stop here\b|\bisn'?t yours to give\b"
    r"|\bit doesn'?t go\b|^don'?t (?:share|give|ask)\b|\bis still missing\b|: (?:still to do|NOT YET)\b",
    kinds=SAID | WORDS | {"request"},
    unless=r"\b(?:if|unless)\b|^not yet (?:shared|asked|given|talked|known)\b",
)
PLAIN_YES = Statement(
    r"^(?:the guidance's answer: )?yes\b", kinds=frozenset({"headline", "note"}), unless=r"\b(?:once|if|when|after|unless|but)\b"
)
CHECK_FIRST = Statement(
    r"^(?!ask each)(?:[^.]*\bsay )?(?:check|ask|ring|speak|talk|find out|settle)\b(?![^.]*\b(?:who else|not to speak)\b)",
    kinds=frozenset({"first step"}),
)
CHECK_BEFORE_IT_GOES = Statement(
    r"\b(?:check|ask|ring|speak|talk)\b[^.]*\b(?:legal|supervisor|manager|allocated)[^.]*\b(?:before it goes|first)\b"
    r"|\bnothing goes until\b|\bshould you see it before\b",
    kinds=STEPS | WORDS,
)
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
    r"\bnothing (?:that )?(?:should|has to|needs to) come out|\bnothing to take out|\bread all of it\b|: done\b.*\bread\b",
    kinds=EVERYTHING,
    unless=r"\b(?:if|whether|no one yet)\b",
)

PAIRS = (
    Pair(
        "it says go ahead, or that it can go / the answer is not yet or no",
        GO_AHEAD,
        where=("may not go",),
        caught=(("request", "Request 4127 is for review after the fact. Go ahead now; a supervisor looks at it afterwards."),),
        near=(("request", "The report can't go ahead of the author's yes. What we know ourselves may go another way."),),
    ),
    Pair(
        "going ahead is offered for when it can't wait / the answer is not yet or no",
        GO_AHEAD_IF_URGENT,
        where=("may not go",),
        caught=(("supervisor", "If the child needs help sooner, K.O. goes ahead and you look at it after."),),
        near=(("supervisor", "If the child needs help sooner, K.O. acts on that. The report stays where it is."),),
    ),
    Pair(
        "it says not yet, no, or that it can't go / the answer is yes",
        CANT_GO,
        where=("may go",),
        caught=(("said", "It can't go yet. Still missing:"),),
        near=(("note", "NOT YET SHARED"), ("next", "Don't share more than they need if it isn't asked for.")),
    ),
    Pair(
        "a plain yes in the headline / the first step says check, ask or ring",
        PLAIN_YES,
        CHECK_FIRST,
        caught=(("headline", "Yes. It can go to the court now."), ("first step", "Check with Legal Services.")),
        near=(("headline", "Yes. You can ask now."), ("first step", "Ask each agency its own line and nothing else.")),
    ),
    Pair(
        "a plain yes in the headline / someone is to be asked before it goes",
        PLAIN_YES,
        CHECK_BEFORE_IT_GOES,
        caught=(("headline", "Yes. It can go now."), ("step", "Ask Legal Services or your supervisor first.")),
        near=(
            ("headline", "Yes, once Legal Services have said so."),
            ("step", "Check with Legal Services before it goes."),
        ),
    ),
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
        where=("not sure of a safeguarding concern",),
        caught=(("headline", "No. There is no basis for asking other agencies."),),
        near=(("headline", "Not yet. Ask your supervisor whether there is no safeguarding concern."),),
    ),
    Pair(
        "it quotes no one / it has not been read for quotations",
        QUOTES_NO_ONE,
        where=("not read for quotations",),
        caught=(("note", "We wrote it and it quotes no one: section 4 does not apply (4.1)."),),
        near=(("note", "Quotes: not read for that yet"),),
    ),
    Pair(
        "nothing should come out of it / it has not been read for that, or the worker is not sure",
        NOTHING_TO_COME_OUT,
        where=("not read, or not sure, for what can't go",),
        caught=(("words", "There is a Care Order, and I know of nothing that should come out."),),
        near=(("said", "If nothing should come out, the guidance doesn't settle it."),),
    ),
)
