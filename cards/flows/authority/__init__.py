"""How "may I answer this caller?" reads."""
