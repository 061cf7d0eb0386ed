"""Pairs about the one who gets it: asked to say nothing to the parents, or not."""

from tests.cards.contradicting.statements import STEPS, WORDS, Pair, Statement
from tests.cards.contradicting.wording import PARENTS

QUIET = Statement(
    rf"(?:don'?t|do not|not to|never) (?:speak|talk|say anything|mention it|mention this) to (?:{PARENTS}|them\b)"
    rf"|\b(?:don'?t|do not|not to) (?:tell|let) (?:{PARENTS}|them know)|\bwhere they may see it",
    kinds=WORDS | STEPS | {"note", "request"},
    unless=r"\bif it\b|^don'?t (?:share|give|ask)\b.*\btell the parents yet",
)
PASS_IT_ON = Statement(
    rf"\b(?:please )?tell (?:{PARENTS}|them) what (?:you have|you've|I have|I've) (?:been told|told)",
    kinds=WORDS | STEPS,
)

PAIRS = (
    Pair(
        "silence asked of the one who gets it / untold only as not practicable, delay or by court order",
        QUIET,
        where=("only not practicable, delay or court",),
        caught=(("words for the one who gets it", "Please do not speak to them about it until I tell you."),),
        near=(
            ("words for the one who gets it", "If they ring or come to you, please tell them what you have been told."),
        ),
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
        "silence asked of the one who gets it / asked to tell the parents, should they ring",
        QUIET,
        PASS_IT_ON,
        caught=(
            ("words for the one who gets it", "Please don't speak to them about it until I tell you."),
            ("words for the one who gets it", "If they ring, please tell them what you have been told."),
        ),
        near=(("words for the one who gets it", "If they ring, please tell them what you have been told."),),
    ),
)
