"""What was noted of information received, read from the answers."""

import re

from dialogs.engine.answers import Values
from dialogs.flows.receive.typed import AN_AGENCY, NO_NAME, SAID_NOTHING
from guidance.decision import Decision


def by_phone(values: Values) -> bool:
    """It came in a call."""
    return values.get("came_how") == "phone"


def not_rung_back(values: Values) -> bool:
    """Whether a caller has not been rung back yet on a number found independently (good practice)."""
    return by_phone(values) and values.get("rung_back") == "not_yet"


def named(values: Values) -> bool:
    """3.13  A person is named, and not only an agency or a job."""
    said = str(values.get("from_whom") or "")
    if re.fullmatch(NO_NAME, said):
        return False
    return any(not re.fullmatch(AN_AGENCY, word) for word in re.findall(r"[\w&'.]+", said))


def told_something(values: Values) -> bool:
    """3.13  What they said is noted."""
    return bool(values.get("they_said"))


def limit_said(values: Values) -> str:
    """3.13  The limit in their words; empty where the box holds no more than "none"."""
    said = str(values.get("limit_says") or "")
    return "" if re.fullmatch(SAID_NOTHING, said) else said


def limit_stated(values: Values) -> object:
    """3.13  True, False or "unsure". A limit that was written down is one, whatever was chosen above it."""
    if limit_said(values):
        return True
    return {"none": False, "yes": True}.get(str(values.get("limit")), "unsure")


def goes_on_in_writing(values: Values) -> object:
    """4.1  Whether a document that came with it is to be passed on: True, False or "unsure"."""
    return {"none": False, "keep": False, "pass_on": True}.get(str(values.get("came_with")), "unsure")


def something_to_share(values: Values, _: Decision) -> bool:
    """3.7  Whether there is anything in it that someone could need to hear."""
    return told_something(values)


def a_document_to_pass_on(values: Values, _: Decision) -> bool:
    """4.1  Whether a document came with it that is to be passed on, or may be."""
    return goes_on_in_writing(values) is not False
