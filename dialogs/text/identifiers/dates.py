"""Dates of birth in a text: those that are called so, and full dates of years gone by."""

import re
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
YEAR = r"(?P<{0}>(?:19|20)\d\d|\d\d)(?!\d)"
TH = r"(?:st|nd|rd|th)?"
FORMS = (
    rf"(?<![\d./-])(?P<d1>\d{{1,2}})(?P<s>[./\u2010-\u2015-])(?P<m1>\d{{1,2}})(?P=s){YEAR.format('y1')}(?![./-]\d)",
    r"(?<!\d)(?P<y2>(?:19|20)\d\d)-(?P<m2>\d\d)-(?P<d2>\d\d)(?!\d)",
    rf"(?<!\d)(?P<d3>\d{{1,2}}){TH}[ -](?:of )?{MONTH.format('m3')}[ ,-]{{1,2}}{YEAR.format('y3')}",
    rf"\b{MONTH.format('m4')} (?P<d4>\d{{1,2}}){TH},? (?P<y4>(?:19|20)\d\d)(?!\d)",
)
WHOLE = tuple(re.compile(f"(?i){form}") for form in FORMS)
PART = (
    rf"(?<![\d./-])\d{{1,2}}{TH} (?:of )?{MONTH.format('m')}\b|\b{MONTH.format('n')} \d{{1,2}}{TH}(?!\d)"
    r"|(?<![\d./-])\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d)|(?<!\d)(?:19|20)\d\d-\d\d-\d\d(?!\d)"
)
CALLED_BORN = re.compile(
    r"(?i)(?<![\w-])(?:born|d\.? ?o\.? ?b\.?|b\.|date of birth|birth ?date|birthday)(?!\w)"
    rf"[^\d.;!?\n]{{0,25}}?(?P<date>{PART})"
)
CALLED_AFTER = re.compile(
    rf"(?i)(?P<date>{PART})\W{{0,3}}(?:is |was )?(?:his |her |their |the )?(?:d\.?o\.?b\b|date of birth|birthday)"
)
YEARS_AGO = 2
OLDEST = 1900
TWO = 2
"""Digits of a short year; between stops, "3.10.12" may be a paragraph as well."""


def dates_of_birth(text: str, today: date) -> list[str]:
    """Return days that are called someone's birth, and full dates whose year is two years back or more."""
    called = [found.group("date") for pattern in (CALLED_BORN, CALLED_AFTER) for found in pattern.finditer(text)]
    long_ago = [found.group() for pattern in WHOLE for found in pattern.finditer(text) if _is_long_ago(found, today)]
    return list(dict.fromkeys(called + long_ago))


def _is_long_ago(found: re.Match[str], today: date) -> bool:
    if found.groupdict().get("s") == "." and len(found.group("y1")) == TWO:
        return False
    said = {name[0]: value for name, value in found.groupdict().items() if name != "s"}
    month = said["m"].lower()
    number = MONTHS.index(month[:3]) + 1 if month[0].isalpha() else int(month)
    year = _full_year(said["y"], today)
    try:
        date(year, number, int(said["d"]))
    except ValueError:
        return False
    return OLDEST <= year <= today.year - YEARS_AGO


def _full_year(year: str, today: date) -> int:
    """Return the year that people mean by "14": never one still to come."""
    if len(year) > 2:
        return int(year)
    century = today.year - today.year % 100
    return int(year) + (century if int(year) <= today.year % 100 else century - 100)
