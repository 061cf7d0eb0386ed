"""Read short English texts: clauses, options, dates, identifiers. Knows no question."""
