"""The names of the people of a matter: the child's reference, the recipient, the council."""

from datetime import datetime
from typing import Any

from msgspec import Struct

from cards.words import key_for_flow, render_text
from dialogs.engine.answers import DISAGREED
from dialogs.engine.children import children_of
from dialogs.engine.matter import Matter, of_the_answers


class Council(Struct, frozen=True):
    """The council's own details, from settings. What is empty is not shown and never invented.

    `newer_law_notice`: a dated line about law that the guidance does not know, shown under answers that are not a yes.

    `working_now`: the duty team answers now. `opens_at`: the local time at which the office opens next, where it is
    closed now. `practice_educators`: there are some to show a play to.
    """

    name: str = ""
    duty_phone: str = ""
    out_of_hours_phone: str = ""
    legal: str = ""
    governance: str = ""
    supervisor: str = ""
    privacy_notice_url: str = ""
    guidance_url: str = ""
    guidance_date: str = ""
    recording_policy_url: str = ""
    national_guidance_url: str = ""
    article_6_basis: str = ""
    article_9_condition: str = ""
    newer_law_notice: str = ""
    retention_days: int = 0
    working_now: bool = True
    opens_at: datetime | None = None
    practice_educators: bool = False


def duty_number(council: Council) -> str:
    """Return the telephone number that answers at this hour; empty when it is not set."""
    return council.duty_phone if council.working_now else council.out_of_hours_phone


def safe_name(name: str, *, besides: str = "") -> str:
    """Return a colleague's name without anything that a client could take for markup or a link.

    `besides`: further characters that it may have.
    """
    return "".join(letter for letter in name if letter.isalnum() or letter in f" .'-{besides}")[:60]


def as_listed(matter: Matter) -> Matter:
    """Return the matter with the last given answers that a list names it by, also while they are being changed."""
    return matter.as_last_given("child", "recipient", "audience", "who_exactly")


def child_of(matter: Matter | None) -> str:
    """Return the child's initials or number; "the child" until they are given."""
    found = matter.values.get("child") if matter else None
    return str(found) if found else "the child"


def display_name_of(matter: Matter) -> str:
    """Return "them" in the worker's own words, if they gave a few. Not for labels."""
    named = str(matter.values.get("recipient_named") or "")
    short = 0 < len(named) <= LONGEST_NAME
    own = short and matter.values.get("recipient") in UNLISTED
    return named if own else str(label_values(matter)["them"])


LONGEST_NAME = 80
"""Characters: a letter repeats a name many times."""
UNLISTED = ("other_professional", "not_professional")


@of_the_answers
def label_values(matter: Matter) -> dict[str, Any]:
    """Return the values of labels and headings: nothing that was typed but the checked references.

    `them`: the one whom the matter is about telling, asking or answering, in our own words. `several`: there is more
    than one child, so that a sentence says "P and R have". `ours`: it is a document that we wrote, and nothing in it is
    anyone else's. `disagrees`: a supervisor does not agree to the answer.
    """
    child = child_of(matter)
    chosen = matter.flow.they(matter.values)
    whom = chosen[0] if isinstance(chosen, list) and len(chosen) == 1 else chosen
    key = f"them.{whom}" if whom and not isinstance(whom, list) else "them.unknown"
    them = render_text(key_for_flow(matter.flow.name, key), child=child)
    return {
        "child": child,
        "several": len(children_of(matter.values)) > 1,
        "ours": bool(matter.flow.ours_alone and matter.flow.ours_alone(matter.values)),
        "them": them,
        "them_cap": them[:1].upper() + them[1:],
        "disagrees": DISAGREED in matter.values,
    }
