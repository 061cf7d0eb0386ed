"""Finds what says who a person is in a text. A wrong find costs a press; a missed one stays in the record."""

import re
from collections.abc import Collection
from datetime import date

from dialogs.text.identifiers.kinds import Found, Identifier
from dialogs.text.identifiers.names import full_names

DIGIT = re.compile(r"\d")


def find_identifiers(text: str, today: date, without: Collection[Identifier] = ()) -> list[Found]:
    """Return all identifiers in the text, kind by kind; `without`: kinds that are not looked for."""
    has_digit = DIGIT.search(text) is not None
    written = (
        (Identifier.FULL_NAME, () if Identifier.FULL_NAME in without else full_names(text)),
        (Identifier.DATE_OF_BIRTH, dates_of_birth(text, today) if has_digit else ()),
        (Identifier.NHS_NUMBER, nhs_numbers(text) if has_digit else ()),
        (Identifier.POSTCODE, postcodes(text) if has_digit else ()),
        (Identifier.TELEPHONE, telephones(text) if has_digit else ()),
        (Identifier.EMAIL, EMAIL.findall(text) if "@" in text else ()),
    )
    return [Found(kind, words) for kind, found in written if kind not in without for words in found]


def kinds_found(text: str, today: date, without: Collection[Identifier] = ()) -> tuple[Identifier, ...]:
    """Return the kinds of identifier in the text, in their own order, each once."""
    return tuple(dict.fromkeys(found.kind for found in find_identifiers(text, today, without)))


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


APART = r"[ \u00a0.\u2010-\u2015-]"
"""The separators between the groups of a number."""

GROUPED = (
    rf"\d{{10}}|\d{{3}}{APART}\d{{3}}{APART}\d{{4}}|\d{{3}}{APART}\d{{4}}{APART}\d{{3}}|\d{{4}}{APART}\d{{3}}{APART}\d{{3}}"
    rf"|\d{{3}}{APART}\d{{7}}|\d{{6}}{APART}\d{{4}}|\d{{5}}{APART}\d{{5}}|\d{{2}}{APART}\d{{4}}{APART}\d{{4}}"
    rf"|\d{{3}}{APART}\d{{3}}{APART}\d{{2}}{APART}\d{{2}}"
)
ALONE, ENDED = r"(?<![\d+])(?<!\d[-./])", r"(?![-./]?\d)"
TEN_DIGITS = re.compile(rf"{ALONE}(?:{GROUPED}){ENDED}")
CALLED_NHS = re.compile(
    r"(?i)\bnhs\b\D{0,24}?(?P<after>\d(?:[ \u00a0.\u2010-\u2015-]{0,2}\d){9})(?!\d)"
    r"|(?<!\d)(?P<before>\d(?:[ \u00a0.\u2010-\u2015-]{0,2}\d){9})\W{0,3}(?:is )?(?:the |an |his |her |their )?\bnhs\b"
)


def nhs_numbers(text: str) -> list[str]:
    """Return ten digits in a usual grouping with the right check digit, and any ten that are called NHS."""
    called = [found.group("after") or found.group("before") for found in CALLED_NHS.finditer(text)]
    others = [found.group() for found in TEN_DIGITS.finditer(text)]
    return list(dict.fromkeys(called + [words for words in others if _has_check_digit(_digits(words))]))


def _has_check_digit(digits: str) -> bool:
    """Whether the last digit is the modulus-11 check digit of the nine before it. No number opens with 0."""
    total = sum(int(digit) * weight for digit, weight in zip(digits[:9], range(10, 1, -1), strict=True))
    return digits[0] != "0" and (11 - total % 11) % 11 == int(digits[9])


def _digits(words: str) -> str:
    return re.sub(r"\D", "", words)


TELEPHONE = re.compile(
    rf"(?<![\d+/])(?<!\d[-.])(?:(?:\+|\b00)(?P<country>\d{{1,3}}){APART}?(?:\(0\){APART}?)?|\(?(?=0))"
    rf"(?P<groups>\d+\)?(?:{APART}{{0,2}}\(?\d+\)?){{0,5}})(?![-./:]?\d)"
)
DATED = re.compile(r"\d{1,2}[-./]\d{1,2}[-./]\d{2,4}(?!\d)")


def telephones(text: str) -> list[str]:
    """Return UK numbers, from inside or outside the country, and any that opens with a country code."""
    return [found.group().strip("()") for found in TELEPHONE.finditer(text) if _is_telephone(found)]


def _is_telephone(found: re.Match[str]) -> bool:
    digits, country = _digits(found.group("groups")), found.group("country")
    if DATED.match(found.group("groups")):
        return False
    if country and not country.startswith("44"):
        return 9 <= len(country + digits) <= 15
    national = (country or "44")[2:] + digits
    national = national.removeprefix("0") if not country or national.startswith("0") else national
    grouped = bool(re.search(r"\D", found.group("groups")))
    area = re.match(r"\d{3}", _digits(found.group("groups").split(" ")[0])) is not None
    whole = len(national) == 10 or (len(national) == 9 and national[0] == "1" and grouped)
    return whole and national[0] in "12378" and (area or bool(country) or national[0] == "7")


AREAS = (
    "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK "
    "FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG "
    "NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR "
    "TS TW UB W WA WC WD WF WN WR WS WV YO ZE"
)
POSTCODE = re.compile(
    rf"(?i)(?<![\w-])(?P<out>(?:{AREAS.replace(' ', '|')})\d[A-Z\d]?) {{0,2}}(?P<into>\d[ABD-HJLNP-UW-Z]{{2}})(?![\w-])"
)


def postcodes(text: str) -> list[str]:
    """Return UK postcodes of existing areas, in capitals or without: never half and half, as in "M25 1hr late"."""
    return [found.group() for found in POSTCODE.finditer(text) if _is_one_case(found.group("out"), found.group("into"))]


def _is_one_case(out: str, into: str) -> bool:
    if out.isupper() != into.isupper():
        return False
    return into.isupper() or not re.fullmatch(r"1st|2nd|3rd|\dth|\dhr", into)


EMAIL = re.compile(r"(?<![\w.+'-])[\w+'-][\w.+'-]*@[\w-]+(?:\.[\w-]+)+")
