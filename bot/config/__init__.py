"""Settings from the environment, each checked once."""
