"""The council's own details, and names as they are shown in lists."""

from datetime import datetime

from msgspec import Struct

from dialogs.engine.matter import Matter


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
