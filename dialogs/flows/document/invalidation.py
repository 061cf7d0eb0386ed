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


def invalidated(before: Answers, given: Values) -> list[str]:
    """Return the names of answers that these newly given ones invalidate."""
    return before.rest_on_changed(given, INVALIDATES)
