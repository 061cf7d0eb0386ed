"""What a person has answered, by the question's name.

An answer that is not `held` is a draft: it was typed but not sent on, or it has been opened again to be changed.
The flow stops at the first question without a held answer and shows the draft in it.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property
from operator import attrgetter
from typing import Any

from msgspec import Struct

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
Values = Mapping[str, Json]


class Answer(Struct, frozen=True):
    """One answer: its value (JSON), and whether it is current; a draft is not."""

    value: Json
    held: bool = True


class Answers(Struct, frozen=True, dict=True):
    """All answers of one matter; every change gives a new object."""

    by_name: Mapping[str, Answer]

    @cached_property
    def derived(self) -> dict[tuple[object, ...], dict[str, Any]]:
        """What was worked out from these answers, by a key of what it was worked out for."""
        return {}

    @cached_property
    def values(self) -> dict[str, Json]:
        """The values of the current answers, by name."""
        current: dict[str, Json] = {}
        for name, answer in self.by_name.items():
            if answer.held:
                current[name] = answer.value
        return current

    @cached_property
    def ever_given(self) -> dict[str, Json]:
        """Every value by name, also those opened again or half typed."""
        return dict(zip(self.by_name, map(attrgetter("value"), self.by_name.values()), strict=True))

    def draft(self, name: str) -> Json:
        """Return the value to show in the question's input, current or draft; None when there is none."""
        answer = self.by_name.get(name)
        return answer.value if answer else None

    def hold(self, values: Values) -> "Answers":
        """Return the answers with these values current."""
        by_name = {**self.by_name}
        for name, value in values.items():
            by_name[name] = Answer(value)
        return Answers(by_name)

    def keep_drafts(self, values: Values) -> "Answers":
        """Return the answers with what was typed but not sent on; one that already says the same stays as it is."""
        changed = {n: Answer(v, held=False) for n, v in values.items() if self.draft(n) != v} if values else {}
        return Answers({**self.by_name, **changed}) if changed else self

    def reopen(self, names: Iterable[str]) -> "Answers":
        """Return the answers with these to be given again; their values stay as drafts."""
        by_name = {**self.by_name}
        for name in names:
            if name in by_name:
                by_name[name] = Answer(by_name[name].value, held=False)
        return Answers(by_name)

    def hold_again(self, names: Iterable[str]) -> "Answers":
        """Return the answers with these drafts current again."""
        wanted = {n: Answer(self.by_name[n].value) for n in names if n in self.by_name}
        return Answers({**self.by_name, **wanted})

    def without(self, names: Iterable[str]) -> "Answers":
        """Return the answers without these, as if they had never been given."""
        gone = set(names)
        return Answers({n: a for n, a in self.by_name.items() if n not in gone})


DISAGREED = "supervisor_disagrees"
"""A key of a matter's values while a supervisor does not agree to its answer: worked out, never stored."""


GOES_AHEAD = "goes_ahead"
"""A key of a matter's values once its answer is known: whether it goes ahead. Never stored."""


def disagreed(values: Values) -> bool:
    """Whether a supervisor does not agree to the answer on these values."""
    return values.get(DISAGREED) is True


NOTHING = Answers({})
