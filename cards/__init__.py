"""Draws screens as Adaptive Cards 1.5 and holds every word that people read."""
