"""Sharing with a third party (sections 2 and 3, with what someone else's text in the pack brings from section 4)."""
