"""Settings from the environment, each validated once."""
