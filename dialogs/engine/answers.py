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
    def derived(self) -> dict[tuple[object, ...], Any]:
        """What was worked out from these answers, by a key of what it was worked out for."""
        return {}

    @cached_property
    def values(self) -> dict[str, Json]:
        current: dict[str, Json] = {}
        for name, answer in self.by_name.items():
            if answer.held:
                current[name] = answer.value
        return current

    @cached_property
    def ever_given(self) -> dict[str, Json]:
        """Every value by name, also those opened again or half typed: what the questions' inputs show."""
        return dict(zip(self.by_name, map(attrgetter("value"), self.by_name.values()), strict=True))

    def hold(self, values: Values, invalid: Iterable[str] = ()) -> "Answers":
        """Return the answers with these values current, and all else that is `invalid` to be given again."""
        by_name = {**self.by_name}
        for name in invalid:
            if name in by_name:
                by_name[name] = Answer(by_name[name].value, held=False)
        for name, value in values.items():
            by_name[name] = Answer(value)
        return Answers(by_name)

    def rest_on_changed(self, given: Values, rests_on: Mapping[str, tuple[str, ...]]) -> list[str]:
        """Return the answers that rest on one that is newly given, and was another before or while opened again."""
        names: list[str] = []
        for name, resting in rests_on.items():
            if name in given and self.ever_given.get(name) not in (None, given[name]):
                names += resting
        return names

    def keep_drafts(self, values: Values) -> "Answers":
        """Return the answers with what was typed but not sent on; one that already says the same stays as it is."""
        changed = {n: Answer(v, held=False) for n, v in values.items() if self.ever_given.get(n) != v}
        return Answers({**self.by_name, **changed}) if changed else self

    def reopen(self, names: Iterable[str]) -> "Answers":
        """Return the answers with these to be given again; their values stay as drafts."""
        return self.hold({}, invalid=names)

    def hold_again(self, names: Iterable[str]) -> "Answers":
        """Return the answers with these drafts current again."""
        wanted = {n: Answer(self.by_name[n].value) for n in names if n in self.by_name}
        return Answers({**self.by_name, **wanted})

    def without(self, names: Iterable[str]) -> "Answers":
        """Return the answers without these, as if they had never been given."""
        gone = set(names)
        return Answers({n: a for n, a in self.by_name.items() if n not in gone})


DISAGREED = "supervisor_disagrees"
"""A key of a matter's values only while a supervisor does not agree to its answer: worked out, never stored."""
GOES_AHEAD = "goes_ahead"
"""A key of a matter's values once its answer is known: whether it goes ahead. Never stored."""


NOTHING = Answers({})
