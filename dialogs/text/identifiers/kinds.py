"""The kinds of identifier, and one that was found."""

from dataclasses import dataclass
from enum import StrEnum


class Identifier(StrEnum):
    """A kind of identifier, in the order in which a notice names them."""

    FULL_NAME = "full_name"
    DATE_OF_BIRTH = "date_of_birth"
    NHS_NUMBER = "nhs_number"
    POSTCODE = "postcode"
    TELEPHONE = "telephone"
    EMAIL = "email"


@dataclass(frozen=True, slots=True)
class Found:
    """One identifier in a text: its kind, and how it is written."""

    kind: Identifier
    words: str
