"""A question about one of some lines at a time, such as the reply of one agency."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dialogs.engine.answers import Json, Values
from dialogs.engine.lines import lines_of, table_of
from dialogs.engine.questions import Choice, Said, Words
from dialogs.text import clauses


@dataclass(frozen=True, slots=True)
class OfLine:
    """A question about one of some lines at a time; what was said of the others stays.

    `inner`: what is asked of the line. `lines`: the lines it is one of. `about`: the answer that says which. The value
    is {line id: what `inner` read}. `shows_line`: the line is shown above it.
    """

    inner: Choice | Words
    lines: str
    about: str
    shows_line: bool = False

    @property
    def name(self) -> str:
        return self.inner.name

    @property
    def ref(self) -> str:
        return self.inner.ref

    def line(self, values: Values) -> str:
        """The id of the line that is asked about; empty when none is."""
        return str(values.get(self.about) or "")

    def of_line(self, value: Json, values: Values) -> Json:
        """Return this value's part about the line that is asked about; None where it has none."""
        return table_of(value).get(self.line(values))

    def with_line(self, said: Json, values: Values) -> Json:
        """The value with this said of the line that is asked about."""
        return {**table_of(values.get(self.name)), self.line(values): said}

    def read_inputs(self, inputs: Mapping[str, str], values: Values) -> Json:
        """Return what was filled in by line id, earlier lines included; None if nothing was. Raises Fault."""
        said = self.inner.read_inputs(inputs, values)
        return None if said is None else self.with_line(said, values)

    def read_text(self, text: str, values: Values, *, first: bool) -> Said | None:
        """Return the answer about the line that `inner` reads in the text. Raises Fault."""
        said = self.inner.read_text(text, values, first=first) if first else None
        return Said(self.with_line(said.value, values)) if said else None

    def settled(self, value: Json, values: Values) -> bool:
        return self.inner.settled(self.of_line(value, values), values)


def line_spoken_of(values: Values, name: str, text: str) -> str:
    """The id of the line that a typed text speaks of: by its number, by its opening words, or as the only one."""
    lines = lines_of(values, name)
    if clauses.says(text, clauses.NEGATION):
        return ""
    numbers = [int(number) for number in re.findall(r"\d{1,2}", text)]
    if numbers:
        return lines[numbers[0] - 1][0] if len(numbers) == 1 and 1 <= numbers[0] <= len(lines) else ""
    named = [line for line, words in lines if clauses.says(text, re.escape(_who(words)))]
    return named[0] if len(named) == 1 else (lines[0][0] if len(lines) == 1 and not named else "")


def _who(line: str) -> str:
    """Return whom a line such as "GP: any injuries seen" is about."""
    return clauses.normalise(line.partition(":")[0])
