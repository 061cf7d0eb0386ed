"""One folder for each flow; the registry finds them."""
