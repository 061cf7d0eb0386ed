"""Pairs about what was done in a flow: told or asked, given or told, a caller where nobody called."""

from tests.cards.contradicting.statements import AFTERWARDS, REQUESTS, SAID, WORDS, Pair, Statement

WHOM = r"(?:the (?:agencies|people)|agencies|someone|some people|housing|the GP|the school\b)"
TOLD_AGENCIES = Statement(
    rf"\bI told (?:{WHOM}|them)\b|\btold to {WHOM}|\bwas told to\b|\bwere told (?:that )?something\b"
    r"|\bthey used it\b|\bwhat (?:was|I) shared\b|\bsomething (?:was|has been|already) shared\b|\bshared with\b",
    kinds=AFTERWARDS | REQUESTS | WORDS,
    unless=r"\bonly what it needed\b|\bhow (?:it|they)\b",
)
GIVEN_AS_TOLD = Statement(
    r"\bI told (?:the|[\w.]+, )?[^.]{0,40}\bsomething\b|\btold to\b|\bI told them\b",
    kinds=AFTERWARDS | REQUESTS | WORDS,
)
SOMEONE_ASKED = Statement(
    r"\basked for information\b|\basked by\b(?!.*\d\d:\d\d)|\bthe caller\b|\bwho rang\b|\bwhat they asked\b",
    kinds=SAID | WORDS | {"words"},
    unless=r"\basked by K\.O\.",
)

PAIRS = (
    Pair(
        "agencies were told something / a network check or request only asks them",
        TOLD_AGENCIES,
        where=("flow:gather", "gone"),
        caught=(("follow-up", "R: told to the agencies on 11/03/2026."),),
        near=(("note", "Each was told only what it needed to find R and answer (3.7)."),),
    ),
    Pair(
        "something was told / a document was given",
        GIVEN_AS_TOLD,
        where=("flow:document", "gone"),
        caught=(("follow-up words", "On 11/03/2026 I told the school nurse something about P."),),
        near=(("follow-up", "P: a document was given to the school nurse on 11/03/2026."),),
    ),
    Pair(
        "someone rang or asked / the worker wants to share, and nobody asked",
        SOMEONE_ASKED,
        where=("flow:share", "not on the phone"),
        caught=(("note", "Asked by the GP. It was not mine to answer."),),
        near=(("note", "It was not mine to share. Passed to: K.O."),),
    ),
)
