"""The entry in the case summary (3.10): what may and what may not be given out."""
