"""Finds what says who a person is in a text. A wrong find costs a press; a missed one stays in the record."""

import re
from collections.abc import Iterable
from datetime import date

from dialogs.text.identifiers.dates import dates_of_birth
from dialogs.text.identifiers.kinds import Found, Identifier
from dialogs.text.identifiers.names import full_names
from dialogs.text.identifiers.numbers import emails, nhs_numbers, postcodes, telephones

DIGIT = re.compile(r"\d")
NO_KINDS: frozenset[Identifier] = frozenset()


def find_identifiers(text: str, today: date, without: Iterable[Identifier] = NO_KINDS) -> list[Found]:
    """Return all identifiers in the text, kind by kind; `without`: kinds that are not looked for."""
    left_out = frozenset(without)
    found: list[Found] = []
    for kind in Identifier:
        if kind not in left_out:
            found += [Found(kind, words) for words in _find_all(kind, text, today)]
    return found


def kinds_found(text: str, today: date, without: Iterable[Identifier] = NO_KINDS) -> tuple[Identifier, ...]:
    """Return the kinds of identifier in the text, in their own order, each once."""
    return tuple(dict.fromkeys(found.kind for found in find_identifiers(text, today, without)))


def _find_all(kind: Identifier, text: str, today: date) -> list[str]:
    if kind is Identifier.FULL_NAME:
        return full_names(text)
    if kind is Identifier.EMAIL:
        return emails(text)
    if not DIGIT.search(text):
        return []
    if kind is Identifier.DATE_OF_BIRTH:
        return dates_of_birth(text, today)
    return {
        Identifier.NHS_NUMBER: nhs_numbers,
        Identifier.POSTCODE: postcodes,
        Identifier.TELEPHONE: telephones,
    }[kind](text)
