"""Network checks (section 5), with plain requests to other agencies (2.4), what they tell (3.7) and replies (3.13)."""
