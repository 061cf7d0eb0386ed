"""What a text says of who was told and who was not. Nobody is taken for told who may not be."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dialogs.engine.children import ARTICLE, PRONOUN
from dialogs.engine.parents import ROLES, Parent
from dialogs.text import clauses
from dialogs.text.patterns import either

TOLD, NOT_YET = "told", "not_yet"
EVERYONE = "everyone"
"""Stands for all of them where no one can be told apart."""
ALL = either("both", "all", "each", "every ?one", "everybody", "the two", "the parents", "both parents")
NO_ONE = "neither|none|no ?one|nobody"
ONLY = "only|just|alone"
SOME = r"one of (?:them|the)|some of them|not (?:both|all|every ?one)|either"
NOT_TOLD = rf"{clauses.NEGATION}|still to|yet to|to be told|will|going to|\w+'ll|tomorrow|later|next|waiting"
IN_DOUBT = r"maybe|perhaps|possibly|probably|think|guess|hope|assume|might|may|should|if|whether|sure"
SAYS_TOLD = r"told|knows?|aware|heard|informed|spoke\w*|talked|done"
HOW = (
    r"(?:tele)?phoned?|rang|call(?:ed)?|in person|letter|post|visit(?:ed)?|home|e-?mail(?:ed)?|text(?:ed)?|met"
    r"|meeting|video|teams|face to face|there|office|school|door|spoke\w*"
)
"""What says how, so that it need not be asked again."""
PARTS = r"[,;.!\n\u2013\u2014]+|\s-+\s|\band\b|\bbut\b|\bwhile\b|\bwhereas\b|&"


def who_was_told(text: str, parents: Sequence[Parent]) -> dict[str, str] | None:
    """Return who was told and who was not, as a text says; None where that is not plain.

    With no parents to tell apart, only a text that speaks of all of them says it.
    """
    plain = clauses.normalise(text.replace("\n", ", ")).strip(" .!")
    if not plain or clauses.is_question(plain) or clauses.says(plain, rf"{SOME}|{IN_DOUBT}"):
        return None
    asked = tuple(parent.name for parent in parents) or (EVERYONE,)
    if clauses.says(plain, ONLY):
        return _only(plain, parents)
    parts = [part.strip() for part in re.split(PARTS, plain, flags=re.IGNORECASE) if part.strip()]
    found = [_Clause(part, *_spoken_of(part, parents, asked)) for part in parts]
    return None if any(clause.unclear for clause in found) else _put_together(found)


@dataclass(frozen=True, slots=True)
class _Clause:
    """A part of a sentence: whom it speaks of, and whether it names them or says "both"."""

    text: str
    names: tuple[str, ...]
    by_name: bool

    @property
    def unclear(self) -> bool:
        """Whether it names two at once ("T told D"), or says that something is not so of nobody in particular."""
        return len(self.names) > 1 if self.by_name else not self.names and self.says == NOT_YET

    @property
    def says(self) -> str:
        """Whether they were told; "" where it does not say."""
        if clauses.says(self.text, rf"{NOT_TOLD}|{NO_ONE}"):
            return NOT_YET
        return TOLD if clauses.says(self.text, SAYS_TOLD) else ""

    @property
    def bare(self) -> bool:
        """Whether it holds a name and nothing else, so that another part says the rest."""
        return self.by_name and len(self.text.split()) == 1


def _only(plain: str, parents: Sequence[Parent]) -> dict[str, str] | None:
    """ "only T": that one, and none of the others."""
    named = _named(plain, parents)
    if len(named) != 1 or clauses.says(plain, clauses.NEGATION):
        return None
    return {parent.name: TOLD if parent.name in named else NOT_YET for parent in parents}


def _put_together(found: Sequence[_Clause]) -> dict[str, str] | None:
    """One answer each, or None where two parts gainsay each other or a bare name could be meant either way."""
    said: dict[str, str] = {}
    for number, clause in enumerate(found):
        state = clause.says or (_beside(number, found) if clause.bare else TOLD)
        if clause.names and (not state or any(said.get(name, state) != state for name in clause.names)):
            return None
        said |= dict.fromkeys(clause.names, state)
    return said or None


def _beside(number: int, found: Sequence[_Clause]) -> str:
    """Return what the part before a bare name, or after it, says of that person; "" where it could be a contrast."""
    earlier = next((clause.says for clause in reversed(found[:number]) if clause.says), "")
    following = next((clause for clause in found[number + 1 :] if not clause.bare), None)
    if earlier or following is None or following.says != NOT_YET:
        return earlier or TOLD
    return TOLD if clauses.after_opening(following.text, "not|n[o']t") is not None else ""


def _spoken_of(clause: str, parents: Sequence[Parent], asked: tuple[str, ...]) -> tuple[tuple[str, ...], bool]:
    """Whom it speaks of, and whether by name."""
    named = _named(clause, parents)
    if named:
        return named, True
    return (asked if clauses.says(clause, rf"{NO_ONE}|{ALL}") else ()), False


def _named(clause: str, parents: Sequence[Parent]) -> tuple[str, ...]:
    """Return the people that it names, by their initials or by who they are to the child."""
    return tuple(parent.name for parent in parents if clauses.says(clause, _words_for(parent, parents)))


def _words_for(parent: Parent, parents: Sequence[Parent]) -> str:
    """Return what may be typed for one of them: the name, and who they are where only one of them is that."""
    kinds = [said for said in ROLES.values() if parent.role and re.fullmatch(said, parent.role, re.IGNORECASE)]
    shared = [one for one in parents if any(re.fullmatch(said, one.role, re.IGNORECASE) for said in kinds)]
    if parent.name in (ARTICLE, PRONOUN):
        return either(*kinds) if len(shared) == 1 else "(?!)"
    name = rf"(?<!')(?:{re.escape(parent.name.rstrip('.'))})"
    return either(name, *kinds) if len(shared) == 1 else name
