"""The order of the questions. Knows the guidance; knows nothing of cards, Teams or storage."""
