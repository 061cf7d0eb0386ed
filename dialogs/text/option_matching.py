"""What a typed sentence says of some options.

A wrong reading could lead to a go-ahead, so an option marked `strict` is taken only from a clause that says it and
nothing else, in a sentence that nowhere takes it back. The rest is asked again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dialogs.text import clauses
from dialogs.text.spelling import as_meant

YES = "yes|yeah|yep|yup|y"
OPENING_WORDS, CLOSING_WORDS = 4, 3
"""Of a story told after a "yes", the words in which a "but" or "I think" would take it back; after a comma, fewer."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose: its value, the typed words that mean it, and those that rule it out.

    `ref`: the paragraph that it is about, where that is another than its question's.
    """

    value: str
    says: str = ""
    unless: str = ""
    strict: bool = False
    ref: str = ""

    def means(self, text: str) -> bool:
        """Whether a typed text says this option in so many words, and not the words that rule it out."""
        if not self.says or not clauses.says(text, self.says):
            return False
        return not (self.unless and clauses.says(text, self.unless))

    def is_clause(self, clause: str, lead: str = "") -> bool:
        """Whether a clause says this option and nothing else, but for a lead-in such as "they know"."""
        return bool(self.says) and clauses.is_whole(clause, rf"(?:(?:{lead}) )?(?:{self.says})")


Odd = Mapping[str, str]
"""Further words for options, by their values, which mean them only as a clause of their own."""
NOTHING_ODD: Odd = {}


def strict_option(value: str, says: str = "", ref: str = "") -> Option:
    """Return an option that only matches a clause of its own."""
    return Option(value, says, strict=True, ref=ref)


def match_option(
    options: Sequence[Option], text: str, plain_words: Mapping[str, str], odd: Odd = NOTHING_ODD, *, story: bool
) -> str | None:
    """Return the one option that a sentence says, or None. `plain_words`: what "yes", "no" and "unsure" mean here.

    `odd`: further words for an option, as a clause of their own. `story`: a "yes" may be followed by what happened, in
    any words.
    """
    text = clauses.without_fillers(text)
    said = _match(options, text, plain_words, odd, story=story)
    for meant in (clauses.with_comma(text), as_meant(text)):
        if said is None and meant != text:
            said = _match(options, meant, plain_words, odd, story=story)
            said = None if _is_strict(options, said) else said
    return said


def _match(
    options: Sequence[Option], text: str, plain_words: Mapping[str, str], odd: Odd, *, story: bool
) -> str | None:
    outright = _odd_values(text, odd)
    if len(outright) == 1:
        return outright.pop()
    parts = clauses.clauses(text)
    by_clause = [_values_of(clause, options, plain_words, odd) for clause in parts]
    spoken_of = _spoken_of(options, text, parts)
    meant = set().union(*by_clause) | spoken_of
    told = clauses.after_opening(text, YES) if story else None
    rest = [
        part
        for part, said in zip(parts, by_clause, strict=True)
        if not said and not _is_only_an_opening(part, plain_words)
    ]
    if told:
        doubted, meant = _is_story_in_doubt(parts[0], told), meant | {plain_words["yes"]}
    else:
        doubted = any(clauses.is_doubtful(clause) for clause in rest)
        named = any(said and not clauses.plain_answer(part) for part, said in zip(parts, by_clause, strict=True))
        meant = set() if any(clauses.takes_back(clause, named=named) for clause in rest) else meant
    if len(meant) != 1:
        return None
    (value,) = meant
    return None if doubted and _is_strict(options, value) else value


def _is_strict(options: Sequence[Option], value: str | None) -> bool:
    return any(option.strict for option in options if option.value == value)


def _is_story_in_doubt(first_clause: str, told: str) -> bool:
    """Whether the opening or the end of what follows a "yes" takes it back."""
    words = told.split()
    opening = OPENING_WORDS // 2 if clauses.is_whole(first_clause, YES) else OPENING_WORDS
    taken_back = clauses.is_doubtful(" ".join(words[-CLOSING_WORDS:]), clauses.TAKEN_BACK)
    return taken_back or clauses.is_doubtful(" ".join(words[:opening]), clauses.DOUBT)


def _spoken_of(options: Sequence[Option], text: str, parts: Sequence[str]) -> set[str]:
    """Return the options, but for strict ones, of which a part speaks that asks nothing and takes nothing back."""
    if clauses.asks_or_takes_back(parts[0] if parts else ""):
        return set()
    said = ", ".join(part for part in parts if not clauses.asks_or_takes_back(part))
    return {
        o.value for o in options if not o.strict and o.means(said) and not (o.unless and clauses.says(text, o.unless))
    }


def _odd_values(clause: str, odd: Odd) -> set[str]:
    """Return what a clause says in odd words: unchanged, or else without what leads into it and trails after it."""
    for said in clauses.barer_and_barer(clause):
        found = {value for value, words in odd.items() if clauses.is_whole(said, words)}
        if found:
            return found
    return set()


def _values_of(clause: str, options: Sequence[Option], plain_words: Mapping[str, str], odd: Odd) -> set[str]:
    """Return what one clause says: a plain answer, or strict options, with or without a plain answer that agrees."""
    word = clauses.plain_answer(clause) or ""
    found = {plain_words[word]} if word in plain_words else set()
    for option in options:
        lead = "|".join(clauses.LEAD[word] for word, value in plain_words.items() if value == option.value) or "(?!)"
        if option.strict and option.is_clause(clause, lead):
            found.add(option.value)
        if option.value in odd and clauses.is_whole(clause, rf"(?:(?:{lead}) )?(?:{odd[option.value]})"):
            found.add(option.value)
    return found


def _is_only_an_opening(clause: str, plain_words: Mapping[str, str]) -> bool:
    """Whether a "yes" means no option and only opens the sentence."""
    return "yes" not in plain_words and clauses.is_whole(clause, clauses.LEAD["yes"])


def match_options(
    options: Sequence[Option], text: str, lead: str, all_of: Sequence[str], odd: Odd = NOTHING_ODD
) -> set[str]:
    """Return the options that a sentence says; empty unless every clause of it is understood."""
    text = clauses.with_comma(clauses.without_fillers(text))
    outright = _odd_values(text, odd)
    if len(outright) == 1:
        return set(outright.pop().split())
    parts = clauses.clauses(text, also=r"|\b(?:or|plus)\b|/|\+|\s+n\s+|\bbut(?= not\b)")
    opening = clauses.YES if "none" in {option.value for option in options} else f"{clauses.YES}|{clauses.NO}"
    if len(parts) > 1 and clauses.is_whole(parts[0], opening):
        parts = parts[1:]
    less = [clause.removeprefix("not ") for clause in parts[1:] if clause.startswith("not ")]
    left_out = [{o.value for o in options if o.strict and o.is_clause(clause)} for clause in less]
    if not all_of or not all(left_out) or len(parts) - len(less) < 2:
        less, left_out = [], []
    kept = [clause for clause in parts if clause.removeprefix("not ") not in less]
    found = [_match_clause(clause, options, lead, all_of, odd) for clause in kept]
    meant: set[str] = set().union(*found) - set().union(*left_out)
    in_doubt = "unsure" in meant and len(meant) > 1
    return meant if all(found) and not in_doubt else set()


def _match_clause(clause: str, options: Sequence[Option], lead: str, all_of: Sequence[str], odd: Odd) -> set[str]:
    outright = _odd_values(clause, odd)
    if len(outright) == 1:
        return set(outright.pop().split())
    if all_of and Option("all", EVERYTHING).is_clause(clause, lead):
        return set(all_of)
    meant = {
        option for option in options if (option.is_clause(clause, lead) if option.strict else option.means(clause))
    }
    if not meant:
        word = clauses.plain_answer(clause)
        return {"unsure": {"unsure"}, "no": {"none"}}.get(word or "", set()) & {option.value for option in options}
    loose = [option.says for option in meant if not option.strict]
    taken_back = bool(loose) and clauses.says(clauses.remove(clause, "|".join(loose)), clauses.NEGATION)
    asks = bool(loose) and clauses.asks_or_takes_back(clause)
    return set() if taken_back or asks or clauses.is_question(clause) else {option.value for option in meant}


EVERYTHING = r"all(?: of (?:it|them|that|this))?|all (?:four|4)|everything|the (?:whole )?lot"
