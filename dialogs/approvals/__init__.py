"""A second pair of eyes: the product's own safeguard, not the guidance's, and never in the way of urgent action."""
