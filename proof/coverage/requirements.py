"""Which paragraphs can be acted on, and what each of those needs to have."""

from guidance.paragraphs import Paragraph

COLUMNS = ("questions", "rules", "words", "glossary", "journeys", "scenarios", "tests")

NOT_ACTED_ON = {
    "2.1": "says what the Act lets agencies do; what it means for us stands in 2.2",
    "3.1": "says in what spirit families are worked with: it is in the wording of everything, and in no single step",
}
"""Law or policy in which there is nothing to do, or to leave undone, in one case."""

EXEMPT = {
    ("2.2", "questions"): "it holds in every case: there is nothing to ask",
    ("2.3", "journeys"): "it says what counts as sensitive; the reason that a decision gives for that is 3.12",
}
"""What a paragraph that can be acted on does well without."""


def why_not_acted_on(paragraph: Paragraph) -> str | None:
    """Return why nothing can be done on this paragraph; None when something can."""
    if paragraph.force == "background":
        return "background: says why, or where to look"
    return NOT_ACTED_ON.get(paragraph.ref)


def required_columns(paragraph: Paragraph) -> tuple[str, ...]:
    """Return the columns that may not be empty: none for a paragraph that cannot be acted on."""
    if why_not_acted_on(paragraph):
        return ()
    return tuple(column for column in COLUMNS if (paragraph.ref, column) not in EXEMPT)
