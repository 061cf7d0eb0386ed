"""How follow-ups read: the lists, one of them with its ways on, the words for the family."""
