"""How the entry in the case summary reads."""
