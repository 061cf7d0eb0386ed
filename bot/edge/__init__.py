"""HTTP and Bot Framework: checks and parses what comes in, posts what goes out."""
