"""One activity handled in one transaction."""
