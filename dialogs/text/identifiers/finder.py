"""Finds what says who a person is in a text. A wrong find costs a press; a missed one stays in the record."""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import cache
from importlib import resources
from unicodedata import combining, normalize


class Identifier(StrEnum):
    """A kind of identifier, in the order in which a notice names them."""

    FULL_NAME = "full_name"
    DATE_OF_BIRTH = "date_of_birth"
    NHS_NUMBER = "nhs_number"
    POSTCODE = "postcode"
    TELEPHONE = "telephone"
    EMAIL = "email"


DIGIT = re.compile(r"\d")


def find_identifiers(
    text: str, today: date, without: Collection[Identifier] = ()
) -> Mapping[Identifier, Sequence[str]]:
    """Return the identifiers in the text as they are written, kind by kind; `without`: kinds that are not looked for.

    A kind of which there are none may be left out.
    """
    found: dict[Identifier, list[str]] = {}
    if Identifier.FULL_NAME not in without:
        found[Identifier.FULL_NAME] = full_names(text)
    if DIGIT.search(text):
        found[Identifier.DATE_OF_BIRTH] = dates_of_birth(text, today)
        found[Identifier.NHS_NUMBER] = nhs_numbers(text)
        found[Identifier.POSTCODE] = postcodes(text)
        found[Identifier.TELEPHONE] = telephones(text)
    if "@" in text:
        found[Identifier.EMAIL] = EMAIL.findall(text)
    for kind in without:
        found.pop(kind, None)
    return found


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


WORD = r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*"
CAPITAL = r"(?=[^\W\d_a-z])"
TOKEN = re.compile(rf"{WORD}\.?|\S")
SAINTS = ("st", "saint", "king", "queen", "prince", "princess")
"""Those after whom a place is called."""

TITLED = re.compile(
    rf"(?<![\w'\u2019-])(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|MR|MRS|MS|MISS|DR)\.? +"
    rf"(?P<surname>{CAPITAL}{WORD})|(?:mr|mrs)\.? (?P<small>{WORD}))"
)
"""A title and a surname; written small, "ms" and "dr" are other words too."""

UNMARKED = str.maketrans("\u0142\u0131\u00f8", "lio")
"""Letters whose mark cannot be taken off them."""


@cache
def _words(*files: str) -> frozenset[str]:
    """The words of these lists.

    `given_names`; `also_words`: given names that are words, months or places as well; `links`: small words inside a
    surname; `no_surnames`: what never is one, `small_words`: nor where it is written small, `openings`: nor before a
    comma; `institutions`: what makes a place, a body or a thing of the capitals around it.
    """
    folder = resources.files("dialogs.text.identifiers").joinpath("words")
    return frozenset(word for file in files for word in folder.joinpath(f"{file}.txt").read_text("utf-8").split())


def has_given_name(text: str) -> bool:
    """Whether a word of the text is a given name, however it is written."""
    return any(_fold(word) in _words("given_names") for word in re.findall(WORD, text))


def full_names(text: str) -> list[str]:
    found = []
    for pattern, shortest, no_surname in MARKED:
        for match in pattern.finditer(text):
            named = match.groupdict()
            surname = _fold(named["surname"] or named["small"] or "")
            is_given = "given" not in named or _fold(named["given"]) in _words("given_names")
            if is_given and len(surname) >= shortest and surname not in _words(*no_surname):
                found.append(" ".join(named["name"].split()) if "name" in named else match.group())
    for run in _runs(text):
        found += _in_run(run) if len(run) > 1 else []
    return list(dict.fromkeys(found))


INTRODUCED = re.compile(
    rf"(?i)\b(?:called|named|names?(?: is| was|'s|\u2019s|:)?) +(?P<name>(?P<given>{WORD}) +(?P<surname>{WORD}))"
)
"""A name in small letters after "called", "named" or "name is"."""
TURNED = re.compile(
    rf"(?<![\w'-])(?P<surname>{CAPITAL}{WORD}), ?(?P<given>{CAPITAL}{WORD})(?=\s*(?:$|[\n,;.(\d]|d\.?o\.?b|born))"
)
"""A name such as "Smith, Jamie", unless a sentence goes on from it."""
MARKED = (
    (TITLED, 2, ("institutions", "no_surnames", "small_words")),
    (INTRODUCED, 2, ("institutions", "no_surnames", "small_words")),
    (TURNED, 1, ("institutions", "no_surnames", "openings", "given_names")),
)
"""How a name is marked as one, how short its surname may be, and the lists of the words that are none there."""


def _runs(text: str) -> list[list[str]]:
    """Return the stretches of capitalised words, with small words and single initials inside them."""
    runs: list[list[str]] = [[]]
    end = 0
    for match in TOKEN.finditer(text):
        word = match.group().rstrip(".")
        if text[end : match.start()].strip(" \u00a0"):
            runs.append([])
        end = match.end()
        if word[:1].isupper() or (runs[-1] and word.partition("-")[0] in _words("links")):
            runs[-1].append(word)
        else:
            runs.append([])
        if match.group().endswith(".") and len(word) > 1:
            runs.append([])
    return runs


def _in_run(run: list[str]) -> list[str]:
    """Return the names in a stretch: a given name and a surname, where it is no place or organisation."""
    institutions = _words("institutions")
    plain = [_fold(word) for word in run]
    if any(word in institutions for word in plain):
        return []
    for place in range(len(run) - 1):
        of_a_saint = place and plain[place - 1] in SAINTS
        if _is_given_name(run[place]) and not of_a_saint and _has_surname(run[place + 1 :]):
            return [" ".join(run[place : place + 3])]
    return []


def _fold(word: str) -> str:
    """Return the word in small letters, without accents and without a possessive ending."""
    small = re.sub(r"['\u2019]s?$", "", word).lower().translate(UNMARKED)
    return "".join(letter for letter in normalize("NFKD", small) if not combining(letter))


def _is_given_name(written: str) -> bool:
    """Whether it is a usual given name; in capitals throughout, as in a heading, only one that is nothing else."""
    word = _fold(written)
    usual = _words("given_names") if written.isupper() else _words("given_names", "also_words")
    return bool({word, word.partition("-")[0]} & usual)


def _has_surname(words: list[str]) -> bool:
    """Whether a surname follows, after any small words and initials."""
    left = [word for word in words if _fold(word) not in _words("links") and len(word) > 1]
    return bool(left) and _fold(left[0]) not in _words("no_surnames")
