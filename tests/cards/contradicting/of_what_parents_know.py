"""Pairs about what the parents know, and when they hear of what went without them."""

from tests.cards.contradicting.statements import EVERYTHING, Pair, Statement
from tests.cards.contradicting.wording import CONDITIONAL, PARENTS

THEY_KNOW = Statement(
    rf"\b{PARENTS}(?: already)? (?:know|knows) (?:what|that|about|all|this)"
    rf"|\b{PARENTS} (?:was|were|have been|has been) told"
    rf"|\b{PARENTS} know(?:s)? (?:beforehand|already)|\btell (?:each of )?them that {PARENTS} know",
    kinds=EVERYTHING - {"button", "follow-up done"},
    unless=rf"{CONDITIONAL}|\bnot\b|n't\b|\bnobody\b|\bwhat .* know\b|\?",
)
THEY_DONT_KNOW = Statement(
    rf"\b{PARENTS} (?:do not|don'?t|does not|did not|didn'?t) know|\bbefore {PARENTS} know"
    rf"|\b{PARENTS} (?:have|has|were|was) not (?:been )?told|\b{PARENTS} not told\b",
    kinds=EVERYTHING - {"button"},
    unless=r"\bif\b|\bsuch as\b|\bthe wrong\b|\?",
)
REASON_NOT_TO = Statement(
    r"\b(?:once|when|until|after|as soon as) (?:the |that )?(?:reason|ground|exception)\b.*"
    r"\b(?:gone|goes|over|past|no longer|ended)|\bthe reason not to\b",
    kinds=frozenset({"note", "next", "follow-up", "follow-up words", "outcome", "verdict", "words for parents"}),
)

PAIRS = (
    Pair(
        "it says that the parents know / they were not told",
        THEY_KNOW,
        where=("untold",),
        caught=(("management", "My reason: the parents have been told."),),
        near=(("words for the one who gets it", "Say nothing more until I tell you that they know."),),
    ),
    Pair(
        "it says that the parents don't know / they were told",
        THEY_DONT_KNOW,
        where=("told",),
        caught=(("headline", "Yes. You can tell the GP now, before the parents know."),),
        near=(("said", "P's parents know what, why, what for and who."),),
    ),
    Pair(
        "once the reason not to tell has gone / it went without any ground",
        REASON_NOT_TO,
        where=("gone", "no ground"),
        caught=(("next", "Tell the family once the reason not to has gone (3.12)."),),
        near=(("next", "Tell the family now (3.2). To be looked at again 13/03/2026."),),
    ),
)
