"""What shows, rather than claims, that the rules are kept: versions compared, pages of the flows, coverage."""
