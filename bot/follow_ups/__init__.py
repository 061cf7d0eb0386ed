"""Follow-ups: opened as a matter comes to its note, reminded of, moved, closed."""
