"""Statements that may not stand together, looked for over every text of a state (`tests/cards/contradictions.py`)."""
