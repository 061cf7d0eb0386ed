"""How each flow reads: its headline, steps, letters and note."""
