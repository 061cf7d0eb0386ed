"""A seventh flow, found by its folders: whether a decision not to share was recorded as 3.8 asks."""
