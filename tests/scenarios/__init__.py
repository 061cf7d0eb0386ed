"""Ring two: behaviour through the real app, over real HTTP, against a fake connector."""
