"""Whether each parent or carer has been told: one choice each, or one for all where they can't be told apart."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dialogs.engine.answers import Json, Values
from dialogs.engine.children import by_itself
from dialogs.engine.parents import parents_of
from dialogs.engine.questions import Fault, Said
from dialogs.engine.who_was_told import EVERYONE, HOW, NOT_YET, TOLD, who_was_told
from dialogs.text import clauses
from dialogs.text.option_matching import Option


def told_apart(values: Values) -> tuple[str, ...]:
    """Return whom it is asked about: the parents by name, or all of them together."""
    return tuple(parent.name for parent in parents_of(values)) or (EVERYONE,)


@dataclass(frozen=True, slots=True)
class EachParent:
    """One choice for each parent or carer: {"T": "told", "D": "not_yet"}, or {"everyone": "told"}.

    `how`: the box beside it, which may say it in words: "both by phone".
    """

    name: str
    ref: str
    how: str
    options: tuple[Option, ...] = (Option(TOLD), Option(NOT_YET))

    def input_of(self, parent: str) -> str:
        """The id of one parent's input; it names the parent, so that an old card never answers for another."""
        return f"{self.name}__{by_itself(parent)}"

    def asked(self, values: Values) -> tuple[str, ...]:
        return told_apart(values)

    def read_inputs(self, inputs: Mapping[str, str], values: Values) -> Json:
        """Return what was chosen or, where nothing was, what the words beside it plainly say. Raises Fault."""
        asked = told_apart(values)
        chosen = {parent: inputs.get(self.input_of(parent), "").strip() for parent in asked}
        if any(value and value not in (TOLD, NOT_YET) for value in chosen.values()):
            raise Fault(self.name, "not_offered")
        said: Mapping[str, str] = {parent: value for parent, value in chosen.items() if value}
        if not said and self.how in inputs:
            said = who_was_told(inputs[self.how], parents_of(values)) or {}
        return dict(said) or None

    def read_text(self, text: str, values: Values, *, first: bool) -> Said | None:
        """ "both by phone", "T told, D not yet", "T", or a plain yes or no for all of them."""
        if not first:
            return None
        said = who_was_told(text, parents_of(values)) or self._plain(text, values)
        if not said:
            return None
        kept = values.get(self.name)
        before = {one: str(value) for one, value in kept.items()} if isinstance(kept, dict) else {}
        asked = told_apart(values)
        held = {one: value for one, value in {**before, **said}.items() if one in asked}
        return Said(dict(held), rest=text.strip() if clauses.says(text, HOW) else "") if held else None

    def _plain(self, text: str, values: Values) -> dict[str, str]:
        """A bare "yes", "told", "no" or "not yet": for the next of them, or for all together."""
        clause = clauses.normalise(text).strip(" .,!").lower()
        word = clauses.plain_answer(clause)
        told = word == "yes" or bool(re.fullmatch(r"(?:has been |was |been )?told", clause))
        not_yet = word == "no" or bool(re.fullmatch(r"(?:has |have )?(?:not|n'?t) (?:been )?told(?: yet)?", clause))
        kept = values.get(self.name)
        left = [one for one in told_apart(values) if not isinstance(kept, dict) or one not in kept]
        return dict.fromkeys(left[:1], TOLD if told else NOT_YET) if told or not_yet else {}

    def settled(self, value: Json, values: Values) -> bool:
        said = value if isinstance(value, dict) else {}
        return all(said.get(parent) in (TOLD, NOT_YET) for parent in told_apart(values))
