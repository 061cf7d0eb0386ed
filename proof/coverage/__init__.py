"""What each paragraph of the guidance has: `app.py coverage`."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from guidance.decide import decide
from guidance.paragraphs import VERSION, Paragraph, paragraphs
from proof.cases import Case
from proof.coverage import sources
from proof.coverage.references import family
from proof.coverage.requirements import COLUMNS, required_columns, why_not_acted_on
from proof.coverage.tests import citing_tests
from proof.tables import table

__all__ = ["Coverage", "as_table", "coverage"]


@dataclass(frozen=True)
class Row:
    """One paragraph and what it has, by column; under "journeys", how many in each flow give it as a reason."""

    paragraph: Paragraph
    has: Mapping[str, Any]

    @property
    def lacks(self) -> list[str]:
        """The columns that are empty and may not be."""
        return [column for column in required_columns(self.paragraph) if not self.has[column]]

    def to_json(self) -> dict[str, Any]:
        said = {"ref": self.paragraph.ref, "heading": self.paragraph.heading, "force": self.paragraph.force}
        return {**said, "not_acted_on": why_not_acted_on(self.paragraph), **self.has, "lacks": self.lacks}


@dataclass(frozen=True)
class Coverage:
    """A row for every paragraph in the guidance's order, and how many journeys were counted."""

    rows: tuple[Row, ...]
    journeys: int

    @property
    def lacking(self) -> dict[str, list[str]]:
        """The columns that are missing, by paragraph."""
        return {row.paragraph.ref: row.lacks for row in self.rows if row.lacks}

    def to_json(self) -> dict[str, Any]:
        """Return what `app.py coverage` prints."""
        rows = [row.to_json() for row in self.rows]
        return {"version": VERSION, "journeys": self.journeys, "lacking": self.lacking, "paragraphs": rows}


def coverage(cases: Iterable[Case]) -> Coverage:
    """Return what every paragraph has; journeys are counted over these cases. Raises BadScenarios."""
    reasons: Counter[tuple[str, str]] = Counter()
    counted = 0
    for flow, facts in cases:
        counted += 1
        reasons.update({(reason.ref, flow) for reason in decide(flow, facts).reasons})
    return Coverage(tuple(_row(paragraph, reasons) for paragraph in paragraphs().values()), counted)


def _row(paragraph: Paragraph, reasons: Mapping[tuple[str, str], int]) -> Row:
    ref = paragraph.ref
    journeys: Counter[str] = Counter()
    for (cited, flow), count in reasons.items():
        if cited in family(ref):
            journeys[flow] = max(journeys[flow], count)
    resting = (sources.questions(ref), sources.rules(ref), sources.texts(ref), sources.terms(ref))
    has = (*resting, dict(journeys), sources.scenarios(ref), citing_tests(ref))
    return Row(paragraph, dict(zip(COLUMNS, has, strict=True)))


def as_table(found: Coverage) -> str:
    """Return in plain text how many of each a paragraph has, and what it lacks."""
    rows = [
        (
            row.paragraph.ref,
            row.paragraph.force,
            *(sum(own.values()) if isinstance(own, dict) else len(own) for own in row.has.values()),
            ", ".join(row.lacks) or ("-" if required_columns(row.paragraph) else "(not acted on)"),
        )
        for row in found.rows
    ]
    lacking = len(found.lacking)
    end = f"{lacking} of {len(rows)} paragraphs lack something." if lacking else "No paragraph lacks anything."
    return f"{table(('ref', 'force', *COLUMNS, 'lacks'), rows)}\n\n{end}"
