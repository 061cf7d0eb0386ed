"""Requests for a second pair of eyes: kept, posted, answered, reminded of."""
