"""How things look: Adaptive Cards 1.5 from screens, and every word that people read."""
