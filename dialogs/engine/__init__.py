"""Questions, answers and the replay of a flow. Knows no flow by name."""
