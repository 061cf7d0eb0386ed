"""What several flows ask, and a worker is asked once: it goes along under its name when one flow goes on in another."""

from dialogs.engine.children import Reference
from dialogs.engine.questions import Choice, Ticks, Words
from dialogs.text.option_matching import Option, strict_option
from dialogs.text.patterns import (
    ALLOCATED,
    AUTHORISED,
    CARE_ORDER,
    IN_PERSON,
    INTERIM_ORDER,
    NO_CALL,
    NO_ORDER,
    NOT_KNOWN,
    NOT_MINE,
    NOT_RUNG,
    NOT_STAFF,
    PROTECTION_PLAN,
    RING,
    RUNG,
    SECTION_20,
    SUPERVISION_ORDER,
    SUPERVISOR,
)
from dialogs.text.patterns import STAFF as STAFF_TYPED

PLAIN = {"yes": "yes", "no": "no", "unsure": "unsure"}
UNSURE = Option("unsure", r"not sure|unsure")
YES_NO_UNSURE = (strict_option("yes"), Option("no"), UNSURE)

CHILD = Reference("child")
PART_IN_CASE = Choice(
    "part_in_case",
    "3.10",
    (
        strict_option("allocated", ALLOCATED),
        strict_option("supervisor", SUPERVISOR),
        strict_option("authorised", AUTHORISED),
        Option("none", NOT_MINE),
        UNSURE,
    ),
    plain_words={"yes": "allocated", "no": "none", "unsure": "unsure"},
)
STAFF = Choice(
    "staff",
    "3.10",
    (strict_option("yes", STAFF_TYPED), Option("no", NOT_STAFF), UNSURE),
    plain_words=PLAIN,
)
"""Who is allocated or supervises is social work staff by that."""
RUNG_BACK = Choice(
    "rung_back",
    "",
    (strict_option("yes", RUNG), Option("not_yet", NOT_RUNG), strict_option("no_call", NO_CALL)),
    plain_words={"yes": "yes", "no": "not_yet", "unsure": "not_yet"},
)
"""Good practice, and so without a paragraph: a caller is not yet the one they say they are."""
PARENTS = Words("parents", "3.2", long=False)
CONTACT = Ticks(
    "contact",
    "3.2",
    (
        strict_option("ring", RING),
        strict_option("write", "write|(?:a )?letter|post"),
        strict_option("text", "text(?: message)?|sms"),
        strict_option("in_person", IN_PERSON),
        strict_option("not_known", NOT_KNOWN),
    ),
    alone=("not_known",),
    empty="not_known",
    lead="by|only|just",
)
LEGAL_STATUS = Choice(
    "legal_status",
    "4.5",
    (
        strict_option("care_order", CARE_ORDER),
        strict_option("interim", INTERIM_ORDER),
        strict_option("section_20", SECTION_20),
        strict_option("supervision_order", SUPERVISION_ORDER),
        strict_option("protection_plan", PROTECTION_PLAN),
        strict_option("none", NO_ORDER),
        UNSURE,
    ),
    plain_words={"unsure": "unsure"},
)
"""This child's own; a sibling's order says nothing of it."""
