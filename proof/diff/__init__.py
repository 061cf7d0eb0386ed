"""Two versions of the rules compared by enumeration."""
