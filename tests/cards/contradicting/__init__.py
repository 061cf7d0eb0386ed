"""Statements that contradict each other, looked for over every text of a state (`tests/cards/contradictions.py`)."""
