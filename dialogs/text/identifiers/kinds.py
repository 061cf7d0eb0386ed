"""The kinds of identifier, and one that was found."""

from dataclasses import dataclass
from enum import StrEnum


class Identifier(StrEnum):
    """What says who a person is, in the order in which it is named."""

    FULL_NAME = "full_name"
    DATE_OF_BIRTH = "date_of_birth"
    NHS_NUMBER = "nhs_number"
    POSTCODE = "postcode"
    TELEPHONE = "telephone"
    EMAIL = "email"


@dataclass(frozen=True, slots=True)
class Found:
    """One identifier in a text: its kind, and the words that it is written in."""

    kind: Identifier
    words: str
