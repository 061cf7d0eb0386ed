"""Conversations worth showing, replayed through the real app."""
