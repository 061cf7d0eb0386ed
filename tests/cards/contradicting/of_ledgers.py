"""Pairs about a document's steps: what is done and still to do."""

from tests.cards.contradicting.statements import LEDGER, SAID, STEPS, WORDS, Pair, Statement
from tests.cards.contradicting.wording import CLOSED_ROW

TO_DO = STEPS | LEDGER
OPEN_ROW = r": (?:still to do|NOT YET)"
THE_AUTHOR = r"\b(?:Dr R\.S\.|the author\b)"
"""As the matters of these tests name them; those whom it quotes are authors too, each with their own yes."""
AUTHORS_YES_MISSING = Statement(
    r"(?<!\ban )\bauthor'?s (?:yes|agreement)\b|(?<!author's )(?<!said )\b(?:agreement|yes) in writing\b"
    rf"|\bwritten (?:agreement|yes)\b|{THE_AUTHOR}.*\bnot said yes\b",
    kinds=(SAID | {"follow-up"}) - {"next_steps"},  # `decide` hears of no quotations
    unless=rf"{CLOSED_ROW}|\bquot|\bif\b|\bhas agreed\b|\bhave agreed\b|\bnever stands in\b"
    r"|\btheirs,? and goes to no one"
    r"|\bthe author agrees\b|\ba part of it goes\b|\bagree with the author that\b|agreement: yes\b",
)
ASKING_THE_AUTHOR = Statement(
    r"\basking (?:its author|the author|them first)|\buntil they have agreed|\buntil the author\b", kinds=WORDS
)
TALK_MISSING = Statement(
    rf"\bthe talk with the author|\btalk with the author(?:{OPEN_ROW}| about)|\btalk it over with the author",
    kinds=TO_DO | {"headline"},
    unless=rf"{CLOSED_ROW}|\bagain\b|\bif\b",
)
ADVICE_MISSING = Statement(
    rf"^legal advice(?: on [^:]*{OPEN_ROW})?$|\bget legal advice|\bask legal services.*whether giving it is lawful",
    kinds=TO_DO | {"headline"},
)
READING_MISSING = Statement(
    rf"\breading it for (?!quotations)[^:]*(?:{OPEN_ROW}|$)|^read it for what",
    kinds=TO_DO,
    unless=CLOSED_ROW,
)
WORKER_STILL = Statement(
    rf"\bby the worker\b|\byou and your manager, both, take\b|\byou do the same\b|\btaken out by (?:me|you){OPEN_ROW}",
    kinds=TO_DO,
    unless=r"\bif\b|\bby the worker alone\b|\bhas been\b",
)
MANAGER_STILL = Statement(
    rf"\bby the manager\b|\byou and your manager, both, take\b|\byour manager does the same\b"
    rf"|\btaken out by (?:my|your) manager{OPEN_ROW}",
    kinds=TO_DO,
    unless=r"\bif\b|\bhas been\b",
)
LEGAL_STILL = Statement(
    rf"\blegal services (?:taking|take|\([^)]*\) take) it out|^legal services{OPEN_ROW}",
    kinds=TO_DO,
    unless=r"\bif\b|\bsettle the order\b",
)
DONE_BY_ME = Statement(r"\btaken out by (?:me|you): done\b", kinds=LEDGER)
BY_WORKER_MISSING = Statement(r"\bby the worker\b", kinds=frozenset({"missing"}))


def _done(name: str, said: Statement, mark: str, caught: str, near: str) -> Pair:
    """A step that is still to do in one text and done by the worker's answers."""
    return Pair(
        f"still to do: {name} / done", said, where=(mark,), caught=(("missing", caught),), near=(("missing", near),)
    )


PAIRS = (
    _done(
        "the author's yes in writing",
        AUTHORS_YES_MISSING,
        "the author agreed in writing",
        "the agreement in writing, for P's father",
        "a yes in writing from everyone whom it quotes",
    ),
    _done("the talk with the author", TALK_MISSING, "talked over", "the talk with the author", "legal advice"),
    _done("legal advice", ADVICE_MISSING, "advice was had", "legal advice", "the talk with the author"),
    _done("reading it", READING_MISSING, "read", "reading it for what P's father can't have", "legal advice"),
    _done(
        "taken out by the worker",
        WORKER_STILL,
        "the worker took it out",
        "taking out what they can't have, by the worker and by the manager",
        "your manager taking it out as well",
    ),
    _done(
        "taken out by the manager",
        MANAGER_STILL,
        "the manager took it out",
        "taking out what they can't have, by the worker and by the manager",
        "you taking it out as well",
    ),
    _done(
        "taken out by Legal Services",
        LEGAL_STILL,
        "Legal Services took it out",
        "Legal Services taking it out as well",
        "legal advice",
    ),
    Pair(
        "taken out by you: done / still missing: by the worker",
        DONE_BY_ME,
        BY_WORKER_MISSING,
        caught=(("ledger", "Taken out by you: done"), ("missing", "taking it out, by the worker and by the manager")),
        near=(("ledger", "Taken out by you: done"), ("missing", "taking it out, by your manager")),
    ),
    Pair(
        "the author is still being asked / the author has agreed, and it was talked over",
        ASKING_THE_AUTHOR,
        where=("the author agreed and was talked to",),
        caught=(("words", "I am asking its author whether it may go to you."),),
        near=(("words", "It can't go to you yet. I'll ring you by [date] to say where it stands."),),
    ),
)
