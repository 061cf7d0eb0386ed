"""Follow-ups: opened when a matter reaches its note, reminded of, moved, closed."""
