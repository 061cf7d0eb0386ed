"""How the first conversation with parents reads."""
