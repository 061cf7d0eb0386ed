"""How information received reads."""
