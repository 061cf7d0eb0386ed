"""The cards of practice. Their words are in `cards/words/practice.toml` and in the scenarios."""
