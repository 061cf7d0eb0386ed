"""What the words to use and the note of a document are filled in with."""

from typing import Any

from cards.flows.document.steps import short
from cards.labels import LONGEST_NAME, UNLISTED, label_values
from cards.parents_wording import family_values
from cards.people import Council
from cards.words import joined, render_text
from dialogs.engine.matter import Matter
from dialogs.flows.document import conditions as when
from dialogs.flows.document.facts import facts

SAID = (
    "document",
    "document_author",
    "author_service",
    "document_dated",
    "quoted_who",
    "who_exactly",
    "what_came_out",
    "manager_signed",
)


def about_document(matter: Matter, council: Council) -> dict[str, Any]:
    """What every text about this document is filled in with."""
    values = matter.values
    professional = professional_of(matter)
    return {
        **label_values(matter),
        **{name: short(values.get(name)) for name in SAID},
        "used_for": joined("used_for", values.get("used_for")),
        "why": joined("why", values.get("why")),
        "professional": professional,
        "professional_cap": professional[:1].upper() + professional[1:],
        "council": council.name or render_text("welcome.our_council"),
        "privacy_notice_url": council.privacy_notice_url,
        "part_in_case": values.get("part_in_case"),
        "quotes": when.quotes_others(values),
        "quotes_unread": values.get("quotes") == "not_read",
        **family_values(matter, matter.decision()),
        "report": render_text(
            "letters.report", ours=values.get("whose_words") == "ours", alone=when.ours_alone(values)
        ),
        "we_wrote": values.get("whose_words") == "ours",
        "to_parents": when.for_parents(values),
        "to_professionals": when.for_professionals(values),
        "to_court": "care_proceedings" in facts(values)[1]["audience"],
    }


def professional_of(matter: Matter) -> str:
    """The professional whom it is for: by their job, or in the worker's own words where they are not listed."""
    named = str(matter.values.get("who_exactly") or "")
    recipient = matter.values.get("recipient")
    if not recipient or (recipient in UNLISTED and 0 < len(named) <= LONGEST_NAME):
        return named
    return render_text(f"them.{recipient}")
