"""HTTP and Bot Framework: what comes in is checked and parsed, what goes out is posted."""
