"""Pairs about the parents: told first or nobody told, what they know, what the one who gets it is asked to keep."""

from tests.cards.contradicting.statements import EVERYTHING, SAID, STEPS, WORDS, Pair, Statement

PARENTS = r"(?:the |their |both |\w+'s |\w+ and \w+'s )?(?:parents?|family|mother|father|mum|dad)\b"
CONDITIONAL = r"\b(?:if|unless|until|only|whether|could|would|once|when|after)\b"
SPOKEN = SAID | WORDS | {"outcome", "management", "request", "verdict"}

TELL_FIRST = Statement(
    rf"\btell {PARENTS}[^.]*\b(?:first|before)\b|^\W*tell (?:them\b|{PARENTS})|\btelling {PARENTS} (?:first|before)"
    r"|\bparents? (?:are |is )?told first: (?:still|not yet)",
    kinds=SPOKEN,
    unless=rf"{CONDITIONAL}|\btold first: (?:done|not needed)|\bwho else\b|\bthat the parents know",
)
SHOULD_BE_TOLD = Statement(
    rf"(?:\bthey|{PARENTS}) (?:should|have to|must|are to) (?:be told|hear|know)[^.]*\b(?:first|before)\b",
    kinds=SPOKEN,
    unless=CONDITIONAL,
)
TELL_NOBODY = Statement(
    rf"\bdon'?t tell {PARENTS}|\b(?:nobody|no one) is (?:told|to be told)|\bbefore anyone is (?:told|asked)"
    r"|\bbefore (?:anything is said to|you tell) anyone",
    kinds=SPOKEN,
    unless=r"\bif you learn\b",
)
WORDS_BEFORE = Statement(
    r"\bbefore I do it\b|\bI (?:am|'m) going to (?:talk to|tell|ask|give)", kinds=frozenset({"words for parents"})
)
QUIET = Statement(
    rf"(?:don'?t|do not|not to|never) (?:speak|talk|say anything|mention it|mention this) to (?:{PARENTS}|them\b)"
    rf"|\b(?:don'?t|do not|not to) (?:tell|let) (?:{PARENTS}|them know)|\bwhere they may see it",
    kinds=WORDS | STEPS | {"note", "request"},
    unless=r"\bif it\b|^don'?t (?:share|give|ask)\b.*\btell the parents yet",
)
THEY_KNOW = Statement(
    rf"\b{PARENTS}(?: already)? (?:know|knows) (?:what|that|about|all|this)|\b{PARENTS} (?:was|were|have been|has been) told"
    rf"|\b{PARENTS} know(?:s)? (?:beforehand|already)|\btell (?:each of )?them that {PARENTS} know",
    kinds=EVERYTHING - {"button"},
    unless=rf"{CONDITIONAL}|\bnot\b|n't\b|\bnobody\b|\bwhat .* know\b|\?",
)
THEY_DONT_KNOW = Statement(
    rf"\b{PARENTS} (?:do not|don'?t|does not|did not|didn'?t) know|\bbefore {PARENTS} know"
    rf"|\b{PARENTS} (?:have|has|were|was) not (?:been )?told|\b{PARENTS} not told\b",
    kinds=EVERYTHING - {"button"},
    unless=r"\bif\b|\bsuch as\b|\bthe wrong\b|\?",
)
REASON_NOT_TO = Statement(
    r"\b(?:once|when|until|after|as soon as) (?:the |that )?(?:reason|ground|exception)\b[^.]*"
    r"\b(?:gone|goes|over|past|no longer|ended)|\bthe reason not to\b",
    kinds=frozenset({"note", "next", "follow-up", "follow-up words", "outcome", "verdict", "words for parents"}),
)

PAIRS = (
    Pair(
        "told to tell the parents first / told that nobody is told yet",
        TELL_FIRST,
        TELL_NOBODY,
        caught=(("next", "Tell the parents first (3.2, 3.5)."), ("said", "Don't share yet, and don't tell the parents yet.")),
        near=(
            ("next", "Tell the parents only if we settle that it is safe enough to."),
            ("next", "Nobody is told until I have spoken to the duty manager."),
        ),
    ),
    Pair(
        "told to tell the parents first / telling is feared, or a part of an exception is unsure",
        TELL_FIRST,
        where=("telling is in doubt",),
        caught=(("missing", "telling the parents first"),),
        near=(("next", "Tell the parents before anyone is asked, if that is what you settle."),),
    ),
    Pair(
        "the parents should be told first, as a reason / telling is feared, or a part of an exception is unsure",
        SHOULD_BE_TOLD,
        where=("telling is in doubt",),
        caught=(("note", "The parents should be told first (3.2)."),),
        near=(("said", "If it is settled that it is safe, the parents should be told before it goes."),),
    ),
    Pair(
        "words to tell the parents beforehand / telling is feared, or a part of an exception is unsure",
        WORDS_BEFORE,
        where=("telling is in doubt",),
        caught=(("words for parents", "I'd like to tell you about something before I do it."),),
        near=(("words for the one who gets it", "I am going to tell you one thing about P."),),
    ),
    Pair(
        "silence asked of the one who gets it / untold only as not practicable, delay or by court order",
        QUIET,
        where=("only not practicable, delay or court",),
        caught=(("words for the one who gets it", "Please do not speak to them about it until I tell you."),),
        near=(("words for the one who gets it", "If they ring or come to you, please tell them what you have been told."),),
    ),
    Pair(
        "silence asked of the one who gets it / nothing stands against telling the parents",
        QUIET,
        where=("nothing against telling",),
        caught=(("step", "Ask the GP not to speak to the parents about it for now."),),
        near=(("step", "Ask the GP who else will see it."),),
    ),
    Pair(
        "silence asked of the one who gets it / the parents know",
        QUIET,
        where=("told",),
        caught=(("words for the one who gets it", "Please don't speak to P's parents about it."),),
        near=(("words for the one who gets it", "The parents know that I am telling you this, and why."),),
    ),
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
