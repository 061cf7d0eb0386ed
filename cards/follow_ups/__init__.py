"""Cards of follow-ups, and the lines that they add to a note."""
