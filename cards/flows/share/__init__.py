"""How a sharing reads: its answer, its words to use, its note."""
