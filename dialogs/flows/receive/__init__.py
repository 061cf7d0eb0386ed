"""Information received from another professional (3.13): who, what, and any limit they set."""
