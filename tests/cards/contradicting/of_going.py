"""Pairs about whether it may go: yes and no, and a yes with a check before it."""

from tests.cards.contradicting.statements import EVERYTHING, LEDGER, REQUESTS, SAID, STEPS, WORDS, Pair, Statement

NOT = r"\b(?:not|never|no one|nobody|nothing goes)\b|n't\b"
GO_AHEAD = Statement(
    r"\b(?:go|goes|gone) ahead\b|\bit can go\b|\bcan (?:be )?(?:go|given|shared|told|asked|made)\b.*\bnow\b"
    r"|\bnothing is missing\b|\byou can (?:tell|give|make|ask|share)\b.*\bnow\b"
    r"|\ba supervisor looks (?:at it )?afterwards",
    kinds=EVERYTHING - {"note", "channel"},
    unless=rf"{NOT}|\b(?:if they|whether|until|unless|may|once|what can and|before it can go)\b|legal advice says",
)
GO_AHEAD_IF_URGENT = Statement(
    r"\b(?:go|goes|gone) ahead\b|\bunless waiting could put\b",
    kinds=REQUESTS | {"button"},
    unless=NOT,
)
CANT_GO = Statement(
    r"^not yet\b|^(?:the guidance's answer: )?no\. |^no\.$|\bcan'?t go yet\b|^stop here\b|\bisn'?t yours to give\b"
    r"|\bit doesn'?t go\b|^don'?t (?:share|give|ask)\b|\bis still missing\b",
    kinds=SAID | WORDS | {"request"},
    unless=r"\b(?:if|unless)\b|^not yet (?:shared|asked|given|talked|known)\b",
)
ROW_OPEN = Statement(r": (?:still to do|NOT YET)\b", kinds=LEDGER)
YES = Statement(r"^(?:the guidance's answer: )?yes[.,] ", kinds=frozenset({"headline", "note"}), whole=True)
PLAIN_YES = Statement(
    r"^(?:the guidance's answer: )?yes\b",
    kinds=frozenset({"headline", "note"}),
    unless=r"\b(?:once|if|when|after|unless|but)\b",
    whole=True,
)
CHECK_FIRST = Statement(
    r"^(?!ask each)(?:.*\bsay )?(?:check|ask|ring|speak|talk|find out|settle)\b(?!.*\b(?:who else|not to speak)\b)",
    kinds=frozenset({"first step"}),
)
CHECK_BEFORE_IT_GOES = Statement(
    r"\b(?:check|ask|ring|speak|talk)\b.*\b(?:legal|supervisor|manager|allocated).*\b(?:before it goes|first)\b"
    r"|\bnothing goes until\b|\bshould you see it before\b",
    kinds=STEPS | WORDS,
)

PAIRS = (
    Pair(
        "it says go ahead, or that it can go / the answer is not yet or no",
        GO_AHEAD,
        where=("may not go",),
        caught=(
            (
                "request",
                "Request 4127 is for review after the fact. Go ahead now; a supervisor looks at it afterwards.",
            ),
        ),
        near=(
            ("request", "The report can't go ahead of the author's yes. What we know ourselves may go another way."),
        ),
    ),
    Pair(
        "yes in the headline / the answer is not yet or no",
        YES,
        where=("may not go",),
        caught=(("note", "The guidance's answer: Yes. It can go to the court now."),),
        near=(("note", "The guidance's answer: Not yet. Read it first."),),
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
        "a step of the ledger still to do / the answer is yes",
        ROW_OPEN,
        where=("may go",),
        caught=(("ledger", "Who wrote it, and whom it quotes: still to do"),),
        near=(("ledger", "Legal Services: check with them"),),
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
)
