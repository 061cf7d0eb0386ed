"""Pairs about a second pair of eyes: whose check it is, what a supervisor never said, what a channel never shows."""

from tests.cards.contradicting.statements import AFTERWARDS, REQUESTS, Pair, Statement

OURS = Statement(
    r"\b(?:our|the) team'?s own\b|\bguidance (?:doesn'?t|does not) ask for (?:it|this|one)|\bnot the guidance'?s\b",
    kinds=REQUESTS | AFTERWARDS,
    unless=r"^recording this reason",
)
RESTS_ON_GUIDANCE = Statement(r"\b(?:3\.10|4\.4)\b", kinds=frozenset({"channel"}))
SAID_FOR_THEM = Statement(
    r"\bparents have been told\b|\b(?:looked at|come back to|taken up|discussed) (?:again )?in supervision"
    r"|\b(?:I|we)(?: wi|')ll\b|\btalk it over\b|\bI (?:have )?(?:read|checked|spoke|told)\b",
    kinds=frozenset({"management", "verdict"}),
    unless=r"\[[^\]]*\]",
)
AGAINST = Statement(
    r"\botherwise than\b|\bagainst (?:the|its|what)\b|\bdepart(?:ed|s|ure)\b|\balthough\b|\bdespite\b|\boverr[ou]de"
    r"|\bnot (?:what|as) the (?:guide|answer)|\bignor|\bdisagree|\bwhatever the answer\b|\bdidn'?t follow",
    kinds=frozenset({"channel"}),
)

PAIRS = (
    Pair(
        "this check is our team's own / it rests on 3.10 or 4.4, which ask for it",
        OURS,
        RESTS_ON_GUIDANCE,
        caught=(
            ("request", "This check is our team's own. The guidance doesn't ask for it."),
            ("channel", "Rests on 3.10."),
        ),
        near=(("request", "This check is our team's own."), ("channel", "Rests on 3.9(a).")),
    ),
    Pair(
        "words in a supervisor's mouth / they typed none of it",
        SAID_FOR_THEM,
        caught=(("management", "To be looked at again in supervision."),),
        near=(("management", "My reason: Both parts rest on what B said."),),
    ),
    Pair(
        "a worker went against the answer / it is read in the channel",
        AGAINST,
        caught=(("channel", "Decided otherwise than the guide's answer, with a reason. Rests on 3.8."),),
        near=(("channel", "A decision for a supervisor to look at. Rests on 3.8."),),
    ),
)
