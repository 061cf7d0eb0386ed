"""When each question of the sharing flow applies, read from the answers before it."""

from collections.abc import Callable

from dialogs.engine.answers import Values
from dialogs.engine.each_parent import told_apart
from dialogs.engine.lines import Weight, lines_marked, lines_of, pieces
from dialogs.engine.parents import parents_of
from dialogs.engine.who_was_told import EVERYONE, NOT_YET
from dialogs.engine.who_was_told import TOLD as TOLD_NOW

TOLD = ("what", "why", "used_for", "to_whom")
"""3.5  The four things that parents are told."""


def ticked(values: Values, name: str) -> tuple[str, ...]:
    """The options ticked under this name."""
    found = values.get(name)
    return tuple(map(str, found)) if isinstance(found, list) else ()


def authorised(values: Values) -> bool:
    """3.10  The worker has been authorised by the allocated worker or the supervisor."""
    return values.get("part_in_case") == "authorised"


def not_theirs(values: Values) -> bool:
    """3.10  It is for someone else to answer: not their part in the case, or authorised but not staff."""
    return values.get("part_in_case") == "none" or (authorised(values) and values.get("staff") == "no")


def wanted(values: Values) -> bool:
    """3.7  The recipient needs to know something, or that is not certain."""
    return values.get("need_to_know") != "no"


def flat_no(values: Values) -> bool:
    """3.7  The recipient does not need it, or no piece of it is kept."""
    return values.get("need_to_know") == "no" or nothing_kept(values)


def court_in_question(values: Values) -> bool:
    """3.9(d)  The recipient needs nothing or nothing is kept for them, and the worker may be one who can disclose."""
    return flat_no(values) and not not_theirs(values)


def needs_naming(values: Values) -> bool:
    """The recipient is not named in the list of recipients."""
    return values.get("recipient") in ("other_professional", "not_professional")


def someone_elses_words(values: Values) -> bool:
    """4.1  Some of it is taken from something another professional wrote, or that is not certain."""
    return values.get("someone_elses") in ("yes", "unsure")


def every_line(values: Values) -> list[str]:
    """The ids of all lines."""
    return list(dict(lines_of(values, "lines")))


def lines_to_trim(values: Values) -> list[str]:
    """3.7  The lines marked as saying too much."""
    return lines_marked(values, "trim")


def unsure_lines(values: Values) -> list[str]:
    """3.7  The lines that the worker was not sure of."""
    return lines_marked(values, "unsure")


def some_to_trim(values: Values) -> bool:
    """3.7  At least one line says too much."""
    return bool(lines_to_trim(values))


def some_unsure(values: Values) -> bool:
    """3.7  The worker was not sure of at least one line."""
    return bool(unsure_lines(values))


def told_at_first(values: Values) -> bool:
    """3.5  Every one of the parents knew what, why, what it will be used for and who gets it, at the first answer."""
    return set(ticked(values, "told_items")) == set(TOLD)


def told_all_four(values: Values) -> bool:
    """3.5  Every one of the parents knows all four now."""
    return each_told_since(values) if told_since(values) else told_at_first(values)


def not_told(values: Values) -> bool:
    """3.5  They do not all know all four yet."""
    return "told_items" in values and not told_all_four(values)


def only_one_knows(values: Values) -> bool:
    """3.2  The worker said from the first that one of them knows and another does not: no more is asked of telling."""
    return "one_only" in ticked(values, "told_items")


def why_untold(values: Values) -> bool:
    """3.9  At the first answer not every parent knew the four things of 3.5, and it was not that only one knew."""
    return "told_items" in values and not told_at_first(values) and not only_one_knows(values)


def reason_given(*reasons: str) -> Callable[[Values], bool]:
    """3.9  The worker, asked whether the parents can be told first, ticked {reasons}."""

    def given(values: Values) -> bool:
        return why_untold(values) and bool(set(reasons) & set(ticked(values, "reasons")))

    return given


def nothing_more_matters(values: Values) -> bool:
    """3.10, 3.7, 3.9(d)  It is for someone else to disclose; or it is not needed, and a court was asked about.

    Nothing that is still to be asked can change the answer then.
    """
    if "child" not in values or "part_in_case" not in values:
        return False
    whose = not authorised(values) or "staff" in values
    return not_theirs(values) or (flat_no(values) and whose and "court_ordered" in values)


def nothing_kept(values: Values) -> bool:
    """3.7  Every piece has been weighed and none of it is kept."""
    weighed = pieces(values) if "weights" in values else []
    return bool(weighed) and all(piece.weight is Weight.HELD_BACK for piece in weighed)


def closed_as(outcome: str) -> Callable[[Values], bool]:
    """The worker pressed {outcome}."""
    return lambda values: values.get("outcome") == outcome


def shared_untold(values: Values) -> bool:
    """3.12  It was shared, and the parents did not all know the four things of 3.5."""
    return values.get("outcome") == "shared" and not_told(values)


def told_since(values: Values) -> bool:
    """The worker has said that parents were told after the first answer."""
    return values.get("told_since") == "yes"


def each_asked(values: Values) -> bool:
    """Parents were told after the first answer, and more than one parent may be meant.

    A matter that was closed without it is not asked.
    """
    alone = len(parents_of(values)) == 1
    return told_since(values) and not alone and ("outcome" not in values or "told_each" in values)


def each_told_since(values: Values) -> bool:
    """3.5  Every one of the parents was told after the first answer."""
    return told_since(values) and (not each_asked(values) or set(since_by_each(values).values()) == {TOLD_NOW})


def one_told_since(values: Values) -> bool:
    """3.2  One of the parents was told after the first answer, and another was not."""
    said = since_by_each(values)
    return told_since(values) and NOT_YET in said.values() and (TOLD_NOW in said.values() or set(said) == {EVERYONE})


def since_by_each(values: Values) -> dict[str, str]:
    """Who of them was told after the first answer; nothing where it was not asked of each."""
    said = values.get("told_each")
    if not each_asked(values) or not isinstance(said, dict):
        return {}
    asked = told_apart(values) if "parents" in values else tuple(said)  # of a copied note the names alone are left
    return {one: str(said.get(one, NOT_YET)) for one in asked}


def only_one_told(values: Values) -> bool:
    """3.2  One of the parents knows, and another does not."""
    return not_told(values) and (only_one_knows(values) or one_told_since(values))


def mine_to_share(values: Values) -> bool:
    """3.10  It was not for someone else to answer."""
    return "child" in values and values.get("part_in_case") != "none"


def was_shared(values: Values) -> bool:
    """It was closed as shared."""
    return values.get("outcome") == "shared"
