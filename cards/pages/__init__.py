"""Each flow as a page for an officer: what is asked, when, the rules beside the guidance, and a flowchart."""
