"""Find out what a typed message asks for: a command, a flow, a topic outside the guidance."""
