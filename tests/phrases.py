"""Lists of what people type, written as running text."""


def phrases(text: str) -> tuple[str, ...]:
    """Return the phrases of a text, which are set apart by " | " or by a new line."""
    found = tuple(phrase.strip() for line in text.strip().splitlines() for phrase in line.split(" | "))
    assert all(found) and not any(phrase.endswith("|") for phrase in found), "one is empty"
    return found
