"""The real bot in the real client: Agents Playground in Chromium."""
