"""What a document's ledger says to the sharing that it was opened from."""

from dialogs.engine.answers import Values
from dialogs.flows.document import conditions as when
from dialogs.flows.document.facts import quoted_agree


def found_out(values: Values) -> Values:
    """4.1 to 4.3  The agreement for this audience, the talk, and any doubt that it is lawful.

    "In writing" only where the author gave it, for professionals, and so did everyone whom the document quotes.
    """
    if not when.someone_elses(values) or not when.for_professionals(values):
        return {}
    return {
        "author_agreed": _agreed(values),
        "author_talk": values.get("author_talk"),
        "lawful_doubt": {"advised": "no"}.get(str(values.get("lawful_doubt")), values.get("lawful_doubt")),
    }


def _agreed(values: Values) -> str | None:
    agreed = values.get("author_agreed")
    if agreed == "written" and not quoted_agree(values):
        return "unsure"
    return None if agreed is None else str(agreed)
