"""Requests for a second pair of eyes: the product's own safeguard, never in the way of urgent action."""
