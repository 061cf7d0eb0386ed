"""When each question of the document flow applies, read from the answers before it."""

from collections.abc import Callable

from dialogs.engine.answers import DISAGREED, Values
from dialogs.flows.share.conditions import authorised, not_told, ticked


def for_professionals(values: Values) -> bool:
    """3.7, 3.9  Other professionals are among those it is for."""
    return "other_professionals" in ticked(values, "audience")


def for_parents(values: Values) -> bool:
    """4.4  A parent, or both, are among those it is for."""
    return "parents" in ticked(values, "audience")


def sent_out(values: Values) -> bool:
    """3.1, 4.4  It goes to parents or to other professionals."""
    return for_parents(values) or for_professionals(values)


def ours_alone(values: Values) -> bool:
    """4.1  We wrote it, and it quotes no one."""
    return values.get("whose_words") == "ours" and values.get("quotes") == "no"


def someone_elses(values: Values) -> bool:
    """4.1  Someone else wrote it or a part of it, or that is not certain."""
    return "whose_words" in values and not ours_alone(values)


def quotes_others(values: Values) -> bool:
    """4.1  It quotes someone, who is then an author too."""
    return values.get("quotes") == "yes"


def quotes_beside_the_author(values: Values) -> bool:
    """4.1  It quotes someone, and we did not write it all ourselves."""
    return quotes_others(values) and values.get("whose_words") != "ours"


def to_be_read(values: Values) -> bool:
    """3.1, 4.4  It goes to parents or to other professionals."""
    return sent_out(values) and "whose_words" in values


def taken_out(values: Values) -> bool:
    """3.1, 4.4  It holds something the recipient can't have, and someone has taken that out."""
    return to_be_read(values) and values.get("unshareable") == "yes" and bool(_hands(values))


def manager_has(values: Values) -> bool:
    """4.4  The manager is among those who have taken it out."""
    return taken_out(values) and "manager" in _hands(values)


def _hands(values: Values) -> set[str]:
    return set(ticked(values, "taken_out_by")) - {"no_one"}


def refused(values: Values) -> bool:
    """4.1  The author has refused: it does not go, whatever else is answered."""
    return someone_elses(values) and values.get("author_agreed") == "refused"


def not_needed(values: Values) -> bool:
    """3.7  A professional among them does not need it, or needs none of it."""
    return for_professionals(values) and (values.get("need_to_know") == "no" or values.get("doc_needed") == "none")


def court_in_question(values: Values) -> bool:
    """3.9(d)  A professional among them does not need it, and the author has not refused."""
    return not_needed(values) and not refused(values)


AGREED_FIRST = ("child", "part_in_case", "audience")


def nothing_more_matters(values: Values) -> bool:
    """4.1, 3.7, 3.9(d)  The author has refused; or it is not needed, and both the author and a court were asked about.

    The author's answer comes before the need, so that "not needed" is only an end once no refusal can be added to it,
    and once it was said whether a court has ordered it.
    """
    if any(name not in values for name in AGREED_FIRST) or (authorised(values) and "staff" not in values):
        return False
    settled = ours_alone(values) or "author_agreed" in values
    return refused(values) or (not_needed(values) and settled and "court_ordered" in values)


def closed_as(outcome: str) -> Callable[[Values], bool]:
    """The worker pressed {outcome}."""
    return lambda values: values.get("outcome") == outcome


def given_against_a_no(values: Values) -> bool:
    """It was given though a supervisor did not agree."""
    return closed_as("given")(values) and DISAGREED in values


def given_untold(values: Values) -> bool:
    """3.12  It was given to professionals, and the parents did not all know the four things of 3.5."""
    return closed_as("given")(values) and for_professionals(values) and not_told(values)
