"""The cards of practice: what is said stands in `cards/words/practice.toml` and in the scenarios."""
