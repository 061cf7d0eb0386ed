"""A yes or no, with the reasons for a no on the same card; one answer holds both."""

from collections.abc import Mapping
from dataclasses import dataclass

from dialogs.engine.answers import Json, Values
from dialogs.engine.questions import Fault, Said, Ticks
from dialogs.text import clauses

YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class FirstOrWhy(Ticks):
    """A yes, kept as the option `yes` alone; or a no, kept as the reasons that are ticked for it.

    An older card holds the yes among its ticks and has no input for it.
    """

    yes: str = ""

    @property
    def first(self) -> str:
        """The id of the input for yes or no."""
        return f"{self.name}__first"

    def read_inputs(self, inputs: Mapping[str, str], values: Values) -> Json:
        """The yes, or the reasons for a no. Raises Fault for both at once, and for a no without a reason."""
        said = inputs.get(self.first, "").strip()
        if said not in ("", YES, NO):
            raise Fault(self.name, "not_offered")
        ticks = Ticks.read_inputs(self, inputs, values)
        reasons = [tick for tick in ticks if tick != self.yes] if isinstance(ticks, list) else []
        if (said == YES and reasons) or (said == NO and isinstance(ticks, list) and self.yes in ticks):
            raise Fault(self.name, "excludes")
        if said == NO and not reasons:
            raise Fault(self.name, "why_not")
        return [self.yes] if said == YES else ticks

    def as_typed(self, inputs: Mapping[str, str]) -> Json:
        """Return the values of its inputs, for the card to show again: a no without a reason is an empty list."""
        ticks: list[Json] = [tick.strip() for tick in inputs.get(self.name, "").split(",") if tick.strip()]
        said = inputs.get(self.first, "").strip()
        if said == YES and self.yes not in ticks:
            return [self.yes, *ticks]
        return ticks if ticks or said == NO else None

    def read_text(self, text: str, values: Values, *, first: bool) -> Said | None:
        """ "Yes", "no, they'll be angry", or the reasons alone. Raises Fault for a bare no, or a yes with reasons."""
        text = clauses.with_comma(text)
        parts = clauses.clauses(text)
        word = clauses.plain_answer(parts[0]) if first and parts else None
        if word in (YES, NO) and len(parts) == 1:
            return self._plainly(word)
        reasons = text
        if word == NO:
            reasons = clauses.after_opening(text, clauses.NO) or text
        said = Ticks.read_text(self, reasons, values, first=first)
        opened_with_yes = word == YES and said is not None and said.value != [self.yes]
        if opened_with_yes or (word == NO and said is not None and said.value == [self.yes]):
            raise Fault(self.name, "excludes")
        return said

    def _plainly(self, word: str) -> Said:
        if word == NO:
            raise Fault(self.name, "why_not")
        return Said([self.yes])
