"""How often answers were given and found unhelpful, by week, within one transaction.

A row has a digest of the person's id that is keyed and changes every week, so that people can be counted and not known.
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Dialect, func, select
from sqlalchemy.sql import ClauseElement

from bot.storage.statements import Statement, insert_row
from bot.storage.tables import fixed, usage
from bot.storage.transaction import Rows

SMALLEST_GROUP = 5
"""People of whom something is told together, and never of fewer."""

_CELL = (usage.c.tenant_id, usage.c.week, usage.c.flow, usage.c.ref, usage.c.outcome, usage.c.feedback)


def _one_more(dialect: Dialect) -> ClauseElement:
    return insert_row(usage, dialect).on_conflict_do_update(
        index_elements=[*usage.primary_key], set_={"times": usage.c.times + fixed(1)}
    )


_COUNT = Statement(_one_more)
_OF_GROUPS = Statement(
    select(*_CELL, func.sum(usage.c.times), func.count())
    .group_by(*_CELL)
    .having(func.count() >= fixed(SMALLEST_GROUP))
    .order_by(usage.c.tenant_id, usage.c.week.desc(), usage.c.flow, usage.c.outcome, usage.c.feedback, usage.c.ref)
)


@dataclass(frozen=True, slots=True)
class UsageFigure:
    """How often something happened in a week, by how many people, five or more.

    `week`: its Monday. `ref`: the paragraph or topic, "" for all together. `feedback`: why it did not help, "" where an
    answer was given.
    """

    tenant: str
    week: str
    flow: str
    ref: str
    outcome: str
    feedback: str
    times: int
    people: int


class UsageRows(Rows):
    """Counts, and what can be told of the counts."""

    def count_usage(
        self, tenant_id: str, user_id: str, monday: date, flow: str, refs: tuple[str, ...], **what: str
    ) -> None:
        """Count it once for each paragraph, and once for all together. `what`: the outcome and the feedback."""
        week = monday.isoformat()
        _, _, who = self._cipher.sign(f"usage/{week}/{tenant_id}/{user_id}".encode()).partition(":")
        cell = {"tenant_id": tenant_id, "week": week, "flow": flow, "who": who[:16], "times": 1, **what}
        self._execute_each(_COUNT, [{**cell, "ref": ref} for ref in ("", *refs)])

    def usage_figures(self) -> list[UsageFigure]:
        """Return the figures of every group of five people or more, the newest week of each tenant first."""
        return [UsageFigure(*row) for row in self._rows(_OF_GROUPS)]
