"""What a changed answer invalidates: answers that were given about something else, and so are to be given again.

An agreement is for one document, from its authors, to one audience; so is the talk, and what that audience cannot
have. None of them is ever carried over.
"""

from dialogs.engine.answers import Answers, Values

TOLD = ("told_items", "told_since", "told_when", "told_each", "told_how")
AGREED = ("author_agreed", "quoted_agreed", "author_talk")
READ = ("unshareable", "taken_out_by", "what_came_out", "manager_signed")
NEEDED = ("need_to_know", "doc_needed", "court_ordered")

INVALIDATES = {
    "document": (*AGREED, "lawful_doubt", *READ, "kinds", "doc_needed", "court_ordered", *TOLD),
    "audience": (*AGREED, "lawful_doubt", *READ, *NEEDED, *TOLD),
    "who_exactly": (*AGREED, "lawful_doubt", *READ, *NEEDED, *TOLD),
    "recipient": (*AGREED, *READ, *NEEDED, *TOLD),
    "used_for": ("doc_needed", *TOLD),
    "why": TOLD,
    "document_author": AGREED,
    "whose_words": AGREED,
    "quotes": ("quoted_agreed",),
    "quoted_who": ("quoted_agreed",),
}
"""The answers that rest on each of these."""


def invalidated(before: Answers, given: Values) -> tuple[str, ...]:
    """Return the names of answers that these newly given ones invalidate, but for those given at the same time."""
    names = [name for changed in INVALIDATES if _differs(before, given, changed) for name in INVALIDATES[changed]]
    return tuple(name for name in dict.fromkeys(names) if name in before.values and name not in given)


def _differs(before: Answers, given: Values, name: str) -> bool:
    """Whether an answer given before, and perhaps opened again since, is now another."""
    return name in given and before.draft(name) not in (None, given[name])
